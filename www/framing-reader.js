// <framing-reader>: the shell around the app. It 1. keeps the plain article in view until the app stands; 2. loads the
// wasm once for all readers on the page (load.js), and the module with the other views when one is asked for; 3. hands attributes to
// the running app and never starts it again for one; 4. on any failure shows the plain article again, says why once, and
// raises `framing-reader:error`.

const TAG = 'framing-reader'
const ATTRIBUTES = ['story', 'framing', 'document', 'theme', 'cards', 'hash']
/** What the app takes for an attribute that was removed. */
const REMOVED = { framing: 'none', theme: 'auto', cards: 'hover', hash: '' }

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
  #trap = event => event.error instanceof WebAssembly.RuntimeError && this.#app && this.#fail(event.error)

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
      if (!this.isConnected) return
      this.#story ??= story
      const root = document.createElement('div')
      // The plain article leaves before the app measures the page; both happen before anything is painted.
      this.shadowRoot.replaceChildren(root)
      this.#app = mount(root, this.#story, Object.entries({ ...this.#attributes(), ...this.#view }).flat(), {
        ask: path => void this.#ask(path),
        copy: (words, element) => void this.#copy(words, element),
        scroll: down => this.#scroll(down),
      })
      addEventListener('error', this.#trap)
      this.dataset.ready = ''
      this.#raise('ready', {})
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#starting = false
    }
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

  /** Scrolls the boxes the element stands in, the innermost first, and what they do not take, the page. */
  #scroll(top) {
    for (let at = this; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
      const before = at.scrollTop
      at.scrollBy({ top, behavior: 'instant' })
      top -= at.scrollTop - before
    }
    scrollBy({ top, behavior: 'instant' })
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
    removeEventListener('error', this.#trap)
    delete this.dataset.ready
    this.shadowRoot.adoptedStyleSheets = []
    this.shadowRoot.replaceChildren(this.#slot)
  }

  #fail(error) {
    this.#failed = true
    // What has failed answers nothing any more, so it is not asked to end.
    this.#app = undefined
    this.#leave()
    const reason = error?.message ?? String(error)
    console.error(`${TAG}: the plain article stays (${reason})\n  hint: serve framing-reader-app.wasm and framing-reader-app.js beside framing-reader.js, under a policy with 'wasm-unsafe-eval'`)
    this.#raise('error', { reason })
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

if (customElements.get(TAG)) {
  console.warn(`${TAG}: an element of this name is on the page already, and this copy of the script leaves it to that one\n  hint: load one copy of the script`)
} else {
  // The font size of a reader's root, for lengths within it. A copy of another version may have registered it under another name.
  try {
    CSS.registerProperty({ name: `--${TAG}-rem`, syntax: '<length>', inherits: true, initialValue: '16px' })
  } catch {
    // Registered already; without registration lengths follow the text they stand in.
  }
  customElements.define(TAG, FramingReader)
}
