// The states in which the page must look and read right: neutral, each framing, a card open, the panel open.

import { setTimeout as pause } from 'node:timers/promises'

/** Each brings a page that was just opened into its state. */
export const STATES = {
  neutral: async () => {},
  bargaining: r => r.switchTo('bargaining'),
  security: r => r.switchTo('security'),
  'a card open': openCard,
  'a card open under a framing': async r => {
    await r.switchTo('security')
    await openCard(r)
  },
  'the panel open': async r => {
    await r.root.locator('[data-do="panel"]').first().click()
    await r.root.locator('details').evaluateAll(all => all.forEach(details => (details.open = true)))
  },
}

async function openCard(r) {
  const name = r.names.filter({ hasText: 'Bessent' }).first()
  await r.center(name)
  await name.evaluate(element => element.click())
  await r.card.waitFor()
  await pause(100)
}
