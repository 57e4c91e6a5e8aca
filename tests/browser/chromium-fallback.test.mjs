// The plain article: what it holds without scripts, how the reader takes its place without losing anybody's line, and what is said
// where it stays.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { whenReady, withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { reader } from './support/reader.mjs'
import { POLICY, SITE, serve } from './support/server.mjs'
import { documents } from './support/story.mjs'

const visit = withChromium()

/** Windows from a desk to a phone. */
const WIDTHS = [[1280, 800], [768, 1024], [360, 640]]
/** A guest with a host's words above and below. */
const HOST = {
  '/host.css': '.host { max-width: 60rem; margin: 0 auto; padding: 1rem } .host p { margin: 1rem 0 }',
}
const words = (id, count) => `<div class="host" id="${id}">${'<p>Words of the host, which has more to say than this.</p>'.repeat(count)}</div>`
const hosted = (attributes, above = 4, below = 60) =>
  host(attributes, html => html
    .replace('</head>', '<link rel="stylesheet" href="/host.css"></head>')
    .replace('<framing-reader', `${words('above', above)}<input id="field" aria-label="Search"><framing-reader`)
    .replace('</framing-reader>', `</framing-reader>${words('below', below)}`))

/** Opens a page with the wasm held back; `take()` lets it come, and waits until the reader stands and everything rests. */
async function held(t, path = '/', { attributes, width = 1280, height = 800, ...rest } = {}) {
  const pages = attributes === undefined ? {} : { '/guest.html': await hosted(attributes), ...HOST }
  const server = await serve({ hold: /\.wasm$/, pages })
  const page = await visit(t, { server, path, ready: false, viewport: { width, height }, ...rest })
  await page.evaluate(() => {
    window.shifts = 0
    new PerformanceObserver(list => list.getEntries().forEach(({ value }) => (window.shifts += value))).observe({ type: 'layout-shift', buffered: true })
  })
  const take = async () => {
    await pause(150)
    server.release()
    await whenReady(page)
    await pause(250)
  }
  return { page, take, shifts: () => page.evaluate(() => window.shifts) }
}

const plainBlock = (page, id, line) => page.locator(`framing-reader > * [data-document="${id}"] [data-line="${line}"]`).first()
const shownBlock = (page, line) => page.locator(`framing-reader .block[data-line="${line}"] > .text`)
const topOf = locator => locator.evaluate(element => element.getBoundingClientRect().top)
/** Scrolls the plain article so that a block begins so far down the window. */
const readAt = async (page, id, line, top) => {
  await plainBlock(page, id, line).evaluate((block, top) => scrollBy({ top: block.getBoundingClientRect().top - top, behavior: 'instant' }), top)
  await pause(100)
}

for (const [width, height] of WIDTHS) {
  test(`the reader takes the place of the plain article without a jump: ${width} wide`, async t => {
    for (const [path, attributes] of [['/', undefined], ['/guest.html', 'hash="reader"']]) {
      const { take, shifts, page } = await held(t, path, { attributes, width, height })
      await take()
      assert.ok((await shifts()) <= 0.05, `${path}: ${await shifts()}`)
      await reader(page).overview.waitFor()
      assert.equal(await page.evaluate(() => scrollY), 0)
    }
  })

  test(`who has begun to read goes on at that line: ${width} wide`, async t => {
    for (const [number, nth, top] of [[0, 11, 300], [2, 25, 180], [4, 33, 64]]) {
      const { id, line } = await paragraph(number, nth)
      const { page, take, shifts } = await held(t, '/guest.html?a=1', { attributes: 'hash="reader"', width, height })
      await readAt(page, id, line, top)
      await page.evaluate(() => (window.shifts = 0))
      await take()
      const now = await topOf(shownBlock(page, line))
      assert.ok(Math.abs(now - top) <= 3, `${id}/${line} was at ${top} and is at ${now}`)
      assert.ok((await shifts()) <= 0.05, `${await shifts()}`)
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is taken from nobody')
      assert.equal(await page.locator('framing-reader .block[data-lit]').count(), 0)
      const { search, hash } = new URL(page.url())
      assert.match(search + hash, new RegExp(`^\\?a=1#reader/${id}/\\d+$`), 'the address leads there')
    }
  })
}

