// Paper: an article under either framing or both, read from the PDF that a browser makes of it. Poppler takes text and pictures out.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { FRAMINGS, VIEWS, at, reader } from './support/reader.mjs'
import { documents } from './support/story.mjs'

const visit = withChromium(at('002'))
const story = await documents()
const run = promisify(execFile)

/** What the page offers to print with, and the framings whose marks are then on paper. */
const PRINTS = { 'print 0': ['f0'], 'print 1': ['f1'], 'print both': ['f0', 'f1'] }
/** Dots an inch at which a page is looked at: marks are a point thick and more, which is over half a dot. */
const DOTS = 60
/** How far the channels of a gray pixel may lie apart, of 255: rounding. */
const GRAY = 6

/** What controls say, and no article. */
const CONTROLS = ['Reading options', 'Print with the marks of', 'Cards open', 'As the site', 'Overview', 'Contested questions', 'Who gets to speak',
  'How this was coded', 'Find', 'paragraphs', 'Another edition', 'Copy link', 'All results']

/** Words without their blanks: where lines are broken is not what is compared. */
const solid = words => words.normalize('NFKC').replace(/\s+|\u00ad/g, '')

/** The PDF of the page as it stands: its text a page, and its pages as pixels. */
async function printed(t, page) {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'paper.pdf')
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await run('pdftotext', [file, join(folder, 'paper.txt')])
  const pages = (await readFile(join(folder, 'paper.txt'), 'utf8')).split('\f').slice(0, -1)
  return {
    pages,
    text: pages.join('\n'),
    async pictures() {
      await run('pdftoppm', ['-r', String(DOTS), file, join(folder, 'paper')])
      const digits = String(pages.length).length
      return Promise.all(pages.map((_, index) => readFile(join(folder, `paper-${String(index + 1).padStart(digits, '0')}.ppm`))))
    },
  }
}

/** The pixels of a binary PPM as red, green, blue, red, … */
function pixels(ppm) {
  const [head] = ppm.toString('latin1', 0, 40).match(/^P6\s+\d+\s+\d+\s+255\s/)
  return ppm.subarray(head.length)
}

/** The greatest distance between the channels of a pixel, and the share of pixels that are not paper. */
function colors(ppm) {
  const all = pixels(ppm)
  let [apart, inked] = [0, 0]
  for (let i = 0; i < all.length; i += 3) {
    const [least, most] = [Math.min(all[i], all[i + 1], all[i + 2]), Math.max(all[i], all[i + 1], all[i + 2])]
    apart = Math.max(apart, most - least)
    if (most < 200) inked++
  }
  return { apart, inked: inked / (all.length / 3) }
}

/** Presses one of the buttons that print, with a printer that only notes that it was asked. */
async function print(r, intent) {
  await r.page.evaluate(() => (window.print = () => (window.asked = (window.asked ?? 0) + 1)))
  await r.control(intent).click()
  assert.equal(await r.page.evaluate(() => window.asked), 1)
}

