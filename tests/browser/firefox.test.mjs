// The reader in Firefox.

import { drivenTests } from './support/driven.mjs'
import { singleTests } from './support/driven-single.mjs'

const FIREFOX = [process.env.GECKODRIVER, {
  'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless', '--width=1280', '--height=800'] },
}]

drivenTests(...FIREFOX)
singleTests(...FIREFOX)
