//! W3C Web Annotations of what the engine found: the outside's names and units for the engine's own.

use std::io::{self, Write};

use framing_reader_engine::{
    Block, BlockKind, Document, Framing, Gazetteer, Quotation, Source, Span, Verdict, frame, mention, quotation,
};
use framing_reader_story::record::CONTEXT;
use serde::Serialize;

/// What an annotation says of its target.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    Block {
        value: &'static str,
        reason: &'static str,
    },
    Mention {
        value: Option<&'a str>,
        name: Option<&'a str>,
    },
    Quotation {
        value: Option<&'a str>,
        cue: Option<&'a str>,
        certainty: &'static str,
        rule: &'static str,
    },
    Frame {
        /// None where the engine abstains; `frame` then says about which.
        value: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        frame: Option<&'a str>,
        evidence: Vec<Selector>,
        /// The cue or rule behind each piece of evidence.
        rules: Vec<&'a str>,
        certainty: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'a str>,
    },
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    /// In Unicode code points of the file's text, half-open.
    TextPositionSelector { start: usize, end: usize },
}

/// Bytes collected before they are written: a saved page has some hundred lines for its every kilobyte of text.
const BUFFER: usize = 1 << 16;

/// Writes everything the engine says of one document by a story's actors and framings, one annotation a line, blocks first; `source` is the file's name.
/// Nothing is kept longer than the next step needs it, so that large files fit.
pub(crate) fn annotations(
    document: &Document<'_>,
    (gazetteer, framings): (&Gazetteer, &[Framing; 2]),
    source: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    let text = document.text;
    let mut lines = Lines::new(text, source, out)?;
    let mut kinds = Kinds::default();
    for block in &document.blocks {
        lines.write("classifying", kinds.body(block)?, block.span)?;
    }
    let mentions = mention::mentions(document, gazetteer);
    for mention in &mentions {
        let actor = gazetteer.actors().get(mention.actor);
        let body = Body::Mention { value: actor.map(|a| a.id.as_str()), name: actor.map(|a| a.name.as_str()) };
        lines.write("identifying", &serde_json::to_vec(&body)?, mention.span)?;
    }
    for quotation in quotation::quotations(document, gazetteer, &mentions) {
        let body = Body::Quotation {
            value: speaker(&quotation, gazetteer),
            cue: quotation.cue.map(|cue| cue.of(text)),
            certainty: quotation.certainty.as_str(),
            rule: quotation.rule,
        };
        lines.write("describing", &serde_json::to_vec(&body)?, quotation.span)?;
    }
    let mut evidence = Place::START;
    for verdict in frame::verdicts(document, &mentions, framings).filter(|verdict| verdict.present != Some(false)) {
        if let Some(block) = document.blocks.get(verdict.block) {
            let body = serde_json::to_vec(&frame(&verdict, framings[verdict.framing].id(), text, &mut evidence))?;
            lines.write("classifying", &body, block.span)?;
        }
    }
    lines.flush()
}

/// The id of whoever is quoted.
fn speaker<'a>(quotation: &'a Quotation, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    match quotation.source.as_ref()? {
        Source::Actor(actor) => gazetteer.actors().get(*actor).map(|actor| actor.id.as_str()),
        Source::Named(id) | Source::Unnamed(id) => Some(id),
    }
}

/// What is said of the framing with this `id`; `place` is near its evidence.
fn frame<'v>(verdict: &'v Verdict, id: &'v str, text: &str, place: &mut Place) -> Body<'v> {
    let present = verdict.present.is_some();
    let mut point = |byte| {
        place.move_to(text, byte);
        place.points
    };
    let mut selector = |span: Span| Selector::TextPositionSelector { start: point(span.start), end: point(span.end) };
    Body::Frame {
        value: present.then_some(id),
        frame: (!present).then_some(id),
        evidence: verdict.evidence.iter().map(|evidence| selector(evidence.span)).collect(),
        rules: verdict.evidence.iter().map(|evidence| evidence.rule.as_str()).collect(),
        certainty: verdict.certainty.as_str(),
        reason: verdict.reason.as_deref(),
    }
}

