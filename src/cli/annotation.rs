//! W3C Web Annotations of what the engine found: the outside's names and units for the engine's own.

use std::io::{self, Write};

use framing_reader_engine::{
    Document, Gazetteer, Quotation, Source, Span, TextIndex, Verdict, frame, mention, quotation,
};
use serde::Serialize;

/// Code points of context on each side of a quoted target: enough to find the place again in an edited text.
const CONTEXT: usize = 32;

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
        value: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        frame: Option<&'static str>,
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

/// Writes everything the engine says of one document, one annotation a line, blocks first; `source` is the file's name.
/// Nothing is kept longer than the next step needs it, so that large files fit.
pub(crate) fn annotations(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    source: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    let text = document.text;
    let mut lines = Lines {
        text,
        index: TextIndex::new(text),
        escaped: Escaped::new(text)?,
        source: serde_json::to_string(source)?,
        line: Vec::new(),
        out,
    };
    for block in &document.blocks {
        let body = Body::Block { value: block.kind.as_str(), reason: block.reason };
        lines.write("classifying", &body, block.span)?;
    }
    let mentions = mention::mentions(document, gazetteer);
    for mention in &mentions {
        let actor = gazetteer.actors().get(mention.actor);
        let body = Body::Mention { value: actor.map(|a| a.id.as_str()), name: actor.map(|a| a.name.as_str()) };
        lines.write("identifying", &body, mention.span)?;
    }
    for quotation in quotation::quotations(document, gazetteer, &mentions) {
        let body = Body::Quotation {
            value: speaker(&quotation, gazetteer),
            cue: quotation.cue.map(|cue| cue.of(text)),
            certainty: quotation.certainty.as_str(),
            rule: quotation.rule,
        };
        lines.write("describing", &body, quotation.span)?;
    }
    for verdict in frame::verdicts(document, &mentions).filter(|verdict| verdict.present != Some(false)) {
        if let Some(block) = document.blocks.get(verdict.block) {
            lines.write("classifying", &lines.frame(&verdict), block.span)?;
        }
    }
    Ok(())
}

/// The id of whoever is quoted.
fn speaker<'a>(quotation: &'a Quotation, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    match quotation.source.as_ref()? {
        Source::Actor(actor) => gazetteer.actors().get(*actor).map(|actor| actor.id.as_str()),
        Source::Named(id) | Source::Unnamed(id) => Some(id),
    }
}

/// Writes annotations of one text.
struct Lines<'a, W> {
    text: &'a str,
    index: TextIndex<'a>,
    escaped: Escaped<'a>,
    /// The file's name as JSON.
    source: String,
    /// The line at hand; its room is used again.
    line: Vec<u8>,
    out: W,
}

impl<W: Write> Lines<'_, W> {
    fn write(&mut self, motivation: &str, body: &Body<'_>, span: Span) -> io::Result<()> {
        let Selector::TextPositionSelector { start, end } = self.position(span);
        let (from, to) = (self.before(span.start), self.behind(span.end));
        let quoted = |from, to| self.escaped.of(Span::new(from, to));
        let line = &mut self.line;
        line.clear();
        write!(line, r#"{{"type":"Annotation","motivation":"{motivation}","body":"#)?;
        serde_json::to_writer(&mut *line, body)?;
        let parts = [
            r#","target":{"source":"#,
            &self.source,
            r#","selector":[{"type":"TextQuoteSelector","exact":""#,
            quoted(span.start, span.end),
            r#"","prefix":""#,
            quoted(from, span.start),
            r#"","suffix":""#,
            quoted(span.end, to),
        ];
        parts.iter().for_each(|part| line.extend_from_slice(part.as_bytes()));
        writeln!(line, r#""}},{{"type":"TextPositionSelector","start":{start},"end":{end}}}]}}}}"#)?;
        self.out.write_all(line)
    }

    fn frame<'v>(&self, verdict: &'v Verdict) -> Body<'v> {
        let present = verdict.present.is_some();
        Body::Frame {
            value: present.then_some(verdict.frame.as_str()),
            frame: (!present).then_some(verdict.frame.as_str()),
            evidence: verdict.evidence.iter().map(|evidence| self.position(evidence.span)).collect(),
            rules: verdict.evidence.iter().map(|evidence| evidence.rule.as_str()).collect(),
            certainty: verdict.certainty.as_str(),
            reason: verdict.reason.as_deref(),
        }
    }

    fn position(&self, span: Span) -> Selector {
        Selector::TextPositionSelector {
            start: self.index.to_code_points(span.start),
            end: self.index.to_code_points(span.end),
        }
    }

    /// Where the context before byte `at` begins.
    fn before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes().get(..at).unwrap_or_default();
        bytes.iter().enumerate().rev().filter(|(_, b)| begins_character(**b)).nth(CONTEXT - 1).map_or(0, |(at, _)| at)
    }

    /// Where the context behind byte `at` ends.
    fn behind(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes().get(at..).unwrap_or_default();
        let end = bytes.iter().enumerate().filter(|(_, b)| begins_character(**b)).nth(CONTEXT);
        end.map_or(self.text.len(), |(length, _)| at + length)
    }
}

/// Whether a byte of UTF-8 is the first of its character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// How many bytes lie between two remembered offsets: smaller is faster, larger is leaner.
const STEP: usize = 64;

/// A text escaped once as JSON: contexts overlap, so that pages of short lines would be escaped many times over.
struct Escaped<'a> {
    text: &'a str,
    /// With the quotation marks around it.
    json: String,
    /// Bytes of `json` before each multiple of `STEP` bytes of the text.
    marks: Vec<usize>,
}

impl<'a> Escaped<'a> {
    fn new(text: &'a str) -> io::Result<Self> {
        let mut length = 1;
        let mut marks = vec![length];
        for chunk in text.as_bytes().chunks(STEP) {
            length += width(chunk);
            marks.push(length);
        }
        Ok(Escaped { text, json: serde_json::to_string(text)?, marks })
    }

    /// The words of `span`, escaped.
    fn of(&self, span: Span) -> &str {
        self.json.get(self.at(span.start)..self.at(span.end)).unwrap_or("")
    }

    fn at(&self, byte: usize) -> usize {
        let mark = byte / STEP;
        let rest = self.text.as_bytes().get(mark * STEP..byte).unwrap_or_default();
        self.marks.get(mark).copied().unwrap_or(0) + width(rest)
    }
}

/// Bytes that JSON takes for these bytes of a text.
fn width(bytes: &[u8]) -> usize {
    let short = |b: u8| matches!(b, b'"' | b'\\' | 0x08 | b'\t' | b'\n' | 0x0c | b'\r');
    bytes.iter().map(|&b| 1 + usize::from(short(b)) + if b < b' ' && !short(b) { 5 } else { 0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_is_escaped_as_json_escapes_it() {
        let text: String = (0..300).filter_map(char::from_u32).chain("\"\\中😀\r\n".chars()).collect();
        let escaped = Escaped::new(&text).unwrap();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for &start in &ends {
            for &end in ends.iter().filter(|&&end| end >= start) {
                let json = serde_json::to_string(&text[start..end]).unwrap();
                assert_eq!(escaped.of(Span::new(start, end)), &json[1..json.len() - 1]);
            }
        }
    }
}
