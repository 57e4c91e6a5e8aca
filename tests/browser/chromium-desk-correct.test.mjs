// What the engine got wrong is corrected by hand: who is named, who is quoted, which frames a paragraph has, notes beside it. Each correction
// says what the engine says, can be taken back, and stays with its words: over a reload, in a text that was saved anew, in the story that
// is read and in the folder that is saved.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { HARBOR, HARBOR_ACTORS, elsewhere, folderFile, kept, paste, saved } from './support/desk.mjs'

const run = promisify(execFile)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const PROGRAM = process.env.FRAMING_READER ?? new URL('../../target/release/framing-reader', import.meta.url).pathname

const visit = withChromium('/desk.html')
/** Lines of the article that are corrected. */
const [BOARD, QUOTED, CHIP, GUARD] = [4, 5, 6, 7]

/** The article with its actors, and what was found in it. */
async function open(t, options) {
  const page = await visit(t, { ready: false, ...options })
  await paste(page, HARBOR)
  await kept(page)
  await elsewhere(page, { 'actors.toml': HARBOR_ACTORS })
  await page.locator('.actors > li').nth(2).waitFor()
  await page.locator('.articles [data-do=show]').click()
  // The actors are looked for in what was read already.
  await page.locator('.found mark.names').first().waitFor()
  return page
}

const line = (page, number) => page.locator('.found .line').nth(number - 1)
const parts = (page, number) => line(page, number).locator('.correct')
async function correct(page, number) {
  await page.getByRole('button', { name: `Correct line ${number}`, exact: true }).click()
  await parts(page, number).locator('.anew').waitFor()
  return parts(page, number)
}
const note = (page, number, text) => line(page, number).locator('.notes').getByText(text).waitFor()
const list = (page, text) => page.locator('.by-hand').getByText(text).first().waitFor()
const noList = page => page.locator('.by-hand').waitFor({ state: 'hidden' })
const undo = page => page.getByRole('button', { name: 'Undo' }).click()
const entries = async (page, name) => ((await folderFile(page, '001.toml')) ?? '').split(`[[${name}]]`).length - 1

/** Waits until the file says something, or nothing any more. */
async function says(page, pattern) {
  for (let tries = 0; tries < 50; tries++) {
    const text = (await folderFile(page, '001.toml')) ?? ''
    if (pattern ? pattern.test(text) : !text) return text
    await page.waitForTimeout(50)
  }
  assert.match((await folderFile(page, '001.toml')) ?? '', pattern ?? /^$/)
}

/** Selects words of a line as a finger or a mouse does. */
const select = (page, number, words) => page.evaluate(([number, words]) => {
  const line = document.querySelectorAll('.found .line .words')[number - 1]
  const at = line.textContent.indexOf(words)
  const point = offset => {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node, left = offset; (node = walk.nextNode()); left -= node.length) if (left <= node.length) return [node, left]
    return undefined
  }
  document.getSelection().setBaseAndExtent(...point(at), ...point(at + words.length))
}, [number, words])

/** The words of the story that the reader shows. */
async function read(page) {
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  // A reader that stood there before shows the story of before until this one is made.
  await page.waitForFunction(() => !document.querySelector('[data-do=read]').disabled)
  await page.locator('framing-reader[data-ready]').waitFor()
  return page.evaluate(() => document.querySelector('framing-reader').annotations())
}
const bodies = (annotations, type) => annotations.filter(({ body }) => body.type === type).map(({ body, target }) => [body.value, target.selector[0].exact])

test('a name is no name, another one’s, and as the engine has it again', async t => {
  const page = await open(t)
  const part = await correct(page, QUOTED)
  const whose = part.getByLabel('Whom “Tomas Lind” names')
  await whose.selectOption('none')
  await note(page, QUOTED, '“Tomas Lind”: nobody · by hand; the engine: Tomas Lind')
  await says(page, /\[\[mention\]\]\nline = 5\nexact = "Tomas Lind"\nprefix = ".*said "\nsuffix = ".*"\nactor = "none"/)
  await whose.selectOption('coast-guard')
  await note(page, QUOTED, '“Tomas Lind”: coast guard · by hand; the engine: Tomas Lind')
  await list(page, 'names coast guard')
  await says(page, /actor = "coast-guard"/)
  assert.equal(await entries(page, 'mention'), 1)
  assert.deepEqual(bodies(await read(page), 'Mention').filter(([, words]) => words === 'Tomas Lind'), [['coast-guard', 'Tomas Lind']])
  await undo(page)
  await note(page, QUOTED, '“Tomas Lind”: nobody · by hand')
  await whose.selectOption('')
  await noList(page)
  await says(page)
  assert.deepEqual(bodies(await read(page), 'Mention').filter(([, words]) => words === 'Tomas Lind'), [['tomas-lind', 'Tomas Lind']])
})

