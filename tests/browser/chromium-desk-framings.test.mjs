// Two framings of one's own: their cue words in fields, tried on the articles at once, what they catch and miss, and nothing that was typed lost.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { APPLES, HARBOR, files, folderOf, paste } from './support/desk.mjs'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** Longest that the main thread may be busy while somebody types with a megabyte on the desk, in milliseconds. */
const LONGEST = 50

const visit = withChromium('/desk.html')
const open = (t, options) => visit(t, { ready: false, ...options })
const lists = page => page.locator('.trial .lists button')
const own = (page, at) => page.locator(`.pair .f${at}`).getByLabel('Words of my own')
const sure = (page, at = 0) => page.locator(`#cues-${at}-sure`)
/** Waits until a list of the trial is called so. */
const called = (page, words) => page.locator('.trial .lists').getByText(words, { exact: true }).waitFor()
const passages = page => page.locator('.trial .line .words').allTextContents()

/** A folder with an article whose paragraphs are coded by hand. */
const PIER = {
  'story.toml': `format = 1\nid = "pier"\ntitle = "The pier"\nlanguage = "en"\n\n[[framing]]\nid = "cost"\nname = "Cost"\ncues.sure = ["too dear"]\n\n[[framing]]\nid = "memory"\nname = "Memory"\ncues.sure = ["remember*"]\n\n[[document]]\nid = "001"\nlabel = "Pier"\ntext = "published"\n`,
  '001.txt': 'The council says that the old pier has become too dear for a town of four thousand people, and will close it in the autumn.\nOld people remember the first summer of the pier, and some of them met on it sixty years ago, when it had a band.\nNobody can say today what the repair of the planks will cost, and the vote was put off until Monday after the fair.\n',
  '001.toml': '[[paragraph]]\nline = 1\nframes = ["cost"]\n\n[[paragraph]]\nline = 3\nframes = ["cost"]\n',
}

test('the shipped words are tried at once, with what neither framing catches', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await paste(page, APPLES)
  await called(page, 'Neither: 6')
  assert.deepEqual(await lists(page).allTextContents(), ['Bargaining: 1 of 8 paragraphs', 'Security: 1 of 8 paragraphs', 'Neither: 6'])
  // They come all at once, a little after their list.
  await page.locator('.trial .line').first().waitFor()
  assert.equal((await passages(page)).length, 6, 'the misses are shown first')
  await lists(page).nth(0).click()
  await page.waitForFunction(() => document.querySelectorAll('.trial .line').length === 1)
  assert.equal(await page.locator('.trial mark.speaks.f0').first().textContent(), 'bargaining chip')
  await page.locator('.pair .f0 .rules').getByText(/^[\d,]+ rules find nothing$/).waitFor()
})

test('words of one’s own are tried as they are typed, and the field keeps focus and words', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await paste(page, APPLES)
  await own(page, 0).check()
  await page.locator('.pair .f0').getByLabel('Name', { exact: true }).fill('Money')
  await called(page, 'Money: 0 of 8 paragraphs')
  await sure(page).focus()
  await page.keyboard.type('toll\nloan\n.. dear\nFerryman\n\nlease*')
  await called(page, 'Money: 4 of 8 paragraphs')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'cues-0-sure')
  assert.equal(await sure(page).inputValue(), 'toll\nloan\n.. dear\nFerryman\n\nlease*')
  assert.equal(await sure(page).getAttribute('aria-invalid'), 'true')
  assert.match(await page.locator('#cues-0-sure-told').textContent(), /^Line 3: expected a phrase that begins and ends with a word, found `\.\. dear`$/)
  assert.deepEqual(await page.locator('.pair .f0 .list').first().locator('.chips li').allTextContents(), ['toll 1 paragraph; show it', 'loan 1 paragraph; show it', 'Ferryman nowhere', 'lease* 3 paragraphs; show them'])
  assert.match(await page.locator('.trial .status').textContent(), /^1 phrase cannot be read/)
  await page.locator('.kept[data-state=kept]').waitFor()
  const { 'story.toml': manifest } = await files(page)
  assert.match(manifest, /id = "money"\nname = "Money"[^[]*cues\.sure = \["toll", "loan", "\.\. dear", "Ferryman", "lease\*"\]/)

  await page.reload()
  await called(page, 'Money: 4 of 8 paragraphs')
  assert.equal(await sure(page).inputValue(), 'toll\nloan\n.. dear\nFerryman\nlease*')
  await sure(page).fill('toll')
  await called(page, 'Money: 1 of 8 paragraphs')
  await page.locator('.result').getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader').getByText('Money').first().waitFor()
})

test('every kind of word is tried as what it is', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await own(page, 1).check()
  await sure(page, 1).fill('@boats')
  await page.locator('.pair .f1 summary', { hasText: 'Exceptions' }).click()
  await page.locator('#cues-1-sets').fill('@boats: ferry, patrol boat*\nno set')
  await called(page, 'Security: 3 of 5 paragraphs')
  assert.match(await page.locator('#cues-1-sets-told').textContent(), /^Line 2: expected/)
  await page.locator('#cues-1-never').fill('ferry company')
  await called(page, 'Security: 2 of 5 paragraphs')
  assert.match(await page.locator('.pair .f1 .list', { hasText: 'Never' }).locator('.chips').textContent(), /ferry company 1/)
})

