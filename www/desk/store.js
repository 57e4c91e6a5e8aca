// What the browser keeps: the files of the folder, each with a version that counts its changes. A file is only written over the version
// that whoever writes has seen; where another tab has been faster, nothing is written and both texts are handed out.

/** The store of a desk that came without a folder. */
export const NAME = 'framing-reader-desk'
const FILES = 'files'

/** A request or a transaction, as a promise. */
const settled = (target, done) => new Promise((resolve, reject) => {
  target[done] = () => resolve(target.result)
  target.onerror = target.onabort = () => reject(target.error ?? Error('the browser gave it up'))
})

export class Store {
  #name
  #database
  /** Versions as this tab has seen them. */
  #versions = new Map()
  #channel

  /** `other(names)` is told of files that another tab has written to the store of this name. */
  constructor(other, name = NAME) {
    this.#name = name
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }) => other(data)
  }

  /** Opens the store; rejects where the browser keeps nothing. */
  async open() {
    const request = indexedDB.open(this.#name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(FILES, { keyPath: 'name' })
    this.#database = await settled(request, 'onsuccess')
    // Whoever wants a newer store waits for nobody.
    this.#database.onversionchange = () => this.#database.close()
  }

  /** Files as they are kept, all of them or those of these names: `{ name: text }`, `undefined` for one that was taken out. */
  async load(names) {
    const kept = await settled(this.#database.transaction(FILES).objectStore(FILES).getAll(), 'onsuccess')
    const wanted = kept.filter(({ name }) => !names || names.includes(name))
    for (const { name, version } of wanted) this.#versions.set(name, version)
    return Object.fromEntries(wanted.map(({ name, text }) => [name, text]))
  }

  /** Writes files, all of them or none; gives those that another tab has changed since, as `{ name: text }`, written over none. */
  async save(patch) {
    const transaction = this.#database.transaction(FILES, 'readwrite')
    const finished = settled(transaction, 'oncomplete')
    const files = transaction.objectStore(FILES)
    const theirs = {}
    const written = new Map()
    for (const [name, text] of Object.entries(patch)) {
      files.get(name).onsuccess = ({ target: { result } }) => {
        const version = result?.version ?? 0
        if (version !== (this.#versions.get(name) ?? 0) && result.text !== text) {
          theirs[name] = result.text
          return
        }
        written.set(name, version + 1)
        files.put({ name, text, version: version + 1 })
      }
    }
    await finished
    for (const [name, version] of written) this.#versions.set(name, version)
    if (written.size) this.#channel.postMessage([...written.keys()])
    return theirs
  }
}
