// Accessibility rules, in every state and light, by axe-core; and the contrast of text that has stepped back.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { STATES } from './support/looks.mjs'
import { ARTICLE, FRAMINGS, VIEWS, reader } from './support/reader.mjs'
import { serve } from './support/server.mjs'

const visit = withChromium(ARTICLE)
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // It takes links to a fragment for links to an element of that id, and the reader's fragments are views.
  rules: { 'skip-link': { enabled: false } },
  // What passes is only counted by rule.
  resultTypes: ['violations'],
}
const WIDTHS = { '1280 px': { width: 1280, height: 800 }, '360 px': { width: 360, height: 740 } }
const SCHEMES = ['light', 'dark']

for (const [width, viewport] of Object.entries(WIDTHS)) {
  for (const colorScheme of SCHEMES) {
    for (const [state, enter] of Object.entries(STATES)) {
      test(`axe finds nothing, neutral and under each framing: ${state}, ${width}, ${colorScheme}`, async t => {
        const r = reader(await visit(t, { viewport, colorScheme }))
        await enter(r)
        await r.page.evaluate(axe)
        assert.deepEqual(await violations(r), [])
        for (const framing of FRAMINGS) {
          await turn(r, framing)
          assert.deepEqual(await violations(r), [], framing)
        }
      })
    }
  }
}

for (const [width, viewport] of Object.entries(WIDTHS)) {
  for (const colorScheme of SCHEMES) {
    test(`axe finds nothing in the plain article, neutral and under each framing: ${width}, ${colorScheme}`, async t => {
      const page = await visit(t, { server: await serve({ hold: /\.wasm$/ }), path: '/', ready: false, viewport, colorScheme })
      await page.evaluate(axe)
      for (const framing of ['none', ...FRAMINGS]) {
        await page.locator(`.fr-plain .switch [value="${framing}"]`).click()
        assert.deepEqual(await violations({ page }), [], framing)
      }
    })
  }
}

/** Switches a framing on without the mouse, which would close what is open. */
async function turn(r, framing) {
  const choice = await r.choice(framing).elementHandle()
  await choice.evaluate(choice => choice.getAttribute('aria-pressed') === 'true' || choice.click())
  await r.page.waitForFunction(choice => choice.getAttribute('aria-pressed') === 'true', choice)
}

async function violations({ page }) {
  const { violations, passes } = await page.evaluate(options => window.axe.run(options), OPTIONS)
  assert.ok(passes.length > 15, 'axe has looked')
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} (${nodes.length})`)
}

for (const colorScheme of SCHEMES) {
  for (const framing of FRAMINGS) {
    test(`text has a contrast of 4.5 or more, in the article and in every view: ${framing}, ${colorScheme}`, async t => {
      const r = reader(await visit(t, { colorScheme }))
      await r.switchTo(framing)
      const article = await faint(r)
      assert.ok(article.looked > 200, `${article.looked} runs of text were measured`)
      assert.deepEqual(article.low, [])
      for (const name of ['overview', ...VIEWS]) {
        await r.go(name)
        await r.unfold()
        assert.deepEqual((await faint(r)).low, [], name)
      }
    })
  }
}

/** The text with less contrast than WCAG asks for, and how much text was measured. */
const faint = r => r.root.evaluate(host => {
  const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT)
  const low = new Set()
  let looked = 0
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue
    if (element.closest('.unseen, style, title, text, option')) continue
    looked++
    const contrast = window.probe.contrast(element)
    if (contrast < 4.5) low.add(`${contrast.toFixed(2)} ${element.className || element.tagName}: ${walker.currentNode.data.slice(0, 40)}`)
  }
  return { looked, low: [...low].slice(0, 10) }
})
