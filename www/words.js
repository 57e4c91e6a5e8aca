// The words of the interface that must be there when nothing can be fetched any more, with their language. Those for every other
// failure stand in fallback/words.js, all others in src/page/words.

const OFFLINE = {
  cause: 'network',
  language: 'en',
  line: 'This is the plain article: the reader could not be fetched. ',
  retry: 'Try again',
  hint: 'serve all files of the reader beside framing-reader.js',
}
