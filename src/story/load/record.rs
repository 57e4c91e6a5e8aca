//! The record of a story, from checked entries and what the engine read.
//!
//! 1. events and what the files say of their dates;
//! 2. contested questions and who holds what;
//! 3. `reasons`: why the paragraphs have their codes;
//! 4. what the documents report without quoting it;
//! 5. `comparison`: editions and summaries beside their articles.

use framing_reader_engine::{self as engine, Reading};

use super::{
    assemble::{certainty, of_block, speaker, within},
    comparison,
    events::{DatingEntry, EventEntry},
    questions::{PositionEntry, QuestionEntry},
    quoted, reasons,
    seeds::Seeds,
    texts::shown,
};
use crate::{Story, record::*};

/// The record of a story whose documents the engine has read.
pub(crate) fn assemble(seeds: &Seeds, story: &Story, readings: &[Reading<'_>], method: Method) -> Record {
    let (rules, reasons) = reasons::reasons(seeds, story, readings);
    Record {
        method,
        events: events(seeds),
        questions: seeds.questions.iter().map(|entry| question(seeds, entry)).collect(),
        rules,
        reasons,
        statements: readings.iter().map(statements).collect(),
        comparisons: comparison::comparisons(seeds, story, readings),
        cues: readings.iter().map(cues).collect(),
        files: Vec::new(),
        overruled: Vec::new(),
    }
}

/// What a document reports without quoting it, where the page shows it.
fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let places: Vec<usize> = shown(&reading.document).collect();
    let statement = |statement: &engine::Statement| {
        let span = within(statement.span, reading.document.blocks[statement.block].span);
        Some(Statement {
            block: places.binary_search(&statement.block).ok()? as u16,
            start: span.start as u32,
            end: span.end as u32,
            source: speaker(statement.source.as_ref()),
            certainty: certainty(statement.certainty),
        })
    };
    reading.statements.iter().filter_map(statement).collect()
}

/// The words that attribute a document's quotations, where the page shows them.
fn cues(reading: &Reading<'_>) -> Vec<String> {
    let of_block = |index| of_block(&reading.quotations, index, |quotation| quotation.block);
    let cue = |quotation: &engine::Quotation| quotation.cue.map_or("", |cue| cue.of(reading.document.text)).to_string();
    shown(&reading.document).flat_map(of_block).map(cue).collect()
}

/// The events by the beginning of their best dating; those that begin alike as they are written.
fn events(seeds: &Seeds) -> Vec<Event> {
    let mut events: Vec<Event> = seeds.events.iter().map(|entry| event(seeds, entry)).collect();
    let begins = |event: &Event| event.datings.first().map(|dating| dating.from.clone());
    events.sort_by_cached_key(begins);
    events
}

fn event(seeds: &Seeds, entry: &EventEntry) -> Event {
    let dating = |dating: &DatingEntry| {
        let (from, to) = dating.ends();
        Dating {
            sources: seeds.places(&dating.sources),
            printed: dating.printed.clone(),
            from: from.to_string(),
            to: to.to_string(),
            precision: dating.precision,
            basis: dating.basis.clone(),
        }
    };
    Event {
        id: entry.id.value.clone(),
        what: entry.what.clone(),
        who: entry.who.iter().filter_map(|id| seeds.actor(&id.value)).map(|index| index as u16).collect(),
        frames: seeds.frames(&entry.frames),
        datings: entry.datings.iter().map(dating).collect(),
    }
}

fn question(seeds: &Seeds, entry: &QuestionEntry) -> Question {
    Question {
        id: entry.id.value.clone(),
        asks: entry.asks.clone(),
        frames: seeds.frames(&entry.frames),
        positions: entry.positions.iter().map(|entry| position(seeds, entry)).collect(),
    }
}

fn position(seeds: &Seeds, entry: &PositionEntry) -> Position {
    let actor = entry.actor.as_ref().and_then(|id| seeds.actor(&id.value));
    Position {
        holds: entry.holds.clone(),
        who: match actor {
            Some(index) => Holder::Actor(index as u16),
            None => Holder::Other(entry.who.clone()),
        },
        quoted: entry.quoted,
        text: match entry.quoted {
            true => format!("“{}”", quoted::without_marks(&entry.text.value)),
            false => entry.text.value.clone(),
        },
        sources: seeds.places(&entry.sources),
        printed_date: entry.printed_date.clone(),
        earlier: entry.earlier.as_ref().map(|earlier| earlier.value.clone()).unwrap_or_default(),
        earlier_sources: seeds.places(&entry.earlier_sources),
    }
}
