// What `load` takes and `annotations` gives, as plain objects.
//
// Offsets are UTF-16 units of a block's text, half-open, as JavaScript counts; positions in annotations are Unicode code points of
// the whole file, half-open, as the W3C counts. Ids stand for what they name, and what is left out is empty or not stated.

/** A line of a document's saved file, document and line from 1: "000:6". */
export type Source = `${string}:${number}`

/** What a story says of each of its two framings, by their ids; either may be left out. */
export type OfEach<T> = { [framing: string]: T }

/** A span of a block's text, in UTF-16 units: `start` belongs to it, `end` does not. */
export interface Span {
  start: number
  end: number
}

/** How surely the engine speaks; left out, it is unknown. */
export type Certainty = 'certain' | 'likely' | 'unknown'

/** Who speaks: an actor by id, or somebody else in a few words; neither where the text does not say. */
export interface Speaker {
  actor?: string
  other?: string
}

/** One news story told by several documents. */
export interface Story {
  /** Version of this format. */
  version: 1
  /** Kebab-case. */
  id: string
  title: string
  /** Language of the texts, BCP 47. */
  language?: string
  /** What the texts are: "retold; quotations as printed". */
  text?: string
  coding?: Coding
  framings: [Framing, Framing]
  actors?: Actor[]
  /** In reading order; at least one. */
  documents: StoryDocument[]
  /** The rules of the codebook that reasons name. */
  rules?: Rule[]
  /** Dated events, the earliest first. */
  events?: StoryEvent[]
  /** Contested questions. */
  questions?: Question[]
  /** Editions and summaries, each compared with its article. */
  comparisons?: Comparison[]
}

/** Who coded the story, when and how. */
export interface Coding {
  coder?: string
  /** ISO date. */
  date?: string
  version?: string
  codebook?: string
  /** How the codes were made, in a few sentences. */
  method?: string
  contact?: string
  corrections?: { date?: string; what: string; sources?: Source[] }[]
  /** Hand codes against engine: paragraphs compared, those with the same code, those the engine abstained on, Cohen's kappa. */
  agreement?: OfEach<{ items: number; agree: number; abstained: number; kappa?: number }>
}

/** A reading that the reader can switch on. */
export interface Framing {
  /** Kebab-case. */
  id: string
  name: string
  /** The question it asks. */
  asks?: string
  /** The story in two sentences under this framing. */
  standfirst?: string
  sources?: Source[]
}

/** Somebody who acts or speaks in the story. */
export interface Actor {
  /** Kebab-case of the fullest name. */
  id: string
  name: string
  /** An organisation where it is left out. */
  kind?: 'person' | 'company' | 'government' | 'body' | 'media' | 'organisation'
  /** "other" where it is left out. */
  side?: 'us' | 'china' | 'industry' | 'other'
  role?: string
  roleSources?: Source[]
  /** What the actor wants under each framing. */
  stances?: OfEach<{
    /** Whether `text` is printed words; without marks. */
    quoted?: boolean
    /** What the quotation is about. */
    lead?: string
    text: string
    /** The actor whose words they are, where it is another one. */
    saidBy?: string
    sources?: Source[]
  }>
}

/** One article. */
export interface StoryDocument {
  /** Letters, digits, `-`, `_` and `.`; not the name of a view. */
  id: string
  /** A short name for tabs. */
  label?: string
  about?: string
  title?: string
  outlet?: string
  /** As printed. */
  date?: string
  /** The document it is another edition of. */
  editionOf?: string
  /** The document it sums up. */
  summaryOf?: string
  /** The name of the file its words were read from. */
  file?: string
  /** In order of their lines; at least one. */
  blocks: Block[]
}

/** One block of a document. */
export interface Block {
  /** A paragraph where it is left out. */
  kind?: 'para' | 'title' | 'heading' | 'caption' | 'credit' | 'byline' | 'copyright'
  /** The line of the saved file it stands for, from 1; each after the one before. */
  line: number
  text: string
  /** Where actors are named: in order, none over another. */
  mentions?: (Span & { actor: string })[]
  /** The words that decided a frame. */
  evidence?: (Span & { framing: string })[]
  /** Words in quotation marks, the marks included; `cue` are the words that attribute them. */
  quotations?: (Span & Speaker & { certainty?: Certainty; cue?: string })[]
  /** Sentences that report what somebody said. */
  statements?: (Span & Speaker & { certainty?: Certainty })[]
  /** Paragraphs only. */
  code?: Code
  /** Where the words stand in a file: whose, the code points before them, and up to 32 of what stands around them. */
  place?: { document: string; start: number; before?: string; after?: string }
}

