// The states in which the page must look and read right: an article neutral, under each framing, with a card or the reasons of a
// line open; the overview and every view; a passage that was found.

import { setTimeout as pause } from 'node:timers/promises'
import { VIEWS } from './reader.mjs'

/** Each brings a page that shows an article into its state. */
export const STATES = {
  neutral: async () => {},
  bargaining: r => r.switchTo('bargaining'),
  security: r => r.switchTo('security'),
  'a card open': openCard,
  'a card open under a framing': async r => {
    await r.switchTo('security')
    await openCard(r)
  },
  'the reading options': r => r.unfold(),
  'the reasons of a line': openWhy,
  overview: r => r.go('overview'),
  ...Object.fromEntries(VIEWS.map(name => [name, async r => {
    await r.go(name)
    await r.unfold()
  }])),
  'passages found': openFound,
}

async function openWhy(r) {
  await r.blocks.nth(5).locator('.number').click()
  await r.why.locator('h2, h3, h4').first().waitFor()
}

async function openFound(r) {
  await r.go('find')
  await r.view('find').locator('input').first().fill('trade')
  await r.results.first().click()
  await r.found.waitFor()
}

async function openCard(r) {
  const name = r.names.filter({ hasText: 'Bessent' }).first()
  await r.center(name)
  await name.evaluate(element => element.click())
  await r.card.waitFor()
  await pause(100)
}
