// The element's life on a page: themed from outside, put in and taken out, several at once, a name that is taken.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { ARTICLE, FRAMINGS, at, reader } from './support/reader.mjs'
import { SITE, serve } from './support/server.mjs'

const visit = withChromium(ARTICLE)

const ROUNDS = 200
/** Rounds before anything is measured. */
const WARM = 30
/**
 * What a round may leave behind, as the mean of the last rounds: the first ones fill caches. Memory in bytes; a heap is counted in
 * pages, so that a whole page may fall into the time that is measured.
 */
const LEFT = { JSEventListeners: 0.05, Nodes: 0.5, JSHeapUsedSize: 3_000, timers: 0.02, wasm: 700 }

/** What a page holds after everything that can be freed has been. */
async function holds(page, devtools) {
  await pause(300)
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = name => metrics.find(metric => metric.name === name).value
  const own = await page.evaluate(() => ({ timers: window.timers.size, wasm: window.memory.buffer.byteLength }))
  return { JSEventListeners: of('JSEventListeners'), Nodes: of('Nodes'), JSHeapUsedSize: of('JSHeapUsedSize'), ...own }
}

/** Counts timers that have not run, and notes the memory of the wasm. */
function counting() {
  const { setTimeout: set, clearTimeout: clear } = window
  window.timers = new Set()
  window.setTimeout = (run, ...rest) => {
    const id = set(() => (window.timers.delete(id), run()), ...rest)
    window.timers.add(id)
    return id
  }
  window.clearTimeout = id => (window.timers.delete(id), clear(id))
  const { Instance } = WebAssembly
  WebAssembly.Instance = function (...args) {
    const instance = new Instance(...args)
    window.memory ??= instance.exports.memory
    return instance
  }
}

/** Each does something with the page's reader so many times. */
const LIVES = {
  'taken out and put back': async rounds => {
    const element = document.querySelector('framing-reader')
    const parent = element.parentElement
    for (let round = 0; round < rounds; round++) {
      element.shadowRoot.querySelector(`[data-do="toggle ${round % 2}"]`).click()
      element.shadowRoot.querySelector('.article [data-name]')?.click()
      element.remove()
      await new Promise(resolve => setTimeout(resolve))
      const ready = new Promise(resolve => element.addEventListener('framing-reader:ready', resolve, { once: true }))
      parent.append(element)
      await ready
    }
  },
  'moved about': async rounds => {
    const element = document.querySelector('framing-reader')
    const [here, there] = [element.parentElement, document.body.appendChild(document.createElement('div'))]
    for (let round = 0; round < rounds; round++) {
      element.shadowRoot.querySelector('.article [data-name]')?.click()
      ;(round % 2 ? here : there).append(element)
      await new Promise(resolve => setTimeout(resolve))
    }
    here.append(element)
    there.remove()
  },
  'made anew and thrown away': async rounds => {
    for (let round = 0; round < rounds; round++) {
      const element = document.createElement('framing-reader')
      element.setAttribute('document', '003')
      const ready = new Promise(resolve => element.addEventListener('framing-reader:ready', resolve, { once: true }))
      document.body.append(element)
      await ready
      element.shadowRoot.querySelector('.article [data-name]').click()
      element.remove()
      await new Promise(resolve => setTimeout(resolve))
    }
  },
}

for (const [name, live] of Object.entries(LIVES)) {
  test(`${ROUNDS} readers ${name} leave nothing behind`, async t => {
    const page = await visit(t, { ready: false, path: '/favicon.ico' })
    page.context().setDefaultTimeout(60_000)
    await page.addInitScript(counting)
    await page.goto(page.url().replace('/favicon.ico', at('003')))
    const r = reader(page)
    await r.choice('security').waitFor()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    await page.evaluate(live, WARM)
    const before = await holds(page, devtools)
    await page.evaluate(live, ROUNDS)
    const after = await holds(page, devtools)
    const left = Object.fromEntries(Object.keys(before).map(key => [key, (after[key] - before[key]) / ROUNDS]))
    t.diagnostic(`${name}, a round: ${Object.entries(left).map(([key, value]) => `${key} ${value.toFixed(2)}`).join(', ')}`)
    for (const [key, most] of Object.entries(LEFT)) assert.ok(left[key] <= most, `${key}: ${left[key]} a round, at most ${most}`)
    await r.switchTo('security')
  })
}

/** What a host may set: the property, a value, and where it is seen. */
const PROPERTIES = {
  paper: ['rgb(250, 240, 230)', '.root', 'backgroundColor'],
  ink: ['rgb(10, 20, 30)', '.root', 'color'],
  accent: ['rgb(200, 0, 100)', '.name', 'textDecorationColor'],
  first: ['rgb(100, 50, 0)', '.standfirst[data-mark="f0"] h3', 'color'],
  second: ['rgb(0, 50, 100)', '.standfirst[data-mark="f1"] h3', 'color'],
  serif: ['cursive', '.article', 'fontFamily'],
  sans: ['monospace', '.bar', 'fontFamily'],
  top: ['40px', '.bar', 'top'],
}