test('selected words are given a name, and words that are written are', async t => {
  const page = await open(t)
  await select(page, BOARD, 'its chairman')
  await page.getByRole('button', { name: 'Correct “its chairman”' }).click()
  const part = parts(page, BOARD)
  assert.equal(await part.getByLabel('Words of this line').inputValue(), 'its chairman')
  await part.getByLabel('They are').selectOption('mention tomas-lind')
  await part.getByRole('button', { name: 'Mark these words' }).click()
  await note(page, BOARD, '“its chairman”: Tomas Lind · by hand; the engine: nobody')

  const guard = await correct(page, GUARD)
  await guard.getByLabel('Words of this line').fill('its patrol ship')
  await guard.getByText('These words do not stand in this line.').waitFor()
  await guard.getByLabel('Words of this line').fill('the')
  await guard.getByLabel('Which of them').waitFor()
  await guard.getByLabel('Words of this line').fill('its patrol boats')
  await guard.getByLabel('They are').selectOption('mention coast-guard')
  await guard.getByRole('button', { name: 'Mark these words' }).click()
  await list(page, 'names coast guard')
  const named = bodies(await read(page), 'Mention')
  for (const [id, words] of [['tomas-lind', 'its chairman'], ['coast-guard', 'its patrol boats']]) assert.ok(named.some(([by, of]) => by === id && of === words), words)
  await undo(page)
  await undo(page)
  await noList(page)
})

test('a quotation is somebody else’s, nobody’s, none; words are made one', async t => {
  const page = await open(t)
  const part = await correct(page, QUOTED)
  const whose = part.getByLabel(/^Whose words “We gave up/)
  await whose.selectOption('coast-guard')
  await note(page, QUOTED, 'coast guard · by hand; the engine: Tomas Lind')
  await whose.selectOption('*')
  await part.getByLabel(/^Who says “We gave up/).fill('A member of the board')
  await note(page, QUOTED, 'a member of the board · by hand; the engine: Tomas Lind')
  await says(page, /speaker = "a-member-of-the-board"/)
  assert.deepEqual(bodies(await read(page), 'Quotation').map(([who]) => who), ['a-member-of-the-board'])
  await undo(page)
  await note(page, QUOTED, 'coast guard · by hand')
  await whose.selectOption('unknown')
  await note(page, QUOTED, 'nobody named · by hand; the engine: Tomas Lind')
  await whose.selectOption('none')
  await note(page, QUOTED, 'no quotation · by hand; the engine: Tomas Lind')
  assert.deepEqual(bodies(await read(page), 'Quotation'), [])

  await select(page, CHIP, 'bargaining chip in the talks')
  await page.getByRole('button', { name: /^Correct “bargaining chip/ }).click()
  await parts(page, CHIP).getByLabel('They are').selectOption('quotation *')
  await parts(page, CHIP).getByLabel('Who says it').fill('a member of the board')
  await parts(page, CHIP).getByRole('button', { name: 'Mark these words' }).click()
  await note(page, CHIP, 'a member of the board · by hand; the engine: no quotation')
  assert.deepEqual(bodies(await read(page), 'Quotation'), [['a-member-of-the-board', 'bargaining chip in the talks']])
  await page.locator('.by-hand').getByRole('button', { name: /^As the engine has it: bargaining chip/ }).click()
  await page.locator('.by-hand').getByRole('button', { name: /^As the engine has it: “We gave up/ }).click()
  await noList(page)
})

