// The element as a guest on other people's pages.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { ARTICLE, reader } from './support/reader.mjs'
import { serve } from './support/server.mjs'

const visit = withChromium(ARTICLE)

test('without the attribute `hash` the address of the host is never touched', async t => {
  const server = await serve({ pages: { '/guest.html': await host('document="000"') } })
  const r = reader(await visit(t, { server, path: '/guest.html?a=1#comments' }))
  const before = await r.page.evaluate(() => history.length)
  await r.switchTo('security')
  await r.article('002').click()
  await pause(200)
  assert.equal(new URL(r.page.url()).hash, '#comments')
  assert.equal(await r.page.evaluate(() => history.length), before)
})

test('attributes choose framing, document, theme and cards', async t => {
  const attributes = 'framing="security" document="003" theme="dark" cards="off"'
  const server = await serve({ pages: { '/guest.html': await host(attributes) } })
  const r = reader(await visit(t, { server, path: '/guest.html' }))
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  assert.equal(await r.paragraphs.getByRole('button').count(), 0, 'names are plain text')
  assert.ok((await r.paragraphs.count()) < 30, 'the summary is shown')
})

test('properties of the same names follow and lead', async t => {
  const r = reader(await visit(t))
  await r.root.evaluate(element => (element.framing = 'bargaining'))
  await r.page.waitForFunction(element => element.getAttribute('aria-pressed') === 'true', await r.choice('bargaining').elementHandle())
  await r.switchTo('security')
  assert.equal(await r.root.evaluate(element => element.framing), 'security')
  await r.root.evaluate(element => (element.document = '004'))
  await r.page.waitForFunction(element => element.document === '004', await r.root.elementHandle())
})

test('the host hears that the reader is ready, and of cards', async t => {
  const r = reader(await visit(t))
  assert.equal((await r.events('ready')).length, 1)
  await r.names.nth(3).evaluate(name => name.click())
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.card.waitFor({ state: 'hidden' })
  assert.deepEqual((await r.events()).map(({ name }) => name).slice(-2), ['cardopen', 'cardclose'])
})

test('annotations come as W3C Web Annotations', async t => {
  const r = reader(await visit(t))
  const annotations = await r.root.evaluate(element => element.annotations())
  assert.ok(annotations.length > 50)
  for (const annotation of annotations.slice(0, 20)) {
    assert.equal(annotation.type, 'Annotation')
    assert.ok(annotation.target.selector.some(({ type }) => type === 'TextQuoteSelector'))
  }
})

test('two readers on one page do not disturb each other', async t => {
  const two = await host('', html => html.replace('</framing-reader>', '</framing-reader><framing-reader id="second"></framing-reader>'))
  const server = await serve({ pages: { '/two.html': two } })
  const page = await visit(t, { server, path: '/two.html' })
  const pressed = () => page.locator('framing-reader').locator('[data-do="toggle 1"]')
    .evaluateAll(all => all.map(choice => choice.getAttribute('aria-pressed')))
  await page.locator('#second [data-do="toggle 1"]').click()
  await pause(200)
  assert.deepEqual(await pressed(), ['false', 'true'])
})

test('an element that is moved, removed and put back still reads', async t => {
  const r = reader(await visit(t))
  await r.root.evaluate(async element => {
    const parent = element.parentElement
    element.remove()
    await new Promise(resolve => setTimeout(resolve, 100))
    parent.append(element)
  })
  await r.choice('security').waitFor()
  await r.switchTo('security')
})

test('styles of the host do not reach the reader, nor its styles the host', async t => {
  const rude = '/rude.css'
  const page = await host('document="000"', html => html.replace('</head>', `<link rel="stylesheet" href="${rude}"></head>`))
  const server = await serve({ pages: { '/guest.html': page, [rude]: 'p, button, h2 { display: none !important; font: 40px fantasy !important }' } })
  const r = reader(await visit(t, { server, path: '/guest.html' }))
  assert.ok(await r.paragraphs.nth(3).isVisible())
  assert.ok(await r.choice('security').isVisible())
})
