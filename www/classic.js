// How the classic script comes by a module: everything is inside it. The build puts around this and framing-reader.js one
// function with two objects in sight: `bindings`, wasm-bindgen's script of each module as a function, and `packed`, the
// modules as text (unpack.js). No module, no request, no global.

/** Modules by name, each unpacked once. */
const modules = {}

/** There is nothing beside this script to look at. */
const wasm = undefined
/** What is only needed where the plain article is being read, or stays. */
const fallback = async () => ({ explain, reading, sought })

/** Lets a module be loaded anew. */
const forget = name => delete modules[name]

/** The functions of a module and the bytes in one of its sections. */
function load(name, section) {
  return (modules[name] ??= unpack(packed[name]).then(WebAssembly.compile).then(module => {
    const functions = bindings[name]()
    const [bytes] = WebAssembly.Module.customSections(module, section)
    functions.initSync({ module })
    return [functions, bytes && new Uint8Array(bytes)]
  }))
}
