// The single file on a disk: a folder for it and its copies, and another story to save it with.

import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ferry } from './ferry.mjs'
import { SITE } from './server.mjs'

/** Name of the file among the site's. */
export const SINGLE = 'framing-reader.html'

/** A folder with the file in it under a name as people give them; `put` adds another file and gives its address. */
export async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'framing-reader-'))
  const path = join(folder, 'The story (1) ü.html')
  await copyFile(join(SITE, SINGLE), path)
  return {
    address: pathToFileURL(path).href,
    async put(name, text) {
      await writeFile(join(folder, name), text)
      return pathToFileURL(join(folder, name)).href
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The parts of a copy with a small story of another subject: bytes as arrays of numbers, which every driver passes on. */
export async function otherStory(change = () => {}) {
  const [script, wasm] = await Promise.all(['js', 'wasm'].map(ending => readFile(join(SITE, `framing-reader-views.${ending}`))))
  const { initSync, read } = await import(`data:text/javascript;base64,${script.toString('base64')}`)
  initSync({ module: new WebAssembly.Module(wasm) })
  const told = ferry(change)
  const [story, record] = read(told)
  const fallback = '<article class="fr-plain" data-document="100"><p id="reader/100/1" data-line="1">The plain article of the ferry.</p></article>'
  return { title: `${told.title} <&> "quays"`, story: [...story], record: [...record], fallback }
}

/** In the page: a copy with these parts, as text. */
export const copy = ({ story, record, ...words }) =>
  customElements.get('framing-reader').saved({ ...words, story: Uint8Array.from(story), record: Uint8Array.from(record) })

/** In the page: the page as somebody would serialize it. */
export const serialized = () => `<!doctype html>${document.documentElement.outerHTML}`
