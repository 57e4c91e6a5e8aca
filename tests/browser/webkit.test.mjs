// The reader in WebKit, the engine of Safari, as WebKitGTK brings it: everything that is tested in Chromium.

import { inEngine } from './support/engine.mjs'

await inEngine('webkit', {
  files: {
    'ways-package': 'no browser has a part in it but for opening a page',
    print: 'the driver makes no PDF that tells pages apart',
    speed: 'the driver slows nothing down',
  },
})
