// Why the plain article stays: errors alone do not say, so what has failed is asked for once more and looked at.

/** The first bytes of a wasm module. */
const MAGIC = '\0asm'
/** After an error, until the violation that made it has been told; in ms. */
const SOON = 50

/**
 * What is to be said of an error: its cause and the reason in the words of whoever found it, and unless the network is to blame, a
 * hint for whoever built the page, a line for whoever reads it, and how that looks. `blocked` says what the page's policy has
 * blocked of the reader, if anything; `wasm` is the address of the app's module, where it has one.
 */
async function explain(error, blocked, wasm) {
  const [cause, reason] = await found(error, blocked, wasm)
  const [words, hint] = CAUSES[cause] ?? []
  return { cause, reason, ...(words && { hint, line: PLAIN + words, retry: '', language: LANGUAGE }), styles: constructs() && STYLES }
}

/** The cause of an error, and its reason. */
async function found({ cause, name, message }, blocked, wasm) {
  if (cause === 'network' || cause in CAUSES) return [cause, message]
  if (name === 'RuntimeError') return ['panic', message]
  if (!globalThis.WebAssembly) return ['unsupported', 'expected WebAssembly, found none']
  if (!constructs()) return ['unsupported', 'expected style sheets that scripts can make, found none']
  // A violation is told after the error that it makes.
  await new Promise(done => setTimeout(done, SOON))
  const what = blocked()
  // WebKit tells of no violation where wasm is refused, and says it in the error.
  if (what || /unsafe-eval/.test(message)) return ['policy', `expected leave to run, found ${what ?? message}`]
  // Browsers word it each in its own way that script and module do not fit.
  if (name === 'LinkError' || /Instance\(\)|import (object|\.)/.test(message)) return ['version', message]
  const seen = wasm && ((await looked(wasm, isWasm)) ?? (await looked(new URL(wasm.href.replace(/wasm$/, 'js')), isScript)))
  // What breaks off on its way is an error of its type in one browser, and an abort in another.
  return seen ?? [/^(Type|Abort)Error$/.test(name) ? 'network' : 'module', message]
}

/** Whether the browser lets scripts make style sheets. */
function constructs() {
  try {
    return !!new CSSStyleSheet()
  } catch {
    return false
  }
}

const isScript = type => type.includes('script')
const isWasm = async (type, response) =>
  type.includes('wasm') || new TextDecoder().decode((await response.arrayBuffer()).slice(0, MAGIC.length)) === MAGIC

/** What is wrong with a file, if that can be seen from here. */
async function looked(file, isRight) {
  try {
    const response = await fetch(file)
    if (!response.ok) return ['network', `expected ${file}, found status ${response.status}`]
    const type = response.headers.get('content-type') ?? 'no type'
    return (await isRight(type, response)) ? undefined : ['type', `expected ${file}, found ${type}`]
  } catch (error) {
    return ['network', `expected ${file}, found ${error.message}`]
  }
}

/** How the line looks, among whatever letters and colors the page has. */
const STYLES = `
  div { padding: 0.3em 1em; font: 0.8125rem/1.5 system-ui, sans-serif; text-align: center }
  button { padding: 0.1em 0.6em; font: inherit }
`
