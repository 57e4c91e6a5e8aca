//! One document: its blocks with everything that is said of their words.

use framing_reader_story::{marks::Marks, model::*, record::*};

use super::{cursor::Cursor, names::Names};
use crate::{
    offset::Offsets,
    tables::{BLOCKS, CERTAINTIES, VERDICTS},
};

/// A document, and what the record holds of it.
pub(super) struct Read {
    pub(super) document: Document,
    pub(super) reasons: Vec<Option<Reasons>>,
    pub(super) statements: Vec<Statement>,
    pub(super) cues: Vec<String>,
    pub(super) file: File,
}

/// Reads a document.
pub(super) fn document(names: &Names, cursor: &Cursor<'_>) -> Read {
    cursor.has_only(&["id", "label", "about", "title", "outlet", "date", "editionOf", "summaryOf", "file", "blocks"]);
    let document = Document {
        id: cursor.get("id").text_or_empty(),
        label: cursor.get("label").text_or_empty(),
        about: cursor.get("about").text_or_empty(),
        title: cursor.get("title").text_if_given(),
        outlet: cursor.get("outlet").text_if_given(),
        date: cursor.get("date").text_if_given(),
        edition_of: names.documents.index_if_given(&cursor.get("editionOf")),
        summary_of: names.documents.index_if_given(&cursor.get("summaryOf")),
        blocks: Vec::new(),
        mentions: Vec::new(),
        quotations: Vec::new(),
    };
    let file = File { name: cursor.get("file").text_or_empty(), blocks: Vec::new() };
    let mut read = Read { document, reasons: Vec::new(), statements: Vec::new(), cues: Vec::new(), file };
    let list = cursor.get("blocks");
    for block in list.items() {
        read.block(names, &block);
    }
    if read.document.blocks.is_empty() {
        list.problem("expected blocks, found none".to_owned(), None);
    }
    if read.document.mentions.len() > usize::from(u16::MAX) {
        list.problem(format!("expected at most {} mentions, found {}", u16::MAX, read.document.mentions.len()), None);
    }
    read
}

impl Read {
    fn block(&mut self, names: &Names, cursor: &Cursor<'_>) {
        cursor.has_only(&["kind", "line", "text", "mentions", "evidence", "quotations", "statements", "code", "place"]);
        let text = cursor.get("text").text();
        let words = Words { names, offsets: Offsets::new(&text) };
        let line = cursor.get("line");
        let after = self.document.blocks.last().map_or(0, |block| block.line);
        let number = line.number(1);
        if number <= after {
            line.expected(&format!("a line after {after}"));
        }
        let marks = self.marks(&words, cursor);
        self.said(&words, cursor);
        let code = cursor.get("code");
        code.has_only(&["frames", "engine", "notes", "reasons"]);
        let reasons = code.get("reasons");
        self.reasons.push(reasons.is_given().then(|| words.reasons(&reasons)));
        let place = cursor.get("place");
        self.file.blocks.push(if place.is_given() { stretch(names, &place) } else { None });
        let block = Block {
            kind: cursor.get("kind").word("a kind of block", BLOCKS).unwrap_or(BlockKind::Para),
            line: number,
            code: code.is_given().then(|| self::code(names, &code)),
            pieces: marks.cut(text.len() as u32),
            text,
        };
        self.document.blocks.push(block);
    }

    /// Reads mentions and evidence.
    fn marks(&mut self, words: &Words<'_>, cursor: &Cursor<'_>) -> Marks {
        let mut marks = Marks::default();
        let block = self.document.blocks.len() as u16;
        let mut last = 0;
        for cursor in cursor.get("mentions").items() {
            cursor.has_only(&["start", "end", "actor"]);
            let actor = words.names.actors.index(&cursor.get("actor"));
            let Some((start, end)) = words.span(&cursor) else { continue };
            if start < last {
                cursor.get("start").expected("mentions in order of place, none over another");
            }
            last = end;
            marks.mentions.push((start..end, self.document.mentions.len() as u16));
            self.document.mentions.push(Mention { block, actor: actor.unwrap_or_default() });
        }
        for cursor in cursor.get("evidence").items() {
            cursor.has_only(&["start", "end", "framing"]);
            let framing = words.names.framings.index(&cursor.get("framing"));
            let span = words.span(&cursor);
            if let (Some(framing @ 0..2), Some((start, end))) = (framing, span) {
                marks.evidence.push((start..end, framing.into()));
            }
        }
        marks
    }

