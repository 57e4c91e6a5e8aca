// Mozilla's own Firefox, driven by Playwright over WebDriver BiDi. What that cannot emulate yet is set where it can be set, in the
// preferences of a Firefox of its own; what it cannot do at all is thrown as a `Gap`, and the test that asks for it is skipped.

import { firefox } from 'playwright-core'
import { Gap } from './engine-test.mjs'

/** It too asks for an icon of its own accord, which a page's policy refuses. */
const QUIET = { 'browser.chrome.site_icons': false }

/** What the reader's system asks for, as preferences. */
const ASKED = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  reduce: { 'ui.prefersReducedMotion': 1 },
  active: { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2 },
}

const CANNOT = {
  hasTouch: 'the driver has no finger',
  permissions: 'the driver grants no permission',
}

export function launchFirefox() {
  const browsers = new Map()
  const of = asked => {
    const preferences = Object.assign({ ...QUIET }, ...asked.map(name => ASKED[name]))
    const key = asked.join()
    if (!browsers.has(key)) browsers.set(key, firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX, firefoxUserPrefs: preferences }))
    return browsers.get(key)
  }
  return {
    async newContext({ colorScheme = 'light', reducedMotion, forcedColors, ...options } = {}) {
      for (const name of Object.keys(options)) if (CANNOT[name]) throw new Gap(CANNOT[name])
      if (options.javaScriptEnabled === false) throw new Gap('the driver needs scripts itself')
      const browser = await of([colorScheme, reducedMotion, forcedColors].filter(name => name in ASKED))
      return browser.newContext(options)
    },
    async newPage() {
      return (await this.newContext()).newPage()
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close()
    },
  }
}
