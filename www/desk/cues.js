// The cue words of one framing in fields: the shipped ones, or lists of one's own, one phrase a line. What is typed goes to the folder as it is
// typed; a phrase that cannot be read stays, and is told at its line. Behind each list stands what its phrases find.

import { make } from './dom.js'
import { CUES } from './words.js'

/** Sets stand in one field, a line each: their name, and words with commas between them. */
const SET = /^(@[\p{L}\p{N}_-]+)\s*:\s*(.*)$/u

/** A list as the folder has it: whatever stands there, as texts. */
const texts = list => (Array.isArray(list) ? list.map(String) : [])
const phrases = text => text.split('\n').map(line => line.trim()).filter(Boolean)
/** The title that the engine gives a phrase: without the rule of a codebook that it follows. */
const title = phrase => phrase.replace(/\s*·[^·]*$/, '').trim()

export class Cues {
  element
  #at
  #on
  #shipped
  #own
  #fields = {}
  #sets
  #more
  #rules = make('div', { className: 'rules' })
  /** The lists as the folder has them. */
  #lists
  #framing

  /** `on` has `choose(at, own)`, `write(at, list, phrases)`, `drop(at, list)`, `adopt(at)` and `show(at, cue)`, all of the framing number `at`. */
  constructor(at, on) {
    this.#at = at
    this.#on = on
    const radio = (own, words) => {
      const input = make('input', { type: 'radio', name: `cues-${at}`, onchange: () => this.#choose(own) })
      return [input, make('label', { className: 'choice' }, input, words)]
    }
    const [shipped, shippedLabel] = radio(false, CUES.shipped(at))
    const [own, ownLabel] = radio(true, CUES.own)
    this.#shipped = shipped
    this.#own = { radio: own, panel: make('div', { hidden: true }) }
    const group = make('div', { role: 'radiogroup', 'aria-label': CUES.which }, shippedLabel, ownLabel)
    const [plain, more] = [CUES.lists.slice(0, 3), CUES.lists.slice(3)].map(lists => lists.map(list => this.#field(list)))
    this.#sets = this.#field(CUES.sets)
    this.#more = make('details', {}, make('summary', {}, CUES.more), ...more.map(({ row }) => row), this.#sets.row)
    this.#own.panel.append(make('p', { className: 'quiet' }, CUES.help), ...plain.map(({ row }) => row), this.#more)
    this.element = make('div', { className: 'cues' }, make('p', { className: 'heading' }, CUES.heading), group, this.#own.panel, this.#rules)
  }

  /** A list's field: its label, a line of help, what cannot be read, and what its phrases find. */
  #field({ list, name, hint, rows }) {
    const id = `cues-${this.#at}-${list === CUES.sets.list ? 'sets' : list}`
    const field = make('textarea', { id, rows, spellcheck: false, dir: 'auto', 'aria-describedby': `${id}-hint ${id}-told` })
    field.addEventListener('input', () => (list === CUES.sets.list ? this.#writeSets(field.value) : this.#on.write(this.#at, list, phrases(field.value))))
    const told = make('ul', { className: 'told', id: `${id}-told` })
    const chips = make('ul', { className: 'chips' })
    const row = make('div', { className: 'list' },
      make('label', { for: id }, name), make('p', { className: 'quiet', id: `${id}-hint` }, hint), field, told, chips)
    return (this.#fields[list] = { row, field, told, chips })
  }

  async #choose(own) {
    if (!(await this.#on.choose(this.#at, own))) this.take(this.#framing)
  }

  /** Writes sets whose lines are complete; takes those out that no line names any more. */
  #writeSets(text) {
    const { sets } = read(text)
    for (const name of Object.keys(this.#lists ?? {})) if (name.startsWith('@') && !(name in sets)) this.#on.drop(this.#at, name)
    for (const [name, members] of Object.entries(sets)) this.#on.write(this.#at, name, members)
    this.#tellSets([])
  }

  /** Shows what the folder says, but never over what somebody writes that says the same. */
  take(framing = {}) {
    const { cues } = framing
    this.#framing = framing
    this.#lists = cues
    this.#shipped.checked = !cues
    this.#own.radio.checked = Boolean(cues)
    this.#own.panel.hidden = !cues
    this.#rules.hidden = Boolean(cues)
    for (const { list } of CUES.lists) {
      const { field } = this.#fields[list]
      const given = texts(cues?.[list])
      if (field !== document.activeElement && phrases(field.value).join('\n') !== given.join('\n')) field.value = given.join('\n')
    }
    const sets = Object.entries(cues ?? {}).filter(([name]) => name.startsWith('@')).map(([name, members]) => [name, texts(members)])
    const { field } = this.#sets
    if (field !== document.activeElement && JSON.stringify(Object.entries(read(field.value).sets).sort()) !== JSON.stringify([...sets].sort())) {
      field.value = sets.map(([name, members]) => `${name}: ${members.join(', ')}`).join('\n')
    }
    const used = CUES.lists.slice(3).some(({ list }) => cues?.[list]?.length) || sets.length > 0
    if (used && !this.#more.contains(document.activeElement)) this.#more.open = true
  }

  /** Shows what cannot be read, `{ list, at, message }` each, and where the phrases stand, `{ rule, count }` each. */
  tell(bad, found) {
    for (const { list } of CUES.lists) {
      const { field, told, chips } = this.#fields[list]
      const lines = field.value.split('\n').flatMap((line, n) => (line.trim() ? [n + 1] : []))
      const own = bad.filter(problem => problem.list === list)
      show(told, own.map(({ at, message }) => CUES.bad(lines[at] ?? at + 1, message)))
      field.setAttribute('aria-invalid', String(own.length > 0))
      const given = texts(this.#lists?.[list])
      chips.replaceChildren(...given.flatMap((phrase, n) => {
        const cue = found.findIndex(({ rule }) => rule === title(phrase))
        return cue < 0 || own.some(({ at }) => at === n) ? [] : [this.#chip(cue, found[cue])]
      }))
    }
    this.#tellSets(bad.filter(({ list }) => list.startsWith('@')))
    // What has the focus or was opened is not drawn anew for the same words.
    const drawn = JSON.stringify([this.#lists ? 0 : found])
    if (this.#rules.drawn === drawn) return
    this.#rules.drawn = drawn
    this.#rules.replaceChildren()
    if (this.#lists) return
    const [standing, others] = [found.map((rule, cue) => [cue, rule]).filter(([, { count }]) => count), found.filter(({ count }) => !count)]
    const chips = make('ul', { className: 'chips' }, ...standing.map(([cue, rule]) => this.#chip(cue, rule)))
    const rest = make('details', {}, make('summary', {}, CUES.silent(others.length)),
      make('ul', { className: 'chips' }, ...others.map(({ rule }) => make('li', { className: 'none' }, rule))))
    const adopt = make('button', { type: 'button', 'data-do': 'adopt', onclick: () => this.#on.adopt(this.#at) }, CUES.adopt)
    this.#rules.append(make('p', { className: 'quiet' }, CUES.rules), chips, ...(others.length ? [rest] : []), ...(standing.length ? [adopt] : []))
  }

  #tellSets(bad) {
    const { field, told } = this.#sets
    const { wrong, lines } = read(field.value)
    const all = [...wrong.map(line => CUES.bad(line, CUES.badSet)), ...bad.map(({ list, message }) => CUES.bad(lines[list] ?? list, message))]
    show(told, all)
    field.setAttribute('aria-invalid', String(all.length > 0))
  }

  /** A phrase with the number of places where it stands; pressed, it shows them. */
  #chip(cue, { rule, count }) {
    if (!count) return make('li', { className: 'none' }, make('bdi', {}, rule), ' ', make('span', {}, CUES.none))
    return make('li', {}, make('button', { type: 'button', onclick: () => this.#on.show(this.#at, cue) },
      make('bdi', {}, rule), ' ', make('span', {}, String(count)), make('span', { className: 'unseen' }, CUES.stands(count))))
  }
}

/** The sets of a field, by name; where each stands, and the lines that are none. Lines count from 1. */
function read(text) {
  const found = { sets: {}, lines: {}, wrong: [] }
  text.split('\n').forEach((line, n) => {
    if (!line.trim()) return
    const [, name, members] = line.trim().match(SET) ?? []
    if (!name || name in found.sets) return found.wrong.push(n + 1)
    found.sets[name] = members.split(',').map(member => member.trim()).filter(Boolean)
    found.lines[name] = n + 1
  })
  return found
}

function show(list, lines) {
  list.replaceChildren(...lines.map(words => make('li', {}, words)))
}
