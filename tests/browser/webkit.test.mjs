// The reader in WebKit: the engine of Safari, as WebKitGTK brings it.

import { drivenTests } from './support/driven.mjs'
import { singleTests } from './support/driven-single.mjs'

const WEBKIT = [process.env.WEBKIT_DRIVER, {
  'webkitgtk:browserOptions': { binary: process.env.MINI_BROWSER, args: ['--automation'] },
}]

drivenTests(...WEBKIT, { zoomed: 'where a page zooms, this engine measures boxes in units that are not the window’s' })
singleTests(...WEBKIT)
