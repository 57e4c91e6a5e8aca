// A copy of the single file with another story in it. A copy is written as text and not as elements: what stands on the page by
// then (a reader, a browser's extensions) is not in it, no parser is asked, and the policy's hashes go on being right, since script and
// styles are taken as they are.

/** This page as it came, before anything on it has changed. */
const own = `<!doctype html>\n${document.documentElement.outerHTML}\n`

/**
 * A page with another story: its `title`; `story` and `record` as packed bytes; `fallback`, the plain article as HTML, in which the words
 * of the story are escaped. `page` is the text of a single file.
 */
async function saved({ title, story, record, fallback }, page = own) {
  const contents = [
    ['title', escaped(title)],
    ['framing-reader', `\n${fallback}\n`],
    ['script id="framing-reader-story"', await packed(story)],
    ['script id="framing-reader-record"', await packed(record)],
  ]
  return contents.reduce((page, [tag, content]) => {
    // What stands between tags has no such beginning of its own: the build and `fallback` escape it.
    const start = page.indexOf('>', page.indexOf(`<${tag}`)) + 1
    const end = page.indexOf(`</${tag.split(' ')[0]}>`, start)
    if (!page.includes(`<${tag}`) || end < 0) throw Error(`expected a single file, found a page without <${tag}>`)
    return page.slice(0, start) + content + page.slice(end)
  }, page)
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Bytes as `unpack` reads them. */
async function packed(bytes) {
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const small = new Uint8Array(await new Response(deflated).arrayBuffer())
  // A letter a byte; some thousand at a time, because a call takes no more.
  const letters = Array.from({ length: Math.ceil(small.length / 4096) }, (_, at) => String.fromCharCode(...small.subarray(at * 4096, (at + 1) * 4096)))
  return btoa(letters.join(''))
}

// Where this is, a page can be saved.
FramingReader.saved = saved
