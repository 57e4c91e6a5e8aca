// What depends on where the desk stands, and nothing else knows: on a site the worker's script, the module and the page that copies are
// made from lie beside the page's scripts. The single file has another file in this one's place (single/place.js).

import { saved as written } from './copy.js'

const WORKER = new URL('worker.js', import.meta.url)
const MODULE = new URL('../framing-reader-desk.wasm', import.meta.url)
const PAGE = new URL('../framing-reader.html', import.meta.url)

/** The module, compiled once: a worker that takes the place of another is there at once. */
let compiled

/** A worker that has its module and waits for requests. */
export async function start() {
  compiled ??= compile().catch(error => {
    compiled = undefined
    throw error
  })
  const module = await compiled
  const worker = new Worker(WORKER, { type: 'module', name: 'framing-reader-desk' })
  worker.postMessage(module)
  return worker
}

/** The text of a single file with these parts (copy.js). */
export const saved = async parts => written(parts, await (await fetched(PAGE)).text())

/** The part with the folder that came with the page: none does. */
export const brought = async () => undefined

async function compile() {
  const response = await fetched(MODULE)
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

async function fetched(file) {
  const response = await fetch(file).catch(() => {})
  if (!response?.ok) throw Error(`expected ${file.pathname}, found ${response ? `status ${response.status}` : 'no answer'}`, { cause: 'network' })
  return response
}
