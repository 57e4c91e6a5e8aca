// The page for frames on other sites: its options, and its height as five kinds of hosts understand it. pym.js is the real
// one from npm; the other hosts are written after what each documents of its receiver, in their own words.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withChromium } from './support/chromium.mjs'
import { elsewhere } from './support/elsewhere.mjs'
import { NAMED, serve } from './support/server.mjs'

const visit = withChromium('/frame.html')
const SECRET = 'aB3xYz90Qr'

/** What a page of each host does with a message; each runs in that page, with `event` in sight. */
const RECEIVERS = {
  Datawrapper: `
    for (const [id, height] of Object.entries(event.data['datawrapper-height'] ?? {}))
      for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === event.source) frame.style.height = height + 'px'`,
  'Datawrapper, by the frame’s address': `
    for (const [id, height] of Object.entries(event.data['datawrapper-height'] ?? {})) {
      const frame = document.getElementById('datawrapper-chart-' + id) ?? document.querySelector("iframe[src*='" + id + "']")
      if (frame) frame.style.height = height + 'px'
    }`,
  AMP: `
    const { sentinel, type, height } = event.data
    if (sentinel === 'amp' && type === 'embed-size' && Number.isFinite(height)) document.querySelector('iframe').style.height = height + 'px'`,
  Medium: `
    let data
    try { data = JSON.parse(event.data) } catch { return }
    if (data.context === 'iframe.resize') for (const frame of document.querySelectorAll('iframe')) if (frame.src === data.src) frame.height = data.height`,
  WordPress: `
    const { secret, message, value } = event.data
    if (!secret || /[^a-zA-Z0-9]/.test(secret) || message !== 'height') return
    for (const frame of document.querySelectorAll('iframe[data-secret="' + secret + '"]'))
      if (frame.contentWindow === event.source) frame.height = Math.min(1000, Math.max(200, parseInt(value, 10)))`,
}

const STYLE = '<style>body { margin: 0 } iframe { width: 100%; border: 0 }</style>'
const hostPage = (receiver, frame) => `<!doctype html><html lang="en"><title>A host</title>${STYLE}
  <script>addEventListener('message', event => { ${receiver} })</script>
  <h1>Before</h1>${frame}<p>After</p>`
const frameOf = (site, { query = '', fragment = '', attributes = '' } = {}) =>
  `<iframe src="${site.origin}/frame.html${query}${fragment}" height="300" title="reader" ${attributes}></iframe>`

/** Opens a host with the frame in it. */
async function hosted(t, receiver, options = {}, context = {}) {
  const site = await serve(options.served)
  t.after(() => site.close())
  const frame = options.page ? '' : frameOf(site, options)
  const pages = { '/host.html': options.page?.(site) ?? hostPage(receiver, frame), ...options.files }
  const server = await elsewhere(pages)
  const tab = await visit(t, { server, path: '/host.html', ready: false, tolerate: new RegExp(`asked another host: ${site.origin}/`), ...context })
  const inside = tab.frameLocator('iframe')
  await inside.locator('framing-reader [data-do="toggle 1"]').waitFor()
  return { tab, inside, site, high: () => tab.locator('iframe').evaluate(frame => frame.getBoundingClientRect().height) }
}

/** Waits until the frame is as high as its content. */
async function settled({ inside, high }, check = (frame, content) => Math.abs(frame - content) <= 1) {
  let seen
  for (let round = 0; round < 40; round++) {
    const content = await inside.locator('body').evaluate(body => Math.max(480, Math.ceil(body.getBoundingClientRect().height)))
    seen = [await high(), content]
    if (check(...seen)) {
      await pause(150)
      if ((await high()) === seen[0]) return seen[0]
    }
    await pause(100)
  }
  assert.fail(`the frame is ${seen[0]} high, its content ${seen[1]}`)
}

for (const [host, receiver] of Object.entries(RECEIVERS).filter(([host]) => host !== 'WordPress')) {
  test(`${host}: the frame grows and shrinks with what is shown`, async t => {
    const h = await hosted(t, receiver, { query: host.includes('address') ? '' : '?id=h20' })
    const overview = await settled(h)
    await h.inside.locator('.ways [data-go="000"], .overview .called[data-go="000"]').first().click()
    await h.inside.locator('.article').waitFor()
    const article = await settled(h)
    assert.ok(article > overview, `${article} for an article, ${overview} for the overview`)
    await h.inside.locator('.ways [data-go="overview"]').click()
    assert.equal(await settled(h), overview, 'as high as before')
  })
}

