// <framing-reader>: the shell around the app. It 1. keeps the plain article in view until the app stands; 2. loads the
// wasm once for all readers on the page (load.js), and the module with the other views when one is asked for; 3. hands attributes to
// the running app and never starts it again for one; 4. lets the late module read the stories that the host hands over, and keeps
// the one that is shown where they do not fit; 5. on any failure shows the plain article again, says why in one line, and
// raises `framing-reader:error`.

const TAG = 'framing-reader'
const APP = 'framing-reader-app'
const ATTRIBUTES = ['story', 'framing', 'document', 'theme', 'cards', 'hash']
/** After a frame, until what can wait is done, in ms. */
const WAIT = 30
/** For so long the reader waits for the page's first words to be painted, in ms; in a tab that is out of sight none are. */
const PATIENCE = 2_000
/** The plain article's switch; what of it is checked and has no attribute that says so was pressed since it was printed. */
const SWITCH = '.fr-plain .switch input'
/** What the app takes for an attribute that was removed, or is empty. */
const REMOVED = { framing: 'none', document: 'overview', theme: 'auto', cards: 'hover', hash: '' }

/** The readers that stand. */
const standing = new Set()
/** What was said in the console: each reason once. */
const said = new Set()
/** The start that others wait for: one after the other, so that a trap has one owner. */
let starts = Promise.resolve()
/** What starts an app: the one used last, and the one whose apps have fallen. */
let mounting, trapped
/** What of the reader the page's policy has blocked last; errors do not say it. */
let blocked

/** The page's words come first: until they are painted the reader asks for nothing. */
const painted = new Promise(done => {
  new PerformanceObserver(done).observe({ type: 'paint', buffered: true })
  setTimeout(done, PATIENCE)
})

addEventListener('securitypolicyviolation', event => {
  if (event.disposition === 'enforce' && /wasm-eval|framing-reader-[^/]*$/.test(event.blockedURI)) blocked = event.blockedURI
})
addEventListener('error', event => {
  if (event.error?.name !== 'RuntimeError') return
  const fallen = [...standing].filter(reader => !reader.stands())
  if (!fallen.length) return
  event.preventDefault()
  abandon(fallen, event.error)
})

/** All readers share one memory, and what has trapped draws nothing any more: those that have not start again in another one. */
function abandon(fallen, error) {
  forget(APP)
  trapped = mounting
  for (const reader of [...standing]) reader.fall(fallen.includes(reader) && error)
}

class FramingReader extends HTMLElement {
  static observedAttributes = ATTRIBUTES
  /** Version of this interface: that of the package. */
  static version = '0.1.0'

  #app
  /** Is called when the app has drawn for the first time, or fallen. */
  #drawn
  #starting = false
  #failed = false
  /** The last view of an app that was ended, for the one that comes after it. */
  #view = {}
  /** A packed story, the page's own or the one that came with the app. */
  #story
  /** Its packed record; the one that came with the app lies with the late module. */
  #record
  /** The views of that story, once one was asked for. */
  #views
  /** Counts the stories that were asked for: the last wins. */
  #turn = 0
  #slot = document.createElement('slot')

