//! What a person corrected of the engine's reading: `[[block]]`, `[[mention]]` and `[[quotation]]` in `NNN.toml`.
//!
//! 1. each says what it is about by its line, and by the words as they were printed;
//! 2. kinds of lines are laid on before the engine reads an article, mentions and quotations on what it read;
//! 3. what the engine had said is kept beside what the person says.
//!
//! A correction that finds no place is told and kept.

use framing_reader_engine::{self as engine, BlockKind, Certainty, Mention, Quotation, Reading, Source, Span};

use super::{
    anchor::{Anchors, Quote},
    article::Article,
    diagnostic::{At, Origin, Problems},
    seeds::Seeds,
    table::Table,
};
use crate::{
    record::{Corrected, Overruled},
    similar::did_you_mean,
};

/// The corrections of one document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Corrections {
    pub(crate) blocks: Vec<(Anchor, BlockKind)>,
    pub(crate) mentions: Vec<(Anchor, At<String>)>,
    pub(crate) quotations: Vec<(Anchor, At<String>)>,
}

impl Corrections {
    /// Whether no mention and no quotation is corrected; kinds of lines are laid on before anything is read.
    pub(crate) fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.quotations.is_empty()
    }
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    pub(crate) origin: Origin,
    pub(crate) line: At<u32>,
    /// The words; without them it is the whole line.
    pub(crate) quote: Option<At<Quote>>,
}

/// The word for nobody, or nothing.
const NONE: &str = "none";
/// The word for a speaker whom the text does not name.
const UNKNOWN: &str = "unknown";

/// Reads where an entry belongs.
pub(crate) fn anchor(table: &Table<'_>, needs_words: bool, problems: &mut Problems) -> Option<Anchor> {
    let line = table.number("line", problems);
    let exact = if needs_words { table.str("exact", problems) } else { table.opt_str("exact", problems) };
    // Blanks are context too.
    let context = |key, problems: &mut Problems| table.strs(key, problems).into_iter().map(|text| text.value).collect();
    let (prefix, suffix) = (context("prefix", problems), context("suffix", problems));
    let is_whole = exact.is_some() || !needs_words;
    let quote = exact.map(|exact| exact.map(|exact| Quote { exact, prefix, suffix }));
    Some(Anchor { origin: table.origin(), line: line?, quote }).filter(|_| is_whole)
}

/// Reads the tables of a document's file.
pub(crate) fn read(root: &Table<'_>, is_published: bool, problems: &mut Problems) -> Corrections {
    let said = |key: &'static str| {
        move |table: &Table<'_>, problems: &mut Problems| {
            let (anchor, said) = (anchor(table, true, problems), table.str(key, problems));
            Some((anchor?, said?))
        }
    };
    let block = |table: &Table<'_>, problems: &mut Problems| {
        let (anchor, kind) = (anchor(table, false, problems), table.str("kind", problems)?);
        if !is_published {
            let hint = "write the kind behind the line's number in the text, as in `[12 heading]`".to_string();
            problems.error(
                table.origin(),
                "expected a line of an article as published, found one that is retold",
                hint,
            );
        }
        let found = BlockKind::parse(&kind.value);
        if found.is_none() {
            let hint =
                did_you_mean(&kind.value, KINDS).unwrap_or_else(|| format!("the kinds are {}", KINDS.join(", ")));
            problems.error(kind.origin, format!("unknown kind `{}`", kind.value), hint);
        }
        Some((anchor?, found?))
    };
    Corrections {
        blocks: root.tables("block", problems, block).into_iter().flatten().collect(),
        mentions: root.tables("mention", problems, said("actor")).into_iter().flatten().collect(),
        quotations: root.tables("quotation", problems, said("speaker")).into_iter().flatten().collect(),
    }
}

const KINDS: [&str; 9] = ["title", "para", "heading", "caption", "credit", "byline", "copyright", "chrome", "other"];

impl Anchor {
    /// The block of a text that it is about, and the words in it.
    pub(crate) fn find(&self, blocks: &[engine::Block], anchors: &Anchors<'_>) -> Option<(usize, Span)> {
        anchors.place(self.line.value as usize, self.quote.as_ref().map(|quote| &quote.value), blocks)
    }

    /// Tells that it is about nothing that stands in the document now.
    pub(crate) fn tell_lost(&self, document: &str, problems: &mut Problems) {
        let (origin, message) = match &self.quote {
            Some(quote) => {
                (quote.origin, format!("the words “{}” stand nowhere in `{document}.txt` any more", quote.value.exact))
            }
            None => (self.line.origin, format!("line {} of `{document}` does not exist", self.line.value)),
        };
        let hint = "it is kept without effect: quote what stands there now, or take it out".to_string();
        problems.warning(origin, message, hint);
    }
}

/// Lays the kinds that a person gave on an article's lines.
pub(crate) fn overrule_kinds(
    article: &mut Article,
    corrections: &Corrections,
    document: &str,
    problems: &mut Problems,
) {
    let anchors = Anchors::new(&article.text);
    for (anchor, kind) in &corrections.blocks {
        match anchor.find(&article.blocks, &anchors) {
            None => anchor.tell_lost(document, problems),
            Some((index, _)) => {
                let block = &mut article.blocks[index];
                if block.kind != *kind {
                    article.engine_kinds.entry(index).or_insert(block.kind);
                    (block.kind, block.reason) = (*kind, "changed by hand");
                }
            }
        }
    }
}

