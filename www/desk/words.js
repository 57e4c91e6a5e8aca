// All words of the desk, with their language.

export const LANGUAGE = 'en'

/** One or several: the word that goes with a number. */
const of = (count, one, several) => `${count.toLocaleString(LANGUAGE)} ${count === 1 ? one : several}`
const megabytes = bytes => `${Math.round(bytes / (1 << 20)).toLocaleString(LANGUAGE)} MB`

export const WORDS = {
  articles: 'Articles',
  paste: 'Paste an article',
  pasteHint: 'The text as you copied it, furniture of the page and all: what is no article is told apart, with the reason.',
  put: 'Put it on the desk',
  drop: 'Or drop files and folders here',
  pick: 'Choose files',
  kinds: '.txt, .md and .html, several at once. They are read in this browser and sent nowhere.',
  nothing: 'No article yet.',
  pasted: number => `Pasted article ${number}`,
  taking: (done, all) => `Taking in ${done.toLocaleString(LANGUAGE)} of ${all.toLocaleString(LANGUAGE)} files`,
  took: count => `${of(count, 'article', 'articles')} put on the desk.`,
  waiting: 'waiting',
  steps: { blocks: 'telling lines apart', mentions: 'looking for names', quotations: 'looking for quotations', frames: 'weighing words', editions: 'comparing articles' },
  cancel: 'Cancel',
  coded: 'Retold and coded by hand in the story folder.',
  canceled: 'Not read: you canceled it.',
  again: 'Read it',
  show: 'What was found',
  remove: 'Take off the desk',
  removed: title => `“${title}” was taken off the desk. Undo brings it back.`,
  undo: 'Undo',
  redo: 'Redo',
  counted: ({ kinds, quotations, sourced }) =>
    `${of(kinds.para ?? 0, 'paragraph', 'paragraphs')}, ${of(quotations, 'quotation', 'quotations')}${quotations ? `, ${sourced.toLocaleString(LANGUAGE)} with a speaker` : ''}`,
  left: count => `${of(count, 'line', 'lines')} of the page left out`,
  marked: (count, name) => `${name} in ${of(count, 'paragraph', 'paragraphs')}`,
  noParagraph: 'No paragraph of an article was found in it.',
  kinship: {
    edition: other => `Another edition of “${other}”`,
    summary: other => `A summary of “${other}”`,
  },
  notes: {
    guessed: 'Its encoding is not stated; it was read as windows-1252. Check accents and quotation marks.',
    damaged: 'Some bytes are no text in its encoding; they show as �. Save the file as UTF-8 to mend it.',
  },
  problems: {
    empty: 'There are no words in it.',
    pdf: 'This is a PDF. Copy its words and paste them.',
    office: 'This is an office document or an archive. Save it as plain text, or copy its words and paste them.',
    rtf: 'This is rich text. Save it as plain text, or copy its words and paste them.',
    image: 'This is a picture. Its words have to be typed or pasted.',
    binary: 'This is no text: it holds bytes that no text has.',
    kind: 'Expected .txt, .md or .html. Copy its words and paste them.',
    kinds: count => `and ${of(count - 1, 'other file is', 'other files are')} neither .txt, .md nor .html, and were not read.`,
    large: bytes => `It has ${megabytes(bytes)}; at most 16 MB are read. Cut it into parts.`,
    many: count => `${of(count, 'file was', 'files were')} not taken, this one the first: one story holds at most 100 articles.`,
    unreadable: 'The browser could not read the file. Is it still where it was?',
    panic: 'The engine stopped at this text. The others are not affected. Please report it.',
    network: 'The engine could not be fetched. Reload the page; what lies on the desk is kept.',
    worker: 'The engine could not be started. Reload the page; what lies on the desk is kept.',
  },
  dismiss: 'Dismiss',
  actors: 'Actors',
  actorsHint: 'Who acts or speaks in these articles: each name of theirs opens a card in the story.',
  propose: 'Look for actors',
  proposing: 'Looking for names',
  proposed: count => (count ? `${of(count, 'name', 'names')} found. Leave out those that are no actors.` : 'No other name was found.'),
  proposal: ({ kind, role, count, certainty }) => [WORDS.actorKinds[kind], role, WORDS.named(count), WORDS.certain[certainty]].filter(Boolean).join(' · '),
  named: count => `named ${count === 1 ? 'once' : `${count.toLocaleString(LANGUAGE)} times`}`,
  certain: { certain: '', likely: 'likely', unknown: 'a guess' },
  actorKinds: { person: 'person', company: 'company', government: 'government', body: 'government body', media: 'media', organisation: 'organization' },
  accept: count => `Accept ${of(count, 'actor', 'actors')}`,
  noRole: 'role not stated',
  kind: 'Kind',
  role: 'Role',
  aliases: 'Other printed names, with commas between them',
  same: 'The same as',
  nobody: 'nobody else here',
  removeActor: 'Take out',
  framings: 'Two framings',
  framingsHint: 'The same story in two sentences under each. They are read before the first line.',
  name: 'Name',
  asks: 'The question it asks',
  standfirst: 'Standfirst',
  standfirstHint: 'The story in two sentences, when it is read this way',
  spoken: id => `Passages are coded by hand with “${id}”. Take those codes out before you go back to the shipped words.`,
  format: 'For other programs',
  saveFormat: 'Save annotations',
  notSaved: reason => `The annotations cannot be written: ${reason}`,
  title: 'Title of the story',
  untitled: 'My story',
  read: 'Read',
  reading: 'Making the story ready',
  result: 'The story',
  byHand: ({ coded, corrected }) => {
    const parts = [coded && of(coded, 'paragraph', 'paragraphs'), corrected && of(corrected, 'correction', 'corrections')].filter(Boolean)
    return parts.length ? `By hand: ${parts.join(' and ')}. All else is the engine’s, and it errs.` : 'Nothing here is coded by hand: every mark is the engine’s, and it errs.'
  },
  first: 'Put an article on the desk first.',
  failed: error => WORDS.problems[error.cause] ?? WORDS.refused(error.message),
  refused: reason => `The story cannot be shown: ${reason}`,
  found: title => `Found in “${title}”`,
  close: 'Close',
  more: count => `Show ${of(count, 'more line', 'more lines')}`,
  kindOf: number => `What line ${number} is`,
  overruled: (kind, reason) => `by hand; the engine: ${kind}, ${reason}`,
  blocks: { title: 'title', para: 'paragraph', heading: 'heading', caption: 'caption', credit: 'credit', byline: 'byline', copyright: 'rights', chrome: 'furniture', other: 'another article' },
  says: (who, cue, certainty) => `${who ?? 'nobody named'}${cue ? ` (${cue})` : ''}, ${certainty}`,
  frame: (name, present, why) => `${name}: ${present ? why : `undecided, ${why}`}`,
  kept: 'Kept in this browser.',
  keeping: 'Keeping …',
  notKept: 'Not kept: save a copy before you leave.',
  export: 'Save the story folder (.zip)',
  import: 'Open a story folder (.zip)',
  imported: 'The story folder was opened. Undo brings back what lay here.',
  conflict: names => `Another tab changed the same: ${names}. Yours is shown here.`,
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  badZip: 'This is no story folder: expected a .zip with a story.toml in it.',
}