  connectedCallback() {
    for (const name of ATTRIBUTES) {
      if (!Object.hasOwn(this, name)) continue
      // Set before the element was defined, as a property of its own, which hides the element's.
      const value = this[name]
      delete this[name]
      this[name] = value
    }
    if (!this.#app && !this.#starting && !this.#failed) this.#start()
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#end())
  }

  attributeChangedCallback(name, _, value) {
    if (name === 'story') return this.#rename()
    delete this.#view[name === 'document' ? 'path' : name]
    this.#app?.update([name, value || REMOVED[name]])
  }

  /**
   * Shows another story: an object as JSON would hold it, JSON, or a packed story, both also as an ArrayBuffer or its bytes.
   * Rejects with all its `problems` where it does not fit, or with an AbortError where another was asked for since; the story that
   * is shown stays.
   */
  async load(story) {
    const turn = ++this.#turn
    const [{ read }] = await late()
    const parts = read(story)
    if (turn !== this.#turn) throw new DOMException('another story was asked for since', 'AbortError')
    this.#take(parts)
  }

  /** What hand and engine say of the story's words, as W3C Web Annotations; none before the app stands. */
  async annotations() {
    return this.#app ? this.#late(views => views.annotations()) : []
  }

  /** The attribute `story` has changed. */
  async #rename() {
    const turn = ++this.#turn
    this.#failed = false
    if (!this.#app && !this.#starting) {
      // Read when it starts.
      this.#story = undefined
      return this.isConnected && this.#start()
    }
    try {
      const parts = await named(this)
      if (turn === this.#turn) this.#take(parts)
    } catch (error) {
      if (turn !== this.#turn) return
      this.#tell('the story stays as it was', await explained(error))
    }
  }

  /** Takes the parts of a story, packed. */
  #take([story, record]) {
    this.#app?.load(story)
    this.#story = story
    this.#record = record
    this.#forget()
    if (this.#failed) {
      this.#failed = false
      this.connectedCallback()
    }
  }

  #forget() {
    this.#views?.free()
    this.#views = undefined
  }

  /** Asks the late module about the story that is shown then. */
  async #late(ask) {
    const [{ Views }, record] = await late()
    return ask((this.#views ??= new Views(this.#story, this.#record ?? record)))
  }

  async #start() {
    this.#starting = true
    try {
      await painted
      const [, parts] = await Promise.all([app(), this.#story ? [] : named(this)])
      if (!this.#story) [this.#story, this.#record] = parts
      const start = starts.then(() => this.#mount())
      starts = start.catch(() => {})
      await start
    } catch (error) {
      if (error.name === 'RuntimeError') abandon([])
      await this.#fail(error)
    } finally {
      this.#starting = false
    }
  }

  async #mount() {
    // Asked only now: where the reader before has trapped, this is another one.
    const [{ mount }] = await app()
    if (!this.isConnected) return
    if (mount === trapped) throw Error('another reader has trapped', { cause: 'panic' })
    mounting = mount
    const root = document.createElement('div')
    const begun = !this.#view.path && (this.getBoundingClientRect().top < 0 || getSelection()?.isCollapsed === false)
    const place = begun ? (await fallback().catch(() => {}))?.reading(this) : undefined
    const options = { ...this.#attributes(), ...this.#view }
    if (place?.path) options.reading = place.path
    // Whoever writes in a field of the host goes on writing.
    if (![document.body, this].includes(document.activeElement)) options.calm = ''
    // The plain article leaves before the app measures the page; both happen before anything is painted.
    this.#fill(root)
    try {
      // The font size of a reader's root. All styles of the page are worked out anew for it, now without the plain article's.
      CSS.registerProperty({ name: `--${TAG}-rem`, syntax: '<length>', inherits: true, initialValue: '16px' })
    } catch {
      // By the reader before, or a copy of another version; without it lengths follow the text they stand in.
    }
    const drawn = new Promise(done => (this.#drawn = done))
    this.#app = mount(root, this.#story, Object.entries(options).flat(), {
      drawn: this.#drawn,
      seen: then => requestAnimationFrame(() => {
        const start = performance.now()
        // The first runs when the frame has been handed over; what can wait leaves the browser time to show it.
        setTimeout(() => setTimeout(then, WAIT, performance.now() - start))
      }),
      ask: path => void this.#ask(path),
      copy: (words, element) => void this.#copy(words, element),
      scroll: down => this.#scroll(down),
    })
    standing.add(this)
    // The app draws at the end of this task, before anything is painted; on a slow machine it goes to its place a little later.
    await 0
    place?.keep(root, down => this.#scroll(down))
    await drawn
    if (!this.#app) return
    place?.keep(root, down => this.#scroll(down))
    this.dataset.ready = ''
    this.#raise('ready', {})
    const pressed = this.querySelector(`${SWITCH}:checked:not([checked])`)
    // Somebody's choice goes before the address, and is written there.
    if (pressed && pressed.value !== this.framing) {
      const { mark } = pressed.dataset
      root.querySelector(`.switch [${mark ? `data-mark=${mark}` : 'aria-pressed=true'}]`)?.click()
      await 0
      place?.keep(root, down => this.#scroll(down))
    }
  }

  /** Whether the app has drawn and can draw again. */
  stands() {
    return this.#app?.stands()
  }

  /** After a trap, the reader's own or, without an error, another one's. */
  fall(error) {
    this.#keep()
    this.#views = undefined
    standing.delete(this)
    this.#app = undefined
    this.#drawn()
    if (error) this.#fail(error)
    else this.#start()
  }

  /** Fetches a view and hands it to the app. */
  async #ask(path) {
    let sheet
    try {
      const [{ styles }] = await late()
      const sheets = this.shadowRoot.adoptedStyleSheets
      if (sheets.length < 2) {
        const more = new CSSStyleSheet()
        more.replaceSync(styles())
        this.shadowRoot.adoptedStyleSheets = [...sheets, more]
      }
      sheet = await this.#late(views => views.draw(path))
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
    this.#keep()
    this.#forget()
    this.#leave()
    this.#app.destroy()
    this.#app = undefined
  }

  /** Keeps what is shown for the app that comes next; the plain article shows it meanwhile. */
  #keep() {
    this.#view = { framing: this.framing, path: this.state('path') }
    for (const choice of this.querySelectorAll(SWITCH)) {
      choice.checked = choice.defaultChecked = choice.value === this.framing
    }
  }

  /** Puts the plain article back. */
  #leave() {
    standing.delete(this)
    this.#drawn?.()
    delete this.dataset.ready
    this.#fill(this.#slot)
  }

  /** Fills the shadow root; it is made only now, since with an empty one the plain article would be laid out a second time. */
  #fill(content) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = []
    root.replaceChildren(content)
  }

  /** Leaves the plain article with a line that says why, and how to try again where that may help. */
  async #fail(error) {
    this.#failed = true
    // What has failed answers nothing any more, so it is not asked to end.
    this.#app = undefined
    this.#leave()
    const told = await explained(error)
    const { line, retry, language, styles } = told
    this.#failed = !retry
    const note = document.createElement('div')
    note.lang = language
    note.append(line)
    if (retry) {
      const button = document.createElement('button')
      button.append(retry)
      button.onclick = () => this.connectedCallback()
      note.append(button)
    }
    this.shadowRoot.prepend(note)
    if (styles) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(styles)
      this.shadowRoot.adoptedStyleSheets = [sheet]
    }
    this.#tell('the plain article stays', told)
  }

  /** Raises an error with what is known of it, and says it in the console. */
  #tell(what, { cause, reason, hint, problems }) {
    if (!said.has(reason)) console.error(`${TAG}: ${what} (${reason})\n  hint: ${hint}`)
    said.add(reason)
    this.#raise('error', { cause, reason, hint, problems })
  }

  #raise(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}:${name}`, { detail, bubbles: true, composed: true }))
  }

  /** What the running app shows of an attribute's subject. */
  state(name) {
    return this.#app?.state(name) ?? this.#view[name] ?? this.getAttribute(name)
  }
}

/** What is to be said of an error. Where even the words for it cannot be fetched, nothing can. */
async function explained(error) {
  const words = await fallback().then(({ explain }) => explain(error, () => blocked, wasm?.(APP))).catch(() => {})
  const { message: reason, hint, problems } = error
  return { ...OFFLINE, reason, ...words, ...(hint && { hint }), problems }
}

const app = () => load(APP, 'framing-reader-story')
const late = () => load('framing-reader-views', 'framing-reader-record')

/** The packed parts of the story that an element's attribute names: its script or its address; without one, the shipped story. */
async function named(element) {
  const name = element.getAttribute('story')
  if (!name) return [(await app())[1]]
  const [[{ read }], story] = await Promise.all([late(), fallback().then(({ sought }) => sought(element, name))])
  return read(story)
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
