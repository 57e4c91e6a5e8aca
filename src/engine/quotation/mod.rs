//! Quotations: words in quotation marks that somebody said or wrote, with source, cue and certainty (CODEBOOK, section 3).
//!
//! 1. [`marks`] pairs the quotation marks of each paragraph;
//! 2. [`words`] splits what stands outside them into words and sentences, classed by the [`lexicon`];
//! 3. [`names`] collects who is named in the whole document;
//! 4. [`attribution`] walks the sentences: [`phrases`] that can speak, the [`clause`] they stand in, the [`rules`] that
//!    give a quotation its source, and [`speakers`], the memory that pronouns and "the minister" draw on;
//! 5. on the same walk, [`reported`] finds the statements that are not quoted, by who is [`heard`] with a verb of [`saying`].

mod attribution;
mod clause;
mod heard;
pub(crate) mod lexicon;
mod marks;
pub(crate) mod names;
mod phrases;
mod reported;
mod rules;
mod saying;
mod speakers;
mod subject;
pub(crate) mod words;

pub use self::reported::Statement;
use self::{
    attribution::{Paragraph, Walk},
    names::Names,
    speakers::Speakers,
};
use crate::{
    block::{Block, Document},
    gazetteer::Gazetteer,
    mention::Mention,
    text::Span,
};

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
pub fn quotations(document: &Document<'_>, gazetteer: &Gazetteer, mentions: &[Mention]) -> Vec<Quotation> {
    said(document, gazetteer, mentions).0
}

/// Finds every reported statement, in order of place. `mentions` are those of the same document.
pub fn reported(document: &Document<'_>, gazetteer: &Gazetteer, mentions: &[Mention]) -> Vec<Statement> {
    said(document, gazetteer, mentions).1
}

/// Quotations and reported statements in one pass.
pub(crate) fn said(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    mentions: &[Mention],
) -> (Vec<Quotation>, Vec<Statement>) {
    let mut names = Names::new(gazetteer);
    let mut speaks = false;
    each_paragraph(document, mentions, |text, paragraph| {
        speaks = speaks
            || !paragraph.quoted.is_empty()
            || paragraph.tokens.iter().any(|token| saying::may_report(text, token));
        names.collect(text, &paragraph.tokens, &paragraph.sentences, paragraph.mentions);
    });
    if !speaks {
        return Default::default();
    }
    let mut walk = Walk::new(document.text, Speakers::new(gazetteer, names));
    each_paragraph(document, mentions, |_, paragraph| walk.paragraph(paragraph));
    walk.finish()
}

/// Makes every paragraph ready in turn. Done anew for each pass: the words of a whole document would take many times its
/// own room.
fn each_paragraph<'t>(document: &Document<'t>, mentions: &[Mention], mut read: impl FnMut(&'t str, &Paragraph<'_>)) {
    let text = document.text;
    let mut paragraphs = document.paragraphs().peekable();
    let mut open = false;
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    while let Some((block, &Block { span, .. })) = paragraphs.next() {
        let opens = marks::opens_with_mark(text, span);
        let runs_on = paragraphs.peek().is_some_and(|(_, next)| marks::opens_with_mark(text, next.span));
        let quoted = marks::quoted(text, span, runs_on);
        words::tokens(text, span, &quoted, &mut tokens);
        words::sentences(text, &tokens, &quoted, &mut sentences);
        let first = mentions.partition_point(|m| m.span.start < span.start);
        let last = mentions.partition_point(|m| m.span.start < span.end);
        let goes_on = open && opens;
        open = quoted.last().is_some_and(|q| !q.closed);
        let paragraph = Paragraph { block, quoted, tokens, sentences, mentions: &mentions[first..last], goes_on };
        read(text, &paragraph);
        Paragraph { tokens, sentences, .. } = paragraph;
    }
}

#[cfg(test)]
mod tests;
