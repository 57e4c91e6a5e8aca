// WebKit as Playwright would show it: browser, contexts and pages over WebKitGTK's own driver, as much of them as the tests use.
// What the driver cannot do is thrown as a `Gap`, and the test that asks for it is skipped.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Gap } from './engine-test.mjs'
import { WebKitDriver } from './webkit-driver.mjs'
import { Page } from './webkit-page.mjs'
import { startProxy } from './webkit-proxy.mjs'
import { openSession } from './webdriver.mjs'

/** What of a context the driver cannot do. */
const CANNOT = {
  hasTouch: 'the driver has no finger',
  forcedColors: 'the driver forces no colors',
  permissions: 'the driver grants no permission',
  javaScriptEnabled: 'the driver needs scripts itself',
}
/** The window's own controls would keep it wide; here they take no room. */
const CONTROLS = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px }'
/** The desktop's settings by what its user asks for: WebKit hands them on to pages. */
const SETTINGS = { 'no-preference': '', reduce: 'gtk-enable-animations=0' }

export async function launchWebKit() {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  for (const [motion, settings] of Object.entries(SETTINGS)) {
    await mkdir(join(folder, motion, 'gtk-3.0'), { recursive: true })
    await writeFile(join(folder, motion, 'gtk-3.0/gtk.css'), CONTROLS)
    await writeFile(join(folder, motion, 'gtk-3.0/settings.ini'), `[Settings]\n${settings}\n`)
  }
  return new Browser(folder)
}

class Browser {
  constructor(folder) {
    this.folder = folder
    this.drivers = {}
  }

  /** A program of its own for each desktop: it takes light and dark, and whether anything may move, from there. */
  async #driver(scheme, motion) {
    this.drivers[scheme + motion] ??= (async () => {
      const proxy = await startProxy()
      const capabilities = {
        proxy: { proxyType: 'manual', httpProxy: proxy.address },
        'webkitgtk:browserOptions': { binary: process.env.MINI_BROWSER, args: ['--automation'] },
      }
      const env = { XDG_CONFIG_HOME: join(this.folder, motion), GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' }
      return new WebKitDriver(await openSession(process.env.WEBKIT_DRIVER, capabilities, env), proxy)
    })()
    return this.drivers[scheme + motion]
  }

  async newContext({ viewport, colorScheme = 'light', reducedMotion = 'no-preference', ...options } = {}) {
    for (const [name, value] of Object.entries(options)) {
      if (CANNOT[name] && !['none', 'no-preference'].includes(value)) throw new Gap(CANNOT[name])
    }
    const driver = await this.#driver(colorScheme, reducedMotion)
    if (await driver.lives()) return new Context(driver, viewport)
    // It has crashed, which is one test's trouble and not that of all behind it.
    await this.#dropped(colorScheme + reducedMotion)
    return new Context(await this.#driver(colorScheme, reducedMotion), viewport)
  }

  async #dropped(desktop) {
    const driver = await this.drivers[desktop]
    delete this.drivers[desktop]
    await driver.close()
  }

  newPage = async () => (await this.newContext()).newPage()

  async close() {
    for (const driver of Object.values(this.drivers)) await (await driver).close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

class Context {
  constructor(driver, viewport) {
    Object.assign(this, { driver, viewport, timeout: 5_000, scripts: [], pages: [], heard: [], offline: false, cut: [] })
    driver.open(this)
  }

  setDefaultTimeout(timeout) {
    this.timeout = timeout
  }

  /** The driver waits for a page as long as it takes. */
  setDefaultNavigationTimeout() {}

  async addInitScript(run, argument) {
    this.scripts.push(typeof run === 'string' ? run : `(${run})(${JSON.stringify(argument)})`)
  }

  on(name, hear) {
    if (name === 'request') this.heard.push(hear)
  }

  /** Tells of a request of these pages, or of one to another host, whoever asked. */
  asked(address) {
    const { origin, hostname } = new URL(address)
    const own = this.pages.some(page => page.url().startsWith(origin))
    if (own || hostname !== '127.0.0.1') for (const hear of this.heard) hear({ url: () => address })
  }

  async newPage() {
    const page = new Page(this, await this.driver.window())
    this.pages.push(page)
    if (this.viewport) await page.setViewportSize(this.viewport)
    return page
  }

  cookies = () => this.driver.cookies(this.pages[0])
  setOffline = async offline => void (this.offline = offline)
  newCDPSession = async () => {
    throw new Gap('the driver tells nothing of memory, styles or what assistive technology is told')
  }

  async close() {
    try {
      for (const page of this.pages) await this.driver.leave(page)
    } finally {
      this.driver.closed(this)
    }
  }
}
