// Everything that was corrected in an article, in one list: what a person says, what the engine says beside it, and the way back to that. What
// stands nowhere in the text any more is told with its words; it is kept without effect until somebody takes it out.

import { byEngine, coded, named } from './codes.js'
import { make } from './dom.js'
import { WHOLE } from './hand.js'
import { who } from './marks.js'
import { short } from './toml.js'
import { WORDS } from './words.js'

export class ByHand {
  part = make('section', { className: 'by-hand', hidden: true, 'aria-labelledby': 'by-hand' })
  #hand
  #story
  #go
  #leave
  #heading = make('h3', { id: 'by-hand' })
  #list = make('ol')

  /** `story` has `actors()` and `framings()`; `go(line)` shows a line; `leave()` takes the focus when nothing is left. */
  constructor(hand, story, go, leave) {
    this.#hand = hand
    this.#story = story
    this.#go = go
    this.#leave = leave
    this.part.append(this.#heading, this.#list)
  }

  /** Shows what is corrected now; `kindOf(line)` gives what a line is, by hand or as the engine has it, where that is known. */
  show(kindOf) {
    const all = Object.entries(this.#hand.entries).flatMap(([list, entries]) => entries.map(entry => ({ list, entry })))
    all.sort((a, b) => (a.entry.place?.line ?? 0) - (b.entry.place?.line ?? 0) || (a.entry.place?.start ?? 0) - (b.entry.place?.start ?? 0))
    const lost = all.filter(({ entry }) => !entry.place).length
    this.part.hidden = !all.length
    this.#heading.textContent = WORDS.hand.corrections(all.length, lost)
    const focused = this.#list.contains(document.activeElement) && [...this.#list.children].findIndex(row => row.contains(document.activeElement))
    this.#list.replaceChildren(...all.map(({ list, entry }) => this.#row(list, entry, kindOf)))
    if (focused === false) return
    // The one that was taken out is gone: the next one is there now, or the last.
    const next = this.#list.children[Math.min(focused, all.length - 1)]
    if (next) next.querySelector('[data-do=take-out]').focus()
    else this.#leave()
  }

  #row(list, entry, kindOf) {
    const { says, place } = entry
    const said = this.#said(list, says)
    const isIdle = place && list !== 'block' && (kindOf(place.line) ?? 'para') !== 'para'
    const engine = place ? WORDS.hand.engine(this.#engine(list, place.engine)) : ''
    const exact = says.exact ?? place?.words ?? ''
    const words = WHOLE.has(list) ? short(exact) : exact
    const takeOut = make('button', { type: 'button', 'data-do': 'take-out', onclick: () => this.#hand.takeOut(list, entry) },
      place ? WORDS.hand.back : WORDS.hand.takeOut)
    takeOut.setAttribute('aria-label', `${takeOut.textContent}: ${words || WORDS.hand.line(says.line)}`)
    return make('li', { className: place ? '' : 'lost' },
      ...(place ? [make('button', { type: 'button', 'data-do': 'go', onclick: () => this.#go(place.line) }, WORDS.hand.line(place.line))] : []),
      make('p', {},
        ...(place ? [] : [make('strong', {}, WORDS.hand.lost(says.line)), ' ']),
        ...(words ? [make('span', { dir: 'auto' }, WORDS.hand.cited(words)), ' '] : []), this.#said(list, says), ' ',
        make('small', {}, [engine, isIdle ? WORDS.hand.idle : ''].filter(Boolean).join('; '))),
      takeOut)
  }

  #said(list, says) {
    const framings = this.#story.framings()
    if (list === 'block') return WORDS.hand.is(WORDS.blocks[says.kind] ?? says.kind)
    if (list === 'mention') return WORDS.hand.names(who(list, [says.actor], this.#story.actors()))
    if (list === 'quotation') return WORDS.hand.speaks(who(list, [says.speaker], this.#story.actors()))
    const frames = coded(says)
    const notes = Object.entries(says.note ?? {}).map(([id, { text }]) => WORDS.hand.noted(named([id], framings), text))
    return [...(says.as ? [WORDS.hand.like(says.as)] : []), ...(frames ? [WORDS.hand.coded(named(frames, framings))] : []), ...(says.reason ? [says.reason] : []), ...notes].join(' · ')
  }

  #engine(list, engine) {
    if (list === 'block') return WORDS.blocks[engine.kind]
    if (list === 'paragraph') return byEngine(engine, this.#story.framings())
    return who(list, engine, this.#story.actors())
  }
}
