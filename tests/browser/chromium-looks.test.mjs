// The page in other circumstances: narrow, zoomed, dark, without motion, with forced colors, on paper.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { STATES } from './support/looks.mjs'
import { ARTICLE, FRAMINGS, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** 1280 × 1024 at 400% is 320 × 256 CSS pixels. */
const WIDTHS = { '1280 px': [1280, 800], '768 px': [768, 1024], '360 px': [360, 740], '400% zoom': [320, 256] }

for (const [state, enter] of Object.entries(STATES)) {
  test(`nothing scrolls sideways, at any width: ${state}`, async t => {
    const [widest, ...narrower] = Object.entries(WIDTHS)
    const [width, height] = widest[1]
    const r = reader(await visit(t, { viewport: { width, height } }))
    await enter(r)
    const fits = async name => assert.ok((await overflow(r.page)) <= 0, `${name}: ${await overflow(r.page)} px too wide`)
    await fits(widest[0])
    for (const [name, [width, height]] of narrower) {
      await r.page.setViewportSize({ width, height })
      await fits(name)
    }
  })
}

test('at 400% zoom the text and an open card can be read and scrolled', async t => {
  const r = reader(await visit(t, { viewport: { width: 320, height: 256 } }))
  await STATES['a card open'](r)
  const { x, y, width, height } = await r.card.boundingBox()
  assert.ok(x >= 0 && y >= 0 && x + width <= 320 && y + height <= 256, `the card is in the window: ${x} ${y} ${width} ${height}`)
  const scrolls = await r.card.evaluate(card => {
    const inner = [card, ...card.querySelectorAll('*')].filter(e => e.scrollHeight > e.clientHeight + 1)
    return inner.length === 0 || inner.some(e => /auto|scroll/.test(getComputedStyle(e).overflowY))
  })
  assert.ok(scrolls, 'what does not fit can be scrolled to')
})

for (const framing of FRAMINGS) {
  test(`no note lies on another, nor on the text: ${framing}`, async t => {
    for (const [name, [width, height]] of Object.entries(WIDTHS)) {
      const r = reader(await visit(t, { viewport: { width, height } }))
      for (const choose of await r.articles.all()) {
        await choose.click()
        if ((await r.choice(framing).getAttribute('aria-pressed')) === 'false') await r.switchTo(framing)
        const boxes = await r.root.evaluate(host => [...host.shadowRoot.querySelectorAll('article .text, article [role="note"]')]
          .filter(element => element.checkVisibility({ visibilityProperty: true }))
          .map(element => ({ text: element.textContent.slice(0, 30), box: element.getBoundingClientRect().toJSON() })))
        const lies = boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other => overlap(one.box, other.box)).map(other => `${one.text} | ${other.text}`))
        assert.deepEqual(lies, [], name)
      }
    }
  })
}

const overlap = (one, other) =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1

test('the text column is about 66 characters wide', async t => {
  const r = reader(await visit(t))
  const characters = await r.paragraphs.evaluateAll(all => {
    const full = all.filter(paragraph => paragraph.getClientRects()[0].height > 80)
    return full.map(paragraph => paragraph.textContent.length / (paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight)))
  })
  const mean = characters.reduce((sum, value) => sum + value, 0) / characters.length
  assert.ok(mean > 54 && mean < 76, `${mean.toFixed(0)} characters a line`)
})

test('dark follows the system, and the reader\'s own choice is remembered', async t => {
  const lightness = r => r.paragraphs.first().evaluate(element => {
    const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number)
    return red + green + blue
  })
  const dark = reader(await visit(t, { colorScheme: 'dark' }))
  const light = reader(await visit(t, { colorScheme: 'light' }))
  const [onDark, onLight] = [await lightness(dark), await lightness(light)]
  assert.ok(onDark > onLight, 'light letters on a dark page')
  await light.option('theme dark')
  assert.equal(await lightness(light), onDark)
  await light.page.reload()
  await light.paragraphs.first().waitFor()
  assert.equal(await lightness(light), onDark, 'also after the page was opened again')
})

test('with reduced motion nothing moves', async t => {
  const r = reader(await visit(t, { reducedMotion: 'reduce' }))
  await STATES['a card open'](r)
  const moving = await r.root.evaluate(host => host.shadowRoot.getAnimations().length + document.getAnimations().length)
  assert.equal(moving, 0)
  await r.switchTo('security')
  assert.equal(await r.root.evaluate(host => host.shadowRoot.getAnimations().length), 0)
})

test('with forced colors the switch and the marks can still be told apart', async t => {
  const r = reader(await visit(t, { forcedColors: 'active' }))
  const look = locator => locator.evaluate(element => {
    const style = getComputedStyle(element)
    return [style.backgroundColor, style.color, style.borderStyle, style.borderColor, style.borderWidth, style.outlineStyle,
      style.textDecorationLine, style.textDecorationStyle, style.fontWeight].join(' ')
  })
  for (const framing of FRAMINGS) {
    const other = FRAMINGS.find(name => name !== framing)
    const off = await look(r.evidence(framing).first())
    await r.switchTo(framing)
    assert.notEqual(await look(r.choice(framing)), await look(r.choice(other)), `${framing} is seen to be on`)
    assert.notEqual(await look(r.evidence(framing).first()), off, `the evidence of ${framing} is seen`)
  }
})

test('on paper there are no controls, and the actors are numbered notes', async t => {
  const r = reader(await visit(t))
  await r.switchTo('security')
  await STATES['a card open'](r)
  await r.page.emulateMedia({ media: 'print' })
  for (const control of await r.root.locator('button, input, select, summary, .ways a, .articles a, .strip').all()) {
    assert.ok(!(await control.isVisible()), `not printed: ${await control.evaluate(element => element.outerHTML)}`)
  }
  assert.ok(!(await r.card.isVisible()), 'nor a card')

  const notes = r.root.locator('.cast li')
  const numbered = await r.root.locator('[data-name] sup').evaluateAll(all => all.map(number => getComputedStyle(number, '::before').content))
  assert.ok((await notes.count()) > 10)
  assert.ok(await notes.first().isVisible())
  assert.ok(numbered.length > 20 && numbered.every(content => /\d/.test(content) || /counter/.test(content)), 'each name has a number')
  const pdf = (await r.page.pdf()).toString('latin1')
  assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length >= 2, 'and it fills some pages')
})
