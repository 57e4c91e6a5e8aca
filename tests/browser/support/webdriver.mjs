// The W3C WebDriver protocol, as much of it as the Firefox and WebKitGTK tests use: start a driver, open a session, go
// to an address, find, click, type, move the pointer, run a script. Elements inside shadow roots are found by script.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** The name under which WebDriver passes elements in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
/** No command takes so long, in ms, unless the browser hangs: then one test has failed, and not all the time there is. */
const LONGEST = 60_000

export const KEYS = { escape: '\uE00C', enter: '\uE007', tab: '\uE004', right: '\uE014' }

/** Starts `program` on a free port with `env` besides its own environment, and opens a session with these capabilities. */
export async function openSession(program, capabilities, env = {}) {
  const port = await freePort()
  const driver = spawn(program, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...env } })
  const gone = new Promise((_, reject) => {
    driver.on('error', reject)
    driver.on('exit', code => reject(new Error(`${program} ended with ${code}`)))
  })
  gone.catch(() => {})
  const base = `http://127.0.0.1:${port}`
  try {
    await Promise.race([answering(base), gone])
    const { sessionId } = await call(base, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } })
    return new Session(`${base}/session/${sessionId}`, driver)
  } catch (error) {
    driver.kill()
    throw error
  }
}

class Session {
  constructor(base, driver) {
    this.base = base
    this.driver = driver
  }

  async close() {
    await call(this.base, 'DELETE', '').catch(() => {})
    this.driver.kill()
  }

  /** Sends a command, and returns the value it is answered with. */
  send(method, path, body) {
    return call(this.base, method, path, body)
  }

  go(address) {
    return call(this.base, 'POST', '/url', { url: address })
  }

  back() {
    return call(this.base, 'POST', '/back', {})
  }

  /** Goes into a frame, where scripts run and elements are found from then on. */
  enter(frame) {
    return call(this.base, 'POST', '/frame', { id: frame })
  }

  /** Goes back to the page that frames stand in. */
  leave() {
    return call(this.base, 'POST', '/frame', { id: null })
  }

  /** Runs a function in the page with plain values or elements and returns its result. */
  run(script, ...args) {
    return call(this.base, 'POST', '/execute/sync', { script: `return (${script}).apply(null, arguments)`, args })
  }

  /** Waits until the function returns something true in the page, and returns that. */
  async until(script, ...args) {
    const deadline = Date.now() + 30_000
    for (;;) {
      const result = await this.run(script, ...args)
      if (result) return result
      if (Date.now() > deadline) throw new Error(`never came true: ${script}`)
      await pause(50)
    }
  }

  /** Clicks where the element has come to stand; in the middle of the window, where nothing sticks over it. */
  async click(element) {
    await this.run(element => element.scrollIntoView({ block: 'center', behavior: 'instant' }), element)
    return call(this.base, 'POST', `/element/${element[ELEMENT]}/click`, {})
  }

  /** Presses and releases one key, wherever the focus is. */
  press(key) {
    const actions = [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]
    return call(this.base, 'POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  /** Moves the mouse to a place in the window, in CSS pixels. */
  point(x, y) {
    const actions = [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 50, origin: 'viewport' }]
    return this.#mouse(actions)
  }

  /** Clicks at a place in the window, in CSS pixels. */
  clickAt(x, y) {
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 50, origin: 'viewport' }
    return this.#mouse([move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }])
  }

  #mouse(actions) {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
    return call(this.base, 'POST', '/actions', { actions: [mouse] })
  }
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
  return value
}

async function answering(base) {
  for (;;) {
    try {
      if ((await call(base, 'GET', '/status')).ready) return
    } catch {
      // not listening yet
    }
    await pause(50)
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
