// The page that hands out the snippet, and what stands in the heads of pages for other programs.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { reader } from './support/reader.mjs'
import { SITE, serve } from './support/server.mjs'

const visit = withChromium('/snippet.html')
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const lines = page => page.locator('#code').textContent()
const way = (page, name) => page.locator(`input[name="way"][value="${name}"]`).check()
const choose = (page, name, value) => page.locator(`select[name="${name}"]`).selectOption(value)

test('the reader’s page leads to it', async t => {
  const page = await visit(t, { path: '/' })
  await page.getByRole('link', { name: 'Put it on a page of yours' }).click()
  await page.waitForURL('**/snippet.html')
})

test('every option is shown at once, in the lines and in the reader', async t => {
  const page = await visit(t)
  const r = reader(page)
  assert.match(await lines(page), /^<script type="module" src="http[^"]+\/framing-reader\.js"><\/script>\n<framing-reader>\n/)
  await choose(page, 'framing', 'security')
  await page.locator('[data-do="toggle 1"][aria-pressed="true"]').waitFor()
  await choose(page, 'document', '003')
  await r.line(3).first().waitFor()
  await choose(page, 'cards', 'off')
  await page.waitForFunction(() => document.querySelector('framing-reader').cards === 'off')
  await choose(page, 'theme', 'dark')
  await r.root.locator('.root[data-theme="dark"]').waitFor()
  await page.locator('input[name="hash"]').fill('story')
  assert.match(await lines(page), /<framing-reader framing="security" document="003" theme="dark" cards="off" hash="story">/)
  await choose(page, 'document', '')
  await r.overview.waitFor()
  await choose(page, 'framing', '')
  await page.locator('[data-do="toggle 1"][aria-pressed="false"]').waitFor()
  assert.match(await lines(page), /<framing-reader theme="dark" cards="off" hash="story">/)
  await page.locator('input[name="hash"]').fill('"><b>')
  assert.doesNotMatch(await lines(page), /hash/, 'a prefix that is none is left out')
})

test('the lines of every way in work as they are', async t => {
  const page = await visit(t)
  await choose(page, 'framing', 'bargaining')
  for (const name of ['module', 'classic']) {
    await way(page, name)
    const html = `<!doctype html><html lang="en"><title>A page</title>${await lines(page)}`
    const origin = new URL(page.url()).origin
    const server = await serve({ pages: { '/pasted.html': html.replaceAll(origin, ''), '/favicon.ico': '' } })
    const pasted = await visit(t, { server, path: '/pasted.html' })
    await pasted.locator('[data-do="toggle 0"][aria-pressed="true"]').waitFor()
  }
  await way(page, 'frame')
  const [, address] = (await lines(page)).match(/^<iframe src="([^"]+)" title="[^"<]+" width="100%"/)
  const frame = await visit(t, { path: new URL(address).pathname + new URL(address).search })
  await frame.locator('[data-do="toggle 0"][aria-pressed="true"]').waitFor()
  assert.ok(await page.locator('input[name="hash"]').isDisabled(), 'a frame has its own address')
  await way(page, 'npm')
  assert.match(await lines(page), /npm install .*\n\nimport 'framing-reader'\n\n<framing-reader framing="bargaining">/)
})

test('the lines are copied, or selected where that is refused', async t => {
  const page = await visit(t, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await lines(page))
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))))
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('status').filter({ hasText: 'selected' }).waitFor()
  assert.equal(await page.evaluate(() => String(getSelection()).trim()), (await lines(page)).trim())
})

