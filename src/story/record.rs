//! The record: what stands behind a story's pages and is fetched only when somebody asks: events, contested questions, the
//! reasons of the codes, reported statements, editions compared.
//!
//! Indexes are those of [`crate::model`]: actors, documents, blocks of a document. Offsets are bytes of the block's text.

use alloc::{string::String, vec::Vec};

use crate::model::{Certainty, Frames, Place, Speaker};

/// The record of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// How the story was coded.
    pub method: Method,
    /// Every dated event, the earliest first.
    pub events: Vec<Event>,
    /// The contested questions.
    pub questions: Vec<Question>,
    /// The rules of the codebook that reasons and findings name.
    pub rules: Vec<Rule>,
    /// The reasons of the codes: a list a document, an entry a block.
    pub reasons: Vec<Vec<Option<Reasons>>>,
    /// Statements reported without quotation marks: a list a document, in order of place.
    pub statements: Vec<Vec<Statement>>,
    /// Editions and summaries, each compared with its article.
    pub comparisons: Vec<Comparison>,
    /// The words that attribute the quotations ("said"), empty where none do: a list a document, an entry a quotation.
    pub cues: Vec<Vec<String>>,
    /// The files that the documents' words were read from: one a document.
    pub files: Vec<File>,
    /// What a person corrected of the engine's reading.
    pub overruled: Vec<Overruled>,
}

/// Something that the engine said and a person corrected: the story shows the correction, and here both stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Overruled {
    /// Index of the document.
    pub document: u16,
    /// The line of its file.
    pub line: u32,
    /// First byte of the words, in those of the line; of a line's kind both are 0.
    pub start: u32,
    /// One past their last.
    pub end: u32,
    /// What was corrected.
    pub what: Corrected,
    /// What the engine said: a kind of line; an actor's id, or ids; a speaker. Empty where it found nothing.
    pub engine: String,
    /// What the person says; empty: nothing is there.
    pub hand: String,
}

/// What a person can correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// The kind of a line.
    Block,
    /// Whom words name.
    Mention,
    /// Whether words are a quotation, and whose.
    Quotation,
}

/// How the story was coded, and how well that stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Method {
    /// Version of the codebook, or its file.
    pub codebook: String,
    /// How it was done, a few sentences.
    pub text: String,
    /// Whom to write to.
    pub contact: String,
    /// What was corrected since.
    pub corrections: Vec<Correction>,
    /// Hand codes against engine, for each framing.
    pub agreement: [Agreement; 2],
}

/// A correction made after publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// ISO date.
    pub date: String,
    /// What changed.
    pub what: String,
    /// Where.
    pub sources: Vec<Place>,
}

/// Hand codes against the engine, over the paragraphs of the story with an edition counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Paragraphs compared.
    pub items: u32,
    /// Of those, how many got the same code.
    pub agree: u32,
    /// Paragraphs on which the engine abstained; not among `items`.
    pub abstained: u32,
    /// Cohen's kappa in thousandths, from -1000 to 1000.
    pub kappa: i16,
}

/// Something that happened, or is to happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Kebab-case name.
    pub id: String,
    /// What happened, one sentence.
    pub what: String,
    /// The actors in it.
    pub who: Vec<u16>,
    /// The framings under which it matters.
    pub frames: Frames,
    /// What the articles say of its date; the best first. More than one with different dates: they disagree.
    pub datings: Vec<Dating>,
}

/// What the articles say of an event's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Dating {
    /// The lines that say so.
    pub sources: Vec<Place>,
    /// The words as printed.
    pub printed: String,
    /// ISO date of the beginning, as exact as it is known: 2025, 2025-07 or 2025-07-15.
    pub from: String,
    /// ISO date of the end; the same as `from` unless it is a stretch.
    pub to: String,
    /// How exact it is.
    pub precision: Precision,
    /// How the date was resolved, in the editors' words.
    pub basis: String,
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Precision {
    Day,
    Week,
    Month,
    Season,
    Year,
    Range,
}

/// A contested question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Kebab-case name.
    pub id: String,
    /// The question.
    pub asks: String,
    /// The framings that ask it.
    pub frames: Frames,
    /// Who holds what.
    pub positions: Vec<Position>,
}

