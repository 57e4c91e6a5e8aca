// Bytes that stand in a page as text: base64 of raw deflate, which every browser undoes by itself.

/** The bytes, as an ArrayBuffer. */
function unpack(text) {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer()
}
