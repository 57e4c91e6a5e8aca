// The zoo: the reader on pages that reset, zoom, transform, cut off, turn around and scroll by themselves. On each, wide and
// narrow: nothing scrolls sideways, the host's styles stay out, the bar sticks, the line being read stays, cards are whole.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { HOSTS, hostPages, inHost } from './support/hosts.mjs'
import { serve } from './support/server.mjs'

const visit = withChromium()
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = { '1280 px': { width: 1280, height: 800 }, '360 px': { width: 360, height: 740 } }

let pages
before(async () => (pages = await hostPages()))

for (const [name, { free }] of Object.entries(HOSTS)) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    test(`${name}, ${width}: styles stay out, the bar sticks, the line being read stays, cards are whole`, async t => {
      const page = await visit(t, { server: await serve({ pages }), path: `/hosts/${name}.html`, viewport })
      const ask = (...question) => page.evaluate(inHost, question)

      assert.deepEqual(await ask('sideways'), [], 'nothing is wider than there is room')
      const { line, size, bar, ...style } = await ask('style')
      assert.deepEqual(style, SET, 'the host’s styles stay out')
      assert.ok(Math.abs(line - 1.6) < 0.02 && Math.abs(size - 1.125) < 0.02, `font size and line height: ${size}, ${line}`)

      const at = await ask('scroll', 0.5)
      if (!free) assert.ok(Math.abs(at.bar - at.edge) <= 1, `the bar is at ${at.bar}, and sticks at ${at.edge}`)
      await pause(50)
      for (const index of [0, 1]) {
        const { on, moved } = await ask('switch', index)
        assert.equal(on, String(index))
        assert.ok(Math.abs(moved) <= 1, `the line being read moved by ${moved} px`)
      }

      for (const name of await ask('names')) {
        for (const block of ['center', 'end']) {
          const point = await ask('bring', [name, block])
          if (!point && block === 'end') continue
          assert.ok(point, 'the name can be reached')
          await pause(50)
          await page.mouse.click(...point)
          await page.waitForFunction(inHost, ['open'])
          assert.deepEqual((await ask('card', name)).wrong, [], `the card of name ${name}, ${block}`)
          await page.keyboard.press('Escape')
          await page.mouse.move(2, 2)
        }
      }
    })
  }

  test(`${name}: a card opens under the pointer, which gets into it; axe finds nothing`, async t => {
    const page = await visit(t, { server: await serve({ pages }), path: `/hosts/${name}.html` })
    const ask = (...question) => page.evaluate(inHost, question)
    const [first] = await ask('names')
    const point = await ask('center', first)
    await page.mouse.move(...point, { steps: 3 })
    await page.waitForFunction(inHost, ['open'])
    const { inside } = await ask('card', first)
    await page.mouse.move(...inside, { steps: 12 })
    await pause(450)
    assert.ok(await ask('open'), 'it stays open under the pointer')
    await page.evaluate(axe)
    const { violations } = await page.evaluate(values => window.axe.run({ include: [['framing-reader']] }, { runOnly: values }), RULES).catch(
      () => page.evaluate(values => window.axe.run({ runOnly: values }), RULES))
    const within = violations.flatMap(({ id, nodes }) => nodes.filter(({ target }) => Array.isArray(target[0])).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    assert.deepEqual(within.slice(0, 5), [])
  })
}

/** How a paragraph is set wherever it is. */
const SET = {
  letterSpacing: 'normal',
  wordSpacing: '0px',
  textTransform: 'none',
  textIndent: '0px',
  whiteSpace: 'normal',
  cursor: 'auto',
  textShadow: 'none',
  fontWeight: '400',
  fontStyle: 'normal',
  direction: 'ltr',
  visibility: 'visible',
  listStyleType: 'disc',
  hyphens: 'manual',
  name: 'inline',
}
