// How the element's script comes by a module: fetched from beside the script (files.js). The build puts this file before
// framing-reader.js; a script that holds everything itself has classic.js in its place.

/** Modules by name, each loaded once. */
const modules = {}

/** The functions of a module and the bytes in one of its sections. */
function load(name, section) {
  return (modules[name] ??= Promise.all([script(name), compile(wasm(name))]).then(
    ([functions, module]) => {
      const [bytes] = WebAssembly.Module.customSections(module, section)
      functions.initSync({ module })
      return [functions, bytes && new Uint8Array(bytes)]
    },
    error => {
      delete modules[name]
      throw error
    },
  ))
}

async function compile(file) {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`expected ${file}, found status ${response.status}`)
  // A server that does not know the type still serves the bytes.
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}
