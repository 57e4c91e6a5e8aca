// The overview: every article as a strip, to one scale, both framings in sight without color, and each tick the way to its paragraph.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { ARTICLE, FRAMINGS, VIEWS, at, middle, reader } from './support/reader.mjs'
import { serve } from './support/server.mjs'
import { documents } from './support/story.mjs'

const visit = withChromium()
const story = await documents()

/** What the overview shows a tick of. */
const TICKED = ['para', 'caption', 'heading']
/** Contrast that what has to be told apart in a picture needs at least (WCAG 1.4.11). */
const GRAPHICS = 3

const ticked = ({ blocks }) => blocks.filter(({ kind }) => TICKED.includes(kind))
const rects = (ticks, selector) => ticks.evaluateAll((all, selector) =>
  all.map(tick => [...tick.querySelectorAll(selector)].map(rect => rect.getBoundingClientRect().toJSON())), selector)

test('the overview comes first, unless the address or `document` names a passage', async t => {
  const r = reader(await visit(t))
  await r.overview.waitFor()
  assert.equal(await r.paragraphs.count(), 0)
  assert.equal(await r.way('overview').getAttribute('aria-current'), 'page')

  const named = reader(await visit(t, { path: at('001/12') }))
  assert.ok(await named.line(12).isVisible())
  assert.equal(await named.overview.count(), 0)

  const server = await serve({ pages: { '/guest.html': await host('document="003"') } })
  const attribute = reader(await visit(t, { server, path: '/guest.html' }))
  assert.equal(await attribute.paragraphs.count(), story.find(({ id }) => id === '003').blocks.length)
  assert.equal(await attribute.overview.count(), 0)
})

test('it is one step away from everywhere', async t => {
  for (const path of [ARTICLE, at('002/24/security'), at('000/6/why'), ...VIEWS.map(at)]) {
    const r = reader(await visit(t, { path }))
    await r.go('overview')
    assert.match(r.page.url(), /#reader\/overview/)
  }
})

test('both standfirsts stand above it', async t => {
  const r = reader(await visit(t))
  const below = (await r.overview.boundingBox()).y
  assert.equal(await r.standfirsts.count(), 2)
  for (const standfirst of await r.standfirsts.all()) {
    const { y, height } = await standfirst.boundingBox()
    assert.ok(y + height <= below)
  }
})

test('every paragraph, caption and heading has one tick, with its frames and its line', async t => {
  const r = reader(await visit(t))
  assert.equal(await r.rows.count(), story.length)
  let paragraphs = 0
  for (const document of story) {
    const drawn = await r.stripTicks(r.row(document.id)).evaluateAll(all =>
      all.map(tick => [tick.dataset.go, tick.dataset.frames ?? '', tick.querySelector('title').textContent]))
    const blocks = ticked(document)
    assert.deepEqual(
      drawn.map(([path, frames]) => [path, frames]),
      blocks.map(({ line, frames }) => [`${document.id}/${line}`, frames?.join(' ') ?? '']),
    )
    for (const [index, [, , title]] of drawn.entries()) {
      assert.ok(title.startsWith(`Line ${blocks[index].line}`) && title.includes(blocks[index].text.slice(0, 60)), title)
    }
    paragraphs += blocks.filter(({ kind }) => kind === 'para').length
  }
  assert.equal(paragraphs, 163)
})

for (const width of [1280, 360]) {
  test(`ticks are as wide as their paragraphs are long, to one scale in all articles, ${width} px wide`, async t => {
    const r = reader(await visit(t, { viewport: { width, height: 800 } }))
    const scales = []
    for (const document of story) {
      const rooms = await rects(r.stripTicks(r.row(document.id)), '.room')
      const texts = ticked(document).map(({ text }) => Buffer.byteLength(text))
      rooms.forEach(([{ width }], index) => scales.push({ scale: width / texts[index], of: `${document.id} ${index}` }))
    }
    const mean = scales.reduce((sum, { scale }) => sum + scale, 0) / scales.length
    const off = scales.filter(({ scale }) => Math.abs(scale / mean - 1) > 0.02)
    assert.deepEqual(off, [], `${mean} px a byte`)
  })
}

for (const [light, options] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colors': { forcedColors: 'active' },
})) {
  test(`both framings can be told apart by their shapes, and seen: ${light}`, async t => {
    const r = reader(await visit(t, options))
    for (const row of await r.rows.all()) {
      const ticks = r.stripTicks(row)
      const frames = await ticks.evaluateAll(all => all.map(tick => tick.dataset.frames ?? ''))
      const rooms = await rects(ticks, '.room')
      const bars = await Promise.all(['f0', 'f1'].map(frame => rects(row.locator('svg'), `.${frame} rect`)))
      for (const [index, [room]] of rooms.entries()) {
        const [first, second] = bars.map(([all]) => all.filter(({ left, right }) => (left + right) / 2 > room.left && (left + right) / 2 < room.right))
        assert.equal(first.length, frames[index].includes('f0') ? 1 : 0, 'one line for the first framing')
        assert.equal(second.length, frames[index].includes('f1') ? 2 : 0, 'two lines for the second')
        if (frames[index] !== 'f0 f1') continue
        assert.ok(first[0].bottom < second[0].top && second[1].top - second[0].bottom >= 1, 'which lie beside one another')
      }
    }
    const contrasts = await r.root.locator('.overview td :is(.f0, .f1) rect').evaluateAll(all =>
      all.map(bar => window.probe.contrastOf(bar, getComputedStyle(bar).fill)))
    assert.ok(Math.min(...contrasts) >= GRAPHICS, `contrast ${Math.min(...contrasts)}`)
  })
}

