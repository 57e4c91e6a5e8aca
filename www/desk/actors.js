// The actors of the story: those that the engine proposes, to accept or leave out, and those that were accepted, to be named, described,
// made one, or taken out. All of it is a change of `actors.toml`.

import { make } from './dom.js'
import { recast } from './hand.js'
import { literal } from './toml.js'
import { WORDS } from './words.js'

const FILE = 'actors.toml'
const KINDS = Object.keys(WORDS.actorKinds)
/** Proposals that are shown; those named most often come first. */
const SHOWN = 60

const list = texts => `[${texts.map(literal).join(', ')}]`

export class Actors {
  section
  #desk
  #edit
  #articles
  #accepted = []
  #proposals = make('div')
  #list = make('ol', { className: 'actors' })
  #status = make('p', { role: 'status', className: 'status' })
  #button = make('button', { type: 'button', 'data-do': 'propose', onclick: () => this.#propose() }, WORDS.propose)

  /** `edit(change, label)` changes the folder; `articles()` gives the ids of those on the desk. */
  constructor(desk, edit, articles) {
    this.#desk = desk
    this.#edit = edit
    this.#articles = articles
    this.section = make('section', { 'aria-labelledby': 'actors' },
      make('h2', { id: 'actors' }, WORDS.actors),
      make('p', { className: 'quiet' }, WORDS.actorsHint),
      this.#list,
      make('p', { className: 'does' }, this.#button),
      this.#status,
      this.#proposals)
  }

  /** Shows the actors that were accepted. */
  take(actors, articles) {
    this.#button.disabled = !articles
    const before = JSON.stringify(this.#accepted.map(({ id }) => id))
    this.#accepted = actors
    if (JSON.stringify(actors.map(({ id }) => id)) === before) return this.#list.querySelectorAll('li').forEach((row, at) => row.show(actors[at]))
    this.#list.replaceChildren(...actors.map(actor => this.#row(actor)))
  }

  async #propose() {
    this.#status.textContent = WORDS.proposing
    let proposals = []
    try {
      proposals = await this.#desk.propose(this.#articles(), this.#accepted.map(({ id }) => id))
      this.#status.textContent = WORDS.proposed(proposals.length)
    } catch (error) {
      this.#status.textContent = WORDS.failed(error)
    }
    const rows = proposals.slice(0, SHOWN).map(proposal => make('li', {},
      make('label', {},
        make('input', { type: 'checkbox', value: proposal.id, checked: proposal.certainty === 'certain' }),
        make('strong', {}, make('bdi', {}, proposal.name)), ' ',
        make('span', { className: 'quiet' }, WORDS.proposal(proposal), make('br'), proposal.reason))))
    const button = make('button', { type: 'button', 'data-do': 'accept', onclick: () => this.#accept() })
    const count = () => {
      const chosen = this.#proposals.querySelectorAll(':checked').length
      button.textContent = WORDS.accept(chosen)
      button.disabled = !chosen
    }
    this.#proposals.replaceChildren(make('ol', { className: 'proposals', onchange: count }, ...rows), ...(rows.length ? [button] : []))
    count()
  }

  async #accept() {
    const ids = Array.from(this.#proposals.querySelectorAll(':checked'), ({ value }) => value)
    await this.#edit(async files => {
      const text = await this.#desk.accept(this.#articles(), ids)
      // A role that no article states is not invented; a story says something there.
      const stated = text.replaceAll('\nrole = ""\n', `\nrole = ${literal(WORDS.noRole)}\n`)
      return { [FILE]: [files.get(FILE), stated].filter(Boolean).join('\n') }
    })
    this.#proposals.replaceChildren()
    this.#status.textContent = ''
    this.#button.focus()
  }

  /** An actor that was accepted; its fields change the folder as they are written. */
  #row({ id }) {
    const name = make('input', { autocomplete: 'off', dir: 'auto' })
    const role = make('input', { autocomplete: 'off', dir: 'auto' })
    const kind = make('select', {}, ...KINDS.map(kind => make('option', { value: kind }, WORDS.actorKinds[kind])))
    const aliases = make('input', { autocomplete: 'off', dir: 'auto' })
    const same = make('select')
    const write = (member, value) => this.#change(id, member, value)
    name.addEventListener('input', () => name.value.trim() && write('name', literal(name.value)))
    role.addEventListener('input', () => role.value.trim() && write('role', literal(role.value)))
    kind.addEventListener('change', () => write('kind', literal(kind.value)))
    aliases.addEventListener('input', () => write('aliases', list(aliases.value.split(',').map(alias => alias.trim()).filter(Boolean))))
    same.addEventListener('change', () => this.#merge(id, same.value))
    const heading = make('h3', { dir: 'auto' })
    const row = make('li', {}, heading,
      make('label', {}, WORDS.name, name), make('label', {}, WORDS.role, role), make('label', {}, WORDS.kind, kind),
      make('label', {}, WORDS.aliases, aliases), make('label', {}, WORDS.same, same),
      make('button', { type: 'button', onclick: () => this.#remove(id) }, WORDS.removeActor))
    row.setAttribute('aria-label', id)
    row.show = actor => {
      heading.textContent = actor.name
      const others = this.#accepted.filter(other => other.id !== id)
      same.replaceChildren(make('option', { value: '' }, WORDS.nobody), ...others.map(other => make('option', { value: other.id }, other.name)))
      const values = [[name, actor.name], [role, actor.role], [kind, actor.kind], [aliases, (actor.aliases ?? []).join(', ')]]
      for (const [field, value] of values) if (field !== document.activeElement) field.value = value ?? ''
    }
    row.show(this.#accepted.find(actor => actor.id === id))
    return row
  }

  /** The number of an actor in the file as it stands. */
  async #at(text, id) {
    const { actor: actors = [] } = await this.#desk.values(text)
    return [actors.findIndex(actor => actor.id === id), actors]
  }

  #change(id, member, value) {
    return this.#edit(async files => {
      const text = files.get(FILE)
      const [at] = await this.#at(text, id)
      return { [FILE]: await this.#desk.set(text, `actor.${at}.${member}`, value) }
    }, `${id}.${member}`)
  }

  #remove(id) {
    return this.#edit(async files => {
      const text = files.get(FILE)
      const [at] = await this.#at(text, id)
      return { [FILE]: await this.#desk.remove(text, `actor.${at}`) }
    })
  }

  /** Makes an actor one with another, which takes over its names. */
  #merge(id, other) {
    if (!other) return undefined
    return this.#edit(async files => {
      const text = files.get(FILE)
      const [at, actors] = await this.#at(text, id)
      const into = actors.findIndex(actor => actor.id === other)
      const names = new Set([...(actors[into].aliases ?? []), actors[at].name, ...(actors[at].aliases ?? [])])
      names.delete(actors[into].name)
      const taken = await this.#desk.set(text, `actor.${into}.aliases`, list([...names]))
      const patch = { [FILE]: await this.#desk.remove(taken, `actor.${at}`) }
      for (const article of this.#articles()) {
        const file = `${article}.toml`
        if (files.has(file)) patch[file] = await recast(this.#desk, files.get(file), id, other)
      }
      return patch
    })
  }
}
