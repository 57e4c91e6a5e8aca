// What neither Firefox's nor WebKit's driver can do, and what is asked otherwise there: tests/README.md tells where it is tested instead.

export const ALIKE = {
  files: {
    'ways-package': 'no browser has a part in it but for opening a page',
    print: 'the driver makes no PDF that tells pages apart',
    speed: 'the driver slows nothing down',
    single: 'tests of its own: driven-single',
    'desk-single': 'tests of its own: driven-single',
    'desk-guide': 'the same path: driven-single',
    'desk-hands': 'fingers, and what is dropped, are DevTools’ here',
    'desk-formats': 'no browser has a part in what the files hold',
  },
  tests: [
    [/^axe finds nothing, neutral and under each framing/, 'once in each state: engine-axe'],
    [/^[a-z]+: a card opens under the pointer, which gets into it; axe/, 'once on one page: card-mouse, engine-axe'],
    [/^words that were selected are selected again(, backward too)?$/, 'asked without what only Chromium knows: engine-selection'],
  ],
}