test('a framing that is on makes the other step back, and is counted over all articles', async t => {
  const r = reader(await visit(t))
  for (const [index, framing] of FRAMINGS.entries()) {
    await r.switchTo(framing)
    const opacity = selector => r.root.locator(`.overview td ${selector}`).first().evaluate(bar => Number(getComputedStyle(bar).opacity))
    assert.equal(await opacity(`.f${index}`), 1)
    assert.ok((await opacity(`.f${1 - index}`)) < 1)
    const framed = story.flatMap(({ blocks }) => blocks).filter(({ frames }) => frames?.includes(`f${index}`)).length
    await r.page.waitForFunction(
      ([status, words]) => status.textContent.toLowerCase().includes(words),
      [await r.status.first().elementHandle(), `${framing}: ${framed} of 163 paragraphs in all articles`],
    )
  }
})

for (const width of [1280, 360]) {
  test(`it reads as a table whose numbers are the data's, ${width} px wide`, async t => {
    const r = reader(await visit(t, { viewport: { width, height: 800 } }))
    // As assistive technology is told: styles may take a table's meaning away.
    const devtools = await r.page.context().newCDPSession(r.page)
    const { nodes } = await devtools.send('Accessibility.getFullAXTree')
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role.value)
    const count = role => roles.filter(other => other === role).length
    assert.equal(count('table'), 1)
    assert.equal(count('rowheader'), story.length)
    assert.equal(count('columnheader'), 6)
    assert.ok(count('cell') + count('gridcell') >= 5 * story.length)

    const headers = await r.overview.locator('thead th').allTextContents()
    assert.deepEqual(headers.slice(2).map(text => text.toLowerCase()), ['paragraphs', ...FRAMINGS, 'both'])
    for (const { id, blocks } of story) {
      const framed = framings => blocks.filter(({ frames }) => framings.every(framing => frames?.includes(framing))).length
      const numbers = await r.row(id).locator('td').evaluateAll(all => all.slice(1).map(cell => parseInt(cell.textContent)))
      const paragraphs = blocks.filter(({ kind }) => kind === 'para').length
      assert.deepEqual(numbers, [paragraphs, framed(['f0']), framed(['f1']), framed(['f0', 'f1'])], id)
    }
  })
}

