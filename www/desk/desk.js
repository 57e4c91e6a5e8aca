// The page's side of the worker. One job runs at a time, the others wait; a job can be given up with an AbortSignal. The worker
// that runs it is then ended and another one started, as it is after a trap: what was read is kept here, as text, and given to the
// new worker when it is asked about.

import { start as startWorker } from './place.js'

export class Desk {
  #start
  #worker
  /** The jobs that wait, the next one first. */
  #jobs = []
  #busy = false
  /** What the running request waits with. */
  #waiting
  #count = 0
  /** Articles by name. */
  #texts = new Map()
  /** Names of articles that the worker has, and of those that it has read. */
  #held = new Set()
  #read = new Set()
  /** The story folder whose actors and framings are looked for. */
  #sought

  constructor(start = startWorker) {
    this.#start = start
  }

  /** Reads an article; gives what was found, counted. `progress` is told of each step. */
  read(name, text, options = {}) {
    return this.#job(options.signal, async () => {
      if (this.#texts.get(name) !== text) this.#held.delete(name)
      this.#texts.set(name, text)
      this.#read.delete(name)
      try {
        return await this.#ready(name, options.progress)
      } catch (error) {
        // Whatever else is asked next does not trap on it again, nor read what was given up.
        this.#texts.delete(name)
        throw error
      }
    })
  }

  /** Takes an article off the desk. */
  forget(name) {
    return this.#job(undefined, async () => {
      this.#texts.delete(name)
      this.#read.delete(name)
      if (this.#held.delete(name)) await this.#ask('take', [name])
    })
  }

  /** Some blocks of an article with what was found in them; `from` counts from 0. */
  passages(name, from, count) {
    return this.#job(undefined, async () => {
      await this.#ready(name)
      return this.#ask('passages', [name, from, count])
    }, true)
  }

  /** What an article's TOML file corrects: `entries` by their lists, what each says, where that stands now, what the engine says there; `anew`
   * where lines are something else by hand now, and what was found in the article with them. */
  corrected(name, file) {
    return this.#job(undefined, async () => {
      await this.#ready(name)
      return this.#ask('corrected', [name, file])
    }, true)
  }

  /** Which of the articles are editions or summaries of which: `[name, name, 'edition' | 'first-sums' | 'second-sums']`. */
  editions(names, { signal, progress } = {}) {
    return this.#job(signal, async () => {
      return this.#ask('editions', [await this.#all(names)], progress)
    })
  }

  /** Looks for the actors and framings of these files from now on; articles that were read are read again when they are asked for. */
  seek(files) {
    return this.#job(undefined, async () => {
      this.#sought = files
      this.#read.clear()
      if (this.#worker) await this.#ask('seek', [files])
    }, true)
  }

  /** Actors proposed from these articles, without those of the ids that are `known`. */
  propose(names, known, { signal, progress } = {}) {
    return this.#job(signal, async () => this.#ask('propose', [await this.#all(names), known], progress))
  }

  /** Those proposed actors as the text of `actors.toml`. */
  accept(names, ids) {
    return this.#job(undefined, async () => this.#ask('accept', [await this.#all(names), ids]))
  }

  /** Makes a story folder ready: `{ problems, story, record, json, byHand }`, packed and as JSON, with what is by hand counted, only `problems` where it cannot be built. */
  open(files, { signal } = {}) {
    return this.#job(signal, () => this.#ask('open', [files]))
  }

  /** Makes a story folder ready for a copy of the single file: `{ problems, title, story, record, fallback }`, only `problems` where it
   * cannot be built. */
  copied(files) {
    return this.#job(undefined, () => this.#ask('copied', [files]))
  }

  /** Tries a story folder's framings on its texts: `{ bad, summary }`, or `{ bad, problem }` where it cannot be read. Nothing where
   * it is not `wanted()` any more when its turn comes. */
  tryOut(files, wanted) {
    return this.#job(undefined, async () => (wanted() ? this.#ask('tryOut', [files]) : undefined))
  }

  /** Some paragraphs of a list of the last trial. */
  tried(list, from, count) {
    return this.#job(undefined, () => this.#ask('tried', [list, from, count]), true)
  }

  /** A story folder's annotations in a format, `[name, text]` of each file. */
  formatted(files, format) {
    return this.#job(undefined, () => this.#ask('formatted', [files, format]))
  }

  /** `story.toml` with one list of a framing's cues written as `value`, a TOML array. */
  setCues(text, framing, list, value) {
    return this.#job(undefined, () => this.#ask('setCues', [text, framing, list, value]), true)
  }

  /** `story.toml` without one list of a framing's cues. */
  dropCues(text, framing, list) {
    return this.#job(undefined, () => this.#ask('dropCues', [text, framing, list]), true)
  }

  /** `story.toml` without a framing's cues. */
  clearCues(text, framing) {
    return this.#job(undefined, () => this.#ask('clearCues', [text, framing]), true)
  }

  /** A TOML file as plain values. */
  values(text) {
    return this.#job(undefined, () => this.#ask('values', [text]), true)
  }

  /** A TOML file with the value at `path` set to `value`, as TOML writes it. */
  set(text, path, value) {
    return this.#job(undefined, () => this.#ask('set', [text, path, value]), true)
  }

  /** A TOML file without the value at `path`, if it is there. */
  unset(text, path) {
    return this.#job(undefined, () => this.#ask('unset', [text, path]), true)
  }

  /** A TOML file without the element at `path`. */
  remove(text, path) {
    return this.#job(undefined, () => this.#ask('remove', [text, path]), true)
  }

  /** Ends the worker; another one starts when something is asked. */
  end() {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#held.clear()
    this.#read.clear()
  }

  /** Runs a job after those before it; one that somebody waits for before those that take long. */
  #job(signal, job, soon = false) {
    return new Promise((done, failed) => {
      const run = async () => {
        const give = () => this.#fall(signal.reason)
        try {
          signal?.throwIfAborted()
          signal?.addEventListener('abort', give)
          done(await job())
        } catch (error) {
          failed(error)
        } finally {
          signal?.removeEventListener('abort', give)
        }
      }
      if (soon) this.#jobs.unshift(run)
      else this.#jobs.push(run)
      this.#work()
    })
  }

  async #work() {
    if (this.#busy) return
    this.#busy = true
    for (let job; (job = this.#jobs.shift()); ) await job()
    this.#busy = false
  }

  /** Those of these articles that can be read, once the worker has read them. */
  async #all(names) {
    const known = names.filter(name => this.#texts.has(name))
    for (const name of known) await this.#ready(name)
    return known
  }

  /** Sees to it that the worker has read an article; gives the summary where it was read now. */
  async #ready(name, progress) {
    if (this.#read.has(name)) return undefined
    if (!this.#texts.has(name)) throw Error(`no text is called ${name}`, { cause: 'unknown' })
    if (!this.#held.has(name)) await this.#ask('put', [name, this.#texts.get(name)])
    this.#held.add(name)
    const summary = await this.#ask('read', [name], progress)
    this.#read.add(name)
    return summary
  }

  async #ask(ask, args, progress) {
    if (!this.#worker) {
      this.#worker = this.#listen(await this.#start())
      if (this.#sought) await this.#send('seek', [this.#sought])
    }
    return this.#send(ask, args, progress)
  }

  #send(ask, args, progress) {
    const id = ++this.#count
    return new Promise((done, failed) => {
      this.#waiting = { id, done, failed, progress }
      this.#worker.postMessage({ id, ask, args })
    })
  }

  #listen(worker) {
    worker.onmessage = ({ data: { id, progress, done, failed } }) => {
      const waiting = this.#waiting
      if (!waiting || id !== waiting.id) return
      if (progress) return waiting.progress?.(progress)
      if (failed?.trapped) return this.#fall(Error(failed.message, { cause: 'panic' }))
      this.#waiting = undefined
      if (failed) waiting.failed(Error(failed.message, { cause: 'refused' }))
      else waiting.done(done)
    }
    worker.onerror = event => {
      event.preventDefault()
      this.#fall(Error(event.message || 'the worker could not be started', { cause: 'worker' }))
    }
    return worker
  }

  /** Ends the worker and the request that runs in it. */
  #fall(error) {
    const waiting = this.#waiting
    this.#waiting = undefined
    this.end()
    waiting?.failed(error)
  }
}