/// What is said of blocks, as JSON. There are some dozen reasons and millions of lines: each is put together once.
#[derive(Default)]
struct Kinds(Vec<(BlockKind, &'static str, Vec<u8>)>);

impl Kinds {
    fn body(&mut self, block: &Block) -> io::Result<&[u8]> {
        let known = self.0.iter().position(|&(kind, reason, _)| kind == block.kind && reason == block.reason);
        let at = known.unwrap_or(self.0.len());
        if known.is_none() {
            let body = Body::Block { value: block.kind.as_str(), reason: block.reason };
            self.0.push((block.kind, block.reason, serde_json::to_vec(&body)?));
        }
        Ok(&self.0[at].2)
    }
}

/// Writes annotations of one text.
struct Lines<'a, W> {
    text: &'a str,
    /// The text escaped once: contexts overlap, so that pages of short lines would be escaped many times over.
    json: String,
    /// What stands between the body and the quoted words.
    source: String,
    /// Where the last annotation's context began, its target began and ended, and its context ended.
    places: [Place; 4],
    /// What has not been written yet.
    lines: Vec<u8>,
    out: W,
}

impl<'a, W: Write> Lines<'a, W> {
    fn new(text: &'a str, source: &str, out: W) -> io::Result<Self> {
        let source = serde_json::to_string(source)?;
        Ok(Lines {
            text,
            json: serde_json::to_string(text)?,
            source: format!(r#","target":{{"source":{source},"selector":[{{"type":"TextQuoteSelector","exact":""#),
            places: [Place::START; 4],
            lines: Vec::with_capacity(BUFFER),
            out,
        })
    }

    /// Adds an annotation with the `body` of words of the text.
    fn write(&mut self, motivation: &str, body: &[u8], span: Span) -> io::Result<()> {
        let [from, start, end, to] = &mut self.places;
        start.move_to(self.text, span.start);
        end.move_to(self.text, span.end);
        from.move_to_point(self.text, start.points.saturating_sub(CONTEXT), *start);
        to.move_to_point(self.text, end.points + CONTEXT, *end);
        let quoted = |from: &Place, to: &Place| self.json.as_bytes().get(from.json..to.json).unwrap_or_default();
        let (first, last) = (Decimal::new(start.points), Decimal::new(end.points));
        let line = [
            br#"{"type":"Annotation","motivation":""#,
            motivation.as_bytes(),
            br#"","body":"#,
            body,
            self.source.as_bytes(),
            quoted(start, end),
            br#"","prefix":""#,
            quoted(from, start),
            br#"","suffix":""#,
            quoted(end, to),
            br#""},{"type":"TextPositionSelector","start":"#,
            first.digits(),
            br#","end":"#,
            last.digits(),
            b"}]}}\n",
        ];
        line.iter().for_each(|part| self.lines.extend_from_slice(part));
        if self.lines.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = self.out.write_all(&self.lines);
        self.lines.clear();
        written
    }
}

/// A place in a text. It is moved rather than looked up: annotations come in order, the next one stands nearby.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    byte: usize,
    /// Code points before it.
    points: usize,
    /// Bytes before it in the text's JSON, the quotation mark in front included.
    json: usize,
}

impl Place {
    const START: Place = Place { byte: 0, points: 0, json: 1 };

    /// Moves to a byte of `text`.
    fn move_to(&mut self, text: &str, byte: usize) {
        if let Some(passed) = text.as_bytes().get(self.byte..byte) {
            let (points, json) = measure(passed);
            (self.points, self.json) = (self.points + points, self.json + json);
        } else if let Some(passed) = text.as_bytes().get(byte..self.byte) {
            let (points, json) = measure(passed);
            (self.points, self.json) = (self.points - points, self.json - json);
        } else {
            return;
        }
        self.byte = byte;
    }

    /// Moves to a code point of `text`, or to its end where it has fewer, starting at `near` where that is nearer.
    fn move_to_point(&mut self, text: &str, point: usize, near: Place) {
        if near.points.abs_diff(point) < self.points.abs_diff(point) {
            *self = near;
        }
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(self.byte) {
            let (begins, json) = MEASURES[usize::from(byte)];
            if begins == 1 && self.points >= point {
                break;
            }
            (self.byte, self.points, self.json) =
                (self.byte + 1, self.points + usize::from(begins), self.json + usize::from(json));
        }
        while self.points > point {
            let (begins, json) = MEASURES[usize::from(bytes[self.byte - 1])];
            (self.byte, self.points, self.json) =
                (self.byte - 1, self.points - usize::from(begins), self.json - usize::from(json));
        }
    }
}

/// Whether a byte of UTF-8 is the first of its character.
const fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// The code points that begin in these bytes of a text, and the bytes that JSON takes for them.
fn measure(bytes: &[u8]) -> (usize, usize) {
    bytes.iter().fold((0, 0), |(points, json), &byte| {
        let (point, width) = MEASURES[usize::from(byte)];
        (points + usize::from(point), json + usize::from(width))
    })
}

/// Both for every byte: each byte of the text is measured several times.
const MEASURES: [(u8, u8); 256] = {
    let mut measures = [(0, 0); 256];
    let mut byte: u8 = 0;
    loop {
        let json = match byte {
            b'"' | b'\\' | 0x08 | b'\t' | b'\n' | 0x0c | b'\r' => 2,
            ..b' ' => 6,
            _ => 1,
        };
        measures[byte as usize] = (begins_character(byte) as u8, json);
        if byte == u8::MAX {
            break measures;
        }
        byte += 1;
    }
};

/// A number in decimal digits: every line has two, and the standard library's formatting takes longer than all the rest.
struct Decimal {
    /// As many as the largest number has.
    digits: [u8; 20],
    from: usize,
}

impl Decimal {
    fn new(mut number: usize) -> Self {
        let (mut digits, mut from) = ([b'0'; 20], 20);
        for digit in digits.iter_mut().rev() {
            *digit += (number % 10) as u8;
            number /= 10;
            from -= 1;
            if number == 0 {
                break;
            }
        }
        Decimal { digits, from }
    }

    fn digits(&self) -> &[u8] {
        &self.digits[self.from..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_from_every_other() {
        let text: String = (0..300).filter_map(char::from_u32).chain("\"\\中😀\r\n".chars()).collect();
        let json = |text: &str| serde_json::to_string(text).unwrap().len() - 1;
        let places: Vec<Place> = { text.char_indices().map(|(at, _)| at).chain([text.len()]) }
            .enumerate()
            .map(|(points, byte)| Place { byte, points, json: json(&text[..byte]) })
            .collect();
        for &from in &places {
            for &to in &places {
                let (mut by_byte, mut by_point) = (from, from);
                by_byte.move_to(&text, to.byte);
                by_point.move_to_point(&text, to.points, Place::START);
                assert_eq!((by_byte, by_point), (to, to));
            }
        }
    }

    #[test]
    fn numbers_have_their_digits() {
        for number in [0, 9, 10, 1_234_567_890, usize::MAX] {
            assert_eq!(Decimal::new(number).digits(), number.to_string().as_bytes());
        }
    }
}
