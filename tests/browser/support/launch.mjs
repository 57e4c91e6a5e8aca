// The browser that the tests run in, as Playwright shows it: Chromium, unless `ENGINE` says otherwise.

import { chromium } from 'playwright-core'
import { launchFirefox } from './firefox.mjs'
import { FLAGS } from './flags.mjs'
import { launchWebKit } from './webkit.mjs'

const ENGINES = {
  chromium: () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS }),
  firefox: launchFirefox,
  webkit: launchWebKit,
}

export const launch = () => ENGINES[process.env.ENGINE ?? 'chromium']()
