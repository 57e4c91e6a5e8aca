// Where the desk stands in the single file: everything is in the page. The build puts `unpack` and `worker` in sight, the second a
// function of the scope that it is to run in. Where the browser starts no worker from a blob, as in some frames without an origin,
// it runs on the page itself, and takes a breath between its steps.

/** The module, unpacked once. */
let compiled
/** Whether no worker can be started here. */
let refused = false

/** A worker that has its module and waits for requests. */
export async function start() {
  compiled ??= compile()
  const module = await compiled
  if (!refused) {
    try {
      return await aside(module)
    } catch {
      refused = true
    }
  }
  return onPage(module)
}

async function compile() {
  try {
    return await WebAssembly.compile(await unpack(held('framing-reader-desk')))
  } catch (error) {
    throw Error(`expected the engine in the page, found none that is whole (${error.message})`, { cause: 'damaged' })
  }
}

/** The text of a copy of this page with these parts. */
export const saved = parts => customElements.get('framing-reader').saved(parts)

/** The part with the folder that came with the page, unpacked; none where the page came without one. */
export async function brought() {
  const folder = held('framing-reader-folder')
  return folder ? new Uint8Array(await unpack(folder)) : undefined
}

/** A real worker, once it has its module; rejects where it is refused, at once or when it begins. */
async function aside(module) {
  const address = URL.createObjectURL(new Blob([`(${worker})(self)`], { type: 'text/javascript' }))
  const started = new Worker(address, { name: 'framing-reader-desk' })
  try {
    await new Promise((done, failed) => {
      started.onmessage = done
      started.onerror = event => {
        event.preventDefault()
        failed(Error(event.message))
      }
      started.postMessage(module)
    })
    return started
  } catch (error) {
    started.terminate()
    throw error
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The same on the page. */
function onPage(module) {
  const { port1: outside, port2: scope } = new MessageChannel()
  scope.breath = () => new Promise(done => setTimeout(done))
  outside.terminate = () => {
    // It takes no other breath.
    scope.breath = () => new Promise(() => {})
    outside.close()
  }
  worker(scope)
  // Not every browser sends a module through a channel.
  scope.onmessage({ data: module })
  return outside
}

const held = name => document.getElementById(name).textContent