/// Lays a person's mentions and quotations on what the engine read. What was overruled is given back, by block and in bytes of
/// its words; the document's index is left to whoever knows it.
pub(crate) fn overrule(reading: &mut Reading<'_>, corrections: &Corrections, seeds: &Seeds) -> Vec<Overruled> {
    let mut overruled = Vec::new();
    if corrections.is_empty() {
        return overruled;
    }
    let anchors = Anchors::new(reading.document.text);
    for (anchor, actor) in &corrections.mentions {
        let Some((block, span)) = paragraph(anchor, reading, &anchors) else { continue };
        let before = take(&mut reading.mentions, |mention| mention.span.overlaps(span));
        let id = |mention: &Mention| seeds.actors.get(mention.actor).map_or("", |actor| &actor.id.value).to_string();
        let engine = before.iter().map(id).collect::<Vec<_>>().join(" ");
        let now = seeds.actor(&actor.value).map(|actor| Mention { span, actor, block });
        if before.as_slice() == now.as_slice() {
            reading.mentions.extend(before);
        } else {
            reading.mentions.extend(now);
            let hand = if now.is_some() { actor.value.clone() } else { String::new() };
            overruled.push(told(reading, block, span, Corrected::Mention, engine, hand));
        }
        reading.mentions.sort_by_key(|mention| mention.span);
    }
    for (anchor, speaker) in &corrections.quotations {
        let Some((block, span)) = paragraph(anchor, reading, &anchors) else { continue };
        let mut found = take(&mut reading.quotations, |quotation| quotation.span.overlaps(span));
        let engine = found.iter().map(|quotation| who(quotation, seeds)).collect::<Vec<_>>().join(" ");
        if speaker.value == NONE {
            found.clear();
        } else {
            let source = source(&speaker.value, seeds);
            let certainty = if source.is_some() { Certainty::Certain } else { Certainty::Unknown };
            if found.is_empty() {
                found.push(Quotation { span, source: None, cue: None, certainty, rule: "", block });
            }
            for quotation in &mut found {
                (quotation.source, quotation.certainty, quotation.rule) = (source.clone(), certainty, "said by hand");
            }
        }
        let hand = found.first().map(|quotation| who(quotation, seeds)).unwrap_or_default();
        reading.quotations.extend(found);
        reading.quotations.sort_by_key(|quotation| quotation.span);
        if engine != hand {
            overruled.push(told(reading, block, span, Corrected::Quotation, engine, hand));
        }
    }
    overruled
}

/// Tells the mentions and quotations of an entry that stand in no paragraph, and actors that there are none of.
pub(crate) fn check(
    corrections: &Corrections,
    (text, blocks): (&str, &[engine::Block]),
    document: &str,
    seeds: &Seeds,
    problems: &mut Problems,
) {
    let anchors = Anchors::new(text);
    for (anchor, _) in corrections.mentions.iter().chain(&corrections.quotations) {
        match anchor.find(blocks, &anchors) {
            None => anchor.tell_lost(document, problems),
            Some((index, _)) if blocks[index].kind != BlockKind::Para => {
                let message = format!("line {} is no paragraph", blocks[index].line);
                let hint = "mentions and quotations are looked for in paragraphs".to_string();
                problems.warning(anchor.line.origin, message, hint);
            }
            Some(_) => {}
        }
    }
    for (_, actor) in corrections.mentions.iter().filter(|(_, actor)| actor.value != NONE) {
        super::check::known_actor(seeds, actor, problems);
    }
    for (_, speaker) in &corrections.quotations {
        super::check::kebab(speaker, problems);
    }
}

fn paragraph(anchor: &Anchor, reading: &Reading<'_>, anchors: &Anchors<'_>) -> Option<(usize, Span)> {
    let blocks = &reading.document.blocks;
    anchor.find(blocks, anchors).filter(|(index, _)| blocks[*index].kind == BlockKind::Para)
}

fn take<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, left) = std::mem::take(list).into_iter().partition(is);
    *list = left;
    taken
}

/// Who is quoted, as the folder writes it.
fn who(quotation: &Quotation, seeds: &Seeds) -> String {
    match &quotation.source {
        Some(Source::Actor(actor)) => seeds.actors.get(*actor).map_or("", |actor| &actor.id.value).to_string(),
        Some(Source::Named(id) | Source::Unnamed(id)) => id.clone(),
        None => UNKNOWN.to_string(),
    }
}

fn source(speaker: &str, seeds: &Seeds) -> Option<Source> {
    match seeds.actor(speaker) {
        Some(actor) => Some(Source::Actor(actor)),
        None if speaker == UNKNOWN => None,
        None => Some(Source::Unnamed(speaker.to_string())),
    }
}

fn told(reading: &Reading<'_>, block: usize, span: Span, what: Corrected, engine: String, hand: String) -> Overruled {
    let block = &reading.document.blocks[block];
    let (start, end) = (span.start.saturating_sub(block.span.start), span.end.saturating_sub(block.span.start));
    Overruled { document: 0, line: block.line as u32, start: start as u32, end: end as u32, what, engine, hand }
}