/** The pair that a new story begins with. */
export const FRAMINGS = [
  {
    id: 'bargaining',
    name: 'Bargaining',
    asks: 'What is being traded, conceded or used as leverage, and for what?',
  },
  {
    id: 'security',
    name: 'Security',
    asks: 'What is being protected, from whom, and what endangers it or keeps it safe?',
  },
]

/** How a new story says what it is. */
export const STORY = {
  id: 'my-story',
  text: 'as published',
  about: 'An article as it was pasted or saved.',
  coder: 'whoever made this story',
  version: '1',
  method: 'The engine found blocks, quotations and frames by its rules. What a person corrected or coded is marked as theirs.',
  contact: 'whoever made this story',
}

/** Words of the fields in which cue words are written (cues.js). Lists as the folder names them, the most used first. */
export const CUES = {
  heading: 'Its words',
  which: 'Which words the engine goes by',
  shipped: at => `The shipped words for ${FRAMINGS[at].name.toLowerCase()}`,
  own: 'Words of my own',
  help: 'One phrase a line. A word ending in * finds all that begin so, one/two finds either, two dots between words pass over up to three others, and “this & that” finds this where that stands in the sentence too.',
  lists: [
    { list: 'sure', name: 'Sure words', hint: 'One of them is enough.', rows: 4 },
    { list: 'likely', name: 'Likely words', hint: 'One is enough where the paragraph is about the subject.', rows: 3 },
    { list: 'weak', name: 'Weak words', hint: 'Two different ones are enough, under the same condition.', rows: 3 },
    { list: 'never', name: 'Never', hint: 'Names and idioms that only look like a word of it.', rows: 2 },
    { list: 'unsure', name: 'Unsure', hint: 'Where nothing else is found, the engine says that it cannot tell.', rows: 2 },
    { list: 'about', name: 'The subject', hint: 'Words that show that a paragraph is about it. Without any, every paragraph is.', rows: 2 },
    { list: 'elsewhere', name: 'Another subject', hint: 'Words that show that it is about something else.', rows: 2 },
  ],
  sets: { list: '@', name: 'Sets', hint: 'Words to be used in phrases by one name, as @grain: a line each, “@grain: wheat, oat*”.', rows: 2 },
  more: 'Exceptions, subject and sets',
  bad: (line, message) => (typeof line === 'number' ? `Line ${line}: ${message}` : `${line}: ${message}`),
  badSet: 'expected “@name: words, with commas”',
  none: 'nowhere',
  stands: count => ` ${count === 1 ? 'paragraph; show it' : 'paragraphs; show them'}`,
  rules: 'The shipped rules that find something here, with the number of paragraphs.',
  silent: count => `${of(count, 'rule finds', 'rules find')} nothing`,
  adopt: 'Begin a list of my own with these words',
}

