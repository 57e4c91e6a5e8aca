// What every browser must do, through WebDriver: load, show the text before the wasm, switch, open a card, follow a link,
// show overview, views, a search and reasons; and be a guest (driven-guests.mjs).
// Firefox and WebKitGTK run these; Chromium has its own files with everything.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { guestTests } from './driven-guests.mjs'
import { ARTICLE, VIEWS, at } from './reader.mjs'
import { POLICY, SITE, serve } from './server.mjs'
import { KEYS, openSession } from './webdriver.mjs'

/** `gaps`: what the browser cannot do, by the name of a host, and why. */
/** What is said where the plain article stays. */
const LINES = {
  network: /could not be fetched/,
  policy: /policy blocks/,
  type: /something else/,
  version: /different versions/,
}

export function drivenTests(program, capabilities, gaps = {}) {
  let server, browser
  before(async () => {
    server = await serve()
    browser = await openSession(program, capabilities)
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  const inside = selector => browser.until(selector => document.querySelector('framing-reader')?.shadowRoot?.querySelector(selector), selector)
  const shadow = (script, ...args) => browser.run(script, ...args)
  const open = async path => {
    await browser.go('about:blank')
    await browser.go(server.origin + path)
    await inside('[data-do="toggle 0"]')
  }
  const card = () => shadow(() => Boolean(document.querySelector('framing-reader').shadowRoot.querySelector('[role="dialog"]')?.checkVisibility()))

  test('the text is there before the wasm', async () => {
    const slow = await serve({ hold: /\.wasm$/ })
    try {
      await browser.go(`${slow.origin}/`)
      const length = await browser.until(() => document.querySelector('framing-reader')?.innerText?.length)
      assert.ok(length > 5_000, `${length} characters can be read`)
      slow.release()
      await inside('[data-do="toggle 0"]')
    } finally {
      await slow.close()
    }
  })

  test('who has begun to read goes on at that line, with the words that are selected', async () => {
    const slow = await serve({ hold: /\.wasm$/ })
    try {
      await browser.go('about:blank')
      await browser.go(`${slow.origin}/`)
      const before = await browser.run(() => {
        const block = document.querySelectorAll('[data-document="001"] > p[data-line]')[8]
        scrollBy({ top: block.getBoundingClientRect().top - 200, behavior: 'instant' })
        const text = block.firstChild
        getSelection().setBaseAndExtent(text, 0, text, 12)
        return { line: block.dataset.line, top: block.getBoundingClientRect().top, words: String(getSelection()) }
      })
      await pause(200)
      slow.release()
      await inside('[data-do="toggle 0"]')
      await pause(300)
      const now = await browser.run(line => {
        const root = document.querySelector('framing-reader').shadowRoot
        const words = root.querySelector(`.block[data-line="${line}"] > .text`)
        const [range] = getSelection().getComposedRanges?.({ shadowRoots: [root] }) ?? [getSelection().getRangeAt(0)]
        const { startContainer, startOffset, endContainer, endOffset } = range
        const selected = startContainer === endContainer ? startContainer.textContent.slice(startOffset, endOffset) : null
        return { line, top: words?.getBoundingClientRect().top, words: selected }
      }, before.line)
      assert.ok(Math.abs(now.top - before.top) <= 3, `the line moved from ${before.top} to ${now.top}`)
      assert.equal(now.words, before.words)
    } finally {
      await slow.close()
    }
  })

  for (const [what, cause, options] of [
    ['nothing is where the wasm should be', 'network', { refuse: /app\.wasm$/ }],
    ['a policy blocks the wasm', 'policy', { policy: POLICY.replace("'wasm-unsafe-eval'", '') }],
    ['a page is in the place of the script', 'type', { answers: { '/framing-reader-app.js': { body: '<!doctype html>', type: 'text/html' } } }],
    ['script and wasm do not fit', 'version', async () => ({ answers: { '/framing-reader-app.wasm': { body: await readFile(join(SITE, 'framing-reader-views.wasm')) } } })],
  ]) {
    test(`the plain article stays and says why where ${what}`, async () => {
      const other = await serve(typeof options === 'function' ? await options() : options)
      try {
        await browser.go('about:blank')
        await browser.go(`${other.origin}/`)
        const line = await browser.until(() => document.querySelector('framing-reader')?.shadowRoot?.querySelector('div:has(+ slot)')?.textContent)
        assert.match(line, LINES[cause])
        assert.ok(await browser.run(() => document.querySelector('framing-reader').innerText.length > 5_000))
      } finally {
        await other.close()
      }
    })
  }

  test('the reader loads, neutral, and asks no other host', async () => {
    await open('/')
    const pressed = await shadow(() =>
      [...document.querySelector('framing-reader').shadowRoot.querySelectorAll('[data-do^="toggle "]')].map(choice => choice.getAttribute('aria-pressed')))
    assert.deepEqual(pressed, ['false', 'false'])
    const others = await shadow(() =>
      performance.getEntriesByType('resource').map(({ name }) => name).filter(name => !name.startsWith(location.origin)))
    assert.deepEqual(others, [])
    assert.equal(await shadow(() => document.cookie), '')
  })

  test('a click switches, and the line being read stays', async () => {
    await open(ARTICLE)
    const line = () => shadow(paragraph => paragraph.getBoundingClientRect().top, paragraph)
    const paragraph = await shadow(() => {
      const root = document.querySelector('framing-reader').shadowRoot
      const all = [...root.querySelectorAll('[data-kind="para"]')]
      all[20].scrollIntoView({ block: 'start', behavior: 'instant' })
      const { bottom } = root.querySelector('[data-do="toggle 0"]').getBoundingClientRect()
      return all.find(paragraph => paragraph.getBoundingClientRect().bottom > bottom + 20)
    })
    await pause(300)
    for (const [index, framing] of ['bargaining', 'security'].entries()) {
      const at = await line()
      // Pressed by script: a driver's click scrolls to what it clicks.
      await shadow(choice => choice.click(), await inside(`[data-do="toggle ${index}"]`))
      await inside(`[data-do="toggle ${index}"][aria-pressed="true"]`)
      await pause(200)
      assert.ok(Math.abs((await line()) - at) <= 1, `the line moved from ${at} to ${await line()} on ${framing}`)
      assert.match(await shadow(() => location.hash), new RegExp(framing))
    }
  })

  test('a card opens by mouse and by key, and Esc closes it', async () => {
    await open(ARTICLE)
    const name = await inside('[data-name="4"]')
    const { x, y } = await shadow(name => {
      name.scrollIntoView({ block: 'center' })
      const [{ left, top, width, height }] = name.getClientRects()
      return { x: left + width / 2, y: top + height / 2 }
    }, name)
    await pause(400)
    await browser.point(2, 2)
    await browser.point(x, y)
    assert.ok(!(await card()), 'not at once')
    await inside('[role="dialog"]')
    await browser.press(KEYS.escape)
    await pause(200)
    assert.ok(!(await card()), 'Esc closes it')

    await browser.point(2, 2)
    await shadow(name => name.focus(), name)
    await pause(800)
    assert.ok(!(await card()), 'focus alone opens nothing')
    await browser.press(KEYS.enter)
    await inside('[role="dialog"]')
    await browser.press(KEYS.escape)
    await pause(200)
    assert.ok(!(await card()))
    assert.ok(await shadow(name => document.querySelector('framing-reader').shadowRoot.activeElement === name, name), 'the focus is back')
  })

  test('a link opens article, line and framing, and back goes back', async () => {
    const hash = await shadow(() => document.querySelector('framing-reader').getAttribute('hash'))
    await open(`/#${hash}/004/12/security`)
    await inside('[data-do="toggle 1"][aria-pressed="true"]')
    await browser.until(() => {
      const top = document.querySelector('framing-reader').shadowRoot.querySelector('[data-line="12"]')?.getBoundingClientRect().top
      return top > 0 && top < innerHeight
    })
    await browser.click(await inside('.articles [data-go="001"]'))
    await browser.until(() => location.hash.includes('001'))
    await browser.back()
    await browser.until(() => location.hash.includes('004'))
  })

  test('the overview comes first, and a tick leads to its paragraph', async () => {
    await open('/')
    const tick = await inside('g.tick[data-go^="001/"]')
    const path = await shadow(tick => tick.dataset.go, tick)
    await shadow(tick => tick.focus(), tick)
    await browser.press(KEYS.right)
    const next = await browser.until(path => {
      const to = document.querySelector('framing-reader').shadowRoot.activeElement?.dataset.go
      return to !== path && to
    }, path)
    await browser.press(KEYS.enter)
    await browser.until(path => location.hash.endsWith(path), next)
    const line = next.split('/')[1]
    await inside(`.block[data-line="${line}"][data-lit]`)
    await browser.back()
    await inside('.overview')
  })

  test('every view comes when it is asked for, and a switch leaves it where it is', async () => {
    await open('/')
    for (const [index, name] of VIEWS.entries()) {
      await browser.click(await inside(`.ways [data-go="${name}"]`))
      const heading = await inside(`.view[data-view="${name}"] h2`)
      assert.match(await shadow(() => location.hash), new RegExp(`/${name}\\b`))
      await shadow(() => scrollTo({ top: 300, behavior: 'instant' }))
      const top = await shadow(heading => heading.getBoundingClientRect().top, heading)
      await shadow(choice => choice.click(), await inside(`[data-do="toggle ${index % 2}"]`))
      await inside(`[data-do="toggle ${index % 2}"][aria-pressed="true"]`)
      await pause(100)
      assert.ok(Math.abs((await shadow(heading => heading.getBoundingClientRect().top, heading)) - top) <= 1, `${name} moved`)
    }
    await browser.back()
    await inside('.view[data-view="find"] h2')
  })

  test('a search finds, and the reasons of a line open and close', async () => {
    await open(at('find'))
    await shadow(input => input.focus(), await inside('input[name="q"]'))
    for (const letter of 'magnet') await browser.press(letter)
    await browser.until(() => location.hash.includes('q=magnet'))
    await browser.click(await inside('.result'))
    await inside('.found')
    const number = await inside('.block[data-lit] .number')
    await shadow(number => number.focus(), number)
    await browser.press(KEYS.enter)
    await inside('.why h2')
    await browser.press(KEYS.escape)
    await browser.until(() => !document.querySelector('framing-reader').shadowRoot.querySelector('.why'))
    assert.ok(await shadow(number => document.querySelector('framing-reader').shadowRoot.activeElement === number, number), 'the focus is back')
  })

  guestTests({ session: () => browser, open, inside, gaps })
}
