// Why this passage: the reasons of a line's codes, from its number, by address, and what to cite.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, FRAMINGS, at, middle, reader } from './support/reader.mjs'
import { documents } from './support/story.mjs'

const visit = withChromium(ARTICLE)
const story = await documents()

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const hash = page => page.evaluate(() => location.hash)
const hasFocus = locator => locator.evaluate(element => window.probe.focused() === element)
const drawn = r => r.why.locator('h2').waitFor()

/** The first paragraph with evidence of a framing. */
const marked = (r, framing) => r.blocks.filter({ has: r.page.locator(`mark[data-frames~="f${FRAMINGS.indexOf(framing)}"]`) }).first()
const number = block => block.locator('.number')

for (const framing of FRAMINGS) {
  test(`${framing}: one press leads from a marked paragraph to its reasons, and the line stays where it is`, async t => {
    const r = reader(await visit(t))
    await r.switchTo(framing)
    const block = marked(r, framing)
    await block.evaluate(block => block.scrollIntoView({ block: 'center', behavior: 'instant' }))
    const top = () => block.evaluate(block => block.getBoundingClientRect().top)
    const before = await top()
    await number(block).click()
    await drawn(r)
    assert.ok(Math.abs((await top()) - before) <= 1, 'the line does not move')
    const words = await block.locator(`mark[data-frames~="f${FRAMINGS.indexOf(framing)}"]`).allTextContents()
    const told = await r.why.innerText()
    for (const word of words) assert.ok(told.includes(word), `its evidence: ${word}`)
    assert.match(told, /by hand/i)
    assert.match(told, /engine/i)
    assert.match(told, /\b[BSN]\d+\b/, 'a rule of the codebook')
    const line = await block.getAttribute('data-line')
    assert.equal(await hash(r.page), `#reader/000/${line}/why/${framing}`)
    assert.ok(await r.why.evaluate(why => why.contains(window.probe.focused())), 'the focus is there')
    assert.ok(await r.page.getByRole('dialog', { name: /why this passage/i }).isVisible())
  })
}

test('the verdicts are those of the hand codes, and where hand and engine differ it says so', async t => {
  const r = reader(await visit(t))
  let differing = 0
  for (const id of ['003', '000']) {
    await r.article(id).click()
    await r.root.locator(`.articles [data-go="${id}"][aria-current]`).waitFor()
    for (const { line, frames } of story.find(document => document.id === id).blocks.filter(({ kind }) => kind === 'para')) {
      const block = r.root.locator(`.block[data-line="${line}"]`)
      await number(block).evaluate(number => number.click())
      await r.why.locator('h2').getByText(`${id}, line ${line}`).waitFor()
      const byHand = await r.why.locator('.verdicts tbody tr').evaluateAll(rows => rows.map(row => row.querySelector('td').dataset.show))
      assert.deepEqual(byHand, ['f0', 'f1'].map(frame => (frames.includes(frame) ? 'present' : 'absent')), `${id}:${line}`)
      const differs = await block.locator('.differs').count()
      assert.equal(await r.why.locator('.differ').count(), differs, `${id}:${line}`)
      assert.equal(await r.why.locator('.agree').count(), differs ? 0 : 1)
      assert.ok((await r.why.locator('.reason').innerText()).length > 20, 'the coder\'s reason')
      differing += differs
    }
  }
  assert.ok(differing > 0, 'they do differ somewhere')
})

const CLOSING = { Esc: r => r.page.keyboard.press('Escape'), 'the button': r => r.why.getByRole('button', { name: 'Close' }).click() }
for (const [how, close] of Object.entries(CLOSING)) {
  test(`${how} closes the reasons, and the focus returns to the number`, async t => {
    const r = reader(await visit(t))
    const block = r.blocks.nth(6)
    await number(block).click()
    await drawn(r)
    await close(r)
    await r.why.waitFor({ state: 'hidden' })
    assert.ok(await hasFocus(number(block)))
    assert.equal(await hash(r.page), `#reader/000/${await block.getAttribute('data-line')}`)
  })
}

test('Esc closes a card that was opened over the reasons first, then the reasons', async t => {
  const r = reader(await visit(t, { path: at('000/6/why') }))
  await drawn(r)
  await r.names.filter({ hasText: 'Bessent' }).first().evaluate(name => name.click())
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.card.waitFor({ state: 'hidden' })
  assert.ok(await r.why.isVisible())
  await r.page.keyboard.press('Escape')
  await r.why.waitFor({ state: 'hidden' })
})

