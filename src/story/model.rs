//! The story as a page shows it: texts cut and marked, codes, actors and sources. Everything is worked out beforehand.
//!
//! Indexes stand for what they point at: an actor is its place in [`Story::actors`], a document its place in
//! [`Story::documents`], a block its place in [`Document::blocks`]. Offsets are bytes of the block's own text.

use alloc::{string::String, vec::Vec};

/// Names of the views that are fetched when they are asked for, in the order of the navigation.
pub const VIEWS: [&str; 6] = ["timeline", "questions", "speakers", "editions", "find", "method"];
/// The name of the first view.
pub const OVERVIEW: &str = "overview";

/// Whether a name leads to a view: no document may have it, since both stand at one place of an address.
pub fn is_reserved(name: &str) -> bool {
    name == OVERVIEW || VIEWS.contains(&name)
}

/// One news story told by several documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Kebab-case name.
    pub id: String,
    /// Its title, in the coders' words.
    pub title: String,
    /// Language of the texts, BCP 47.
    pub language: String,
    /// What the texts are, shown on the page: "retold; quotations as printed", "as published".
    pub text: String,
    /// Who coded it, when and how.
    pub coding: Coding,
    /// The two framings; everywhere a pair stands it is in this order.
    pub framings: [Framing; 2],
    /// The documents, in reading order.
    pub documents: Vec<Document>,
    /// Every actor.
    pub actors: Vec<Actor>,
}

/// Who coded the story and when; how it was done stands in [`crate::record::Method`].
#[derive(Clone, Debug, PartialEq)]
pub struct Coding {
    /// Who signs.
    pub coder: String,
    /// ISO date.
    pub date: String,
    /// Version of the codes.
    pub version: String,
}

/// One reading the reader can switch on.
#[derive(Clone, Debug, PartialEq)]
pub struct Framing {
    /// Kebab-case name, also in attributes and addresses.
    pub id: String,
    /// What the switch says.
    pub name: String,
    /// The question this framing asks.
    pub asks: String,
    /// The story in two sentences.
    pub standfirst: String,
    /// The lines those sentences rest on.
    pub sources: Vec<Place>,
}

/// A line of a document's saved file: the source of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the document.
    pub document: u16,
    /// Line of its saved file, from 1; [`Block::line`] says which block that is.
    pub line: u32,
}

/// One article.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Name in sources and addresses: "000".
    pub id: String,
    /// Short name for tabs and strips.
    pub label: String,
    /// What kind of text it is, one sentence.
    pub about: String,
    /// Its title, where a file states it.
    pub title: Option<String>,
    /// Its outlet, where a file states it.
    pub outlet: Option<String>,
    /// Its date as printed, where a file states it.
    pub date: Option<String>,
    /// The document it is another edition of.
    pub edition_of: Option<u16>,
    /// The document it sums up.
    pub summary_of: Option<u16>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Where actors are named, in order of place; [`Piece::mention`] counts them.
    pub mentions: Vec<Mention>,
    /// Who is quoted, in order of place.
    pub quotations: Vec<Quotation>,
}

/// What a block is; the engine's kinds without those a page does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the codebook's words")]
pub enum BlockKind {
    Title,
    Para,
    Heading,
    Caption,
    Credit,
    Byline,
    Copyright,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The line of the saved file it stands for, from 1.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// The words cut wherever a mention or evidence begins or ends; they cover the text.
    pub pieces: Vec<Piece>,
    /// Its codes; paragraphs only.
    pub code: Option<Code>,
}

/// A run of words with one set of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it ends; it starts where the one before ends.
    pub end: u32,
    /// The mention it belongs to, an index into [`Document::mentions`]; a mention may have several pieces.
    pub mention: Option<u16>,
    /// The frames it is evidence of.
    pub evidence: Frames,
}

/// A set of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(pub(crate) u8);

impl Frames {
    /// Adds the framing with this index (0 or 1).
    pub fn with(self, framing: usize) -> Frames {
        Frames(self.0 | 1 << framing)
    }

