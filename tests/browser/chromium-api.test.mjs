// The element's interface for programs: stories in and annotations out as plain objects, the attribute `story`, and what happens
// with stories that do not fit or mean harm.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { ferry } from './support/ferry.mjs'
import { host } from './support/host.mjs'
import { ARTICLE, VIEWS, reader } from './support/reader.mjs'
import { SITE, serve } from './support/server.mjs'

const visit = withChromium(ARTICLE)

/** Loads a story in the page; what the promise came to. */
const load = (r, story) =>
  r.root.evaluate((element, story) => element.load(story).then(() => 'shown', ({ message, cause, problems }) => ({ message, cause, problems })), story)

const title = r => r.root.locator('h2.title').innerText()
const events = async r => (await r.events('error')).map(({ detail }) => detail)

/** The packed story that the site came with. */
async function packed() {
  const module = new WebAssembly.Module(await readFile(join(SITE, 'framing-reader-app.wasm')))
  return Buffer.from(WebAssembly.Module.customSections(module, 'framing-reader-story')[0])
}

test('the interface is what it was; a change of this list is a change of the version', async t => {
  const r = reader(await visit(t))
  const members = await r.root.evaluate(element => {
    const type = element.constructor
    const own = Object.getOwnPropertyNames(type.prototype).filter(name => name !== 'constructor')
    return {
      version: type.version,
      attributes: type.observedAttributes,
      properties: own.filter(name => 'get' in Object.getOwnPropertyDescriptor(type.prototype, name)),
      methods: own.filter(name => 'value' in Object.getOwnPropertyDescriptor(type.prototype, name)),
    }
  })
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8')
  assert.equal(members.version, /^version = "(.*)"$/m.exec(manifest)[1])
  assert.deepEqual(members.attributes, ['story', 'framing', 'document', 'theme', 'cards', 'hash'])
  assert.deepEqual(members.properties.filter(name => members.attributes.includes(name)), members.attributes)
  assert.deepEqual(members.methods.filter(name => ['load', 'annotations'].includes(name)), ['load', 'annotations'])
  const script = await readFile(new URL('../../www/framing-reader.js', import.meta.url), 'utf8')
  const app = await readFile(new URL('../../src/reader/view/reader.rs', import.meta.url), 'utf8')
  const raised = [...script.matchAll(/#raise\('(\w+)'/g), ...app.matchAll(/"framing-reader:(\w+)"/g)].map(([, name]) => name)
  assert.deepEqual([...new Set(raised)].sort(), ['cardclose', 'cardopen', 'error', 'framingchange', 'ready'])
})

test('a plain object is shown, and what stays of the view before is nothing of the other story', async t => {
  const r = reader(await visit(t))
  assert.equal(await load(r, ferry()), 'shown')
  assert.equal(await title(r), 'The ferry')
  await r.root.evaluate(element => (element.document = '100'))
  await r.paragraphs.nth(1).waitFor()
  assert.equal(await r.paragraphs.nth(1).innerText(), '“No toll, no ferry,” Ruiz said.')
  assert.equal(await r.names.count(), 3)
  await r.root.evaluate(element => (element.framing = 'toll'))
  // In the reader, that is, not in the plain article behind it.
  const marked = await r.root.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('.article mark[data-frames~="f0"]')].map(mark => mark.textContent))
  assert.deepEqual(marked, ['toll'])
})

test('without a record each view says that the story has none, and never shows the other story’s', async t => {
  const r = reader(await visit(t))
  await r.go('timeline')
  assert.equal(await load(r, ferry()), 'shown')
  for (const name of VIEWS.filter(name => name !== 'find')) {
    await r.go(name)
    const text = await r.view(name).innerText()
    assert.ok(text.length > 20, `${name} says something`)
    assert.doesNotMatch(text, /H20|Nvidia|Bessent|Geneva/, name)
  }
  // And back.
  await r.root.evaluate(element => element.removeAttribute('story'))
  await r.root.evaluate(element => element.setAttribute('story', ''))
  await r.page.waitForFunction(() => !document.querySelector('framing-reader').shadowRoot.textContent.includes('The ferry'))
  await r.go('timeline')
  assert.match(await r.view('timeline').innerText(), /H20/)
})

