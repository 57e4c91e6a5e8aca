// Keeps the folder as it is made, and says so: every change is written at once. What other tabs write is taken over here, unless
// this tab has changed the same file in the meantime: then somebody is asked. The folder also goes out and comes in as a .zip.

import { make } from './dom.js'
import { hand } from './handout.js'
import { NAME, Store } from './store.js'
import { WORDS } from './words.js'
import { packed, unpacked } from './zip.js'

/** What a story folder must hold. */
const MANIFEST = 'story.toml'

export class Kept {
  state = make('p', { className: 'kept' })
  buttons
  #words = make('span')
  #question = make('span', { role: 'status' })
  /** The way back to what the copy holds that this desk came with. */
  #back = make('span')
  #folder
  #tell
  #store
  /** Files that were changed and are not written yet. */
  #changed = new Set()
  #saving = false
  /** Whether the browser has refused the last of it. */
  #refused = false
  /** Changes that are being made: what somebody has done and no file says yet. */
  #coming = 0
  /** Files on which this tab and another one differ, with the other one's text. */
  #theirs = {}

  constructor(folder, tell) {
    this.#folder = folder
    this.#tell = tell
    const pick = make('input', { type: 'file', accept: '.zip' })
    pick.addEventListener('change', async () => {
      await this.open(pick.files[0])
      pick.value = ''
    })
    this.buttons = [
      make('button', { type: 'button', 'data-do': 'export', onclick: () => this.#export() }, WORDS.export),
      make('label', { className: 'pick' }, WORDS.import, pick),
    ]
    this.state.append(this.#words, ' ', this.#question, ' ', this.#back)
    folder.addEventListener('change', ({ names, followed }) => {
      if (followed) return
      for (const name of names) this.#changed.add(name)
      this.#save()
    })
    addEventListener('beforeunload', event => {
      if ((this.#changed.size || this.#coming) && folder.files.size > 1) event.preventDefault()
    })
  }

  /** Takes up what lay here the last time, or else what the page came with, `{ name, files }`. */
  async begin({ name, files: brought } = {}) {
    if (brought) this.#folder.follow(brought)
    try {
      // A copy has a store of its own.
      this.#store = new Store(names => this.#follow(names), name && `${NAME}-${name}`)
      await this.#store.open()
      const files = await this.#store.load()
      if (brought) this.#resume(brought, files)
      else if (files[MANIFEST]) this.#folder.follow(files)
    } catch {
      this.#store = undefined
    }
    this.#say()
  }

  /** Counts nothing as kept before this change, a promise that keeps, is made and kept too. */
  async expect(change) {
    this.#coming++
    this.#say()
    await change
    this.#coming--
    this.#say()
  }

  /** Goes on with a copy where this browser left it, and offers the way back to what the copy holds. */
  #resume(brought, files) {
    this.#folder.follow(files)
    const now = Object.fromEntries(this.#folder.files)
    const names = new Set([...Object.keys(brought), ...Object.keys(now)])
    if ([...names].every(name => now[name] === brought[name])) return
    const back = () => {
      this.#folder.replace(brought)
      this.#back.replaceChildren()
      this.#tell(WORDS.wentBack)
    }
    this.#back.replaceChildren(WORDS.resumed, ' ', make('button', { type: 'button', 'data-do': 'as-saved', onclick: back }, WORDS.asSaved))
  }

  async #save() {
    if (!this.#store || this.#saving) return this.#say()
    this.#saving = true
    this.#refused = false
    this.#say()
    try {
      while (this.#changed.size) {
        const names = [...this.#changed]
        const patch = Object.fromEntries(names.map(name => [name, this.#folder.files.get(name)]))
        const theirs = await this.#store.save(patch)
        for (const name of names) if (this.#folder.files.get(name) === patch[name]) this.#changed.delete(name)
        Object.assign(this.#theirs, theirs)
      }
      this.#ask()
    } catch {
      this.#refused = true
    }
    this.#saving = false
    this.#say()
  }

  /** Another tab has written files: those that were not changed here are taken over. */
  async #follow(names) {
    const mine = name => this.#changed.has(name) || name in this.#theirs
    const taken = names.filter(name => !mine(name))
    if (taken.length) this.#folder.follow(await this.#store.load(taken))
  }

  /** Asks whose text is to stay, where two tabs have changed the same file. */
  #ask() {
    const names = Object.keys(this.#theirs)
    this.#question.replaceChildren()
    if (!names.length) return
    const settle = (words, patch) => make('button', {
      type: 'button',
      onclick: async () => {
        const theirs = this.#theirs
        this.#theirs = {}
        // Seen now, whichever is taken.
        await this.#store.load(names)
        const mine = Object.fromEntries(names.map(name => [name, this.#folder.files.get(name)]))
        if (patch === 'theirs') this.#folder.change(theirs)
        else for (const name of Object.keys(mine)) this.#changed.add(name)
        await this.#save()
        this.#ask()
      },
    }, words)
    this.#question.append(WORDS.conflict(names.join(', ')), ' ', settle(WORDS.takeTheirs, 'theirs'), ' ', settle(WORDS.keepMine, 'mine'))
  }

  #say() {
    const state = !this.#store || this.#refused ? 'not' : this.#saving || this.#coming ? 'keeping' : 'kept'
    this.#words.textContent = { not: WORDS.notKept, keeping: WORDS.keeping, kept: WORDS.kept }[state]
    this.state.dataset.state = state
  }

  async #export() {
    const encoder = new TextEncoder()
    const files = [...this.#folder.files].map(([name, text]) => [name, encoder.encode(text)])
    hand('story.zip', await packed(files))
  }

  /** Opens a story folder in the place of what lies here, as one step that can be taken back. */
  async open(file) {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      const files = (await unpacked(new Uint8Array(await file.arrayBuffer()))).map(([name, bytes]) => [name, decoder.decode(bytes)])
      if (!files.some(([name]) => name === MANIFEST)) throw Error('no manifest')
      this.#folder.replace(Object.fromEntries(files))
      this.#tell(WORDS.imported)
    } catch {
      this.#tell(WORDS.badZip)
    }
  }
}