/** A paragraph of the shipped story by its document and its number there. */
async function paragraph(number, nth) {
  const { id, blocks } = (await documents())[number]
  const block = blocks.filter(({ kind }) => kind === 'para')[nth]
  return { id, line: block.line, text: block.text }
}

/** What the plain article shows of a framing: for each of its parts the color, and what is behind it; and where they are. */
const plainLooks = page => page.evaluate(() => {
  const looks = selector => {
    const element = document.querySelector(`.fr-plain ${selector}`)
    const { color, backgroundColor, textDecorationStyle } = getComputedStyle(element)
    return { color, behind: backgroundColor, line: textDecorationStyle }
  }
  return {
    parts: {
      first: looks('.standfirsts [data-mark="f0"] p'),
      second: looks('.standfirsts [data-mark="f1"] p'),
      without: looks('p[data-line]:not([data-frames])'),
      secondOnly: looks('p[data-line][data-frames="f1"]'),
      firstMark: looks('p[data-line] mark[data-frames="f0"]'),
      secondMark: looks('p[data-line] mark[data-frames="f1"]'),
      firstNote: looks('li[data-mark="f0"]'),
      secondStance: looks('.actors [data-mark="f1"]'),
      firstChoice: looks('.switch [data-mark="f0"]'),
    },
    places: [...document.querySelectorAll('.fr-plain :is(p, li, h3, h4, mark)')].map(element => Math.round(element.getBoundingClientRect().top + scrollY)),
  }
})
const framingOf = page => page.evaluate(() => document.querySelector('framing-reader').framing)
const choiceOf = (page, value) => page.locator(`.fr-plain .switch input[value="${value}"]`)

for (const [width, height] of WIDTHS) {
  test(`the plain article has a switch that needs no script: ${width} wide`, async t => {
    const { page } = await held(t, '/', { width, height })
    assert.equal(await choiceOf(page, 'none').isChecked(), true, 'nothing is chosen for anybody')
    const before = await plainLooks(page)
    await choiceOf(page, 'security').click()
    const { parts, places } = await plainLooks(page)
    assert.deepEqual(places, before.places, 'nothing moves')
    const quiet = parts.without.color
    assert.notEqual(quiet, before.parts.without.color)
    assert.deepEqual([parts.first.color, parts.firstNote.color], [quiet, quiet], 'what is of the other framing steps back')
    for (const part of ['second', 'secondOnly', 'secondStance', 'firstChoice']) assert.equal(parts[part].color, before.parts[part].color, part)
    assert.notEqual(parts.secondMark.behind, before.parts.secondMark.behind, 'its words are marked')
    assert.deepEqual([parts.firstMark.behind, parts.firstMark.line, parts.secondMark.line], [before.parts.firstMark.behind, 'dotted', 'double'])
    // With the keyboard, and always in view.
    await choiceOf(page, 'security').focus()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await choiceOf(page, 'bargaining').isChecked(), true)
    assert.equal((await plainLooks(page)).parts.second.color, quiet)
    await readAt(page, '002', 30, 300)
    const { top, bottom } = await choiceOf(page, 'bargaining').evaluate(choice => choice.getBoundingClientRect().toJSON())
    assert.ok(top >= 0 && bottom < 100, `${top} to ${bottom}`)
    await choiceOf(page, 'none').click()
    assert.deepEqual((await plainLooks(page)).parts, before.parts)
  })

  test(`what is chosen in the plain article is on in the reader, at the line being read: ${width} wide`, async t => {
    const { id, line } = await paragraph(0, 20)
    const { page, take } = await held(t, '/#reader/000/12/bargaining', { width, height })
    await readAt(page, id, line, 220)
    await choiceOf(page, 'security').click()
    await take()
    assert.equal(await framingOf(page), 'security')
    assert.match(new URL(page.url()).hash, new RegExp(`^#reader/${id}/\\d+/security$`))
    const now = await topOf(shownBlock(page, line))
    assert.ok(Math.abs(now - 220) <= 3, `${now}`)
    const names = await page.evaluate(() => window.probe.events.map(({ name }) => name))
    assert.ok(names.indexOf('ready') < names.indexOf('framingchange'), `${names}`)
  })
}

