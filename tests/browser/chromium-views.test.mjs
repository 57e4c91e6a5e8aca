// The views that are fetched when they are asked for: the way to them, their addresses, the way back, and what happens when they
// cannot be fetched.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { host } from './support/host.mjs'
import { FRAMINGS, VIEWS, at, middle, reader } from './support/reader.mjs'
import { serve } from './support/server.mjs'

const visit = withChromium()

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
/** How far what is read may be from where it was, in px. */
const STILL = 1
/** The files of the module behind the views. */
const MODULE = /framing-reader-views\.(js|wasm)$/

const hash = page => page.evaluate(() => location.hash)
const entries = page => page.evaluate(() => history.length)
const scrolled = page => page.evaluate(() => scrollY)
/** How often something was asked for, but for the page's icon: the browser asks for it by itself, again at every address. */
const requested = server => server.requests.filter(({ path }) => path !== '/icon.svg').length
const asked = server => server.requests.map(({ path }) => path).filter(path => MODULE.test(path)).sort()

/** Presses the tab key until an element has the focus. */
async function tabTo(r, element) {
  for (let presses = 0; presses < 40; presses++) {
    await r.page.keyboard.press('Tab')
    if (await element.evaluate(element => window.probe.focused() === element)) return
  }
  throw new Error('the tab key never came there')
}

const WAYS = {
  mouse: [{}, way => way.click()],
  'keyboard alone': [{}, async (way, r) => {
    await tabTo(r, way)
    await r.page.keyboard.press('Enter')
  }],
  touch: [PHONE, async (way, r) => {
    await way.scrollIntoViewIfNeeded()
    await r.page.touchscreen.tap(...middle(await way.evaluate(way => way.getBoundingClientRect().toJSON())))
  }],
}

for (const [how, [options, press]] of Object.entries(WAYS)) {
  test(`every view opens from the ways, and its address opens it again: ${how}`, async t => {
    const r = reader(await visit(t, options))
    for (const name of VIEWS) {
      const before = await entries(r.page)
      await press(r.way(name), r)
      await r.drawn(name)
      assert.equal(await r.way(name).getAttribute('aria-current'), 'page')
      assert.equal(await r.root.locator('.way[aria-current]').count(), 1)
      assert.equal(await hash(r.page), `#reader/${name}`)
      assert.equal(await entries(r.page), before + 1, 'one entry of the history')
      assert.ok(await r.view(name).evaluate(view => window.probe.focused() === view), 'reading goes on in it')

      const again = reader(await visit(t, { ...options, path: at(name) }))
      await again.drawn(name)
      assert.equal(await again.view(name).innerText(), await r.view(name).innerText())
      await r.go('overview')
    }
  })
}

