// How the worker starts, and nothing else knows: its script and the module's file lie beside the page's. A page that holds
// everything itself has another file in this one's place, which starts the same worker from a blob.

const WORKER = new URL('worker.js', import.meta.url)
const MODULE = new URL('../framing-reader-desk.wasm', import.meta.url)

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

async function compile() {
  const response = await fetch(MODULE)
  if (!response.ok) throw Error(`expected ${MODULE.pathname}, found status ${response.status}`, { cause: 'network' })
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}
