// The desk in the single file, and copies of that file: from paste to a copy and on, from a disk without a network, in frames, where
// workers are refused, where a part is damaged; copies from the served desk.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { launch, whenReady } from './support/chromium.mjs'
import { APPLES, HARBOR, file, paste, pick } from './support/desk.mjs'
import { wholeWay } from './support/desk-single.mjs'
import { SITE, serve } from './support/server.mjs'
import { SINGLE, onDisk } from './support/single.mjs'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const TITLE = 'Harbor board leases the old quay to a ferry company'

let browser, disk
before(async () => {
  browser = await launch()
  disk = await onDisk()
})
after(async () => {
  await browser?.close()
  await disk?.remove()
})

/** Opens an address without a network; afterwards nothing was asked for but pages of the disk, and nothing was complained of. */
async function visit(t, address = disk.address, { tolerate, served, prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options })
  if (!served) await context.setOffline(true)
  context.setDefaultTimeout(15_000)
  if (prepare) await context.addInitScript(prepare)
  const page = await context.newPage()
  const troubles = []
  page.on('console', message => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('pageerror', error => troubles.push(`uncaught: ${error}`))
  context.on('request', request => {
    if (!served && !/^(file:.*\.html(#.*)?|(?:data|blob|about):.*)$/.test(request.url())) troubles.push(`asked for ${request.url()}`)
  })
  t.after(async () => {
    await context.close()
    assert.deepEqual(troubles.filter(line => !tolerate?.test(line)), [])
  })
  await page.goto(address)
  return page
}

const desk = async (t, address = disk.address, options) => {
  const page = await visit(t, `${address}#desk`, options)
  await page.getByLabel('Paste an article').waitFor()
  return page
}
const titles = place => place.locator('.articles h3').allTextContents()
const kept = page => page.locator('.kept[data-state=kept]').waitFor()

/** What the browser saves when a copy is asked for: its name and its text. */
async function saved(page, place = page) {
  const download = page.waitForEvent('download')
  await place.getByRole('button', { name: 'Save a copy' }).click()
  const file = await download
  return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')]
}

test('from paste to a copy, from the copy to another one, and every word comes through', async t => {
  const page = await visit(t)
  const open = async address => {
    await page.goto('about:blank')
    await page.goto(address)
  }
  const run = (step, ...args) => page.evaluate(`(${step})(...${JSON.stringify(args)})`)
  const until = async (step, ...args) => {
    const deadline = Date.now() + 15_000
    for (;;) {
      const result = await run(step, ...args)
      if (result) return result
      assert.ok(Date.now() < deadline, `never came true: ${step}`)
      await pause(50)
    }
  }
  await wholeWay({ open, run, until }, disk, async () => readFile(await (await page.waitForEvent('download')).path(), 'utf8'))
})

test('nothing of the desk is unpacked before it is asked for; its address opens it, and back goes back', async t => {
  const page = await visit(t)
  await whenReady(page)
  const count = () => page.evaluate(() => [document.querySelectorAll('head script').length, document.adoptedStyleSheets.length])
  assert.deepEqual(await count(), [0, 0])
  await page.locator('#story [data-go="001"]').first().click()
  const before = await page.evaluate(() => location.hash)
  await page.getByRole('link', { name: 'Your own articles' }).click()
  await page.getByLabel('Paste an article').waitFor()
  assert.deepEqual(await count(), [1, 1])
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Your own articles')
  assert.equal(await page.locator('#story').isVisible(), false)
  await page.goBack()
  await page.locator('#story framing-reader .article').waitFor()
  assert.equal(await page.evaluate(() => location.hash), before)
  await page.goForward()
  await page.getByLabel('Paste an article').waitFor()
  await page.getByRole('link', { name: 'To the story' }).click()
  await page.locator('#story framing-reader').waitFor()
  assert.deepEqual(await count(), [1, 1], 'it is unpacked once')
})

test('a copy goes on where this browser left it, and back to what it holds', async t => {
  const page = await desk(t)
  await paste(page, HARBOR)
  const [name, text] = await saved(page)
  assert.equal(name, 'My story.html')
  const address = await disk.put('copy.html', text)
  const copy = await desk(t, address)
  await copy.locator('.articles [data-do=show]').waitFor()
  assert.deepEqual(await titles(copy), [TITLE])
  assert.equal(await copy.locator('[data-do=as-saved]').count(), 0)
  await paste(copy, APPLES)
  await kept(copy)
  await copy.reload()
  await copy.locator('.articles [data-do=show]').nth(1).waitFor()
  await copy.getByRole('button', { name: 'Go back to what the copy holds' }).click()
  await copy.waitForFunction(() => document.querySelectorAll('.articles > li').length === 1)
  await copy.getByRole('button', { name: 'Undo' }).click()
  await copy.waitForFunction(() => document.querySelectorAll('.articles > li').length === 2)
  await kept(copy)
  // The file that it was made in holds what lies there and nothing of the copy's.
  const first = await copy.context().newPage()
  await first.goto(`${disk.address}#desk`)
  await first.getByLabel('Paste an article').waitFor()
  assert.deepEqual(await titles(first), [])
})

test('the served desk saves a copy too, which opens from a disk and can be gone on with', async t => {
  const server = await serve()
  t.after(() => server.close())
  const page = await visit(t, `${server.origin}/desk.html`, { served: true })
  await paste(page, HARBOR)
  await page.getByLabel('Title of the story').fill('The quay')
  const [name, text] = await saved(page)
  assert.equal(name, 'The quay.html')
  const copy = await desk(t, await disk.put('served.html', text))
  await copy.locator('.articles [data-do=show]').waitFor()
  assert.equal(await copy.title(), 'The quay')
  const [, again] = await saved(copy)
  const parts = text => [...text.matchAll(/<script id="framing-reader-(?!folder)([^"]*)"[^>]*>([^<]*)</g)].map(([, name, part]) => [name, part])
  assert.deepEqual(parts(again), parts(text))
})

test('where the single file is not to be had, the served desk says so', async t => {
  const server = await serve({ refuse: /framing-reader\.html$/ })
  t.after(() => server.close())
  const page = await visit(t, `${server.origin}/desk.html`, { served: true, tolerate: /404|ERR_FAILED|Failed to load/ })
  await paste(page, HARBOR)
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByText('could not be fetched').waitFor()
})

test('a story that cannot be built is not saved, and the place of the problem is told', async t => {
  const page = await desk(t)
  await paste(page, HARBOR)
  await page.evaluate(() => new Promise(done => {
    const request = indexedDB.open('framing-reader-desk')
    request.onsuccess = () => {
      const files = request.result.transaction('files', 'readwrite').objectStore('files')
      files.get('story.toml').onsuccess = ({ target: { result } }) => (files.put({ ...result, text: result.text.replace('format = 1', 'format = 99') }).onsuccess = done)
    }
  }))
  await page.reload()
  await page.locator('.articles > li').waitFor()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByText(/cannot be shown: story\.toml:\d+:\d+: /).waitFor()
})

for (const [what, refuse] of [
  ['at once', () => { window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError') } } }],
  ['when they begin', () => { window.Worker = class { postMessage() { setTimeout(() => this.onerror(new ErrorEvent('error', { message: 'no', cancelable: true }))) } terminate() {} } }],
]) {
  test(`where workers are refused ${what}, the engine runs on the page`, async t => {
    const page = await desk(t, disk.address, { prepare: refuse })
    await paste(page, HARBOR)
    assert.deepEqual(await titles(page), [TITLE])
    await pick(page, [file('long.txt', `${HARBOR}\n${APPLES}\n`.repeat(600))])
    // Between two steps, as soon as it says how far it is.
    await page.waitForFunction(() => {
      const button = document.querySelector('.articles li:has(progress) [data-do=cancel]')
      button?.click()
      return button
    }, undefined, { polling: 'raf' })
    await page.getByText('Not read: you canceled it.').waitFor()
    await page.getByRole('button', { name: /^Take off the desk/ }).last().click()
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await page.locator('.desk framing-reader[data-ready]').waitFor()
    await saved(page)
  })
}

for (const [what, write] of [
  ['a sandboxed frame', address => `<iframe src="${address}" sandbox="allow-scripts" title="desk" width="1000" height="700"></iframe>`],
  ['a frame made of its text', (_, html) => `<iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" sandbox="allow-scripts allow-forms" title="desk" width="1000" height="700"></iframe>`],
]) {
  test(`in ${what}, without origin and storage, it works and says what is not kept and may not be saved`, async t => {
    const host = await disk.put('host.html', `<!doctype html><meta charset="utf-8"><title>A host</title>${write(disk.address, await readFile(join(SITE, SINGLE), 'utf8'))}`)
    const page = await visit(t, host, { tolerate: /Download is disallowed|sandboxed/ })
    const frame = page.frameLocator('iframe')
    await frame.getByRole('link', { name: 'Your own articles' }).click()
    await frame.getByText('Not kept: save a copy before you leave.').waitFor()
    await frame.getByLabel('Paste an article').fill(HARBOR)
    await frame.getByRole('button', { name: 'Put it on the desk' }).click()
    await frame.locator('.articles [data-do=show]').waitFor()
    await frame.getByRole('button', { name: 'Read', exact: true }).click()
    await frame.locator('.desk framing-reader[data-ready]').waitFor()
    await frame.getByRole('button', { name: 'Save a copy' }).click()
    await frame.getByText('forbids downloads').waitFor()
    await frame.getByRole('link', { name: 'To the story' }).click()
    await frame.locator('#story framing-reader').waitFor()
  })
}

for (const [part, says] of [
  ['framing-reader-desk-script', 'The desk cannot be opened'],
  ['framing-reader-desk', 'a part of this file is damaged'],
  ['framing-reader-folder', 'The story folder in this file is damaged'],
]) {
  test(`where the part ${part} is damaged, the desk says so and the story reads`, async t => {
    const html = await readFile(join(SITE, SINGLE), 'utf8')
    const broken = html.replace(new RegExp(`(<script id="${part}"[^>]*>[^<]{0,2000})[^<]{0,40}`), '$1damaged')
    const page = await visit(t, await disk.put('damaged.html', broken))
    await whenReady(page)
    await page.getByRole('link', { name: 'Your own articles' }).click()
    await page.getByText(says).first().waitFor()
  })
}

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`the desk in the file passes axe-core at ${width} pixels, ${colorScheme}, and fits`, async t => {
    const page = await desk(t, disk.address, { viewport: { width, height: 800 }, colorScheme })
    await paste(page, HARBOR)
    await saved(page)
    await page.evaluate(await readFile(AXE, 'utf8'))
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  })
}
