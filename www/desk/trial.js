// What the two framings catch and miss in the articles on the desk. It follows what is typed: a trial begins when somebody pauses, runs in the
// worker, and is shown only if nothing has changed since. Passages are fetched for the list that is looked at, as many as somebody reads.

import { make } from './dom.js'
import { marked } from './marked.js'
import { TRIAL, WORDS } from './words.js'

/** Passages shown at first, and each time there are to be more. */
const PASSAGES = 20
/** How long nothing has to change before the words are tried, in milliseconds: long enough for a fast typist, too short to wait for. */
const PAUSE = 250

export class Trial {
  section
  #desk
  #on
  #status = make('p', { role: 'status', className: 'status' })
  #lists = make('p', { className: 'does lists', role: 'group', 'aria-label': TRIAL.lists })
  #heading = make('h3', { id: 'tried', tabIndex: -1, hidden: true })
  #passages = make('ol', { className: 'lines', 'aria-labelledby': 'tried' })
  #more = make('button', { type: 'button', hidden: true, onclick: () => this.#add() }, '')
  #timer
  /** Counts what was asked for: an older answer is not shown. */
  #turn = 0
  /** Articles on the desk. */
  #count = 0
  #summary
  #list = 'neither'
  /** The cue whose passages are shown, as written: its number may be another one's after a change. */
  #cue

