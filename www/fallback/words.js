// Why the reader does not stand, with the language of the words: the cause, a line for whoever reads, a hint for whoever built the
// page. Those for a network that fails stand in ../words.js.

const LANGUAGE = 'en'
const PLAIN = 'This is the plain article: '
const CAUSES = {
  unsupported: ['this browser cannot run the reader.', 'use a browser with WebAssembly and style sheets that scripts can make'],
  policy: [
    'this page’s policy blocks the reader.',
    "allow the page's own origin and 'wasm-unsafe-eval' in script-src, its origin in connect-src",
  ],
  type: [
    'the server has something else in the reader’s place.',
    'serve the file itself: .wasm as application/wasm, .js as text/javascript',
  ],
  story: ['its story cannot be read.', 'build the story again'],
  version: ['the reader’s files are of different versions.', 'replace all of them by those of one build'],
  module: ['the reader’s files are damaged.', 'copy the files of the reader again'],
  panic: ['the reader has stopped.', 'reload the page, and report this with the story'],
}
