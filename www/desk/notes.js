// The margin notes of a paragraph, one under each framing. They go to the folder as they are written; an empty one is taken out.

import { make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

export class Notes {
  part = make('fieldset', { className: 'margin' }, make('legend', {}, WORDS.hand.notes))
  #at
  #hand
  #framings
  #says
  #fields = new Map()

  /** `at()` gives the line and its text; `framings()` the story's pair. */
  constructor(hand, at, framings) {
    this.#hand = hand
    this.#at = at
    this.#framings = framings
  }

  /** Shows what the paragraph's entry notes. */
  show(says) {
    this.#says = says
    for (const { id, name } of this.#framings()) {
      const field = this.#fields.get(id) ?? this.#field(id)
      field.words.textContent = WORDS.hand.readAs(name)
      const text = says?.note?.[id]?.text ?? ''
      if (field.text !== document.activeElement && field.text.value !== text) field.text.value = text
    }
  }

  #field(id) {
    const words = make('span')
    const text = make('textarea', { rows: 2, oninput: () => this.#write(id, text.value) })
    this.part.append(make('label', {}, words, text))
    this.#fields.set(id, { words, text })
    return this.#fields.get(id)
  }

  #write(id, text) {
    const path = `note.${id}`
    if (!text.trim()) return this.#hand.say('paragraph', this.#at(), { [path]: undefined }, path)
    // The lines that one cites stay with it.
    const members = this.#says?.note?.[id] ? { [`${path}.text`]: literal(text) } : { [path]: `{ text = ${literal(text)} }` }
    return this.#hand.say('paragraph', this.#at(), members, path)
  }
}
