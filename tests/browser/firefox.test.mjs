// The reader in Firefox.

import { drivenTests } from './support/driven.mjs'

drivenTests(process.env.GECKODRIVER, {
  'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless', '--width=1280', '--height=800'] },
})
