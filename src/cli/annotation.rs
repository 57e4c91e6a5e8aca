//! W3C Web Annotations of what the engine found: the outside's names and units for the engine's own.

use framing_reader_engine::{Gazetteer, Quotation, Reading, Source, Span, TextIndex};
use serde::Serialize;
use serde_json::{Value, json};

/// Code points of context on each side of a quoted target: enough to find the place again in an edited text.
const CONTEXT: usize = 32;

/// One annotation.
#[derive(Serialize)]
pub(crate) struct Annotation {
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Value,
    target: Target,
}

#[derive(Serialize)]
struct Target {
    source: String,
    selector: [Value; 2],
}

/// Everything the engine says of one document, blocks first; `source` is the file's name.
pub(crate) fn annotations(reading: &Reading<'_>, gazetteer: &Gazetteer, source: &str) -> Vec<Annotation> {
    let targets = Targets { text: reading.document.text, index: TextIndex::new(reading.document.text), source };
    let mut all = Vec::new();
    for block in &reading.document.blocks {
        let body = json!({ "type": "Block", "value": block.kind.as_str(), "reason": block.reason });
        all.push(targets.annotation("classifying", body, block.span));
    }
    for mention in &reading.mentions {
        let actor = gazetteer.actors().get(mention.actor);
        let body = json!({ "type": "Mention", "value": actor.map(|a| &a.id), "name": actor.map(|a| &a.name) });
        all.push(targets.annotation("identifying", body, mention.span));
    }
    for quotation in &reading.quotations {
        let body = json!({
            "type": "Quotation",
            "value": speaker(quotation, gazetteer),
            "cue": quotation.cue.map(|cue| cue.of(reading.document.text)),
            "certainty": quotation.certainty.as_str(),
            "rule": quotation.rule,
        });
        all.push(targets.annotation("describing", body, quotation.span));
    }
    for verdict in reading.frames.iter().filter(|verdict| verdict.present != Some(false)) {
        let Some(block) = reading.document.blocks.get(verdict.block) else { continue };
        let body = match verdict.present {
            Some(_) => {
                let evidence: Vec<Value> = verdict.evidence.iter().map(|e| targets.position(e.span)).collect();
                let rules: Vec<&str> = verdict.evidence.iter().map(|e| e.rule.as_str()).collect();
                json!({
                    "type": "Frame", "value": verdict.frame.as_str(), "evidence": evidence, "rules": rules,
                    "certainty": verdict.certainty.as_str(),
                })
            }
            None => json!({
                "type": "Frame", "value": null, "frame": verdict.frame.as_str(), "evidence": [],
                "certainty": "unknown", "reason": verdict.reason,
            }),
        };
        all.push(targets.annotation("classifying", body, block.span));
    }
    all
}

/// The id of whoever is quoted.
pub(crate) fn speaker<'a>(quotation: &'a Quotation, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    match quotation.source.as_ref()? {
        Source::Actor(actor) => gazetteer.actors().get(*actor).map(|actor| actor.id.as_str()),
        Source::Named(id) | Source::Unnamed(id) => Some(id),
    }
}

struct Targets<'a> {
    text: &'a str,
    index: TextIndex<'a>,
    source: &'a str,
}

impl Targets<'_> {
    fn annotation(&self, motivation: &'static str, body: Value, span: Span) -> Annotation {
        let target = Target { source: self.source.to_string(), selector: [self.quote(span), self.position(span)] };
        Annotation { kind: "Annotation", motivation, body, target }
    }

    fn position(&self, span: Span) -> Value {
        json!({
            "type": "TextPositionSelector",
            "start": self.index.to_code_points(span.start),
            "end": self.index.to_code_points(span.end),
        })
    }

    fn quote(&self, span: Span) -> Value {
        let before = self.text.get(..span.start).unwrap_or("");
        let after = self.text.get(span.end..).unwrap_or("");
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        json!({
            "type": "TextQuoteSelector",
            "exact": span.of(self.text),
            "prefix": before.get(from..),
            "suffix": after.get(..to),
        })
    }
}
