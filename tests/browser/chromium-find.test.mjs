// Find: words and filters, passages by article, the way from one to the next and back, and queries nobody would think of.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { FRAMINGS, at, reader } from './support/reader.mjs'
import { documents } from './support/story.mjs'

const visit = withChromium(at('find'))
const story = await documents()

/** The longest a search may take from the last letter to its results, in ms; a busy machine included. */
const PROMPT = 1_000

const hash = page => page.evaluate(() => decodeURIComponent(location.hash))
const paths = r => r.results.evaluateAll(all => all.map(result => result.dataset.go))

/** The paths of all blocks for which something is true, in reading order. */
const wanted = condition => story.flatMap(({ id, blocks }) =>
  blocks.filter(condition).map(({ line }) => `${id}/${line}`))

async function search(t, options) {
  const r = reader(await visit(t, options))
  await r.drawn('find')
  return r
}

/** Waits until the address asks for something and the view has been drawn anew since. */
async function answered(r, asked) {
  await r.page.waitForFunction(asked => decodeURIComponent(location.hash).includes(asked), asked)
  await r.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Waits until the results are these. */
async function results(r, expected) {
  await r.page.waitForFunction(
    ([root, expected]) => [...root.shadowRoot.querySelectorAll('.result')].map(result => result.dataset.go).join() === expected,
    [await r.root.elementHandle(), expected.join()],
  ).catch(async () => assert.deepEqual(await paths(r), expected))
}

test('typing finds: passages by article, with the words marked, and the focus stays', async t => {
  const r = await search(t)
  const before = await r.page.evaluate(() => history.length)
  await r.query.pressSequentially('magnet', { delay: 20 })
  const expected = wanted(({ text }) => /\bmagnet/i.test(text))
  assert.ok(expected.length > 3)
  await results(r, expected)

  assert.equal(await r.query.inputValue(), 'magnet')
  assert.ok(await r.query.evaluate(input => window.probe.focused() === input), 'the focus stays where one types')
  assert.equal(await r.page.evaluate(() => history.length), before, 'letters add no entry')
  assert.equal(await hash(r.page), '#reader/find/q=magnet')
  for (const result of await r.results.all()) {
    assert.match((await result.locator('mark').allTextContents()).join(' '), /magnet/i)
  }
  const articles = new Set(expected.map(path => path.split('/')[0]))
  const groups = await r.view('find').locator('h3').allTextContents()
  assert.deepEqual(groups.map(words => words.match(/\d{3}/)[0]), [...articles], 'a group an article')
  await r.view('find').getByRole('status').getByText(`${expected.length} passages in ${articles.size} of 5 articles`).waitFor()

  await r.page.keyboard.press('Enter')
  await results(r, expected)
})

test('several words all stand in the passage, and words in quotation marks stand together', async t => {
  const r = await search(t)
  await r.query.fill('rare china')
  await results(r, wanted(({ text }) => /\brare/i.test(text) && /\bchina/i.test(text)))
  await r.query.fill('"rare earths"')
  await results(r, wanted(({ text }) => /rare earths/i.test(text)))
})

test('filters: an actor, a side, a frame, an article, quotations only, and all of them together', async t => {
  const r = await search(t)
  const form = r.view('find').locator('form')
  const filter = (name, value) => form.locator(`select[name="${name}"]`).selectOption(value)

  for (const [index, framing] of FRAMINGS.entries()) {
    await filter('frame', framing)
    await results(r, wanted(({ frames }) => frames?.includes(`f${index}`)).slice(0, 200))
  }
  await filter('document', '003')
  await results(r, wanted(({ frames }) => frames?.includes('f1')).filter(path => path.startsWith('003')))
  await filter('frame', '')
  await filter('document', '')

  await filter('actor', 'scott-bessent')
  const named = wanted(({ kind, text }) => kind === 'para' && text.includes('Bessent'))
  await answered(r, 'actor=scott-bessent')
  const found = await paths(r)
  assert.ok(named.every(path => found.includes(path)), 'every passage that names him')
  await form.locator('[name="quoted"]').check()
  await r.page.waitForFunction(([root, all]) => root.shadowRoot.querySelectorAll('.result').length < all, [await r.root.elementHandle(), found.length])
  const quoted = await paths(r)
  assert.ok(quoted.length > 0 && quoted.every(path => found.includes(path)))
  const textOf = path => story.find(({ id }) => path.startsWith(id)).blocks.find(({ line }) => path.endsWith(`/${line}`)).text
  for (const path of quoted) assert.match(textOf(path), /“/)

  await filter('actor', '')
  await filter('side', 'china')
  await answered(r, 'side=china')
  const china = await paths(r)
  assert.ok(china.length > 0 && china.every(path => /“/.test(textOf(path))), 'words quoted from China\'s side')
  await filter('side', 'us')
  await answered(r, 'side=us')
  assert.notDeepEqual(await paths(r), china)

  const address = r.page.url()
  const controls = () => form.locator('[name]').evaluateAll(all => all.map(({ name, value, checked }) => [name, value, checked]))
  const again = reader(await visit(t, { path: `/${new URL(address).hash}` }))
  await again.drawn('find')
  assert.deepEqual(await paths(again), await paths(r), 'the address opens the same search')
  assert.deepEqual(
    await again.view('find').locator('form [name]').evaluateAll(all => all.map(({ name, value, checked }) => [name, value, checked])),
    await controls(),
    'with the form filled in',
  )
})

test('from one passage to the next, to the one before, and back to all results', async t => {
  const r = await search(t, { path: at('find/q=magnet') })
  const all = await paths(r)
  const bar = words => r.found.getByText(words, { exact: true })
  await r.results.nth(1).click()
  for (const [press, index] of [[null, 1], ['Next', 2], ['Next', 3], ['Previous', 2], ['Previous', 1], ['Previous', 0]]) {
    if (press) await bar(press).click()
    await bar(`${index + 1} of ${all.length} found`).waitFor()
    const [id, line] = all[index].split('/')
    assert.match(await hash(r.page), new RegExp(`/${id}/${line}$`))
    const { top, bottom } = await r.line(line).evaluate(text => text.getBoundingClientRect().toJSON())
    const { y } = await r.found.boundingBox()
    assert.ok(top >= 0 && top < y, `the passage is in the window, from ${top} to ${bottom}`)
  }
  assert.equal(await bar('Previous').count(), 0, 'nothing before the first')
  await bar('All results').click()
  await results(r, all)
  assert.equal(await r.query.inputValue(), 'magnet')
  assert.equal(await r.found.count(), 0)

  await r.results.nth(all.length - 1).click()
  await r.found.waitFor()
  assert.equal(await bar('Next').count(), 0, 'nothing after the last')
  await r.page.goBack()
  await results(r, all)
  await r.page.goForward()
  await r.found.getByRole('button', { name: 'Close' }).click()
  await r.found.waitFor({ state: 'hidden' })
})

test('by keyboard alone: a search, a passage, the next one, and back', async t => {
  const r = await search(t)
  const { keyboard } = r.page
  await r.query.focus()
  await keyboard.type('truce')
  const all = wanted(({ text }) => /\btruce/i.test(text))
  await results(r, all)
  const focused = async (selector, key = 'Tab') => {
    for (let presses = 0; presses < 40; presses++) {
      await keyboard.press(key)
      if (await r.page.evaluate(selector => window.probe.focused().matches(selector), selector)) return
    }
    throw new Error(`the tab key never came to ${selector}`)
  }
  await focused('.result')
  await keyboard.press('Enter')
  await r.found.getByText(`1 of ${all.length} found`).waitFor()
  assert.ok(await r.root.evaluate(() => window.probe.focused().matches('.block[data-line]')), 'reading goes on at the passage')
})

test('what nothing matches is said, with what could be left out', async t => {
  const r = await search(t, { path: at('find/q=magnet&frame=neither&document=003&quoted') })
  await r.view('find').getByRole('status').getByText('No passage matches').waitFor()
  assert.equal(await r.results.count(), 0)
  await r.query.fill('zyzzyva')
  await r.page.waitForFunction(() => location.hash.includes('zyzzyva'))
  await r.view('find').getByRole('status').getByText('No passage matches').waitFor()
  await r.view('find').getByRole('link', { name: 'Start again' }).click()
  await r.page.waitForFunction(() => location.hash === '#reader/find')
  assert.equal(await r.query.inputValue(), '')
})

const HOSTILE = {
  'characters of regular expressions': ['.*', '((((', '[a-', '\\', 'a{1000}', '^$', '(?<=x)*', '+', '\\u{110000}'],
  markup: ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', '" onfocus="'],
  'addresses in disguise': ['%00%ff', '../../etc', '&q=x&side=us', '#reader/000', 'q=', '%'],
  'right to left': ['שלום עולם', 'السلام', '\u202eegami\u202c', '\u200f'],
  'emoji and marks': ['🧲🧲', '👩‍👩‍👧‍👦', 'e\u0301\u0301\u0301', '\u{1F1FA}', '\ufeff', '\u0000'],
  'letters that change their length': ['İstanbul', 'ß', 'ﬁnance', 'ſecurity', 'Ⅷ'],
  blanks: [' ', '   \u00a0\u3000 ', '""', '" "', '“'],
  'ten thousand characters': ['x'.repeat(10_000), 'a '.repeat(5_000), '"'.repeat(10_000), '🧲'.repeat(5_000)],
}
for (const [kind, queries] of Object.entries(HOSTILE)) {
  test(`${kind} in a query do no harm`, async t => {
    const r = await search(t)
    const alone = await r.view('find').locator('form *').count()
    for (const query of queries) {
      const took = await r.query.evaluate(async (input, query) => {
        const start = performance.now()
        input.focus()
        input.value = query
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
        input.getBoundingClientRect()
        return performance.now() - start
      }, query)
      assert.ok(took < PROMPT, `${took} ms for ${query.slice(0, 20)}`)
      assert.match(await r.view('find').getByRole('status').innerText(), /passage|Type a word/)
      assert.equal(await r.view('find').locator('form *').count(), alone, 'no markup comes in')
      assert.ok(await r.query.evaluate(input => window.probe.focused() === input))
      // What is in the address opens again, whatever it is.
      await r.page.reload()
      await r.drawn('find')
      assert.match(await r.view('find').getByRole('status').innerText(), /passage|Type a word/)
    }
    await r.query.fill('magnet')
    await results(r, wanted(({ text }) => /\bmagnet/i.test(text)))
  })
}
