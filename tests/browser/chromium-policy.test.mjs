// What a page may forbid, and what a stranger's story may hold: strict policies, Trusted Types, integrity, no storage, no origin;
// nobody else is asked in any view; nothing in a story runs or reaches the page around it.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { ATTACKS, hostileStory } from './support/hostile.mjs'
import { ARTICLE, VIEWS, at, reader } from './support/reader.mjs'
import { NAMED, POLICY, SITE, serve } from './support/server.mjs'

const visit = withChromium()

/** Goes everywhere: an article, a card, every view, the reasons of a line; with the switch in each. */
async function everywhere(r) {
  await r.article('000').or(r.rows.locator('.called').first()).first().click()
  await r.names.first().evaluate(name => name.click())
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.blocks.first().locator('.number').click()
  await r.why.locator('h2').waitFor()
  await r.page.keyboard.press('Escape')
  for (const name of ['overview', ...VIEWS]) {
    await r.go(name)
    await r.unfold()
    await r.switchTo('security')
  }
}

test('no script that a reader loads could write markup or run text, whatever a story holds', async () => {
  for (const name of ['framing-reader.js', 'framing-reader-app.js', 'framing-reader-views.js', 'framing-reader-fallback.js', 'framing-reader.classic.js']) {
    const script = await readFile(join(SITE, name), 'utf8')
    assert.deepEqual(script.match(/\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function/g), null, name)
  }
})

test('all of it works under the strict policy: one origin is asked, nothing is written to the reader’s browser', async t => {
  const server = await serve()
  const r = reader(await visit(t, { server }))
  await everywhere(r)
  assert.deepEqual([...new Set(server.requests.map(({ host }) => host))], [new URL(server.origin).host])
  assert.deepEqual(server.requests.filter(({ cookie, method }) => cookie || method !== 'GET'), [])
  const held = await r.page.evaluate(async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), bases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  assert.deepEqual(held, { local: [], session: [], bases: 0, caches: 0, workers: 0 })
})

test('all of it works under Trusted Types without a policy of its own', async t => {
  const headers = { 'content-security-policy': `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` }
  const r = reader(await visit(t, { server: await serve({ headers }), tolerate: /TrustedHTML|injection sink|trusted-types-sink/ }))
  assert.ok(await r.page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>refused</b>'
    } catch (error) {
      return error instanceof TypeError
    }
  }), 'the browser holds to it')
  await everywhere(r)
})

/** A page whose scripts are named with their hashes; `mend` may change the import map's before it is written. */
async function withIntegrity(mend = map => map) {
  const hash = async name => `sha384-${createHash('sha384').update(await readFile(join(SITE, name))).digest('base64')}`
  const names = ['framing-reader-app.js', 'framing-reader-views.js']
  const integrity = mend(Object.fromEntries(await Promise.all(names.map(async name => [`/${name}`, await hash(name)]))))
  const map = JSON.stringify({ integrity })
  const own = await hash('framing-reader.js')
  const page = await host('hash="reader"', html => html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, `<script type="importmap">${map}</script>`)
    .replace('<script type="module"', `<script type="module" integrity="${own}"`))
  // A map stands in the page itself, so that the policy names it by its hash.
  const allowed = `'sha256-${createHash('sha256').update(map).digest('base64')}'`
  return serve({ pages: { '/': page }, headers: { 'content-security-policy': POLICY.replace("script-src 'self'", `script-src 'self' ${allowed}`) } })
}

test('the scripts can be named with their hashes, those it loads itself too', async t => {
  const r = reader(await visit(t, { server: await withIntegrity() }))
  await everywhere(r)
})

test('a script that does not have its hash is refused, and the plain article stays', async t => {
  const wrong = await withIntegrity(map => ({ ...map, '/framing-reader-app.js': `sha384-${'A'.repeat(64)}` }))
  const page = await visit(t, { server: wrong, ready: false, tolerate: /integrity|digest|plain article|Failed to fetch/ })
  await page.waitForFunction(() => window.probe.events.some(({ name }) => name === 'error'))
  assert.ok((await page.locator('framing-reader').innerText()).length > 5_000)
})

test('without storage it reads, and remembers nothing', async t => {
  const page = await visit(t, { ready: false, path: '/page.css' })
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } })
    }
  })
  await page.goto(new URL(ARTICLE, page.url()).href)
  const r = reader(page)
  await r.choice('security').waitFor()
  await r.option('theme dark')
  await page.waitForFunction(element => element.theme === 'dark', await r.root.elementHandle())
  await r.option('cards click')
  await r.switchTo('security')
})

