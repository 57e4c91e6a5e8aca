// The desk: 1. takes articles in; 2. shows how far each is read and what was found; 3. lets the two framings be written; 4. shows the story
// in the reader. The story folder is all it holds (folder.js): every change goes there first, and everything on the page follows it.

import { Actors } from './actors.js'
import { Articles } from './articles.js'
import { Desk } from './desk.js'
import { make } from './dom.js'
import { Folder } from './folder.js'
import { formats } from './formats.js'
import { Found } from './found.js'
import { Framings } from './framings.js'
import { guide } from './guide.js'
import { LIMIT } from './intake.js'
import { Intake } from './taking.js'
import { Kept } from './kept.js'
import { ownFramings } from './own.js'
import { Result } from './result.js'
import { carried } from './saving.js'
import { document as described, literal, manifest, short } from './toml.js'
import { Trial } from './trial.js'
import { WORDS } from './words.js'

const main = document.querySelector('.desk')
const desk = new Desk()
const today = new Date()
const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0')).join('-')
const folder = new Folder({ 'story.toml': manifest(date) })

/** What `story.toml` says, once it was read. */
let outline = {}
/** The actors that `actors.toml` says. */
let cast = []
/** What is to be known of a text that came just now, until its article shows it. */
const notes = new Map()
/** Pasted articles, which take their titles for labels once they were read. */
const unnamed = new Set()
/** Changes wait for each other: each is made in the files that the one before left. */
let edits = Promise.resolve()

const status = make('p', { role: 'status', className: 'status' })
const tell = words => (status.textContent = words)

/** Does something to the folder when what was begun before is done. */
function behind(act, failed = error => tell(WORDS.failed(error))) {
  edits = edits.then(act).catch(failed)
  kept.expect(edits)
  return edits
}

/** Makes a change that may need the worker: `change` gives a patch. Steps with the same label are one. */
const edit = (change, label) => behind(async () => folder.change(await change(folder.files), label))

/** Sets a value of `story.toml`. */
const write = (path, value) => edit(async files => ({ 'story.toml': await desk.set(files.get('story.toml'), path, value) }), path)

async function remove(id) {
  const title = articles.title(id)
  await edit(async files => {
    const { document: documents } = await desk.values(files.get('story.toml'))
    const text = await desk.remove(files.get('story.toml'), `document.${documents.findIndex(document => document.id === id)}`)
    return { 'story.toml': text, [`${id}.txt`]: undefined, [`${id}.toml`]: undefined }
  })
  tell(WORDS.removed(title))
  intake.focus()
}

/** Gives an article without a name its title. */
function titled(id, title) {
  if (!unnamed.delete(id)) return
  behind(async () => {
    const text = folder.files.get('story.toml')
    const at = (await desk.values(text)).document.findIndex(document => document.id === id)
    folder.amend({ 'story.toml': await desk.set(text, `document.${at}.label`, literal(short(title))) })
  }, () => {})
}

/** Puts texts on the desk as one step, behind what is being changed: `{ label, text, note, unnamed }`. */
function put(texts) {
  return edit(files => added(texts, files))
}

/** The files that texts add or change. */
function added(texts, files) {
  const patch = {}
  let text = files.get('story.toml')
  let number = 0
  for (const { label, text: words, note, unnamed: isUnnamed } of texts) {
    let id
    do id = String(++number).padStart(3, '0')
    while (files.has(`${id}.txt`) || files.has(`${id}.toml`))
    patch[`${id}.txt`] = words
    text += described(id, label)
    if (note) notes.set(id, note)
    if (isUnnamed) unnamed.add(id)
  }
  tell(WORDS.took(texts.length))
  return { ...patch, 'story.toml': text }
}

