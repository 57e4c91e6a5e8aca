// What the engine found in one article, line by line: what each line is and why, who is quoted, which words spoke for a framing. A line's kind
// can be corrected: that is a `[[block]]` in the article's TOML file, beside what the engine says.
// A page shows no more lines at once than somebody reads; the rest comes when it is asked for.

import { make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

/** Lines that are shown at first, and each time there are to be more. */
const LINES = 60
/** Longest quotation of a line that a correction is anchored by, in UTF-16 units. */
const EXACT = 80

const KINDS = Object.keys(WORDS.blocks)

export class Found {
  section = make('section', { className: 'found', hidden: true, 'aria-labelledby': 'found' })
  #desk
  #framings
  #edit
  #files
  #shown
  /** Kinds that somebody gave to lines, by their numbers. */
  #kinds = new Map()

  /** `framings()` gives the story's pair, `files()` the folder's files; `edit(change)` changes them. */
  constructor(desk, { framings, files, edit }) {
    this.#desk = desk
    this.#framings = framings
    this.#files = files
    this.#edit = edit
  }

  /** Shows an article; `back` gets the focus when it is closed. */
  async show(id, title, total, back) {
    this.#shown = id
    const heading = make('h2', { id: 'found', tabIndex: -1 }, WORDS.found(title))
    const lines = make('ol', { className: 'lines' })
    const more = make('button', { type: 'button', onclick: () => this.#add(id, lines, more, total) })
    const close = make('button', { type: 'button', onclick: () => this.close(back) }, WORDS.close)
    this.section.replaceChildren(make('header', {}, heading, close), lines, more)
    this.section.hidden = false
    await this.corrected()
    await this.#add(id, lines, more, total)
    heading.focus()
  }

  /** Takes up what the folder says of the kinds of lines now. */
  async corrected() {
    if (!this.#shown) return
    const { block: blocks = [] } = await this.#desk.values(this.#files().get(`${this.#shown}.toml`) ?? '').catch(() => ({}))
    this.#kinds = new Map(blocks.map(({ line, kind }) => [Number(line), kind]))
    for (const line of this.section.querySelectorAll('.line')) line.show()
  }

  #correct(line, text, found, kind) {
    const file = `${this.#shown}.toml`
    return this.#edit(async files => {
      const before = files.get(file) ?? ''
      const { block: blocks = [] } = await this.#desk.values(before)
      const at = blocks.findIndex(block => Number(block.line) === line)
      if (kind === found) return { [file]: at < 0 ? before || undefined : (await this.#desk.remove(before, `block.${at}`)) || undefined }
      if (at >= 0) return { [file]: await this.#desk.set(before, `block.${at}.kind`, literal(kind)) }
      const exact = text.trim().slice(0, EXACT).replace(/[\ud800-\udbff]$/, '')
      return { [file]: `${before && `${before.trimEnd()}\n\n`}[[block]]\nline = ${line}\nkind = ${literal(kind)}\nexact = ${literal(exact)}\n` }
    })
  }

  close(back) {
    this.#shown = undefined
    this.section.hidden = true
    this.section.replaceChildren()
    back?.()
  }

  /** Closes what belongs to an article that is gone. */
  without(ids) {
    if (this.#shown && !ids.includes(this.#shown)) this.close()
  }

  async #add(id, lines, more, total) {
    const from = lines.childElementCount
    const passages = await this.#desk.passages(id, from, LINES)
    lines.append(...passages.map(passage => this.#line(passage)))
    const left = total - lines.childElementCount
    more.hidden = left <= 0
    more.textContent = WORDS.more(Math.min(left, LINES))
    if (from) lines.children[from]?.querySelector('p').focus()
  }

  #line({ line, kind, reason, text, quotations, frames }) {
    const marks = [
      ...quotations.map(quotation => ({ ...quotation, kind: 'quoted' })),
      ...frames.flatMap(({ frame, present, evidence }) =>
        evidence.map(cue => ({ ...cue, kind: `${present ? 'speaks' : 'hints'} ${this.#mark(frame)}` }))),
    ]
    const notes = [
      ...quotations.map(({ actor, other, cue, certainty }) => WORDS.says((actor ?? other)?.replaceAll('-', ' '), cue, certainty)),
      ...frames.map(({ frame, present, evidence, reason }) =>
        WORDS.frame(this.#name(frame), present, reason ?? [...new Set(evidence.map(({ rule }) => rule))].join(', '))),
    ]
    const select = make('select', { 'aria-label': WORDS.kindOf(line), onchange: () => this.#correct(line, text, kind, select.value) },
      ...KINDS.map(kind => make('option', { value: kind }, WORDS.blocks[kind])))
    const why = make('small')
    const row = make('li', {},
      make('div', { className: 'kind' }, make('span', { className: 'number' }, String(line)), select, why),
      make('p', { className: 'words', dir: 'auto', tabIndex: -1 }, ...marked(text, marks)),
      ...(notes.length ? [make('ul', { className: 'notes' }, ...notes.map(note => make('li', {}, note)))] : []),
    )
    row.show = () => {
      const given = this.#kinds.get(line)
      select.value = given ?? kind
      row.className = `line ${select.value}`
      why.textContent = given ? WORDS.overruled(WORDS.blocks[kind], reason) : reason
    }
    row.show()
    return row
  }

  #name(id) {
    return this.#framings().find(framing => framing.id === id)?.name ?? id
  }

  #mark(id) {
    return this.#framings()[1]?.id === id ? 'f1' : 'f0'
  }
}

/** A text cut wherever a mark begins or ends; offsets are UTF-16 units, as JavaScript counts. */
function marked(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n]
    const kinds = marks.filter(mark => mark.start <= start && end <= mark.end).map(({ kind }) => kind)
    const words = text.slice(start, end)
    return kinds.length ? make('mark', { className: [...new Set(kinds)].join(' ') }, words) : words
  })
}
