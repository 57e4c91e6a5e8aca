// Annotations of one's own story in the formats of other programs: what the page hands out is what the command line writes, byte for byte.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { ARABIC, CHINESE, HARBOR, PROGRAM, saved, paste } from './support/desk.mjs'

const run = promisify(execFile)
const FORMATS = ['web-annotation', 'jsonl', 'brat', 'conll', 'csv']

const visit = withChromium('/desk.html')
const open = t => visit(t, { ready: false })

/** All files of a folder, by name. */
async function within(folder) {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(await Promise.all(names.map(async name => [name, await readFile(join(folder, name))])))
}

test('every format from the page is the one from the command line, byte for byte', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'formats-'))
  t.after(() => rm(folder, { recursive: true }))
  const page = await open(t)
  for (const text of [`${HARBOR}\n“It is 😀 ours,” said Ada Berg, who has sold fish on the old quay since the summer of the flood.`, ARABIC, CHINESE]) await paste(page, text)
  await page.locator('.pair .f0').getByLabel('Words of my own').check()
  await page.locator('#cues-0-sure').fill('lease\n码头\nالرصيف')
  await page.locator('.kept[data-state=kept]').waitFor()
  await page.locator('.pair .f0 .chips').first().getByText('码头').waitFor()
  const archive = await saved(page, folder, page.getByRole('button', { name: /^Save the story folder/ }))
  const story = join(folder, 'story')
  await run('unzip', ['-q', archive.path, '-d', story])

  for (const format of FORMATS) {
    await page.getByLabel('For other programs').selectOption(format)
    const { path, name } = await saved(page, folder, page.getByRole('button', { name: 'Save annotations' }))
    const [out, unpacked] = ['out', 'in'].map(part => join(folder, `${format}-${part}`))
    await run(PROGRAM, ['export', '--story', story, '--format', format, '-o', out])
    const written = await within(out)
    let files
    if (name.endsWith('.zip')) {
      await run('unzip', ['-q', path, '-d', unpacked])
      files = await within(unpacked)
    } else {
      files = { [name]: await readFile(path) }
    }
    assert.deepEqual(Object.keys(files), Object.keys(written), format)
    for (const [file, bytes] of Object.entries(written)) assert.ok(bytes.equals(files[file]), `${format}: ${file}`)
    assert.ok(Object.values(written).some(bytes => bytes.length > 100), format)
  }
})

test('a story that cannot be built is told in a word, and what lies on the desk stays', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await page.locator('.pair .f0').getByLabel('Words of my own').check()
  await page.locator('#cues-0-sure').fill('.. dear')
  await page.locator('#cues-0-sure-told li').waitFor()
  await page.getByRole('button', { name: 'Save annotations' }).click()
  await page.getByText(/story\.toml:\d+:\d+: error: expected a phrase that begins/).waitFor()
  assert.equal(await page.locator('.articles > li').count(), 1)
})
