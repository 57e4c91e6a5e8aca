//! The model a page shows, from checked entries and a text of each document. What stands behind it is [`record`]'s.
//!
//! 1. `texts`: the blocks of each document;
//! 2. the engine reads them: mentions, quotations, its own frames;
//! 3. hand codes, evidence and notes are laid on by (document, line);
//! 4. the words are cut wherever a mention or evidence begins or ends;
//! 5. hand and engine are compared.

use std::{collections::BTreeMap, ops::Range};

use framing_reader_engine::{self as engine, Reading, Span, agreement};

use super::{
    actors::{self, StanceKind},
    article::Proposal,
    codes::{NoteEntry, Phrases, Resolved},
    diagnostic::Problems,
    manifest::{self, StatedEntry},
    quoted, record,
    seeds::{DocumentSeeds, Seeds},
    texts::{self, Text, model_kind, shown},
};
use crate::{
    Record,
    marks::Marks,
    model::*,
    record::{Agreement, Correction, File, Method},
};

/// A story, and the paragraphs on which hand and engine differ.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// The story ready for the page.
    pub story: Story,
    /// What stands behind it.
    pub record: Record,
    /// Where they differ or the engine abstains, in reading order; editions are counted once.
    pub differences: Vec<Difference>,
    /// Editions and summaries among its articles that the engine found and nobody declared.
    pub proposals: Vec<Proposal>,
}

/// A paragraph on which hand and engine differ about one framing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The document's id.
    pub document: String,
    /// The line of its saved file.
    pub line: u32,
    /// The framing's id.
    pub framing: String,
    /// What the hand code says.
    pub hand: bool,
    /// What the engine says; `None`: it abstains.
    pub engine: Option<bool>,
    /// The first words of the paragraph.
    pub opening: String,
}

/// The words a story is read in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edition {
    Retold,
    AsPublished,
}

/// The story in the words of the folder: retellings, and articles as published that stand in it.
pub(crate) fn retold(seeds: &Seeds, problems: &Problems) -> Assembled {
    assemble(seeds, Edition::Retold, texts::of_folder(seeds, problems))
}

/// The story in the words of the saved files, told by name; `None` where one is missing.
pub(crate) fn as_published(
    seeds: &Seeds,
    originals: &BTreeMap<String, Vec<u8>>,
    problems: &mut Problems,
) -> Option<Assembled> {
    texts::saved(seeds, originals, problems).map(|texts| assemble(seeds, Edition::AsPublished, texts))
}

fn assemble(seeds: &Seeds, edition: Edition, texts: Vec<Text>) -> Assembled {
    let (readings, overruled) = texts::readings(seeds, &texts);
    let mut builder = Builder { seeds, edition, pairs: Default::default(), differences: Vec::new() };
    let documents: Vec<Document> = seeds
        .documents
        .iter()
        .zip(&readings)
        .enumerate()
        .map(|(at, (document, reading))| builder.document(at, document, reading))
        .collect();
    let mut codes = documents.iter().flat_map(|document| &document.blocks).filter_map(|block| block.code.as_ref());
    let is_by_hand =
        !overruled.is_empty() || codes.any(|code| code.is_by_hand() || code.notes.iter().any(Option::is_some));
    let manifest = &seeds.manifest;
    let coding = &manifest.coding;
    let framings = [0, 1].map(|index| {
        let framing = manifest.framings.get(index);
        Framing {
            id: framing.map(|f| f.id.value.clone()).unwrap_or_default(),
            name: framing.map(|f| f.name.clone()).unwrap_or_default(),
            asks: framing.map(|f| f.asks.clone()).unwrap_or_default(),
            standfirst: framing.map(|f| f.standfirst.clone()).unwrap_or_default(),
            sources: framing.map(|f| seeds.places(&f.sources)).unwrap_or_default(),
        }
    });
    let correction = |correction: &super::manifest::CorrectionEntry| Correction {
        date: correction.date.clone(),
        what: correction.what.clone(),
        sources: seeds.places(&correction.sources),
    };
    let story = Story {
        id: manifest.id.value.clone(),
        title: manifest.title.clone(),
        language: manifest.language.clone(),
        text: match edition {
            Edition::Retold => manifest.text.clone(),
            Edition::AsPublished => manifest::AS_PUBLISHED.to_string(),
        },
        // Whoever is named would stand for what nobody has coded yet.
        coding: Coding {
            coder: if is_by_hand { coding.coder.clone() } else { String::new() },
            date: coding.date.clone(),
            version: coding.version.clone(),
        },
        framings,
        documents,
        actors: seeds.actors.iter().map(|actor| builder.actor(actor)).collect(),
    };
    let method = Method {
        codebook: coding.codebook.as_ref().map(|codebook| codebook.value.clone()).unwrap_or_default(),
        text: coding.method.clone(),
        contact: coding.contact.clone(),
        corrections: manifest.corrections.iter().map(correction).collect(),
        agreement: [0, 1].map(|framing| builder.agreement(framing)),
    };
    let mut record = record::assemble(seeds, &story, &readings, method);
    let shown_of = |(text, reading): (&Text, &Reading<'_>)| File {
        name: text.name.clone(),
        blocks: shown(&reading.document).map(|index| text.stretches.get(index).cloned().flatten()).collect(),
    };
    record.files = texts.iter().zip(&readings).map(shown_of).collect();
    record.overruled = overruled;
    Assembled { story, record, differences: builder.differences, proposals: seeds.proposals.clone() }
}