test('each custom property does something, and follows when it changes', async t => {
  const r = reader(await visit(t))
  for (const [name, [value, selector, property]] of Object.entries(PROPERTIES)) {
    const seen = await r.root.evaluate((element, [name, value, selector, property]) => {
      element.style.setProperty(`--framing-reader-${name}`, value)
      return getComputedStyle(element.shadowRoot.querySelector(selector))[property]
    }, [name, value, selector, property])
    assert.equal(seen, value, name)
  }
})

const PARTS = ['title', 'bar', 'switch', 'standfirst', 'article', 'strip', 'note', 'card', 'reasons']

test('each part can be styled from outside, and there is no other', async t => {
  const sheet = PARTS.map((part, index) => `framing-reader::part(${part}) { outline: ${index + 1}px solid red; }`).join('\n')
  const page = await host('hash="reader"', html => html.replace('</head>', '<link rel="stylesheet" href="/parts.css"></head>'))
  const server = await serve({ pages: { '/': page, '/parts.css': sheet } })
  const r = reader(await visit(t, { server }))
  await r.switchTo('security')
  await r.names.nth(3).evaluate(name => name.click())
  await r.card.waitFor()
  const seen = {}
  const look = async () => Object.assign(seen, await r.root.evaluate(element => Object.fromEntries(
    [...element.shadowRoot.querySelectorAll('[part]')].map(part => [part.part.value, getComputedStyle(part).outlineWidth]))))
  await look()
  await r.page.keyboard.press('Escape')
  await r.blocks.nth(5).locator('.number').click()
  await r.why.waitFor()
  await look()
  assert.deepEqual(seen, Object.fromEntries(PARTS.map((part, index) => [part, `${index + 1}px`])))
})

test('styles are adopted: no style element, and no style attribute but lengths that a script measured', async t => {
  const r = reader(await visit(t))
  await r.switchTo('security')
  const { open, sheets, elements, styled } = await r.root.evaluate(element => ({
    open: element.shadowRoot.mode,
    sheets: element.shadowRoot.adoptedStyleSheets.length,
    elements: element.shadowRoot.querySelectorAll('style, link').length,
    styled: [...new Set([...element.shadowRoot.querySelectorAll('[style]')].flatMap(({ style }) => [...style]))].sort(),
  }))
  assert.deepEqual([open, elements], ['open', 0])
  assert.ok(sheets >= 1)
  assert.deepEqual(styled.filter(name => !/^(translate|top|max-height|flex-grow)$/.test(name)), [])
})

test('font size and color scheme are the host’s', async t => {
  const page = await host('hash="reader"', html => html.replace('</head>', '<link rel="stylesheet" href="/host.css"></head>'))
  const server = await serve({ pages: { '/': page, '/host.css': 'main { font-size: 22px; color-scheme: dark }' } })
  const r = reader(await visit(t, { server, colorScheme: 'light' }))
  const { size, dark } = await r.root.evaluate(element => {
    const style = getComputedStyle(element.shadowRoot.querySelector('.root'))
    return { size: style.fontSize, dark: style.backgroundColor }
  })
  assert.equal(size, '22px')
  assert.equal(dark, 'rgb(23, 22, 20)')
})

test('attributes that change reach the app that runs; nothing is drawn anew', async t => {
  const r = reader(await visit(t))
  await r.root.evaluate(element => (window.block = element.shadowRoot.querySelector('.block')))
  for (const framing of FRAMINGS) {
    await r.root.evaluate((element, framing) => element.setAttribute('framing', framing), framing)
    await r.page.waitForFunction(([element, framing]) => element.framing === framing, [await r.root.elementHandle(), framing])
  }
  await r.root.evaluate(element => element.setAttribute('theme', 'dark'))
  await r.root.evaluate(element => element.setAttribute('cards', 'click'))
  await r.page.waitForFunction(element => element.cards === 'click' && element.theme === 'dark', await r.root.elementHandle())
  assert.ok(await r.page.evaluate(() => window.block.isConnected), 'the paragraph is the one that was there')
  await r.root.evaluate(element => element.removeAttribute('framing'))
  await r.page.waitForFunction(element => element.framing === 'none', await r.root.elementHandle())
  assert.equal((await r.events('ready')).length, 1)
})

