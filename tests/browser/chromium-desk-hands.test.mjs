// The desk by hand: files and folders dropped on it, the whole way from an article to its story by keyboard alone and by touch, and articles in
// writing from the right and without blanks.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { withChromium } from './support/chromium.mjs'
import { APPLES, ARABIC, CHINESE, HARBOR, file, paste, pick } from './support/desk.mjs'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const visit = withChromium('/desk.html')
const open = (t, options) => visit(t, { ready: false, ...options })
const titles = page => page.locator('.articles h3').allTextContents()
const read = (page, count) => page.waitForFunction(count => document.querySelectorAll('.articles [data-do=show]').length === count, count)

test('files that are dropped anywhere on the page are taken in, and a dropped word is left to the page', async t => {
  const page = await open(t)
  const drop = (target, files) => page.evaluate(([target, files]) => {
    const data = new DataTransfer()
    for (const [name, text] of files) data.items.add(new File([text], name))
    if (!files.length) data.setData('text/plain', 'a word')
    const told = type => {
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
      document.querySelector(target).dispatchEvent(event)
      return event.defaultPrevented
    }
    const over = told('dragover')
    const shown = document.querySelector('.intake').hasAttribute('data-over')
    return [over, shown, told('drop'), document.querySelector('.intake').hasAttribute('data-over')]
  }, [target, files])
  assert.deepEqual(await drop('.drop', [['harbor.txt', HARBOR], ['picture.png', '\x89PNG']]), [true, true, true, false])
  await read(page, 1)
  assert.match(await page.locator('.problems').textContent(), /^picture\.png Expected \.txt/)
  assert.deepEqual(await drop('h1', [['apples.txt', APPLES]]), [true, true, true, false], 'a file that misses the place does not take the page’s')
  await read(page, 2)
  assert.deepEqual(await drop('#paste', []), [false, false, false, false])
  assert.match((await titles(page)).join(), /^Harbor.*Apple/)
})

test('a dropped folder is walked to its last file, and what cannot be read in it is passed over', async t => {
  const page = await open(t)
  const names = await page.evaluate(async () => {
    const { dropped } = await import('/desk/intake.js')
    const leaf = name => ({ isFile: true, file: done => done(new File(['Words.'], name)) })
    const gone = { isFile: true, file: (_, failed) => failed(new DOMException('gone', 'NotFoundError')) }
    // A browser hands a folder's entries out by the hundred.
    const folder = (...entries) => ({ isFile: false, createReader: () => ({ readEntries: done => done(entries.splice(0, 100)) }) })
    const many = folder(...Array.from({ length: 250 }, (_, n) => leaf(`${n}.txt`)))
    const entries = [leaf('top.txt'), gone, folder(leaf('one.txt'), folder(), many)]
    const files = await dropped({ items: entries.map(entry => ({ webkitGetAsEntry: () => entry })), files: [] })
    return [files.length, files[0].name, files[1].name, files.at(-1).name]
  })
  assert.deepEqual(names, [252, 'top.txt', 'one.txt', '249.txt'])
})

test('a folder from the disk is dropped as somebody drops it', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'drop-'))
  t.after(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'articles/more'), { recursive: true })
  await writeFile(join(folder, 'articles/harbor.txt'), HARBOR)
  await writeFile(join(folder, 'articles/more/apples.txt'), APPLES)
  await writeFile(join(folder, 'articles/more/notes.pdf'), '%PDF')
  const page = await open(t)
  const driver = await page.context().newCDPSession(page)
  const { x, y, width, height } = await page.locator('.drop').boundingBox()
  const data = { items: [], files: [join(folder, 'articles')], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop']) await driver.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data })
  await read(page, 2)
  assert.deepEqual((await titles(page)).map(title => title.slice(0, 5)).sort(), ['Apple', 'Harbo'])
  assert.match(await page.locator('.problems').textContent(), /^notes\.pdf Expected \.txt/)
})

test('by keyboard alone: from an empty desk to a card in the story', async t => {
  const page = await open(t)
  /** Tabs on until the focus is on something that a selector of the page, or of the reader in it, finds. */
  const tabTo = async selector => {
    for (let steps = 0; steps < 150; steps++) {
      await page.keyboard.press('Tab')
      const is = await page.evaluate(selector => (document.activeElement.shadowRoot?.activeElement ?? document.activeElement).matches(selector), selector)
      if (is) return
    }
    assert.fail(`no way by Tab to ${selector}`)
  }
  await tabTo('#paste')
  await page.keyboard.insertText(HARBOR)
  await tabTo('[data-do=put]')
  await page.keyboard.press('Enter')
  await read(page, 1)
  assert.equal(await page.evaluate(() => document.activeElement.id), 'paste', 'ready for the next one')

  await tabTo('[data-do=show]')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'found')
  await tabTo('.found button')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.matches('.articles button'))

  await tabTo('[data-do=propose]')
  await page.keyboard.press('Enter')
  await page.locator('.proposals [value=tomas-lind]').waitFor()
  if (!(await page.locator('.proposals [value=tomas-lind]').isChecked())) {
    await tabTo('[value=tomas-lind]')
    await page.keyboard.press('Space')
  }
  await tabTo('[data-do=accept]')
  await page.keyboard.press('Enter')
  await page.locator('.actors > li').first().waitFor()
  await page.waitForFunction(() => document.activeElement.dataset.do === 'propose')

  await tabTo('[name=cues-0]')
  await page.keyboard.press('ArrowDown')
  await page.locator('#cues-0-sure').waitFor()
  await tabTo('#cues-0-sure')
  await page.keyboard.insertText('lease')
  await page.locator('.trial .lists').getByText('Bargaining: 3 of 5 paragraphs').waitFor()
  await tabTo('.chips button')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'tried')

  await tabTo('[data-do=read]')
  await page.keyboard.press('Enter')
  await page.locator('framing-reader[data-ready]').waitFor()
  await tabTo('[data-do="toggle 0"]')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('framing-reader').framing === 'bargaining')
  await tabTo('[data-go="001"]')
  await page.keyboard.press('Enter')
  const name = page.locator('framing-reader [data-name]').first()
  await name.waitFor()
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    if (await page.evaluate(() => document.querySelector('framing-reader').shadowRoot.activeElement?.matches('[data-name]'))) break
  }
  await page.keyboard.press('Enter')
  await page.locator('framing-reader .card[role=dialog]').waitFor()
})

