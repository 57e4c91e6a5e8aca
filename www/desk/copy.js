// A copy of the single file with another story in it. A copy is written as text and not as elements: what stands on the page by
// then (a reader, a browser's extensions) is not in it, no parser is asked, and the policy's hashes go on being right, since scripts and
// styles are taken as they are.

/**
 * The text of a single file with another story: its `title`; `story` and `record` as packed bytes; `fallback`, the plain article as HTML,
 * in which the words of the story are escaped; and, where somebody is to go on with it, the bytes of its `folder`, as its desk keeps it.
 * `page` is the text of a single file.
 */
export async function saved({ title, story, record, fallback, folder }, page) {
  const contents = [
    ['title', escaped(title)],
    ['framing-reader', `\n${fallback}\n`],
    ['script id="framing-reader-story"', await packed(story)],
    ['script id="framing-reader-record"', await packed(record)],
    ['script id="framing-reader-folder"', folder ? await packed(folder) : ''],
  ]
  return contents.reduce((page, [tag, content]) => {
    // What stands before a tag has no such beginning of its own: the build and `fallback` escape it.
    const start = page.indexOf('>', page.indexOf(`<${tag}`)) + 1
    const end = `</${tag.split(' ')[0]}>`
    // A browser that writes a page down leaves in attributes of the plain article what would be an end elsewhere.
    const at = tag === 'framing-reader' ? page.lastIndexOf(end) : page.indexOf(end, start)
    if (!page.includes(`<${tag}`) || at < start) throw Error(`expected a single file, found a page without <${tag}>`)
    return page.slice(0, start) + content + page.slice(at)
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
