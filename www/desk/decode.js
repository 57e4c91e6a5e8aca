// Bytes to text. 1. What begins like a file of another program is named and not read; 2. a byte order mark decides; 3. what is
// UTF-8 throughout is UTF-8, whatever it says of itself; 4. else what an HTML page declares; 5. else windows-1252, where it reads
// like a text in Latin letters; 6. else UTF-8 with U+FFFD in the place of what is none. Gives `{ text, note }` or `{ problem }`,
// codes whose words stand in words.js.

/** First bytes of files that hold no plain text. */
const OTHERS = [
  ['pdf', '%PDF'],
  ['office', 'PK\x03\x04'],
  ['office', '\xd0\xcf\x11\xe0'],
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['binary', '\x1f\x8b'],
]
const MARKS = [
  ['utf-8', '\xef\xbb\xbf'],
  ['utf-16le', '\xff\xfe'],
  ['utf-16be', '\xfe\xff'],
]
/** How much of a page is searched for the encoding that it declares, in bytes: what the HTML standard asks for. */
const DECLARED = 1024
/** Bytes that windows-1252 gives no character. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Part of the letters that may lie beyond ASCII in a text of Latin letters; French has 0.04, Vietnamese 0.25. */
const BEYOND = 0.3

export function decode(bytes, html = false) {
  const start = Array.from(bytes.subarray(0, DECLARED), byte => String.fromCharCode(byte)).join('')
  const other = OTHERS.find(([, first]) => start.startsWith(first))
  if (other) return { problem: other[0] }
  const mark = MARKS.find(([, first]) => start.startsWith(first))
  if (mark) return told(decoded(bytes, mark[0]))
  if (bytes.includes(0)) return { problem: 'binary' }
  try {
    return told(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const declared = html && start.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i)?.[1]
    const text = declared && decoded(bytes, declared)
    if (text) return told(text)
    if (isLatin(bytes)) return { ...told(decoded(bytes, 'windows-1252')), note: 'guessed' }
    return told(decoded(bytes, 'utf-8'))
  }
}

/** The text with a word on what could not be read in it. */
function told(text) {
  if (!text.trim()) return { problem: 'empty' }
  return text.includes('\ufffd') ? { text, note: 'damaged' } : { text }
}

/** The text in an encoding; nothing where the browser knows no such encoding. */
function decoded(bytes, label) {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether bytes that are no UTF-8 read like a text in windows-1252: few letters beyond ASCII, and no whole character of UTF-8
 * among them, which would make it a damaged UTF-8 text. */
function isLatin(bytes) {
  let letters = 0
  let beyond = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (UNUSED.has(byte) || (byte < 0x20 && ![9, 10, 12, 13].includes(byte))) return false
    if (byte >= 0xc0 && bytes[at + 1] >= 0x80 && bytes[at + 1] < 0xc0) return false
    if (byte >= 0x80) beyond++
    if (byte >= 0x80 || (byte | 0x20) - 0x61 < 26) letters++
  }
  return beyond < letters * BEYOND
}