for (const name of VIEWS) {
  test(`${name}: an address opens it under a framing, and the switch leaves everything where it is`, async t => {
    const server = await serve()
    const r = reader(await visit(t, { server, path: at(`${name}/security`) }))
    await r.drawn(name)
    assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
    assert.equal(await hash(r.page), `#reader/${name}/security`)

    const view = await r.view(name).elementHandle()
    const words = () => view.evaluate(view => view.textContent)
    const drawn = await words()
    for (const share of [0, 0.4, 0.8]) {
      await r.page.evaluate(share => scrollTo({ top: share * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant' }), share)
      // What comes into sight is laid out with the next frame.
      await r.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
      // What stands at several heights of the window; the bar with the switch may say something else of it.
      const places = () => view.evaluate(view => {
        const all = [...view.querySelectorAll('p, li, tr, h2, h3, g')].filter(element => element.checkVisibility())
        return all.map(element => element.getBoundingClientRect().top)
      })
      for (const framing of ['bargaining', 'security', 'security', 'bargaining', 'bargaining', 'security']) {
        const [before, down, requests] = [await places(), await scrolled(r.page), requested(server)]
        // Pressed by script: the mouse may scroll to what it presses.
        await r.choice(framing).evaluate(choice => choice.click())
        await r.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
        assert.ok(Math.abs((await scrolled(r.page)) - down) <= STILL, `scrolled on ${framing}`)
        const moved = (await places()).map((top, index) => Math.abs(top - before[index])).filter(by => !(by <= STILL))
        assert.deepEqual(moved, [], `on ${framing} at ${share}`)
        assert.equal(requested(server), requests, 'nothing is fetched')
        assert.ok(await view.evaluate(view => view.isConnected), 'nor drawn again')
        assert.equal(await words(), drawn)
      }
    }
  })
}

test('the title, the ways and the switch stay when what is below them becomes another view', async t => {
  const r = reader(await visit(t))
  await r.root.locator('.masthead, .masthead summary, .ways, .way, .bar, .bar button').evaluateAll(all => { window.before = all })
  assert.ok(await r.page.evaluate(() => window.before.length) > 10)
  await r.root.locator('.options summary').click()
  for (const path of ['timeline', 'overview', ...VIEWS]) {
    await r.go(path)
    assert.ok(await r.page.evaluate(() => window.before.every(element => element.isConnected)), `made anew for ${path}`)
    assert.ok(await r.root.locator('.options').evaluate(options => options.open), 'what was opened stays open')
  }
})

test('back and forward return, each to where the reader was', async t => {
  const r = reader(await visit(t))
  const { page } = r
  const down = async top => {
    await page.evaluate(top => scrollTo({ top, behavior: 'instant' }), top)
    return scrolled(page)
  }
  const stands = async (name, top) => {
    await (/^\d/.test(name) ? r.paragraphs.first().waitFor() : r.drawn(name))
    await page.waitForFunction(top => Math.abs(scrollY - top) <= 1, top)
  }
  const overview = await down(150)
  await r.go('timeline')
  const timeline = await down(700)
  await r.view('timeline').locator('.jump[data-go]').nth(30).evaluate(jump => jump.click())
  await r.paragraphs.first().waitFor()
  const article = await down(1_500)
  // Pressed by script: the mouse would scroll up to it first.
  await r.way('questions').evaluate(way => way.click())
  await r.drawn('questions')
  const questions = await down(400)
  assert.ok([overview, timeline, article, questions].every(top => top > 0), 'all of them scroll')

  await page.goBack()
  await stands('000', article)
  await page.goBack()
  await stands('timeline', timeline)
  await page.goBack()
  await stands('overview', overview)
  await page.goForward()
  await stands('timeline', timeline)
  await page.goForward()
  await page.goForward()
  await stands('questions', questions)
})

test('the default page does not fetch the views; the first one asked for does, once for all', async t => {
  const server = await serve()
  const r = reader(await visit(t, { server }))
  await r.page.waitForLoadState('networkidle')
  await r.stripTicks(r.row('001')).nth(2).click()
  await r.paragraphs.first().waitFor()
  await r.switchTo('security')
  assert.deepEqual(asked(server), [])
  for (const name of VIEWS) await r.go(name)
  await r.page.goto(`${server.origin}${at('000/6/why')}`)
  await r.why.locator('h2').waitFor()
  assert.deepEqual(asked(server), ['/framing-reader-views.js', '/framing-reader-views.wasm'])
})

for (const file of ['framing-reader-views.wasm', 'framing-reader-views.js']) {
  test(`without ${file} a view says so, the rest works, and it can be tried again`, async t => {
    const r = reader(await visit(t, { tolerate: /framing-reader-views|ERR_FAILED/ }))
    const { page } = r
    await page.route(`**/${file}*`, route => route.abort())
    await r.way('timeline').click()
    const alert = r.root.getByRole('alert')
    await alert.getByText('This view could not be fetched').waitFor()

    await r.switchTo('security')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.waitForTimeout(300)
    await alert.waitFor()
    await r.go('overview')
    await r.stripTicks(r.row('000')).nth(3).click()
    await r.names.nth(3).evaluate(name => name.click())
    await r.card.waitFor()
    await page.keyboard.press('Escape')
    await page.goBack()
    await page.goBack()
    await alert.waitFor()

    await page.unroute(`**/${file}*`)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await r.drawn('timeline')
    assert.equal(await alert.count(), 0)
    await r.go('questions')
  })
}

test('while a view is on its way, it says so', async t => {
  const server = await serve({ hold: /framing-reader-views\.wasm$/ })
  const r = reader(await visit(t, { server }))
  await r.way('questions').click()
  await r.view('questions').getByText('Fetching this view').waitFor()
  await r.go('overview')
  await r.way('speakers').click()
  server.release()
  await r.drawn('speakers')
  assert.equal(await r.root.locator('.view').count(), 1, 'the one that is no longer wanted does not come')
})

test('without the attribute `hash` every view works, and the address is never touched', async t => {
  const server = await serve({ pages: { '/guest.html': await host('') } })
  const r = reader(await visit(t, { server, path: '/guest.html?a=1#comments' }))
  const [address, before] = [r.page.url(), await entries(r.page)]
  for (const name of VIEWS) {
    await r.go(name)
    await r.switchTo(FRAMINGS[VIEWS.indexOf(name) % 2])
  }
  await r.go('find')
  await r.query.fill('trade')
  await r.results.nth(1).click()
  await r.found.getByText(/^2 of \d+ found$/).waitFor()
  await r.numbers.nth(4).click()
  await r.why.locator('h2').waitFor()
  await r.page.keyboard.press('Escape')
  await r.go('overview')
  await r.stripTicks(r.row('004')).nth(3).click()
  await r.paragraphs.first().waitFor()
  assert.equal(await r.root.locator('.root a[href]').count(), 0, 'nothing leads anywhere in the host\'s address')
  assert.equal(r.page.url(), address)
  assert.equal(await entries(r.page), before)
})

for (const name of VIEWS) {
  test(`${name}: everything in it is reached by the tab key, in sight, and left again`, async t => {
    const r = reader(await visit(t, { path: at(name) }))
    await r.drawn(name)
    await r.view(name).evaluate(view => view.focus())
    // Of radio buttons the tab key stops at the one that is chosen.
    const stops = await r.view(name).evaluate(view => [...view.querySelectorAll('a, button, input:not([type="radio"]:not(:checked)), select, summary, [tabindex]')]
      .filter(element => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })).length)
    let within = 0
    for (;;) {
      await r.page.keyboard.press('Tab')
      const [inside, hidden] = await r.choice('security').evaluate(choice => {
        const focused = window.probe.focused()
        const [bar, { top, bottom }] = [choice, focused].map(element => element.getBoundingClientRect())
        return [Boolean(focused.closest('.view')), bottom <= bar.bottom || top >= innerHeight ? focused.outerHTML.slice(0, 120) : '']
      })
      if (!inside) break
      assert.equal(hidden, '', 'it can be seen')
      within++
      assert.ok(within <= stops, 'the tab key is not caught')
    }
    assert.equal(within, stops)
  })
}

test('names in views open their cards, by mouse and by key, also after going from one view to another', async t => {
  const r = reader(await visit(t))
  for (const name of ['speakers', 'questions', 'timeline']) {
    await r.go(name)
    await r.unfold()
    const first = r.view(name).locator('[data-name]').locator('visible=true').first()
    const called = (await first.innerText()).trim()
    await first.focus()
    await r.page.keyboard.press('Enter')
    await r.card.waitFor()
    assert.ok((await r.card.innerText()).includes(called), `${name}: the card of ${called}`)
    await r.page.keyboard.press('Escape')
    await r.card.waitFor({ state: 'hidden' })
    assert.ok(await first.evaluate(first => window.probe.focused() === first))
    await r.center(first)
    await r.rest((await r.lines(first))[0])
    await r.card.waitFor()
    await r.leave()
    await r.card.waitFor({ state: 'hidden' })
  }
})

test('a view that is asked for something unknown still stands', async t => {
  for (const path of ['timeline/no-such-event', 'questions/%00/<b>', `editions/${'x/'.repeat(400)}`, 'find/side=moon&frame=&document=999', 'speakers/../..']) {
    const r = reader(await visit(t, { path: at(path) }))
    await r.drawn(path.split('/')[0])
  }
})
