// The list of articles on the desk: each is read as soon as it lies there and whenever its text changes, one after the other, and
// says how far that is, what was found, or what kept it from being read.

import { make } from './dom.js'
import { WORDS } from './words.js'

/** Longest text of a list's line that is a title, in UTF-16 units. */
const TITLE = 120
/** How long an article is read again before that is told, in milliseconds: what is gone at once only makes the page flicker. */
const PATIENCE = 400

export class Articles {
  list = make('ol', { className: 'articles' })
  #desk
  #on
  /** Articles by their ids: `{ id, label, text, element, does, state, summary, stands, asked, late }`; `does`: the line of its
   * buttons; `stands`: what was found before is true until it is read again; `asked`: it is to be shown when that is done; `late`: that
   * takes long. */
  #all = new Map()
  /** What the buttons of an article do. */
  #presses = {
    // Where it is being read again, as soon as that is done.
    show: article => (article.state === 'read' ? this.#on.show(article.id, article.summary.blocks) : (article.asked = true)),
    cancel: article => article.give?.abort(),
    again: article => this.#read(article),
    remove: ({ id }) => this.#on.remove(id),
  }
  /** Gives up the comparison that runs, since the articles are other ones now. */
  #comparing
  /** `[id, id, kinship]` of those that belong together. */
  kinships = []

  /** `on` has `show(id, blocks)`, `again(id, blocks)` for one that was read, `remove(id)`, `titled(id, title)` and `framings()`. */
  constructor(desk, on) {
    this.#desk = desk
    this.#on = on
  }

