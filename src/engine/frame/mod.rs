//! Frames: what a paragraph's words do, with the words that decided (CODEBOOK, section 4).

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

/// The cue words and rules of one frame.
#[derive(Clone, Debug)]
pub struct Lexicon {
    _private: (),
}

impl Lexicon {
    /// The shipped lexicon of a frame.
    pub fn shipped(_frame: Frame) -> Lexicon {
        Lexicon { _private: () }
    }
}

/// Words that spoke for a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// In bytes of the document's text.
    pub span: Span,
    /// The cue or rule behind it, in a few words for people.
    pub rule: String,
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
pub fn frames(document: &Document<'_>, _mentions: &[Mention]) -> Vec<Verdict> {
    let verdict = |(block, frame)| Verdict {
        block,
        frame,
        present: Some(false),
        certainty: Certainty::Unknown,
        evidence: Vec::new(),
        reason: None,
    };
    document.paragraphs().flat_map(|(block, _)| Frame::ALL.map(|frame| (block, frame))).map(verdict).collect()
}