struct Builder<'s> {
    seeds: &'s Seeds,
    edition: Edition,
    /// Hand code and engine verdict of each paragraph, by framing; editions of another document left out.
    pairs: [Vec<(bool, Option<bool>)>; 2],
    differences: Vec<Difference>,
}

impl Builder<'_> {
    fn document(&mut self, at: usize, seeds: &DocumentSeeds, reading: &Reading<'_>) -> Document {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut quotations: Vec<Quotation> = Vec::new();
        let mut blocks: Vec<Block> = Vec::new();
        for (index, found) in reading.document.blocks.iter().enumerate() {
            let Some(kind) = model_kind(found.kind) else { continue };
            let code = seeds.codes.iter().find(|code| code.line() as usize == found.line);
            let code = code.map(|code| self.seeds.resolve(code));
            // Of an article as published every paragraph says what the engine makes of it, coded by hand or not.
            let code = code.or_else(|| seeds.article.is_some().then(Resolved::default));
            let code = code.filter(|_| kind == BlockKind::Para);
            let words = found.span.of(reading.document.text);
            let mut marks = Marks::default();
            // Mentions are counted with 16 bits: a document with more of them is no article, and shows the first.
            let room = usize::from(u16::MAX) - mentions.len();
            for mention in of_block(&reading.mentions, index, |mention| mention.block).iter().take(room) {
                let span = within(mention.span, found.span);
                marks.mentions.push((span.start as u32..span.end as u32, mentions.len() as u16));
                mentions.push(Mention { block: blocks.len() as u16, actor: mention.actor as u16 });
            }
            for quotation in of_block(&reading.quotations, index, |quotation| quotation.block) {
                let span = within(quotation.span, found.span);
                quotations.push(Quotation {
                    block: blocks.len() as u16,
                    start: span.start as u32,
                    end: span.end as u32,
                    source: speaker(quotation.source.as_ref()),
                    certainty: certainty(quotation.certainty),
                });
            }
            if let Some(code) = &code {
                marks.evidence = self.evidence(seeds, code, words, found.span, index, reading);
                self.hold_against(seeds, found, code, words, index, reading);
            }
            blocks.push(Block {
                kind,
                line: found.line as u32,
                text: words.to_string(),
                pieces: marks.cut(words.len() as u32),
                code: code.map(|code| {
                    let here = Place { document: at as u16, line: found.line as u32 };
                    self.code(&code, here, index, reading)
                }),
            });
        }
        let stated =
            |entry: &Option<StatedEntry>| entry.as_ref().map(|e| quoted::without_marks(&e.text.value).to_string());
        let other = |index: Option<usize>| index.map(|index| index as u16);
        let titled =
            || blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.text.trim().to_string());
        Document {
            id: seeds.entry.id.value.clone(),
            label: seeds.entry.label.clone(),
            about: seeds.entry.about.clone(),
            title: stated(&seeds.entry.title).or_else(|| seeds.article.as_ref().and_then(|_| titled())),
            outlet: stated(&seeds.entry.outlet),
            date: stated(&seeds.entry.date),
            edition_of: other(seeds.edition_of),
            summary_of: other(seeds.summary_of),
            blocks,
            mentions,
            quotations,
        }
    }

    /// The words that decided each frame, in bytes of the block: those the coder gave for this text, and where none of them
    /// stands in it, those the engine found.
    fn evidence(
        &self,
        seeds: &DocumentSeeds,
        code: &Resolved,
        words: &str,
        block: Span,
        index: usize,
        reading: &Reading<'_>,
    ) -> Vec<(Range<u32>, usize)> {
        let mut evidence = Vec::new();
        let coded = self.frames(code, index, reading);
        for framing in [0, 1].into_iter().filter(|framing| coded.has(*framing)) {
            let id = self.framing_id(framing);
            let written = match self.edition {
                _ if seeds.article.is_some() => phrases(&code.evidence, id),
                Edition::Retold => phrases(&code.evidence, id),
                Edition::AsPublished => [phrases(&code.published, id), phrases(&code.evidence, id)].concat(),
            };
            let mut found: Vec<Span> = written.iter().filter_map(|phrase| find(words, phrase)).collect();
            if found.is_empty() {
                let verdict = verdict_on(reading, index, framing);
                found = verdict.map(|v| v.evidence.iter().map(|e| within(e.span, block)).collect()).unwrap_or_default();
            }
            evidence.extend(found.into_iter().map(|span| (span.start as u32..span.end as u32, framing)));
        }
        evidence
    }

    fn code(&self, code: &Resolved, here: Place, index: usize, reading: &Reading<'_>) -> Code {
        let frames = self.frames(code, index, reading);
        let verdicts = [0, 1].map(|framing| present(reading, index, framing));
        Code {
            frames,
            engine: verdicts.map(|verdict| match verdict {
                Some(true) => Verdict::Present,
                Some(false) => Verdict::Absent,
                None => Verdict::Unsure,
            }),
            notes: [0, 1].map(|framing| {
                let note: Option<&NoteEntry> =
                    code.notes.iter().find(|(name, _)| name.value == self.framing_id(framing)).map(|(_, note)| note);
                // One that cites no line is on its own paragraph.
                let sources = |note: &NoteEntry| match note.sources.is_empty() {
                    true => vec![here],
                    false => self.seeds.places(&note.sources),
                };
                note.map(|note| Note { text: note.text.value.clone(), sources: sources(note) })
            }),
        }
    }

    /// The frames of a paragraph: the hand's where it coded them, else the engine's, marked as such.
    fn frames(&self, code: &Resolved, index: usize, reading: &Reading<'_>) -> Frames {
        match &code.frames {
            Some(frames) => self.seeds.frames(frames),
            None => {
                let found = [0, 1].into_iter().filter(|framing| present(reading, index, *framing) == Some(true));
                found.fold(Frames::by_engine(), Frames::with)
            }
        }
    }

    fn hold_against(
        &mut self,
        seeds: &DocumentSeeds,
        block: &engine::Block,
        code: &Resolved,
        words: &str,
        index: usize,
        reading: &Reading<'_>,
    ) {
        // Two editions of one article are one judgment, not two.
        if seeds.edition_of.is_some() {
            return;
        }
        let Some(coded) = &code.frames else { return };
        let coded = self.seeds.frames(coded);
        for framing in [0, 1] {
            let (hand, engine) = (coded.has(framing), present(reading, index, framing));
            self.pairs[framing].push((hand, engine));
            if engine != Some(hand) {
                self.differences.push(Difference {
                    document: seeds.entry.id.value.clone(),
                    line: block.line as u32,
                    framing: self.framing_id(framing).to_string(),
                    hand,
                    engine,
                    opening: opening(words),
                });
            }
        }
    }

    fn agreement(&self, framing: usize) -> Agreement {
        let found = agreement::agreement(self.pairs[framing].iter().copied());
        Agreement {
            items: found.items as u32,
            agree: found.agree as u32,
            abstained: found.abstained as u32,
            kappa: (found.kappa * 1000.0).round() as i16,
        }
    }

    fn actor(&self, entry: &actors::ActorEntry) -> Actor {
        let stance = |framing: usize| {
            let (_, stance) = entry.stances.iter().find(|(name, _)| name.value == self.framing_id(framing))?;
            let text = stance.text.as_ref()?;
            let quoted = stance.kind == StanceKind::Quoted;
            Some(Stance {
                quoted,
                lead: stance.lead.clone(),
                text: if quoted { quoted::without_marks(&text.value) } else { &text.value }.to_string(),
                said_by: stance.said_by.as_ref().and_then(|id| self.seeds.actor(&id.value)).map(|index| index as u16),
                sources: self.seeds.places(&stance.sources),
            })
        };
        Actor {
            id: entry.id.value.clone(),
            name: entry.name.clone(),
            kind: match entry.kind {
                engine::ActorKind::Person => ActorKind::Person,
                engine::ActorKind::Company => ActorKind::Company,
                engine::ActorKind::Government => ActorKind::Government,
                engine::ActorKind::Body => ActorKind::Body,
                engine::ActorKind::Media => ActorKind::Media,
                engine::ActorKind::Organisation => ActorKind::Organisation,
            },
            side: entry.side,
            role: entry.role.clone(),
            role_sources: self.seeds.places(&entry.role_sources),
            stances: [stance(0), stance(1)],
        }
    }

    fn framing_id(&self, framing: usize) -> &str {
        self.seeds.manifest.framings.get(framing).map_or("", |framing| framing.id.value.as_str())
    }
}