test('a paragraph’s frames are coded by hand with a reason, and the engine’s stand beside them', async t => {
  const page = await open(t)
  const part = await correct(page, CHIP)
  const frames = part.getByLabel('The paragraph speaks for')
  assert.equal(await frames.locator('option').first().textContent(), 'as the engine has it: Bargaining')
  await frames.selectOption({ label: 'Security' })
  await note(page, CHIP, 'frames: Security · by hand; the engine: Bargaining')
  await part.getByLabel('Why, in one sentence').pressSequentially('It is about “safety” \\ only')
  await says(page, /frames = \["security"\]\nreason = "It is about “safety” \\\\ only"/)
  const annotations = await read(page)
  assert.ok(annotations.some(({ body, creator }) => body.type === 'Frame' && body.value === 'security' && creator) || bodies(annotations, 'Frame').length > 0)
  await undo(page)
  await page.waitForFunction(() => !document.querySelector('.codes input').value, undefined, {})
  await frames.selectOption({ label: 'both' })
  await note(page, CHIP, 'frames: Bargaining, Security · by hand')
  await frames.selectOption({ label: 'neither' })
  await note(page, CHIP, 'frames: neither · by hand; the engine: Bargaining')
  await frames.selectOption('')
  await noList(page)
  await says(page)
})

test('a margin note is written, changed, taken out, and read', async t => {
  const page = await open(t)
  const part = await correct(page, GUARD)
  const field = part.getByLabel('Read as Security')
  await field.pressSequentially('who is to be kept out 😀')
  await note(page, GUARD, 'read as Security: who is to be kept out 😀')
  await part.getByLabel('Read as Bargaining').fill('what the quay is worth')
  await says(page, /note\.security = \{ text = "who is to be kept out 😀" \}[^]*note\.bargaining|note\.bargaining[^]*note\.security/)
  assert.equal(await entries(page, 'paragraph'), 1)
  await read(page)
  await page.locator('framing-reader').getByText('Harbor board leases the old quay to a …').first().click()
  await page.locator('framing-reader [data-do="toggle 1"]').click()
  await page.locator('framing-reader').getByText('who is to be kept out').first().waitFor()
  await field.fill('who must stay away')
  await note(page, GUARD, 'read as Security: who must stay away')
  await field.fill('')
  await part.getByLabel('Read as Bargaining').fill('')
  await noList(page)
  await says(page)
  await undo(page)
  await note(page, GUARD, 'read as Bargaining: what the quay is worth')
})

test('a line is read as what it is by hand', async t => {
  const page = await open(t)
  await page.getByLabel('What line 9 is').selectOption('para')
  await page.getByRole('button', { name: 'Correct line 9', exact: true }).waitFor()
  await page.getByLabel(`What line ${QUOTED} is`).selectOption('caption')
  await page.getByRole('button', { name: `Correct line ${QUOTED}`, exact: true }).waitFor({ state: 'hidden' })
  await line(page, QUOTED).locator('mark').first().waitFor({ state: 'detached' })
  await undo(page)
  await note(page, QUOTED, 'Tomas Lind (said), certain')
})

test('actors made one are one in corrections too, and one that is no actor any more is told', async t => {
  const page = await open(t)
  const part = await correct(page, QUOTED)
  await part.getByLabel('Whom “Tomas Lind” names').selectOption('ferry-company')
  await list(page, 'names ferry company')
  await page.locator('.actors > li').nth(2).getByLabel('The same as').selectOption('coast-guard')
  await list(page, 'names coast guard')
  await read(page)
  await page.locator('.actors > li').nth(1).getByRole('button', { name: 'Take out' }).click()
  await list(page, 'names coast-guard, no actor of the story any more')
  await page.locator('.by-hand').getByRole('button', { name: 'As the engine has it: Tomas Lind' }).click()
  await noList(page)
})

/** One correction of every kind. */
async function correctAll(page) {
  await page.getByLabel('What line 8 is').selectOption('caption')
  const quoted = await correct(page, QUOTED)
  await quoted.getByLabel('Whom “Tomas Lind” names').selectOption('none')
  await quoted.getByLabel(/^Whose words “/).selectOption('unknown')
  const chip = await correct(page, CHIP)
  await chip.getByLabel('The paragraph speaks for').selectOption({ label: 'neither' })
  await chip.getByLabel('Read as Security').fill('a note')
  const guard = await correct(page, GUARD)
  await guard.getByLabel('Words of this line').fill('its patrol boats')
  await guard.getByLabel('They are').selectOption('mention coast-guard')
  await guard.getByRole('button', { name: 'Mark these words' }).click()
  await list(page, 'By hand: 5 corrections')
  await kept(page)
}

