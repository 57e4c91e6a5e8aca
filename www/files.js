// Where the modules' files are. Each name is written out whole: bundlers copy a file only where they can read its name.

const files = {
  'framing-reader-app': {
    script: () => import('./framing-reader-app.js'),
    wasm: () => new URL('framing-reader-app.wasm', import.meta.url),
  },
  'framing-reader-views': {
    script: () => import('./framing-reader-views.js'),
    wasm: () => new URL('framing-reader-views.wasm', import.meta.url),
  },
}
