// <framing-reader>: the shell around the app. It 1. keeps the plain article in view until the app stands; 2. loads the
// wasm once for all readers on the page (load.js), and the module with the other views when one is asked for; 3. hands attributes to
// the running app and never starts it again for one; 4. on any failure shows the plain article again, says why in one line, and
// raises `framing-reader:error`.

const TAG = 'framing-reader'
const ATTRIBUTES = ['story', 'framing', 'document', 'theme', 'cards', 'hash']
/** What the app takes for an attribute that was removed. */
const REMOVED = { framing: 'none', theme: 'auto', cards: 'hover', hash: '' }

/** The readers that stand. */
const standing = new Set()
/** What was said in the console: each reason once. */
const told = new Set()
/** The reader that starts now; the next one waits, so that a trap has one owner. */
let turn = Promise.resolve()

addEventListener('error', event => {
  if (event.error?.name !== 'RuntimeError') return
  const fallen = [...standing].filter(reader => !reader.stands())
  if (!fallen.length) return
  event.preventDefault()
  // All share one memory, and what has trapped draws nothing any more: the others start again in another one.
  forget('framing-reader-app')
  for (const reader of [...standing]) reader.fall(fallen.includes(reader) && event.error)
})

class FramingReader extends HTMLElement {
  static observedAttributes = ATTRIBUTES

  #app
  #starting = false
  #failed = false
  /** The last view of an app that was ended, for the one that comes after it. */
  #view = {}
  /** A packed story, the page's own or the one that came with the app. */
  #story
  /** The views of that story, once one was asked for. */
  #views
  #slot = document.createElement('slot')

  constructor() {
    super()
    this.attachShadow({ mode: 'open' }).append(this.#slot)
  }

  connectedCallback() {
    if (!this.#app && !this.#starting && !this.#failed) this.#start()
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#end())
  }

  attributeChangedCallback(name, _, value) {
    value ??= REMOVED[name]
    delete this.#view[name === 'document' ? 'path' : name]
    if (value !== undefined) this.#app?.update([name, value])
  }

  /** Shows another packed story: an ArrayBuffer or its bytes. */
  load(story) {
    this.#story = new Uint8Array(story)
    this.#views = undefined
    this.#app?.load(this.#story)
  }

  /** The story's mentions, quotations and frames as W3C Web Annotations; none before the app stands. */
  annotations() {
    return this.#app ? JSON.parse(this.#app.annotations()) : []
  }

  async #start() {
    this.#starting = true
    try {
      const [{ mount }, story] = await load('framing-reader-app', 'framing-reader-story')
      const mine = turn.then(() => this.isConnected && this.#mount(mount, this.#story ??= story))
      turn = mine.catch(() => {})
      await mine
    } catch (error) {
      await this.#fail(error)
    } finally {
      this.#starting = false
    }
  }

  async #mount(mount, story) {
    const root = document.createElement('div')
    const begun = !this.#view.path && (this.getBoundingClientRect().top < 0 || getSelection()?.isCollapsed === false)
    const late = begun && (await fallback().catch(() => {}))
    const { path, keep } = late ? late.reading(this) : {}
    // Whoever writes in a field of the host goes on writing.
    const host = ![document.body, this].includes(document.activeElement)
    const options = { ...this.#attributes(), ...this.#view, ...(path && { reading: path }), ...(host && { calm: '' }) }
    // The plain article leaves before the app measures the page; both happen before anything is painted.
    this.shadowRoot.adoptedStyleSheets = []
    this.shadowRoot.replaceChildren(root)
    this.#app = mount(root, story, Object.entries(options).flat(), {
      ask: path => void this.#ask(path),
      copy: (words, element) => void this.#copy(words, element),
    })
    standing.add(this)
    // The app draws at the end of this task.
    await 0
    if (!this.#app) return
    keep?.(root)
    this.dataset.ready = ''
    this.#raise('ready', {})
  }

  /** Whether the app has drawn and can draw again. */
  stands() {
    return this.#app?.stands()
  }

  /** After a trap, the reader's own or another one's. */
  fall(error) {
    this.#view = { framing: this.framing, path: this.state('path') }
    standing.delete(this)
    this.#app = undefined
    if (error) this.#fail(error)
    else this.#start()
  }

  /** Fetches a view and hands it to the app. */
  async #ask(path) {
    let sheet
    try {
      const [{ Views, styles }, record] = await load('framing-reader-views', 'framing-reader-record')
      if (!this.#views) {
        this.#views = new Views(this.#story, record)
        const sheets = this.shadowRoot.adoptedStyleSheets
        if (sheets.length < 2) {
          const more = new CSSStyleSheet()
          more.replaceSync(styles())
          this.shadowRoot.adoptedStyleSheets = [...sheets, more]
        }
      }
      sheet = this.#views.draw(path)
    } catch (error) {
      console.error(`${TAG}: the view ${path} could not be fetched (${error.message})\n  hint: serve framing-reader-views.wasm and framing-reader-views.js beside framing-reader.js`)
    }
    this.#app?.show(path, sheet)
  }

  async #copy(words, element) {
    let copied = true
    try {
      await navigator.clipboard.writeText(words)
    } catch {
      copied = false
      getSelection()?.selectAllChildren(element)
    }
    this.#app?.copied(copied)
  }

  #attributes() {
    return Object.fromEntries(ATTRIBUTES.filter(name => this.hasAttribute(name)).map(name => [name, this.getAttribute(name)]))
  }

  #end() {
    if (!this.#app) return
    this.#view = { framing: this.framing, path: this.state('path') }
    this.#views = undefined
    this.#leave()
    this.#app.destroy()
    this.#app = undefined
  }

  /** Puts the plain article back. */
  #leave() {
    standing.delete(this)
    delete this.dataset.ready
    this.shadowRoot.adoptedStyleSheets = []
    this.shadowRoot.replaceChildren(this.#slot)
  }

  /** Leaves the plain article with a line that says why, and how to try again where that may help. */
  async #fail(error) {
    this.#failed = true
    // What has failed answers nothing any more, so it is not asked to end.
    this.#app = undefined
    this.#leave()
    const explained = fallback().then(({ explain }) => explain(error, () => blocked))
    const { line, retry, language, styles, ...detail } = { ...OFFLINE, reason: error.message, ...(await explained.catch(() => {})) }
    const { cause, reason, hint } = detail
    this.#failed = cause !== 'network'
    const note = document.createElement('div')
    note.lang = language
    note.append(line)
    if (retry) {
      const button = document.createElement('button')
      button.textContent = retry
      button.onclick = () => this.connectedCallback()
      note.append(button)
    }
    this.shadowRoot.prepend(note)
    if (styles) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(styles)
      this.shadowRoot.adoptedStyleSheets = [sheet]
    }
    if (!told.has(reason)) console.error(`${TAG}: the plain article stays (${reason})\n  hint: ${hint}`)
    told.add(reason)
    this.#raise('error', detail)
  }

  #raise(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}:${name}`, { detail, bubbles: true, composed: true }))
  }

  /** What the running app shows of an attribute's subject. */
  state(name) {
    return this.#app?.state(name) ?? this.#view[name] ?? this.getAttribute(name)
  }
}

for (const name of ATTRIBUTES) {
  Object.defineProperty(FramingReader.prototype, name, {
    get() {
      return this.state(name)
    },
    set(value) {
      if (value == null) this.removeAttribute(name)
      else this.setAttribute(name, value)
    },
    enumerable: true,
    configurable: true,
  })
}

if (!customElements.get(TAG)) customElements.define(TAG, FramingReader)
