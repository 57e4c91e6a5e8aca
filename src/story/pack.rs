//! The story as bytes: `FRST`, one byte of version, then the model as [`crate::codec`] writes it. The same story gives the same
//! bytes. The record likewise, behind `FRSR`.
//!
//! Before they are written, numbers that grow along a document become the steps between them: small and alike, they compress
//! well.

use alloc::vec::Vec;

use crate::{
    codec::{Column, Packed, Packer, Unpacker, packed},
    model::*,
    record::*,
};

/// What every packed story starts with.
const MAGIC: &[u8] = b"FRST";
/// What every packed record starts with.
const RECORD_MAGIC: &[u8] = b"FRSR";
/// Version of the layout behind both; a change of [`crate::model`] or [`crate::record`] changes it.
const VERSION: u8 = 3;
/// Name of the wasm custom section that holds the packed story.
pub const SECTION: &str = "framing-reader-story";
/// Name of the wasm custom section that holds the packed record.
pub const RECORD_SECTION: &str = "framing-reader-record";

/// Why bytes are no story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// They do not start like one.
    NotAStory,
    /// They are one of another version.
    Version(u8),
    /// They are cut off or damaged.
    Damaged,
}

impl core::fmt::Display for UnpackError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            UnpackError::NotAStory => f.write_str("expected a packed story, found other bytes"),
            UnpackError::Version(found) => {
                write!(f, "expected a packed story of version {VERSION}, found version {found}")
            }
            UnpackError::Damaged => f.write_str("expected a whole packed story, found damaged bytes"),
        }
    }
}

/// Packs a story.
pub fn pack(story: &Story) -> Vec<u8> {
    let mut story = story.clone();
    story.documents.iter_mut().for_each(|document| Rewrite::ToSteps.document(document));
    wrap(MAGIC, &story)
}

/// Unpacks a story, checking nothing but its form.
pub fn unpack(bytes: &[u8]) -> Result<Story, UnpackError> {
    let mut story: Story = unwrap(MAGIC, bytes)?;
    story.documents.iter_mut().for_each(|document| Rewrite::FromSteps.document(document));
    Ok(story)
}

/// Packs a record.
pub fn pack_record(record: &Record) -> Vec<u8> {
    wrap(RECORD_MAGIC, record)
}

/// Unpacks a record, checking nothing but its form.
pub fn unpack_record(bytes: &[u8]) -> Result<Record, UnpackError> {
    unwrap(RECORD_MAGIC, bytes)
}

fn wrap(magic: &[u8], value: &impl Packed) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    bytes.push(VERSION);
    let mut packer = Packer::default();
    value.put(&mut packer);
    packer.add_to(&mut bytes);
    bytes
}

fn unwrap<T: Packed>(magic: &[u8], bytes: &[u8]) -> Result<T, UnpackError> {
    let rest = bytes.strip_prefix(magic).ok_or(UnpackError::NotAStory)?;
    match rest.split_first() {
        Some((&VERSION, body)) => {
            let mut unpacker = Unpacker::new(body);
            let value = T::take(&mut unpacker);
            if unpacker.is_whole() { Ok(value) } else { Err(UnpackError::Damaged) }
        }
        Some((&other, _)) => Err(UnpackError::Version(other)),
        None => Err(UnpackError::Damaged),
    }
}

/// Which way numbers are rewritten.
#[derive(Clone, Copy)]
enum Rewrite {
    /// Each number becomes the step from the one before it.
    ToSteps,
    /// Each step becomes the number again.
    FromSteps,
}

impl Rewrite {
    /// Rewrites one number; `last` is the plain number before it, and becomes this one.
    fn number(self, number: &mut u32, last: &mut u32) {
        let plain = *number;
        match self {
            Rewrite::ToSteps => {
                *number = plain.wrapping_sub(*last);
                *last = plain;
            }
            Rewrite::FromSteps => {
                *number = plain.wrapping_add(*last);
                *last = *number;
            }
        }
    }

    fn index(self, index: &mut u16, last: &mut u32) {
        let mut number = u32::from(*index);
        // An index is a u16 on both sides, so that cutting the step off to 16 bits loses nothing.
        *last &= 0xffff;
        self.number(&mut number, last);
        *index = number as u16;
        *last &= 0xffff;
    }

    fn document(self, document: &mut Document) {
        let (mut line, mut mention) = (0, 0);
        for block in &mut document.blocks {
            self.number(&mut block.line, &mut line);
            let mut end = 0;
            for piece in &mut block.pieces {
                self.number(&mut piece.end, &mut end);
                piece.mention.iter_mut().for_each(|number| self.index(number, &mut mention));
            }
        }
        let mut block = 0;
        document.mentions.iter_mut().for_each(|mention| self.index(&mut mention.block, &mut block));
        let mut block = 0;
        for quotation in &mut document.quotations {
            self.index(&mut quotation.block, &mut block);
            self.number(&mut quotation.end, &mut quotation.start.clone());
        }
    }
}

packed! {
    struct Story { id, title, language, text, coding, corrections, framings, documents, actors, agreement }
    struct Coding { coder, date, version, codebook, method, contact }
    struct Correction { date, what, sources }
    struct Framing { id, name, asks, standfirst, sources }
    struct Place { document, line }
    struct Document { id, label, about, title, outlet, date, edition_of, summary_of, blocks, mentions, quotations }
    struct Block { kind, line, text, pieces, code }
    struct Piece { end, mention, evidence }
    struct Frames { 0 }
    struct Code { frames, reason, engine, notes }
    struct Note { text, sources }
    struct Mention { block, actor }
    struct Quotation { block, start, end, source, certainty }
    struct Actor { id, name, kind, side, role, role_sources, stances }
    struct Stance { quoted, lead, text, said_by, sources }
    struct Agreement { items, agree, abstained, kappa }
    struct Record { events, questions, rules, reasons, statements, comparisons }
    struct Event { id, what, who, frames, datings }
    struct Dating { sources, printed, from, to, precision, basis }
    struct Question { id, asks, frames, positions }
    struct Position { holds, who, quoted, text, sources, printed_date, earlier, earlier_sources }
    struct Rule { number, name, text }
    struct Reasons { hand, rules, engine }
    struct Finding { certainty, cues, reason }
    struct Cue { start, end, by, rule }
    struct Statement { block, start, end, source, certainty }
    struct Comparison { first, second, summary, rows }
    struct Row { first, second, change, runs, note }
    struct Run { first_end, second_end, change }
}

packed! {
    enum BlockKind { Title, Para, Heading, Caption, Credit, Byline, Copyright }
    enum Verdict { Absent, Present, Unsure }
    enum Speaker { Actor(index), Other(words), Unknown }
    enum Certainty { Certain, Likely, Unknown }
    enum ActorKind { Person, Company, Government, Body, Media, Organisation }
    enum Side { Us, China, Industry, Other }
    enum Precision { Day, Week, Month, Season, Year, Range }
    enum Holder { Actor(index), Other(words) }
    enum Change { Spelling, Date, Wording, Caption, Added, Dropped, Merged, Meaning }
}
