//! What hand and engine say of a story's words, as W3C Web Annotations in the words of `framing-reader annotate`: blocks,
//! mentions, quotations and the engine's frames, document by document, then the hand codes.
//!
//! Hand and engine are told apart by `creator`: only what a person coded has one. Of the engine's frames only those are given
//! that a record says more of than their name.
//!
//! Positions are Unicode code points of the file that the words were read from; where the record knows none, of the document's
//! blocks joined by line feeds, with the document's id for a source. A target also says its `document` and `line`.

use framing_reader_story::{Record, Story, model::*, record::*};

use crate::{
    marks,
    offset::Offsets,
    tables::{BLOCKS, CERTAINTIES, word},
    value::Value,
};

/// Every annotation of a story.
pub fn annotations(story: &Story, record: &Record) -> Value {
    let of_document = |(index, document)| Annotator::new(story, record, index, document).annotations();
    story.documents.iter().enumerate().flat_map(of_document).collect()
}

/// Writes the annotations of one document.
struct Annotator<'a> {
    story: &'a Story,
    record: &'a Record,
    index: usize,
    document: &'a Document,
    /// Each block's offsets, and where its words stand.
    blocks: Vec<(Offsets<'a>, Place)>,
}

/// Where a block's words stand.
struct Place {
    /// The file, or the document.
    source: String,
    /// Code points before the words; `None` where they stand nowhere as one run.
    start: Option<u32>,
    before: String,
    after: String,
}

/// What is said of a target.
struct Said<'a> {
    motivation: &'a str,
    body: Value,
    /// In bytes of the block.
    span: (u32, u32),
    by_hand: bool,
}

