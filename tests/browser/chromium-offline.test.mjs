// The site kept for when there is no network: after one visit, with what is kept damaged, refused or full, while a newer version comes, and
// without its worker. In all of it a page has files of one version. Without a network means that the server is gone: what a driver
// calls offline reaches workers in Chromium alone.

import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { whenReady, withChromium } from './support/chromium.mjs'
import { HARBOR, paste } from './support/desk.mjs'
import { at, reader } from './support/reader.mjs'
import { SITE, serve } from './support/server.mjs'

const open = withChromium()
/** What a browser says of its own accord where nobody answers. */
const OFFLINE = /ERR_CONNECTION_REFUSED|ERR_FAILED|plain article stays|Failed to fetch|bad HTTP response|ServiceWorker/

/** Browsers look for a newer worker when they find the time; in ms. */
const A_WHILE = 20_000

const visit = (t, options = {}) => open(t, { keeps: true, ...options })

/** Waits until a promise made in the page comes to something true. */
async function until(page, made) {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate(made)) return
    await pause(100)
  }
  assert.fail(`never came true: ${made}`)
}

/** Waits until the site is kept and the page is the worker's. */
const kept = page => until(page, async () => {
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys()
    if (navigator.serviceWorker.controller && keys.some(({ url }) => url.includes('?page='))) return true
  }
})

/** The versions that are kept, and how many files of each. */
const versions = page => page.evaluate(async () => Promise.all((await caches.keys()).map(async name =>
  (await (await caches.open(name)).keys()).filter(({ url }) => !url.includes('?page=')).length)))

/** Changes what is kept under a name: gone, or other bytes in its place. */
const damage = (page, file, bytes) => page.evaluate(async ([file, bytes]) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const address = new URL(file, location.href.replace(/#.*/, '')).href
    if (bytes === null) await cache.delete(address)
    else await cache.put(address, new Response(bytes, { headers: { 'content-type': file.endsWith('wasm') ? 'application/wasm' : 'text/javascript' } }))
  }
}, [file, bytes ?? null])

const WORKER = await readFile(join(SITE, 'worker.js'), 'utf8')
const FILES = JSON.parse(WORKER.match(/const FILES = (\{.*\})/)[1])
/** Those that only the page for own articles needs. */
const LATE = JSON.parse(WORKER.match(/const LATE = (\[.*\])/)[1])
/** How many every page needs. */
const EARLY = Object.keys(FILES).length - LATE.length

/** A site in a folder of its own, which can become a newer one: with another title, another element script and other views. */
async function changing(t) {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await cp(SITE, folder, { recursive: true })
  const { createHash } = await import('node:crypto')
  const hash = bytes => createHash('sha256').update(bytes).digest('hex')
  return {
    folder,
    async change(version) {
      const edit = async (name, change) => writeFile(join(folder, name), change(await readFile(join(folder, name), 'utf8')))
      await edit('index.html', html => html.replace(/<title>[^<]*/, `<title>${version}`))
      for (const script of ['framing-reader.js', 'framing-reader-views.js']) {
        await edit(script, text => `${text.replace(/\nglobalThis\.\w+=.*/g, '')}\nglobalThis.${script.replace(/\W/g, '')}='${version}'`)
      }
      const was = (await readFile(join(folder, 'worker.js'), 'utf8')).match(/const VERSION = '([^']*)'/)[1]
      await edit('install.js', text => text.replace(was, version))
      const hashes = Object.fromEntries(await Promise.all(Object.keys(FILES).map(async name => [name, hash(await readFile(join(folder, name || 'index.html')))])))
      await edit('worker.js', text => text.replace(was, version).replace(/const FILES = \{.*\}/, `const FILES = ${JSON.stringify(hashes)}`))
    },
  }
}

/** The versions a page is made of: its HTML and its two scripts. */
const parts = page => page.evaluate(() => [document.title, globalThis.framingreaderjs, globalThis.framingreaderviewsjs])

test('after one visit it works without a network: the page itself, every view, another address, the page with the snippet', async t => {
  const server = await serve()
  const page = await visit(t, { server, tolerate: OFFLINE })
  await kept(page)
  await server.close()
  const r = reader(page)
  await r.go('timeline')
  await page.reload()
  await whenReady(page)
  await r.go('questions')
  await page.goto(new URL(at('004/12/security'), page.url()).href)
  await r.line(12).waitFor()
  await page.goto(new URL('/snippet.html', page.url()).href)
  await page.locator('main framing-reader [data-do="toggle 0"]').waitFor()
})

