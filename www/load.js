// How the element's script comes by a module: fetched from beside the script. The build puts this file before
// framing-reader.js; a script that holds everything itself has another one in its place.

/** Modules by name, each loaded once. */
const modules = {}
/** Behind the address of a script that is asked for again: browsers remember that it failed, and run none twice. */
let again = ''
/** What the page's policy has blocked last; errors do not say it. */
let blocked
addEventListener('securitypolicyviolation', ({ blockedURI: what, disposition }) => {
  if (disposition === 'enforce' && (what === 'wasm-eval' || what.startsWith(new URL('.', import.meta.url)))) blocked = what
})

const failure = (cause, reason) => Error(reason, { cause })

/** The functions of a module and the bytes in one of its sections. */
function load(name, section) {
  return (modules[name] ??= Promise.all([script(`${name}.js`), compile(`${name}.wasm`)])
    .then(([functions, module]) => {
      const [bytes] = WebAssembly.Module.customSections(module, section)
      functions.initSync({ module })
      return [functions, new Uint8Array(bytes ?? 0)]
    })
    .catch(async error => {
      forget(name)
      // A violation is told after the error that it makes.
      await new Promise(done => setTimeout(done, 50))
      throw blocked ? failure('policy', `expected ${name}, found ${blocked} blocked`) : error
    }))
}

/** Lets a module be loaded anew. */
function forget(name) {
  delete modules[name]
  again = `?${Date.now()}`
}

async function script(file) {
  try {
    return await import(`./${file}${again}`)
  } catch (error) {
    if (error.name === 'SyntaxError') throw error
    // Why it was refused is not said; asked directly, the server does.
    const { headers } = await answer(file)
    throw /script/.test(headers.get('content-type')) ? error : stranger(file, headers)
  }
}

async function compile(file) {
  if (!globalThis.WebAssembly) throw failure('unsupported', 'expected WebAssembly, found none')
  const response = await answer(file)
  const known = response.headers.get('content-type')?.startsWith('application/wasm')
  if (known) return WebAssembly.compileStreaming(response)
  const bytes = await response.arrayBuffer()
  // A server that does not know the type still serves the bytes.
  if (new TextDecoder().decode(bytes.slice(0, 4)) !== '\0asm') throw stranger(file, response.headers)
  return WebAssembly.compile(bytes)
}

async function answer(file) {
  const response = await fetch(new URL(file, import.meta.url))
  if (!response.ok) throw failure('network', `expected ${file}, found status ${response.status}`)
  return response
}

const stranger = (file, headers) => failure('type', `expected ${file}, found ${headers.get('content-type')}`)

/** Why something failed: one of `WORDS.causes`. */
function causeOf({ cause, name }) {
  return cause in WORDS.causes ? cause : { TypeError: 'network', LinkError: 'version', RuntimeError: 'panic' }[name] ?? 'module'
}
