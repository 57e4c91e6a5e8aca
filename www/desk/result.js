// The story of the articles on the desk, in the reader. It is made when somebody asks for it, and again then: a story that changed
// under whoever reads it would be no help.

import { make } from './dom.js'
import { WORDS } from './words.js'

export class Result {
  section
  #button = make('button', { type: 'button', 'data-do': 'read', className: 'main', onclick: () => this.#read() }, WORDS.read)
  #status = make('p', { role: 'status', className: 'status' })
  #place = make('div')
  #reader
  #desk
  #folder

  constructor(desk, folder) {
    this.#desk = desk
    this.#folder = folder
    this.section = make('section', { className: 'result', 'aria-labelledby': 'result' },
      make('h2', { id: 'result' }, WORDS.result), make('p', { className: 'does' }, this.#button), this.#status, this.#place)
  }

  /** Whether there is anything to read. */
  take(count) {
    this.#button.disabled = !count
    if (!count) this.#status.textContent = WORDS.first
    else if (this.#status.textContent === WORDS.first) this.#status.textContent = ''
  }

  async #read() {
    this.#button.disabled = true
    this.#status.textContent = WORDS.reading
    try {
      const { json: story, byHand } = await this.#story(this.#folder.files)
      const reader = this.#reader ?? document.createElement('framing-reader')
      await reader.load(story)
      if (!this.#reader) this.#place.append((this.#reader = reader))
      this.#status.textContent = WORDS.byHand(byHand)
    } catch (error) {
      this.#status.textContent = WORDS.failed(error)
    }
    this.#button.disabled = false
  }

  /** The story as JSON, and what in it is by hand; throws with the first problem where the folder cannot be built. */
  async #story(files) {
    const encoder = new TextEncoder()
    const bytes = Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)]))
    const { problems, json, byHand } = await this.#desk.open(bytes)
    if (json) return { json, byHand }
    const { path, line, column, message } = problems.find(({ severity }) => severity === 'error')
    throw Error(`${path}:${line}:${column}: ${message}`)
  }
}