test('a story that does not fit is refused with all its problems, and the old one stays', async t => {
  const r = reader(await visit(t))
  await r.switchTo('security')
  const before = await r.root.evaluate(element => element.shadowRoot.innerHTML)
  const refused = await load(r, ferry(story => {
    story.documents[0].blocks[0].mentions[1].actor = 'harbour-board'
    story.documents[0].blocks[1].line = 1
    story.framings.push({ ...story.framings[0], id: 'sand' })
  }))
  assert.equal(refused.cause, 'story')
  assert.deepEqual(refused.problems.map(({ path }) => path).sort(), ['documents[0].blocks[0].mentions[1].actor', 'documents[0].blocks[1].line', 'framings'])
  assert.equal(refused.problems.find(({ path }) => path.endsWith('actor')).hint, 'did you mean `harbor-board`?')
  assert.equal(await r.root.evaluate(element => element.shadowRoot.innerHTML), before)
  assert.equal(await r.root.evaluate(element => element.framing), 'security')
})

test('no value whatever breaks the reader', async t => {
  const r = reader(await visit(t))
  const outcomes = await r.root.evaluate(async (element, ferry) => {
    const cycle = { version: 1 }
    cycle.documents = [cycle]
    const { proxy: revoked, revoke } = Proxy.revocable({}, {})
    revoke()
    const fails = () => {
      throw new Error('trapped')
    }
    const odd = {
      get message() {
        throw 1
      },
    }
    let nested = []
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    const sparse = []
    sparse[70_000] = 1
    const huge = 'x'.repeat(40_000_000)
    const values = {
      nothing: undefined,
      null: null,
      number: 7,
      text: 'a story',
      empty: '',
      bigint: 7n,
      symbol: Symbol('story'),
      function: () => {},
      list: [1, 2, 3],
      date: new Date(),
      map: new Map([['version', 1]]),
      element: document.body,
      window,
      cycle,
      revoked,
      proxy: new Proxy({}, { ownKeys: fails, get: fails }),
      getter: Object.defineProperty({ ...ferry }, 'title', { get: fails, enumerable: true }),
      'thrown oddity': { toJSON() { throw odd } },
      'thrown nothing': { toJSON() { throw undefined } },
      'not a number': { ...ferry, version: NaN },
      infinite: { ...ferry, documents: [{ ...ferry.documents[0], blocks: [{ line: Infinity, text: 'a' }] }] },
      'bigint within': { ...ferry, version: 1n },
      sparse: { ...ferry, documents: sparse },
      nested: { ...ferry, title: nested },
      'nested JSON': '['.repeat(1_000_000),
      'huge text': huge,
      'huge title': { ...ferry, title: huge },
      'huge bytes': new Uint8Array(40_000_000),
      prototypes: `{"__proto__":{"version":1},"constructor":{"prototype":{"version":1}}}`,
      'polluting members': `{"version":1,"id":"a","title":"","framings":[{"id":"__proto__","name":""},{"id":"constructor","name":""}],"documents":[]}`,
      'broken JSON': '{"version": 1,',
      'no bytes': new ArrayBuffer(0),
      garbage: new Uint8Array([70, 82, 83, 84, 4, 255, 255, 255, 255, 255]),
      view: new DataView(new ArrayBuffer(8), 4),
      'another version': new Uint8Array([70, 82, 83, 84, 99]),
      'lone surrogate': { ...ferry, id: '\ud800' },
      'half a character': { ...ferry, documents: [{ ...ferry.documents[0], blocks: [{ line: 1, text: '\u{1F600}', evidence: [{ start: 1, end: 2, framing: 'toll' }] }] }] },
      many: { ...ferry, actors: Array.from({ length: 60_000 }, () => ({ id: 'a', name: 1 })) },
    }
    const outcomes = {}
    for (const [name, value] of Object.entries(values)) {
      outcomes[name] = await element.load(value).then(() => 'shown', error =>
        error instanceof Error && error.cause === 'story' && error.problems?.every(({ path, message }) => typeof path === 'string' && message)
          ? 'refused'
          : `${error?.name}: ${error?.message}`)
    }
    return { outcomes, polluted: {}.version ?? Object.prototype.version }
  }, ferry())
  for (const [name, outcome] of Object.entries(outcomes.outcomes)) assert.equal(outcome, 'refused', name)
  assert.equal(outcomes.polluted, undefined)
  await r.switchTo('security')
  await r.go('timeline')
  assert.match(await r.view('timeline').innerText(), /H20/)
  assert.equal(await load(r, ferry()), 'shown', 'a good story still fits')
})

