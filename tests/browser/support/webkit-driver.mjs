// One WebKit under its driver: runs functions in a page or a frame of it, one after another, and hands out windows.

import { EARLY } from './webkit-early.mjs'
import { BROUGHT } from './webkit-find.mjs'
import { Handle } from './webkit-locator.mjs'

/** A window is thrown away before its history is full, after which no page adds to its length. */
const MOST_ENTRIES = 25
/** `undefined`, which a function is told as too, and numbers that JSON has no word for, on their way out of the page. */
const ODD = { '\u0000u': undefined, '\u0000n': NaN, '\u0000i': Infinity }

/** What a script begins with: ways to hand over values as text. */
const HANDS = `const encode = value => {
  const none = part => part === undefined || typeof part === 'function'
  const odd = part => none(part) ? '\\u0000u' : Number.isNaN(part) ? '\\u0000n' : part === Infinity ? '\\u0000i' : part
  try {
    return JSON.stringify(value, (_, part) => odd(part))
  } catch { return encode() }
}
const told = async (element, ask, argument) => {
  try {
    return element && { answer: await ask(element, argument) }
  } catch (error) { return { error: String(error) } }
}
const handed = (text, ...handles) => JSON.parse(text, (_, part) => part?.handle ? handles[part.handle - 1] : part)
const answer = value => ({ value: encode(value), url: location.href, said: document.said?.splice(0) ?? [] });`

const decoded = value => {
  if (Array.isArray(value)) return value.map(decoded)
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decoded(part)]))
  return Object.hasOwn(ODD, value) ? ODD[value] : value
}
/** The arguments of a function as text, and the elements in them, which the driver passes by themselves only. */
function handedOver(args) {
  const handles = []
  const text = JSON.stringify(args, (_, part) => (part instanceof Handle ? { handle: handles.push(part.reference) } : part))
  return [text, ...handles]
}

/** Runs in a page that is left: what it has written down, kept and set to work is gone; the length of its history. */
async function emptied() {
  const held = {
    storage: () => [localStorage, sessionStorage].forEach(storage => storage.clear()),
    workers: async () => Promise.all((await navigator.serviceWorker.getRegistrations()).map(worker => worker.unregister())),
    caches: async () => Promise.all((await caches.keys()).map(name => caches.delete(name))),
    // Waits for nobody who still has one open.
    bases: async () => (await indexedDB.databases()).forEach(({ name }) => indexedDB.deleteDatabase(name)),
  }
  // What is refused holds nothing.
  for (const empty of Object.values(held)) await Promise.resolve().then(empty).catch(() => {})
  return history.length
}

export class WebKitDriver {
  #turn = Promise.resolve()
  #free = []
  #contexts = new Set()
  /** Where the driver is: a window, and the frames in it. */
  #at = { window: null, path: [] }

  constructor(session, proxy) {
    Object.assign(this, { session, proxy })
    // Once each, though several contexts may be open that have the same ones.
    proxy.scripts = () => [EARLY, ...new Set([...this.#contexts].flatMap(({ scripts }) => scripts))]
    proxy.refuses = address => [...this.#contexts].some(({ offline, cut }) => offline || cut.some(pattern => pattern.test(address)))
    proxy.told = address => this.#contexts.forEach(context => context.asked(address))
  }

  open(context) {
    this.#contexts.add(context)
  }

  closed(context) {
    this.#contexts.delete(context)
  }

  /** Does one thing after another, whoever asks at the same time. */
  alone(act) {
    const done = this.#turn.then(act)
    this.#turn = done.catch(() => {})
    return done
  }

  /** Sends a command to a page or a frame of it. */
  send(frame, method, path, body) {
    return this.alone(async () => {
      await this.#enter(frame)
      return this.session.send(method, path, body)
    })
  }

  async #enter({ page, path }) {
    if (this.#at.window !== page.window) await this.session.send('POST', '/window', { handle: page.window })
    else if (path.length || this.#at.path.length) await this.session.send('POST', '/frame', { id: null })
    this.#at = { window: page.window, path }
    for (const css of path) await this.session.send('POST', '/frame', { id: await this.session.send('POST', '/element', { using: 'css selector', value: css }) })
  }

  /**
   * Runs a function, or a script given as text. `all` runs `inner` with the elements that steps lead to; `one` with the first of them,
   * and returns its `answer` or `error`, or nothing where there is none.
   */
  async run(frame, run, args, inner) {
    const calls = {
      one: `told(find(args[0])[0], ${inner}, args[1])`,
      all: `(${inner})(find(args[0]), args[1])`,
    }
    const call = calls[run] ?? (typeof run === 'string' ? `(() => { ${run} })()` : `(${run})(...args)`)
    const script = `${HANDS} ${BROUGHT} const args = handed(...arguments); return (async () => answer(await ${call}))()`
    const { value, url, said } = await this.send(frame, 'POST', '/execute/sync', { script, args: handedOver(args) })
    if (!frame.path.length) frame.page.heard(url, said)
    return decoded(JSON.parse(value))
  }

  async handle(frame, steps) {
    const script = `${BROUGHT} return find(arguments[0])[0]`
    return new Handle(frame, await this.send(frame, 'POST', '/execute/sync', { script, args: [steps] }))
  }

  /** A window that nobody reads in, and that has the focus: what is under another one shows none. */
  window() {
    return this.alone(async () => {
      for (let window; (window = this.#free.pop()); await this.#drop(window)) {
        await this.session.send('POST', '/window', { handle: window })
        this.#at = { window, path: [] }
        if (await this.session.send('POST', '/execute/sync', { script: 'return document.hasFocus()', args: [] })) return window
      }
      const [first] = await this.session.send('GET', '/window/handles')
      await this.session.send('POST', '/window', { handle: first })
      this.#at = { window: first, path: [] }
      return (await this.session.send('POST', '/window/new', { type: 'window' })).handle
    })
  }

  /** Leaves nothing of a page behind, and keeps its window for the next: all pages have one storage, and ports come round again. */
  async leave(page) {
    page.left()
    const entries = await this.run(page, emptied, []).catch(() => Infinity)
    if (entries < MOST_ENTRIES) {
      await this.send(page, 'POST', '/url', { url: 'about:blank' })
      // What is held down is let go, and the pointer lies on nothing that comes next.
      await this.send(page, 'DELETE', '/actions')
      await page.mouse.move(0, 0)
      this.#free.push(page.window)
    } else {
      await this.alone(() => this.#drop(page.window))
    }
  }

  async #drop(window) {
    if (this.#at.window !== window) await this.session.send('POST', '/window', { handle: window }).catch(() => {})
    await this.session.send('DELETE', '/window').catch(() => {})
    this.#at = { window: null, path: [] }
  }

  /** Whether the program still answers. */
  lives = () => this.alone(() => this.session.send('GET', '/window/handles')).then(() => true, () => false)

  cookies = page => this.send(page, 'GET', '/cookie')

  async close() {
    await this.session.close()
    this.proxy.close()
  }
}
