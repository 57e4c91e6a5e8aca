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
    worker: 'The engine could not be started. Reload the page; what lies on the desk is kept.',
  },
  dismiss: 'Dismiss',
  framings: 'Two framings',
  framingsHint: 'The same story in two sentences under each. They are read before the first line.',
  name: 'Name',
  asks: 'The question it asks',
  standfirst: 'Standfirst',
  title: 'Title of the story',
  untitled: 'My story',
  read: 'Read',
  reading: 'Making the story ready',
  result: 'The story',
  uncoded: 'Nothing here is coded by hand: every mark is the engine’s, and it errs.',
  first: 'Put an article on the desk first.',
  refused: reason => `The story cannot be shown: ${reason}`,
  found: title => `Found in “${title}”`,
  close: 'Close',
  more: count => `Show ${of(count, 'more line', 'more lines')}`,
  line: number => `Line ${number}`,
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
    standfirst: 'Write here, in two sentences, what this story is when it is read as bargaining.',
  },
  {
    id: 'security',
    name: 'Security',
    asks: 'What is being protected, from whom, and what endangers it or keeps it safe?',
    standfirst: 'Write here, in two sentences, what this story is when it is read as a matter of security.',
  },
]

/** How a new story says what it is. */
export const STORY = {
  id: 'my-story',
  text: 'as published',
  about: 'An article as it was pasted or saved.',
  coder: 'the engine’s rules; nothing is coded by hand',
  version: '1',
  method: 'The engine found blocks, quotations and frames by its rules. Nobody has checked them yet.',
  contact: 'whoever made this story',
}
