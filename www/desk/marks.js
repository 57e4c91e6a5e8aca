// Whom the words of a line name and whose words are quoted in it, with the engine's findings and a person's corrections laid on them as the
// story lays them on: a correction takes the place of every name that it overlaps, and speaks of every quotation that it does. Each can be
// corrected, and any words of the line can be marked.

import { fill, make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

/** What a correction says where the words are nothing, or where the text does not say who speaks. */
const NONE = 'none'
const UNKNOWN = 'unknown'
/** The choice of somebody who is named in words. */
const OTHER = '*'
const MEMBERS = { mention: 'actor', quotation: 'speaker' }

/** The name of somebody in kebab-case, as the folder writes it. */
const kebab = words => words.toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).join('-')

/** What stands in a line now: `{ list, start, end, engine, hand }`, `engine` a list of ids, `hand` what a person says, if anybody does. */
export function findings({ line, mentions, quotations }, hand) {
  const laid = (list, found, of) => {
    const entries = hand.on(list, line).map(({ says, place: { start, end, engine } }) => ({ list, start, end, engine, hand: says[MEMBERS[list]] }))
    const over = (one, other) => one.start < other.end && other.start < one.end
    const free = found.filter(one => !entries.some(entry => over(one, entry)))
    for (const entry of entries) {
      const held = list === 'quotation' ? found.filter(one => over(one, entry)) : []
      if (held.length) [entry.start, entry.end] = [held[0].start, held.at(-1).end]
    }
    return [...entries, ...free.map(one => ({ list, start: one.start, end: one.end, engine: [of(one)], cue: one.cue, certainty: one.certainty }))]
  }
  const all = [...laid('quotation', quotations, ({ actor, other }) => actor ?? other), ...laid('mention', mentions, ({ actor }) => actor)]
  return all.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Whether the words are a mention or a quotation at all. */
export const stands = ({ hand, engine }) => (hand ? hand !== NONE : engine.length > 0)

/** Who is named or quoted, in words. */
export function who(list, ids, actors) {
  const other = id => (list === 'mention' ? WORDS.hand.noActor(id) : id?.replaceAll('-', ' ') ?? WORDS.hand.unnamed)
  const name = id => actors.find(actor => actor.id === id)?.name ?? other(id)
  if (!ids.length || ids[0] === NONE) return WORDS.hand.none[list]
  return [...new Set(ids.map(id => name(id === UNKNOWN ? undefined : id)))].join(', ')
}

/** What a finding is, and who says so. */
export function told({ list, engine, hand, cue, certainty }, actors) {
  const said = who(list, hand ? [hand] : engine, actors)
  if (hand) return WORDS.hand.beside(said, who(list, engine, actors))
  return list === 'quotation' ? WORDS.says(said, cue, certainty) : said
}

export class Marks {
  part
  #at
  #hand
  #actors
  #list = make('ul', { className: 'findings' })
  #words = make('input', { autocomplete: 'off', oninput: () => this.#places() })
  #which = make('select')
  #are = make('select', { onchange: () => this.#asked() })
  #speaker = make('input', { autocomplete: 'off' })
  #says = make('label', { className: 'speaker' }, WORDS.hand.speakerNamed, this.#speaker)
  #status = make('p', { role: 'status', className: 'told' })
  /** Rows by what they are about, so that a field that somebody is in stays the same field. */
  #rows = new Map()

  /** `at()` gives the line and its text; `actors()` those of the story. */
  constructor(hand, at, actors) {
    this.#hand = hand
    this.#at = at
    this.#actors = actors
    this.#which.setAttribute('aria-label', WORDS.hand.which)
    this.part = make('fieldset', { className: 'marks' }, make('legend', {}, WORDS.hand.marks), this.#list,
      // No form: a frame without an origin may forbid those.
      make('div', { className: 'anew', onkeydown: event => event.key === 'Enter' && event.target.matches('input') && this.#mark() },
        make('label', {}, WORDS.hand.words, this.#words), this.#which,
        make('label', {}, WORDS.hand.are, this.#are), this.#says,
        make('button', { type: 'button', 'data-do': 'mark', onclick: () => this.#mark() }, WORDS.hand.mark), this.#status))
    this.#places()
  }

  /** Shows what stands in the line now. */
  show(found) {
    const rows = found.map(finding => {
      const key = `${finding.list} ${finding.start} ${finding.end}`
      const row = this.#rows.get(key) ?? this.#row(finding)
      row.show(finding)
      return [key, row]
    })
    this.#rows = new Map(rows)
    for (const [n, [, row]] of rows.entries()) if (this.#list.children[n] !== row) this.#list.insertBefore(row, this.#list.children[n] ?? null)
    while (this.#list.children.length > rows.length) this.#list.lastChild.remove()
    this.#list.hidden = !rows.length
    this.#choices()
  }

  /** Takes words that somebody selected. */
  pick(start, end) {
    this.#words.value = this.#at().text.slice(start, end)
    this.#places()
    this.#which.value = String(start)
    this.#are.focus()
  }

  /** A mention or a quotation with the choice of whom it is about. */
  #row({ list }) {
    let finding
    const words = make('span', { className: 'cited', dir: 'auto' })
    const select = make('select', { onchange: () => choose() })
    const other = make('input', { autocomplete: 'off', hidden: true, oninput: () => kebab(other.value) && say(kebab(other.value), 'speaker') })
    const beside = make('small')
    const say = (value, label) =>
      this.#hand.say(list, { ...this.#at(), start: finding.start, end: finding.end }, { [MEMBERS[list]]: value ? literal(value) : undefined }, label)
    const choose = () => {
      other.hidden = select.value !== OTHER
      if (other.hidden) say(select.value)
      else other.focus()
    }
    const row = make('li', {}, words, select, ...(list === 'quotation' ? [other] : []), beside)
    row.show = now => {
      finding = now
      const { start, end, engine, hand } = now
      words.textContent = this.#at().text.slice(start, end)
      select.setAttribute('aria-label', WORDS.hand.whose[list](words.textContent))
      other.setAttribute('aria-label', WORDS.hand.speakerOf(words.textContent))
      const actors = this.#actors()
      const options = [['', WORDS.hand.asEngine(who(list, engine, actors))], ...people(list, actors)]
      const isNamed = options.some(([value]) => value === (hand ?? ''))
      // Somebody whom the story does not have any more is still said.
      if (!isNamed && list === 'mention') options.push([hand, WORDS.hand.noActor(hand)])
      fill(select, options)
      if (document.activeElement !== other) {
        select.value = isNamed || list === 'mention' ? hand ?? '' : OTHER
        other.hidden = select.value !== OTHER
        other.value = other.hidden ? '' : hand.replaceAll('-', ' ')
      }
      beside.textContent = hand ? told({ list, engine, hand }, actors) : ''
    }
    return row
  }

  /** What words can be marked as. */
  #choices() {
    const of = list => people(list, this.#actors()).slice(1).map(([value, words]) => [`${list} ${value}`, WORDS.hand.as[list](words)])
    fill(this.#are, [...of('mention'), ...of('quotation')])
    this.#asked()
  }

  #asked() {
    this.#says.hidden = this.#are.value !== `quotation ${OTHER}`
  }

  /** Where the words that are written stand in the line; of several places one is to be chosen. */
  #places() {
    const { text } = this.#at()
    const words = this.#words.value.trim()
    const places = []
    for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
    this.#which.hidden = places.length < 2
    fill(this.#which, places.map((at, n) => [String(at), WORDS.hand.place(n + 1, places.length, around(text, at, words.length))]))
    this.#tell(words && !places.length ? WORDS.hand.notHere : '')
    return places
  }

  async #mark() {
    const words = this.#words.value.trim()
    if (!this.#places().length) {
      this.#tell(words ? WORDS.hand.notHere : WORDS.hand.noWords)
      return this.#words.focus()
    }
    const [list, value] = this.#are.value.split(' ')
    const said = value === OTHER ? kebab(this.#speaker.value) : value
    if (!said) {
      this.#tell(WORDS.hand.noSpeaker)
      return this.#speaker.focus()
    }
    const start = Number(this.#which.value)
    await this.#hand.mark(list, { ...this.#at(), start, end: start + words.length }, { [MEMBERS[list]]: literal(said) })
    const done = WORDS.hand.marked(words, this.#are.selectedOptions[0].textContent)
    this.#words.value = ''
    this.#speaker.value = ''
    this.#places()
    this.#tell(done, 'quiet')
    this.#words.focus()
  }

  #tell(words, how = 'told') {
    this.#status.className = how
    this.#status.textContent = words
  }
}

/** Whom a mention can name, or whose words a quotation can be; first that it is none. */
function people(list, actors) {
  const all = actors.map(({ id, name }) => [id, name])
  return list === 'mention'
    ? [[NONE, WORDS.hand.none.mention], ...all]
    : [[NONE, WORDS.hand.none.quotation], [UNKNOWN, WORDS.hand.unnamed], ...all, [OTHER, WORDS.hand.other]]
}

/** Words with a little of what stands around them. */
const around = (text, at, length) => `… ${text.slice(Math.max(0, at - 20), at + length + 20).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')} …`
