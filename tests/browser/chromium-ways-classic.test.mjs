// The reader in one classic script: on a page, pasted into one, in frames without an origin, from a disk.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { launch, whenReady, withChromium } from './support/chromium.mjs'
import { elsewhere } from './support/elsewhere.mjs'
import { reader } from './support/reader.mjs'
import { NAMED, SITE, serve } from './support/server.mjs'

const NAME = 'framing-reader.classic.js'
const visit = withChromium('/classic.html')
const page = (script, attributes = 'document="000"') =>
  `<!doctype html><html lang="en"><title>A page</title><framing-reader ${attributes}><p>The plain article.</p></framing-reader>${script}`
const LINKED = page(`<script src="${NAME}"></script>`)
/** The site with that page; an empty icon, because browsers ask for one. */
const withPage = (html = LINKED, options) => serve({ pages: { '/classic.html': html, '/favicon.ico': '' }, ...options })

test('one script without siblings: switch, card, a view', async t => {
  const server = await withPage()
  const r = reader(await visit(t, { server }))
  await r.switchTo('security')
  await r.names.nth(3).evaluate(name => name.click())
  await r.card.waitFor()
  await r.page.keyboard.press('Escape')
  await r.way('timeline').click()
  await r.view('timeline').locator('h2').waitFor()
  assert.deepEqual(server.requests.map(({ path }) => path).filter(path => path !== '/favicon.ico'), ['/classic.html', `/${NAME}`])
})

test('it adds nothing to the page but its tag', async t => {
  const server = await withPage()
  const r = await visit(t, { server })
  const globals = await r.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    return Object.getOwnPropertyNames(window).filter(name => !usual.has(name) && !/^\d+$/.test(name))
  })
  assert.deepEqual(globals, [])
})

test('twice on one page, and beside the module, it declares the element once and stays quiet', async t => {
  const scripts = `<script src="${NAME}"></script><script src="${NAME}"></script><script type="module" src="framing-reader.js"></script>`
  const server = await withPage(page(scripts))
  const r = reader(await visit(t, { server }))
  await r.switchTo('bargaining')
})

test('pasted into a page, it can end no script and open no comment', async t => {
  const script = await readFile(join(SITE, NAME), 'utf8')
  assert.equal(script.search(/<\/script|<!--|<script/i), -1)
  const server = await elsewhere({ '/pasted.html': page(`<script>${script}</script>`) })
  const r = reader(await visit(t, { server, path: '/pasted.html' }))
  await r.switchTo('security')
})

for (const [what, sandbox] of [['a sandboxed frame', 'allow-scripts'], ['a frame made of text', undefined]]) {
  test(`in ${what}, without storage, it reads, switches and opens cards and views`, async t => {
    const site = await withPage(LINKED, { policy: NAMED })
    t.after(() => site.close())
    const script = await readFile(join(SITE, NAME), 'utf8')
    const content = sandbox
      ? `src="${site.origin}/classic.html"`
      : `srcdoc="${page(`<script>${script}</script>`).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
    const host = `<!doctype html><html lang="en"><title>A host</title><iframe ${content} sandbox="${sandbox ?? 'allow-scripts'}" width="1000" height="700" title="reader"></iframe>`
    const server = await elsewhere({ '/host.html': host })
    const tab = await visit(t, { server, path: '/host.html', ready: false, tolerate: new RegExp(`asked another host: ${site.origin}/`) })
    const frame = tab.frameLocator('iframe')
    await frame.locator('framing-reader [data-do="toggle 1"]').click()
    await frame.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
    assert.equal(await frame.locator('framing-reader').evaluate(() => origin), 'null')
    await frame.locator('[data-name="3"]').evaluate(name => name.click())
    await frame.locator('.card[role="dialog"]').waitFor()
    await tab.keyboard.press('Escape')
    await frame.locator('.ways [data-go="questions"]').click()
    await frame.locator('.view[data-view="questions"] h2').waitFor()
    await frame.locator('framing-reader').evaluate(element => (element.cards = 'off'))
    await frame.locator('.ways [data-go="overview"]').click()
  })
}

test('a frame without an origin whose page uses the fragment', async t => {
  const site = await withPage(page(`<script src="${NAME}"></script>`, 'hash="r"'), { policy: NAMED })
  t.after(() => site.close())
  const host = `<!doctype html><html lang="en"><title>A host</title><iframe src="${site.origin}/classic.html#r/000/12/security" sandbox="allow-scripts" width="1000" height="700" title="reader"></iframe>`
  const server = await elsewhere({ '/host.html': host })
  const tab = await visit(t, { server, path: '/host.html', ready: false, tolerate: new RegExp(`asked another host: ${site.origin}/`) })
  const frame = tab.frameLocator('iframe')
  await frame.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
  await frame.locator('.articles [data-go="001"]').click()
  await frame.locator('[data-do="toggle 0"]').click()
  await frame.locator('[data-do="toggle 0"][aria-pressed="true"]').waitFor()
})

test('from a disk, by a double click', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'page.html'), LINKED)
  await writeFile(join(folder, NAME), await readFile(join(SITE, NAME)))
  const browser = await launch()
  t.after(() => browser.close())
  const tab = await browser.newPage()
  const errors = []
  tab.on('pageerror', error => errors.push(String(error)))
  await tab.goto(pathToFileURL(join(folder, 'page.html')).href)
  await whenReady(tab)
  await tab.locator('[data-do="toggle 1"]').click()
  await tab.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
  assert.deepEqual(errors, [])
})
