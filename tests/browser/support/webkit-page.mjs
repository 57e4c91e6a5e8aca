// Playwright's pages, mouse and keyboard over WebKit's driver: what the tests use of them.

import { setTimeout as pause } from 'node:timers/promises'
import { Gap } from './engine-test.mjs'
import { Frame } from './webkit-locator.mjs'

/** Keys as WebDriver names them. */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', '\n': '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
}
/** Between two moves of the mouse; for how long nothing is asked before the network counts as idle; between two looks at what the page has said; in ms. */
const STEP = 8
/** So often a window is given its size. */
const TRIES = 12
const IDLE = 500
const ASKING = 200

export class Page extends Frame {
  #context
  #url = 'about:blank'
  #listeners = { console: [], pageerror: [], request: [] }
  #size
  #mouse = [0, 0]
  #asking

  constructor(context, window) {
    super(undefined)
    this.page = this
    this.#context = context
    this.window = window
    this.driver = context.driver
    context.on('request', request => this.#tell('request', request))
  }

  get timeout() {
    return this.#context.timeout
  }

  context = () => this.#context
  url = () => this.#url
  title = () => this.evaluate(() => document.title)
  viewportSize = () => this.#size
  waitForTimeout = pause
  addInitScript = (run, argument) => this.#context.addInitScript(run, argument)
  frames = () => [this]
  waitForEvent = async () => this.frameLocator('iframe')
  touchscreen = { tap: async () => { throw new Gap('the driver has no finger') } }
  emulateMedia = async () => { throw new Gap('the driver emulates no media') }
  pdf = async () => { throw new Gap('the driver makes no PDF of pages') }

  on(name, hear) {
    // The driver tells nothing by itself: whoever waits for a word is told as soon as the page is asked.
    if (this.#listeners[name].push(hear) > 1 && name !== 'request') this.#asking ??= setInterval(() => this.evaluate(() => {}).catch(() => {}), ASKING)
  }

  left() {
    clearInterval(this.#asking)
  }

  #tell(name, what) {
    for (const hear of this.#listeners[name]) hear(what)
  }

  /** Notes what a script brought back: where the page is, and what it said. */
  heard(url, said) {
    this.#url = url
    for (const [type, text] of said) {
      if (type === 'pageerror') this.#tell('pageerror', text)
      else this.#tell('console', { type: () => type, text: () => text })
    }
  }

  #command = (path, body = {}) => this.driver.send(this, 'POST', path, body)

  async goto(address) {
    await this.evaluate(() => {}).catch(() => {})
    this.#url = address
    await this.#command('/url', { url: address })
    // The driver waits by itself; were it ever to answer too early, the page before would be asked what the test asks of this one.
    const [wanted] = new URL(address).href.split('#')
    const there = () => this.evaluate(wanted => location.href.split('#')[0] === wanted && document.readyState !== 'loading', wanted)
    await this.wait(there, this.timeout, `the page ${address}`)
  }

  /** By script where nobody waits for everything the page loads. */
  async reload({ waitUntil } = {}) {
    if (waitUntil === 'domcontentloaded') {
      await this.evaluate(() => void setTimeout(() => location.reload()))
      await pause(300)
      await this.waitForFunction(() => document.readyState !== 'loading')
    } else await this.#command('/refresh')
  }

  goBack = async () => void (await this.#command('/back'), await this.evaluate(() => {}))
  goForward = async () => void (await this.#command('/forward'), await this.evaluate(() => {}))

  async waitForURL(pattern) {
    const ending = pattern.replace(/^\*+/, '')
    await this.waitForFunction(ending => location.href.endsWith(ending), ending)
  }

  async waitForLoadState() {
    await this.waitForFunction(() => document.readyState === 'complete')
    await pause(IDLE)
  }

  /** Makes the window so large that the page in it has this size. */
  async setViewportSize({ width, height }) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight])
    let [wide, high] = [width, height]
    for (let tries = 0; tries < TRIES; tries++) {
      await this.#command('/window/rect', { x: 0, y: 0, width: wide, height: high })
      const [w, h] = await inner()
      if (w === width && h === height) return void (this.#size = { width, height })
      wide = Math.max(1, wide + width - w)
      high = Math.max(1, high + height - h)
      // A machine with other work makes it later; what it was asked for then is asked for again.
      await pause(50 * (tries + 1))
      if (tries % 4 === 3) [wide, high] = [width, height]
    }
    throw new Error(`the driver makes no window of ${width} × ${height}`)
  }

  async route(glob, handle) {
    const pattern = new RegExp(glob.replace(/[.]/g, '\\.').replace(/\*+/g, '.*'))
    handle({ abort: () => this.#context.cut.push(pattern) })
  }

  unroute = async () => void (this.#context.cut.length = 0)

  /** Where a frame begins in the window. */
  async offset({ path }) {
    const at = { x: 0, y: 0 }
    for (const css of path) {
      const { x, y } = await this.evaluate(css => {
        const frame = document.querySelector(css)
        const { x, y } = frame.getBoundingClientRect()
        return { x: x + frame.clientLeft, y: y + frame.clientTop }
      }, css)
      at.x += x
      at.y += y
    }
    return at
  }

  #act = (type, id, actions, rest = {}) => this.driver.send(this, 'POST', '/actions', { actions: [{ type, id, ...rest, actions }] })
  #point = actions => this.#act('pointer', 'mouse', actions, { parameters: { pointerType: 'mouse' } })

  mouse = {
    move: async (x, y, { steps = 1 } = {}) => {
      const [fromX, fromY] = this.#mouse
      const moves = Array.from({ length: steps }, (_, step) => {
        const share = (step + 1) / steps
        const at = { x: Math.round(fromX + (x - fromX) * share), y: Math.round(fromY + (y - fromY) * share) }
        return { type: 'pointerMove', ...at, duration: steps > 1 ? STEP : 0, origin: 'viewport' }
      })
      this.#mouse = [x, y]
      await this.#point(moves)
    },
    down: () => this.#point([{ type: 'pointerDown', button: 0 }]),
    up: () => this.#point([{ type: 'pointerUp', button: 0 }]),
    click: async (x, y) => {
      this.#mouse = [x, y]
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' }
      await this.#point([move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }])
    },
    wheel: (deltaX, deltaY) => {
      const [x, y] = this.#mouse.map(Math.round)
      return this.#act('wheel', 'wheel', [{ type: 'scroll', x, y, deltaX, deltaY, duration: 0, origin: 'viewport' }])
    },
  }

  keyboard = {
    press: async keys => {
      const pressed = keys === '+' ? [keys] : keys.split('+').map(key => KEYS[key] ?? key)
      await this.#act('key', 'keyboard', [
        ...pressed.map(value => ({ type: 'keyDown', value })),
        ...pressed.toReversed().map(value => ({ type: 'keyUp', value })),
      ])
    },
    type: async (text, { delay = 0 } = {}) => {
      for (const letter of text) {
        await this.keyboard.press(letter)
        await pause(delay)
      }
    },
  }
}
