// The story of the articles on the desk, in the reader and in a copy of the single file. It is made when somebody asks for it, and again
// then: a story that changed under whoever reads it would be no help.

import { make } from './dom.js'
import { first, save } from './saving.js'
import { WORDS } from './words.js'

export class Result {
  section
  #buttons = [
    make('button', { type: 'button', 'data-do': 'read', className: 'main', onclick: () => this.#do(WORDS.reading, files => this.#read(files)) }, WORDS.read),
    make('button', { type: 'button', 'data-do': 'save', 'aria-describedby': 'save-hint', onclick: () => this.#do(WORDS.copying, files => save(this.#desk, files)) }, WORDS.save),
  ]
  #status = make('p', { role: 'status', className: 'status' })
  #place = make('div')
  #reader
  #desk
  #folder
  #settled

  /** `settled()` waits for changes that are being made in the folder. */
  constructor(desk, folder, settled) {
    this.#desk = desk
    this.#folder = folder
    this.#settled = settled
    this.section = make('section', { className: 'result', 'aria-labelledby': 'result' },
      make('h2', { id: 'result' }, WORDS.result), make('p', { className: 'does' }, ...this.#buttons),
      make('p', { id: 'save-hint', className: 'quiet' }, WORDS.saveHint), this.#status, this.#place)
  }

  /** Whether there is anything to read. */
  take(count) {
    this.#disable(!count)
    if (!count) this.#status.textContent = WORDS.first
    else if (this.#status.textContent === WORDS.first) this.#status.textContent = ''
  }

  #disable(off) {
    for (const button of this.#buttons) button.disabled = off
  }

  /** Does something with the folder as it is now, and says what came of it. */
  async #do(words, act) {
    const focused = document.activeElement
    this.#disable(true)
    this.#status.textContent = words
    try {
      await this.#settled()
      this.#status.textContent = await act(this.#folder.files)
    } catch (error) {
      this.#status.textContent = WORDS.failed(error)
    }
    this.#disable(false)
    // A browser takes the focus from what cannot be pressed.
    if (document.activeElement === document.body) focused.focus()
  }

  async #read(files) {
    const { json: story, byHand } = await this.#story(files)
    const reader = this.#reader ?? document.createElement('framing-reader')
    await reader.load(story)
    if (!this.#reader) this.#place.append((this.#reader = reader))
    return WORDS.byHand(byHand)
  }

  /** The story as JSON, and what in it is by hand; throws with the first problem where the folder cannot be built. */
  async #story(files) {
    const encoder = new TextEncoder()
    const bytes = Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)]))
    const { problems, json, byHand } = await this.#desk.open(bytes)
    if (json) return { json, byHand }
    throw Error(first(problems))
  }
}
