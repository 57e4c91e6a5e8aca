// What the default page costs a reader: 1. open it in Chromium and note what it asks for, and what browsers with a window ask for
// besides, its icon and manifest; 2. compress each of those files as a server would; 3. print the table, and below it what the other
// ways in weigh, and what the worker takes when the page is idle; 4. fail where a budget is passed.

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { launch, whenReady } from './browser/support/chromium.mjs'
import { SITE, serve } from './browser/support/server.mjs'

/** Bytes after `brotli -q 11`: wasm, script and styles with the story inside; and the HTML with its fallback text. */
const BUDGET = { page: 110_000, html: 30_000 }
/** Where the page should be on a good day; passing it is no failure. */
const AIM = 96_000

/** What other pages load instead, each with the story inside, and the folder of the package. */
const WAYS = ['framing-reader.classic.js', 'framing-reader.html', 'frame.js']
const PACKAGE = 'package'

const paths = await pathsOfDefaultPage()
const rows = await Promise.all(paths.map(async path => ({ path, ...sizes(await readFile(join(SITE, path))) })))
const html = rows.filter(({ path }) => path.endsWith('.html'))
const rest = rows.filter(({ path }) => !path.endsWith('.html'))
const total = { page: sum(rest), html: sum(html) }

print('file', 'raw', 'gzip -9', 'brotli -q 11')
for (const row of [...html, ...rest]) print(row.path, row.raw, row.gzip, row.brotli)
print('without the HTML', total.page.raw, total.page.gzip, total.page.brotli)
console.log()
for (const path of WAYS) print(`/${path}`, ...Object.values(sizes(await readFile(join(SITE, path)))))
const inPackage = await Promise.all((await readdir(join(SITE, PACKAGE))).map(async name => sizes(await readFile(join(SITE, PACKAGE, name)))))
print(`/${PACKAGE}/, all of its files`, ...Object.values(sum(inPackage)))
const worker = await readFile(join(SITE, 'worker.js'), 'utf8')
const late = JSON.parse(worker.match(/const LATE = (\[.*\])/)[1])
const early = Object.keys(JSON.parse(worker.match(/const FILES = (\{.*\})/)[1])).filter(name => !late.includes(name))
const idle = ['worker.js', ...early].filter(name => name && !paths.includes(`/${name}`))
const weigh = async names => Object.values(sum(await Promise.all(names.map(async name => sizes(await readFile(join(SITE, name)))))))
print('when idle, for want of a network', ...(await weigh(idle)))
print('with the page for own articles', ...(await weigh(late)))
console.log()

const budgets = [
  within('everything the default page loads besides the HTML', total.page.brotli, BUDGET.page, `, aim ${number(AIM)}`),
  within('the HTML with its fallback text', total.html.brotli, BUDGET.html, ''),
]
console.log(`\nbudgets kept: ${budgets.filter(Boolean).length} of ${budgets.length}`)
process.exitCode = budgets.every(Boolean) ? 0 : 1

async function pathsOfDefaultPage() {
  const server = await serve()
  const browser = await launch()
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await page.goto(`${server.origin}/`)
    await whenReady(page)
    await page.waitForLoadState('networkidle')
  } finally {
    await browser.close()
    await server.close()
  }
  const asked = new Set(server.requests.map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path)))
  const page = await readFile(join(SITE, 'index.html'), 'utf8')
  for (const [, name] of page.matchAll(/<link rel="(?:icon|manifest)" href="([^"]*)"/g)) asked.add(`/${name}`)
  return [...asked].sort()
}

function sizes(bytes) {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: quality }).length,
  }
}

function sum(rows) {
  const add = unit => rows.reduce((total, row) => total + row[unit], 0)
  return { raw: add('raw'), gzip: add('gzip'), brotli: add('brotli') }
}

function within(what, bytes, budget, aim) {
  const kept = bytes <= budget
  console.log(`${kept ? 'ok' : 'TOO LARGE'}: ${what}: ${number(bytes)} bytes of ${number(budget)}${aim}`)
  return kept
}

function print(name, ...cells) {
  console.log(name.padEnd(36) + cells.map(cell => number(cell).padStart(14)).join(''))
}

function number(value) {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value
}
