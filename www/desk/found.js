// What the engine found in one article, line by line: what each line is and why, who is named and quoted, which words spoke for a framing. All
// of it can be corrected: that is an entry in the article's TOML file (hand.js), shown beside what the engine says.
// A page shows no more lines at once than somebody reads; the rest comes when it is asked for.

import { ByHand } from './byhand.js'
import { make } from './dom.js'
import { Hand } from './hand.js'
import { Passage } from './passage.js'
import { WORDS } from './words.js'

/** Lines that are shown at first, and each time there are to be more. */
const LINES = 60
/** Most of the selected words that the button for them shows, in UTF-16 units. */
const SHOWN = 40

export class Found {
  section = make('section', { className: 'found', hidden: true, 'aria-labelledby': 'found' })
  #desk
  #story
  #shown
  #hand
  #byHand
  #lines
  #more
  /** Rows in the order of the lines. */
  #rows = []
  #total = 0
  /** Words of a line that are selected. */
  #selected
  #pick = make('button', { type: 'button', 'data-do': 'pick', onclick: () => this.#correct() })
  #picking = make('div', { className: 'picking', hidden: true }, this.#pick)

  /** `story` has `framings()`, the pair, `actors()`, `files()`, those of the folder, and `edit(change, label)`, which changes them. */
  constructor(desk, story) {
    this.#desk = desk
    this.#story = story
    // A button that took the selection away before it is pressed would have nothing to do.
    this.#pick.addEventListener('pointerdown', event => event.preventDefault())
    document.addEventListener('selectionchange', () => this.#select())
  }

  /** Shows an article; `back` gets the focus when it is closed. */
  async show(id, title, total, back) {
    this.#shown = id
    this.#total = total
    this.#rows = []
    this.#hand = new Hand(this.#desk, id, this.#story)
    const heading = make('h2', { id: 'found', tabIndex: -1 }, WORDS.found(title))
    this.#byHand = new ByHand(this.#hand, this.#story, line => this.go(line), () => heading.focus())
    this.#lines = make('ol', { className: 'lines' })
    this.#more = make('button', { type: 'button', onclick: () => this.#add() })
    const close = make('button', { type: 'button', onclick: () => this.close(back) }, WORDS.close)
    this.section.replaceChildren(make('header', {}, heading, close), this.#byHand.part, this.#lines, this.#more, this.#picking)
    this.section.hidden = false
    await this.#hand.read()
    await this.#add()
    heading.focus()
  }

  /** Takes up what the folder says by hand now. */
  async corrected() {
    if (!this.#shown) return undefined
    const hand = this.#hand
    const anew = await hand.read()
    if (hand !== this.#hand) return undefined
    return anew ? this.again(this.#shown, this.#total) : this.#draw()
  }

  /** Takes up what the engine finds in an article that was read again, with its number of lines. */
  async again(id, total) {
    if (this.#shown !== id) return
    this.#total = total
    // What lines are by hand comes first: they are read so.
    await this.#hand.read()
    const passages = await this.#desk.passages(id, 0, Math.max(this.#rows.length, LINES))
    if (this.#shown === id) this.#place(passages)
  }

  close(back) {
    this.#shown = undefined
    this.section.hidden = true
    this.section.replaceChildren()
    back?.()
  }

  /** Closes what belongs to an article that is gone. */
  without(ids) {
    if (this.#shown && !ids.includes(this.#shown)) this.close()
  }

  async #add() {
    const [id, from] = [this.#shown, this.#rows.length]
    const passages = await this.#desk.passages(id, from, LINES)
    if (id !== this.#shown || from !== this.#rows.length) return
    this.#rows.push(...passages.map(passage => this.#line(passage)))
    this.#lines.append(...this.#rows.slice(from).map(({ row }) => row))
    this.#draw()
    if (from) this.#rows[from]?.focus()
  }

  #line(passage) {
    return new Passage(passage, this.#hand, this.#story)
  }

  /** Shows these lines in the place of those before. A line whose words are the same keeps its row, with everything that somebody has typed in
   * it; so does one whose words have changed where it stands. */
  #place(passages) {
    const before = [...this.#rows]
    const taken = new Set()
    const take = fits => {
      const row = before.find(row => !taken.has(row) && fits(row))
      if (row) taken.add(row)
      return row
    }
    const same = passages.map(({ text }) => take(row => row.text === text))
    const focused = this.section.contains(document.activeElement) && document.activeElement
    this.#rows = passages.map((passage, n) => {
      const row = same[n] ?? take(row => row === before[n])
      if (!row) return this.#line(passage)
      row.take(passage)
      return row
    })
    const rows = this.#rows.map(({ row }) => row)
    rows.forEach((row, n) => {
      if (this.#lines.children[n] !== row) this.#lines.insertBefore(row, this.#lines.children[n] ?? null)
    })
    while (this.#lines.children.length > rows.length) this.#lines.lastChild.remove()
    if (focused && focused !== document.activeElement) focused.focus()
    this.#draw()
  }

  #draw() {
    for (const row of this.#rows) row.show()
    this.#byHand.show(line => this.#rows.find(row => row.line === line)?.kind)
    const left = this.#total - this.#rows.length
    this.#more.hidden = left <= 0
    this.#more.textContent = WORDS.more(Math.min(left, LINES))
  }

  /** Shows a line, however far down it is. */
  async go(line) {
    const shown = () => this.#rows.find(row => row.line === line)
    while (!shown() && this.#rows.length < this.#total) {
      const before = this.#rows.length
      await this.#add()
      if (this.#rows.length === before) return
    }
    shown()?.focus()
  }

  /** Offers to correct the words that are selected in a line. */
  #select() {
    if (!this.#shown) return
    const selection = document.getSelection()
    const range = selection.rangeCount ? selection.getRangeAt(0) : undefined
    const row = range && this.#rows.find(row => row.holds(range.startContainer))
    // A tap on the button may take the selection away before the button has it.
    if (!row) return
    const words = row.selected(range)
    this.#selected = words && { row, ...words }
    this.#picking.hidden = !words
    if (words) this.#pick.textContent = WORDS.hand.pick(row.text.slice(words.start, words.end).slice(0, SHOWN))
  }

  #correct() {
    const { row, start, end } = this.#selected
    this.#picking.hidden = true
    document.getSelection().removeAllRanges()
    row.pick(start, end)
  }
}
