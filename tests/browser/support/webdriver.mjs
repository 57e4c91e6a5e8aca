// The W3C WebDriver protocol, as much of it as WebKit's driver is spoken to with: start a driver, open a session, send commands.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Starts `program` on a free port, with `env` besides its own environment, and opens a session with these capabilities. */
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
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
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
