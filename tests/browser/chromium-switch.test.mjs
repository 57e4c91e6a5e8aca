// What the switch does: marks, notes, strip, announcement, and the line that is being read stays where it is.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { FRAMINGS, reader } from './support/reader.mjs'

const visit = withChromium()

/** Script, style and layout of one switch, in ms: a frame at 60 Hz. */
const SWITCH_BUDGET = 16

const words = paragraphs => paragraphs.evaluateAll(all => all.map(paragraph => paragraph.textContent))

for (const framing of FRAMINGS) {
  test(`${framing}: its evidence is marked, other paragraphs step back, its notes and its standfirst are shown`, async t => {
    const page = await visit(t)
    const { choice, switchTo, marks, notes, standfirsts, paragraphs } = reader(page)
    const before = await paragraphs.evaluateAll(all => all.map(paragraph => getComputedStyle(paragraph).color))
    await reader(page).switchTo(framing)
    assert.equal(await choice(framing).getAttribute('aria-pressed'), 'true')

    const shown = await visibleTexts(notes)
    assert.ok(shown.length >= 5, `five notes or more, not ${shown.length}`)
    for (const note of shown) assert.match(note, new RegExp(`read as ${framing}`, 'i'))
    assert.equal((await visibleTexts(standfirsts)).length, 1)

    const after = await paragraphs.evaluateAll(all => all.map(paragraph => getComputedStyle(paragraph).color))
    const stepped = after.filter((color, i) => color !== before[i]).length
    assert.ok(stepped > 0 && stepped < after.length, `${stepped} of ${after.length} paragraphs step back`)
    assert.ok((await marks.count()) > 0)
  })
}

async function visibleTexts(locator) {
  const texts = []
  for (const one of await locator.all()) if (await one.isVisible()) texts.push(await one.innerText())
  return texts
}