test('a reader that ends leaves its framing to the plain article, and takes what is chosen there since', async t => {
  const { page, take } = await held(t)
  await take()
  const r = reader(page)
  await r.switchTo('security')
  const moved = chosen => page.evaluate(async chosen => {
    const reader = document.querySelector('framing-reader')
    const place = reader.parentElement
    reader.remove()
    await new Promise(done => setTimeout(done, 50))
    const shown = reader.querySelector('.fr-plain :checked').value
    if (chosen) reader.querySelector(`.fr-plain [value="${chosen}"]`).click()
    place.append(reader)
    return shown
  }, chosen)
  assert.equal(await moved(), 'security')
  await page.waitForFunction(() => document.querySelector('framing-reader').dataset.ready === '')
  assert.equal(await framingOf(page), 'security')
  assert.equal(await moved('bargaining'), 'security')
  await page.waitForFunction(() => document.querySelector('framing-reader').dataset.ready === '')
  assert.equal(await framingOf(page), 'bargaining')
  assert.equal(await moved(), 'bargaining')
})

test('fields of the host in the plain article are none of its business', async t => {
  const { page, take } = await held(t)
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { type: 'checkbox' })
    document.querySelector('.fr-plain footer').append(field)
    field.click()
  })
  await take()
  assert.equal(await framingOf(page), 'none')
  assert.equal(await page.locator('.fr-plain footer input').isChecked(), true)
})

test('where its styles are not, the switch is not shown, since it would do nothing', async t => {
  const { page } = await held(t, '/guest.html', { attributes: 'hash="reader"' })
  assert.equal(await page.locator('.fr-plain .switch').isVisible(), true)
  await page.evaluate(() => document.querySelectorAll('link[rel="stylesheet"]').forEach(link => link.remove()))
  await page.locator('.fr-plain .switch').waitFor({ state: 'hidden' })
})

test('nothing is asked for before the words are painted', async t => {
  const page = await visit(t)
  const [painted, asked] = await page.evaluate(() => [
    performance.getEntriesByType('paint')[0].startTime,
    performance.getEntriesByType('resource').filter(({ name }) => /framing-reader-/.test(name)).map(({ startTime }) => startTime),
  ])
  assert.ok(asked.length >= 2 && asked.every(time => time >= painted), `painted ${painted}, asked ${asked}`)
})

test('a line that begins above the window stays where it is', async t => {
  const { id, line } = await paragraph(0, 8)
  const { page, take } = await held(t, '/', { width: 360, height: 300 })
  await readAt(page, id, line, -60)
  const before = await plainBlock(page, id, line).evaluate(block => block.getBoundingClientRect().toJSON())
  assert.ok(before.bottom > 250, 'nothing else is in view')
  await take()
  const now = await shownBlock(page, line).evaluate(block => block.getBoundingClientRect().toJSON())
  assert.ok(Math.abs(now.top - before.top) <= 30, `it began at ${before.top} and begins at ${now.top}`)
})

