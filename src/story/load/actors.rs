//! `actors.toml`: who acts and speaks, under which names, and what each wants under which framing.

use framing_reader_engine::{ActorKind, ActorNames, Gazetteer};

use super::{
    diagnostic::{At, Origin, Problems},
    source::{SourceList, sources},
    table::{self, Table},
};
use crate::model::{SIDES, Side};

/// One actor as written.
#[derive(Clone, Debug)]
pub(crate) struct ActorEntry {
    pub(crate) id: At<String>,
    pub(crate) name: String,
    pub(crate) kind: ActorKind,
    pub(crate) side: Side,
    pub(crate) role: String,
    pub(crate) role_sources: SourceList,
    pub(crate) aliases: Vec<At<String>>,
    pub(crate) stances: Vec<(At<String>, StanceEntry)>,
}

/// A stance as written; `as = "none"` leaves nothing.
#[derive(Clone, Debug)]
pub(crate) struct StanceEntry {
    pub(crate) origin: Origin,
    pub(crate) kind: StanceKind,
    pub(crate) lead: String,
    pub(crate) text: Option<At<String>>,
    pub(crate) said_by: Option<At<String>>,
    pub(crate) sources: SourceList,
}

/// How a statement is given: in printed words, in ours, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StanceKind {
    Quoted,
    Reported,
    None,
}

/// Reads the file.
///
/// In a draft an actor's side and role may be left out.
pub(crate) fn read(file: usize, is_draft: bool, problems: &mut Problems) -> Vec<ActorEntry> {
    table::parse(file, problems, |root, problems| {
        let actors = root.tables("actor", problems, |table, problems| actor(table, is_draft, problems));
        actors.into_iter().flatten().collect()
    })
}

fn actor(table: &Table<'_>, is_draft: bool, problems: &mut Problems) -> Option<ActorEntry> {
    let id = table.str("id", problems);
    let name = table.str("name", problems);
    let kind = word(table, "kind", &KINDS, problems);
    let side = if is_draft && !table.has("side") { Some(Side::Other) } else { word(table, "side", SIDES, problems) };
    let role = table.str_or_draft("role", is_draft, problems);
    let written = match is_draft {
        true => table.strs("role_source", problems),
        false => table.required_strs("role_source", problems),
    };
    let role_sources = sources(written, problems);
    let aliases = table.strs("aliases", problems);
    let stances =
        table.named_tables("stance", problems, stance).into_iter().filter_map(|(n, s)| Some((n, s?))).collect();
    Some(ActorEntry {
        id: id?,
        name: name?.value,
        kind: kind?,
        side: side?,
        role: role?,
        role_sources,
        aliases,
        stances,
    })
}

fn stance(table: &Table<'_>, problems: &mut Problems) -> Option<StanceEntry> {
    let kind = word(table, "as", &STANCES, problems);
    let lead = table.opt_str("lead", problems);
    let text = table.opt_str("text", problems);
    let said_by = table.opt_str("said_by", problems);
    let sources = sources(table.strs("source", problems), problems);
    let entry = StanceEntry {
        origin: table.origin(),
        kind: kind?,
        lead: lead.map(|lead| lead.value).unwrap_or_default(),
        text,
        said_by,
        sources,
    };
    match (entry.kind, &entry.text) {
        (StanceKind::None, Some(text)) => {
            problems.error(text.origin, "expected no `text` beside `as = \"none\"`, found one", None);
        }
        (StanceKind::Quoted | StanceKind::Reported, None) => {
            problems.error(
                entry.origin,
                "expected `text`, found none",
                "add `text = …`, or write `as = \"none\"`".to_string(),
            );
        }
        _ => {}
    }
    if entry.kind != StanceKind::None && entry.sources.is_empty() {
        problems.error(
            entry.origin,
            "expected a source for the stance, found none",
            "add `source = \"000:6\"`".to_string(),
        );
    }
    Some(entry)
}

const KINDS: [(&str, ActorKind); 6] = [
    ("person", ActorKind::Person),
    ("company", ActorKind::Company),
    ("government", ActorKind::Government),
    ("body", ActorKind::Body),
    ("media", ActorKind::Media),
    ("organisation", ActorKind::Organisation),
];
const STANCES: [(&str, StanceKind); 3] =
    [("quoted", StanceKind::Quoted), ("reported", StanceKind::Reported), ("none", StanceKind::None)];

/// A string that must be one of a few words.
pub(crate) fn word<T: Copy>(
    table: &Table<'_>,
    key: &'static str,
    words: &[(&str, T)],
    problems: &mut Problems,
) -> Option<T> {
    let found = table.str(key, problems)?;
    let value = words.iter().find(|(word, _)| *word == found.value).map(|(_, value)| *value);
    if value.is_none() {
        let known: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        problems.error(
            found.origin,
            format!("expected `{key}` to be one of {}, found `{}`", known.join(", "), found.value),
            None,
        );
    }
    value
}

/// The names the engine looks for; an actor's index is its place in the list.
pub(crate) fn gazetteer(actors: &[ActorEntry]) -> Gazetteer {
    let names = |actor: &ActorEntry| ActorNames {
        id: actor.id.value.clone(),
        name: actor.name.clone(),
        kind: actor.kind,
        aliases: actor.aliases.iter().map(|alias| alias.value.clone()).collect(),
    };
    Gazetteer::new(actors.iter().map(names).collect())
}
