// Accessibility rules, in every state and light, by axe-core; and the contrast of text that has stepped back.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { STATES } from './support/looks.mjs'
import { ARTICLE, FRAMINGS, reader } from './support/reader.mjs'

const visit = withChromium(ARTICLE)
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Not asked: it takes links to a fragment for links to an element of that id, and the reader's fragments are views. */
const NOT_ASKED = { 'skip-link': { enabled: false } }
const WINDOWS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  '360 px': { viewport: { width: 360, height: 740 } },
}

for (const [window, options] of Object.entries(WINDOWS)) {
  for (const [state, enter] of Object.entries(STATES)) {
    test(`axe finds nothing: ${state}, ${window}`, async t => {
      const r = reader(await visit(t, options))
      await enter(r)
      await r.page.evaluate(axe)
      const { violations, passes } = await r.page.evaluate(([runOnly, rules]) => window.axe.run({ runOnly, rules }), [RULES, NOT_ASKED])
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} (${nodes.length})`)
      assert.ok(passes.length > 15, 'axe has looked')
      assert.deepEqual(found, [])
    })
  }
}

for (const colorScheme of ['light', 'dark']) {
  for (const framing of FRAMINGS) {
    test(`text has a contrast of 4.5 or more: ${framing}, ${colorScheme}`, async t => {
      const r = reader(await visit(t, { colorScheme }))
      await r.switchTo(framing)
      const { looked, low } = await r.root.evaluate(host => {
        const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT)
        const low = new Set()
        let looked = 0
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement
          if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue
          if (element.closest('.unseen, style')) continue
          looked++
          const contrast = window.probe.contrast(element)
          if (contrast < 4.5) low.add(`${contrast.toFixed(2)} ${element.className || element.tagName}: ${walker.currentNode.data.slice(0, 40)}`)
        }
        return { looked, low: [...low].slice(0, 10) }
      })
      assert.ok(looked > 200, `${looked} runs of text were measured`)
      assert.deepEqual(low, [])
    })
  }
}
