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
pub const MAGIC: &[u8] = b"FRST";
/// What every packed record starts with.
const RECORD_MAGIC: &[u8] = b"FRSR";
/// Version of the story's layout; a change of [`crate::model`] changes it.
const VERSION: u8 = 4;
/// Version of the record's layout; a change of [`crate::record`] changes it.
const RECORD_VERSION: u8 = 5;
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
        // Not with `write!`: the app formats nothing, and is smaller without all that formats.
        let version;
        f.write_str(match self {
            UnpackError::NotAStory => "expected a packed story, found other bytes",
            UnpackError::Version(found) => {
                let found = alloc::string::ToString::to_string(found);
                version = ["expected a packed story of this reader's version, found version ", &found].concat();
                &version
            }
            UnpackError::Damaged => "expected a whole packed story, found damaged bytes",
        })
    }
}

/// Packs a story.
pub fn pack(story: &Story) -> Vec<u8> {
    let mut story = story.clone();
    story.documents.iter_mut().for_each(|document| Rewrite::ToSteps.document(document));
    wrap(MAGIC, VERSION, &story)
}

/// Unpacks a story, checking nothing but its form.
pub fn unpack(bytes: &[u8]) -> Result<Story, UnpackError> {
    let mut story: Story = unwrap(MAGIC, VERSION, bytes)?;
    story.documents.iter_mut().for_each(|document| Rewrite::FromSteps.document(document));
    Ok(story)
}

/// Packs a record.
pub fn pack_record(record: &Record) -> Vec<u8> {
    wrap(RECORD_MAGIC, RECORD_VERSION, record)
}

/// Unpacks a record, checking nothing but its form.
pub fn unpack_record(bytes: &[u8]) -> Result<Record, UnpackError> {
    unwrap(RECORD_MAGIC, RECORD_VERSION, bytes)
}

fn wrap(magic: &[u8], version: u8, value: &impl Packed) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    bytes.push(version);
    let mut packer = Packer::default();
    value.put(&mut packer);
    packer.add_to(&mut bytes);
    bytes
}

