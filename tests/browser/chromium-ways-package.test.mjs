// The npm package: packed, installed into a fresh Vite page, checked by TypeScript, built, and opened.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { SITE, serve } from './support/server.mjs'

const PACKAGE = join(SITE, 'package')
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/**
 * What the page is checked and built with: kept, and installed without a lockfile, because some of the packages Vite has for other
 * machines are not in every registry, and `npm ci` asks for all of them.
 */
const TOOLS = { folder: join(ROOT, 'target/fresh'), versions: { typescript: '5.9.3', vite: '6.4.6' } }
const PROGRAMS = join(TOOLS.folder, 'node_modules')
const visit = withChromium('/')
const run = promisify(execFile)
const read = async name => readFile(join(PACKAGE, name), 'utf8')

/** Custom properties that the reader sets for itself. */
const OWN = ['--framing-reader-rem']

/** A page somebody writes with the package. */
const FRESH = {
  'package.json': '{ "name": "fresh", "private": true, "type": "module" }',
  'index.html': '<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Fresh</title></head><body><main></main><script type="module" src="/main.ts"></script></body></html>',
  'main.ts': `
import 'framing-reader'
import type { Cards, FramingReader } from 'framing-reader'
import article from 'framing-reader/fallback.html?raw'

const reader = document.createElement('framing-reader')
const typed: FramingReader = reader
reader.innerHTML = article
reader.document = '000'
reader.cards = 'click' satisfies Cards
reader.addEventListener('framing-reader:framingchange', event => {
  const framing: string = event.detail.framing
  document.title = framing
})
document.addEventListener('framing-reader:ready', async () => console.log((await typed.annotations()).length), { once: true })
document.querySelector('main')!.append(reader)
export const found: FramingReader | null = document.querySelector('framing-reader')
`,
  'wrong.ts': `
import 'framing-reader'
const reader = document.querySelector('framing-reader')!
// @ts-expect-error cards open in three ways
reader.cards = 'sometimes'
// @ts-expect-error a story is not a number
reader.load(1)
reader.addEventListener('framing-reader:cardopen', event => {
  // @ts-expect-error a card belongs to an actor
  event.detail.framing
})
`,
  'class.ts': `
import { FramingReader } from 'framing-reader/element.js'
export const tag = (name: string) => customElements.define(name, class extends FramingReader {})
`,
  'vite-env.d.ts': '/// <reference types="vite/client" />\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable'], types: [],
    },
    include: ['*.ts'],
  }),
}

let folder
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  for (const [name, text] of Object.entries(FRESH)) await writeFile(join(folder, name), text)
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE })
  const packed = Object.values(JSON.parse(stdout))[0]
  const modules = join(folder, 'node_modules')
  await mkdir(join(modules, 'framing-reader'), { recursive: true })
  // What npm does with an archive that depends on nothing.
  await run('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', join(modules, 'framing-reader')])
  for (const tool of await tools()) await symlink(tool, join(modules, basename(tool)))
})

/** Where each tool is installed. */
async function tools() {
  const description = JSON.stringify({ private: true, dependencies: TOOLS.versions })
  const file = join(TOOLS.folder, 'package.json')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept !== description) {
    console.log(`installing into target/fresh with npm: ${Object.keys(TOOLS.versions).join(', ')}`)
    await mkdir(TOOLS.folder, { recursive: true })
    await run('npm', ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', TOOLS.folder,
      ...Object.entries(TOOLS.versions).map(([name, version]) => `${name}@${version}`)])
    // Last, so that what was cut short is done again.
    await writeFile(file, description)
  }
  return Object.keys(TOOLS.versions).map(name => join(PROGRAMS, name))
}
after(() => rm(folder, { recursive: true, force: true }))

test('the archive has what it needs and nothing that runs when it is installed', async () => {
  const description = JSON.parse(await read('package.json'))
  const cargo = await readFile(join(ROOT, 'Cargo.toml'), 'utf8')
  assert.equal(description.version, cargo.match(/^version = "(.+)"/m)[1])
  assert.equal(description.name, 'framing-reader')
  for (const field of ['scripts', 'dependencies', 'peerDependencies', 'optionalDependencies', 'bin']) assert.equal(description[field], undefined, field)
  const files = await readdir(join(folder, 'node_modules/framing-reader'))
  assert.deepEqual(files.sort(), (await readdir(PACKAGE)).sort(), 'everything of the folder is in the archive')
  const named = Object.values(description.exports).flatMap(entry => (typeof entry === 'string' ? entry : Object.values(entry)))
  for (const file of [...named, description.types, description.customElements]) assert.ok(files.includes(file.replace('./', '')), `${file} is there`)
})