for (const [intent, framings] of Object.entries(PRINTS)) {
  test(`${intent}: the article is on paper with its words, numbered notes, sources and page numbers, and no controls`, async t => {
    const r = reader(await visit(t))
    // What a paragraph is on paper: its words, each name followed by the number of its note.
    const blocks = await r.root.locator('.block .text').evaluateAll(all => all.map(text => {
      const copy = text.cloneNode(true)
      for (const added of copy.querySelectorAll('.unseen')) added.remove()
      for (const number of copy.querySelectorAll('sup')) number.textContent = number.dataset.note
      return copy.textContent
    }))
    const notes = await r.root.locator('.cast ol > li b').allTextContents()
    const cited = await r.root.locator('.cast ul > li').allTextContents()
    const standfirsts = await r.standfirsts.locator('.sentences').allTextContents()
    const head = await r.root.locator('.head h3, .title').allTextContents()
    await print(r, intent)
    const { pages, text } = await printed(t, r.page)

    const paper = solid(text.replace(/^\d+ \/ \d+$/gm, ''))
    const has = (words, what) => assert.ok(paper.includes(solid(words)), `${what}: ${words}`)
    for (const words of head) has(words, 'a title')
    standfirsts.forEach((words, index) => assert.equal(paper.includes(solid(words)), framings.includes(`f${index}`), `the standfirst: ${words}`))
    assert.equal(blocks.length, story.find(({ id }) => id === '002').blocks.length)
    // A paragraph may go on over a page, where the number of the page stands between its words: this was taken out above.
    for (const words of blocks) has(words, 'a paragraph')
    assert.ok(notes.length > 10)
    notes.forEach((name, index) => has(`${index + 1}.${name}`, 'a numbered note'))
    for (const words of cited) has(words, 'a source')
    pages.forEach((words, index) => assert.match(words, new RegExp(`^${index + 1} / ${pages.length}$`, 'm'), 'a page number'))
    assert.ok(pages.length >= 3)
    for (const words of CONTROLS.filter(words => words !== 'paragraphs' && words !== 'Another edition')) {
      assert.ok(!text.includes(words), `no control: ${words}`)
    }
    assert.ok(!/\d+ of \d+ paragraphs/.test(text), 'nor the count beside the switch')
  })

  test(`${intent}: the marks are on paper by the style of their lines, in black and white`, async t => {
    const r = reader(await visit(t, { colorScheme: 'dark' }))
    await print(r, intent)
    await r.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    // The lines at the left of a paragraph, from the outermost to the innermost.
    const rules = await r.blocks.evaluateAll(all => all.map(block => {
      const lines = [block, block.querySelector('.text')].map(element => getComputedStyle(element).borderInlineStartStyle)
      return [block.dataset.frames ?? '', lines.filter(line => line !== 'none').join(' ')]
    }))
    const [one, two, dots] = ['solid', 'double', 'dotted']
    const expected = framings.length === 2
      ? { f0: one, f1: two, 'f0 f1': `${one} ${two}`, '': '' }
      : framings[0] === 'f0' ? { f0: one, f1: dots, 'f0 f1': one, '': '' } : { f0: dots, f1: two, 'f0 f1': two, '': '' }
    for (const [frames, lines] of rules) assert.equal(lines, expected[frames], `coded "${frames}"`)

    const marks = await r.root.locator('.block mark').evaluateAll(all => all.map(mark => {
      const { textDecorationLine, textDecorationStyle, borderBottomStyle } = getComputedStyle(mark)
      return [mark.dataset.frames, textDecorationLine === 'underline' ? textDecorationStyle : 'none', borderBottomStyle]
    }))
    assert.ok(marks.length > 20)
    for (const [frames, underline, border] of marks) {
      const shown = framings.filter(framing => frames.includes(framing))
      const looks = [underline, border].filter(line => line !== 'none').sort().join(' ')
      assert.equal(looks, shown.map(framing => (framing === 'f0' ? one : two)).sort().join(' '), `evidence of ${frames}`)
    }

    const { pages, pictures } = await printed(t, r.page)
    for (const [index, picture] of (await pictures()).entries()) {
      const { apart, inked } = colors(picture)
      assert.ok(apart <= GRAY, `page ${index + 1} of ${pages.length} has a color: ${apart}`)
      assert.ok(inked < 0.25, `and is no dark page: ${inked}`)
    }
  })
}

test('printing leaves the view as it was', async t => {
  const r = reader(await visit(t))
  await r.switchTo('security')
  for (const intent of Object.keys(PRINTS)) {
    await print(r, intent)
    await r.page.pdf()
    await r.page.evaluate(() => ((window.asked = 0), dispatchEvent(new Event('afterprint'))))
    assert.equal((await r.standfirsts.locator('visible=true').allTextContents()).length, 1)
    assert.equal(await r.choice('security').getAttribute('aria-pressed'), 'true')
  }
})

test('what the browser prints by itself carries the framing that is on', async t => {
  const r = reader(await visit(t))
  for (const [index, framing] of FRAMINGS.entries()) {
    await r.switchTo(framing)
    const standfirsts = await r.standfirsts.locator('.sentences').allTextContents()
    const { text } = await printed(t, r.page)
    standfirsts.forEach((words, at) => assert.equal(solid(text).includes(solid(words)), at === index))
  }
})

test('overview and views print too: their words, sharp pictures, no controls', async t => {
  for (const name of ['overview', ...VIEWS.filter(name => name !== 'find')]) {
    const r = reader(await visit(t, { path: at(name) }))
    await r.drawn(name)
    const heading = name === 'overview' ? 'The long report' : await r.view(name).locator('h2').first().innerText()
    await r.page.emulateMedia({ media: 'print' })
    assert.ok(!(await r.choice('security').isVisible()) && !(await r.way('find').isVisible()), name)
    const { text, pictures } = await printed(t, r.page)
    assert.ok(solid(text).includes(solid(heading)), `${name}: ${heading}`)
    for (const picture of await pictures()) assert.ok(colors(picture).apart <= GRAY, `${name} is printed in black and white: ${colors(picture).apart}`)
  }
})