    /// Reads quotations and statements.
    fn said(&mut self, words: &Words<'_>, cursor: &Cursor<'_>) {
        let block = self.document.blocks.len() as u16;
        for cursor in cursor.get("quotations").items() {
            cursor.has_only(&["start", "end", "actor", "other", "certainty", "cue"]);
            let (start, end) = words.span(&cursor).unwrap_or_default();
            let (source, certainty) = words.source(&cursor);
            self.document.quotations.push(Quotation { block, start, end, source, certainty });
            self.cues.push(cursor.get("cue").text_or_empty());
        }
        for cursor in cursor.get("statements").items() {
            cursor.has_only(&["start", "end", "actor", "other", "certainty"]);
            let (start, end) = words.span(&cursor).unwrap_or_default();
            let (source, certainty) = words.source(&cursor);
            self.statements.push(Statement { block, start, end, source, certainty });
        }
    }
}

/// The words of a block, for what stands at places in them.
struct Words<'a> {
    names: &'a Names,
    offsets: Offsets<'a>,
}

impl Words<'_> {
    /// A span from `start` to `end` in UTF-16 units, in bytes.
    fn span(&self, cursor: &Cursor<'_>) -> Option<(u32, u32)> {
        let end = self.offsets.end();
        let place = |name, least: u32| {
            let cursor = cursor.get(name);
            let Some(unit) = cursor.number_within(least, end) else {
                cursor.expected(&format!("a place in the text, from {least} to {end} UTF-16 units"));
                return None;
            };
            let byte = self.offsets.byte(unit);
            if byte.is_none() {
                cursor.expected("a place between characters");
            }
            byte.map(|byte| (unit, byte))
        };
        let start = place("start", 0);
        let (_, end) = place("end", start.map_or(1, |(unit, _)| unit.saturating_add(1)))?;
        Some((start?.1, end))
    }

    fn source(&self, cursor: &Cursor<'_>) -> (Speaker, Certainty) {
        let source = self.names.speaker(cursor);
        (source, certainty(cursor))
    }

    fn reasons(&self, cursor: &Cursor<'_>) -> Reasons {
        cursor.has_only(&["hand", "rules", "engine"]);
        let cue = |cursor: Cursor<'_>| {
            cursor.has_only(&["start", "end", "by", "rule"]);
            let (start, end) = self.span(&cursor).unwrap_or_default();
            let rule = self.names.rules.index_if_given(&cursor.get("rule"));
            Cue { start, end, by: cursor.get("by").text_or_empty(), rule }
        };
        let finding = |cursor: &Cursor<'_>| {
            cursor.has_only(&["certainty", "cues", "reason"]);
            Finding {
                certainty: certainty(cursor),
                cues: cursor.get("cues").items().map(cue).collect(),
                reason: cursor.get("reason").text_or_empty(),
            }
        };
        let none = || Finding { certainty: Certainty::Unknown, cues: Vec::new(), reason: String::new() };
        Reasons {
            hand: cursor.get("hand").text_or_empty(),
            rules: cursor.get("rules").items().filter_map(|rule| self.names.rules.index(&rule)).collect(),
            engine: self.names.of_each(&cursor.get("engine"), finding).map(|finding| finding.unwrap_or_else(none)),
        }
    }
}

fn certainty(cursor: &Cursor<'_>) -> Certainty {
    cursor.get("certainty").word("a certainty", CERTAINTIES).unwrap_or(Certainty::Unknown)
}

fn code(names: &Names, cursor: &Cursor<'_>) -> Code {
    let verdict = |cursor: &Cursor<'_>| cursor.word("a verdict", VERDICTS);
    let note = |cursor: &Cursor<'_>| {
        cursor.has_only(&["text", "sources"]);
        Note { text: cursor.get("text").text(), sources: names.places(&cursor.get("sources")) }
    };
    let engine = names.of_each(&cursor.get("engine"), verdict);
    let engine = engine.map(|verdict| verdict.flatten().unwrap_or(Verdict::Unsure));
    let hand = cursor.get("frames");
    let by_engine = cursor.get("engine").is_given() && !hand.is_given();
    let found = (0..2).filter(|framing| engine[*framing] == Verdict::Present);
    Code {
        frames: if by_engine { found.fold(Frames::by_engine(), Frames::with) } else { names.frames(&hand) },
        engine,
        notes: names.of_each(&cursor.get("notes"), note),
    }
}

/// Where a block's words stand in a file.
fn stretch(names: &Names, cursor: &Cursor<'_>) -> Option<Stretch> {
    cursor.has_only(&["document", "start", "before", "after"]);
    let document = names.documents.index(&cursor.get("document"));
    let start = cursor.get("start").number(0);
    let context = |name| {
        let cursor = cursor.get(name);
        let text = cursor.text_or_empty();
        if text.chars().count() > CONTEXT {
            cursor.problem(format!("expected at most {CONTEXT} code points, found more"), None);
        }
        text
    };
    Some(Stretch { document: document?, start, before: context("before"), after: context("after") })
}
