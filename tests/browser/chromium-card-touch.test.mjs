// The card by touch: a tap opens it, a tap outside closes it, and on a small screen it is a sheet at the bottom.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { ARTICLE, middle, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true }

async function tap(r, name) {
  await r.center(name)
  await r.page.touchscreen.tap(...middle((await r.lines(name))[0]))
}

for (const [device, options] of Object.entries({ phone: PHONE, tablet: TABLET })) {
  test(`${device}: a tap opens the card, a tap outside closes it`, async t => {
    const r = reader(await visit(t, options))
    await tap(r, r.names.nth(3))
    await r.card.waitFor()
    assert.equal(await r.card.count(), 1)
    const { y, height } = await r.card.boundingBox()
    const outside = y > 200 ? y - 60 : y + height + 60
    await r.page.touchscreen.tap(12, outside)
    await r.card.waitFor({ state: 'hidden' })
  })
}

test('a tap on another name shows that one', async t => {
  const r = reader(await visit(t, TABLET))
  await tap(r, r.names.nth(3))
  await r.card.waitFor()
  const first = await r.card.innerText()
  const names = await r.names.allInnerTexts()
  const other = names.findIndex((text, index) => index > 6 && text !== names[3])
  await tap(r, r.names.nth(other))
  await r.page.waitForFunction(() => window.probe.events.filter(({ name }) => name === 'cardopen').length === 2)
  assert.equal(await r.card.count(), 1)
  assert.notEqual(await r.card.innerText(), first)
})

test('on a phone the card is a sheet at the bottom, as wide as the screen', async t => {
  const r = reader(await visit(t, PHONE))
  await tap(r, r.names.nth(3))
  await r.card.waitFor()
  const { x, y, width, height } = await r.card.boundingBox()
  assert.ok(x <= 1 && width >= 358, `from edge to edge: ${x}, ${width} wide`)
  assert.ok(Math.abs(y + height - 740) <= 1, `down to the lower edge: ${y + height}`)
  assert.ok(height <= 740 * 0.75, `text is still to be seen: ${height} high`)
})

test('what is touched is large enough', async t => {
  const r = reader(await visit(t, PHONE))
  for (const choice of await r.choices.all()) {
    const { width, height } = await choice.boundingBox()
    assert.ok(width >= 24 && height >= 24, `${width} × ${height}`)
  }
})
