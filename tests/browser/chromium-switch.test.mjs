// What the switch does: evidence, stepping back, notes, strip, announcement; and what it leaves where it is.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, FRAMINGS, middle, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

/** How much of a paragraph's own look each paragraph has: color, opacity. */
const looks = paragraphs => paragraphs.evaluateAll(all => all.map(paragraph => {
  const { color, opacity } = getComputedStyle(paragraph)
  return `${color} ${opacity}`
}))

/** What a mark looks like besides its colors. */
const shapes = marks => marks.evaluateAll(all => all.map(mark => {
  const style = getComputedStyle(mark)
  return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness, style.borderBottomStyle,
    style.borderBottomWidth, style.fontWeight, style.fontStyle].join(' ')
}))

async function shown(locator) {
  const texts = []
  for (const one of await locator.all()) if (await one.isVisible()) texts.push(await one.innerText())
  return texts
}

for (const framing of FRAMINGS) {
  test(`${framing}: one standfirst, its notes, and paragraphs without it step back`, async t => {
    const r = reader(await visit(t))
    const neutral = await looks(r.paragraphs)
    await r.switchTo(framing)

    assert.equal(await r.choice(framing).getAttribute('aria-pressed'), 'true')
    assert.equal((await shown(r.standfirsts)).length, 1)
    const notes = await shown(r.notes)
    assert.ok(notes.length >= 5, `five notes or more, not ${notes.length}`)
    for (const note of notes) assert.match(note, new RegExp(`read as ${framing}`, 'i'))

    const after = await looks(r.paragraphs)
    const stepped = after.filter((look, index) => look !== neutral[index]).length
    assert.ok(stepped > 0 && stepped < after.length, `${stepped} of ${after.length} paragraphs step back`)
  })

  test(`${framing}: its evidence is marked by more than a color`, async t => {
    const r = reader(await visit(t))
    const own = r.evidence(framing)
    const neutral = await shapes(own)
    assert.ok(neutral.length > 5, `${neutral.length} marks`)
    await r.switchTo(framing)
    const on = await shapes(own)
    assert.ok(on.every((shape, index) => shape !== neutral[index]), 'every mark changes its shape')
  })

  test(`${framing}: the announcement counts its paragraphs as the strip shows them`, async t => {
    const r = reader(await visit(t))
    await r.switchTo(framing)
    await pause(300)
    const said = (await r.status.allTextContents()).join(' ')
    const [, some, all] = said.match(new RegExp(`${framing}: (\\d+) of (\\d+) paragraphs in this article`, 'i')) ?? []
    assert.ok(all, `it says how many: ${said}`)
    assert.ok(Number(some) > 0 && Number(some) < Number(all))
    assert.equal(await r.ticks.count(), Number(all), 'one tick a paragraph')
  })
}

for (const framing of FRAMINGS) {
  for (const forcedColors of ['none', 'active']) {
    test(`${framing}: a rule tells where it speaks, where only the other does, where neither: forced colors ${forcedColors}`, async t => {
      const r = reader(await visit(t, { forcedColors }))
      const other = FRAMINGS.find(name => name !== framing)
      await r.switchTo(framing)
      const [own, only, neither] = await Promise.all([[framing], [other], []].map(framings => rules(r.framed(framings))))
      assert.equal(new Set([...own, ...only, ...neither]).size, 3, `three looks: ${[...own]} | ${[...only]} | ${[...neither]}`)
    })
  }
}

/** The different shapes of the rules beside paragraphs, without their colors: painted behind the text or, where colors are
 * forced and nothing is painted there, as borders. */
const rules = async blocks => new Set(await blocks.evaluateAll(all => all.map(block => {
  const style = getComputedStyle(block)
  const painted = style.backgroundImage.replace(/rgba?\([^)]*\)/g, 'color')
  const border = style.borderLeftWidth === '0px' ? 'none' : `${style.borderLeftStyle} ${style.borderLeftWidth}`
  return painted === 'none' ? border : `${painted} ${style.backgroundSize} ${style.backgroundRepeat}`
})))

