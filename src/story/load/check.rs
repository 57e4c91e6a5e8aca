//! Holds the entries of a folder against each other: every id, line, quotation and piece of evidence must be there.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    actors::StanceKind,
    codebook,
    diagnostic::{At, Origin, Problems, Severity},
    hand, quoted,
    seeds::{DocumentSeeds, Seeds},
    source::{Source, SourceList},
    text::Words,
    texts,
};
use crate::{
    model::{BlockKind, is_reserved},
    similar::did_you_mean,
};

/// Tells everything that does not fit.
pub(crate) fn check(seeds: &Seeds, problems: &mut Problems) {
    manifest(seeds, problems);
    actors(seeds, problems);
    for document in &seeds.documents {
        texts(seeds, document, problems);
        codes(seeds, document, problems);
    }
    corrections(seeds, problems);
    events(seeds, problems);
    questions(seeds, problems);
}

fn manifest(seeds: &Seeds, problems: &mut Problems) {
    let manifest = &seeds.manifest;
    kebab(&manifest.id, problems);
    if manifest.framings.len() != 2 {
        let message = format!("expected exactly two framings, found {}", manifest.framings.len());
        problems.error(manifest.id.origin, message, "write two `[[framing]]` tables".to_string());
    }
    if manifest.documents.is_empty() {
        problems.error(manifest.id.origin, "expected documents, found none", "add `[[document]]`".to_string());
    }
    unique(manifest.framings.iter().map(|framing| &framing.id), "framing", problems);
    unique(manifest.documents.iter().map(|document| &document.id), "document", problems);
    for id in manifest.documents.iter().map(|document| &document.id) {
        if is_reserved(&id.value) {
            let message = format!("expected a document's id, found `{}`, the name of a view", id.value);
            problems.error(id.origin, message, format!("choose another id, such as `the-{}`", id.value));
        }
    }
    for framing in &manifest.framings {
        kebab(&framing.id, problems);
        known_sources(seeds, &framing.sources, problems);
        if framing.sources.is_empty() && !manifest.is_draft {
            problems.error(
                framing.id.origin,
                "expected the standfirst to name its lines, found none",
                "add `sources = […]`".to_string(),
            );
        }
    }
    for correction in &manifest.corrections {
        known_sources(seeds, &correction.sources, problems);
    }
    for document in &manifest.documents {
        for stated in [&document.title, &document.outlet, &document.date].into_iter().flatten() {
            known_sources(seeds, &stated.sources, problems);
        }
        for other in [&document.edition_of, &document.summary_of].into_iter().flatten() {
            if seeds.document(&other.value).is_none() {
                let known = manifest.documents.iter().map(|document| document.id.value.as_str());
                problems.error(
                    other.origin,
                    format!("unknown document `{}`", other.value),
                    did_you_mean(&other.value, known),
                );
            }
        }
    }
}

fn actors(seeds: &Seeds, problems: &mut Problems) {
    unique(seeds.actors.iter().map(|actor| &actor.id), "actor", problems);
    let mut names: BTreeMap<&str, &str> = seeds.actors.iter().map(|a| (a.name.as_str(), a.id.value.as_str())).collect();
    for actor in &seeds.actors {
        kebab(&actor.id, problems);
        known_sources(seeds, &actor.role_sources, problems);
        for alias in &actor.aliases {
            match names.get(alias.value.as_str()) {
                Some(other) if *other == actor.id.value => {
                    problems.warning(
                        alias.origin,
                        format!("alias `{}` is given twice", alias.value),
                        "take one out".to_string(),
                    );
                }
                Some(other) => {
                    let message = format!("alias `{}` of `{}` belongs to `{other}` too", alias.value, actor.id.value);
                    problems.error(alias.origin, message, "keep it with one of them".to_string());
                }
                None => {
                    names.insert(&alias.value, &actor.id.value);
                }
            }
        }
        for (framing, stance) in &actor.stances {
            known_framing(seeds, framing, problems);
            known_sources(seeds, &stance.sources, problems);
            if let Some(other) = &stance.said_by {
                known_actor(seeds, other, problems);
            }
            match &stance.text {
                Some(text) if stance.kind == StanceKind::Quoted => printed(seeds, text, &stance.sources, problems),
                Some(text) => quotations_in(seeds, text, &stance.sources, problems),
                None => {}
            }
        }
    }
}