/** Words of what the framings catch and miss (trial.js). */
export const TRIAL = {
  heading: 'What they catch and miss',
  hint: 'Both framings, tried on every paragraph on the desk while you write them.',
  lists: 'Which paragraphs are shown',
  caught: (name, count, all) => `${name}: ${count.toLocaleString(LANGUAGE)} of ${of(all, 'paragraph', 'paragraphs')}`,
  neither: count => `Neither: ${count.toLocaleString(LANGUAGE)}`,
  differ: count => `Hand and engine differ: ${count.toLocaleString(LANGUAGE)}`,
  coded: (name, { right, missed, beside }) => `${name}, where it is coded by hand: ${right.toLocaleString(LANGUAGE)} found, ${missed.toLocaleString(LANGUAGE)} missed, ${beside.toLocaleString(LANGUAGE)} beside.`,
  shown: { caught: name => `Caught by ${name}`, neither: () => 'Caught by neither', differ: () => 'Where hand and engine differ' },
  standing: (rule, count) => `“${rule}” in ${of(count, 'paragraph', 'paragraphs')}`,
  bad: count => `${of(count, 'phrase', 'phrases')} cannot be read; the others are tried.`,
  problem: message => `The words cannot be tried: ${message}`,
  place: (title, line) => `${title}, line ${line}`,
  word: (name, rule) => `${name}: ${rule}`,
  caughtBy: name => `caught by ${name}`,
  differs: (name, hand) => (hand ? `${name} by hand; the engine does not find it` : `not ${name} by hand; the engine finds it`),
  more: count => `Show ${of(count, 'more paragraph', 'more paragraphs')}`,
}

/** Formats that other programs read, as the command line names them. */
export const FORMATS = [
  { format: 'web-annotation', name: 'W3C Web Annotation', hint: 'One JSON-LD file; every mark with its words, its place and who says so.' },
  { format: 'jsonl', name: 'JSON Lines', hint: 'The same annotations, one a line.' },
  { format: 'brat', name: 'brat', hint: 'A text and its stand-off annotations for each article, in one .zip.' },
  { format: 'conll', name: 'CoNLL', hint: 'One token a line with BIO tags, a file for each article.' },
  { format: 'csv', name: 'CSV of the quotations', hint: 'Who says what in which line, one row a quotation, for a spreadsheet.' },
]
