// The three ways in: a box to paste into, a place to drop files and folders on, a button to choose files. What was typed or
// pasted stays until it lies on the desk; what could not be taken is told in a line of its own.

import { make } from './dom.js'
import { dropped, taken, words } from './intake.js'
import { short } from './toml.js'
import { WORDS } from './words.js'

/** Where this tab keeps what was typed and does not lie on the desk yet. */
const TYPED = 'framing-reader-desk-typed'

export class Intake {
  #box = make('textarea', { rows: 6, id: 'paste', dir: 'auto', 'aria-describedby': 'paste-hint', spellcheck: false })
  #problems = make('ul', { className: 'problems' })
  #on
  place

  /** `on` has `put(texts)`, `tell(words)`, `room()` and `open(file)`, which takes a story folder. */
  constructor(on) {
    this.#on = on
    const files = make('input', { type: 'file', multiple: true, accept: '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.zip', id: 'pick' })
    files.addEventListener('change', async () => {
      await this.#files([...files.files])
      files.value = ''
    })
    // No form: a sandboxed frame hears nothing of one that is sent.
    this.place = make('div', { className: 'intake' },
      make('div', {},
        make('label', { for: 'paste' }, WORDS.paste),
        make('p', { id: 'paste-hint', className: 'quiet' }, WORDS.pasteHint),
        this.#box,
        make('button', { type: 'button', 'data-do': 'put', onclick: () => this.#paste() }, WORDS.put),
      ),
      make('div', { className: 'drop' },
        make('p', {}, WORDS.drop),
        make('label', { className: 'pick' }, WORDS.pick, files),
        make('p', { className: 'quiet' }, WORDS.kinds),
      ),
      this.#problems,
    )
    this.#listen()
    this.#box.value = this.#typed()
    this.#box.addEventListener('input', () => this.#typed(this.#box.value))
  }

  /** What was typed, kept in this tab as far as the browser does. */
  #typed(text) {
    try {
      if (text !== undefined) sessionStorage.setItem(TYPED, text)
      return sessionStorage.getItem(TYPED) ?? ''
    } catch {
      return ''
    }
  }

  focus() {
    this.#box.focus()
  }

  /** The whole page takes what is dropped: a file that misses the place would take the page's. */
  #listen() {
    const holdsFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files')
    addEventListener('dragover', event => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      this.place.dataset.over = ''
    })
    addEventListener('dragleave', event => event.relatedTarget ?? delete this.place.dataset.over)
    addEventListener('drop', async event => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      delete this.place.dataset.over
      await this.#files(await dropped(event.dataTransfer))
    })
  }

  #paste() {
    const { text, problem } = words(this.#box.value)
    if (problem) return this.#on.tell(WORDS.problems[problem])
    this.#on.put([{ label: short(text.trim().split(/[\r\n]/, 1)[0]), text, unnamed: true }])
    this.#box.value = this.#typed('')
    this.#box.focus()
  }

  async #files(files) {
    const archive = files.find(({ name }) => /\.zip$/i.test(name))
    if (archive) return this.#on.open(archive)
    const texts = []
    let done = 0
    for await (const { name, text, note, problem, count } of taken(files, this.#on.room())) {
      if (text !== undefined) texts.push({ label: short(name.replace(/\.[^.]+$/, '')), text, note })
      else this.#tell(name, problem, count)
      this.#on.tell(WORDS.taking(++done, files.length))
    }
    if (texts.length) this.#on.put(texts)
    else this.#on.tell('')
  }

  #tell(name, problem, count) {
    const words = WORDS.problems[problem]
    const line = make('li', {}, make('strong', {}, name), ' ', typeof words === 'function' ? words(count) : words, ' ',
      make('button', { type: 'button', 'aria-label': `${WORDS.dismiss}: ${name}`, onclick: () => line.remove() }, WORDS.dismiss))
    this.#problems.append(line)
  }
}