test('without its document the element leads to the overview', async t => {
  const r = reader(await visit(t))
  for (const empty of [null, '']) {
    await r.root.evaluate(element => (element.document = '001'))
    await r.paragraphs.first().waitFor()
    assert.equal(await r.root.evaluate(element => element.document), '001')
    await r.root.evaluate((element, empty) => (element.document = empty), empty)
    await r.drawn('overview')
    assert.ok(!(await r.root.evaluate(element => element.document)))
  }
})

test('what a page sets before the script has run is taken, and can be set again', async t => {
  const early = "Object.assign(document.querySelector('framing-reader'), { document: '003', framing: 'security', theme: 'dark' })"
  const page = await host('', html => html.replace('<script type="module"', '<script src="/early.js" defer></script><script type="module"'))
  const server = await serve({ pages: { '/guest.html': page, '/early.js': early } })
  const r = reader(await visit(t, { server, path: '/guest.html' }))
  const state = () => r.root.evaluate(({ document, framing, theme }) => [document, framing, theme])
  assert.deepEqual(await state(), ['003', 'security', 'dark'])
  assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  await r.root.evaluate(element => (element.framing = 'bargaining'))
  await r.page.waitForFunction(element => element.getAttribute('aria-pressed') === 'true', await r.choice('bargaining').elementHandle())
  assert.deepEqual(await state(), ['003', 'bargaining', 'dark'])
})

test('three readers have a state each, and one that is taken out leaves the others', async t => {
  const three = ['<framing-reader document="000"></framing-reader>', '<framing-reader document="003" framing="security"></framing-reader>',
    '<framing-reader document="004" theme="dark" cards="off"></framing-reader>'].join('')
  const page = await visit(t, { server: await serve({ pages: { '/three.html': await host('', html => html.replace(/<framing-reader.*<\/framing-reader>/s, three)) } }), path: '/three.html' })
  await page.waitForFunction(() => [...document.querySelectorAll('framing-reader')].every(element => element.dataset.ready === ''))
  const states = () => page.evaluate(() => [...document.querySelectorAll('framing-reader')].map(({ document, framing, cards }) => `${document} ${framing} ${cards}`))
  assert.deepEqual(await states(), ['000 none hover', '003 security hover', '004 none off'])
  await page.evaluate(() => document.querySelector('framing-reader').remove())
  await page.locator('framing-reader').nth(1).locator('[data-do="toggle 0"]').click()
  await pause(100)
  assert.deepEqual(await states(), ['003 security hover', '004 bargaining off'])
})

test('a trap in the host’s own wasm ends no reader', async t => {
  const r = reader(await visit(t, { tolerate: /unreachable/i }))
  await r.page.evaluate(async () => {
    // A module whose one function traps.
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]
    const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes))
    setTimeout(instance.exports.f)
    await new Promise(resolve => setTimeout(resolve, 100))
  })
  await r.switchTo('security')
})

test('a name that is taken is left to whoever has it, and the console says so once', async t => {
  const own = 'customElements.define("framing-reader", class extends HTMLElement { static own = true })'
  const page = await host('', html => html.replace('<script type="module"', '<script src="/own.js"></script><script type="module"'))
  const server = await serve({ pages: { '/taken.html': page, '/own.js': own } })
  const visited = await visit(t, { server, ready: false, path: '/favicon.ico' })
  const said = []
  visited.on('console', message => said.push(`${message.type()}: ${message.text()}`))
  await visited.goto(`${server.origin}/taken.html`)
  await pause(500)
  assert.deepEqual(said.filter(line => line.includes('framing-reader')).map(line => line.split('\n')[0]),
    ['warning: framing-reader: an element of this name is on the page already, and this copy of the script leaves it to that one'])
  assert.ok(await visited.evaluate(() => customElements.get('framing-reader').own))
  assert.ok((await visited.locator('framing-reader').innerText()).length > 5_000, 'the plain article is there')
})

test('of two copies of the script from two addresses the first one reads, and the console says so once', async t => {
  const copies = Object.fromEntries(await Promise.all(['framing-reader.js', 'framing-reader-app.js', 'framing-reader-app.wasm'].map(
    async name => [`/copy/${name}`, await readFile(join(SITE, name))])))
  const page = await host('', html => html.replace('</head>', '<script type="module" src="/copy/framing-reader.js"></script></head>'))
  const server = await serve({ pages: { '/twice.html': page, ...copies } })
  const visited = await visit(t, { server, ready: false, path: '/favicon.ico' })
  const said = []
  visited.on('console', message => said.push(message.text()))
  await visited.goto(`${server.origin}/twice.html`)
  const r = reader(visited)
  await r.choice('security').waitFor()
  await r.switchTo('security')
  assert.equal(said.filter(line => line.includes('of this name')).length, 1)
  assert.deepEqual(server.requests.filter(({ path }) => path.startsWith('/copy/')).map(({ path }) => path), ['/copy/framing-reader.js'])
})
