// <framing-reader>: the shell around the app. It 1. keeps the plain article in view until the app stands; 2. loads the
// wasm once for all readers on the page; 3. hands attributes to the running app and never starts it again for one;
// 4. on any failure shows the plain article again, says why once, and raises `framing-reader:error`.

const TAG = 'framing-reader'
const ATTRIBUTES = ['story', 'framing', 'document', 'theme', 'cards', 'hash']
/** What the app takes for an attribute that was removed. */
const REMOVED = { framing: 'none', theme: 'auto', cards: 'hover', hash: '' }

let loading

/** The functions of the wasm and the bytes of the story in it. */
function load() {
  return (loading ??= Promise.all([import('./framing-reader-wasm.js'), compile()]).then(([app, module]) => {
    const [story] = WebAssembly.Module.customSections(module, 'framing-reader-story')
    app.initSync({ module })
    return { mount: app.mount, story: story && new Uint8Array(story) }
  }))
}

async function compile() {
  const response = await fetch(new URL('framing-reader.wasm', import.meta.url))
  if (!response.ok) throw new Error(`expected framing-reader.wasm, found status ${response.status}`)
  // A server that does not know the type still serves the bytes.
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

class FramingReader extends HTMLElement {
  static observedAttributes = ATTRIBUTES

  #app
  #starting = false
  #failed = false
  /** The last view of an app that was ended, for the one that comes after it. */
  #view = {}
  /** A packed story of the page's own. */
  #story
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
    delete this.#view[name]
    if (value !== undefined) this.#app?.update([name, value])
  }

  /** Shows another packed story: an ArrayBuffer or its bytes. */
  load(story) {
    this.#story = new Uint8Array(story)
    this.#app?.load(this.#story)
  }

  /** The story's mentions, quotations and frames as W3C Web Annotations; none before the app stands. */
  annotations() {
    return this.#app ? JSON.parse(this.#app.annotations()) : []
  }

  async #start() {
    this.#starting = true
    try {
      const { mount, story } = await load()
      if (!this.isConnected) return
      const root = document.createElement('div')
      // The plain article leaves before the app measures the page; both happen before anything is painted.
      this.shadowRoot.replaceChildren(root)
      this.#app = mount(root, this.#story ?? story, Object.entries({ ...this.#attributes(), ...this.#view }).flat())
      addEventListener('error', this.#trap)
      this.dataset.ready = ''
      this.#raise('ready', {})
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#starting = false
    }
  }

  #attributes() {
    return Object.fromEntries(ATTRIBUTES.filter(name => this.hasAttribute(name)).map(name => [name, this.getAttribute(name)]))
  }

  #end() {
    if (!this.#app) return
    const { framing, document } = this
    this.#view = { framing, document }
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
    console.error(`${TAG}: the plain article stays (${reason})\n  hint: serve framing-reader.wasm and framing-reader-wasm.js beside framing-reader.js, under a policy with 'wasm-unsafe-eval'`)
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

if (!customElements.get(TAG)) customElements.define(TAG, FramingReader)
