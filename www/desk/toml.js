// The folder's files as the desk begins them. Values are changed in place by the worker, which keeps everything else in a file.

import { FRAMINGS, LANGUAGE, STORY, WORDS } from './words.js'

/** A text as TOML writes it: JSON does so too, but for one character and for halves of pairs. */
export const literal = text => JSON.stringify(text.toWellFormed?.() ?? text).replaceAll('\x7f', '\\u007f')

/** Longest label that the desk gives, in UTF-16 units: it has to fit a tab. */
const LABEL = 40

/** A text cut between two words to fit a tab. */
export const short = text => (text.length > LABEL ? `${text.slice(0, LABEL).replace(/\s+\S*$/, '').replace(/[\ud800-\udbff]$/, '')} …` : text)

const table = (head, members) => [head, ...Object.entries(members).map(([name, value]) => `${name} = ${value}`), '', ''].join('\n')
const texts = members => Object.fromEntries(Object.entries(members).map(([name, value]) => [name, literal(value)]))

/** `story.toml` of a story without an article; `date` as TOML writes it. */
export function manifest(date) {
  const { id, text, coder, version, method, contact } = STORY
  return [
    table('# A story folder, made with the desk of framing-reader.', { format: 1, ...texts({ id, title: WORDS.untitled, language: LANGUAGE, text }) }),
    table('[coding]', { ...texts({ coder, version, method, contact }), date }),
    ...FRAMINGS.map(framing => table('[[framing]]', texts(framing))),
  ].join('').trimEnd() + '\n'
}

/** The lines of a document, to stand behind the others. */
export const document = (id, label) => `\n${table('[[document]]', texts({ id, label, about: STORY.about, text: 'published' })).trimEnd()}\n`
