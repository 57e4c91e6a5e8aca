// What somebody sees first: the text before any script, and the neutral opening.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, reader } from './support/reader.mjs'
import { serve } from './support/server.mjs'

const visit = withChromium()

/** The article's paragraphs as plain HTML, in the element's light DOM. */
const fallback = page => page.locator('framing-reader > *').locator('p')

async function isReadable(page) {
  const paragraphs = await fallback(page).all()
  assert.ok(paragraphs.length > 160, 'every paragraph is there')
  for (const paragraph of paragraphs.filter((_, index) => index % 20 === 0)) {
    assert.ok(await paragraph.isVisible(), 'and can be seen')
  }
  const words = await page.locator('framing-reader').innerText()
  assert.ok(words.length > 20_000, `with its words: ${words.length} characters`)
}

test('the article is readable with scripts off', async t => {
  const page = await visit(t, { javaScriptEnabled: false, ready: false })
  await isReadable(page)
})

test('the article is readable while the wasm is on its way', async t => {
  const server = await serve({ hold: /\.wasm$/ })
  const page = await visit(t, { server, ready: false })
  await isReadable(page)
  server.release()
  await reader(page).choice('security').waitFor()
})

test('the article is readable where the wasm is refused', async t => {
  const server = await serve({ refuse: /\.wasm$/ })
  const page = await visit(t, { server, ready: false, tolerate: /./ })
  await page.waitForLoadState('networkidle')
  await isReadable(page)
})

test('the article is readable where the script is refused', async t => {
  const server = await serve({ refuse: /\.js$/ })
  const page = await visit(t, { server, ready: false, tolerate: /404|MIME type/ })
  await page.waitForLoadState('networkidle')
  await isReadable(page)
})

for (const [place, path] of [['overview', '/'], ['article', ARTICLE]]) {
  test(`before the reader has chosen, neither framing is on and both standfirsts invite: ${place}`, async t => {
    await isNeutral(reader(await visit(t, { path })))
  })
}

async function isNeutral({ choices, standfirsts, notes, paragraphs, root }) {
  assert.equal(await choices.count(), 2)
  for (const choice of await choices.all()) assert.equal(await choice.getAttribute('aria-pressed'), 'false')
  const boxes = await Promise.all((await standfirsts.all()).map(standfirst => standfirst.boundingBox()))
  assert.equal(boxes.length, 2)
  assert.ok(Math.abs(boxes[0].y - boxes[1].y) < 2 && boxes[1].x > boxes[0].x, 'side by side')
  assert.ok(Math.abs(boxes[0].width - boxes[1].width) < 2, 'and equally wide')
  for (const note of await notes.all()) assert.ok(!(await note.isVisible()), 'no note is shown')
  const colors = await paragraphs.evaluateAll(all => all.map(paragraph => getComputedStyle(paragraph).color))
  assert.ok(new Set(colors).size <= 1, 'no paragraph steps back')
  const faint = await root.locator('.overview svg *, .tick').evaluateAll(all => all.filter(part => getComputedStyle(part).opacity !== '1').length)
  assert.equal(faint, 0, 'nor does a tick')
}

test('the page says that the words are retold', async t => {
  const page = await visit(t)
  await reader(page).root.getByText('retold; quotations as printed').filter({ visible: true }).waitFor()
})

test('each of the five articles opens', async t => {
  const page = await visit(t, { path: ARTICLE })
  const { articles, paragraphs } = reader(page)
  const opened = new Set()
  for (const choose of await articles.all()) {
    await choose.click()
    await page.waitForFunction(choose => choose.getAttribute('aria-current') === 'true', await choose.elementHandle())
    opened.add((await paragraphs.allInnerTexts()).join('\n'))
  }
  assert.equal(opened.size, 5)
})
