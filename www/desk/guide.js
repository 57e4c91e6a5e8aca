// How a story is made, step by step, on the page that it is made on. What is pressed or written in is named by the page's own words, so that
// the guide cannot speak of a button that is called otherwise; a test follows it.

import { make } from './dom.js'
import { CUES, WORDS } from './words.js'

/** Words of the page within a sentence. */
const named = words => ({ named: words })

const HEADING = 'Make your own story in 20 minutes'
/** Each step: what it is for, how many minutes it takes, and what is done, in sentences of words and `named` ones. */
const STEPS = [
  ['Put articles on the desk', 4, [
    'Copy an article from its page, furniture and all, into ', named(WORDS.paste), ' and press ', named(WORDS.put),
    '. Do the same with every other. Files can be dropped instead, or taken with ', named(WORDS.pick), '.']],
  ['Write two framings', 6, [
    'Say what the story is called in ', named(WORDS.title), '. For each framing write its ', named(WORDS.name), ', ', named(WORDS.asks),
    ' and a ', named(WORDS.standfirst), ' of two sentences. Under ', named(CUES.which), ' choose ', named(CUES.own),
    ', and write the words that speak for it, one a line, into ', named(CUES.lists[0].name), '. What they catch and miss shows below at once.']],
  ['Say who acts', 3, [
    'Press ', named(WORDS.propose), ', take the tick from those that are no actors, and accept the others. Under each, say in ', named(WORDS.role),
    ' who it is, as the articles have it.']],
  ['Correct the engine', 4, [
    'Press ', named(WORDS.show), ' under an article. Beside each line’s number you can choose what it is; ', named(WORDS.hand.correct),
    ' is for names, quotations, frames and margin notes. ', named(WORDS.undo), ' takes back whatever you did last.']],
  ['Read it', 2, ['Press ', named(WORDS.read), '. What you see is what your readers will see: switch between the framings, open a card.']],
  ['Save it', 1, [
    'Press ', named(WORDS.save), '. The file that comes has everything in it, this desk too: open it by a double click, mail it, put it on a server. ',
    named(WORDS.export), ' is for the command line and for repositories.']],
]

/** The guide, folded. */
export function guide() {
  const sentence = parts => parts.map(part => (part.named ? make('b', {}, part.named) : part))
  const steps = STEPS.map(([title, minutes, parts]) => make('li', {}, make('strong', {}, title), ' ', make('small', {}, minutesOf(minutes)), make('p', {}, ...sentence(parts))))
  return make('details', { className: 'guide' }, make('summary', {}, HEADING), make('ol', {}, ...steps))
}

const minutesOf = count => (count === 1 ? '1 minute' : `${count} minutes`)