/// Those of a reading's findings that lie in a block; they come in the order of the blocks.
pub(crate) fn of_block<T>(found: &[T], index: usize, block: impl Fn(&T) -> usize) -> &[T] {
    let from = found.partition_point(|item| block(item) < index);
    let to = found.partition_point(|item| block(item) <= index);
    &found[from..to]
}

/// The engine's verdict on a framing in a paragraph.
pub(crate) fn verdict_on<'r>(reading: &'r Reading<'_>, index: usize, framing: usize) -> Option<&'r engine::Verdict> {
    of_block(&reading.frames, index, |verdict| verdict.block).iter().find(|verdict| verdict.framing == framing)
}

/// What it says; `None`: it abstains.
fn present(reading: &Reading<'_>, index: usize, framing: usize) -> Option<bool> {
    verdict_on(reading, index, framing)?.present
}

fn phrases<'a>(phrases: &'a Phrases, framing: &str) -> Vec<&'a str> {
    let of_framing = phrases.iter().filter(|(name, _)| name.value == framing);
    of_framing.flat_map(|(_, phrases)| phrases.iter().map(|phrase| phrase.value.as_str())).collect()
}

/// Where a phrase stands in the words: as a word of its own if it does so anywhere, else wherever it stands.
fn find(words: &str, phrase: &str) -> Option<Span> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = |at: &usize| {
        let before = words.get(..*at).and_then(|before| before.chars().next_back());
        let after = words.get(*at + phrase.len()..).and_then(|after| after.chars().next());
        !inside(before) && !inside(after)
    };
    let mut places = words.match_indices(phrase).map(|(at, _)| at);
    let start = places.clone().find(alone).or_else(|| places.next())?;
    Some(Span::new(start, start + phrase.len()))
}

/// A span of the text in bytes of a block.
pub(crate) fn within(span: Span, block: Span) -> Span {
    Span::new(span.start.saturating_sub(block.start), span.end.saturating_sub(block.start))
}

/// How many words of a paragraph are enough to know it by.
const OPENING_WORDS: usize = 8;

fn opening(words: &str) -> String {
    let opening: Vec<&str> = words.split_whitespace().take(OPENING_WORDS).collect();
    opening.join(" ") + " …"
}

pub(crate) fn speaker(source: Option<&engine::Source>) -> Speaker {
    match source {
        Some(engine::Source::Actor(actor)) => Speaker::Actor(*actor as u16),
        Some(engine::Source::Named(id) | engine::Source::Unnamed(id)) => Speaker::Other(id.clone()),
        None => Speaker::Unknown,
    }
}

pub(crate) fn certainty(certainty: engine::Certainty) -> Certainty {
    match certainty {
        engine::Certainty::Certain => Certainty::Certain,
        engine::Certainty::Likely => Certainty::Likely,
        engine::Certainty::Unknown => Certainty::Unknown,
    }
}
