// A copy: the single file with this story, its folder and the desk in it. Whoever opens it reads, and can go on working. The folder lies in
// a part of its own, as JSON, with a name under which a browser keeps what is changed in that copy: on a disk all files are one site
// to some browsers.

import { hand } from './handout.js'
import { brought, saved } from './place.js'
import { WORDS } from './words.js'

/** Longest name of a file, in UTF-16 units, its ending left out. */
const NAME = 80

/** Hands out a copy; gives what is to be said. */
export async function save(desk, files) {
  const encoder = new TextEncoder()
  const bytes = Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)]))
  const { problems, ...parts } = await desk.copied(bytes)
  if (!parts.story) throw Error(first(problems))
  const name = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')
  const folder = encoder.encode(JSON.stringify({ name, files: Object.fromEntries(files) }))
  const page = await saved({ ...parts, folder })
  const file = called(parts.title)
  hand(file, new Blob([page], { type: 'text/html' }))
  return [WORDS.copied(file), isGuest() && WORDS.guest].filter(Boolean).join(' ')
}

/** The folder that came with the page, `{ name, files }`; nothing where it came without one. */
export async function carried() {
  const folder = await brought()
  return folder && JSON.parse(new TextDecoder().decode(folder))
}

/** The first of a folder's problems that keeps it from being a story, in words. */
export function first(problems) {
  const { path, line, column, message } = problems.find(({ severity }) => severity === 'error')
  return `${path}:${line}:${column}: ${message}`
}

/** A title as the name of a file that every system takes. */
function called(title) {
  const safe = title.replace(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ').trim().replace(/^\.+/, '')
  return `${safe.slice(0, NAME).replace(/[\ud800-\udbff]$/, '').trim() || WORDS.untitled}.html`
}

/** Whether this stands in a frame without an origin, from which many browsers let nothing be saved, and do not say so. */
const isGuest = () => origin === 'null' && parent !== window
