// The single file: from a disk without a network, without scripts, in frames without an origin, serialized, damaged, on paper, in the
// dark; and copies of it with other stories in them.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { launch, whenReady } from './support/chromium.mjs'
import { probe } from './support/page.mjs'
import { VIEWS, reader } from './support/reader.mjs'
import { SITE, serve } from './support/server.mjs'
import { SINGLE, copy, onDisk, otherStory, serialized } from './support/single.mjs'

let browser, disk
before(async () => {
  browser = await launch()
  disk = await onDisk()
})
after(async () => {
  await browser?.close()
  await disk?.remove()
})

/** Opens an address without a network; afterwards, nothing was asked for but pages of the disk, and nothing was complained of. */
async function visit(t, address = disk.address, { ready = true, tolerate, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.setOffline(true)
  context.setDefaultTimeout(10_000)
  await context.addInitScript(probe)
  const page = await context.newPage()
  const troubles = []
  page.on('console', message => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('pageerror', error => troubles.push(`uncaught: ${error}`))
  context.on('request', request => {
    if (!/^(file:.*\.html(#.*)?|data:|blob:|about:.*)$/.test(request.url())) troubles.push(`asked for ${request.url()}`)
  })
  t.after(async () => {
    await context.close()
    assert.deepEqual(troubles.filter(line => !tolerate?.test(line)), [])
  })
  await page.goto(address)
  if (ready) await whenReady(page)
  return reader(page)
}

test('by a double click: every view, a card, reasons, a search, without a network', async t => {
  const r = await visit(t)
  await r.switchTo('security')
  await r.article('000').or(r.rows.locator('.called').first()).first().click()
  await r.names.nth(3).evaluate(name => name.click())
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.numbers.nth(3).click()
  await r.why.locator('h2').waitFor()
  await r.page.keyboard.press('Escape')
  for (const name of VIEWS) await r.go(name)
  await r.go('find')
  await r.query.fill('magnets')
  await r.results.first().waitFor()
  assert.ok((await r.root.evaluate(element => element.annotations())).length > 100)
})

test('an address with a place and a framing opens there, and back goes back', async t => {
  const r = await visit(t, `${disk.address}#reader/004/12/security`)
  await r.line(12).waitFor()
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  await r.article('001').click()
  await r.page.waitForFunction(() => location.hash === '#reader/001/security')
  await r.page.goBack()
  await r.page.waitForFunction(() => location.hash === '#reader/004/12/security')
})

test('with scripts off it is the plain article, and nothing of the packed parts is seen', async t => {
  const { page } = await visit(t, disk.address, { ready: false, javaScriptEnabled: false })
  const words = await page.locator('body').innerText()
  assert.ok(words.length > 20_000)
  assert.doesNotMatch(words, /[A-Za-z0-9+/]{80}/)
  assert.equal(await page.locator('main [data-document="000"] [id="reader/000/12"]').count(), 1)
})

test('the policy allows what is in the page, by its hash, and nothing else', async t => {
  const html = await readFile(join(SITE, SINGLE), 'utf8')
  const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const [, style] = html.match(/<style>([^]*?)<\/style>/)
  const [, script] = html.match(/<script>([^]*?)<\/script>/)
  const [, packed] = html.match(/<script id="framing-reader-desk-script"[^>]*>([^<]*)</)
  const desk = inflateRawSync(Buffer.from(packed, 'base64'))
  const [, policy] = html.match(/Content-Security-Policy" content="([^"]*)"/)
  assert.equal(policy, `default-src 'none'; script-src ${hash(script)} ${hash(desk)} 'wasm-unsafe-eval'; worker-src blob:; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`)
  const r = await visit(t, disk.address, { tolerate: /violates|Refused|Content Security Policy|Failed to load|fetch/ })
  const refused = await r.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    return [window.ran, await fetch('https://example.org/').then(() => 'fetched', () => 'refused')]
  })
  assert.deepEqual(refused, [undefined, 'refused'])
})

for (const [what, write] of [
  ['a sandboxed frame', address => `<iframe src="${address}#reader/000/12/security" sandbox="allow-scripts" title="reader" width="1000" height="700"></iframe>`],
  ['a frame made of its text', (_, html) => `<iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" sandbox="allow-scripts" title="reader" width="1000" height="700"></iframe>`],
]) {
  test(`in ${what}, without origin, storage or history, it reads`, async t => {
    const host = await disk.put('host.html', `<!doctype html><meta charset="utf-8"><title>A host</title>${write(disk.address, await readFile(join(SITE, SINGLE), 'utf8'))}`)
    const { page } = await visit(t, host, { ready: false })
    const frame = page.frameLocator('iframe')
    await frame.locator('[data-do="toggle 0"]').click()
    await frame.locator('[data-do="toggle 0"][aria-pressed="true"]').waitFor()
    assert.equal(await frame.locator('framing-reader').evaluate(() => origin), 'null')
    await frame.locator('[data-go="001"]').first().click()
    await frame.locator('[data-name="3"]').evaluate(name => name.click())
    await frame.locator('.card[role="dialog"]').waitFor()
    await page.keyboard.press('Escape')
    await frame.locator('.ways [data-go="questions"]').click()
    await frame.locator('.view[data-view="questions"] h2').waitFor()
    await frame.locator('framing-reader').evaluate(element => (element.theme = 'dark'))
  })
}

test('serialized while the reader stands, with a framing on and a card open, it opens again, twice over', async t => {
  let address = `${disk.address}#reader/000/security`
  for (const name of ['once.html', 'twice.html']) {
    const r = await visit(t, address)
    await r.option('theme dark')
    await r.go('overview')
    await r.rows.locator('.called').first().click()
    await r.names.nth(3).evaluate(name => name.click())
    await r.card.waitFor()
    address = `${await disk.put(name, await r.page.evaluate(serialized))}#reader/000/security`
  }
  const r = await visit(t, address)
  await r.choice('security').waitFor()
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  await r.go('timeline')
})

test('a page that cannot keep its address where histories are refused goes on', async t => {
  const context = await visit(t, disk.address)
  await context.page.evaluate(() => {
    for (const name of ['pushState', 'replaceState']) history[name] = () => { throw new DOMException('refused', 'SecurityError') }
  })
  await context.switchTo('bargaining')
  await context.rows.locator('.called').first().click()
  await context.blocks.first().waitFor()
  await context.go('questions')
})

for (const [part, says] of [['framing-reader-app', /damaged/], ['framing-reader-story', /damaged/]]) {
  test(`where the part ${part} is damaged, the plain article stays and says so`, async t => {
    const html = await readFile(join(SITE, SINGLE), 'utf8')
    const broken = html.replace(new RegExp(`(<script id="${part}"[^>]*>.{2000}).{40}`), '$1')
    assert.notEqual(broken, html)
    const r = await visit(t, await disk.put('damaged.html', broken), { ready: false, tolerate: /plain article stays/ })
    await r.page.waitForFunction(() => window.probe.events.some(({ name }) => name === 'error'))
    assert.match(await r.root.evaluate(element => element.shadowRoot.textContent), says)
    assert.ok((await r.root.innerText()).length > 20_000)
  })
}

test('light and dark as the site', async t => {
  for (const [colorScheme, paper] of [['light', 'rgb(253, 251, 246)'], ['dark', 'rgb(23, 22, 20)']]) {
    const { page } = await visit(t, disk.address, { colorScheme })
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), paper)
  }
})

test('it prints an article with its notes and without controls', async t => {
  const r = await visit(t, `${disk.address}#reader/000/security`)
  await r.page.emulateMedia({ media: 'print' })
  assert.equal(await r.choice('security').isVisible(), false)
  assert.ok((await r.page.pdf()).length > 20_000)
})

test('a copy with another story holds that story and nothing else of this one, reads, and can be copied again', async t => {
  const other = await otherStory()
  const r = await visit(t, `${disk.address}#reader/000/security`)
  await r.option('theme dark')
  const before = await r.page.content()
  const text = await r.page.evaluate(copy, other)
  assert.equal(await r.page.content(), before, 'the page stays as it is')
  const html = await readFile(join(SITE, SINGLE), 'utf8')
  for (const part of ['framing-reader-app', 'framing-reader-views']) {
    const element = new RegExp(`<script id="${part}"[^>]*>[^<]*</script>`)
    assert.equal(text.match(element)[0], html.match(element)[0])
  }
  assert.doesNotMatch(text.replace(/<script[^]*/, ''), /H20|Nvidia/)
  const first = await visit(t, await disk.put('copy.html', text))
  assert.equal(await first.page.title(), other.title)
  assert.match(await first.root.locator('h2.title').innerText(), /The ferry/)
  await first.switchTo('bargaining')
  await first.go('questions')
  assert.ok((await first.root.evaluate(element => element.annotations())).length > 3)
  const plain = await visit(t, await disk.put('copy.html', text), { ready: false, javaScriptEnabled: false })
  assert.match(await plain.page.locator('#story main').innerText(), /The plain article of the ferry/)

  const second = await first.page.evaluate(copy, await otherStory(story => (story.title = 'The second ferry')))
  assert.doesNotMatch(second, /<title>The ferry/)
  const again = await visit(t, await disk.put('again.html', second))
  assert.match(await again.root.locator('h2.title').innerText(), /The second ferry/)
})

test('what is no single file is not copied', async t => {
  const { page } = await visit(t)
  const parts = await otherStory()
  const told = await page.evaluate(({ story, record, ...words }) =>
    customElements.get('framing-reader').saved({ ...words, story: Uint8Array.from(story), record: Uint8Array.from(record) }, '<!doctype html><title>A page</title>')
      .then(() => 'copied', ({ message }) => message), parts)
  assert.match(told, /expected a single file, found a page without/)
})

test('served, it reads as from a disk, and asks for nothing more', async t => {
  const server = await serve({ headers: { 'content-security-policy': '' } })
  t.after(() => server.close())
  const page = await browser.newPage()
  await page.goto(`${server.origin}/${SINGLE}`)
  await whenReady(page)
  assert.deepEqual(server.requests.map(({ path }) => path).filter(path => path !== '/favicon.ico'), [`/${SINGLE}`])
  await page.close()
})