/// A position on a contested question.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The answer, in a few words.
    pub holds: String,
    /// Who takes it.
    pub who: Holder,
    /// Whether `text` is printed words, in their curly marks, or reported in ours.
    pub quoted: bool,
    /// The words.
    pub text: String,
    /// The lines that state it.
    pub sources: Vec<Place>,
    /// When, as printed.
    pub printed_date: Option<String>,
    /// What the same speaker said before, in the editors' words; empty where nothing else is stated.
    pub earlier: String,
    /// Where that stands.
    pub earlier_sources: Vec<Place>,
}

/// Who takes a position.
#[derive(Clone, Debug, PartialEq)]
pub enum Holder {
    /// An actor, by index.
    Actor(u16),
    /// Somebody who is no actor of the story, in the articles' words.
    Other(String),
}

/// A rule of the codebook.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its number: "B1".
    pub number: String,
    /// Its name, where it has one: "Exchange".
    pub name: String,
    /// What it says.
    pub text: String,
}

/// Why a paragraph has its codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The coder's.
    pub hand: String,
    /// Rules the coder's reason names, by index into [`Record::rules`].
    pub rules: Vec<u16>,
    /// The engine's, for each framing.
    pub engine: [Finding; 2],
}

/// How the engine came to its verdict on a framing; the verdict itself stands in [`crate::model::Code::engine`].
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How surely.
    pub certainty: Certainty,
    /// The words that spoke for the framing, in order of place.
    pub cues: Vec<Cue>,
    /// Why the engine abstains; empty where it does not.
    pub reason: String,
}

/// Words that spoke for a framing, by a rule of the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The rule of the engine, in a few words for people.
    pub by: String,
    /// The rule of the codebook it follows, by index into [`Record::rules`].
    pub rule: Option<u16>,
}

/// A sentence that gives what somebody said without quoting it.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Index of the block.
    pub block: u16,
    /// First byte of the sentence.
    pub start: u32,
    /// One past its last.
    pub end: u32,
    /// Who said it.
    pub source: Speaker,
    /// How surely.
    pub certainty: Certainty,
}

/// How many code points of context a quoted target has on each side: enough to find the place again in an edited text.
pub const CONTEXT: usize = 32;

/// The context that a text is for what stands behind it: its end.
pub fn context_before(text: &str) -> &str {
    text.char_indices().rev().nth(CONTEXT - 1).map_or(text, |(from, _)| &text[from..])
}

/// The context that a text is for what stands before it: its beginning.
pub fn context_after(text: &str) -> &str {
    text.char_indices().nth(CONTEXT).map_or(text, |(to, _)| &text[..to])
}

/// The file that a document's words were read from.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Where the words of each block stand; `None` where they stand in no file as one run.
    pub blocks: Vec<Option<Stretch>>,
}

/// Where a block's words stand in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Index of the document in whose file they stand: two editions may share words.
    pub document: u16,
    /// Unicode code points of the file before them.
    pub start: u32,
    /// What stands before them in the file, up to [`CONTEXT`] code points.
    pub before: String,
    /// What stands behind them.
    pub after: String,
}

/// An edition or a summary compared with its article.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Index of the article's document.
    pub first: u16,
    /// Index of the edition's or summary's.
    pub second: u16,
    /// Whether the second sums the first up; else it is an edition of it.
    pub summary: bool,
    /// Their blocks side by side: of editions in the order of the second document; of a summary a row a paragraph of the
    /// article, so that a block of the second document may stand in several.
    pub rows: Vec<Row>,
}

/// Blocks that answer each other. An empty side stands in one document only; several on a side were split or merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Blocks of the first document.
    pub first: Vec<u16>,
    /// Blocks of the second document.
    pub second: Vec<u16>,
    /// What became of the paragraph; of several, the gravest.
    pub change: Option<Change>,
    /// The words of both sides cut where they differ; empty unless there is one block on each side, and for summaries.
    pub runs: Vec<Run>,
    /// An editor's note on the difference; empty where there is none.
    pub note: String,
}

/// A stretch of words in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it ends in the first block's text; it starts where the one before ends.
    pub first_end: u32,
    /// Where it ends in the second block's text.
    pub second_end: u32,
    /// How the two differ; `None` where they are the same.
    pub change: Option<Change>,
}

/// Kinds of difference between editions, the gravest last; and what a summary did with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Spelling and style.
    Spelling,
    /// A date made absolute, or relative.
    Date,
    /// Other words for the same.
    Wording,
    /// A caption or credit that one of them does not have.
    Caption,
    /// A paragraph that only the second has.
    Added,
    /// A paragraph that only the first has; of a summary: dropped.
    Dropped,
    /// Of a summary: the paragraph was merged with others.
    Merged,
    /// The meaning changed.
    Meaning,
}
