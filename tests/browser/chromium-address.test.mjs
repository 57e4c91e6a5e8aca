// The address: where the host lets the reader use it, a link opens the same view; where not, it is never touched.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, at, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

const fragment = page => page.evaluate(() => location.hash)
const entries = page => page.evaluate(() => history.length)
const until = (page, pattern) => page.waitForFunction(source => new RegExp(source).test(location.hash), pattern.source)

test('a framing replaces the entry of the history, an article pushes one, and back goes back', async t => {
  const r = reader(await visit(t))
  const { page } = r
  const before = await entries(page)
  await r.switchTo('security')
  await until(page, /security/)
  await r.switchTo('bargaining')
  await until(page, /bargaining/)
  assert.equal(await entries(page), before, 'switching adds no entry')

  await r.article('003').click()
  await until(page, /\/003\b.*bargaining/)
  assert.equal(await entries(page), before + 1, 'an article adds one')

  const words = await r.paragraphs.first().innerText()
  await page.goBack()
  await until(page, /\/000\b.*bargaining/)
  await page.waitForFunction(
    ([element, words]) => element.shadowRoot.querySelector('[data-kind="para"] .text').innerText !== words,
    [await r.root.elementHandle(), words],
  )
  await page.goForward()
  await until(page, /\/003\b/)
})

test('a link opens the same article, paragraph and framing', async t => {
  const r = reader(await visit(t, { path: at('002/24/security') }))
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  const paragraph = r.line(24)
  await paragraph.waitFor()
  const box = await paragraph.boundingBox()
  assert.ok(box.y >= 0 && box.y < 800, `line 24 is in the window, at ${box.y}`)
})

test('a copied address opens the view it was copied from', async t => {
  const r = reader(await visit(t))
  await r.article('004').click()
  await r.switchTo('security')
  await until(r.page, /004.*security/)
  const again = reader(await visit(t, { path: `/${await fragment(r.page)}` }))
  assert.equal(await again.choice('security').getAttribute('aria-pressed'), 'true')
  assert.equal(await again.paragraphs.first().innerText(), await r.paragraphs.first().innerText())
})

test('an address that is changed by hand is followed', async t => {
  const r = reader(await visit(t))
  const prefix = await r.root.getAttribute('hash')
  await r.page.evaluate(hash => (location.hash = hash), `${prefix}/001/security`)
  await r.page.waitForFunction(element => element.getAttribute('aria-pressed') === 'true', await r.choice('security').elementHandle())
})

test('a hostile fragment changes nothing and breaks nothing', async t => {
  for (const hash of ['#reader/999', '#reader/%00/<b>', '#other', '#reader/overviews', '#']) {
    const r = reader(await visit(t, { path: `/${hash}` }))
    await r.overview.waitFor()
  }
  for (const path of ['000/4294967296/none/none', '000/%00/<b>/why', `000/${'9/'.repeat(5_000)}`]) {
    const r = reader(await visit(t, { path: at(path) }))
    assert.ok((await r.paragraphs.count()) > 20)
    assert.equal(await r.why.count(), 0)
  }
})

test('a source reference jumps to its line, and back returns', async t => {
  const r = reader(await visit(t))
  await r.switchTo('bargaining')
  const jump = r.jumps.locator('visible=true').first()
  const [document, line] = (await jump.innerText()).match(/\d+/g)
  await jump.click()
  const target = r.line(line)
  await target.waitFor()
  await r.page.waitForFunction(element => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }, await target.elementHandle())
  await until(r.page, new RegExp(`/${document}/${line}/`))
})