const framings = new Framings(write, ownFramings(desk, edit, tell, (at, cue) => trial.show(at, cue)))
const found = new Found(desk, { framings: () => outline.framing ?? [], actors: () => cast, files: () => folder.files, edit })
const articles = new Articles(desk, {
  framings: () => outline.framing ?? [],
  remove,
  titled,
  again: (id, total) => found.again(id, total),
  show: (id, total) => found.show(id, articles.title(id), total, () => articles.focus(id)),
})
const trial = new Trial(desk, {
  files: () => bytes(),
  framings: () => outline.framing ?? [],
  title: id => articles.title(id),
  told: (at, bad, cues) => framings.told(at, bad, cues),
  jump: async (id, line, back) => {
    if (!articles.lines(id)) return
    await found.show(id, articles.title(id), articles.lines(id), back)
    await found.go(line)
  },
})
const actors = new Actors(desk, edit, () => articles.ids)
const intake = new Intake({ put, tell, room: () => LIMIT.texts - (outline.document?.length ?? 0), open: files => kept.open(files) })
const result = new Result(desk, folder, () => edits)
result.section.append(formats(desk, () => bytes(), tell))
const kept = new Kept(folder, tell)

const button = (name, words, press) => make('button', { type: 'button', 'data-do': name, onclick: press }, words)
const undo = button('undo', WORDS.undo, () => behind(() => folder.undo()))
const redo = button('redo', WORDS.redo, () => behind(() => folder.redo()))

main.append(
  guide(),
  make('section', { 'aria-labelledby': 'articles' },
    make('h2', { id: 'articles' }, WORDS.articles),
    intake.place,
    status,
    articles.list,
    make('p', { className: 'does' }, undo, redo, ...kept.buttons),
    kept.state,
  ),
  found.section,
  actors.section,
  framings.section,
  trial.section,
  result.section,
)
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
  // In a field the browser takes back what was typed there.
  if (event.target.closest?.('textarea, input')) return
  event.preventDefault()
  behind(() => (event.shiftKey ? folder.redo() : folder.undo()))
})

/** Files that the page follows, parsed; a change of others shows nowhere here. */
const FOLLOWED = /^(?:story|actors)\.toml$|\.txt$/
/** What articles are read for, as it was handed to the worker last. */
let sought = ''

/** How long nothing has to change before articles are read for other names and words, in milliseconds. */
const PAUSE = 250

let turn = 0
async function follow({ names } = {}) {
  undo.disabled = !folder.canUndo
  redo.disabled = !folder.canRedo
  // Codes and corrections by hand are what the framings are held against.
  if (names?.every(name => !FOLLOWED.test(name))) {
    trial.take(outline.document?.length ?? 0)
    return found.corrected()
  }
  const mine = ++turn
  let story, people
  try {
    story = await desk.values(folder.files.get('story.toml') ?? '')
    people = await desk.values(folder.files.get('actors.toml') ?? '')
  } catch (error) {
    return tell(WORDS.failed(error))
  }
  if (mine !== turn) return
  outline = story
  cast = people.actor ?? []
  const documents = (story.document ?? []).map(({ id, label, text }) => ({
    id,
    label,
    text: folder.files.get(`${id}.txt`) ?? '',
    note: notes.get(id),
    raw: text === 'published',
  }))
  actors.take(cast, documents.length)
  framings.take(story)
  trial.take(documents.length)
  result.take(documents.length)
  const asked = JSON.stringify([people.actor, story.framing?.map(({ id, cues }) => [id, cues])])
  const anew = sought !== asked
  // Somebody types: what was read is read again when they pause.
  if (anew && sought) await new Promise(done => setTimeout(done, PAUSE))
  if (mine !== turn) return
  sought = asked
  if (anew) await desk.seek(bytes(['story.toml', 'actors.toml']))
  articles.take(documents, anew)
  found.without(articles.ids)
  await found.corrected()
}

/** Files of the folder, all of them or those of these names. */
function bytes(names = [...folder.files.keys()]) {
  const encoder = new TextEncoder()
  return Object.fromEntries(names.flatMap(name => (folder.files.has(name) ? [[name, encoder.encode(folder.files.get(name))]] : [])))
}
folder.addEventListener('change', follow)
await kept.begin(await carried().catch(() => void tell(WORDS.damaged)))
follow()