test('in a sandboxed frame, without an origin, a storage or a history, it reads', async t => {
  // A page that leaves its policy to the server: a frame's has to name the site.
  const inner = await host('hash="reader"', html => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
  const server = await serve({
    pages: { '/outer.html': '<!doctype html><title>Outer</title><iframe src="/inner.html" sandbox="allow-scripts" title="Reader" width="900" height="700"></iframe>', '/inner.html': inner },
    headers: { 'access-control-allow-origin': '*', 'content-security-policy': NAMED.replace("default-src 'none'", "default-src 'none'; frame-src http://127.0.0.1:*") },
  })
  const page = await visit(t, { server, path: '/outer.html', ready: false })
  const frame = page.frames()[1] ?? (await page.waitForEvent('frameattached'))
  await frame.locator('[data-do="toggle 1"]').waitFor()
  assert.equal(await frame.evaluate(() => self.origin), 'null')
  await frame.locator('[data-do="toggle 1"]').click()
  await frame.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
  await frame.locator('.called').first().click()
  await frame.locator('.article').waitFor()
  await frame.locator('.ways [data-go="find"]').click()
  await frame.locator('.view h2').waitFor()
})

/**
 * How many actors, and how long the longest words (in 20 letters). Wherever a word may be broken, WebKit takes a tenth of a second for
 * each paragraph with one of 800 letters, and there would be thousands: some less there, and still wider than any line.
 */
const MANY = process.env.ENGINE === 'webkit' ? [60, 5] : [3_000, 40]

let folder
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  await hostileStory(join(folder, 'story'), ...MANY)
  const build = ['build', '--story', join(folder, 'story'), '-o', join(folder, 'site')]
  const [program, options] = process.env.FRAMING_READER
    ? [process.env.FRAMING_READER, build]
    : ['cargo', ['run', '--quiet', '--release', '--locked', '--', ...build]]
  await promisify(execFile)(program, options, { cwd: fileURLToPath(new URL('../..', import.meta.url)), maxBuffer: 1 << 26 })
})
after(() => rm(folder, { recursive: true, force: true }))

/** What a page's scripts would meet if a story had reached it. */
const reached = () => ({
  ran: window.ran,
  scripts: document.scripts.length,
  styles: document.querySelectorAll('style, img, svg').length,
  own: [Object.keys(Object.prototype), Object.keys(Array.prototype), ({}).polluted],
  head: getComputedStyle(document.querySelector('.host-head')).display,
  title: document.querySelectorAll('title').length,
})

test('in a stranger’s story nothing runs, nothing reaches the page, and nothing is wider than its room', async t => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
    const page = await visit(t, { server: await serve({ folder: join(folder, 'site') }), viewport })
    page.context().setDefaultTimeout(15_000)
    const r = reader(page)
    const before = await page.evaluate(reached)
    assert.deepEqual({ ...before, scripts: 1 }, { ran: undefined, scripts: 1, styles: 0, own: [[], [], undefined], head: 'flex', title: 1 })
    const look = async place => {
      assert.deepEqual(await page.evaluate(reached), before, place)
      const inside = await r.root.evaluate(element => ({
        foreign: [...element.shadowRoot.querySelectorAll('script, style, img, iframe, object, template, foreignObject, link')].map(({ tagName }) => tagName),
        // An event attribute or an address that runs code could only come from the story.
        handlers: [...element.shadowRoot.querySelectorAll('*')].flatMap(inner => [...inner.attributes]).filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value) && /href|src|action/.test(name)).length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }))
      assert.deepEqual(inside, { foreign: [], handlers: 0, wide: 0 }, place)
    }
    await look('overview')
    for (const name of VIEWS) {
      await r.go(name)
      await r.unfold()
      await look(name)
    }
    for (const id of ['constructor', 'prototype']) {
      await page.goto(`${new URL(page.url()).origin}${at(id)}`)
      await r.blocks.first().waitFor()
      await look(id)
      assert.ok((await r.blocks.first().innerText()).includes(ATTACKS[0]), 'markup is read as words')
      await r.switchTo('security')
      await r.center(r.names.nth(3))
      await r.names.nth(3).evaluate(name => name.click())
      await r.card.waitFor()
      await look('card')
      const card = await r.card.boundingBox()
      assert.ok(card.x >= 0 && card.x + card.width <= viewport.width && card.y >= 0 && card.y + card.height <= viewport.height, JSON.stringify(card))
      await page.keyboard.press('Escape')
    }
    await page.goto(`${new URL(page.url()).origin}${at('find')}/q=${encodeURIComponent(ATTACKS[1])}`)
    await pause(300)
    await look('a search')
  }
})

for (const path of ['__proto__', 'constructor', '000/__proto__', 'find/__proto__=1', 'toString/1/why', '../../x', '%00', 'javascript:alert(1)', 'a'.repeat(10_000)]) {
  test(`the address #reader/${path.slice(0, 30)} is no view, and shows the overview or an article`, async t => {
    const r = reader(await visit(t, { path: at(path) }))
    await r.switchTo('security')
    assert.equal(await r.page.evaluate(() => ({}).polluted), undefined)
  })
}