test('all files of the pages are kept and no others; only when the page is idle', async t => {
  const server = await serve()
  const page = await visit(t, { server })
  await kept(page)
  assert.deepEqual(await versions(page), [EARLY])
  const asked = server.requests.map(({ path }) => path.slice(1))
  assert.ok(asked.indexOf('worker.js') > asked.indexOf('framing-reader-app.wasm'))
  assert.deepEqual(asked.filter(path => LATE.includes(path) || (/package|classic|frame|story\.json/.test(path) && !(path in FILES))), [])
})

test('the page for own articles is kept once it was opened, and reads without a network', async t => {
  const server = await serve()
  const page = await visit(t, { server, path: '/desk.html', ready: false, tolerate: OFFLINE })
  await kept(page)
  for (let tries = 0; (await versions(page))[0] < Object.keys(FILES).length; tries++) {
    assert.ok(tries < 100, `${await versions(page)} of ${Object.keys(FILES).length} files are kept`)
    await pause(100)
  }
  await server.close()
  await page.reload()
  await paste(page, HARBOR)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader').getByText('Harbor board leases').first().waitFor()
  await page.goto(new URL('/', page.url()).href)
  await whenReady(page)
})

test('the page is kept under the policy and without a cookie, storage or database', async t => {
  const page = await visit(t)
  await kept(page)
  const held = await page.evaluate(async () => ({ local: localStorage.length, session: sessionStorage.length, bases: (await indexedDB.databases()).length }))
  assert.deepEqual(held, { local: 0, session: 0, bases: 0 })
})

test('the page for frames neither keeps anything nor is kept', async t => {
  const page = await visit(t, { path: '/frame.html' })
  await page.waitForLoadState('networkidle')
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
})

test('it can be installed: a name, an icon of each size in the site, paper for light and dark', async t => {
  const page = await visit(t)
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel="manifest"]').href)).json())
  assert.equal(manifest.name, await page.title())
  assert.deepEqual([manifest.start_url, manifest.display], ['./', 'standalone'])
  assert.deepEqual(manifest.icons.map(({ sizes }) => sizes), ['192x192', '512x512'])
  for (const { src, sizes, purpose } of manifest.icons) {
    assert.equal(purpose, 'any maskable')
    const png = await readFile(join(SITE, src))
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes)
  }
  assert.equal(await page.evaluate(() => new Promise(done => {
    const icon = new Image()
    icon.onload = () => done('drawn')
    icon.onerror = () => done('refused')
    icon.src = document.querySelector('link[rel="icon"]').href
  })), 'drawn')
  const papers = await page.locator('meta[name="theme-color"]').evaluateAll(all => all.map(({ media, content }) => [media, content]))
  assert.deepEqual(papers, [['(prefers-color-scheme: light)', '#fdfbf6'], ['(prefers-color-scheme: dark)', '#171614']])
})

test('no browser that installs sites finds anything missing', async t => {
  const page = await visit(t)
  const problems = await (await page.context().newCDPSession(page)).send('Page.getInstallabilityErrors')
  assert.deepEqual(problems.installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), [])
})

for (const [what, bytes] of [['gone', undefined], ['garbage', 'no script at all {']]) {
  test(`a kept file that is ${what} is fetched again, and the page comes up whole`, async t => {
    const server = await serve()
    const page = await visit(t, { server, tolerate: OFFLINE })
    await kept(page)
    for (const file of ['framing-reader-app.wasm', 'framing-reader.js', './']) await damage(page, file, bytes)
    await page.reload()
    await whenReady(page)
    assert.deepEqual(await versions(page), [EARLY])
    await server.close()
    await page.reload()
    await whenReady(page)
  })

  test(`where a kept file is ${what} and there is no network, the plain article is there`, async t => {
    const server = await serve()
    const page = await visit(t, { server, tolerate: OFFLINE })
    await kept(page)
    await damage(page, 'framing-reader-app.wasm', bytes)
    await server.close()
    await page.reload()
    assert.ok((await page.locator('framing-reader').innerText()).length > 20_000)
  })

  test(`where a kept file is ${what} and the network has a newer version, all of the page is that one`, async t => {
    const site = await changing(t)
    await site.change('version-1')
    const server = await serve({ folder: site.folder })
    const page = await visit(t, { server })
    await kept(page)
    await damage(page, 'framing-reader-views.js', bytes)
    await site.change('version-2')
    await page.reload()
    await whenReady(page)
    await reader(page).go('timeline')
    assert.deepEqual(await parts(page), ['version-2', 'version-2', 'version-2'])
  })
}

