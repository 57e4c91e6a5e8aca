//! Mentions: where the story's actors are named in a document's paragraphs (CODEBOOK, section 2).

use crate::{block::Document, gazetteer::Gazetteer, text::Span};

/// A place where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name alone, in bytes of the document's text.
    pub span: Span,
    /// Index of the actor in the gazetteer.
    pub actor: usize,
    /// Index of its paragraph among the document's blocks.
    pub block: usize,
}

/// Finds every mention, in order of place; none overlap.
pub fn mentions(_document: &Document<'_>, _gazetteer: &Gazetteer) -> Vec<Mention> {
    Vec::new()
}
