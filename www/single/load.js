// How the single file comes by its parts: each stands in the page, in a data block with its name as id, packed (unpack.js). The
// build puts around this and framing-reader.js one function with `bindings` in sight, wasm-bindgen's script of each module as a
// function. Story and record are parts of their own, apart from the modules, so that a copy can hold others (save.js).

/** Modules by name, each unpacked once. */
const modules = {}

/** There is nothing beside this page to look at. */
const wasm = undefined
/** What is only needed where the plain article is being read, or stays. */
const fallback = async () => ({ explain, reading, sought })

/** Lets a module be loaded anew. */
const forget = name => delete modules[name]

/** The functions of a module and the bytes of the part that goes with it. */
function load(name, section) {
  return (modules[name] ??= Promise.all([part(name).then(WebAssembly.compile), part(section)]).then(([module, bytes]) => {
    const functions = bindings[name]()
    functions.initSync({ module })
    return [functions, new Uint8Array(bytes)]
  }))
}

async function part(name) {
  try {
    return await unpack(document.getElementById(name).textContent)
  } catch (error) {
    throw Error(`expected the part ${name} in the page, found none that is whole (${error.message})`, { cause: 'module' })
  }
}