    /// Whether the framing with this index (0 or 1) is in it.
    pub fn has(self, framing: usize) -> bool {
        self.0 >> framing & 1 == 1
    }

    /// Whether none is.
    pub fn is_empty(self) -> bool {
        self.0 & !BY_ENGINE == 0
    }

    /// No frames, said by the engine: nobody coded them.
    pub fn by_engine() -> Frames {
        Frames(BY_ENGINE)
    }
}

/// Set where a paragraph's frames are the engine's.
const BY_ENGINE: u8 = 4;

/// What was coded of one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// The hand codes; where nobody coded the paragraph, what the engine found ([`Code::is_by_hand`]).
    pub frames: Frames,
    /// What the engine says on its own.
    pub engine: [Verdict; 2],
    /// The margin notes.
    pub notes: [Option<Note>; 2],
}

/// The engine's verdict on one frame in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The frame is not there.
    Absent,
    /// It is there.
    Present,
    /// The engine abstains.
    Unsure,
}

/// A margin note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Reads on after "read as …, ".
    pub text: String,
    /// The lines it rests on.
    pub sources: Vec<Place>,
}

/// A place where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the block.
    pub block: u16,
    /// Index of the actor.
    pub actor: u16,
}

/// Words in quotation marks that somebody said or wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Index of the block.
    pub block: u16,
    /// First byte in the block's text, the opening mark.
    pub start: u32,
    /// One past the closing mark.
    pub end: u32,
    /// Who said it.
    pub source: Speaker,
    /// How surely.
    pub certainty: Certainty,
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq)]
pub enum Speaker {
    /// An actor, by index.
    Actor(u16),
    /// Somebody who is no actor of the story: a kebab-case description.
    Other(String),
    /// The text does not say.
    Unknown,
}

/// How surely the engine speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the contract's words")]
pub enum Certainty {
    Certain,
    Likely,
    Unknown,
}

/// Somebody who acts or speaks in the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Kebab-case of the fullest name.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Which side it is on.
    pub side: Side,
    /// What it does, as the files say.
    pub role: String,
    /// Where they say so.
    pub role_sources: Vec<Place>,
    /// What it wants under each framing; `None`: these articles state none.
    pub stances: [Option<Stance>; 2],
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum ActorKind {
    Person,
    Company,
    Government,
    Body,
    Media,
    Organisation,
}

/// Which side an actor is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Side {
    Us,
    China,
    Industry,
    Other,
}

/// The words for sides, wherever a story is written down.
pub const SIDES: &[(&str, Side)] =
    &[("us", Side::Us), ("china", Side::China), ("industry", Side::Industry), ("other", Side::Other)];

/// What an actor wants under one framing, with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// Whether `text` is printed words (shown in quotation marks) or reported in ours.
    pub quoted: bool,
    /// What the quotation is about, in our words; often empty.
    pub lead: String,
    /// The words, without marks.
    pub text: String,
    /// The actor whose words they are, where it is not this one.
    pub said_by: Option<u16>,
    /// The lines that state it.
    pub sources: Vec<Place>,
}

impl Code {
    /// Whether a person coded the frames.
    pub fn is_by_hand(&self) -> bool {
        self.frames.0 & BY_ENGINE == 0
    }
}

impl Document {
    /// The block that stands for a line of the saved file.
    pub fn block_at(&self, line: u32) -> Option<usize> {
        self.blocks.iter().position(|block| block.line == line)
    }

    /// How many paragraphs it has.
    pub fn paragraph_count(&self) -> usize {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Para).count()
    }

    /// How many of them were coded with the framing of this index.
    pub fn framed_count(&self, framing: usize) -> usize {
        self.blocks.iter().filter(|block| block.code.as_ref().is_some_and(|code| code.frames.has(framing))).count()
    }
}

impl Block {
    /// Each piece with its words, in order.
    pub fn words(&self) -> impl Iterator<Item = (Piece, &str)> {
        let mut start = 0;
        self.pieces.iter().map(move |piece| {
            let end = piece.end as usize;
            let words = self.text.get(start..end).unwrap_or("");
            start = end;
            (*piece, words)
        })
    }
}
