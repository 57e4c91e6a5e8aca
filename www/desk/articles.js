// The list of articles on the desk: each is read as soon as it lies there and whenever its text changes, one after the other, and
// says how far that is, what was found, or what kept it from being read.

import { make } from './dom.js'
import { WORDS } from './words.js'

/** Longest text of a list's line that is a title, in UTF-16 units. */
const TITLE = 120

export class Articles {
  list = make('ol', { className: 'articles' })
  #desk
  #on
  /** Articles by their ids: `{ id, label, text, state, summary, parts }`. */
  #all = new Map()
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
      const article = { ...known, id, label, text, note, state: 'waiting', summary: known?.text === text ? known.summary : undefined }
      article.element ??= make('li')
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
    const told = {}
    try {
      told.summary = await this.#desk.read(id, text, {
        signal: give.signal,
        progress: progress => {
          if (article.give !== give) return
          Object.assign(article, { state: 'reading', progress })
          this.#draw(article)
        },
      })
      told.state = 'read'
    } catch (error) {
      told.state = error.name === 'AbortError' ? 'canceled' : error.cause === 'panic' ? 'panic' : 'worker'
    }
    // Its text has changed since, or it is gone.
    if (article.give !== give || this.#all.get(id) !== article) return
    Object.assign(article, told, { give: undefined })
    this.#draw(article)
    if (told.summary) this.#on.again(id, told.summary.blocks)
    if (told.summary?.title) this.#on.titled(id, told.summary.title)
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
    const { id, element, state, summary, progress, note } = article
    const drawn = JSON.stringify([state, progress, summary, note, this.title(id), this.#kin(id)])
    if (article.drawn === drawn) return
    article.drawn = drawn
    // A button that has the focus keeps it: the new one does the same.
    const focused = element.contains(document.activeElement) && document.activeElement.dataset.do
    const title = make('h3', { dir: 'auto' }, this.title(id))
    const button = (name, words, press) => make('button', { type: 'button', 'data-do': name, onclick: press, 'aria-label': `${words}: ${this.title(id)}` }, words)
    const remove = button('remove', WORDS.remove, () => this.#on.remove(id))
    const body = {
      waiting: () => [make('p', { className: 'quiet' }, WORDS.waiting)],
      reading: () => [
        make('p', { className: 'quiet' }, make('progress', { max: progress.of, value: progress.done, 'aria-label': this.title(id) }), ' ', WORDS.steps[progress.step]),
      ],
      read: () => this.#counts(summary, id, note),
      coded: () => [make('p', { className: 'quiet' }, WORDS.coded)],
      canceled: () => [make('p', { className: 'told' }, WORDS.canceled)],
      panic: () => [make('p', { className: 'told' }, WORDS.problems.panic)],
      worker: () => [make('p', { className: 'told' }, WORDS.problems.worker)],
    }[state]()
    const actions = {
      waiting: () => [button('cancel', WORDS.cancel, () => article.give?.abort())],
      reading: () => [button('cancel', WORDS.cancel, () => article.give?.abort())],
      read: () => [button('show', WORDS.show, () => this.#on.show(id, summary.blocks))],
      coded: () => [],
    }[state]?.() ?? [button('again', WORDS.again, () => this.#read(article))]
    element.replaceChildren(title, ...body, make('p', { className: 'does' }, ...actions, remove))
    if (focused) (element.querySelector(`[data-do=${focused}]`) ?? element.querySelector('button')).focus()
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