test('a link to a line leads there before the reader stands, and stays there', async t => {
  const { id, line } = await paragraph(1, 9)
  const { page, take } = await held(t, `/#reader/${id}/${line}`)
  const before = await topOf(plainBlock(page, id, line))
  assert.ok(before > 40 && before < 120, `without a script, at ${before}`)
  await take()
  assert.ok(Math.abs((await topOf(shownBlock(page, line))) - before) <= 3)
  assert.equal(new URL(page.url()).hash, `#reader/${id}/${line}`)
  assert.ok(before >= await page.locator('framing-reader .bar').evaluate(bar => bar.getBoundingClientRect().bottom), 'under the bar')
})

for (const [width, height] of WIDTHS) {
  test(`a link to an article leads to its heading, before the reader stands and after: ${width} wide`, async t => {
    for (const [path, attributes] of [['/#reader/002', undefined], ['/guest.html#reader/002', 'hash="reader"']]) {
      const { page, take, shifts } = await held(t, path, { attributes, width, height })
      const plain = page.locator('framing-reader > * section[data-document="002"] h3').first()
      assert.ok(await plain.evaluate(seen), `${path}, plain`)
      await take()
      assert.ok(await page.locator('framing-reader .head h3').evaluate(seen), `${path}, in the reader`)
      assert.ok((await shifts()) <= 0.05, `layout shift: ${await shifts()}`)
    }
  })
}

/** Whether an element is in view, and nothing before it. */
const seen = element => {
  const { left, top, height } = element.getBoundingClientRect()
  return element.contains(element.getRootNode().elementFromPoint(left + 5, top + height / 2))
}

test('a link with a framing keeps it, wherever one has read on to', async t => {
  const { id, line } = await paragraph(0, 20)
  const { page, take } = await held(t, '/#reader/000/12/security')
  await readAt(page, id, line, 200)
  await take()
  assert.ok(Math.abs((await topOf(shownBlock(page, line))) - 200) <= 3)
  assert.match(new URL(page.url()).hash, new RegExp(`^#reader/${id}/\\d+/security$`))
})

test('an address of another view leads there, however far the page is scrolled', async t => {
  const { id, line } = await paragraph(0, 20)
  const { page, take } = await held(t, '/#reader/questions')
  await readAt(page, id, line, 200)
  await take()
  await reader(page).drawn('questions')
  assert.equal(new URL(page.url()).hash, '#reader/questions')
})

test('the address of a host that keeps it is left alone', async t => {
  const { id, line } = await paragraph(0, 20)
  const { page, take } = await held(t, '/guest.html?b=2#below', { attributes: '' })
  await readAt(page, id, line, 200)
  const entries = await page.evaluate(() => history.length)
  await take()
  assert.ok(Math.abs((await topOf(shownBlock(page, line))) - 200) <= 3)
  assert.ok(page.url().endsWith('?b=2#below'))
  assert.equal(await page.evaluate(() => history.length), entries)
})

for (const backward of [false, true]) {
  test(`words that were selected are selected again${backward ? ', backward too' : ''}`, async t => {
    const from = await paragraph(0, 5)
    const to = await paragraph(0, 7)
    const { page, take } = await held(t)
    await readAt(page, from.id, from.line, 150)
    const select = (page, [from, to], backward) => page.evaluate(([from, to, backward]) => {
      const ends = [[from, 0.4], [to, 0.6]].map(([line, share]) => {
        const texts = document.createTreeWalker(document.querySelector(`[data-document="000"] [data-line="${line}"]`), NodeFilter.SHOW_TEXT)
        const all = []
        while (texts.nextNode()) if (!texts.currentNode.parentNode.closest('sup')) all.push(texts.currentNode)
        const text = all[Math.floor(all.length * share)]
        return [text, Math.floor(text.length / 2)]
      })
      const [one, other] = backward ? ends.reverse() : ends
      getSelection().setBaseAndExtent(...one, ...other)
    }, [from, to, backward])
    await select(page, [from.line, to.line], backward)
    const words = () => page.evaluate(() => {
      const root = document.querySelector('framing-reader').shadowRoot
      const selection = root?.querySelector('.root') ? root.getSelection() : getSelection()
      const part = selection.getRangeAt(0).cloneContents()
      // What is no word of the article: letters and numbers, what only some hear, notes in the margin, line numbers.
      part.querySelectorAll('sup, .unseen, .margin, .number').forEach(other => other.remove())
      return part.textContent.replace(/\s+/g, '')
    })
    const before = await words()
    assert.ok(before.length > 300, before)
    await take()
    assert.equal(await words(), before)
    assert.ok(Math.abs((await topOf(shownBlock(page, from.line))) - 150) <= 3)
  })
}

