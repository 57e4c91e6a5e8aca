// The desk's worker: the engine off the main thread. The first message is the compiled module; each later one is a request
// `{ id, ask, args }`, answered by `{ id, progress }` as often as there is any, and last by `{ id, done }` or `{ id, failed }`.
// After a trap nothing in this worker can be trusted; it says so, and whoever started it starts another.
// `self` is the scope: a worker's, or what a page without workers has in its place, where `breath` lets the page draw between steps.

import * as functions from '../framing-reader-desk.js'

let desk

/** What can be asked; each gets a function that tells how far it is, to be waited for. */
const ASKS = {
  put: (_, name, text) => desk.put(name, text),
  take: (_, name) => desk.take(name),
  seek: (_, files) => desk.seek(files),
  propose: (_, names, known) => desk.propose(names, known),
  accept: (_, names, ids) => desk.accept(names, ids),
  /** Reads an article to its end; gives what was found, counted. */
  async read(tell, name) {
    for (let step, done = 0; (step = desk.step(name)); ) await tell({ step, done: ++done, of: STEPS })
    return desk.summary(name)
  },
  passages: (_, name, from, count) => desk.passages(name, from, count),
  corrected: (_, name, file) => desk.corrected(name, file),
  /** Compares each article with each; gives `[name, name, kinship]` of those that have one. */
  async editions(tell, names) {
    const pairs = names.flatMap((one, n) => names.slice(n + 1).map(other => [one, other]))
    const found = []
    let told = performance.now()
    for (const [n, [one, other]] of pairs.entries()) {
      const kinship = desk.kinship(one, other)
      if (kinship) found.push([one, other, kinship])
      if (performance.now() - told < APART) continue
      await tell({ step: 'editions', done: n + 1, of: pairs.length })
      told = performance.now()
    }
    return found
  },
  /** Makes a story folder ready for the page. */
  open(_, files) {
    const [problems, story, record, json, byHand] = functions.open(files)
    return { problems, story, record, json, byHand }
  },
  /** Makes a story folder ready for a copy of the single file. */
  copied(_, files) {
    const [problems, title, story, record, fallback] = functions.copied(files)
    return { problems, title, story, record, fallback }
  },
  /** Tries the framings of a story folder: `{ bad, summary }`, or `{ bad, problem }` where something else than cues keeps it from being read. */
  tryOut(_, files) {
    const bad = functions.badCues(new TextDecoder().decode(files['story.toml']))
    try {
      return { bad, summary: desk.tryOut(files) }
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error
      return { bad, problem: error.message }
    }
  },
  tried: (_, list, from, count) => desk.tried(list, from, count),
  /** A story folder's annotations in a format: `[name, text]` of each file. */
  formatted: (_, files, format) => functions.formatted(files, format),
  setCues: (_, text, framing, list, value) => functions.setCues(text, framing, list, value),
  dropCues: (_, text, framing, list) => functions.dropCues(text, framing, list),
  clearCues: (_, text, framing) => functions.clearCues(text, framing),
  values: (_, text) => functions.values(text),
  set: (_, text, path, value) => functions.set(text, path, value),
  unset: (_, text, path) => functions.unset(text, path),
  remove: (_, text, path) => functions.remove(text, path),
}

/** Steps in which an article is read. */
const STEPS = 4
/** Between two messages on how far it is, in milliseconds: more would only keep the page busy. */
const APART = 50

self.onmessage = async ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    functions.initSync({ module: data })
    desk = new functions.Desk()
    return self.postMessage({ ready: true })
  }
  const { id, ask, args } = data
  try {
    const tell = progress => {
      self.postMessage({ id, progress })
      return self.breath?.()
    }
    self.postMessage({ id, done: await ASKS[ask](tell, ...args) })
  } catch (error) {
    const trapped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    self.postMessage({ id, failed: { message: error.message, trapped } })
  }
}
