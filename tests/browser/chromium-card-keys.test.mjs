// The card by keyboard, and what a screen reader is told.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

/** Whether the focus is on this element. */
const hasFocus = locator => locator.evaluate(element => window.probe.focused() === element)
const focusIsInCard = r => r.card.evaluate(card => card.contains(window.probe.focused()))

/** The number and the names of the first paragraph that has three names or more. */
async function stopsOfOneParagraph(r) {
  const index = await r.blocks.evaluateAll(all => all.findIndex(block => block.querySelectorAll('[data-name]').length >= 3))
  assert.ok(index >= 0, 'a paragraph names three actors')
  return r.stops(r.blocks.nth(index))
}

test('a paragraph is one tab stop, and the arrow keys go between its number and its names', async t => {
  const r = reader(await visit(t))
  const tabbed = await r.blocks.evaluateAll(all =>
    all.map(block => [...block.querySelectorAll('.number, .text *')].filter(stop => stop.tabIndex === 0).length))
  assert.ok(tabbed.length > 20 && tabbed.every(count => count === 1), `tab stops a paragraph: ${tabbed}`)

  const stops = await stopsOfOneParagraph(r)
  const last = (await stops.count()) - 1
  const keys = [['ArrowRight', 2], ['ArrowRight', 3], ['ArrowLeft', 2], ['End', last], ['Home', 0], ['ArrowDown', 1], ['ArrowUp', 0]]
  assert.equal(await stops.nth(1).evaluate(stop => stop.tabIndex), 0, 'the first name, before the reader has been there')
  await stops.nth(1).focus()
  for (const [key, index] of keys) {
    await r.page.keyboard.press(key)
    assert.ok(await hasFocus(stops.nth(index)), `${key} goes to stop ${index}`)
  }
  await r.page.keyboard.press('ArrowRight')
  await r.page.keyboard.press('ArrowRight')
  await r.page.keyboard.press('Tab')
  assert.ok(!(await stops.evaluateAll(all => all.includes(window.probe.focused()))), 'Tab leaves the paragraph')
  await r.page.keyboard.press('Shift+Tab')
  assert.ok(await hasFocus(stops.nth(2)), 'and coming back finds the name it left')
})

test('what has the focus is never hidden under the switch', async t => {
  for (const height of [800, 400]) {
    const r = reader(await visit(t, { viewport: { width: 768, height } }))
    await r.names.nth(60).focus()
    for (let presses = 0; presses < 25; presses++) {
      await r.page.keyboard.press('Shift+Tab')
      const hidden = await r.choice('security').evaluate(choice => {
        const focused = window.probe.focused()
        const [bar, { top, bottom }] = [choice, focused].map(element => element.getBoundingClientRect())
        const sticks = bar.top < 60 && !choice.parentElement.contains(focused)
        return (sticks && bottom <= bar.bottom) || top >= innerHeight ? focused.outerHTML.slice(0, 90) : ''
      })
      assert.equal(hidden, '', `after ${presses + 1} steps back, ${height} px high`)
    }
  }
})

test('focus alone opens nothing', async t => {
  const r = reader(await visit(t))
  const stops = await stopsOfOneParagraph(r)
  await stops.nth(1).focus()
  await r.page.keyboard.press('ArrowRight')
  await pause(900)
  assert.deepEqual(await r.events('cardopen'), [])
})

for (const key of ['Enter', 'Space']) {
  test(`${key} opens the card, Tab goes into it, Esc closes it and the focus returns`, async t => {
    const r = reader(await visit(t))
    const name = r.names.nth(3)
    await name.focus()
    assert.equal(await name.getAttribute('aria-expanded'), 'false')
    await r.page.keyboard.press(key)
    await r.card.waitFor()
    assert.equal(await name.getAttribute('aria-expanded'), 'true')
    assert.equal(await r.card.count(), 1)

    if (!(await focusIsInCard(r))) await r.page.keyboard.press('Tab')
    assert.ok(await focusIsInCard(r), 'the focus is in the card')
    await r.page.keyboard.press('Escape')
    await r.card.waitFor({ state: 'hidden' })
    assert.ok(await hasFocus(name), 'the focus is back on the name')
    assert.equal(await name.getAttribute('aria-expanded'), 'false')
  })
}

test('Tab goes through the card and on into the text', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(3)
  await name.focus()
  await r.page.keyboard.press('Enter')
  await r.card.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    await r.page.keyboard.press('Tab')
    const inCard = (await r.card.isVisible()) && (await focusIsInCard(r))
    if (!inCard && presses > 0) break
  }
  assert.ok(!((await r.card.isVisible()) && (await focusIsInCard(r))), 'Tab is never caught in the card')
  assert.ok(await r.page.evaluate(() => window.probe.focused() !== document.body), 'nor is the focus lost')
})

test('Esc closes a card that the mouse opened, wherever the focus is', async t => {
  const r = reader(await visit(t))
  const name = r.names.nth(3)
  await r.center(name)
  await r.rest((await r.lines(name))[0])
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.card.waitFor({ state: 'hidden' })
})

test('Esc closes a card after the switch was pressed with the card open', async t => {
  const r = reader(await visit(t))
  await r.names.nth(3).focus()
  await r.page.keyboard.press('Enter')
  await r.card.waitFor()
  await r.choice('security').evaluate(choice => (choice.focus(), choice.click()))
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.card.waitFor({ state: 'hidden' })
})

test('the card has a label, and says its actor, role, stance and sources', async t => {
  const r = reader(await visit(t))
  const name = r.names.filter({ hasText: 'Bessent' }).first()
  await name.focus()
  await r.page.keyboard.press('Enter')
  await r.page.getByRole('dialog', { name: /Scott Bessent/ }).waitFor()
  const text = await r.card.innerText()
  assert.match(text, /Person/i)
  assert.match(text, /United States/i)
  assert.match(text, /line \d+/i, 'a source: article and line')
})