test('WordPress: a sandboxed frame, known by its secret alone, within the heights it allows', async t => {
  const options = { served: { policy: NAMED }, query: '?document=000', fragment: `#?secret=${SECRET}`, attributes: `data-secret="${SECRET}" sandbox="allow-scripts" security="restricted"` }
  const h = await hosted(t, RECEIVERS.WordPress, options)
  assert.equal(await settled(h, (frame, content) => frame === Math.min(1000, content)), 1000)
  assert.equal(await h.inside.locator('body').evaluate(() => origin), 'null')
})

test('WordPress: without the secret the frame says nothing to it', async t => {
  const h = await hosted(t, `if (event.data.message === 'height') document.title = 'told'`)
  await pause(300)
  assert.equal(await h.tab.title(), 'A host')
})

test('pym.js: the real parent', async t => {
  const pym = await readFile(createRequire(import.meta.url).resolve('pym.js/dist/pym.v1.min.js'), 'utf8')
  const page = site => `<!doctype html><html lang="en"><title>A host</title>${STYLE}<div id="here"></div><p>After</p><script src="/pym.js"></script>
    <script>new pym.Parent('here', '${site.origin}/frame.html?document=003', {})</script>`
  const h = await hosted(t, '', { page, files: { '/pym.js': pym } })
  const article = await settled(h)
  await h.tab.setViewportSize({ width: 500, height: 800 })
  const narrow = await settled(h)
  assert.ok(narrow > article, 'a narrow column is longer')
  await h.tab.setViewportSize({ width: 1280, height: 800 })
  assert.equal(await settled(h), article)
})

test('no height leads to another: a host that adds to every height ends nowhere else', async t => {
  const adding = `const height = event.data['datawrapper-height']
    if (height) { window.heights = [...window.heights ?? [], ...Object.values(height)]; document.querySelector('iframe').style.height = Object.values(height)[0] + 50 + 'px' }`
  const h = await hosted(t, adding, { query: '?document=003' })
  await pause(1500)
  const heights = await h.tab.evaluate(() => window.heights)
  await pause(700)
  assert.equal((await h.tab.evaluate(() => window.heights)).length, heights.length, `still telling after a while: ${heights}`)
  assert.ok(heights.length < 20, `told ${heights}`)
})

test('the host hears no height of the plain article before the reader stands, and hears it where the reader cannot', async t => {
  const noting = `const height = event.data['datawrapper-height']
    if (height) window.heights = [...window.heights ?? [], ...Object.values(height)]`
  const h = await hosted(t, noting, { query: '?document=003' })
  await h.tab.waitForFunction(() => window.heights)
  await pause(500)
  const heights = await h.tab.evaluate(() => window.heights)
  const drawn = await h.inside.locator('body').evaluate(body => Math.ceil(body.getBoundingClientRect().height))
  assert.ok(Math.max(...heights) <= drawn + 1, `told ${heights}, drawn ${drawn}`)

  const site = await serve({ refuse: /framing-reader\.js$/ })
  t.after(() => site.close())
  const server = await elsewhere({ '/host.html': hostPage(noting, frameOf(site)) })
  const tab = await visit(t, { server, path: '/host.html', ready: false, tolerate: /asked another host|status of 404|MIME type/ })
  await tab.waitForFunction(() => window.heights?.at(-1) > 2000)
})

test('options come by query and by fragment, and a new fragment changes them', async t => {
  const h = await hosted(t, RECEIVERS.Datawrapper, { query: '?document=003&theme=dark&cards=off', fragment: '#framing=security' })
  await h.inside.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
  const state = await h.inside.locator('framing-reader').evaluate(({ document, theme, cards, framing }) => ({ document, theme, cards, framing }))
  assert.deepEqual(state, { document: '003', theme: 'dark', cards: 'off', framing: 'security' })
  await h.tab.locator('iframe').evaluate(frame => (frame.src = frame.src.replace('#framing=security', '#framing=bargaining')))
  await h.inside.locator('[data-do="toggle 0"][aria-pressed="true"]').waitFor()
})

test('hostile options do nothing', async t => {
  const h = await hosted(t, '', { query: '?framing=%3Cb%3E&document=__proto__&theme=constructor&cards=%22&childId=%22%27&id=__proto__', fragment: '#?secret=%3Cscript%3E' })
  assert.equal(await h.inside.locator('framing-reader').evaluate(({ framing }) => framing), 'none')
})