test('who reads what the host has below the reader loses nothing either', async t => {
  for (const [width, height] of WIDTHS) {
    const { page, take, shifts } = await held(t, '/guest.html', { attributes: 'hash="reader"', width, height })
    const line = page.locator('#below p').nth(20)
    await line.evaluate(line => line.scrollIntoView({ block: 'center', behavior: 'instant' }))
    await pause(100)
    const [before, shifted] = [await topOf(line), await shifts()]
    await take()
    assert.ok(Math.abs((await topOf(line)) - before) <= 3, `it was at ${before} and is at ${await topOf(line)}`)
    assert.ok((await shifts()) - shifted <= 0.05)
  }
})

test('who writes in a field of the host goes on writing, also behind a link', async t => {
  const { page, take } = await held(t, '/guest.html#reader/000/12', { attributes: 'hash="reader"' })
  await page.locator('#field').evaluate(field => field.focus({ preventScroll: true }))
  await take()
  await page.keyboard.type('chips')
  assert.equal(await page.locator('#field').inputValue(), 'chips')
})

test('a page that is loaded again in the middle goes on there', async t => {
  const { id, line } = await paragraph(0, 20)
  const { page, take } = await held(t)
  await readAt(page, id, line, 200)
  await page.reload({ waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => scrollY > 1000)
  const before = await topOf(plainBlock(page, id, line))
  await take()
  assert.ok(Math.abs((await topOf(shownBlock(page, line))) - before) <= 3)
})

test('the plain article goes on where it was when a page is loaded again, however far down', async t => {
  for (const [width, height] of WIDTHS) {
    const { page } = await held(t, '/', { width, height })
    for (const [number, nth] of [[0, 2], [0, 30], [1, 12], [4, 5], [4, 38]]) {
      const { id, line } = await paragraph(number, nth)
      await readAt(page, id, line, 150)
      await page.reload({ waitUntil: 'domcontentloaded' })
      await page.waitForFunction(() => scrollY > 0)
      const top = await topOf(plainBlock(page, id, line))
      assert.ok(Math.abs(top - 150) <= 3, `${width} wide: ${id}/${line} is at ${top}`)
    }
  }
})

test('whoever asks for the words of the page, as what counts or indexes them does, gets all of them at once', async t => {
  const { page } = await held(t)
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => (window.words = document.querySelector('.fr-plain').innerText)))
  await page.reload({ waitUntil: 'domcontentloaded' })
  const words = (await page.evaluate(() => window.words)).replace(/\[\w+\]|\s+/g, '')
  for (const { id, blocks } of await documents()) {
    for (const { line, text } of blocks) assert.ok(words.includes(text.replace(/\[\w+\]|\s+/g, '')), `${id}/${line}`)
  }
})

test('an element that asks for one document has that one in it, and begins with it', async t => {
  const { page, take, shifts } = await held(t, '/guest.html', { attributes: 'hash="reader" document="003"' })
  await take()
  assert.ok((await shifts()) <= 0.05)
  assert.equal(await reader(page).root.evaluate(element => element.document), '003')
  assert.equal(await page.evaluate(() => scrollY), 0)
})

const APP = '/framing-reader-app.wasm'
const SCRIPT = '/framing-reader-app.js'
const html = { body: Buffer.from('<!doctype html><title>Not here</title>'), type: 'text/html; charset=utf-8' }
const json = { body: Buffer.from('{"error":"not here"}'), type: 'application/json' }

