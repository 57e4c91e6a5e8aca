// Words of an article with marks on them.

import { make } from './dom.js'

/** A text cut wherever a mark begins or ends, `{ start, end, kind }` each; offsets are UTF-16 units, as JavaScript counts. */
export function marked(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n]
    const kinds = marks.filter(mark => mark.start <= start && end <= mark.end).map(({ kind }) => kind)
    const words = text.slice(start, end)
    return kinds.length ? make('mark', { className: [...new Set(kinds)].join(' ') }, words) : words
  })
}