test('the words of the article never change', async t => {
  const r = reader(await visit(t))
  // What is said to those who do not see the marks comes and goes with the framing; the article's own words stay.
  const words = () => r.paragraphs.evaluateAll(all => all.map(paragraph => {
    const copy = paragraph.cloneNode(true)
    for (const added of copy.querySelectorAll('[data-only]')) added.remove()
    return copy.textContent
  }))
  const neutral = await words()
  for (const framing of FRAMINGS) {
    await r.switchTo(framing)
    assert.deepEqual(await words(), neutral)
  }
})

test('pressing the framing that is on switches it off again', async t => {
  const r = reader(await visit(t))
  const neutral = await looks(r.paragraphs)
  await r.switchTo('security')
  await r.switchTo('security')
  assert.deepEqual(await looks(r.paragraphs), neutral)
  assert.equal((await shown(r.standfirsts)).length, 2)
})

test('the switch stays in view wherever the reader is', async t => {
  for (const width of [1280, 768, 360]) {
    const r = reader(await visit(t, { viewport: { width, height: 700 } }))
    await r.paragraphs.nth(25).evaluate(paragraph => paragraph.scrollIntoView({ block: 'center', behavior: 'instant' }))
    for (const choice of await r.choices.all()) {
      const [x, y] = middle(await rect(choice))
      assert.ok(y > 0 && y < 700, `at ${width} px it is in the window`)
      const hit = await choice.evaluate((element, [x, y]) => element.contains(element.getRootNode().elementFromPoint(x, y)), [x, y])
      assert.ok(hit, `at ${width} px nothing lies on it`)
    }
  }
})

for (const width of [1280, 768, 360]) {
  test(`the line being read does not move on a switch, ${width} px wide`, async t => {
    const r = reader(await visit(t, { viewport: { width, height: 700 } }))
    for (const index of [8, 20, 30]) {
      await r.paragraphs.nth(index).evaluate(paragraph => paragraph.scrollIntoView({ block: 'start', behavior: 'instant' }))
      await r.page.mouse.wheel(0, -120)
      await pause(200)
      const read = await topmost(r)
      for (const framing of ['security', 'bargaining', 'bargaining', 'security', 'security']) {
        const before = await top(read)
        await r.choice(framing).click()
        await pause(100)
        const moved = (await top(read)) - before
        assert.ok(Math.abs(moved) <= 1, `near paragraph ${index} it moved by ${moved} px on ${framing}`)
      }
    }
  })
}

/** The paragraph at the top of the window, under the switch, and on a phone under the strip that lies there. */
async function topmost(r) {
  const { bottom } = await rect(r.choice('security'))
  const index = await r.paragraphs.evaluateAll((all, bottom) => {
    const strip = all[0].getRootNode().querySelector('.strip').getBoundingClientRect()
    const under = strip.height < 60 ? strip.bottom + 1 : bottom + 20
    return all.findIndex(paragraph => paragraph.getBoundingClientRect().bottom > under)
  }, bottom)
  return r.paragraphs.nth(index)
}

test('at the top of the page a switch moves no text under the eyes either', async t => {
  const r = reader(await visit(t))
  const before = await r.page.evaluate(() => scrollY)
  await r.switchTo('security')
  assert.ok(Math.abs((await r.page.evaluate(() => scrollY)) - before) <= 400, 'the page does not jump')
})

test('a card and a note that are open stay right when the framing switches', async t => {
  const r = reader(await visit(t))
  const name = r.names.filter({ hasText: 'Bessent' }).first()
  await r.switchTo('bargaining')
  await r.center(name)
  await name.evaluate(element => element.click())
  await r.card.waitFor()
  const under = await r.card.innerText()
  await r.choice('security').evaluate(choice => choice.click())
  await r.page.waitForFunction(() => window.probe.events.filter(({ name }) => name === 'framingchange').length === 2)
  await pause(100)
  assert.ok(await r.card.isVisible(), 'the card is still open')
  assert.notEqual(await r.card.innerText(), under, 'and says what its actor wants under the other framing')
})

test('the element tells its host about a switch once', async t => {
  const r = reader(await visit(t))
  await r.switchTo('security')
  const events = await r.events('framingchange')
  assert.equal(events.length, 1)
  assert.equal(events[0].detail.framing, 'security')
})

const rect = locator => locator.evaluate(element => element.getBoundingClientRect().toJSON())
const top = async locator => (await rect(locator)).top