/** What a page may meet, and what is to be said of it. */
const FAILURES = {
  'no WebAssembly': { cause: 'unsupported', before: () => delete globalThis.WebAssembly },
  'no style sheets of scripts': { cause: 'unsupported', before: () => (globalThis.CSSStyleSheet = function () { throw TypeError('illegal constructor') }) },
  'a policy without wasm': { cause: 'policy', server: { policy: policyWithout("'wasm-unsafe-eval'") } },
  'a policy without connections': { cause: 'policy', server: { policy: policyWithout("connect-src 'self'") } },
  'a page in place of the wasm': { cause: 'type', server: { answers: { [APP]: html } } },
  'data in place of the wasm': { cause: 'type', server: { answers: { [APP]: json } } },
  'a page in place of the script': { cause: 'type', server: { answers: { [SCRIPT]: html } } },
  'status 404': { cause: 'network', server: { refuse: /app\.wasm$/ } },
  'status 500': { cause: 'network', server: { answers: { [APP]: { status: 500 } } } },
  'a script that is not there': { cause: 'network', server: { refuse: /app\.js$/ } },
  'an answer that is cut off': { cause: 'network', server: { answers: { [APP]: { cut: true } } } },
  'no server any more': { cause: 'network', offline: true },
  'a damaged wasm': { cause: 'module', server: async () => ({ answers: { [APP]: { body: (await file(APP)).subarray(0, 5_000) } } }) },
  'a damaged wasm of no type': { cause: 'module', server: async () => ({ answers: { [APP]: { body: (await file(APP)).subarray(0, 5_000), type: 'application/octet-stream' } } }) },
  'a damaged script': { cause: 'module', server: { answers: { [SCRIPT]: { body: Buffer.from('export {') } } } },
  'a wasm of another build': { cause: 'version', server: async () => ({ answers: { [APP]: { body: await file('/framing-reader-views.wasm') } } }) },
  'a damaged story': { cause: 'story', server: async () => ({ answers: { [APP]: { body: damaged(await file(APP)) } } }) },
  'a story of no kind': { cause: 'story', server: async () => ({ answers: { [APP]: { body: story(await file(APP), 'FRSX') } } }) },
  'a story of another version': { cause: 'version', server: async () => ({ answers: { [APP]: { body: story(await file(APP), 'FRST\x63') } } }) },
  'a panic at the start': { cause: 'panic', server: async () => ({ answers: { [SCRIPT]: { body: trapping(await file(SCRIPT)) } } }) },
}

function policyWithout(words) {
  return POLICY.replace(words, '')
}

const file = path => readFile(join(SITE, path))

/** A module with its story's bytes from a place on replaced by others. */
function withStory(wasm, from, change) {
  const [story] = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), 'framing-reader-story')
  const at = wasm.indexOf(Buffer.from(story))
  const changed = Buffer.from(wasm)
  change(changed.subarray(at + from, at + story.byteLength))
  return changed
}

/** A module whose story is cut short behind its version. */
const damaged = wasm => withStory(wasm, 5, rest => rest.fill(0xff))

/** A module whose story begins otherwise. */
const story = (wasm, beginning) => withStory(wasm, 0, all => all.write(beginning, 'latin1'))

/** The app's script, but its app traps as it starts. */
const trapping = script => Buffer.from(String(script).replace(/export function mount\([^)]*\)\{/, `$&throw new WebAssembly.RuntimeError('unreachable');`))

