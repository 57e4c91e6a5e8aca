//! The whole engine in one call.

use crate::{
    block::Document,
    frame::{self, Framing, Verdict},
    gazetteer::Gazetteer,
    mention::{self, Mention},
    quotation::{self, Quotation, Statement},
};

/// Everything the engine says of one document.
#[derive(Clone, Debug)]
pub struct Reading<'t> {
    /// The text and its blocks.
    pub document: Document<'t>,
    /// Where the story's actors are named.
    pub mentions: Vec<Mention>,
    /// Who is quoted.
    pub quotations: Vec<Quotation>,
    /// Who is said to have said something, without being quoted.
    pub statements: Vec<Statement>,
    /// Which frames each paragraph carries.
    pub frames: Vec<Verdict>,
}

/// Reads a document whose blocks are told apart already ([`Document::parse`] does it for raw text), by the shipped framings.
pub fn read<'t>(document: Document<'t>, gazetteer: &Gazetteer) -> Reading<'t> {
    read_by(document, gazetteer, frame::shipped())
}

/// The same by two framings of one's own.
pub fn read_by<'t>(document: Document<'t>, gazetteer: &Gazetteer, framings: &[Framing; 2]) -> Reading<'t> {
    let mentions = mention::mentions(&document, gazetteer);
    let (quotations, statements) = quotation::said(&document, gazetteer, &mentions);
    let frames = frame::verdicts(&document, &mentions, framings).collect();
    Reading { document, mentions, quotations, statements, frames }
}
