// The browser that the tests run in, as Playwright shows it: Chromium, unless `ENGINE` says otherwise.

import { chromium, firefox } from 'playwright-core'
import { FLAGS } from './flags.mjs'
import { launchWebKit } from './webkit.mjs'

/** Firefox, too, asks for an icon that a page's policy refuses. */
const QUIET = { 'browser.chrome.site_icons': false }

const ENGINES = {
  chromium: () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS }),
  // Mozilla's own Firefox, over WebDriver BiDi.
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX, firefoxUserPrefs: QUIET }),
  webkit: launchWebKit,
}

export const launch = () => ENGINES[process.env.ENGINE ?? 'chromium']()
