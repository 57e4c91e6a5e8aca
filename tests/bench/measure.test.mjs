// The measuring, tried on two tiny pages: one is text alone, the other has a switch that works late and a card.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONDITIONS, launch, median, medians, visit } from './measure.mjs'
import { serve } from './server.mjs'
import { middle } from './tables.mjs'

/** The switch of the second page works so late, in ms, and its card stands so late after a press. */
const LATE = { works: 300, stands: 100 }

const text = '<!doctype html><title>t</title><p elementtiming="text">The ferry sails at nine.</p>'
const still = { key: 'still', files: { 'index.html': text }, here: { ready: () => document.readyState === 'complete' } }
const lively = {
  key: 'lively',
  files: {
    'index.html': `${text}<button>Read</button><span>ferry</span><div hidden>A ship.</div><script src="page.js"></script>`,
    'page.js': `
      const [card] = document.getElementsByTagName('div')
      setTimeout(() => document.querySelector('button').onclick = () => document.body.dataset.on = document.body.dataset.on !== 'true', ${LATE.works})
      document.querySelector('span').onclick = () => setTimeout(() => card.hidden = false, ${LATE.stands})
      document.onkeydown = ({ key }) => card.hidden = key === 'Escape'`,
  },
  here: {
    ready: () => document.readyState === 'complete',
    choices: () => [document.querySelector('button'), document.querySelector('button')],
    framing: () => document.body.dataset.on,
    names: () => document.querySelectorAll('span'),
    card: () => document.querySelector('div:not([hidden])'),
  },
}

let browser, server
before(async () => {
  server = await serve([still, lively])
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

test('a page of text is read, weighed, and has neither switch nor card', async () => {
  const { readable, works, first, sent, memory } = await visit(browser, server, still, CONDITIONS[0])
  assert.ok(readable > 0 && readable < 10_000)
  assert.deepEqual([works, first], [undefined, undefined])
  assert.equal(sent.raw, text.length)
  assert.ok(memory.heap > 0 && memory.wasm === 0)
})

test('a switch works when it works, and a card stands when it stands', async () => {
  const { works, first, later, switch: thrown, sent } = await visit(browser, server, lively, CONDITIONS[0])
  assert.ok(works >= LATE.works, `${works} ms`)
  assert.ok(first.stands >= LATE.stands && first.paint >= first.stands, JSON.stringify(first))
  assert.ok(first.work > 0 && first.work < first.stands)
  assert.equal(later, undefined, 'there was one name alone')
  assert.ok(thrown.stands > 0)
  assert.ok(sent.raw > text.length && sent.brotli < sent.raw)
})

test('medians are taken member by member, however deep', () => {
  assert.equal(median([3, undefined, 1, 2, 4]), 2.5)
  assert.deepEqual(medians([{ a: 1, b: 5 }, { a: 3, b: 6 }, { a: 2, b: 9 }]), { a: 2, b: 6 })
  assert.deepEqual(middle([{ a: { b: 1 } }, { a: { b: 3 }, c: 7 }]), { a: { b: 2 }, c: 7 })
})
