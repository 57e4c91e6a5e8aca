//! Why the paragraphs have their codes: the coder's reason, and how the engine came to its verdict.
//!
//! 1. each coded paragraph's reasons, with the codebook's rules by their place in it;
//! 2. the rules that nothing names are left out, and the others counted anew.

use framing_reader_engine::{self as engine, Reading};

use super::{
    assemble::{certainty, verdict_on, within},
    codebook,
    seeds::{DocumentSeeds, Seeds},
    texts::shown,
};
use crate::{
    model::{Certainty, Document, Story},
    record::{Cue, Finding, Reasons, Rule},
};

/// The reasons of every document's blocks, and the rules that they name, in the order of the codebook.
pub(crate) fn reasons(
    seeds: &Seeds,
    story: &Story,
    readings: &[Reading<'_>],
) -> (Vec<Rule>, Vec<Vec<Option<Reasons>>>) {
    let documents = seeds.documents.iter().zip(&story.documents).zip(readings);
    let mut reasons: Vec<_> =
        documents.map(|((entries, document), reading)| of_document(seeds, entries, document, reading)).collect();
    let mut named = vec![false; seeds.rules.len()];
    each_rule(&mut reasons, |rule| named[usize::from(*rule)] = true);
    // How many rules before each are named: its place among those.
    let places: Vec<u16> = named
        .iter()
        .scan(0, |count, named| {
            let place = *count;
            *count += u16::from(*named);
            Some(place)
        })
        .collect();
    each_rule(&mut reasons, |rule| *rule = places[usize::from(*rule)]);
    let rules = seeds.rules.iter().zip(&named).filter(|(_, named)| **named).map(|(rule, _)| rule.clone()).collect();
    (rules, reasons)
}

fn of_document(
    seeds: &Seeds,
    entries: &DocumentSeeds,
    document: &Document,
    reading: &Reading<'_>,
) -> Vec<Option<Reasons>> {
    let blocks = document.blocks.iter().zip(shown(&reading.document));
    blocks
        .map(|(block, index)| {
            block.code.as_ref()?;
            let entry = entries.codes.iter().find(|entry| entry.line() == block.line);
            let hand = entry.map(|entry| seeds.resolve(entry).reason).unwrap_or_default();
            Some(Reasons {
                rules: named_rules(&hand, &seeds.rules),
                hand,
                engine: [0, 1].map(|framing| finding(seeds, framing, index, reading)),
            })
        })
        .collect()
}

/// The rules that a reason names, in its order.
fn named_rules(reason: &str, rules: &[Rule]) -> Vec<u16> {
    let places = codebook::named(reason).filter_map(|number| rules.iter().position(|rule| rule.number == number));
    places.map(|index| index as u16).collect()
}

fn finding(seeds: &Seeds, framing: usize, index: usize, reading: &Reading<'_>) -> Finding {
    let Some(verdict) = verdict_on(reading, index, framing) else {
        return Finding { certainty: Certainty::Unknown, cues: Vec::new(), reason: String::new() };
    };
    let block = reading.document.blocks[index].span;
    let cue = |evidence: &engine::Evidence| {
        let span = within(evidence.span, block);
        let rule = seeds.rules.iter().position(|rule| Some(&rule.number) == evidence.number.as_ref());
        Cue {
            start: span.start as u32,
            end: span.end as u32,
            by: evidence.rule.clone(),
            rule: rule.map(|index| index as u16),
        }
    };
    Finding {
        certainty: certainty(verdict.certainty),
        cues: verdict.evidence.iter().map(cue).collect(),
        reason: verdict.reason.clone().unwrap_or_default(),
    }
}

/// Shows every index of a rule.
fn each_rule(reasons: &mut [Vec<Option<Reasons>>], mut show: impl FnMut(&mut u16)) {
    for reasons in reasons.iter_mut().flatten().flatten() {
        let cues = reasons.engine.iter_mut().flat_map(|finding| &mut finding.cues).filter_map(|cue| cue.rule.as_mut());
        reasons.rules.iter_mut().chain(cues).for_each(&mut show);
    }
}