fn unwrap<T: Packed>(magic: &[u8], version: u8, bytes: &[u8]) -> Result<T, UnpackError> {
    let rest = bytes.strip_prefix(magic).ok_or(UnpackError::NotAStory)?;
    match rest.split_first() {
        Some((&found, body)) if found == version => {
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
    struct Story { id, title, language, text, coding, framings, documents, actors }
    struct Coding { coder, date, version }
    struct Correction { date, what, sources }
    struct Framing { id, name, asks, standfirst, sources }
    struct Place { document, line }
    struct Document { id, label, about, title, outlet, date, edition_of, summary_of, blocks, mentions, quotations }
    struct Block { kind, line, text, pieces, code }
    struct Piece { end, mention, evidence }
    struct Frames { 0 }
    struct Code { frames, engine, notes }
    struct Note { text, sources }
    struct Mention { block, actor }
    struct Quotation { block, start, end, source, certainty }
    struct Actor { id, name, kind, side, role, role_sources, stances }
    struct Stance { quoted, lead, text, said_by, sources }
    struct Agreement { items, agree, abstained, kappa }
    struct Method { codebook, text, contact, corrections, agreement }
    struct Record { method, events, questions, rules, reasons, statements, comparisons, cues, files, overruled }
    struct Overruled { document, line, start, end, what, engine, hand }
    struct File { name, blocks }
    struct Stretch { document, start, before, after }
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
    enum Corrected { Block, Mention, Quotation }
    enum Holder { Actor(index), Other(words) }
    enum Change { Spelling, Date, Wording, Caption, Added, Dropped, Merged, Meaning }
}

#[cfg(test)]
mod tests {
    use alloc::{borrow::ToOwned, string::String, vec};

    use super::*;

    /// A story and a record with a value of every kind.
    fn pair() -> (Story, Record) {
        let sources = || vec![Place { document: 0, line: 300 }];
        let framing = |id: &str| Framing {
            id: id.to_owned(),
            name: String::new(),
            asks: "Who pays for the ferry?".to_owned(),
            standfirst: String::new(),
            sources: sources(),
        };
        let pieces = [(4, None), (5_000, Some(0))].map(|(end, mention)| Piece {
            end,
            mention,
            evidence: Frames::default().with(1),
        });
        let block = |line: u32| Block {
            kind: BlockKind::Para,
            line,
            text: "The ferry “Nora” sails.".to_owned(),
            pieces: pieces.to_vec(),
            code: Some(Code {
                frames: Frames::default().with(0),
                engine: [Verdict::Absent, Verdict::Unsure],
                notes: [None, Some(Note { text: "a toll".to_owned(), sources: sources() })],
            }),
        };
        let speakers = [Speaker::Actor(0), Speaker::Other("a-sailor".to_owned()), Speaker::Unknown];
        let quotations = speakers.into_iter().map(|source| Quotation {
            block: 1,
            start: 10,
            end: 18,
            source,
            certainty: Certainty::Likely,
        });
        let document = Document {
            id: "100".to_owned(),
            label: String::new(),
            about: String::new(),
            title: Some("A toll".to_owned()),
            outlet: None,
            date: None,
            edition_of: Some(0),
            summary_of: None,
            blocks: vec![block(1), block(3), block(2)],
            mentions: vec![Mention { block: 2, actor: 0 }, Mention { block: 0, actor: 0 }],
            quotations: quotations.collect(),
        };
        let story = Story {
            id: "ferry".to_owned(),
            title: String::new(),
            language: "en".to_owned(),
            text: String::new(),
            coding: Coding { coder: String::new(), date: String::new(), version: String::new() },
            framings: ["toll", "sea"].map(framing),
            documents: vec![document],
            actors: vec![],
        };
        let row = Row {
            first: vec![0],
            second: vec![1, 2],
            change: Some(Change::Meaning),
            runs: vec![Run { first_end: 3, second_end: 4, change: None }],
            note: String::new(),
        };
        let record = Record {
            comparisons: vec![Comparison { first: 0, second: 1, summary: false, rows: vec![row] }],
            method: Method {
                agreement: [Agreement { items: 70_000, agree: 3, abstained: 1, kappa: -45 }, Agreement::default()],
                ..Method::default()
            },
            reasons: vec![vec![None], vec![]],
            cues: vec![vec!["said".to_owned(), String::new()]],
            files: vec![File {
                name: "100.txt".to_owned(),
                blocks: vec![
                    None,
                    Some(Stretch { document: 0, start: 300, before: "[1] ".to_owned(), after: String::new() }),
                ],
            }],
            overruled: vec![Overruled {
                document: 0,
                line: 3,
                start: 4,
                end: 9,
                what: Corrected::Mention,
                engine: String::new(),
                hand: "nora".to_owned(),
            }],
            ..Record::default()
        };
        (story, record)
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (story, record) = pair();
        assert_eq!(unpack(&pack(&story)).as_ref(), Ok(&story));
        assert_eq!(unpack_record(&pack_record(&record)).as_ref(), Ok(&record));
        assert_eq!(pack(&story), pack(&story));
        assert_eq!(unpack_record(&pack(&story)), Err(UnpackError::NotAStory));
    }

    #[test]
    fn every_beginning_of_the_bytes_is_refused_and_every_flipped_bit_is_borne() {
        let (story, record) = pair();
        let (story, record) = (pack(&story), pack_record(&record));
        for end in 0..story.len() {
            assert!(unpack(&story[..end]).is_err(), "cut at {end}");
        }
        for end in 0..record.len() {
            assert!(unpack_record(&record[..end]).is_err(), "cut at {end}");
        }
        // Some flips are other valid words or numbers; what they make is read with care.
        for bit in 0..story.len() * 8 {
            let mut flipped = story.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            if let Ok(story) = unpack(&flipped) {
                let blocks = story.documents.iter().flat_map(|document| &document.blocks);
                blocks.for_each(|block| block.words().for_each(drop));
            }
        }
        for bit in 0..record.len() * 8 {
            let mut flipped = record.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let _ = unpack_record(&flipped);
        }
    }
}