test('where nothing can be kept, because it is refused or full, the site is as without', async t => {
  const worker = (await readFile(join(SITE, 'worker.js'), 'utf8'))
  for (const [what, stub] of [['refused', "caches.open = async () => { throw new DOMException('refused', 'SecurityError') }"], ['full', "{ let room = 3; const put = Cache.prototype.put; Cache.prototype.put = async function (...args) { if (room-- < 1) throw new DOMException('full', 'QuotaExceededError'); return put.apply(this, args) } }"]]) {
    const server = await serve({ answers: { '/worker.js': { body: `${stub}\n${worker}`, type: 'text/javascript' } } })
    const page = await visit(t, { server, tolerate: OFFLINE })
    await until(page, async () => (await navigator.serviceWorker.getRegistrations()).every(({ installing, waiting, active }) => !installing && !waiting && !active))
    assert.deepEqual(await versions(page), [], what)
    await page.reload()
    await whenReady(page)
    await reader(page).go('timeline')
  }
})

test('a newer version waits while a tab is open, asks, and no page ever has files of both', async t => {
  const site = await changing(t)
  await site.change('version-1')
  const server = await serve({ folder: site.folder })
  const first = await visit(t, { server, tolerate: OFFLINE })
  await kept(first)
  await first.reload()
  await whenReady(first)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await whenReady(second)

  await site.change('version-2')
  await first.reload()
  await whenReady(first)
  const line = first.locator('.update')
  await line.waitFor({ timeout: A_WHILE })
  assert.match(await line.innerText(), /A newer version is ready/)
  assert.equal(await line.getAttribute('role'), 'status')
  await server.close()
  await reader(first).go('timeline')
  assert.deepEqual(await parts(first), ['version-1', 'version-1', 'version-1'])

  await line.getByRole('button', { name: 'Reload' }).click()
  await first.waitForFunction(() => document.title === 'version-2')
  await whenReady(first)
  await reader(first).go('questions')
  assert.deepEqual(await parts(first), ['version-2', 'version-2', 'version-2'])
  assert.equal(await first.locator('.update').count(), 0)

  // The other tab goes on with what it began with, until it is loaded again.
  await reader(second).go('timeline')
  assert.deepEqual(await parts(second), ['version-1', 'version-1', 'version-1'])
  await second.reload()
  await whenReady(second)
  assert.deepEqual((await parts(second)).slice(0, 2), ['version-2', 'version-2'])
})

test('the line can be put off, takes no room from what opens, and is asked again by the next page', async t => {
  const site = await changing(t)
  await site.change('version-1')
  const server = await serve({ folder: site.folder })
  const page = await visit(t, { server })
  await kept(page)
  await site.change('version-2')
  await page.reload()
  await whenReady(page)
  const line = page.locator('.update')
  await line.waitFor({ timeout: A_WHILE })
  const covered = () => page.locator('framing-reader').evaluate(element => parseFloat(element.style.getPropertyValue('--framing-reader-bottom')) || 0)
  assert.ok((await covered()) >= 24)
  await line.getByRole('button', { name: 'Later' }).click()
  assert.deepEqual([await line.count(), await covered()], [0, 0])
  await page.reload()
  await whenReady(page)
  await line.waitFor({ timeout: A_WHILE })
})

test('where the server has half of a newer version, none of it is kept, and the one before goes on', async t => {
  const site = await changing(t)
  await site.change('version-1')
  const server = await serve({ folder: site.folder })
  const page = await visit(t, { server, tolerate: OFFLINE })
  await kept(page)
  const old = await readFile(join(site.folder, 'framing-reader-views.js'))
  await site.change('version-2')
  await writeFile(join(site.folder, 'framing-reader-views.js'), old)
  await page.reload()
  await whenReady(page)
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration.update()).catch(() => {}))
  await until(page, () => navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => !installing && !waiting))
  assert.equal((await versions(page)).length, 1)
  await reader(page).go('timeline')
  assert.deepEqual(await parts(page), ['version-1', 'version-1', 'version-1'])
})

test('where the worker’s script is gone, the site is as without, and what is kept still serves', async t => {
  const gone = await serve({ refuse: /worker\.js$/ })
  const page = await visit(t, { server: gone, tolerate: OFFLINE })
  await reader(page).go('timeline')
  assert.deepEqual(await versions(page), [])

  const site = await changing(t)
  const server = await serve({ folder: site.folder })
  const other = await visit(t, { server, tolerate: OFFLINE })
  await kept(other)
  await rm(join(site.folder, 'worker.js'))
  await other.reload()
  await whenReady(other)
  await server.close()
  await other.reload()
  await whenReady(other)
})