fn texts(seeds: &Seeds, document: &DocumentSeeds, problems: &mut Problems) {
    let broken = problems.is_broken(&format!("{}.toml", document.entry.id.value));
    let known: BTreeSet<u32> = document.codes.iter().map(|code| code.line()).collect();
    for block in &document.blocks {
        if let Words::Same(source) = &block.words {
            known_source(seeds, source, problems);
            if seeds.block(&source.value).is_some() && seeds.words(block).is_none() {
                problems.error(source.origin, "expected a line with words of its own, found another `= …`", None);
            }
        }
        if let Words::Here(words) = &block.words
            && words.value.is_empty()
        {
            problems.error(block.line.origin, "expected the words of the paragraph, found none", None);
        }
        if !broken && document.article.is_none() && block.kind == BlockKind::Para && !known.contains(&block.line.value)
        {
            let message = format!("paragraph {} has no code", block.line.value);
            let hint = format!(
                "add a `[[paragraph]]` with `line = {}` to `{}.toml`",
                block.line.value, document.entry.id.value
            );
            problems.error(block.line.origin, message, hint);
        }
    }
    let id = &document.entry.id;
    let has_words = !document.blocks.is_empty();
    if document.article.is_none() && !has_words {
        problems.error(id.origin, format!("document `{}` has no text", id.value), None);
    }
    if document.article.as_ref().is_some_and(|article| article.blocks.is_empty()) {
        problems.warning(id.origin, format!("document `{}` has no text", id.value), None);
    } else if document.article.is_some() && !document.blocks.iter().any(|block| block.kind == BlockKind::Para) {
        let message = format!("expected an article in `{}.txt`, found no paragraph", id.value);
        problems.warning(id.origin, message, "is it more than a page's furniture?".to_string());
    }
}

fn codes(seeds: &Seeds, document: &DocumentSeeds, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    // A published text may be saved anew: what was coded of the old one is kept and told, and keeps nothing from being read.
    let severity = if document.article.is_some() { Severity::Warning } else { Severity::Error };
    for code in &document.codes {
        let block = document.blocks.iter().find(|block| block.line.value == code.line());
        if !seen.insert(code.line()) {
            problems.add(
                code.anchor.line.origin,
                severity,
                format!("line {} is coded twice", code.line()),
                "keep one of them".to_string(),
            );
        }
        match block {
            None => {
                let message = format!("line {} of `{}` does not exist", code.line(), document.entry.id.value);
                let hint = match document.article {
                    None => "code the lines that the text file gives in brackets",
                    Some(_) => "code the lines that are shown",
                };
                problems.add(code.anchor.line.origin, severity, message, hint.to_string());
            }
            Some(block) if block.kind != BlockKind::Para => {
                problems.add(
                    code.anchor.line.origin,
                    severity,
                    format!("line {} is no paragraph", code.line()),
                    "only paragraphs are coded".to_string(),
                );
            }
            Some(_) => {}
        }
        if let Some(source) = &code.same {
            known_source(seeds, source, problems);
            let base = seeds
                .document(&source.value.document)
                .and_then(|(_, document)| document.codes.iter().find(|base| base.line() == source.value.line));
            if base.is_none_or(|base| base.same.is_some()) && seeds.block(&source.value).is_some() {
                problems.error(source.origin, "expected a paragraph with a code of its own, found none", None);
            }
        }
        for name in [&code.evidence, &code.published].into_iter().flatten().map(|(name, _)| name) {
            known_framing(seeds, name, problems);
        }
        for (name, note) in &code.notes {
            known_framing(seeds, name, problems);
            known_sources(seeds, &note.sources, problems);
            quotations_in(seeds, &note.text, &note.sources, problems);
        }
        if let Some(reason) = &code.reason {
            known_rules(seeds, reason, problems);
        }
        if let Some(note) = &code.edition_note {
            known_sources(seeds, &note.sources, problems);
            quotations_in(seeds, &note.text, &note.sources, problems);
            if document.edition_of.is_none() && document.summary_of.is_none() {
                let id = &document.entry.id.value;
                let message =
                    format!("expected an edition or a summary to note a difference in, found `{id}`, which is neither");
                let hint = "note it in the document with `edition_of` or `summary_of`".to_string();
                problems.error(note.text.origin, message, hint);
            }
        }
        let words = block.and_then(|block| seeds.words(block)).map(|words| words.value.as_str());
        evidence(seeds, (code.anchor.origin, severity), &seeds.resolve(code), words, problems);
    }
}

