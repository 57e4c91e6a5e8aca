// The reader in Firefox: everything that is tested in Chromium, and the single file.

import { singleTests } from './support/driven-single.mjs'
import { inEngine } from './support/engine.mjs'
import { ALIKE } from './support/gaps.mjs'

await inEngine('firefox', {
  files: ALIKE.files,
  tests: [
    ...ALIKE.tests,
    [/^ticks are as wide.*360 px/, 'it measures in sixtieths of a pixel, too roughly for the shortest paragraphs on a phone'],
    [/^who has begun to read goes on at that line: 360/, 'its last paragraph ends so far up that what follows the reader is being read'],
    [/^on paper there are no controls/, 'the driver emulates no paper'],
  ],
})

singleTests(process.env.GECKODRIVER, {
  'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless', '--width=1280', '--height=800'] },
})
