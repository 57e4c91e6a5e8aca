// Framings of one's own as changes of `story.toml`: their cue words, and ids that follow their names, so that what goes out of the desk says
// what the framing is called and not what the shipped one was.

import { literal } from './toml.js'
import { FRAMINGS, WORDS } from './words.js'

const FILE = 'story.toml'
/** Longest id made of a name, in UTF-16 units. */
const LONGEST = 40
/** Most passages whose words begin a list of one's own, and most words of it. */
const MOST = { passages: 400, words: 60 }

const array = texts => `[${texts.map(literal).join(', ')}]`

/** An id for a framing of this name, another one than `other`. */
function named(name, at, other) {
  const id = name.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join('-').slice(0, LONGEST).replace(/-$/, '')
  const plain = !id || id === 'none' ? `framing-${at + 1}` : id
  return plain === other ? `${plain}-${at + 1}` : plain
}

/** Whether a person has said something of a framing outside `story.toml`: it then keeps its id. */
const isSpoken = (files, id) => [...files].some(([name, text]) => name !== FILE && name.endsWith('.toml') && (text.includes(`"${id}"`) || text.includes(`.${id}`)))

/** The changes; `edit(change, label)` makes them, `tell(words)` says why one was not made, `show(at, cue)` shows a cue's passages. */
export function ownFramings(desk, edit, tell, show) {
  /** Lists that somebody went back from to the shipped words, for another change of mind. */
  const left = [undefined, undefined]
  const change = (make, label) => edit(async files => ({ [FILE]: await make(files.get(FILE), files) }), label)
  const framing = async text => (await desk.values(text)).framing
  const identified = async (text, files, at, id) => {
    const old = (await framing(text))[at].id
    return id === old || isSpoken(files, old) ? text : desk.set(text, `framing.${at}.id`, literal(id))
  }
  const fill = async (text, at, lists) => {
    for (const [list, phrases] of Object.entries({ sure: [], ...lists })) text = await desk.setCues(text, at, list, array(phrases.map(String)))
    return text
  }
  return {
    /** The shipped words, or lists of one's own; whether it was done. */
    async choose(at, own) {
      let done = true
      await change(async (text, files) => {
        const pair = await framing(text)
        const { id, name, cues } = pair[at]
        if (Boolean(cues) === own) return text
        if (own) return identified(await fill(text, at, left[at]), files, at, named(name, at, pair[1 - at].id))
        if (id !== FRAMINGS[at].id && isSpoken(files, id)) {
          done = false
          tell(WORDS.spoken(id))
          return text
        }
        left[at] = cues
        return identified(await desk.clearCues(text, at), files, at, FRAMINGS[at].id)
      })
      return done
    },
    /** Lists of one's own that begin with the words by which the shipped rules catch passages here. */
    adopt: async at => {
      const passages = await desk.tried(`caught ${at}`, 0, MOST.passages)
      const words = passages.flatMap(({ text, marks }) => marks.filter(({ framing }) => framing === at).map(({ start, end }) => text.slice(start, end)))
      left[at] = { sure: [...new Set(words.map(plain))].slice(0, MOST.words) }
      return change(async text => fill(text, at, left[at]))
    },
    write: (at, list, phrases) => change(text => desk.setCues(text, at, list, array(phrases)), `framing.${at}.cues.${list}`),
    drop: (at, list) => change(text => desk.dropCues(text, at, list), `framing.${at}.cues.${list}`),
    rename: (at, name) => change(async (text, files) => {
      const changed = await desk.set(text, `framing.${at}.name`, literal(name))
      const pair = await framing(changed)
      return pair[at].cues ? identified(changed, files, at, named(name, at, pair[1 - at].id)) : changed
    }, `framing.${at}.name`),
    show,
  }
}

/** Words of a text as a phrase: what would be a sign in it is a blank. */
const plain = words => words.replace(/[^\p{L}\p{M}\p{N}.’'-]+/gu, ' ').replace(/(?:^|\s)\.+(?=\s|$)/g, ' ').trim()