test('words of a story are words: nothing in them runs, links or asks', async t => {
  const evil = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="javascript:window.ran=1">x</a>${window.ran=1}</style>'
  const story = ferry(story => {
    const words = value => {
      for (const [name, part] of Object.entries(value)) {
        if (typeof part === 'object') words(part)
        else if (['title', 'name', 'asks', 'standfirst', 'role', 'label', 'coder', 'cue'].includes(name)) value[name] = evil
      }
    }
    story.language = evil
    story.text = evil
    story.coding = { coder: evil, date: evil, version: evil, codebook: 'javascript:window.ran=1', method: evil, contact: 'javascript:window.ran=1' }
    story.events = [{ id: 'sails', what: evil, who: ['ana-ruiz'], frames: ['toll'], datings: [{ from: '2025-07', printed: evil, basis: evil, sources: ['100:1'] }] }]
    story.questions = [{ id: 'asked', asks: evil, frames: ['sea'], positions: [{ holds: evil, other: evil, text: evil }] }]
    story.rules = [{ number: evil, name: evil, text: evil }]
    const [block] = story.documents[0].blocks
    block.text += evil
    block.code = { frames: ['sea'], notes: { sea: { text: evil } }, reasons: { hand: evil, rules: [evil] } }
    words(story)
  })
  const page = await visit(t)
  const r = reader(page)
  const asked = []
  // The icon of the page is asked for by the browser, again at every address.
  page.on('request', request => request.url().endsWith('/icon.svg') || asked.push(request.url()))
  assert.equal(await load(r, story), 'shown')
  for (const path of [...VIEWS, 'overview']) await r.go(path)
  await r.root.evaluate(element => (element.document = '100'))
  await r.names.first().waitFor()
  await r.names.first().evaluate(name => name.click())
  await r.card.waitFor()
  await page.keyboard.press('Escape')
  await r.numbers.first().evaluate(number => number.click())
  await r.why.waitFor()
  const made = await r.root.evaluate(element => ({
    ran: window.ran,
    elements: element.shadowRoot.querySelectorAll('img, script, style, iframe, object, embed, form, base, meta').length,
    handlers: [...element.shadowRoot.querySelectorAll('*')].filter(made => [...made.attributes].some(({ name }) => name.startsWith('on'))).length,
    links: [...element.shadowRoot.querySelectorAll('[href], [src], [action]')].map(made => made.getAttribute('href') ?? 'src').filter(link => !link.startsWith('#')),
  }))
  assert.deepEqual(made, { ran: undefined, elements: 0, handlers: 0, links: [] })
  assert.deepEqual(asked.filter(address => !/framing-reader-views/.test(address)), [])
})

test('the attribute `story` names a script, JSON or a packed story; changing and removing it changes the story', async t => {
  const data = `<script type="application/json" id="ferry">${JSON.stringify(ferry())}</script>`
  const page = await host('document="100" story="#ferry"', html => html.replace('</body>', `${data}</body>`))
  const pages = { '/guest.html': page, '/other.json': JSON.stringify(ferry(story => (story.title = 'Another ferry'))), '/packed': await packed() }
  const server = await serve({ pages })
  const r = reader(await visit(t, { server, path: '/guest.html' }))
  assert.equal(await r.paragraphs.count(), 2, 'at the start')
  const shows = words => r.page.waitForFunction(words => document.querySelector('framing-reader').shadowRoot.textContent.includes(words), words)
  const name = value => r.root.evaluate((element, value) => (element.story = value), value)
  await name('/other.json')
  await shows('Another ferry')
  await name('/packed')
  await shows('H20')
  await name('#ferry')
  await shows('The ferry')
  await name(null)
  await shows('H20')
  await r.go('timeline')
  assert.match(await r.view('timeline').innerText(), /H20/, 'with its record')
  assert.deepEqual(await events(r), [])
})

test('an attribute `story` that leads nowhere is told, and the story stays', async t => {
  const server = await serve({ pages: { '/guest.html': await host('document="000"'), '/broken.json': '{', '/bad.json': JSON.stringify(ferry(story => (story.title = 1))) } })
  const r = reader(await visit(t, { server, path: '/guest.html', tolerate: /the story stays|status of 404|404/ }))
  const before = await r.paragraphs.count()
  for (const [name, cause] of [
    ['https://example.org/story.json', 'story'],
    ['//example.org/story.json', 'story'],
    ['data:application/json,{}', 'story'],
    ['javascript:alert(1)', 'story'],
    ['http://[', 'story'],
    ['#nowhere', 'story'],
    ['/nowhere.json', 'network'],
    ['/broken.json', 'story'],
    ['/index.html', 'story'],
    ['/bad.json', 'story'],
  ]) {
    const count = (await events(r)).length
    await r.root.evaluate((element, name) => (element.story = name), name)
    await r.page.waitForFunction(count => probe.events.filter(({ name }) => name === 'error').length > count, count)
    const detail = (await events(r)).at(-1)
    assert.equal(detail.cause, cause, name)
    assert.ok(detail.reason && detail.hint, name)
    assert.equal(await r.paragraphs.count(), before, name)
  }
  assert.deepEqual((await events(r)).at(-1).problems.map(({ path }) => path), ['title'])
  await r.switchTo('security')
})

