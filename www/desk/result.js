// The story of the articles on the desk, in the reader. It is made when somebody asks for it, and again then: a story that changed
// under whoever reads it would be no help.

import { make } from './dom.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

export class Result {
  section
  #button = make('button', { type: 'button', 'data-do': 'read', className: 'main', onclick: () => this.#read() }, WORDS.read)
  #status = make('p', { role: 'status', className: 'status' })
  #place = make('div')
  #reader
  #desk
  #folder
  #articles

  constructor(desk, folder, articles) {
    this.#desk = desk
    this.#folder = folder
    this.#articles = articles
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
      const story = await this.#story(this.#folder.files)
      const reader = this.#reader ?? document.createElement('framing-reader')
      await reader.load(story)
      if (!this.#reader) this.#place.append((this.#reader = reader))
      this.#status.textContent = WORDS.uncoded
    } catch (error) {
      this.#status.textContent = WORDS.refused(error.message)
    }
    this.#button.disabled = false
  }

  /** The story as JSON: the folder's where it can be built, else what the engine found in articles that nobody has coded. */
  async #story(files) {
    const encoder = new TextEncoder()
    const bytes = Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)]))
    const { problems, json } = await this.#desk.open(bytes)
    if (json) return json
    const coded = this.#articles.coded
    if (!coded.length) return this.#desk.draft(this.#articles.ids, await this.#related(files.get('story.toml')), files.get('actors.toml'))
    const { path, line, column, message } = problems.find(({ severity }) => severity === 'error')
    throw Error(`${path}:${line}:${column}: ${message}`)
  }

  /** The manifest with the editions and summaries that were found, where it names none itself. */
  async #related(manifest) {
    const { document: documents } = await this.#desk.values(manifest)
    const at = id => documents.findIndex(document => document.id === id)
    for (const [one, other, kinship] of this.#articles.kinships) {
      const [of, by] = kinship === 'first-sums' ? [other, one] : [one, other]
      const document = documents[at(by)]
      if (!document || document.edition_of || document.summary_of) continue
      const member = kinship === 'edition' ? 'edition_of' : 'summary_of'
      document[member] = of
      manifest = await this.#desk.set(manifest, `document.${at(by)}.${member}`, literal(of))
    }
    return manifest
  }
}
