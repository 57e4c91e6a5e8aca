// The card by mouse, along real pointer paths: resting, leaving, the way from a name to its card, names on two lines.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, middle, reader, walk } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

/** How long the pointer rests before a card opens, in ms: about half a second, and room for a busy machine above. */
const OPENS = { least: 400, most: 900 }
/** How long after the pointer has left a card closes, in ms. */
const CLOSES = { least: 150, most: 650 }

/** Rests on a name until its card is open. */
async function open(r, name) {
  await r.center(name)
  await r.rest((await r.lines(name))[0])
  await r.card.waitFor()
}

test('a card opens after half a second of rest and not before', async t => {
  const r = reader(await visit(t))
  await open(r, r.names.nth(3))
  const [opened] = await r.events('cardopen')
  const waited = opened.at - opened.pointerAt
  assert.ok(waited >= OPENS.least && waited <= OPENS.most, `it opened after ${waited} ms`)
})

test('opening and closing a card leaves the text alone', async t => {
  const r = reader(await visit(t))
  const name = await r.names.nth(3).elementHandle()
  await open(r, r.names.nth(3))
  assert.ok(await name.evaluate(element => element.isConnected), 'its name is the same element as before')
  assert.equal(await name.getAttribute('aria-expanded'), 'true')
  await r.leave()
  await r.card.waitFor({ state: 'hidden' })
  assert.ok(await name.evaluate(element => element.isConnected))
})

test('a card closes a quarter of a second after the pointer has left', async t => {
  const r = reader(await visit(t))
  await open(r, r.names.nth(3))
  await r.leave()
  await r.card.waitFor({ state: 'hidden' })
  const [closed] = await r.events('cardclose')
  const waited = closed.at - closed.pointerAt
  assert.ok(waited >= CLOSES.least && waited <= CLOSES.most, `it closed after ${waited} ms`)
})

test('a pointer that keeps moving on a name opens nothing before it rests', async t => {
  const r = reader(await visit(t))
  await r.center(r.names.nth(3))
  const [line] = await r.lines(r.names.nth(3))
  const y = line.top + line.height / 2
  for (let way = 0; way < 6; way++) {
    const [from, to] = way % 2 ? [line.right - 3, line.left + 3] : [line.left + 3, line.right - 3]
    await walk(r.page, [from, y], [to, y], { step: 7, pace: 15 })
  }
  await r.card.waitFor()
  const [opened] = await r.events('cardopen')
  assert.ok(opened.at - opened.pointerAt >= OPENS.least, `it opened ${opened.at - opened.pointerAt} ms after the last move`)
})

test('a pointer that only crosses names opens nothing', async t => {
  const r = reader(await visit(t))
  await r.center(r.names.nth(3))
  const [x, y] = middle((await r.lines(r.names.nth(3)))[0])
  await r.page.mouse.move(x - 150, y)
  await r.page.mouse.move(x + 150, y, { steps: 12 })
  await r.leave()
  await pause(OPENS.most)
  assert.deepEqual(await r.events('cardopen'), [])
})

test('nothing opens while scrolling, though a name stays under the pointer', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(5)
  await r.center(name)
  const [line] = await r.lines(name)
  await r.page.mouse.move(line.left + line.width / 2, line.top + 2)
  for (let step = 0; step < 18; step++) {
    await r.page.mouse.wheel(0, step % 2 ? -1 : 2)
    await pause(60)
  }
  assert.deepEqual(await r.events('cardopen'), [])
})

test('a pointer that comes onto a name right after scrolling opens its card, and needs no second move', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(5)
  await r.center(name)
  await r.page.mouse.move(...middle((await r.lines(name))[0]))
  await r.card.waitFor()
  const [opened] = await r.events('cardopen')
  assert.ok(opened.at - opened.pointerAt >= OPENS.least, `it opened after ${opened.at - opened.pointerAt} ms`)
})

test('a name that is scrolled under a pointer at rest opens nothing until the pointer moves', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(5)
  await scrollTo(r, name, 340)
  const [x, y] = middle((await r.lines(name))[0])
  await scrollTo(r, name, 300)
  await r.page.mouse.move(x, y - 6)
  await r.page.mouse.move(x, y)
  await scrollTo(r, name, 340)
  await pause(OPENS.most)
  assert.deepEqual(await r.events('cardopen'), [])
  await r.page.mouse.move(x + 1, y)
  await r.card.waitFor()
})

test('a name that is scrolled away from the pointer opens nothing', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(5)
  await scrollTo(r, name, 340)
  await r.rest((await r.lines(name))[0])
  await pause(150)
  await scrollTo(r, name, 300)
  await pause(OPENS.most)
  assert.deepEqual(await r.events('cardopen'), [])
})

test('another card opens at once when one was just open', async t => {
  const r = reader(await visit(t))
  const [first, second] = await twoNamesOfOneParagraph(r)
  await open(r, first)
  const [line] = await r.lines(second)
  await r.leave()
  await pause(100)
  await r.page.mouse.move(...middle(line))
  await r.page.waitForFunction(() => window.probe.events.filter(({ name }) => name === 'cardopen').length === 2)
  const opened = (await r.events('cardopen')).at(-1)
  assert.ok(opened.at - opened.pointerAt < 200, `it opened after ${opened.at - opened.pointerAt} ms`)
  assert.equal(await r.card.count(), 1, 'one card at a time')
})

