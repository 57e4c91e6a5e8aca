//! Who says what in a paragraph, by the names of the speakers: those of its quotations, and the subjects of verbs of saying
//! and thinking ("officials in Congress have privately expressed concern").

use super::{
    fact::{Facts, Names},
    spelling::sequence,
    token::{Class, Token, sentences},
};
use crate::{
    block::Document,
    gazetteer::Gazetteer,
    quotation::{self, Source},
};

/// Tokens between the commas around what somebody is, at most ("Ada Berg, the mayor of Oslo, said").
const APPOSITION: usize = 14;

/// Tokens of a subject at most.
const SUBJECT: usize = 20;

/// For each paragraph its named speakers, each by the words of the name.
pub(super) fn speakers(
    document: &Document<'_>,
    paragraphs: &[Vec<Token>],
    texts: &[&str],
    names: &Names,
) -> Vec<Vec<Vec<String>>> {
    let mut speakers: Vec<Vec<Vec<String>>> =
        paragraphs.iter().zip(texts).map(|(p, text)| reporting(p, text, names)).collect();
    let places: Vec<usize> = document.paragraphs().map(|(index, _)| index).collect();
    for quotation in quotation::quotations(document, &Gazetteer::new(Vec::new()), &[]) {
        if let (Some(Source::Named(id)), Ok(m)) = (quotation.source, places.binary_search(&quotation.block)) {
            speakers[m].push(sequence(id.split('-')));
        }
    }
    speakers
}

/// The named subjects of a paragraph's verbs of saying.
fn reporting(tokens: &[Token], text: &str, names: &Names) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for sentence in sentences(text, tokens) {
        let tokens = &tokens[sentence];
        for (n, _) in tokens.iter().enumerate().filter(|(_, t)| !t.capital && is_reporting(&t.key)) {
            let named = Facts::of(subject(tokens, n).iter(), names).names;
            if !named.is_empty() {
                found.push(named);
            }
        }
    }
    found
}

/// The words in front of the verb at `verb` that can be its subject: back to the next comma, mark or conjunction.
fn subject(tokens: &[Token], verb: usize) -> &[Token] {
    let small = |t: &Token| {
        matches!(t.key.as_str(), "has" | "have" | "had" | "also" | "is" | "are" | "was" | "were")
            || t.key.ends_with("ly")
    };
    let mut end = verb;
    while end > 0 && verb - end < SUBJECT && small(&tokens[end - 1]) {
        end -= 1;
    }
    if end > 0 && tokens[end - 1].key == "," {
        let from = (end - 1).saturating_sub(APPOSITION);
        let Some(comma) = tokens[from..end - 1].iter().rposition(|t| t.key == ",") else { return &[] };
        end = from + comma;
    }
    let bounds = |t: &Token| t.class != Class::Word && t.key != "-" || is_conjunction(&t.key);
    let from = end.saturating_sub(SUBJECT);
    let start = tokens[from..end].iter().rposition(bounds).map_or(from, |n| from + n + 1);
    &tokens[start..end]
}

fn is_conjunction(key: &str) -> bool {
    matches!(
        key,
        "that"
            | "which"
            | "who"
            | "when"
            | "while"
            | "because"
            | "but"
            | "if"
            | "as"
            | "after"
            | "before"
            | "though"
            | "although"
            | "since"
            | "until"
            | "whether"
            | "where"
    )
}

/// Finite verbs of saying and thinking.
#[rustfmt::skip]
fn is_reporting(key: &str) -> bool {
    matches!(key,
        "said" | "says" | "say" | "told" | "tells" | "claimed" | "claims" | "claim" | "argued" | "argues" | "argue"
        | "insisted" | "insists" | "insist" | "contended" | "contends" | "warned" | "warns" | "warn" | "denied" | "denies"
        | "believed" | "believes" | "believe" | "thought" | "thinks" | "think" | "expressed" | "expresses" | "voiced"
        | "complained" | "complains" | "complain" | "acknowledged" | "acknowledges" | "admitted" | "admits" | "conceded"
        | "accused" | "accuses" | "suggested" | "suggests" | "suggest" | "urged" | "urges" | "predicted" | "predicts"
        | "feared" | "fears" | "fear" | "hoped" | "hopes" | "hope" | "expected" | "expects" | "expect" | "criticized"
        | "objected" | "noted" | "notes" | "added" | "adds" | "stated" | "states" | "declared" | "declares" | "asserted"
        | "asserts" | "promised" | "promises" | "vowed" | "wrote" | "testified" | "replied")
}
