// A line of an article: what it is and why, its words with the marks on them, what was found in it; and, for a paragraph, what is there to
// correct that by hand (marks.js, codes.js, notes.js), once somebody asks for it.

import { Codes, coded, byEngine, named } from './codes.js'
import { make } from './dom.js'
import { marked } from './marked.js'
import { Marks, findings, stands, told } from './marks.js'
import { Notes } from './notes.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

const KINDS = Object.keys(WORDS.blocks)

export class Passage {
  row = make('li')
  #passage
  #hand
  #story
  #select = make('select', { onchange: () => this.#change() }, ...KINDS.map(kind => make('option', { value: kind }, WORDS.blocks[kind])))
  #number = make('span', { className: 'number' })
  #why = make('small')
  #words = make('p', { className: 'words', dir: 'auto', tabIndex: -1 })
  #notes = make('ul', { className: 'notes' })
  #button = make('button', { type: 'button', 'data-do': 'correct', onclick: () => this.#open(!this.#parts || this.#panel.hidden) }, WORDS.hand.correct)
  #panel = make('div', { className: 'correct', hidden: true })
  /** What the panel holds, once it was opened. */
  #parts

  /** `hand` is the article's; `story` has `framings()` and `actors()`. */
  constructor(passage, hand, story) {
    this.#hand = hand
    this.#story = story
    this.row.append(make('div', { className: 'kind' }, this.#number, this.#select, this.#why, this.#button), this.#words, this.#notes, this.#panel)
    this.take(passage)
  }

  get line() {
    return this.#passage.line
  }

  get text() {
    return this.#passage.text
  }

  /** What the line is, by hand or as the engine has it. */
  get kind() {
    return this.#select.value
  }

  /** Takes what the engine found in the line. */
  take(passage) {
    this.#passage = passage
    const { line } = passage
    this.#number.textContent = String(line)
    this.#select.setAttribute('aria-label', WORDS.kindOf(line))
    this.#button.setAttribute('aria-label', WORDS.hand.correctLine(line))
    this.#button.setAttribute('aria-expanded', String(!this.#panel.hidden))
  }

  /** Shows the line as the folder has it now. */
  show() {
    const { line, kind, reason, text, frames } = this.#passage
    const given = this.#hand.on('block', line).at(-1)?.says.kind
    this.#select.value = given ?? kind
    this.row.className = `line ${this.kind}`
    this.#why.textContent = given ? WORDS.overruled(WORDS.blocks[kind], reason) : reason
    this.#button.hidden = this.kind !== 'para'
    if (this.kind !== 'para') this.#open(false)
    const found = findings(this.#passage, this.#hand)
    const says = this.#hand.on('paragraph', line)[0]?.says
    const hand = coded(says)
    const isThere = ({ frame, present }) => (hand ? hand.includes(frame) : present)
    const marks = [
      ...found.filter(stands).map(({ start, end, list }) => ({ start, end, kind: list === 'mention' ? 'names' : 'quoted' })),
      ...frames.flatMap(found => found.evidence.map(cue => ({ ...cue, kind: `${isThere(found) ? 'speaks' : 'hints'} ${this.#mark(found.frame)}` }))),
    ]
    const drawn = JSON.stringify([text, marks])
    // What somebody is selecting stays selected.
    if (this.#words.drawn !== drawn) this.#words.replaceChildren(...marked(text, marks))
    this.#words.drawn = drawn
    const notes = this.#told(found, says)
    this.#notes.replaceChildren(...notes.map(note => make('li', {}, note)))
    this.#notes.hidden = !notes.length
    this.#fill(found, says)
  }

  focus() {
    this.#words.focus()
    this.#words.scrollIntoView({ block: 'nearest' })
  }

  /** Whether a node stands in the line's words. */
  holds(node) {
    return this.#words.contains(node)
  }

  /** The words of a range that begins in this line, without blanks around them; nothing where there are none, or nothing can be said of them. */
  selected(range) {
    if (range.collapsed || this.kind !== 'para') return undefined
    const before = document.createRange()
    before.selectNodeContents(this.#words)
    before.setEnd(range.startContainer, range.startOffset)
    const from = before.toString().length
    const { text } = this
    const words = text.slice(from, this.holds(range.endContainer) ? from + range.toString().length : undefined)
    const start = from + words.length - words.trimStart().length
    return words.trim() ? { start, end: start + words.trim().length } : undefined
  }

  /** Opens the line with these words, to say what they are. */
  pick(start, end) {
    this.#open(true)
    this.#parts.marks.pick(start, end)
  }

  #change() {
    const { kind, line, text } = this.#passage
    const given = this.kind === kind ? undefined : literal(this.kind)
    this.#hand.say('block', { line, text }, { kind: given })
  }

  #open(isOpen) {
    this.#panel.hidden = !isOpen
    this.#button.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen || this.#parts) return
    const at = () => this.#passage
    const { framings, actors } = this.#story
    this.#parts = { marks: new Marks(this.#hand, at, actors), codes: new Codes(this.#hand, at, framings), notes: new Notes(this.#hand, at, framings) }
    this.#panel.append(...Object.values(this.#parts).map(({ part }) => part))
    this.show()
  }

  /** Shows in the panel what stands there now. */
  #fill(found, says) {
    if (!this.#parts) return
    this.#parts.marks.show(found)
    this.#parts.codes.show(says, this.#verdicts())
    this.#parts.notes.show(says)
  }

  /** What the engine says of each framing: those that it does not speak of are not there. */
  #verdicts() {
    const said = new Map(this.#passage.frames.map(({ frame, present }) => [frame, present || null]))
    return Object.fromEntries(this.#story.framings().map(({ id }) => [id, said.has(id) ? said.get(id) : false]))
  }

  /** What was found in the line, in words. */
  #told(found, says) {
    const actors = this.#story.actors()
    const framings = this.#story.framings()
    const { text, frames } = this.#passage
    const hand = coded(says)
    return [
      ...found.filter(({ list, hand }) => list === 'quotation' || hand).map(finding => {
        const words = told(finding, actors)
        return finding.hand ? WORDS.hand.of(text.slice(finding.start, finding.end), words) : words
      }),
      ...(hand ? [WORDS.hand.beside(WORDS.hand.coded(named(hand, framings)), byEngine(this.#verdicts(), framings))] : []),
      ...(hand ? [] : frames.map(({ frame, present, evidence, reason }) =>
        WORDS.frame(named([frame], framings), present, reason ?? [...new Set(evidence.map(({ rule }) => rule))].join(', ')))),
      ...Object.entries(says?.note ?? {}).map(([id, { text }]) => WORDS.hand.noted(named([id], framings), text)),
    ]
  }

  #mark(id) {
    return this.#story.framings()[1]?.id === id ? 'f1' : 'f0'
  }
}
