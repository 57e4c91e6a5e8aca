// Where the modules' files are, for the package: each name is written out whole, because bundlers copy a file only where they
// can read its name.

const files = {
  'framing-reader-app': {
    script: () => import('./framing-reader-app.js'),
    wasm: () => new URL('framing-reader-app.wasm', import.meta.url),
  },
  'framing-reader-fallback': {
    script: () => import('./framing-reader-fallback.js'),
  },
  'framing-reader-views': {
    script: () => import('./framing-reader-views.js'),
    wasm: () => new URL('framing-reader-views.wasm', import.meta.url),
  },
}
const script = name => files[name].script()

function wasm(name) {
  const address = files[name].wasm()
  // While a page is developed, Vite moves this script into a folder of its own and leaves the modules behind (its issue 8427).
  return address.pathname.includes('/.vite/deps/') ? new URL(`../../framing-reader/${name}.wasm`, address) : address
}
