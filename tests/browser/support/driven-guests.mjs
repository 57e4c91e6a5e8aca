// The reader as a guest, in every browser: the zoo of hosts, attributes, events, themes, taken out and put back, two on a page, the
// plain article where there is no wasm. `driven.mjs` brings browser and server.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { HOSTS, hostPages, inHost } from './hosts.mjs'
import { ARTICLE } from './reader.mjs'
import { POLICY, serve } from './server.mjs'
import { KEYS } from './webdriver.mjs'

/** `session()` is the browser once it runs; `open` shows a path of the usual site, `inside` finds within the reader. */
export function guestTests({ session, open, inside, gaps }) {
  let zoo
  before(async () => (zoo = await serve({ pages: await hostPages() })))
  after(() => zoo?.close())

  for (const [name, { free }] of Object.entries(HOSTS)) {
    test(`on the host “${name}” nothing is too wide, styles stay out, the bar sticks, the line being read stays, cards are whole`, { skip: gaps[name] }, async () => {
      const browser = session()
      const ask = (...question) => browser.run(inHost, question)
      await browser.go('about:blank')
      await browser.go(`${zoo.origin}/hosts/${name}.html`)
      await browser.until(inHost, ['ready'])
      assert.deepEqual(await ask('sideways'), [])
      const { letterSpacing, textTransform, whiteSpace, cursor, fontWeight, direction, size } = await ask('style')
      assert.deepEqual({ letterSpacing, textTransform, whiteSpace, cursor, fontWeight, direction },
        { letterSpacing: 'normal', textTransform: 'none', whiteSpace: 'normal', cursor: 'auto', fontWeight: '400', direction: 'ltr' })
      assert.ok(Math.abs(size - 1.125) < 0.02, `the text is ${size} of the host’s`)
      const at = await ask('scroll', 0.5)
      if (!free) assert.ok(Math.abs(at.bar - at.edge) <= 1, `the bar is at ${at.bar}, and sticks at ${at.edge}`)
      await pause(50)
      for (const index of [0, 1]) {
        const { on, moved } = await ask('switch', index)
        assert.equal(on, String(index))
        assert.ok(Math.abs(moved) <= 1, `the line being read moved by ${moved} px`)
      }
      for (const name of (await ask('names')).slice(0, 2)) {
        const point = await ask('center', name)
        assert.ok(point, 'the name can be reached')
        await pause(100)
        await browser.clickAt(...point)
        await browser.until(inHost, ['open'])
        await pause(50)
        assert.deepEqual((await ask('card', name)).wrong, [], `the card of name ${name}`)
        await browser.press(KEYS.escape)
        await browser.point(2, 2)
      }
    })
  }

  test('arrow keys go between names, Tab goes into the card and out of it', async () => {
    const browser = session()
    await open(ARTICLE)
    const name = await inside('.block [data-name] ~ [data-name]')
    const first = await browser.run(name => name.parentElement.querySelector('[data-name]'), name)
    const focused = () => browser.run(() => {
      const at = document.querySelector('framing-reader').shadowRoot.activeElement
      return at && (at.dataset.name ?? (at.closest('.card') ? 'in the card' : at.className))
    })
    await browser.run(first => first.focus(), first)
    const before = await focused()
    await browser.press(KEYS.right)
    assert.notEqual(await focused(), before)
    const at = await focused()
    await browser.press(' ')
    await inside('.card')
    await browser.press(KEYS.tab)
    assert.equal(await focused(), 'in the card')
    await browser.press(KEYS.escape)
    await pause(150)
    assert.equal(await focused(), at, 'the focus is back on the name')
  })

  test('attributes, properties and events', async () => {
    const browser = session()
    await open(ARTICLE)
    await browser.run(() => {
      window.told = []
      for (const name of ['framingchange', 'cardopen', 'cardclose']) {
        document.addEventListener(`framing-reader:${name}`, ({ type, detail }) => window.told.push([type, ...Object.keys(detail)]))
      }
      const element = document.querySelector('framing-reader')
      element.framing = 'security'
      element.setAttribute('theme', 'dark')
    })
    await inside('[data-do="toggle 1"][aria-pressed="true"]')
    await inside('[data-theme="dark"]')
    await browser.run(name => name.click(), await inside('[data-name="3"]'))
    await inside('.card')
    await browser.press(KEYS.escape)
    await browser.until(() => window.told.length === 3)
    assert.deepEqual(await browser.run(() => window.told), [['framing-reader:framingchange', 'framing'], ['framing-reader:cardopen', 'actor'], ['framing-reader:cardclose', 'actor']])
    await browser.run(() => document.querySelector('framing-reader').removeAttribute('theme'))
    await inside('[data-theme="auto"]')
  })

  test('a host themes it by custom properties and parts', async () => {
    const browser = session()
    await open(ARTICLE)
    const seen = await browser.run(() => {
      const element = document.querySelector('framing-reader')
      element.style.setProperty('--framing-reader-paper', 'rgb(250, 240, 230)')
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('framing-reader::part(bar) { outline: 3px solid red }')
      document.adoptedStyleSheets = [sheet]
      const style = selector => getComputedStyle(element.shadowRoot.querySelector(selector))
      return [style('.root').backgroundColor, style('.bar').outlineWidth]
    })
    assert.deepEqual(seen, ['rgb(250, 240, 230)', '3px'])
  })

  test('taken out, moved and put back it goes on, with one app at a time', async () => {
    const browser = session()
    await open(ARTICLE)
    for (let round = 0; round < 5; round++) {
      await browser.run(() => {
        const element = window.reader = document.querySelector('framing-reader')
        document.body.append(element)
        element.remove()
      })
      await pause(30)
      await browser.run(() => document.body.append(window.reader))
      await inside('.block')
    }
    await browser.run(choice => choice.click(), await inside('[data-do="toggle 1"]'))
    await inside('[data-do="toggle 1"][aria-pressed="true"]')
    assert.equal(await browser.run(() => window.reader.shadowRoot.querySelectorAll('.root').length), 1)
  })

  test('two on one page have a state each', async () => {
    const browser = session()
    await open(ARTICLE)
    await browser.run(() => {
      const second = document.createElement('framing-reader')
      second.setAttribute('document', '003')
      document.body.append(second)
    })
    await browser.until(() => document.querySelectorAll('framing-reader')[1].shadowRoot.querySelector('.block'))
    const states = await browser.run(async () => {
      const all = [...document.querySelectorAll('framing-reader')]
      all[1].shadowRoot.querySelector('[data-do="toggle 0"]').click()
      await new Promise(resolve => setTimeout(resolve, 100))
      return all.map(({ document, framing }) => `${document} ${framing}`)
    })
    assert.deepEqual(states, ['000 none', '003 bargaining'])
  })

  test('without the wasm the plain article stays', async () => {
    const browser = session()
    const broken = await serve({ refuse: /\.wasm$/ })
    try {
      await browser.go(`${broken.origin}/`)
      await pause(1_000)
      const [length, ready] = await browser.run(() => {
        const element = document.querySelector('framing-reader')
        return [element.innerText.length, element.dataset.ready !== undefined]
      })
      assert.ok(length > 5_000 && !ready, `${length} characters can be read`)
    } finally {
      await broken.close()
    }
  })

  test('under Trusted Types, where the browser knows them, it reads', async () => {
    const browser = session()
    const strict = await serve({ headers: { 'content-security-policy': `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` } })
    try {
      await browser.go(`${strict.origin}/`)
      await browser.until(() => document.querySelector('framing-reader')?.shadowRoot?.querySelector('.overview'))
    } finally {
      await strict.close()
    }
  })
}