test('by touch: from an empty desk to a card in the story', async t => {
  const page = await open(t, PHONE)
  const tap = locator => locator.tap()
  await page.getByLabel('Paste an article').fill(HARBOR)
  await tap(page.getByRole('button', { name: 'Put it on the desk' }))
  await read(page, 1)
  await tap(page.locator('.articles [data-do=show]'))
  await page.locator('.found .line').first().waitFor()
  await tap(page.locator('.found').getByRole('button', { name: 'Close', exact: true }))
  await tap(page.getByRole('button', { name: 'Look for actors' }))
  await page.locator('.proposals [value=tomas-lind]').waitFor()
  await page.locator('.proposals [value=tomas-lind]').setChecked(true)
  await tap(page.locator('[data-do=accept]'))
  await page.locator('.actors > li').first().waitFor()
  await tap(page.locator('.pair .f0').getByText('Words of my own'))
  await page.locator('#cues-0-sure').fill('lease')
  const chip = page.locator('.pair .f0 .list .chips button').first()
  await tap(chip)
  await page.waitForFunction(() => document.querySelector('#tried').textContent === '“lease” in 3 paragraphs')
  await tap(page.getByRole('button', { name: 'Read', exact: true }))
  await page.locator('framing-reader[data-ready]').waitFor()
  await tap(page.locator('framing-reader [data-go="001"]').first())
  const name = page.locator('framing-reader [data-name]').first()
  await name.waitFor()
  await tap(name)
  await page.locator('framing-reader .card[role=dialog]').waitFor()
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
})

test('what is touched on the desk is large enough', async t => {
  const page = await open(t, PHONE)
  await paste(page, HARBOR)
  await page.locator('.pair .f0').getByLabel('Words of my own').check()
  await page.locator('#cues-0-sure').fill('lease')
  await page.locator('.pair .f0 .list .chips button').first().waitFor()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.desk button, .desk summary, .desk .choice, .desk select')].flatMap(element => {
      const { width, height } = element.getBoundingClientRect()
      return width && (width < 24 || height < 24) ? [`${element.textContent}: ${width} × ${height}`] : []
    }))
  assert.deepEqual(small, [])
})

test('articles from the right and without blanks stand as they are written, on the desk and in the story', async t => {
  const page = await open(t)
  await pick(page, [file('arabic.txt', ARABIC), file('chinese.txt', CHINESE)])
  await read(page, 2)
  const direction = selector => page.evaluate(selector => [...document.querySelectorAll(selector)].map(element => getComputedStyle(element).direction), selector)
  assert.deepEqual(await direction('.articles h3'), ['rtl', 'ltr'])
  await page.getByLabel('Paste an article').fill(ARABIC)
  assert.deepEqual(await direction('#paste'), ['rtl'])
  await page.getByLabel('Paste an article').fill('')
  await page.locator('.articles [data-do=show]').first().click()
  await page.locator('.found .line').first().waitFor()
  assert.deepEqual([...new Set(await direction('.found .words'))], ['rtl'])

  await page.locator('.pair .f0').getByLabel('Words of my own').check()
  await page.locator('#cues-0-sure').fill('الرصيف\n码头')
  assert.deepEqual(await direction('#cues-0-sure'), ['rtl'])
  const chips = page.locator('.pair .f0 .list .chips').first()
  await chips.getByText('码头').waitFor()
  assert.deepEqual(await chips.locator('li').allTextContents(), ['الرصيف 2 paragraphs; show them', '码头 2 paragraphs; show them'])
  await chips.locator('button').first().click()
  await page.waitForFunction(() => document.querySelectorAll('.trial .line').length === 2)
  assert.deepEqual(await direction('.trial .words'), ['rtl', 'rtl'])
  assert.equal(await page.locator('.trial mark').first().textContent(), 'الرصيف')

  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader[data-ready]').waitFor()
  for (const [id, side] of [['001', 'right'], ['002', 'left']]) {
    await page.locator(`framing-reader [data-go="${id}"]`).first().click()
    await page.waitForFunction(id => document.querySelector('framing-reader').document === id, id)
    await page.locator('framing-reader [data-kind="para"] .text').first().waitFor()
    const begins = await page.evaluate(() => [...document.querySelector('framing-reader').shadowRoot.querySelectorAll('[data-kind="para"] .text')].map(text => {
      const letters = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
      const range = document.createRange()
      range.setStart(letters, 0)
      range.setEnd(letters, 1)
      const [letter, column] = [range.getBoundingClientRect(), text.getBoundingClientRect()]
      return column.right - letter.right < letter.left - column.left ? 'right' : 'left'
    }))
    assert.deepEqual([...new Set(begins)], [side], `the first letter of every paragraph of ${id}`)
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
})
