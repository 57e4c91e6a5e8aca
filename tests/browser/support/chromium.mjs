// The browser of the tests, as launch.mjs brings it: one for each test file, one fresh context for each test, and the promises that
// hold in every test: no console error, no request to another host, no cookie.

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { launch } from './launch.mjs'
import { probe } from './page.mjs'
import { serve } from './server.mjs'

export { launch }

/**
 * Starts a server and a browser around the tests of a file; returns `visit`.
 *
 * `visit(t, { path, ...context })` opens a page, at `usual` unless `path` says otherwise, that the test `t` closes, waits for the reader to be ready unless
 * `ready` is false, and afterwards asserts what holds in every test. `server` replaces the file's server and is closed
 * with the page. Most tests are about what a page fetches itself; those about what the site `keeps` for when there is no network say so.
 */
export function withChromium(usual = '/') {
  let browser, ownServer
  before(async () => {
    ownServer = await serve()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await ownServer?.close()
  })

  return async function visit(t, { path = usual, ready = true, server = ownServer, tolerate, keeps = false, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    // What comes at all comes sooner, unless the machine does other work; what time is the subject of is measured.
    context.setDefaultTimeout(15_000)
    // How long a page takes to load is measured elsewhere.
    context.setDefaultNavigationTimeout(30_000)
    await context.addInitScript(probe)
    if (!keeps) await context.addInitScript(keepNothing)
    const troubles = []
    // Before anything that may fail: a context that stays open would go on with what it was told, as that there is no network.
    t.after(async () => {
      let cookies
      try {
        cookies = await context.cookies()
      } finally {
        await context.close()
        if (server !== ownServer) await server.close()
      }
      assert.deepEqual(troubles.filter(line => !tolerate?.test(line)), [], 'the page stays quiet and at home')
      assert.deepEqual(cookies, [], 'no cookies')
    })
    const page = await context.newPage()
    // A browser asks for an icon of its own accord and whenever it likes; that a page's policy refuses it is no trouble of the page's.
    const byItself = message => message.text().startsWith(`Loading the image '${server.origin}/favicon.ico' violates`)
    page.on('console', message => message.type() === 'error' && !byItself(message) && troubles.push(`console: ${message.text()}`))
    page.on('pageerror', error => troubles.push(`uncaught: ${error}`))
    context.on('request', request => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== server.origin) troubles.push(`asked another host: ${request.url()}`)
    })
    await page.goto(server.origin + path)
    if (ready) await whenReady(page)
    return page
  }
}

/** Waits until the element says that the reader stands in its shadow root. */
export async function whenReady(page) {
  await page.locator('framing-reader').first().waitFor({ state: 'attached' })
  await page.locator('framing-reader [data-do^="toggle "]').first().waitFor()
}

/** In every page, before its own scripts: no service worker is registered. */
function keepNothing() {
  try {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(Error('this test keeps nothing'))
  } catch {
    // Where a frame has no origin, there is nothing to refuse.
  }
}
