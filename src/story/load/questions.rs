//! `questions.toml`: the contested questions, who holds what, in whose words.

use super::{
    actors::word,
    diagnostic::{At, Problems},
    source::{SourceList, sources},
    table::{self, Table},
};

/// A question as written.
#[derive(Clone, Debug)]
pub(crate) struct QuestionEntry {
    pub(crate) id: At<String>,
    pub(crate) asks: String,
    pub(crate) frames: Vec<At<String>>,
    pub(crate) positions: Vec<PositionEntry>,
}

/// A position as written.
#[derive(Clone, Debug)]
pub(crate) struct PositionEntry {
    pub(crate) holds: String,
    pub(crate) actor: Option<At<String>>,
    /// Whoever it is where it is no actor.
    pub(crate) who: String,
    pub(crate) quoted: bool,
    pub(crate) text: At<String>,
    pub(crate) sources: SourceList,
    pub(crate) printed_date: Option<String>,
    pub(crate) earlier: Option<At<String>>,
    pub(crate) earlier_sources: SourceList,
}

/// Reads the file.
pub(crate) fn read(file: usize, problems: &mut Problems) -> Vec<QuestionEntry> {
    table::parse(file, problems, |root, problems| {
        root.tables("question", problems, question).into_iter().flatten().collect()
    })
}

fn question(table: &Table<'_>, problems: &mut Problems) -> Option<QuestionEntry> {
    let id = table.str("id", problems);
    let asks = table.str("asks", problems);
    let frames = table.required_strs("frames", problems);
    let positions = table.tables("position", problems, position);
    if positions.len() < 2 {
        let message = format!("expected at least two positions, found {}", positions.len());
        problems.error(
            table.origin(),
            message,
            "a question that nobody contests is none: add `[[question.position]]`".to_string(),
        );
    }
    let positions = positions.into_iter().flatten().collect();
    Some(QuestionEntry { id: id?, asks: asks?.value, frames, positions })
}

fn position(table: &Table<'_>, problems: &mut Problems) -> Option<PositionEntry> {
    let holds = table.str("holds", problems);
    let actor = table.opt_str("actor", problems);
    let who = table.opt_str("who", problems);
    if actor.is_none() && who.is_none() {
        problems.error(
            table.origin(),
            "expected `actor` or `who`, found neither",
            "say who holds the position".to_string(),
        );
    }
    let quoted = word(table, "as", &[("quoted", true), ("reported", false)], problems);
    let text = table.str("text", problems);
    let stated = sources(table.required_strs("source", problems), problems);
    let printed_date = table.opt_str("printed_date", problems);
    let earlier = table.opt_str("earlier", problems);
    let earlier_sources = sources(table.strs("earlier_source", problems), problems);
    Some(PositionEntry {
        holds: holds?.value,
        actor,
        who: who.map(|who| who.value).unwrap_or_default(),
        quoted: quoted?,
        text: text?,
        sources: stated,
        printed_date: printed_date.map(|date| date.value),
        earlier,
        earlier_sources,
    })
}
