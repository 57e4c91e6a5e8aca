// The title, who codes, and the two framings in fields, with the cue words of each. What is typed goes to the folder as it is typed; what
// the folder says shows here, but never over a field that somebody writes in.

import { Cues } from './cues.js'
import { make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

/** Members of a framing that can be written, and how high their fields are. */
const FIELDS = [['name', 1], ['asks', 2], ['standfirst', 5]]

export class Framings {
  #title
  #coder
  #fields = []
  #cues
  section

  /** `write(path, value)` sets a value of `story.toml`; `cues` changes names and cue words (own.js). */
  constructor(write, cues) {
    this.#cues = [0, 1].map(at => new Cues(at, cues))
    this.#title = this.#field(WORDS.title, 1, value => write('title', literal(value)))
    this.#coder = this.#field(WORDS.coder, 1, value => write('coding.coder', literal(value)))
    this.section = make('section', { 'aria-labelledby': 'framings' },
      make('h2', { id: 'framings' }, WORDS.framings),
      make('p', { className: 'quiet' }, WORDS.framingsHint),
      this.#title,
      this.#coder,
      make('div', { className: 'pair' }, ...[0, 1].map(at => make('fieldset', { className: `f${at}` }, ...this.#framing(at, write, cues)))),
    )
  }

  #framing(at, write, cues) {
    const legend = make('legend')
    this.#fields[at] = { legend }
    const fields = FIELDS.map(([name, rows]) =>
      (this.#fields[at][name] = this.#field(WORDS[name], rows, value => (name === 'name' ? cues.rename(at, value) : write(`framing.${at}.${name}`, literal(value))))))
    return [legend, ...fields, this.#cues[at].element]
  }

  /** A field with its label; an empty one changes nothing, since a story says something there. */
  #field(words, rows, change) {
    const field = rows === 1 ? make('input', { autocomplete: 'off', dir: 'auto' }) : make('textarea', { rows, dir: 'auto' })
    if (words === WORDS.standfirst) field.placeholder = WORDS.standfirstHint
    field.addEventListener('input', () => field.value.trim() && change(field.value))
    return make('label', {}, words, field)
  }

  take({ title = '', coding, framing = [] }) {
    show(this.#title, title)
    // A story folder that names nobody says nothing else of its coding either, and one value alone would break it.
    this.#coder.hidden = !coding
    show(this.#coder, coding?.coder ?? '')
    for (const [at, fields] of this.#fields.entries()) {
      fields.legend.textContent = framing[at]?.name ?? ''
      for (const [name] of FIELDS) show(fields[name], framing[at]?.[name] ?? '')
      this.#cues[at].take(framing[at])
    }
  }

  /** Shows which cue words of a framing cannot be read, and where the others stand. */
  told(at, bad, cues) {
    this.#cues[at].tell(bad, cues)
  }
}

function show(label, value) {
  const field = label.querySelector('input, textarea')
  if (field !== document.activeElement && field.value !== value) field.value = value
}
