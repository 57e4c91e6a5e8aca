// What was dropped, picked or pasted, made texts: `{ name, text, note }`, or `{ name, problem }`, one after the other, so that a page can show them
// as they come. Nothing is read that no text can be, and nothing that lies on the desk already is touched.

import { decode } from './decode.js'
import { ofHtml, ofMarkdown } from './lines.js'

/** Bounds: bytes of one file, and texts of one story. Every text is compared with every other. */
export const LIMIT = { bytes: 16 << 20, texts: 100 }
/** Files that are looked for in dropped folders. */
const MOST = 20_000

const KINDS = { txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html' }

const extension = name => name.match(/\.([^./]+)$/)?.[1].toLowerCase() ?? ''

/** Whether a file may hold a text: by its name, or by its type where the name says nothing. */
const isText = ({ name, type = '' }) => extension(name) in KINDS || (!extension(name) && (!type || type.startsWith('text/')))

/**
 * Reads files that are to become texts, at most `room` of them; those beyond it and those that are no texts are told in one
 * line each, however many there are.
 */
export async function* taken(files, room = LIMIT.texts) {
  const texts = files.filter(isText)
  const others = files.filter(file => !isText(file))
  if (others.length === 1) yield { name: others[0].name, problem: 'kind' }
  if (others.length > 1) yield { name: others[0].name, problem: 'kinds', count: others.length }
  for (const file of texts.slice(0, room)) yield { name: file.name, ...(await read(file)) }
  if (texts.length > room) yield { name: texts[room].name, problem: 'many', count: texts.length - room }
}

async function read(file) {
  if (file.size > LIMIT.bytes) return { problem: 'large', count: file.size }
  if (!file.size) return { problem: 'empty' }
  let bytes
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return { problem: 'unreadable' }
  }
  const kind = KINDS[extension(file.name)]
  const { text, ...rest } = decode(bytes, kind !== 'markdown')
  return text === undefined ? rest : { ...rest, ...words(text, kind) }
}

/** The words of a text of this kind; without one, a page is told by how it begins. */
export function words(text, kind) {
  const isPage = kind === 'html' || (!kind && /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i.test(text))
  const plain = isPage ? ofHtml(text) : kind === 'markdown' ? ofMarkdown(text) : text.replace(/^\ufeff/, '')
  return plain.trim() ? { text: plain } : { problem: 'empty' }
}

/** All files of a drop, those of folders too. */
export async function dropped(transfer) {
  // Asked at once: after the first wait a browser hands out nothing any more.
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean)
  if (!entries.length) return [...transfer.files]
  const files = []
  while (entries.length && files.length < MOST) {
    const entry = entries.shift()
    try {
      if (entry.isFile) files.push(await new Promise((done, failed) => entry.file(done, failed)))
      else entries.push(...(await inside(entry)))
    } catch {
      // What has gone since it was dropped is not there to be read.
    }
  }
  return files
}

/** A folder hands out its entries by the hundred. */
async function inside(folder) {
  const reader = folder.createReader()
  const all = []
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed))
    if (!some.length || all.length > MOST) return all
    all.push(...some)
  }
}
