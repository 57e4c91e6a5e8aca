//! `[[framing]]` in `story.toml`: the two readings of a story, and the cue words by which the engine knows them.

use framing_reader_engine::{self as engine, Lexicon};

use super::{
    codes::Phrases,
    diagnostic::{At, Problems},
    source::{SourceList, sources},
    table::Table,
};

/// A framing as written.
#[derive(Clone, Debug)]
pub(crate) struct FramingEntry {
    pub(crate) id: At<String>,
    pub(crate) name: String,
    pub(crate) asks: String,
    pub(crate) standfirst: String,
    pub(crate) sources: SourceList,
    /// Phrases by their strength; `None` where none are given.
    cues: Option<Phrases>,
}

/// Reads one table. What it says in prose may be left out where `drafts` are welcome.
pub(crate) fn framing(table: &Table<'_>, drafts: bool, problems: &mut Problems) -> Option<FramingEntry> {
    let id = table.str("id", problems);
    let name = table.str("name", problems);
    let asks = table.str_or_draft("asks", drafts, problems);
    let standfirst = table.str_or_draft("standfirst", drafts, problems);
    let sources = sources(
        if drafts { table.strs("sources", problems) } else { table.required_strs("sources", problems) },
        problems,
    );
    let cues = table.has("cues").then(|| table.named_strs("cues", "a strength", problems));
    Some(FramingEntry { id: id?, name: name?.value, asks: asks?, standfirst: standfirst?, sources, cues })
}

/// The pair as the engine reads by it; phrases that cannot be read are told where they stand.
pub(crate) fn pair(entries: &[FramingEntry], problems: &mut Problems) -> [engine::Framing; 2] {
    [0, 1].map(|index| match entries.get(index) {
        Some(FramingEntry { id, cues: Some(cues), .. }) => {
            engine::Framing::with_cues(&id.value, lexicon(cues, problems))
        }
        Some(entry) => engine::Framing::named(&entry.id.value),
        None => engine::Framing::named(""),
    })
}

fn lexicon(cues: &Phrases, problems: &mut Problems) -> Lexicon {
    let mut places = Vec::new();
    let mut pairs = Vec::new();
    for (strength, phrases) in cues {
        // An unknown strength is told once, not for each of its phrases.
        let known = strength.value.starts_with('@') || Lexicon::strengths().any(|word| word == strength.value);
        for phrase in phrases.iter().take(if known { usize::MAX } else { 1 }) {
            places.push(if known { phrase.origin } else { strength.origin });
            pairs.push((strength.value.as_str(), phrase.value.as_str()));
        }
    }
    let (lexicon, wrong) = Lexicon::from_cues(&pairs);
    for problem in wrong {
        if let Some(origin) = problem.line.checked_sub(1).and_then(|index| places.get(index)) {
            problems.error(
                *origin,
                problem.message,
                "README.md of the story folder says how cues are written".to_string(),
            );
        }
    }
    lexicon
}
