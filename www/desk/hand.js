// What somebody corrected of one article: the entries of its TOML file, each with the place where its words stand now and what the engine
// says there, and the changes of that file. Every entry carries the words it is about, so that it finds them in a text that was saved anew.

import { literal } from './toml.js'

/** Longest beginning of a line that an entry on the whole line is anchored by, in UTF-16 units. */
const EXACT = 80
/** How much of what stands around words an entry on them is anchored by, in UTF-16 units. */
const CONTEXT = 32
/** What says where an entry belongs, and not what it says there. */
const ANCHOR = new Set(['line', 'exact', 'prefix', 'suffix'])
/** Which entries are about a whole line. */
export const WHOLE = new Set(['block', 'paragraph'])

const NONE = { block: [], mention: [], quotation: [], paragraph: [] }

export class Hand {
  /** Entries by their lists, each `{ says, place }`; without a place where its words stand nowhere any more. */
  entries = NONE
  #desk
  #id
  #files
  #edit
  #turn = 0

  /** `files()` gives the folder's files; `edit(change, label)` changes them. */
  constructor(desk, id, { files, edit }) {
    this.#desk = desk
    this.#id = id
    this.#files = files
    this.#edit = edit
  }

  get #file() {
    return `${this.#id}.toml`
  }

  /** Takes up what the folder says now; whether that lets anything else be found in the article. */
  async read() {
    const turn = ++this.#turn
    const { anew, entries } = await this.#desk.corrected(this.#id, this.#files().get(this.#file) ?? '').catch(() => ({ entries: NONE }))
    // Somebody may have asked since, and been answered before.
    if (turn === this.#turn) this.entries = entries
    return anew
  }

  async #read(text) {
    return (await this.#desk.corrected(this.#id, text)).entries
  }

  /** The entries of a list on a line. */
  on(list, line) {
    return this.entries[list].filter(({ place }) => place?.line === line)
  }

  /**
   * Says something of a place by hand: `members` to their values as TOML writes them, `undefined` takes one out. `at` has `line`, its `text`,
   * and `start` and `end` of the words if it is not about the whole line. Nothing left to say takes the entry out.
   */
  say(list, at, members, label) {
    return this.#change(text => this.#said(text, list, at, members), label && [this.#file, list, at.line, at.start, label].join())
  }

  /** Says something of words that nobody spoke of so far, in the place of everything that was said of any of them. */
  mark(list, at, members) {
    return this.#change(async before => {
      let text = before
      for (let found; (found = this.#find(await this.#read(text), list, at)) >= 0; ) text = await this.#desk.remove(text, `${list}.${found}`)
      return this.#said(text, list, at, members)
    })
  }

  /** Takes an entry out, wherever its words stand. */
  takeOut(list, entry) {
    const same = JSON.stringify(entry.says)
    return this.#change(async text => {
      const at = (await this.#read(text))[list].findIndex(({ says }) => JSON.stringify(says) === same)
      return at < 0 ? text : this.#desk.remove(text, `${list}.${at}`)
    })
  }

  #change(change, label) {
    return this.#edit(async files => {
      const text = await change(files.get(this.#file) ?? '')
      return { [this.#file]: text.trim() ? text : undefined }
    }, label)
  }

  async #said(before, list, at, members) {
    let text = before
    let n = this.#find(await this.#read(text), list, at)
    if (n < 0) {
      if (Object.values(members).every(value => value === undefined)) return before
      text = [text.trimEnd(), entry(list, at)].filter(Boolean).join('\n\n')
      n = (await this.#desk.values(text))[list].length - 1
    }
    for (const [name, value] of Object.entries(members)) {
      const path = `${list}.${n}.${name}`
      text = value === undefined ? await this.#desk.unset(text, path) : await this.#desk.set(text, path, value)
    }
    const says = (await this.#desk.values(text))[list][n]
    return Object.keys(says).every(name => ANCHOR.has(name)) ? this.#desk.remove(text, `${list}.${n}`) : text
  }

  /** The number of the entry on a line, or on words that overlap those of `at`. */
  #find(entries, list, { line, start, end }) {
    return entries[list].findIndex(({ place }) => place?.line === line && (WHOLE.has(list) || (place.start < end && start < place.end)))
  }
}

/** A document's file with another actor in the place of one, wherever a person named that one. */
export async function recast(desk, file, from, to) {
  let text = file
  const says = await desk.values(file)
  for (const [list, member] of [['mention', 'actor'], ['quotation', 'speaker']]) {
    for (const [n, entry] of (says[list] ?? []).entries()) {
      if (entry[member] === from) text = await desk.set(text, `${list}.${n}.${member}`, literal(to))
    }
  }
  return text
}

/** An entry that says nothing yet. */
function entry(list, { line, text, start, end }) {
  const anchor = WHOLE.has(list)
    ? { exact: first(text.trim(), EXACT) }
    : { exact: text.slice(start, end), prefix: last(text.slice(0, start), CONTEXT), suffix: first(text.slice(end), CONTEXT) }
  const lines = Object.entries(anchor).filter(([, words]) => words).map(([name, words]) => `${name} = ${literal(words)}\n`)
  return `[[${list}]]\nline = ${line}\n${lines.join('')}`
}

/** The beginning and the end of a text; no letter is cut in two. */
const first = (text, length) => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
const last = (text, length) => text.slice(-length).replace(/^[\udc00-\udfff]/, '')
