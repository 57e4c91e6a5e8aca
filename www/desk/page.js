// The desk: 1. takes articles in; 2. shows how far each is read and what was found; 3. lets the two framings be written; 4. shows the story
// in the reader. The story folder is all it holds (folder.js): every change goes there first, and everything on the page follows it.

import { Articles } from './articles.js'
import { Desk } from './desk.js'
import { make } from './dom.js'
import { Folder } from './folder.js'
import { Found } from './found.js'
import { Framings } from './framings.js'
import { LIMIT } from './intake.js'
import { Intake } from './taking.js'
import { Kept } from './kept.js'
import { Result } from './result.js'
import { document as described, manifest } from './toml.js'
import { WORDS } from './words.js'

const main = document.querySelector('.desk')
const desk = new Desk()
const today = new Date()
const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0')).join('-')
const folder = new Folder({ 'story.toml': manifest(date) })

/** What `story.toml` says, once it was read. */
let outline = {}
/** What is to be known of a text that came just now, until its article shows it. */
const notes = new Map()
/** Changes of values wait for each other: each is made in the file that the one before left. */
let edits = Promise.resolve()

const status = make('p', { role: 'status', className: 'status' })
const tell = words => (status.textContent = words)

/** Sets a value of `story.toml`. */
function edit(path, value) {
  edits = edits.then(async () => {
    const text = await desk.set(folder.files.get('story.toml'), path, value)
    folder.change({ 'story.toml': text }, path)
  }).catch(error => tell(WORDS.refused(error.message)))
  return edits
}

async function remove(id) {
  const title = articles.title(id)
  edits = edits.then(async () => {
    const at = outline.document.findIndex(document => document.id === id)
    const text = await desk.remove(folder.files.get('story.toml'), `document.${at}`)
    folder.change({ 'story.toml': text, [`${id}.txt`]: undefined, [`${id}.toml`]: undefined })
    tell(WORDS.removed(title))
    intake.focus()
  })
}

/** Puts texts on the desk as one step: `{ label, text, note }`. */
function put(texts) {
  const patch = {}
  let text = folder.files.get('story.toml')
  let number = 0
  for (const { label, text: words, note } of texts) {
    let id
    do id = String(++number).padStart(3, '0')
    while (folder.files.has(`${id}.txt`) || folder.files.has(`${id}.toml`))
    patch[`${id}.txt`] = words
    text += described(id, label)
    if (note) notes.set(id, note)
  }
  folder.change({ ...patch, 'story.toml': text })
  tell(WORDS.took(texts.length))
}

const framings = new Framings(edit)
const found = new Found(desk, () => outline.framing ?? [])
const articles = new Articles(desk, {
  framings: () => outline.framing ?? [],
  remove,
  show: (id, total) => found.show(id, articles.title(id), total, () => articles.focus(id)),
})
const intake = new Intake({ put, tell, room: () => LIMIT.texts - (outline.document?.length ?? 0), open: files => kept.open(files) })
const result = new Result(desk, folder)
const kept = new Kept(folder, tell)

const button = (name, words, press) => make('button', { type: 'button', 'data-do': name, onclick: press }, words)
const undo = button('undo', WORDS.undo, () => folder.undo())
const redo = button('redo', WORDS.redo, () => folder.redo())

main.append(
  make('section', { 'aria-labelledby': 'articles' },
    make('h2', { id: 'articles' }, WORDS.articles),
    intake.form,
    status,
    articles.list,
    make('p', { className: 'does' }, undo, redo, ...kept.buttons),
    kept.state,
  ),
  found.section,
  framings.section,
  result.section,
)
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
  // In a field the browser takes back what was typed there.
  if (event.target.closest?.('textarea, input')) return
  event.preventDefault()
  if (event.shiftKey) folder.redo()
  else folder.undo()
})

let turn = 0
async function follow({ names } = {}) {
  undo.disabled = !folder.canUndo
  redo.disabled = !folder.canRedo
  if (names?.every(name => !/^story\.toml$|\.txt$/.test(name))) return
  const mine = ++turn
  let read
  try {
    read = await desk.values(folder.files.get('story.toml') ?? '')
  } catch (error) {
    return tell(WORDS.refused(error.message))
  }
  if (mine !== turn) return
  outline = read
  const documents = (outline.document ?? []).map(({ id, label, text }) => ({
    id,
    label,
    text: folder.files.get(`${id}.txt`) ?? '',
    note: notes.get(id),
    raw: text === 'published',
  }))
  articles.take(documents)
  found.without(articles.ids)
  framings.take(outline)
  result.take(documents.length)
}
folder.addEventListener('change', follow)
await kept.begin()
follow()