test('a word leads to the passages where it stands, and a passage to its line', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await own(page, 0).check()
  await sure(page).fill('fish market\nlease')
  await page.locator('.pair .f0').getByRole('button', { name: 'lease 3 paragraphs; show them' }).click()
  await page.waitForFunction(() => document.activeElement.textContent === '“lease” in 3 paragraphs')
  await page.locator('.trial .place').nth(2).click()
  await page.waitForFunction(() => document.activeElement.className === 'words')
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^The company expects the first ferry/)
  await page.locator('.found').getByRole('button', { name: 'Close', exact: true }).click()
  assert.match(await page.evaluate(() => document.activeElement.textContent), /line 8$/, 'back to where it was pressed')
})

test('one goes back to the shipped words and again to one’s own, and begins with those that the shipped find', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await own(page, 0).check()
  await sure(page).fill('fish market')
  await called(page, 'Bargaining: 1 of 5 paragraphs')
  await page.locator('.pair .f0').getByLabel('The shipped words for bargaining').check()
  await sure(page).waitFor({ state: 'hidden' })
  await own(page, 0).check()
  await sure(page).waitFor()
  assert.equal(await sure(page).inputValue(), 'fish market')
  await page.locator('.pair .f1').getByRole('button', { name: 'Begin a list of my own with these words' }).click()
  await sure(page, 1).waitFor()
  await called(page, 'Security: 1 of 5 paragraphs')
  assert.match(await sure(page, 1).inputValue(), /national security/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await sure(page, 1).waitFor({ state: 'hidden' })
})

test('where there are codes by hand, the words are held against them', async t => {
  const page = await open(t)
  await page.locator('.does input[type=file]').setInputFiles(await folderOf(page, PIER))
  await called(page, 'Hand and engine differ: 1')
  assert.match(await page.locator('.trial .status').textContent(), /^Cost, where it is coded by hand: 1 found, 1 missed, 0 beside\. Memory/)
  await lists(page).nth(3).click()
  await page.locator('.trial').getByText('Cost by hand; the engine does not find it').waitFor()
  await sure(page).fill('too dear\ncost')
  await called(page, 'Hand and engine differ: 0')
  await page.locator('.pair .f0').getByLabel('The shipped words for bargaining').click()
  await page.getByText('Passages are coded by hand with “cost”.').waitFor()
  assert.equal(await own(page, 0).isChecked(), true, 'codes by hand keep their framing')
})

test('typing goes on while a megabyte is tried, and the last word counts', async t => {
  const page = await open(t)
  const long = `${HARBOR.split('\n').slice(1).join('\n')}\n`.repeat(Math.ceil((1 << 20) / HARBOR.length))
  await page.locator('.does input[type=file]').setInputFiles(await folderOf(page, { ...PIER, '001.txt': long, '001.toml': '' }))
  await page.locator('.articles [data-do=show]').waitFor({ timeout: 60_000 })
  await page.locator('.trial .lists').getByText(/^Cost: /).waitFor({ timeout: 60_000 })
  const rounds = []
  for (const word of ['toll', 'coast guard', 'fish market']) {
    await sure(page).fill('')
    await page.evaluate(() => {
      window.tasks = []
      window.watching = new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
      window.watching.observe({ type: 'longtask' })
    })
    await sure(page).focus()
    await page.keyboard.type(word, { delay: 40 })
    const start = Date.now()
    await page.locator('.pair .f0 .chips').first().getByText(word, { exact: true }).waitFor({ timeout: 60_000 })
    const ms = Date.now() - start
    assert.equal(await sure(page).inputValue(), word)
    await page.waitForTimeout(100)
    rounds.push({ ms, task: Math.max(0, ...(await page.evaluate(() => (window.watching.disconnect(), window.tasks)))) })
  }
  for (const { ms, task } of rounds) console.log(`1 MB tried: ${ms} ms after the last letter; longest task ${task.toFixed(0)} ms`)
  const task = Math.min(...rounds.map(({ task }) => task))
  assert.ok(task < LONGEST, `${task}`)
})

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`words of one's own pass axe-core at ${width} pixels, ${colorScheme}, and fit`, async t => {
    const page = await open(t, { viewport: { width, height: 800 }, colorScheme })
    await paste(page, HARBOR)
    await own(page, 0).check()
    await sure(page).fill('toll\n.. dear\nnoword')
    await page.locator('#cues-0-sure-told li').waitFor()
    await page.locator('.pair .f0 summary', { hasText: 'Exceptions' }).click()
    await page.locator('.pair .f1 summary', { hasText: 'find nothing' }).click()
    await page.evaluate(await readFile(AXE, 'utf8'))
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  })
}
