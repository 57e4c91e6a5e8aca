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

/** Back and forward by script: Playwright waits for a page to load, and where only the fragment changes none does. */
const goingBack = page => ({
  goBack: () => page.evaluate(() => history.back()),
  goForward: () => page.evaluate(() => history.forward()),
  emulateMedia: async () => {
    throw new Gap('the driver emulates no paper')
  },
})

/** Where to press an element that is in sight with nothing over it, in a page that is no frame. */
function inSight(element) {
  const [{ left, top, width, height } = {}] = [...element.getClientRects()].filter(({ width, height }) => width * height > 1)
  const [x, y] = [left + width / 2, top + height / 2]
  const inside = window === window.top && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && !element.disabled
  return inside && element.contains(element.getRootNode().elementFromPoint(x, y)) ? [x, y] : null
}

/** Playwright scrolls whatever it clicks to the middle of the window here; what is in sight is clicked where it is. */
function clickInSight(page) {
  const { prototype } = page.locator('html').constructor
  if (prototype.scrolling) return
  prototype.scrolling = prototype.click
  prototype.click = async function (options) {
    await this.waitFor(options)
    const point = await this.evaluate(inSight)
    return point ? this.page().mouse.click(...point) : this.scrolling(options)
  }
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
      const context = await browser.newContext(options)
      context.on('page', page => {
        Object.assign(page, goingBack(page))
        clickInSight(page)
      })
      return context
    },
    async newPage() {
      return (await this.newContext()).newPage()
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close()
    },
  }
}