for (const [what, { cause, server: options = {}, before, offline }] of Object.entries(FAILURES)) {
  test(`${what}: the plain article stays and says so`, async t => {
    const server = await serve({ ...(offline && { hold: /\.wasm$/ }), ...(typeof options === 'function' ? await options() : options) })
    const page = await visit(t, { server, path: '/blank', ready: false, tolerate: /./ })
    if (before) await page.addInitScript(before)
    const told = []
    page.on('console', message => message.text().startsWith('framing-reader:') && told.push(message.text()))
    await page.goto(`${server.origin}/`)
    if (offline) {
      await page.context().setOffline(true)
      server.release()
      await server.close()
    }
    const line = page.locator('framing-reader div[lang="en"]:has(+ slot)')
    await line.waitFor()
    await page.waitForFunction(() => window.probe.events.some(({ name }) => name === 'error'))
    const errors = (await page.evaluate(() => window.probe.events)).filter(({ name }) => name === 'error')
    assert.equal(errors.length, 1)
    const [{ detail }] = errors
    assert.equal(detail.cause, cause, detail.reason)
    assert.ok(detail.reason && detail.hint)
    assert.deepEqual(told, [`framing-reader: the plain article stays (${detail.reason})\n  hint: ${detail.hint}`], 'once, with a hint')
    assert.match(await line.innerText(), /^This is the plain article: \S/)
    assert.equal(await line.getByRole('button').count(), cause === 'network' ? 1 : 0, 'a network can be tried again')
    assert.ok(await page.locator('framing-reader [data-line]').first().isVisible())
    assert.equal(await page.locator('framing-reader [data-do]').count(), 0)
  })
}

test('after the network has failed, a press or putting the element back tries again', async t => {
  for (const again of ['press', 'put back']) {
    const answers = { [APP]: { status: 503 }, [SCRIPT]: { status: 503 } }
    const server = await serve({ answers })
    const page = await visit(t, { server, ready: false, tolerate: /503|plain article|fetch/ })
    const button = page.locator('framing-reader').getByRole('button', { name: 'Try again' })
    await button.waitFor()
    delete answers[APP]
    delete answers[SCRIPT]
    if (again === 'press') await button.click()
    else {
      await page.locator('framing-reader').evaluate(async element => {
        const parent = element.parentElement
        element.remove()
        await new Promise(done => setTimeout(done, 50))
        parent.append(element)
      })
    }
    await whenReady(page)
    assert.equal(await page.locator('framing-reader div:has(+ slot)').count(), 0, 'the line is gone')
  }
})

/** Two readers; what the first one's app asks of the browser traps from now on, or from its start. */
async function two(t, { from }) {
  const tag = '<framing-reader id="second" document="001"></framing-reader>'
  const pages = { '/two.html': await host('id="first" document="000"', html => html.replace('</framing-reader>', `</framing-reader>${tag}`)) }
  const page = await visit(t, { server: await serve({ pages }), path: '/blank', ready: false, tolerate: /./ })
  const trap = () => {
    const { getBoundingClientRect } = Element.prototype
    Element.prototype.getBoundingClientRect = function () {
      if (this.getRootNode().host?.id === 'first') throw new WebAssembly.RuntimeError('unreachable')
      return getBoundingClientRect.call(this)
    }
  }
  if (from === 'start') await page.addInitScript(trap)
  await page.goto(page.url().replace('/blank', '/two.html'))
  if (from === 'later') {
    for (const id of ['first', 'second']) await page.locator(`#${id} [data-do="toggle 0"]`).waitFor()
    await page.evaluate(() => scrollTo(0, 2000))
    await page.locator('#second [data-do="toggle 1"]').evaluate(choice => choice.click())
    await page.evaluate(trap)
    await page.locator('#first [data-do="toggle 0"]').evaluate(choice => choice.click())
  }
  return page
}

