// The words of the interface that must be there before any wasm is, in one table with their language. All others stand in
// src/page/words.

const WORDS = {
  language: 'en',
  plain: 'This is the plain article: ',
  retry: 'Try again',
  /** Why the reader does not stand: for who reads, and for who built the page. */
  causes: {
    unsupported: ['this browser cannot run the reader', 'use a browser with WebAssembly'],
    policy: ['this page’s policy blocks the reader', "allow its origin and 'wasm-unsafe-eval' in script-src, its origin in connect-src"],
    type: ['the server has something else in the reader’s place', 'serve the file itself: .wasm as application/wasm, .js as text/javascript'],
    network: ['the reader could not be fetched', 'serve the files of the reader beside framing-reader.js'],
    story: ['its story is damaged', 'build the story again'],
    version: ['the reader’s files are of different versions', 'replace all of them by those of one build'],
    module: ['the reader’s files are damaged', 'copy the files of the reader again'],
    panic: ['the reader has stopped', 'reload the page, and report this with the story'],
  },
}
