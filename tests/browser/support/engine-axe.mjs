// axe-core in every state and view in browsers that have less time for it than Chromium: once in each, without contrast, which a test
// of its own measures, light and dark (chromium-axe.test.mjs).

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from './engine-test.mjs'
import { withChromium } from './chromium.mjs'
import { STATES } from './looks.mjs'
import { ARTICLE, reader } from './reader.mjs'

const visit = withChromium(ARTICLE)
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  // What passes is only counted by rule.
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'color-contrast': { enabled: false },
    // It takes links to a fragment for links to an element of that id, and the reader's fragments are views.
    'skip-link': { enabled: false },
  },
}

/** What axe-core is wrong about: WebKit's styles say of an SVG's title that it is not displayed. engine-names asks WebKit itself for names. */
const TITLED = process.env.ENGINE === 'webkit' ? /^aria-command-name: .*<g class="tick"/ : undefined

test('axe finds nothing in any state', async t => {
  for (const [state, enter] of Object.entries(STATES)) {
    const r = reader(await visit(t))
    await enter(r)
    await r.page.evaluate(axe)
    const { violations, passes } = await r.page.evaluate(options => window.axe.run(options), OPTIONS)
    assert.ok(passes.length > 15, 'axe has looked')
    const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
    assert.deepEqual(found.filter(words => !TITLED?.test(words)), [], state)
  }
})
