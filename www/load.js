// How the element's script comes by a module: fetched from beside the script (files.js). The build puts this file before
// framing-reader.js; a script that holds everything itself has classic.js in its place.

/** Modules by name, each loaded once. */
const modules = {}
/** Behind the address of a script that is asked for again: browsers remember that it failed, and run none twice. */
let again = ''

/** What is only needed where the plain article is being read, or stays. */
const fallback = () => script('framing-reader-fallback', again)

/** The functions of a module and the bytes in one of its sections. */
function load(name, section) {
  return (modules[name] ??= Promise.all([script(name, again), compile(wasm(name))])
    .then(([functions, module]) => {
      const [bytes] = WebAssembly.Module.customSections(module, section)
      functions.initSync({ module })
      return [functions, new Uint8Array(bytes ?? 0)]
    })
    .catch(error => {
      forget(name)
      throw error
    }))
}

/** Lets a module be loaded anew. */
function forget(name) {
  delete modules[name]
  again = `?${performance.now()}`
}

async function compile(file) {
  const response = await fetch(file)
  if (!response.ok) throw Error(`expected ${file}, found status ${response.status}`, { cause: 'network' })
  // A server that does not know the type still serves the bytes.
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}
