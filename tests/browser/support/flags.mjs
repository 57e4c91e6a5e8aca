// How Chromium is started wherever something is tested or measured: quiet, without a graphics processor, asking nobody.

/** What it is not to do of its own accord. Of flags that list features the last counts: what bears on pages of Playwright's list stands here again. */
const OFF = [
  // Some two hundred scripts of the address bar, which nobody sees here, in every new window: a third of all that a visit takes.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BoundaryEventDispatchTracksNodeRemoval',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'RenderDocument',
  'ThirdPartyStoragePartitioning',
  'Translate',
]

export const FLAGS = [
  '--no-sandbox', // the tests also run as root, where Chromium has no sandbox to offer
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${OFF}`,
  // Whatever the page would ask of another host fails on the spot instead of leaving this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