test('with a bad story at the start the plain article stays, until a good one is named', async t => {
  const server = await serve({ pages: { '/guest.html': await host('story="/nowhere.json"'), '/ferry.json': JSON.stringify(ferry()) } })
  const r = reader(await visit(t, { server, path: '/guest.html', ready: false, tolerate: /plain article stays|404/ }))
  await r.page.waitForFunction(() => probe.events.some(({ name }) => name === 'error'))
  assert.equal((await events(r))[0].cause, 'network')
  assert.ok(await r.root.evaluate(element => element.innerText.length > 5_000), 'the article can be read')
  await r.root.evaluate(element => (element.story = '/ferry.json'))
  await r.choices.first().waitFor()
  assert.match(await r.root.evaluate(element => element.shadowRoot.textContent), /The ferry/)
})

test('of two stories asked for, the last wins, whichever comes first', async t => {
  const server = await serve({ hold: /slow\.json$/, pages: { '/guest.html': await host(''), '/slow.json': JSON.stringify(ferry(story => (story.title = 'Too late'))), '/fast.json': JSON.stringify(ferry()) } })
  const r = reader(await visit(t, { server, path: '/guest.html' }))
  const outcome = await r.root.evaluate(async (element, story) => {
    element.story = '/slow.json'
    element.story = '/fast.json'
    const one = element.load(story).catch(({ name }) => name)
    const other = element.load({ ...story, title: 'The last' })
    await other
    return one
  }, ferry())
  assert.equal(outcome, 'AbortError')
  server.release()
  await r.page.waitForTimeout(300)
  assert.equal(await title(r), 'The last')
  assert.deepEqual(await events(r), [])
})

test('a story may be handed over before the element is on the page, and stays when it is moved', async t => {
  const page = await visit(t)
  const shown = await page.evaluate(async story => {
    const element = document.createElement('framing-reader')
    await element.load(story)
    const ready = new Promise(done => element.addEventListener('framing-reader:ready', done))
    document.body.prepend(element)
    await ready
    await new Promise(done => setTimeout(done, 50))
    const first = element.shadowRoot.textContent.includes('The ferry')
    element.remove()
    await new Promise(done => setTimeout(done, 50))
    document.body.append(element)
    await new Promise(done => element.addEventListener('framing-reader:ready', done))
    await new Promise(done => setTimeout(done, 50))
    return [first, element.shadowRoot.textContent.includes('The ferry'), (await element.annotations()).length > 5]
  }, ferry())
  assert.deepEqual(shown, [true, true, true])
})

test('annotations are plain objects: hand and engine, with positions in the file', async t => {
  const r = reader(await visit(t))
  const all = await r.root.evaluate(element => element.annotations())
  const text = [...(await readFile(new URL('../../seeds/000.txt', import.meta.url), 'utf8'))]
  const kinds = new Set()
  for (const { type, motivation, creator, body, target } of all.filter(({ target }) => target.source === '000.txt')) {
    const [quote, place] = target.selector
    assert.equal(type, 'Annotation')
    assert.equal(text.slice(place.start, place.end).join(''), quote.exact)
    assert.equal(text.slice(Math.max(0, place.start - 32), place.start).join(''), quote.prefix)
    kinds.add(`${motivation} ${body.type}${creator ? ' by hand' : ''}`)
  }
  assert.deepEqual([...kinds].sort(), ['classifying Block', 'classifying Frame', 'classifying Frame by hand', 'describing Quotation', 'identifying Mention'])
})

test('annotations of a story without files count in its blocks, line by line', async t => {
  const r = reader(await visit(t))
  await load(r, ferry())
  const all = await r.root.evaluate(element => element.annotations())
  const text = [...ferry().documents[0].blocks.map(({ text }) => text).join('\n')]
  for (const { target } of all) {
    const [quote, place] = target.selector
    assert.equal(target.source, '100')
    assert.equal(text.slice(place.start, place.end).join(''), quote.exact)
  }
  const [quotation] = all.filter(({ body }) => body.type === 'Quotation')
  assert.deepEqual(quotation.body, { type: 'Quotation', value: 'ana-ruiz', cue: 'said', certainty: 'certain' })
  assert.deepEqual(all.filter(({ creator }) => creator).map(({ creator, body }) => [creator.name, body.value]), [['the harbor desk', 'toll']])
})

test('the story that the build wrote beside the page is the one it shows', async t => {
  const r = reader(await visit(t))
  const before = await r.root.evaluate(async element => {
    const before = JSON.stringify(await element.annotations())
    await element.load(await (await fetch('/story.json')).json())
    return before === JSON.stringify(await element.annotations())
  })
  assert.ok(before)
  await r.go('timeline')
  assert.match(await r.view('timeline').innerText(), /H20/)
})
