// The shipped story as its folder states it: what the page shows is held against this, and a story many times as long is made
// of it.

import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the shipped story. */
const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url))
/** Between a line and its copy in a longer story: no article has so many. */
const APART = 1_000

/** Where a block begins: its line, and its kind unless it is a paragraph. */
const BLOCK = /^\[(\d+)(?: (\w+))?\] ?/
/** Where a document's words stand in another one. */
const TAKEN = /^= (\w+):(\d+)$/

/**
 * The documents in reading order: `{ id, blocks }`, each block `{ line, kind, text, frames }`; `frames` of paragraphs only, as the
 * page's attributes say them: `f0` for the first framing, `f1` for the second.
 */
export async function documents() {
  const manifest = await readFile(join(SEEDS, 'story.toml'), 'utf8')
  const ids = [...manifest.matchAll(/^\[\[document\]\]\nid = "(\w+)"/gm)].map(([, id]) => id)
  const all = await Promise.all(ids.map(async id => ({ id, blocks: await blocks(id), codes: await codes(id) })))
  const of = id => all.find(document => document.id === id)
  for (const { blocks, codes } of all) {
    for (const block of blocks) {
      const [, id, line] = block.text.match(TAKEN) ?? []
      if (id) block.text = of(id).blocks.find(block => block.line === Number(line)).text
      if (block.kind === 'para') block.frames = framesOf(codes.get(block.line), of)
    }
  }
  return all.map(({ id, blocks }) => ({ id, blocks }))
}

async function blocks(id) {
  const all = []
  for (const line of (await readFile(join(SEEDS, `${id}.txt`), 'utf8')).split('\n')) {
    const [begins, number, kind] = line.match(BLOCK) ?? []
    if (begins) all.push({ line: Number(number), kind: kind ?? 'para', text: line.slice(begins.length).trim() })
    else if (line.trim() && !line.startsWith('#')) all.at(-1).text = `${all.at(-1).text} ${line.trim()}`.trim()
  }
  return all
}

/** The tables of a document's codes by their lines. */
async function codes(id) {
  const tables = (await readFile(join(SEEDS, `${id}.toml`), 'utf8')).split('[[paragraph]]').slice(1)
  return new Map(tables.map(table => [Number(table.match(/^line = (\d+)/m)[1]), table]))
}

function framesOf(table, of) {
  const [, own] = table.match(/^frames = \[(.*)\]/m) ?? []
  if (own !== undefined) return ['bargaining', 'security'].flatMap((framing, index) => (own.includes(`"${framing}"`) ? [`f${index}`] : []))
  const [, id, line] = table.match(/^as = "(\w+):(\d+)"/m)
  return framesOf(of(id).codes.get(Number(line)), of)
}

/** Writes the shipped story into a folder with the text and codes of every document so many times over, each copy with lines of its own. */
export async function lengthen(folder, times) {
  await cp(SEEDS, folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const [, kind] = name.match(/^\d+\.(txt|toml)$/) ?? []
    if (!kind) continue
    const whole = await readFile(join(folder, name), 'utf8')
    const copies = Array.from({ length: times }, (_, copy) => moved(whole, kind, copy * APART))
    await writeFile(join(folder, name), copies.join('\n'))
  }
}

/** A document's text or codes with all of its own lines moved down. */
function moved(text, kind, by) {
  const move = line => Number(line) + by
  return kind === 'txt'
    ? text.replace(/^\[(\d+)/gm, (_, line) => `[${move(line)}`).replace(/= (\w+):(\d+)$/gm, (_, id, line) => `= ${id}:${move(line)}`)
    : text.replace(/^line = (\d+)/gm, (_, line) => `line = ${move(line)}`).replace(/^as = "(\w+):(\d+)"/gm, (_, id, line) => `as = "${id}:${move(line)}"`)
}