impl<'a> Annotator<'a> {
    fn new(story: &'a Story, record: &'a Record, index: usize, document: &'a Document) -> Annotator<'a> {
        let file = record.files.get(index).filter(|file| !file.name.is_empty());
        let places = match file {
            Some(file) => in_files(record, file, document),
            None => joined(document),
        };
        let offsets = document.blocks.iter().map(|block| Offsets::new(&block.text));
        Annotator { story, record, index, document, blocks: offsets.zip(places).collect() }
    }

    fn annotations(&self) -> Vec<Value> {
        let mut all = Vec::new();
        for (at, block) in self.document.blocks.iter().enumerate() {
            let body = Value::object([("type", "Block".into()), ("value", word(BLOCKS, block.kind).into())]);
            let by_hand = self.is_corrected(at, Corrected::Block, (0, 0));
            all.push(self.annotation(at, Said { motivation: "classifying", body, span: whole(block), by_hand }));
        }
        for (at, block) in self.document.blocks.iter().enumerate() {
            self.mentions(at, block, &mut all);
        }
        self.quotations(&mut all);
        for (at, block) in self.document.blocks.iter().enumerate() {
            self.found(at, block, &mut all);
        }
        for (at, block) in self.document.blocks.iter().enumerate() {
            self.coded(at, block, &mut all);
        }
        all
    }

    fn mentions(&self, at: usize, block: &Block, all: &mut Vec<Value>) {
        for (span, number) in marks::mentions(block) {
            let mention = self.document.mentions.get(usize::from(number));
            let actor = mention.and_then(|mention| self.story.actors.get(usize::from(mention.actor)));
            let body = Value::object([
                ("type", "Mention".into()),
                ("value", actor.map(|actor| &*actor.id).into()),
                ("name", actor.map(|actor| &*actor.name).into()),
            ]);
            let span = (span.start, span.end);
            let by_hand = self.is_corrected(at, Corrected::Mention, span);
            all.push(self.annotation(at, Said { motivation: "identifying", body, span, by_hand }));
        }
    }

    fn quotations(&self, all: &mut Vec<Value>) {
        let cues = self.record.cues.get(self.index).map_or(&[][..], Vec::as_slice);
        for (number, quotation) in self.document.quotations.iter().enumerate() {
            let value = match &quotation.source {
                Speaker::Actor(index) => self.story.actors.get(usize::from(*index)).map(|actor| &*actor.id),
                Speaker::Other(who) => Some(&**who),
                Speaker::Unknown => None,
            };
            let cue = cues.get(number).filter(|cue| !cue.is_empty());
            let body = Value::object([
                ("type", "Quotation".into()),
                ("value", value.into()),
                ("cue", cue.map(|cue| &**cue).into()),
                ("certainty", word(CERTAINTIES, quotation.certainty).into()),
            ]);
            let span = (quotation.start, quotation.end);
            let by_hand = self.is_corrected(quotation.block.into(), Corrected::Quotation, span);
            let said = Said { motivation: "describing", body, span, by_hand };
            all.push(self.annotation(quotation.block.into(), said));
        }
    }

    /// The engine's frames of a block.
    fn found(&self, at: usize, block: &Block, all: &mut Vec<Value>) {
        let reasons = self.record.reasons.get(self.index).and_then(|reasons| reasons.get(at)?.as_ref());
        let (Some(code), Some(reasons)) = (&block.code, reasons) else { return };
        for (framing, finding) in reasons.engine.iter().enumerate() {
            let id = Value::from(&*self.story.framings[framing].id);
            let evidence = finding.cues.iter().map(|cue| self.position(at, (cue.start, cue.end)));
            let said = Value::object([
                ("evidence", evidence.collect()),
                ("rules", finding.cues.iter().map(|cue| &*cue.by).collect()),
                ("certainty", word(CERTAINTIES, finding.certainty).into()),
            ]);
            let head = match code.engine[framing] {
                Verdict::Absent => continue,
                Verdict::Present => Value::object([("type", "Frame".into()), ("value", id)]).and(said),
                Verdict::Unsure => {
                    let head = Value::object([("type", "Frame".into()), ("value", Value::Null), ("frame", id)]);
                    head.and(said).and(Value::object([("reason", (&*finding.reason).into())]))
                }
            };
            let said = Said { motivation: "classifying", body: head, span: whole(block), by_hand: false };
            all.push(self.annotation(at, said));
        }
    }

    /// The hand's frames of a block, with the words that decided.
    fn coded(&self, at: usize, block: &Block, all: &mut Vec<Value>) {
        let Some(code) = block.code.as_ref().filter(|code| code.is_by_hand()) else { return };
        for (index, framing) in self.story.framings.iter().enumerate().filter(|(index, _)| code.frames.has(*index)) {
            let evidence = marks::evidence(block, index);
            let body = Value::object([
                ("type", "Frame".into()),
                ("value", (&*framing.id).into()),
                ("evidence", evidence.iter().map(|span| self.position(at, (span.start, span.end))).collect()),
            ]);
            all.push(self.annotation(at, Said { motivation: "classifying", body, span: whole(block), by_hand: true }));
        }
    }

    /// Whether a person corrected what the engine says of a block, or of words in it.
    fn is_corrected(&self, at: usize, what: Corrected, (start, end): (u32, u32)) -> bool {
        let line = self.document.blocks.get(at).map(|block| block.line);
        self.record.overruled.iter().any(|overruled| {
            usize::from(overruled.document) == self.index
                && Some(overruled.line) == line
                && overruled.what == what
                && (what == Corrected::Block || overruled.start < end && start < overruled.end)
        })
    }

    fn annotation(&self, at: usize, said: Said<'_>) -> Value {
        let head = Value::object([("type", "Annotation".into()), ("motivation", said.motivation.into())]);
        let body = Value::object([("body", said.body), ("target", self.target(at, said.span))]);
        let creator = || {
            let creator = Value::object([("name", (&*self.story.coding.coder).into())]);
            Value::object([("creator", creator), ("created", (&*self.story.coding.date).into())])
        };
        if said.by_hand { head.and(creator()).and(body) } else { head.and(body) }
    }

    /// Where: the file, document and line, and the span by its words and by its place.
    fn target(&self, at: usize, span: (u32, u32)) -> Value {
        let (Some(block), Some((_, place))) = (self.document.blocks.get(at), self.blocks.get(at)) else {
            return Value::Null;
        };
        let part = |from: u32, to: u32| block.text.get(from as usize..to as usize).unwrap_or("");
        let before = [&place.before, context_before(part(0, span.0))].concat();
        let after = [context_after(part(span.1, block.text.len() as u32)), &place.after].concat();
        let quote = Value::object([
            ("type", "TextQuoteSelector".into()),
            ("exact", part(span.0, span.1).into()),
            ("prefix", context_before(&before).into()),
            ("suffix", context_after(&after).into()),
        ]);
        let position = Some(self.position(at, span)).filter(|_| place.start.is_some());
        Value::object([
            ("source", (&*place.source).into()),
            ("document", (&*self.document.id).into()),
            ("line", block.line.into()),
            ("selector", [quote].into_iter().chain(position).collect()),
        ])
    }

    /// A span of a block by its place.
    fn position(&self, at: usize, (start, end): (u32, u32)) -> Value {
        let point =
            |byte| self.blocks.get(at).map_or(0, |(offsets, place)| place.start.unwrap_or(0) + offsets.points(byte));
        Value::object([
            ("type", "TextPositionSelector".into()),
            ("start", point(start).into()),
            ("end", point(end).into()),
        ])
    }
}

fn whole(block: &Block) -> (u32, u32) {
    (0, block.text.len() as u32)
}

/// The blocks' places in the files that the record knows.
fn in_files(record: &Record, file: &File, document: &Document) -> Vec<Place> {
    let place = |at: usize| {
        let stretch = file.blocks.get(at).and_then(Option::as_ref);
        let other = stretch.and_then(|stretch| record.files.get(usize::from(stretch.document)));
        let (before, after) = stretch.map_or(("", ""), |stretch| (&stretch.before, &stretch.after));
        Place {
            source: other.unwrap_or(file).name.clone(),
            start: stretch.map(|stretch| stretch.start),
            before: before.to_owned(),
            after: after.to_owned(),
        }
    };
    (0..document.blocks.len()).map(place).collect()
}

/// The blocks' places in a text of them all, one a line.
fn joined(document: &Document) -> Vec<Place> {
    let lines: Vec<&str> = document.blocks.iter().map(|block| &*block.text).collect();
    let text = lines.join("\n");
    let (mut byte, mut point) = (0, 0);
    let place = |line: &&str| {
        let end = byte + line.len();
        let place = Place {
            source: document.id.clone(),
            start: Some(point),
            before: context_before(&text[..byte]).to_owned(),
            after: context_after(&text[end..]).to_owned(),
        };
        byte = end + 1;
        point += line.chars().count() as u32 + 1;
        place
    };
    lines.iter().map(place).collect()
}
