// The story folder as it lies on the desk: its files by name, texts all of them, and what was done to them, step by step, so that every step
// can be taken back. Whoever shows or keeps it listens for `change`, whose `names` are those of the files that changed.

/** Steps that can be taken back. Files are shared between them, so that a step costs what it changed. */
const STEPS = 500

export class Folder extends EventTarget {
  files
  #past = []
  #future = []

  constructor(files = {}) {
    super()
    this.files = new Map(Object.entries(files))
  }

  get canUndo() {
    return this.#past.length > 0
  }

  get canRedo() {
    return this.#future.length > 0
  }

  /** Changes files; `undefined` takes one out. Steps with the same `label`, one after the other, are one: somebody types. */
  change(patch, label) {
    const before = this.#apply(patch)
    if (!Object.keys(before).length) return
    const last = this.#past.at(-1)
    if (label && last?.label === label && !this.#future.length) last.before = { ...before, ...last.before }
    else this.#past.push({ before, label })
    if (this.#past.length > STEPS) this.#past.shift()
    this.#future = []
    this.#tell(before)
  }

  /** Changes files as part of the last step: what follows from it by itself. */
  amend(patch) {
    const last = this.#past.at(-1)
    const before = this.#apply(patch)
    if (last) last.before = { ...before, ...last.before }
    this.#tell(before)
  }

  /** Puts other files in the place of all. */
  replace(files) {
    this.change({ ...Object.fromEntries([...this.files.keys()].map(name => [name, undefined])), ...files })
  }

  /** Takes files as another tab has left them: no step of this one's, and not told as a change of its own. Steps that would take
   * back what the other tab has done are forgotten. */
  follow(patch) {
    const touches = ({ before }) => Object.keys(before).some(name => name in patch)
    this.#past = this.#past.slice(this.#past.findLastIndex(touches) + 1)
    if (this.#future.some(touches)) this.#future = []
    this.dispatchEvent(Object.assign(new Event('change'), { names: Object.keys(this.#apply(patch)), followed: true }))
  }

  undo() {
    this.#move(this.#past, this.#future)
  }

  redo() {
    this.#move(this.#future, this.#past)
  }

  #move(from, to) {
    const step = from.pop()
    if (!step) return
    to.push({ before: this.#apply(step.before) })
    this.#tell(step.before)
  }

  /** Applies a patch; gives the one that takes it back. */
  #apply(patch) {
    const before = {}
    for (const [name, text] of Object.entries(patch)) {
      if (this.files.get(name) === text) continue
      before[name] = this.files.get(name)
      if (text === undefined) this.files.delete(name)
      else this.files.set(name, text)
    }
    return before
  }

  #tell(patch) {
    this.dispatchEvent(Object.assign(new Event('change'), { names: Object.keys(patch) }))
  }
}