test('a name in the reasons opens the card of its actor, and is plain text where cards are off', async t => {
  const r = reader(await visit(t, { path: at('000/6/why') }))
  await drawn(r)
  const names = r.why.locator('[data-name]')
  const called = await names.allInnerTexts()
  assert.ok(called.length > 1)
  for (const [index, name] of (await names.all()).entries()) {
    await name.evaluate(name => name.click())
    await r.card.waitFor()
    assert.equal(await r.card.locator('h3').innerText(), called[index])
    assert.equal(await name.getAttribute('aria-expanded'), 'true')
    await r.page.keyboard.press('Escape')
    await r.card.waitFor({ state: 'hidden' })
    assert.ok(await hasFocus(name))
  }
  await r.option('cards off')
  await r.page.waitForFunction(why => !why.querySelector('[data-name]'), await r.why.elementHandle())
})

test('by keyboard: from a name to the number with the arrow keys, Enter opens, Tab goes through', async t => {
  const r = reader(await visit(t))
  const block = r.blocks.filter({ has: r.page.locator('[data-name]') }).first()
  await block.locator('[data-name]').first().focus()
  await r.page.keyboard.press('ArrowLeft')
  assert.ok(await hasFocus(number(block)))
  await r.page.keyboard.press('Enter')
  await drawn(r)
  await r.page.keyboard.press('Tab')
  assert.ok(await r.why.evaluate(why => why.contains(window.probe.focused())))
  for (let presses = 0; presses < 60; presses++) await r.page.keyboard.press('Tab')
  assert.ok(!(await r.why.evaluate(why => why.contains(window.probe.focused()))), 'Tab is not caught')
})

test('on a phone a tap on the number opens a sheet at the bottom', async t => {
  const r = reader(await visit(t, PHONE))
  const block = r.blocks.nth(5)
  await block.evaluate(block => block.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await r.page.touchscreen.tap(...middle(await number(block).evaluate(number => number.getBoundingClientRect().toJSON())))
  await drawn(r)
  await pause(100)
  const { x, y, width, height } = await r.why.boundingBox()
  assert.ok(x <= 1 && width >= 358 && Math.abs(y + height - 740) <= 1 && height <= 740 * 0.75, `${x} ${y} ${width} ${height}`)
})

test('an address opens the reasons, under its framing, beside their line', async t => {
  const r = reader(await visit(t, { path: at('002/24/why/security') }))
  await drawn(r)
  assert.match(await r.why.innerText(), /002, line 24/)
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  const { top } = await r.line(24).evaluate(text => text.getBoundingClientRect().toJSON())
  assert.ok(top >= 0 && top < 800, `line 24 is in the window, at ${top}`)
  await r.page.goto(r.page.url().replace('/why', ''))
  await r.why.waitFor({ state: 'hidden' })
  await r.page.goBack()
  await drawn(r)
})

test('the paragraphs before and after can be asked the same; back goes back', async t => {
  const r = reader(await visit(t, { path: at('000/6/why') }))
  await drawn(r)
  await r.why.locator('.neighbors [data-go="000/7/why"]').click()
  await r.why.getByText('000, line 7').first().waitFor()
  await r.page.goBack()
  await r.why.getByText('000, line 6').first().waitFor()
})

test('what is no paragraph says that it is not coded, and can be cited too', async t => {
  const { line } = story.find(({ id }) => id === '002').blocks.find(({ kind }) => kind === 'caption')
  const r = reader(await visit(t, { path: at(`002/${line}/why`) }))
  await drawn(r)
  assert.ok(await r.why.locator('[data-copy]').isVisible())
  assert.equal(await r.why.locator('.verdicts').count(), 0)
})

test('link and citation are copied, and it says so', async t => {
  const r = reader(await visit(t, { path: at('002/24/why/security'), permissions: ['clipboard-read', 'clipboard-write'] }))
  await drawn(r)
  const citation = await r.why.locator('[data-copy]').innerText()
  assert.match(citation, /002.*line 24.*framing-reader contributors/i)
  assert.ok(await r.why.getByRole('button', { name: /copy/i }).isVisible())
  await r.why.getByRole('button', { name: /copy/i }).click()
  await r.status.getByText('Copied', { exact: true }).waitFor({ state: 'attached' })
  const copied = await r.page.evaluate(() => navigator.clipboard.readText())
  const origin = new URL(r.page.url()).origin
  assert.equal(copied, `${origin}/#reader/002/24/security\n${citation}`)
  const again = reader(await visit(t, { path: `/${new URL(copied.split('\n')[0]).hash}` }))
  assert.ok(await again.line(24).isVisible(), 'the link leads to the passage')
})

test('where copying is refused the words are selected, and it says so', async t => {
  const r = reader(await visit(t, { path: at('000/6/why') }))
  await drawn(r)
  await r.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } })
  })
  await r.why.getByRole('button', { name: /copy/i }).click()
  await r.status.getByText('Not copied').waitFor({ state: 'attached' })
  const selected = await r.root.evaluate(host => (host.shadowRoot.getSelection?.() ?? getSelection()).toString())
  assert.equal(selected.trim(), (await r.why.locator('[data-copy]').innerText()).trim())
})
