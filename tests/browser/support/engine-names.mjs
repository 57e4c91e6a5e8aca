// Roles and names as the engine tells them to assistive technology, where its driver can be asked for them.

import assert from 'node:assert/strict'
import { Gap, test } from './engine-test.mjs'
import { withChromium } from './chromium.mjs'
import { ARTICLE, reader } from './reader.mjs'

const visit = withChromium()

/** Role and name of every element that a locator leads to. */
async function told(locator) {
  if (!locator.told) throw new Gap('the driver tells nothing of what assistive technology is told')
  const all = []
  for (const element of await locator.all()) all.push(await element.told())
  return all
}

test('the engine names every tick of a strip after its line, and every cell of the overview is one', async t => {
  const r = reader(await visit(t))
  const row = r.rows.first()
  const titles = await r.stripTicks(row).evaluateAll(all => all.map(tick => tick.querySelector('title').textContent))
  assert.ok(titles.length > 20)
  assert.deepEqual(await told(r.stripTicks(row)), titles.map(name => ({ role: 'link', name })))
  const roles = async locator => (await told(locator)).map(({ role }) => role)
  assert.deepEqual(await roles(r.overview.locator('table')), ['table'])
  assert.deepEqual(new Set(await roles(r.overview.locator('thead th'))), new Set(['columnheader']))
  assert.deepEqual(await roles(row.locator('th')), ['rowheader'])
  assert.deepEqual(new Set(await roles(row.locator('td'))), new Set(['cell']))
})

test('the engine names the switch, the names in a paragraph, its number, and the card', async t => {
  const r = reader(await visit(t, { path: ARTICLE }))
  for (const { role, name } of await told(r.choices)) {
    assert.equal(role, 'button')
    assert.match(name, /^(bargaining|security)$/i)
  }
  const names = r.blocks.first().locator('[data-name]')
  const words = await names.evaluateAll(all => all.map(name => name.textContent.replace(/\s+/g, ' ')))
  assert.deepEqual(await told(names), words.map(name => ({ role: 'button', name })))
  const [number] = await told(r.numbers.first())
  assert.match(`${number.role} ${number.name}`, /^(link|button) .*line/i)
  await names.first().evaluate(name => name.click())
  await r.card.waitFor()
  const [card] = await told(r.card)
  assert.deepEqual(card, { role: 'dialog', name: await r.card.locator('h2, h3').first().innerText() })
})
