//! Quotations: words in quotation marks that somebody said or wrote, with source, cue and certainty (CODEBOOK, section 3).

use crate::{block::Document, gazetteer::Gazetteer, mention::Mention, text::Span};

/// How surely a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The text says so in one clause.
    Certain,
    /// The nearest reading, by a rule that can err.
    Likely,
    /// No rule applies.
    Unknown,
}

impl Certainty {
    /// The word the command line uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
            Certainty::Unknown => "unknown",
        }
    }
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An actor of the story, by its index in the gazetteer.
    Actor(usize),
    /// A named speaker whom the story does not list: kebab-case of the fullest name in the document.
    Named(String),
    /// An unnamed speaker: the role without articles, kebab-case.
    Unnamed(String),
}

/// One quotation; a split one is one for each piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening to the closing mark, both included, in bytes of the document's text.
    pub span: Span,
    /// Who said it; none where the text does not say.
    pub source: Option<Source>,
    /// The words that attribute it ("said"), in bytes of the document's text.
    pub cue: Option<Span>,
    /// How surely `source` is right.
    pub certainty: Certainty,
    /// Which rule found the source, in a few words for people.
    pub rule: &'static str,
    /// Index of its paragraph among the document's blocks.
    pub block: usize,
}

/// Finds every quotation, in order of place. `mentions` are those of the same document.
pub fn quotations(_document: &Document<'_>, _gazetteer: &Gazetteer, _mentions: &[Mention]) -> Vec<Quotation> {
    Vec::new()
}