test('the three versions of one article stand together and say what they are', async t => {
  const r = reader(await visit(t))
  const rows = await r.rows.evaluateAll(all => all.map(row => row.querySelector('.called').dataset.go))
  const said = async id => (await r.row(id).locator('th').innerText()).replace(/\s+/g, ' ')
  assert.match(await said('002'), /another edition of 000/i)
  assert.match(await said('003'), /a summary of 002/i)
  for (const id of ['001', '004']) assert.doesNotMatch(await said(id), /edition|summary of/i)
  const places = ['000', '002', '003'].map(id => rows.indexOf(id))
  assert.deepEqual(places, [places[0], places[0] + 1, places[0] + 2], `${rows}`)
})

const PRESS = {
  'a click': tick => tick.click(),
  Enter: async tick => {
    await tick.focus()
    await tick.press('Enter')
  },
  'a tap': async (tick, page) => {
    await tick.scrollIntoViewIfNeeded()
    await page.touchscreen.tap(...middle(await tick.evaluate(tick => tick.getBoundingClientRect().toJSON())))
  },
}
for (const [press, act] of Object.entries(PRESS)) {
  test(`${press} on a tick goes to its paragraph and marks it`, async t => {
    const options = press === 'a tap' ? { hasTouch: true, viewport: { width: 360, height: 740 } } : {}
    for (const [id, index] of [['000', 20], ['002', 5], ['004', 40]]) {
      const r = reader(await visit(t, options))
      const tick = r.stripTicks(r.row(id)).nth(index)
      const path = await tick.getAttribute('data-go')
      await act(tick, r.page)
      const block = r.root.locator(`.block[data-line="${path.split('/')[1]}"]`)
      await block.waitFor()
      assert.equal(new URL(r.page.url()).hash, `#reader/${path}`)
      assert.notEqual(await block.getAttribute('data-lit'), null, 'it is marked')
      const { top, bottom } = await block.evaluate(block => block.getBoundingClientRect().toJSON())
      assert.ok(top >= 0 && top < 400, `it is in the window, from ${top} to ${bottom}`)
      assert.ok(await block.evaluate(block => window.probe.focused() === block), 'reading goes on from there')
      await r.page.goBack()
      await r.overview.waitFor()
    }
  })
}

test('a strip is one tab stop, and the arrow keys go between its ticks', async t => {
  const r = reader(await visit(t))
  for (const row of await r.rows.all()) {
    const stops = await r.stripTicks(row).evaluateAll(all => all.map(tick => tick.tabIndex))
    assert.equal(stops.filter(stop => stop === 0).length, 1)
  }
  const ticks = r.stripTicks(r.row('001'))
  const last = (await ticks.count()) - 1
  const focused = () => ticks.evaluateAll(all => all.indexOf(window.probe.focused()))
  await r.row('001').locator('.called').focus()
  await r.page.keyboard.press('Tab')
  assert.equal(await focused(), 0)
  const keys = [['ArrowRight', 1], ['ArrowDown', 2], ['ArrowLeft', 1], ['End', last], ['ArrowRight', last], ['Home', 0], ['ArrowUp', 0], ['ArrowRight', 1]]
  for (const [key, index] of keys) {
    await r.page.keyboard.press(key)
    assert.equal(await focused(), index, key)
  }
  const drawn = await ticks.nth(1).locator('.room').evaluate(room => getComputedStyle(room).stroke)
  assert.notEqual(drawn, 'none', 'the focus can be seen')
  await r.page.keyboard.press('Tab')
  assert.equal(await focused(), -1, 'Tab leaves the strip')
  await r.page.keyboard.press('Shift+Tab')
  assert.equal(await focused(), 1, 'and coming back finds the tick it left')
})
