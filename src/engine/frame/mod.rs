//! Frames: what a paragraph's words do, with the words that decided (CODEBOOK, section 4).
//!
//! 1. [`words`]: a paragraph's words and sentences;
//! 2. [`lexicon`]: the cue words and rules of a frame, read from a plain table;
//! 3. [`find`]: where they stand;
//! 4. [`judge`]: names and idioms put aside, cues weighed, a verdict for each paragraph and frame;
//! 5. [`framing`]: whose lexicons they are, the shipped ones or a story's own.

mod find;
mod framing;
mod judge;
mod lexicon;
mod words;

#[cfg(test)]
mod cases;

pub use framing::{Framing, shipped};
pub use lexicon::{Lexicon, LexiconProblem};

use crate::{block::Document, mention::Mention, quotation::Certainty, text::Span};

/// The two frames that the engine has rules of its own for.
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

/// A cue that stands in a paragraph, whatever comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Index of the paragraph among the document's blocks.
    pub block: usize,
    /// The words it stands on, in bytes of the document's text, in order of place.
    pub spans: Vec<Span>,
    /// Its rule, one of [`Framing::rules`].
    pub rule: String,
    /// Whether it speaks for the framing; else it only says how what does is to be taken.
    pub speaks: bool,
}

/// What the engine says of one frame in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Index of the paragraph among the document's blocks.
    pub block: usize,
    /// Which of the two framings, 0 or 1.
    pub framing: usize,
    /// `Some(true)`: it is there; `Some(false)`: it is not; `None`: the engine abstains.
    pub present: Option<bool>,
    /// How surely.
    pub certainty: Certainty,
    /// The words that decided, in order of place; empty where the frame is not there.
    pub evidence: Vec<Evidence>,
    /// Why, where the engine abstains; a few words for people.
    pub reason: Option<String>,
}

/// One verdict for each paragraph and shipped framing, in order of place, bargaining first.
pub fn frames(document: &Document<'_>, mentions: &[Mention]) -> Vec<Verdict> {
    verdicts(document, mentions, shipped()).collect()
}

/// One verdict for each paragraph and framing, in order of place, one after the other for whoever need not keep them all.
pub fn verdicts<'a>(
    document: &'a Document<'_>,
    mentions: &[Mention],
    framings: &'a [Framing; 2],
) -> impl Iterator<Item = Verdict> + 'a {
    let judged = judge::verdicts(document, mentions, framings.each_ref().map(Framing::lexicon));
    judged.map(|verdict| framed(verdict, framings))
}

/// The same, with every cue of each framing in order of paragraph, for whoever writes cues: those too that decide nothing, and of
/// cues of one's own the phrases that only say how others are to be taken (`never`, `about`, …).
pub fn tried(document: &Document<'_>, mentions: &[Mention], framings: &[Framing; 2]) -> (Vec<Verdict>, [Vec<Cue>; 2]) {
    let (verdicts, cues) = judge::tried(
        document,
        mentions,
        framings.each_ref().map(Framing::lexicon),
        framings.each_ref().map(Framing::is_own),
    );
    (verdicts.into_iter().map(|verdict| framed(verdict, framings)).collect(), cues)
}

fn framed(verdict: Verdict, framings: &[Framing; 2]) -> Verdict {
    if framings[verdict.framing].has_cues() { verdict } else { framing::abstention(verdict) }
}