/// Every frame has evidence, all evidence is of a frame, and all of it stands in the text; of a published one frames may go
/// without, and the engine's evidence stands in.
fn evidence(
    seeds: &Seeds,
    (origin, severity): (Origin, Severity),
    code: &super::codes::Resolved,
    words: Option<&str>,
    problems: &mut Problems,
) {
    let frames = code.frames.as_deref().unwrap_or_default();
    for frame in frames {
        known_framing(seeds, frame, problems);
        if severity == Severity::Error
            && !code.evidence.iter().any(|(name, phrases)| name.value == frame.value && !phrases.is_empty())
        {
            let hint = format!("add `evidence.{} = [\"…\"]`, the shortest words that decided", frame.value);
            problems.error(origin, format!("frame `{}` has no evidence", frame.value), hint);
        }
    }
    for (name, phrases) in &code.evidence {
        if !frames.iter().any(|frame| frame.value == name.value) {
            problems.error(
                name.origin,
                format!("evidence of `{}`, which the paragraph is not coded with", name.value),
                None,
            );
        }
        for phrase in phrases {
            if words.is_some_and(|words| phrase.value.is_empty() || !words.contains(&phrase.value)) {
                let message = format!("evidence `{}` is not in the text", phrase.value);
                problems.add(
                    phrase.origin,
                    severity,
                    message,
                    "copy the words exactly as they stand in the paragraph".to_string(),
                );
            }
        }
    }
}

/// Tells corrections that are about nothing in their text.
fn corrections(seeds: &Seeds, problems: &mut Problems) {
    if seeds.documents.iter().all(|document| document.corrections.is_empty()) {
        return;
    }
    let texts = texts::of_folder(seeds, problems);
    for (document, text) in seeds.documents.iter().zip(&texts) {
        let words = (text.text.as_str(), text.blocks.as_slice());
        hand::check(&document.corrections, words, &document.entry.id.value, seeds, problems);
    }
}

fn events(seeds: &Seeds, problems: &mut Problems) {
    unique(seeds.events.iter().map(|event| &event.id), "event", problems);
    for event in &seeds.events {
        kebab(&event.id, problems);
        event.who.iter().for_each(|actor| known_actor(seeds, actor, problems));
        event.frames.iter().for_each(|framing| known_framing(seeds, framing, problems));
        event.datings.iter().for_each(|dating| known_sources(seeds, &dating.sources, problems));
    }
}

fn questions(seeds: &Seeds, problems: &mut Problems) {
    unique(seeds.questions.iter().map(|question| &question.id), "question", problems);
    for question in &seeds.questions {
        kebab(&question.id, problems);
        question.frames.iter().for_each(|framing| known_framing(seeds, framing, problems));
        for position in &question.positions {
            position.actor.iter().for_each(|actor| known_actor(seeds, actor, problems));
            known_sources(seeds, &position.sources, problems);
            known_sources(seeds, &position.earlier_sources, problems);
            if position.quoted {
                printed(seeds, &position.text, &position.sources, problems);
            } else {
                quotations_in(seeds, &position.text, &position.sources, problems);
            }
            if let Some(earlier) = &position.earlier {
                quotations_in(seeds, earlier, &position.earlier_sources, problems);
            }
        }
    }
}

/// Tells a quotation that stands in none of its sources as printed.
fn printed(seeds: &Seeds, text: &At<String>, sources: &SourceList, problems: &mut Problems) {
    if !stands(seeds, quoted::without_marks(&text.value), sources) {
        let message = format!("quotation {} is not in the text of its source", shown(&text.value));
        problems.error(text.origin, message, "quote exactly what stands there between the marks".to_string());
    }
}

