//! W3C Web Annotations of what the engine found: the outside's names and units for the engine's own.

use framing_reader_engine::{
    Document, Gazetteer, Quotation, Source, Span, TextIndex, Verdict, frame, mention, quotation,
};
use serde::Serialize;

/// Code points of context on each side of a quoted target: enough to find the place again in an edited text.
const CONTEXT: usize = 32;

/// One annotation.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(crate) struct Annotation<'a> {
    motivation: &'static str,
    body: Body<'a>,
    target: Target<'a>,
}

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
        evidence: Vec<Selector<'a>>,
        /// The cue or rule behind each piece of evidence.
        rules: Vec<&'a str>,
        certainty: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'a str>,
    },
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
    /// In Unicode code points of the file's text, half-open.
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}

/// Hands on everything the engine says of one document, blocks first, until `take` fails; `source` is the file's name.
/// Nothing is kept longer than the next step needs it, so that large files fit.
pub(crate) fn annotations<E>(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    source: &str,
    mut take: impl FnMut(&Annotation<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let text = document.text;
    let targets = Targets { text, index: TextIndex::new(text), source };
    for block in &document.blocks {
        let body = Body::Block { value: block.kind.as_str(), reason: block.reason };
        take(&targets.annotation("classifying", body, block.span))?;
    }
    let mentions = mention::mentions(document, gazetteer);
    for mention in &mentions {
        let actor = gazetteer.actors().get(mention.actor);
        let body = Body::Mention { value: actor.map(|a| a.id.as_str()), name: actor.map(|a| a.name.as_str()) };
        take(&targets.annotation("identifying", body, mention.span))?;
    }
    for quotation in quotation::quotations(document, gazetteer, &mentions) {
        let body = Body::Quotation {
            value: speaker(&quotation, gazetteer),
            cue: quotation.cue.map(|cue| cue.of(text)),
            certainty: quotation.certainty.as_str(),
            rule: quotation.rule,
        };
        take(&targets.annotation("describing", body, quotation.span))?;
    }
    for verdict in frame::verdicts(document, &mentions).filter(|verdict| verdict.present != Some(false)) {
        if let Some(block) = document.blocks.get(verdict.block) {
            take(&targets.annotation("classifying", targets.frame(&verdict), block.span))?;
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

struct Targets<'a> {
    text: &'a str,
    index: TextIndex<'a>,
    source: &'a str,
}

impl<'a> Targets<'a> {
    fn annotation<'b>(&'b self, motivation: &'static str, body: Body<'b>, span: Span) -> Annotation<'b> {
        let target = Target { source: self.source, selector: [self.quote(span), self.position(span)] };
        Annotation { motivation, body, target }
    }

    fn frame<'v>(&self, verdict: &'v Verdict) -> Body<'v>
    where
        'a: 'v,
    {
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

    fn position(&self, span: Span) -> Selector<'a> {
        Selector::TextPositionSelector {
            start: self.index.to_code_points(span.start),
            end: self.index.to_code_points(span.end),
        }
    }

    fn quote(&self, span: Span) -> Selector<'a> {
        let before = self.text.get(..span.start).unwrap_or("");
        let after = self.text.get(span.end..).unwrap_or("");
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Selector::TextQuoteSelector {
            exact: span.of(self.text),
            prefix: before.get(from..).unwrap_or(""),
            suffix: after.get(..to).unwrap_or(""),
        }
    }
}
