// The one article that every contestant shows: its words, names and cards are taken from the story folder and from what the reader
// itself has marked, when the comparison runs; no words of an article are kept here.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import { documents } from '../browser/support/story.mjs'

const SEEDS = new URL('../../seeds/', import.meta.url)

const toml = async name => parse(await readFile(fileURLToPath(new URL(name, SEEDS)), 'utf8'))

/**
 * The story's first article: `{ id, title, framings, paragraphs, actors }`.
 *
 * `annotations` are what the element's method of that name answers. A paragraph is `{ line, text, frames, pieces, notes }`; its
 * pieces `{ text, actor, frames }` are its words, cut where a name or the evidence of a framing begins or ends.
 */
export async function articleOf(annotations) {
  const [{ id, blocks }] = await documents()
  const [story, actors, codes] = await Promise.all(['story.toml', 'actors.toml', `${id}.toml`].map(toml))
  const at = line => annotations.filter(({ target }) => target.source === `${id}#${line}`)
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'para')
    .map(({ line, text }) => paragraph(line, text, at(line), codes.paragraph.find(code => code.line === line)))
  const named = new Set(paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ actor }) => actor ?? [])))
  return {
    id,
    title: story.title,
    framings: story.framing.map(({ id, name, asks, standfirst }) => ({ id, name, asks, standfirst })),
    paragraphs,
    actors: Object.fromEntries(actors.actor.filter(({ id }) => named.has(id)).map(({ id, ...actor }) => [id, card(actor)])),
  }
}

function paragraph(line, text, annotations, code) {
  const of = type => annotations.filter(({ body }) => body.type === type)
  const names = of('Mention').map(({ body, target }) => ({ ...position(target.selector), actor: body.value }))
  const evidence = of('Frame').flatMap(({ body }) => body.evidence.map(({ start, end }) => ({ start, end, frame: body.value })))
  // Offsets are Unicode code points.
  const letters = [...text]
  const edges = [...names, ...evidence].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...edges, letters.length])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index]
    const holds = span => span.start <= start && span.end >= end
    return {
      text: letters.slice(start, end).join(''),
      actor: names.find(holds)?.actor,
      frames: evidence.filter(holds).map(({ frame }) => frame),
    }
  })
  const notes = Object.fromEntries(Object.entries(code?.note ?? {}).map(([framing, note]) => [framing, note.text]))
  return { line, text, frames: of('Frame').flatMap(({ body }) => body.value ?? []), pieces, notes }
}

const position = selectors => selectors.find(({ type }) => type === 'TextPositionSelector')

function card({ name, kind, side, role, stance }) {
  const stances = Object.entries(stance).map(([framing, { as, lead, text }]) => [framing, text ? { as, text: [lead, text].filter(Boolean).join(' ') } : undefined])
  return { name, kind: `${kind}, ${side}`, role, stances: Object.fromEntries(stances) }
}