  get ids() {
    return [...this.#all.keys()]
  }

  title(id) {
    const { summary, label } = this.#all.get(id) ?? {}
    return (summary?.title ?? label ?? id).slice(0, TITLE)
  }

  /** How many lines an article has; none before it was read. */
  lines(id) {
    return this.#all.get(id)?.summary?.blocks
  }

  /** Gives the focus to an article, if it is still there. */
  focus(id) {
    this.#all.get(id)?.element.querySelector('button').focus()
  }

  /** Shows these documents, each `{ id, label, text, note, raw }`, and reads those that are new or changed, or all of them `anew`. */
  take(documents, anew) {
    const gone = new Set(this.#all.keys())
    let changed = false
    for (const { id, label, text, note, raw } of documents) {
      gone.delete(id)
      const known = this.#all.get(id)
      if (known?.text === text && !(anew && raw)) {
        known.label = label
        this.#draw(known)
        continue
      }
      changed = true
      known?.give?.abort()
      const same = known?.text === text
      const article = { ...known, id, label, text, note, state: 'waiting', summary: same ? known.summary : undefined, stands: same && known.stands }
      article.does ??= make('p', { className: 'does' })
      article.element ??= make('li', {}, article.does)
      this.#all.set(id, article)
      if (raw) this.#read(article)
      else this.#draw(Object.assign(article, { state: 'coded' }))
    }
    for (const id of gone) {
      this.#all.get(id).give?.abort()
      this.#all.get(id).element.remove()
      this.#all.delete(id)
      this.#desk.forget(id)
    }
    documents.forEach(({ id }, n) => {
      const { element } = this.#all.get(id)
      // What stands in its place is left there, with the focus that it may have.
      if (this.list.children[n] !== element) this.list.insertBefore(element, this.list.children[n] ?? null)
    })
    if (changed || gone.size) this.#compare()
  }

  async #read(article) {
    const { id, text } = article
    const give = (article.give = new AbortController())
    article.state = 'waiting'
    this.#draw(article)
    // Its text may change in the meantime, or it may be taken off the desk.
    const current = () => article.give === give && this.#all.get(id) === article
    const tell = now => current() && this.#draw(Object.assign(article, now))
    const late = setTimeout(() => tell({ late: true }), PATIENCE)
    const told = {}
    try {
      told.summary = await this.#desk.read(id, text, {
        signal: give.signal,
        progress: progress => void tell({ state: 'reading', progress }),
      })
      told.state = 'read'
    } catch (error) {
      told.state = error.name === 'AbortError' ? 'canceled' : error.cause === 'panic' ? 'panic' : 'worker'
    }
    clearTimeout(late)
    if (!current()) return
    const { asked } = article
    tell({ ...told, stands: told.state === 'read', asked: false, late: false })
    article.give = undefined
    if (told.summary) this.#on.again(id, told.summary.blocks)
    if (told.summary?.title) this.#on.titled(id, told.summary.title)
    if (asked && told.summary) this.#presses.show(article)
  }

  async #compare() {
    this.#comparing?.abort()
    const give = (this.#comparing = new AbortController())
    // Runs when what was put on the desk just now has been read: jobs keep their order.
    this.kinships = await this.#desk.editions(this.ids, { signal: give.signal }).catch(() => [])
    if (give.signal.aborted) return
    for (const article of this.#all.values()) this.#draw(article)
  }

  /** What an article is to another one, in words. */
  #kin(id) {
    const words = this.kinships.flatMap(([one, other, kinship]) => {
      if (kinship === 'edition' && id === other) return WORDS.kinship.edition(this.title(one))
      if (kinship === 'first-sums' && id === one) return WORDS.kinship.summary(this.title(other))
      if (kinship === 'second-sums' && id === other) return WORDS.kinship.summary(this.title(one))
      return []
    })
    return words.slice(0, 1)
  }

  #draw(article) {
    const { id, element, does, state, summary, stands, late, progress, note } = article
    const drawn = JSON.stringify([state, progress, summary, stands, late, note, this.title(id), this.#kin(id)])
    if (article.drawn === drawn) return
    article.drawn = drawn
    element.dataset.state = state
    const goes = {
      waiting: () => [WORDS.waiting],
      reading: () => [make('progress', { max: progress.of, value: progress.done, 'aria-label': this.title(id) }), ' ', WORDS.steps[progress.step]],
    }[state]?.()
    const told = words => [make('p', { className: 'told' }, words)]
    const quiet = words => [make('p', { className: 'quiet' }, words)]
    const found = () => this.#counts(summary, id, note)
    const body = {
      read: found,
      coded: () => quiet(WORDS.coded),
      canceled: () => told(WORDS.canceled),
      panic: () => told(WORDS.problems.panic),
      worker: () => told(WORDS.problems.worker),
    }[state] ?? (stands ? found : () => quiet(goes))
    this.#offer(article)
    // Behind the buttons, so that it does not move them.
    if (goes && stands && late) does.append(make('span', { className: 'quiet' }, goes))
    while (element.firstChild !== does) element.firstChild.remove()
    element.prepend(make('h3', { dir: 'auto' }, this.title(id)), ...body())
  }

  /** Gives an article its buttons. One that is there already stays, with the focus and with the finger that is on it. */
  #offer({ id, state, stands, late, does }) {
    const failed = ['again', 'remove']
    const names = { read: ['show', 'remove'], coded: ['remove'], canceled: failed, panic: failed, worker: failed }[state]
      ?? (stands ? ['show', 'remove', ...(late ? ['cancel'] : [])] : ['cancel', 'remove'])
    const focused = does.contains(document.activeElement)
    const there = new Map(Array.from(does.children, part => [part.dataset.do, part]))
    for (const [name, part] of there) if (!names.includes(name)) part.remove()
    for (const [n, name] of names.entries()) {
      const button = there.get(name) ?? make('button', { type: 'button', 'data-do': name, onclick: () => this.#presses[name](this.#all.get(id)) }, WORDS[name])
      button.setAttribute('aria-label', `${WORDS[name]}: ${this.title(id)}`)
      if (does.children[n] !== button) does.insertBefore(button, does.children[n] ?? null)
    }
    if (focused && !does.contains(document.activeElement)) does.firstChild.focus()
  }

  #counts(summary, id, note) {
    const { kinds, frames, blocks } = summary
    const shown = blocks - (kinds.chrome ?? 0) - (kinds.other ?? 0)
    const lines = [kinds.para ? WORDS.counted(summary) : WORDS.noParagraph]
    for (const { id, name } of this.#on.framings()) if (frames[id]?.present) lines.push(WORDS.marked(frames[id].present, name))
    if (blocks > shown) lines.push(WORDS.left(blocks - shown))
    return [
      ...this.#kin(id).map(words => make('p', { className: 'kin' }, words)),
      make('p', { className: 'quiet' }, lines.join(' · ')),
      ...(note ? [make('p', { className: 'told' }, WORDS.notes[note])] : []),
    ]
  }
}
