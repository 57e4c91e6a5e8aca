// “Make your own story in 20 minutes”, the guide on the desk, followed word by word with the single file alone.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { launch } from './support/chromium.mjs'
import { HARBOR, saved } from './support/desk.mjs'
import { SITE } from './support/server.mjs'

/** What the guide’s author writes. */
const MINE = { title: 'The quay', deal: ['Deal', 'What is given, and what for?', 'A quay is leased. A toll is talked about.'], words: 'gave up\nlease*' }

test('the guide is followed word by word, from the first article to a file with the story in it', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  const browser = await launch()
  t.after(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(SITE, 'framing-reader.html')).href)
  await page.getByRole('link', { name: 'Your own articles' }).click()

  await page.getByText('Make your own story in 20 minutes').click()
  const steps = await page.locator('.guide li').evaluateAll(steps => steps.map(step => [...step.querySelectorAll('b')].map(name => name.textContent)))
  const minutes = await page.locator('.guide small').allTextContents()
  assert.equal(minutes.reduce((sum, words) => sum + Number.parseInt(words), 0), 20)
  assert.equal(steps.length, 6)
  /** What a step names. */
  const [articles, framings, actors, correct, read, save] = steps
  const field = name => page.getByLabel(name, { exact: true })
  const press = name => page.getByRole('button', { name, exact: true }).first().click()

  const [paste, put, pick] = articles
  await field(paste).fill(HARBOR)
  await press(put)
  await page.locator('.articles [data-do=show]').waitFor()
  assert.ok(await page.getByRole('button', { name: pick, exact: true }).or(page.getByText(pick, { exact: true })).first().isVisible())

  const [title, name, asks, standfirst, which, own, sure] = framings
  await field(title).fill(MINE.title)
  for (const [at, label] of [name, asks, standfirst].entries()) await field(label).first().fill(MINE.deal[at])
  await page.getByRole('radiogroup', { name: which }).first().getByRole('radio', { name: own }).check()
  await page.getByLabel(sure).first().fill(MINE.words)
  await page.locator('.trial').getByText(`${MINE.deal[0]}: 4 of 5 paragraphs`).waitFor()

  const [propose, role] = actors
  await press(propose)
  await page.getByRole('button', { name: /^Accept/ }).click()
  await field(role).first().fill('chairman of the harbor board')

  const [show, by, undo] = correct
  await page.getByRole('button', { name: new RegExp(`^${show}`) }).first().click()
  await page.getByLabel('What line 8 is').selectOption('caption')
  await page.getByText('by hand; the engine: paragraph').first().waitFor()
  await press(undo)
  await page.getByText('by hand; the engine: paragraph').first().waitFor({ state: 'hidden' })
  assert.ok((await page.getByRole('button', { name: new RegExp(`^${by}`) }).count()) > 0)

  await press(read[0])
  const reader = page.locator('.result framing-reader')
  await reader.getByText('Harbor board leases').first().waitFor()
  assert.equal(await reader.locator('[data-do="toggle 0"]').textContent(), MINE.deal[0])

  const { path } = await saved(page, folder, page.getByRole('button', { name: save[0], exact: true }))
  assert.ok(await page.getByRole('button', { name: save[1], exact: true }).isVisible())
  const copy = await context.newPage()
  await copy.goto(pathToFileURL(path).href)
  await copy.locator('framing-reader').getByRole('button', { name: MINE.deal[0] }).first().waitFor()
  assert.equal(await copy.title(), MINE.title)
})