/** What of an element a person in front of the host sees. */
const inSight = (tab, element) => element.boundingBox().then(box => {
  const { height } = tab.viewportSize()
  return { top: box.y, bottom: box.y + box.height, height }
})

test('in a frame as high as its content, the switch stays in view and the card opens where it can be seen', async t => {
  const h = await hosted(t, RECEIVERS.Datawrapper, { query: '?document=000' })
  await settled(h)
  const name = h.inside.locator('[data-kind="para"] [data-name]').nth(40)
  await name.evaluate(name => name.scrollIntoView({ block: 'center' }))
  await pause(500)
  const choice = await inSight(h.tab, h.inside.locator('[data-do="toggle 1"]'))
  assert.ok(choice.top >= 0 && choice.bottom <= choice.height, `the switch is at ${choice.top} to ${choice.bottom}`)
  // Near the lower edge of the window, where there is no room under the name.
  const { y } = await name.boundingBox()
  await h.tab.evaluate(by => scrollBy(0, by), y - 700)
  await pause(500)
  await name.click()
  const card = h.inside.locator('.card[role="dialog"]')
  await card.waitFor()
  const seen = await inSight(h.tab, card)
  assert.ok(seen.top >= 0 && seen.bottom <= seen.height + 1, `the card is at ${seen.top} to ${seen.bottom} of ${seen.height}`)
})

test('in a frame as high as its content, a jump to a line brings the line into view', async t => {
  const h = await hosted(t, RECEIVERS.Datawrapper, { query: '?document=000' })
  await settled(h)
  const last = h.inside.locator('[data-kind="para"]').last()
  const tick = h.inside.locator('[data-tick]').last()
  // The strip follows the window, and Firefox's driver, which scrolls to what it clicks, chases it. WebKit scrolls for real presses only.
  await (process.env.ENGINE === 'firefox' ? tick.evaluate(tick => tick.click()) : tick.click())
  let line
  for (let tries = 0; tries < 20 && !(line?.top >= 0 && line.top < line.height); tries++) {
    await pause(150)
    line = await inSight(h.tab, last)
  }
  // What sticks follows.
  await pause(300)
  line = await inSight(h.tab, last)
  assert.ok(line.top >= 0 && line.top < line.height, `the line is at ${line.top} to ${line.bottom} of ${line.height}`)
  const choice = await inSight(h.tab, h.inside.locator('[data-do="toggle 1"]'))
  assert.ok(choice.bottom <= line.top + 1, `the switch, down to ${choice.bottom}, covers the line at ${line.top}`)
})

test('on a phone the sheet and the reasons of a line open at the lower edge of what is in sight', async t => {
  const h = await hosted(t, RECEIVERS.Datawrapper, { query: '?document=000' }, { viewport: { width: 390, height: 750 }, hasTouch: true })
  await settled(h)
  const name = h.inside.locator('[data-kind="para"] [data-name]').nth(40)
  await name.evaluate(name => name.scrollIntoView({ block: 'center' }))
  await pause(500)
  await name.tap()
  const card = h.inside.locator('.card[role="dialog"]')
  await card.waitFor()
  await pause(200)
  const seen = await inSight(h.tab, card)
  assert.ok(seen.top >= 0 && Math.abs(seen.bottom - seen.height) <= 8, `the sheet is at ${seen.top} to ${seen.bottom} of ${seen.height}`)

  await h.tab.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await h.inside.locator('.block[data-kind="para"]:has([data-name="40"]) .number').evaluate(number => number.click())
  const reasons = h.inside.locator('.why')
  await reasons.locator('h2, h3, h4').first().waitFor()
  await pause(200)
  const open = await inSight(h.tab, reasons)
  assert.ok(open.top >= 0 && Math.abs(open.bottom - open.height) <= 8, `the reasons are at ${open.top} to ${open.bottom} of ${open.height}`)
})

test('a small frame that its host leaves as it is scrolls, and cuts no card off', async t => {
  const h = await hosted(t, '', { query: '?document=000', attributes: 'style="height: 420px"' })
  const name = h.inside.locator('[data-kind="para"] [data-name]').nth(5)
  await name.evaluate(name => name.scrollIntoView({ block: 'center' }))
  await pause(400)
  await name.click()
  const box = await h.inside.locator('.card[role="dialog"]').boundingBox()
  const frame = await h.tab.locator('iframe').boundingBox()
  assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height, `the card is at ${box.y}, ${box.height} high`)
})

test('the page by itself is the reader too', async t => {
  const page = await visit(t, { path: '/frame.html?framing=security' })
  await page.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
})
