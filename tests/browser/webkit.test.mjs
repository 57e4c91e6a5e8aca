// The reader in WebKit, the engine of Safari, as WebKitGTK brings it: everything that is tested in Chromium, and the single file.

import { singleTests } from './support/driven-single.mjs'
import { inEngine } from './support/engine.mjs'
import { ALIKE } from './support/gaps.mjs'

await inEngine('webkit', {
  files: ALIKE.files,
  tests: [
    ...ALIKE.tests,
    [/^zoomed[,:]/, 'where a page zooms, this engine measures boxes in units that are not the window’s'],
    [/^an answer that is cut off/, 'WebKitGTK takes for whole what was cut off'],
    [/^it adds nothing to the page but its tag/, 'the test’s own scripts stand in the page'],
  ],
})

singleTests(process.env.WEBKIT_DRIVER, {
  'webkitgtk:browserOptions': { binary: process.env.MINI_BROWSER, args: ['--automation'] },
})
