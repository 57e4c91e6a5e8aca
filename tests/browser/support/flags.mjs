// How Chromium is started wherever something is tested or measured: quiet, without a graphics processor, asking nobody.

export const FLAGS = [
  '--no-sandbox', // the tests also run as root, where Chromium has no sandbox to offer
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Whatever the page would ask of another host fails on the spot instead of leaving this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