test('the manifest lists the attributes, members, events, parts and properties that the code has', async () => {
  const manifest = JSON.parse(await read('custom-elements.json'))
  const [element] = manifest.modules[0].declarations
  const source = async name => readFile(join(ROOT, name), 'utf8')
  const script = await source('www/framing-reader.js')
  const names = list => list.map(({ name }) => name).sort()
  const attributes = script.match(/const ATTRIBUTES = \[(.*?)\]/)[1].match(/\w+/g)
  assert.deepEqual(names(element.attributes), attributes.sort())
  const fields = element.members.filter(({ kind }) => kind === 'field')
  for (const name of attributes) assert.ok(fields.some(field => field.name === name), `the property ${name}`)
  for (const { name } of element.members.filter(({ kind }) => kind === 'method')) assert.match(script, new RegExp(`^  (async )?${name}\\(`, 'm'))
  const types = await read('framing-reader.d.ts')
  for (const { name } of element.events) assert.ok(types.includes(`'${name}': CustomEvent`), `${name} has a type`)
  const styles = (await Promise.all((await readdir(join(ROOT, 'www'))).filter(name => name.endsWith('.css')).map(name => source(`www/${name}`)))).join('')
  const properties = [...new Set(styles.match(/var\(--framing-reader-[a-z-]+/g).map(found => found.slice('var('.length)))]
  assert.deepEqual(names(element.cssProperties), properties.filter(name => !OWN.includes(name)).sort())
  const views = join(ROOT, 'src/reader/view')
  const drawn = (await Promise.all((await readdir(views)).map(name => readFile(join(views, name), 'utf8')))).join('')
  const parts = [...new Set(Array.from(drawn.matchAll(/\.set\("part", "([a-z-]+)"\)/g), ([, name]) => name))]
  assert.deepEqual(names(element.cssParts), parts.sort())
})

test('TypeScript, strict, knows the element, its properties, methods and events, and refuses what is wrong', async () => {
  await run(process.execPath, [join(PROGRAMS, 'typescript/bin/tsc'), '--project', folder]).catch(({ stdout }) => assert.fail(stdout))
})

test('a build of Vite finds the modules, and the page reads under the strict policy', async t => {
  await run(process.execPath, [join(PROGRAMS, 'vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: folder })
  const assets = await readdir(join(folder, 'dist/assets'))
  for (const name of ['app', 'views']) assert.ok(assets.some(file => new RegExp(`^framing-reader-${name}-.*\\.wasm$`).test(file)), `${name} in ${assets}`)
  const server = await serve({ folder: join(folder, 'dist') })
  const page = await visit(t, { server, tolerate: /favicon|data:,/ })
  await page.locator('[data-do="toggle 1"]').click()
  await page.waitForFunction(() => document.title === 'security')
  await page.locator('.ways [data-go="timeline"]').click()
  await page.locator('.view[data-view="timeline"] h2').waitFor()
  assert.ok(!server.requests.some(({ path }) => path.includes('fallback')), 'the plain article came with the page')
})

test('Vite while developing', async t => {
  const { createServer } = await import(join(PROGRAMS, 'vite/dist/node/index.js'))
  const vite = await createServer({ root: folder, logLevel: 'silent', server: { host: '127.0.0.1', port: 0, hmr: false, fs: { allow: [folder, PROGRAMS] } } })
  await vite.listen()
  t.after(() => vite.close())
  const { port } = vite.httpServer.address()
  const page = await visit(t, { server: { origin: `http://127.0.0.1:${port}`, close: async () => {} }, ready: false, tolerate: /WebSocket|\[vite\]/ })
  await page.locator('framing-reader [data-do="toggle 1"]').click({ timeout: 20_000 })
  await page.waitForFunction(() => document.title === 'security')
  await page.locator('.ways [data-go="timeline"]').click()
  await page.locator('.view[data-view="timeline"] h2').waitFor()
})

test('rendered on a server it does nothing', async () => {
  const script = `const a = await import('framing-reader'); const b = await import('framing-reader/element.js'); console.log(typeof a.FramingReader, typeof b.FramingReader)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder })
  assert.equal(stdout.trim(), 'undefined undefined')
})
