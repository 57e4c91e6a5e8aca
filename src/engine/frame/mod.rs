//! Frames: what a paragraph's words do, with the words that decided (CODEBOOK, section 4).
//!
//! 1. [`words`]: a paragraph's words and sentences;
//! 2. [`lexicon`]: the cue words and rules of a frame, read from a plain table;
//! 3. [`find`]: where they stand;
//! 4. [`judge`]: names and idioms put aside, cues weighed, a verdict for each paragraph and frame.

mod find;
mod judge;
mod lexicon;
mod words;

#[cfg(test)]
mod cases;

use std::sync::OnceLock;

pub use lexicon::{Lexicon, LexiconProblem};

use crate::{block::Document, mention::Mention, quotation::Certainty, text::Span};

/// The two frames the engine knows rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// Measures as things to be traded, conceded, withheld or used as leverage.
    Bargaining,
    /// Measures as matters of national security.
    Security,
}

impl Frame {
    /// Both, in the order every pair in this project has.
    pub const ALL: [Frame; 2] = [Frame::Bargaining, Frame::Security];

    /// The word the command line uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Frame::Bargaining => "bargaining",
            Frame::Security => "security",
        }
    }
}

/// Words that spoke for a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// In bytes of the document's text.
    pub span: Span,
    /// The cue or rule behind it, in a few words for people.
    pub rule: String,
    /// Number of the codebook's rule that it follows: "B1".
    pub number: Option<String>,
}

/// What the engine says of one frame in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Index of the paragraph among the document's blocks.
    pub block: usize,
    /// Which frame.
    pub frame: Frame,
    /// `Some(true)`: it is there; `Some(false)`: it is not; `None`: the engine abstains.
    pub present: Option<bool>,
    /// How surely.
    pub certainty: Certainty,
    /// The words that decided, in order of place; empty where the frame is not there.
    pub evidence: Vec<Evidence>,
    /// Why, where the engine abstains; a few words for people.
    pub reason: Option<String>,
}

/// One verdict for each paragraph and frame, in order of place, bargaining first.
pub fn frames(document: &Document<'_>, mentions: &[Mention]) -> Vec<Verdict> {
    verdicts(document, mentions).collect()
}

/// The same one after the other, for whoever need not keep them all.
pub fn verdicts<'a>(document: &'a Document<'_>, mentions: &[Mention]) -> impl Iterator<Item = Verdict> + 'a {
    static SHIPPED: OnceLock<[Lexicon; 2]> = OnceLock::new();
    judge::verdicts(document, mentions, SHIPPED.get_or_init(|| Frame::ALL.map(Lexicon::shipped)))
}

/// The verdicts by two lexicons of one's own, in the order of [`Frame::ALL`].
pub fn frames_with(document: &Document<'_>, mentions: &[Mention], lexicons: &[Lexicon; 2]) -> Vec<Verdict> {
    judge::verdicts(document, mentions, lexicons).collect()
}