/// Tells the quotations within words of ours that stand in none of their sources.
fn quotations_in(seeds: &Seeds, text: &At<String>, sources: &SourceList, problems: &mut Problems) {
    for words in quoted::quotations(&text.value).filter(|words| !stands(seeds, words, sources)) {
        let message = format!("quotation {} is not in the text of the lines cited", shown(words));
        problems.error(text.origin, message, "quote exactly, and cite the line that prints it".to_string());
    }
}

fn shown(text: &str) -> String {
    format!("“{}”", quoted::without_marks(text))
}

fn stands(seeds: &Seeds, words: &str, sources: &SourceList) -> bool {
    // A source that does not exist is told on its own; it must not be told again for what it is said to print.
    sources.is_empty()
        || sources.iter().any(|source| seeds.words_at(&source.value).is_none_or(|text| quoted::prints(text, words)))
}

fn known_sources(seeds: &Seeds, sources: &SourceList, problems: &mut Problems) {
    sources.iter().for_each(|source| known_source(seeds, source, problems));
}

fn known_source(seeds: &Seeds, source: &At<Source>, problems: &mut Problems) {
    let Source { document, line } = &source.value;
    match seeds.document(document) {
        None => {
            let known = seeds.documents.iter().map(|document| document.entry.id.value.as_str());
            problems.error(source.origin, format!("unknown document `{document}`"), did_you_mean(document, known));
        }
        Some((_, found)) if !found.blocks.iter().any(|block| block.line.value == *line) => {
            let message = format!("line {line} of `{document}` does not exist");
            let (severity, hint) = match found.article {
                None => (Severity::Error, format!("cite a line that `{document}.txt` gives in brackets")),
                // It may have been saved anew.
                Some(_) => {
                    (Severity::Warning, format!("cite a line of `{document}.txt` that is shown, counted from 1"))
                }
            };
            problems.add(source.origin, severity, message, hint);
        }
        Some(_) => {}
    }
}

pub(crate) fn known_actor(seeds: &Seeds, id: &At<String>, problems: &mut Problems) {
    if seeds.actor(&id.value).is_none() && !problems.is_broken("actors.toml") {
        let known = seeds.actors.iter().map(|actor| actor.id.value.as_str());
        let hint = did_you_mean(&id.value, known).unwrap_or_else(|| "actors are declared in `actors.toml`".to_string());
        problems.error(id.origin, format!("unknown actor `{}`", id.value), hint);
    }
}

fn known_framing(seeds: &Seeds, id: &At<String>, problems: &mut Problems) {
    if seeds.framing(&id.value).is_none() {
        let known: Vec<&str> = seeds.manifest.framings.iter().map(|framing| framing.id.value.as_str()).collect();
        let message = format!("expected a framing ({}), found `{}`", known.join(" or "), id.value);
        problems.error(id.origin, message, did_you_mean(&id.value, known));
    }
}

/// Tells numbers in a reason that no rule of the codebook has, though others with their letters are there.
fn known_rules(seeds: &Seeds, reason: &At<String>, problems: &mut Problems) {
    let numbers = || seeds.rules.iter().map(|rule| rule.number.as_str());
    for number in codebook::named(&reason.value) {
        let kin = numbers().any(|known| codebook::letters(known) == codebook::letters(number));
        if kin && numbers().all(|known| known != number) {
            let codebook = seeds.manifest.coding.codebook.as_ref().map_or("", |codebook| &codebook.value);
            let hint = format!("name a rule of `{codebook}`");
            problems.warning(reason.origin, format!("unknown rule `{number}`"), hint);
        }
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a At<String>>, what: &str, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(&id.value) {
            problems.error(
                id.origin,
                format!("{what} `{}` is declared twice", id.value),
                "give each its own id".to_string(),
            );
        }
    }
}

pub(crate) fn kebab(id: &At<String>, problems: &mut Problems) {
    let fits = id
        .value
        .split('-')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase()));
    if !fits {
        let message = format!("expected an id in kebab-case, found `{}`", id.value);
        problems.error(id.origin, message, "write lower-case words with hyphens: `scott-bessent`".to_string());
    }
}