  /** `on` has `files()`, `framings()`, `title(id)`, `told(at, bad, cues)` and `jump(id, line, back)`. */
  constructor(desk, on) {
    this.#desk = desk
    this.#on = on
    this.section = make('section', { className: 'trial', hidden: true, 'aria-labelledby': 'trial' },
      make('h2', { id: 'trial' }, TRIAL.heading), make('p', { className: 'quiet' }, TRIAL.hint),
      this.#status, this.#lists, this.#heading, this.#passages, make('p', { className: 'does' }, this.#more))
  }

  /** Something has changed; `count` articles lie on the desk. */
  take(count) {
    this.#count = count
    this.section.hidden = !count
    clearTimeout(this.#timer)
    const turn = ++this.#turn
    if (count) this.#timer = setTimeout(() => this.#try(turn), PAUSE)
  }

  async #try(turn) {
    const answer = await this.#desk.tryOut(this.#on.files(), () => turn === this.#turn).catch(error => ({ problem: error.message }))
    if (turn !== this.#turn || !answer) return
    const { bad = [], problem, summary } = answer
    this.#status.textContent = problem ? TRIAL.problem(problem) : bad.length ? TRIAL.bad(bad.length) : ''
    const cues = at => (summary ?? this.#summary)?.framings[at]?.cues ?? []
    for (const at of [0, 1]) this.#on.told(at, bad.filter(({ framing }) => framing === at), cues(at))
    if (!summary) return
    this.#summary = summary
    await this.#show(turn)
  }

  /** Shows the passages in which a cue of a framing stands. */
  async show(at, cue) {
    this.#list = `cue ${at} ${cue}`
    this.#cue = this.#summary.framings[at].cues[cue].rule
    await this.#show(this.#turn)
    this.#heading.focus()
  }

  async #choose(list) {
    this.#list = list
    await this.#show(this.#turn)
  }

  /** The lists that can be chosen: `[list, words, count]`. */
  #choices() {
    const { paragraphs, coded, neither, differ, framings } = this.#summary
    const names = this.#names()
    return [
      ...framings.map(({ caught }, at) => [`caught ${at}`, TRIAL.caught(names[at], caught, paragraphs), caught]),
      ['neither', TRIAL.neither(neither), neither],
      ...(coded ? [['differ', TRIAL.differ(differ), differ]] : []),
    ]
  }

  #names() {
    return [0, 1].map(at => this.#on.framings()[at]?.name || String(at + 1))
  }

  async #show(turn) {
    this.#follow()
    const choices = this.#choices()
    const focused = this.#lists.contains(document.activeElement) && document.activeElement.dataset.list
    this.#lists.replaceChildren(...choices.map(([list, words]) =>
      make('button', { type: 'button', 'data-list': list, 'aria-pressed': String(list === this.#list), onclick: () => this.#choose(list) }, words)))
    if (focused) this.#lists.querySelector(`[data-list="${focused}"]`)?.focus()
    const [kind, at] = this.#list.split(' ')
    this.#heading.hidden = false
    this.#heading.textContent = kind === 'cue' ? TRIAL.standing(this.#cue, this.#total()) : TRIAL.shown[kind](this.#names()[at])
    const { coded } = this.#summary
    if (coded && !this.#status.textContent) this.#status.textContent = this.#summary.framings.map((framing, at) => TRIAL.coded(this.#names()[at], framing)).join(' ')
    const passages = await this.#fetch(0)
    if (turn !== this.#turn) return
    // A worker that took the place of another knows of no trial.
    if (!passages.length && this.#total()) return this.take(this.#count)
    // Where somebody reads on, nothing is drawn anew that says the same.
    const drawn = JSON.stringify([this.#list, passages, this.#names(), passages.map(({ document: id }) => this.#on.title(id))])
    if (drawn === this.#passages.drawn && this.#passages.childElementCount <= PASSAGES) return this.#rest()
    this.#passages.drawn = drawn
    this.#passages.replaceChildren(...passages.map(passage => this.#passage(passage)))
    this.#rest()
  }

  /** Keeps to the cue that was chosen, wherever it stands now among the others; without it, to what neither catches. */
  #follow() {
    const [kind, at] = this.#list.split(' ')
    if (kind === 'cue') {
      const cue = this.#summary.framings[at].cues.findIndex(({ rule }) => rule === this.#cue)
      this.#list = cue < 0 ? 'neither' : `cue ${at} ${cue}`
    }
    if (kind === 'differ' && !this.#summary.coded) this.#list = 'neither'
  }

  #total() {
    const [kind, at, cue] = this.#list.split(' ')
    if (kind === 'cue') return this.#summary.framings[at].cues[cue].count
    return this.#choices().find(([list]) => list === this.#list)[2]
  }

  /** Passages of the list; none where the worker has just ended. */
  #fetch(from) {
    return this.#desk.tried(this.#list, from, PASSAGES).catch(() => [])
  }

  async #add() {
    const from = this.#passages.childElementCount
    const turn = this.#turn
    const passages = await this.#fetch(from)
    if (turn !== this.#turn) return
    this.#passages.append(...passages.map(passage => this.#passage(passage)))
    this.#rest()
    this.#passages.children[from]?.querySelector('button').focus()
  }

  #rest() {
    const left = this.#total() - this.#passages.childElementCount
    this.#more.hidden = left <= 0
    this.#more.textContent = TRIAL.more(Math.min(left, PASSAGES))
  }

  #passage({ document: id, line, text, framings, marks }) {
    const names = this.#names()
    const place = TRIAL.place(this.#on.title(id), line)
    const words = [...new Set(marks.map(({ framing, rule }) => TRIAL.word(names[framing], rule)))]
    const said = framings.map(({ engine, hand, differs, reason }, at) =>
      differs ? TRIAL.differs(names[at], hand) : engine === null ? WORDS.frame(names[at], false, reason ?? '') : engine ? TRIAL.caughtBy(names[at]) : '')
    const jump = make('button', { type: 'button', className: 'place', onclick: () => this.#on.jump(id, line, () => jump.focus()) }, place)
    return make('li', { className: 'line' },
      make('div', { className: 'kind' }, jump),
      make('p', { className: 'words', dir: 'auto' }, ...marked(text, marks.map(mark => ({ ...mark, kind: `${mark.speaks ? 'speaks' : 'hints'} f${mark.framing}` })))),
      make('ul', { className: 'notes' }, ...[...said, words.join(' · ')].filter(Boolean).map(note => make('li', {}, note))))
  }
}
