// The one article that every contestant shows: its words, names and cards are taken from the story that the build writes beside the
// site, when the comparison runs; no words of an article are kept here.

import { readFile } from 'node:fs/promises'

/** An organisation, and no side, where the story leaves it out. */
const USUAL = { kind: 'organisation', side: 'other' }

/**
 * The story's first article: `{ id, title, framings, paragraphs, actors }`.
 *
 * A paragraph is `{ line, text, frames, pieces, notes }`; its pieces `{ text, actor, frames }` are its words, cut where a name or the
 * evidence of a framing begins or ends.
 */
export async function articleOf(file) {
  const { title, framings, documents: [{ id, blocks }], actors } = JSON.parse(await readFile(file, 'utf8'))
  const paragraphs = blocks.filter(({ kind = 'para' }) => kind === 'para').map(paragraph)
  const named = new Set(paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ actor }) => actor ?? [])))
  return {
    id,
    title,
    framings,
    paragraphs,
    actors: Object.fromEntries(actors.filter(({ id }) => named.has(id)).map(({ id, ...actor }) => [id, card(actor)])),
  }
}

function paragraph({ line, text, mentions = [], evidence = [], code = {} }) {
  const edges = [...mentions, ...evidence].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index]
    const holds = span => span.start <= start && span.end >= end
    return {
      text: text.slice(start, end),
      actor: mentions.find(holds)?.actor,
      frames: evidence.filter(holds).map(({ framing }) => framing),
    }
  })
  const notes = Object.fromEntries(Object.entries(code.notes ?? {}).map(([framing, note]) => [framing, note.text]))
  return { line, text, frames: code.frames ?? [], pieces, notes }
}

function card({ name, kind = USUAL.kind, side = USUAL.side, role, stances = {} }) {
  const said = ({ quoted, lead, text }) => ({ as: quoted ? 'quoted' : 'reported', text: [lead, text].filter(Boolean).join(' ') })
  return { name, kind: `${kind}, ${side}`, role, stances: Object.fromEntries(Object.entries(stances).map(([framing, stance]) => [framing, said(stance)])) }
}