test('by keyboard alone', async t => {
  const page = await visit(t)
  await page.locator('input[name="way"]:checked').focus()
  await page.keyboard.press('ArrowDown')
  assert.match(await lines(page), /classic/)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.name), 'framing')
  await page.keyboard.press('ArrowDown')
  assert.match(await lines(page), /framing="/)
})

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark'], [360, 'light']]) {
  test(`${width} pixels wide, ${colorScheme}: nothing sticks out, and axe-core finds nothing`, async t => {
    const page = await visit(t, { viewport: { width, height: 800 }, colorScheme })
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no scrolling sideways')
    await page.evaluate(axe)
    const found = await page.evaluate(() => axe.run({ exclude: [['framing-reader']] }))
    assert.deepEqual(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`), [])
  })
}

for (const path of ['/', '/frame.html']) {
  test(`linked data on ${path} is a data block that no policy refuses, and mentions the actors`, async t => {
    const page = await visit(t, { path })
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
    assert.equal(blocks.length, 1)
    const data = JSON.parse(blocks[0])
    assert.equal(data['@type'], 'Article')
    assert.ok(data.mentions.length > 30)
    const types = new Set(data.mentions.map(mention => mention['@type']))
    for (const type of types) assert.match(type, /^(Person|Corporation|GovernmentOrganization|NewsMediaOrganization|Organization)$/)
    assert.deepEqual(data.mentions.find(({ name }) => name === 'Scott Bessent'), { '@type': 'Person', name: 'Scott Bessent' })
    assert.equal(data.isBasedOn.length, 5)
    const stated = data.isBasedOn.filter(work => work.name || work.publisher || work.datePublished || work.url)
    assert.deepEqual(stated.map(({ identifier }) => identifier), ['002'], 'only what a file states')
  })
}

test('previews: what needs no address is there, what needs one is not', async t => {
  const page = await visit(t, { path: '/' })
  const tags = await page.locator('meta[property^="og:"], meta[name^="twitter:"]').evaluateAll(all =>
    Object.fromEntries(all.map(tag => [tag.getAttribute('property') ?? tag.name, tag.content])))
  assert.deepEqual(Object.keys(tags).sort(), ['og:description', 'og:title', 'og:type', 'twitter:card'])
  assert.equal(await page.locator('link[type="application/json+oembed"]').count(), 0)
})

test('oEmbed: a rich answer with a frame', async () => {
  const answer = JSON.parse(await readFile(join(SITE, 'oembed.json'), 'utf8'))
  assert.equal(answer.version, '1.0')
  assert.equal(answer.type, 'rich')
  assert.ok(Number.isInteger(answer.width) && Number.isInteger(answer.height))
  assert.match(answer.html, /^<iframe src="frame\.html" title="[^"<]+"[^>]*><\/iframe>$/)
})

test('the picture for previews can be shown', async t => {
  const pages = { '/picture.html': '<!doctype html><title>A picture</title><img src="strips.png" alt="">', '/favicon.ico': '' }
  const page = await visit(t, { server: await serve({ pages }), path: '/picture.html', ready: false })
  const size = await page.evaluate(() => [document.images[0].naturalWidth, document.images[0].naturalHeight])
  assert.deepEqual(size, [1200, 630])
})

test('with a base every address is whole, and a hostile title stays a title', async t => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  t.after(() => rm(folder, { recursive: true }))
  const [story, site] = [join(folder, 'story'), join(folder, 'site')]
  await cp(join(root, 'seeds'), story, { recursive: true })
  const manifest = await readFile(join(story, 'story.toml'), 'utf8')
  const title = `</title></script><img src=x onerror="alert(1)">&'`
  await writeFile(join(story, 'story.toml'), manifest.replace(/^title = .*/m, `title = ${JSON.stringify(title)}`))
  const build = ['build', '--story', story, '--base', 'https://example.org/h20', '-o', site]
  const [program, options] = process.env.FRAMING_READER
    ? [process.env.FRAMING_READER, build]
    : ['cargo', ['run', '--quiet', '--release', '--locked', '--', ...build]]
  await promisify(execFile)(program, options, { cwd: root })

  const answer = JSON.parse(await readFile(join(site, 'oembed.json'), 'utf8'))
  assert.equal(answer.title, title)
  assert.match(answer.html, /^<iframe src="https:\/\/example\.org\/h20\/frame\.html" title="[^"<>]*" [^<>]*><\/iframe>$/)
  assert.equal(answer.provider_url, 'https://example.org/h20/')
  const server = await serve({ folder: site })
  const page = await visit(t, { server, path: '/' })
  assert.equal(await page.title(), title)
  assert.equal(await page.locator('img').count(), 0)
  assert.equal(JSON.parse(await page.locator('script[type="application/ld+json"]').textContent()).headline, title)
  const content = name => page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content')
  assert.equal(await content('og:title'), title)
  assert.equal(await content('og:url'), 'https://example.org/h20/')
  assert.equal(await content('og:image'), 'https://example.org/h20/strips.png')
  assert.equal(await content('twitter:card'), 'summary_large_image')
  const discovered = page.locator('link[rel="alternate"][type="application/json+oembed"]')
  assert.equal(await discovered.getAttribute('href'), 'https://example.org/h20/oembed.json')
})