test('the way from a name to its card is safe, slowly and slantwise', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(4)
  await open(r, name)
  const label = await cardLabel(r)
  const line = (await r.lines(name))[0]
  const card = await r.card.boundingBox()
  const under = card.y > line.bottom
  const from = [line.left + 2, middle(line)[1]]
  const to = [card.x + card.width - 6, under ? card.y + 30 : card.y + card.height - 30]
  await walk(r.page, from, to, { step: 5, pace: 40 })
  await pause(CLOSES.most)
  assert.ok(await r.card.isVisible(), 'the card is still open')
  assert.equal(await cardLabel(r), label, 'and still the same')
})

test('a pointer that goes away from the card loses it', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(4)
  await open(r, name)
  const line = (await r.lines(name))[0]
  const card = await r.card.boundingBox()
  const away = card.y > line.bottom ? line.top - 60 : line.bottom + 60
  await walk(r.page, middle(line), [middle(line)[0], away], { step: 10, pace: 10 })
  await r.leave()
  await r.card.waitFor({ state: 'hidden' })
})

test('a card stays while the pointer is on it', async t => {
  const r = reader(await visit(t))
  await open(r, r.names.nth(4))
  const card = await r.card.boundingBox()
  await r.page.mouse.move(card.x + card.width / 2, card.y + 12, { steps: 20 })
  await pause(1_000)
  assert.ok(await r.card.isVisible())
})

test('a name broken over two lines opens from each of them, and keeps its card between them', async t => {
  const r = reader(await visit(t))
  const name = await brokenName(r)
  await r.center(name)
  const lines = await r.lines(name)
  assert.equal(lines.length, 2)

  for (const line of lines) {
    await r.rest(line)
    await r.card.waitFor()
    await r.leave()
    await r.card.waitFor({ state: 'hidden' })
    await pause(500)
  }

  await r.rest(lines[0])
  await r.card.waitFor()
  const opened = (await r.events('cardopen')).length
  await r.page.mouse.move(...middle(lines[1]), { steps: 2 })
  await pause(CLOSES.most)
  assert.ok(await r.card.isVisible(), 'the card is still open on the second line')
  assert.equal((await r.events('cardopen')).length, opened, 'and has not opened anew')
  assert.equal((await r.events('cardclose')).length, 2, 'nor closed in between')
})

test('a card hides no line of its own name', async t => {
  const r = reader(await visit(t))
  const name = await brokenName(r)
  await open(r, name)
  const card = await r.card.boundingBox()
  for (const line of await r.lines(name)) {
    assert.ok(line.bottom <= card.y + 0.5 || line.top >= card.y + card.height - 0.5, 'it stands clear of the card')
  }
})

test('no card is cut off at an edge of the window', async t => {
  for (const width of [1280, 768, 360]) {
    const r = reader(await visit(t, { viewport: { width, height: 700 } }))
    for (const block of ['start', 'center', 'end']) {
      for (const name of await leftmostAndRightmost(r)) {
        await name.evaluate((element, block) => element.scrollIntoView({ block, behavior: 'instant' }), block)
        await name.evaluate(element => element.click())
        await r.card.waitFor()
        const { x, y, width: wide, height: high } = await r.card.boundingBox()
        assert.ok(x >= 0 && y >= 0 && x + wide <= width && y + high <= 700, `at ${width} px, name at ${block}: ${x} ${y} ${wide} ${high}`)
        await r.page.keyboard.press('Escape')
        await r.card.waitFor({ state: 'hidden' })
      }
    }
  }
})

test('cards open by pointing, by pressing or not at all, and the choice is remembered', async t => {
  const r = reader(await visit(t))
  const { page } = r

  await r.option('cards click')
  await page.reload()
  const name = r.names.nth(3)
  await r.center(name)
  const [line] = await r.lines(name)
  await r.rest(line)
  await pause(OPENS.most)
  assert.ok(!(await r.card.isVisible()), 'pointing opens nothing')
  await page.mouse.click(...middle(line))
  await r.card.waitFor()
  await page.keyboard.press('Escape')

  await r.option('cards off')
  await page.reload()
  await r.paragraphs.nth(2).waitFor()
  assert.equal(await r.paragraphs.getByRole('button').count(), 0, 'names are plain text')

  await r.option('cards hover')
  await page.reload()
  await open(r, r.names.nth(3))
})

/** Scrolls a name to that many pixels under the top of the window; Firefox goes back to where `scrollIntoView` went. */
const scrollTo = (r, name, top) =>
  name.evaluate((name, top) => window.scrollBy({ top: name.getBoundingClientRect().top - top, behavior: 'instant' }), top)

const cardLabel = r => r.card.evaluate(card => card.getAttribute('aria-label') ?? card.querySelector('h1, h2, h3')?.textContent)

/** The first two names of different actors that stand on one line of a paragraph. */
async function twoNamesOfOneParagraph(r) {
  const names = await r.names.all()
  const lines = await r.names.evaluateAll(all => all.map(name => ({ top: name.getBoundingClientRect().top, text: name.textContent })))
  for (let i = 1; i < names.length; i++) {
    if (Math.abs(lines[i].top - lines[i - 1].top) < 2 && lines[i].text !== lines[i - 1].text) return [names[i - 1], names[i]]
  }
  throw new Error('no line names two actors')
}

/** Narrows the window until a name is broken over two lines, and returns it. */
async function brokenName(r) {
  for (let width = 900; width >= 380; width -= 13) {
    await r.page.setViewportSize({ width, height: 800 })
    const index = await r.names.evaluateAll(all => all.findIndex(name => name.getClientRects().length === 2))
    if (index >= 0) return r.names.nth(index)
  }
  throw new Error('no name was ever broken')
}

async function leftmostAndRightmost(r) {
  const lefts = await r.names.evaluateAll(all => all.map(name => name.getBoundingClientRect().left))
  return [lefts.indexOf(Math.min(...lefts)), lefts.indexOf(Math.max(...lefts))].map(index => r.names.nth(index))
}