for (const from of ['start', 'later']) {
  test(`a panic ends one reader and no other: ${from}`, async t => {
    const page = await two(t, { from })
    await page.locator('#first div[lang="en"]:has(+ slot)').waitFor()
    assert.ok(await page.locator('#first [data-line]').first().isVisible())
    const choice = page.locator('#second [data-do="toggle 1"]')
    await choice.waitFor()
    const pressed = () => choice.getAttribute('aria-pressed')
    if (from === 'later') {
      await page.waitForFunction(() => document.querySelector('#second').shadowRoot.querySelector('[data-do="toggle 1"][aria-pressed="true"]'))
    } else {
      assert.equal(await pressed(), 'false')
    }
    await choice.evaluate(choice => choice.click())
    const then = from === 'later' ? 'false' : 'true'
    for (let tries = 0; (await pressed()) !== then; tries++) {
      assert.ok(tries < 20, 'the other one still switches')
      await pause(100)
    }
    const errors = (await page.evaluate(() => window.probe.events)).filter(({ name }) => name === 'error')
    assert.deepEqual(errors.map(({ detail }) => detail.cause), ['panic'])
  })
}

test('what traps elsewhere on the page ends no reader', async t => {
  const page = await visit(t, { tolerate: /foreign/ })
  await page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError('foreign') }))
  await pause(200)
  await reader(page).switchTo('security')
})

test('the plain article is whole: every block at its address, in the words of the story', async t => {
  const { page } = await held(t)
  const blocks = await page.locator('framing-reader [data-document] > [id][data-line]').evaluateAll(all => all.map(block => {
    const copy = block.cloneNode(true)
    copy.querySelectorAll('sup').forEach(mark => mark.remove())
    return [block.id, copy.textContent]
  }))
  const told = (await documents()).flatMap(({ id, blocks }) => blocks.map(({ line, text }) => [`reader/${id}/${line}`, text]))
  assert.deepEqual(blocks, told)
  const frames = await page.locator('framing-reader mark[data-frames]').evaluateAll(all => new Set(all.map(mark => mark.dataset.frames)).size)
  assert.ok(frames >= 2)
  const unsaid = await page.locator('framing-reader [data-document] mark').evaluateAll(all => all.filter(mark => {
    let [at, letters] = [mark.nextSibling, '']
    // Where one evidence overlaps another, its letter comes behind the last mark it is in.
    for (; at?.nodeName === 'MARK' || at?.nodeName === 'SUP'; at = at.nextSibling) {
      if (at.nodeName === 'SUP') letters += at.textContent
    }
    return !mark.dataset.frames.split(' ').every(frame => letters.includes({ f0: '[B]', f1: '[S]' }[frame]))
  }).map(mark => mark.outerHTML))
  assert.deepEqual(unsaid, [], 'what marked words decided for is said without styles')
})

test('the plain article is sound HTML', async t => {
  const { page } = await held(t)
  const source = await readFile(join(SITE, 'index.html'), 'utf8')
  const from = source.indexOf('<article class="fr-plain"')
  const article = source.slice(from, source.indexOf('</article>', from) + '</article>'.length)
  const seen = await page.evaluate(() => {
    const plain = document.querySelector('.fr-plain')
    const all = [...plain.querySelectorAll('[id]')].map(({ id }) => id)
    return {
      html: plain.outerHTML,
      twice: all.filter((id, index) => all.indexOf(id) !== index),
      lost: [...plain.querySelectorAll('a')].map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)),
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
      empty: [...plain.querySelectorAll('p, li, h2, h3, h4, a')].filter(element => !element.textContent.trim()).length,
    }
  })
  const plainly = html => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&gt;', '>')
  assert.equal(plainly(seen.html), plainly(article), 'a browser reads it as it was written')
  assert.deepEqual([seen.twice, seen.lost, seen.empty], [[], [], 0])
  seen.headings.reduce((before, level) => (assert.ok(level <= before + 1, `h${level} behind h${before}`), level), 0)
})

test('a link to a line works with scripts off', async t => {
  const { id, line } = await paragraph(2, 30)
  const page = await visit(t, { path: `/#reader/${id}/${line}`, javaScriptEnabled: false, ready: false })
  const { y } = await plainBlock(page, id, line).boundingBox()
  assert.ok(y >= 0 && y < 150, `at ${y}`)
})