/** What was coded of a paragraph. */
export interface Code {
  /** The hand codes, by framing; none is background. */
  frames?: string[]
  /** What the engine says; "unsure" where it is left out. */
  engine?: OfEach<'absent' | 'present' | 'unsure'>
  /** Margin notes; each reads on after "read as …, ". */
  notes?: OfEach<{ text: string; sources?: Source[] }>
  /** Why: the coder's words with the numbers of rules, and how the engine came to its verdicts. */
  reasons?: {
    hand?: string
    rules?: string[]
    engine?: OfEach<{ certainty?: Certainty; cues?: (Span & { by?: string; rule?: string })[]; reason?: string }>
  }
}

/** A rule of the codebook. */
export interface Rule {
  number: string
  name?: string
  text?: string
}

/** Something that happened, or is to happen. */
export interface StoryEvent {
  /** Kebab-case. */
  id: string
  what: string
  /** Actors by id. */
  who?: string[]
  /** Framings under which it matters. */
  frames?: string[]
  /** What the articles say of its date, the best first. */
  datings?: {
    sources?: Source[]
    printed?: string
    /** "2025", "2025-07" or "2025-07-15". */
    from: string
    /** The end of a stretch; `from` where it is left out. */
    to?: string
    precision?: 'day' | 'week' | 'month' | 'season' | 'year' | 'range'
    basis?: string
  }[]
}

/** A contested question and who holds what. */
export interface Question {
  /** Kebab-case. */
  id: string
  asks: string
  frames?: string[]
  positions?: (Speaker & {
    holds: string
    quoted?: boolean
    text?: string
    sources?: Source[]
    printedDate?: string
    earlier?: string
    earlierSources?: Source[]
  })[]
}

/** How two texts differ, the gravest last; "dropped" and "merged" also say what a summary did with a paragraph. */
export type Change = 'spelling' | 'date' | 'wording' | 'caption' | 'added' | 'dropped' | 'merged' | 'meaning'

/** An edition or a summary compared with its article. */
export interface Comparison {
  /** The article. */
  first: string
  /** The edition or summary. */
  second: string
  summary?: boolean
  /** Blocks that answer each other, by their lines. */
  rows?: {
    first?: number[]
    second?: number[]
    change?: Change
    /** Both texts cut where they differ: where each stretch ends, in UTF-16 units; only where one block stands on each side. */
    runs?: { firstEnd: number; secondEnd: number; change?: Change }[]
    note?: string
  }[]
}

/** Something that keeps a value from being a story. */
export interface Problem {
  /** "documents[0].blocks[3].mentions[1].actor"; empty for the whole. */
  path: string
  /** What was expected and what was found. */
  message: string
  /** What to do now. */
  hint?: string
}

/** What `load` rejects with where a story does not fit. */
export interface StoryError extends Error {
  cause: 'story'
  hint?: string
  problems: Problem[]
}

/** A W3C Web Annotation, in the words of `framing-reader annotate`. */
export interface Annotation<B extends Body = Body> {
  type: 'Annotation'
  motivation: 'identifying' | 'classifying' | 'describing'
  /** Whose hand code it is; what the engine found has none. */
  creator?: { name: string }
  /** The date of the hand codes, ISO. */
  created?: string
  body: B
  target: Target
}

/** What an annotation says. */
export type Body = BlockBody | MentionBody | QuotationBody | FrameBody

/** What a line of the article is. */
export interface BlockBody {
  type: 'Block'
  value: NonNullable<Block['kind']>
}

/** The actor that is named: id and name. */
export interface MentionBody {
  type: 'Mention'
  value: string | null
  name: string | null
}

/** Who is quoted, by which words. */
export interface QuotationBody {
  type: 'Quotation'
  /** The id of an actor, or a kebab-case description; null where the text does not say. */
  value: string | null
  cue: string | null
  certainty: Certainty
}

/** A frame of a paragraph. By hand: `value` and the words that decided. By the engine: also its rules and certainty. */
export interface FrameBody {
  type: 'Frame'
  /** The framing's id; null where the engine abstains. */
  value: string | null
  /** The framing on which it abstains. */
  frame?: string
  /** Why it abstains. */
  reason?: string
  evidence: TextPositionSelector[]
  rules?: string[]
  certainty?: Certainty
}

/** Where the words are. */
export interface Target {
  /** The file that positions count in; the document's id where none is known: then its blocks joined by line feeds. */
  source: string
  /** The document's id. */
  document: string
  /** The line of its saved file, from 1. */
  line: number
  /** Words that stand in the file in several pieces have no position. */
  selector: [TextQuoteSelector] | [TextQuoteSelector, TextPositionSelector]
}

/** Words, with up to 32 code points around them. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

/** A place in Unicode code points, half-open. */
export interface TextPositionSelector {
  type: 'TextPositionSelector'
  start: number
  end: number
}
