// The frames of a paragraph, coded by hand: both framings at once, as the folder has it, with the reason. Left to the engine, they are its own.

import { fill, make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

/** The frames that a paragraph's entry codes by hand; nothing where they are the engine's. */
export const coded = says => (says?.frames === undefined ? undefined : [says.frames].flat())

/** Frames in words. */
export function named(frames, framings) {
  return frames.map(id => framings.find(framing => framing.id === id)?.name ?? id).join(', ') || WORDS.hand.neither
}

/** What the engine says of a paragraph's frames, by their ids: `true`, `false`, or nothing where it abstains. */
export function byEngine(verdicts, framings) {
  const unsure = framings.filter(({ id }) => verdicts[id] === null).map(({ name }) => name)
  const found = framings.filter(({ id }) => verdicts[id]).map(({ id }) => id)
  return [named(found, framings), ...(unsure.length ? [WORDS.hand.unsure(unsure.join(', '))] : [])].join('; ')
}

export class Codes {
  part
  #at
  #hand
  #framings
  #says
  #frames = make('select', { onchange: () => this.#code() })
  #beside = make('small')
  #reason = make('input', { autocomplete: 'off', oninput: () => this.#explain() })
  #why = make('label', {}, WORDS.hand.reason, this.#reason)

  /** `at()` gives the line and its text; `framings()` the story's pair. */
  constructor(hand, at, framings) {
    this.#hand = hand
    this.#at = at
    this.#framings = framings
    this.part = make('fieldset', { className: 'codes' }, make('legend', {}, WORDS.hand.frames),
      make('label', {}, WORDS.hand.speaksFor, this.#frames), this.#beside, this.#why)
  }

  /** Shows what the paragraph's entry says, beside what the engine says. */
  show(says, verdicts) {
    this.#says = says
    const framings = this.#framings()
    const ids = framings.map(({ id }) => id)
    const engine = byEngine(verdicts, framings)
    const choices = [[], ...ids.map(id => [id]), ids]
    const options = [['', WORDS.hand.asEngine(engine)], ...choices.map(frames => [`frames ${frames.join(' ')}`, frames.length > 1 ? WORDS.hand.both : named(frames, framings)])]
    fill(this.#frames, options)
    const frames = coded(says)
    this.#frames.value = frames ? `frames ${ids.filter(id => frames.includes(id)).join(' ')}` : ''
    // Coded like another paragraph: that is said in the folder, and changed there.
    this.#frames.disabled = Boolean(says?.as)
    this.#beside.textContent = says?.as ? WORDS.hand.like(says.as) : frames ? WORDS.hand.beside(named(frames, framings), engine) : ''
    this.#why.hidden = !frames
    if (this.#reason !== document.activeElement) this.#reason.value = says?.reason ?? ''
  }

  #code() {
    const frames = this.#frames.value && this.#frames.value.split(' ').slice(1).filter(Boolean)
    const left = Object.keys(this.#says?.evidence ?? {}).filter(id => !frames || !frames.includes(id))
    this.#hand.say('paragraph', this.#at(), {
      frames: frames ? `[${frames.map(literal).join(', ')}]` : undefined,
      ...(frames ? {} : { reason: undefined }),
      // Words that decided a frame that is not there would be a mistake.
      ...Object.fromEntries(left.map(id => [`evidence.${id}`, undefined])),
    })
  }

  #explain() {
    const reason = this.#reason.value.trim() ? literal(this.#reason.value) : undefined
    this.#hand.say('paragraph', this.#at(), { reason }, 'reason')
  }
}