test('corrections come again after a reload, stay with their words in a new text, and are told where those are gone', async t => {
  const page = await open(t)
  await correctAll(page)
  await page.reload()
  await page.locator('.articles [data-do=show]').click()
  await list(page, 'By hand: 5 corrections')
  await note(page, CHIP, 'frames: neither · by hand; the engine: Bargaining')
  await correct(page, QUOTED)
  await parts(page, QUOTED).getByLabel('Words of this line').fill('when the vote')

  const moved = `Menu\nSubscribe\n${HARBOR.replace('twenty years', 'thirty years')}`
  await elsewhere(page, { '001.txt': moved })
  await note(page, CHIP + 2, 'frames: neither · by hand; the engine: Bargaining')
  await note(page, QUOTED + 2, '“Tomas Lind”: nobody · by hand')
  await page.locator('.found .line.caption').waitFor()
  assert.equal(await page.getByLabel('What line 10 is').inputValue(), 'caption')
  assert.equal(await parts(page, QUOTED + 2).getByLabel('Words of this line').inputValue(), 'when the vote', 'what was written is still there')

  await elsewhere(page, { '001.txt': moved.replace('its patrol boats', 'two of its ships') })
  await list(page, 'By hand: 5 corrections, 1 stands nowhere any more')
  await list(page, 'Not found any more (once line 7), without effect:')
  assert.match(await page.locator('.by-hand .lost').textContent(), /its patrol boats.*names coast guard/)
  await page.locator('.by-hand').getByRole('button', { name: 'Take out: its patrol boats' }).click()
  await list(page, 'By hand: 4 corrections')
  await undo(page)
  await list(page, '1 stands nowhere any more')
})

test('the folder with every kind of correction is one that the command line accepts', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'))
  t.after(() => rm(folder, { recursive: true }))
  const page = await open(t)
  await correctAll(page)
  await page.getByLabel('Who corrects and codes by hand').fill('Kim Sand')
  const { path: archive } = await saved(page, folder, page.getByRole('button', { name: /^Save the story folder/ }))
  await run('unzip', ['-q', archive, '-d', join(folder, 'story')])
  const { stderr } = await run(PROGRAM, ['check', join(folder, 'story')])
  assert.doesNotMatch(stderr, /: (?:error|warning):/)
  const annotations = await read(page)
  const made = annotations.filter(({ creator }) => creator)
  assert.ok(made.every(({ creator }) => JSON.stringify(creator).includes('Kim Sand')), JSON.stringify(made[0]?.creator))
  const byHand = made.map(({ body }) => `${body.type} ${body.value}`)
  for (const said of ['Block caption', 'Mention coast-guard', 'Quotation null']) assert.ok(byHand.includes(said), `${said} among ${byHand}`)
})

test('everything is reached with keys alone', async t => {
  const page = await open(t)
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key) }
  await page.getByRole('button', { name: `Correct line ${QUOTED}`, exact: true }).focus()
  await press('Enter', 'Tab')
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Whose words/)
  await press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Whom “Tomas Lind” names')
  await page.keyboard.type('nobody')
  await press('Tab')
  await page.keyboard.type('the vote')
  await press('Tab', 'ArrowDown', 'Tab', 'Enter')
  await note(page, QUOTED, '“the vote”: coast guard · by hand; the engine: nobody')
  await note(page, QUOTED, '“Tomas Lind”: nobody · by hand')
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelectorAll('.line')[4].querySelector('.anew input')), true)
  await page.locator('.by-hand [data-do=take-out]').first().focus()
  await press('Enter')
  await list(page, 'By hand: 1 correction')
  assert.equal(await page.evaluate(() => document.activeElement.dataset.do), 'take-out', 'the next one')
  await press('Enter')
  await noList(page)
  assert.equal(await page.evaluate(() => document.activeElement.id), 'found')
})

test('a finger selects words and taps the button', async t => {
  const page = await open(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await select(page, GUARD, 'a foreign company')
  const button = page.getByRole('button', { name: 'Correct “a foreign company”' })
  await button.tap()
  const part = parts(page, GUARD)
  assert.equal(await part.getByLabel('Words of this line').inputValue(), 'a foreign company')
  await part.getByLabel('They are').selectOption('mention ferry-company')
  await part.getByRole('button', { name: 'Mark these words' }).tap()
  await note(page, GUARD, '“a foreign company”: ferry company · by hand')
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
})

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`the open view passes axe-core at ${width} pixels, ${colorScheme}, and fits`, async t => {
    const page = await open(t, { viewport: { width, height: 800 }, colorScheme })
    await correctAll(page)
    await elsewhere(page, { '001.txt': HARBOR.replace('its patrol boats', 'two of its ships') })
    await list(page, 'stands nowhere any more')
    await page.evaluate(await readFile(AXE, 'utf8'))
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  })
}
