//! The texts of a story's documents, with their blocks told apart.
//!
//! 1. a retelling's words, block by block, or an article as published, or the saved file that a retelling stands for;
//! 2. where the blocks stand in their files;
//! 3. all of them read by the engine, with the story's actors and framings.

use std::collections::BTreeMap;

use framing_reader_engine::{self as engine, Reading, Span};

use super::{
    actors,
    article::Article,
    diagnostic::Problems,
    hand,
    place::Origins,
    seeds::{DocumentSeeds, Seeds},
};
use crate::{
    model::BlockKind,
    record::{Overruled, Stretch},
};

/// A document's text and its blocks, whoever told them apart.
pub(crate) struct Text {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) blocks: Vec<engine::Block>,
    /// Where the blocks stand in their files.
    pub(crate) stretches: Vec<Option<Stretch>>,
}

/// The texts as the folder has them, from files that `problems` holds.
pub(crate) fn of_folder(seeds: &Seeds, problems: &Problems) -> Vec<Text> {
    let file = |(index, document): (usize, &DocumentSeeds)| {
        let file = document.blocks.first()?.line.origin.file;
        Some((file, Origins::new(index, problems.text(file))))
    };
    let files = seeds.documents.iter().enumerate().filter_map(file).collect();
    let text = |(index, document): (usize, &DocumentSeeds)| match &document.article {
        Some(article) => published(index, document, article),
        None => retelling(seeds, document, &files),
    };
    seeds.documents.iter().enumerate().map(text).collect()
}

/// The saved files' texts, told by name; `None` where one is missing.
pub(crate) fn saved(
    seeds: &Seeds,
    originals: &BTreeMap<String, Vec<u8>>,
    problems: &mut Problems,
) -> Option<Vec<Text>> {
    let mut texts = Vec::new();
    for document in &seeds.documents {
        let raw = match (&document.article, &document.entry.raw) {
            (None, Some(raw)) => raw,
            (Some(article), _) => {
                texts.push(published(texts.len(), document, article));
                continue;
            }
            (None, None) => continue,
        };
        let Some(bytes) = originals.get(&raw.value) else {
            let message = format!("expected the saved file `{}` among the originals, found none", raw.value);
            problems.error(raw.origin, message, "put it into the folder given with `--originals`".to_string());
            continue;
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let blocks: Vec<engine::Block> = engine::Document::parse(&text).blocks;
        for code in &document.codes {
            let line = code.line();
            if !blocks.iter().any(|block| block.line == line as usize && block.kind == engine::BlockKind::Para) {
                let message =
                    format!("line {line} of `{}` is coded, but the engine finds no paragraph there", raw.value);
                problems.warning(code.anchor.line.origin, message, "is it the file that was coded?".to_string());
            }
        }
        texts.push(of_file(texts.len(), raw.value.clone(), text, blocks));
    }
    (texts.len() == seeds.documents.len()).then_some(texts)
}

/// What the engine says of them, with a person's corrections laid on, and what those overruled.
pub(crate) fn readings<'t>(seeds: &Seeds, texts: &'t [Text]) -> (Vec<Reading<'t>>, Vec<Overruled>) {
    let gazetteer = actors::gazetteer(&seeds.actors);
    let (mut readings, mut overruled) = (Vec::new(), Vec::new());
    for (index, (text, document)) in texts.iter().zip(&seeds.documents).enumerate() {
        let words = engine::Document::from_blocks(&text.text, text.blocks.clone());
        let mut reading = engine::read_by(words, &gazetteer, &seeds.framings);
        let kinds = document.article.iter().flat_map(Article::overruled);
        let said = kinds.chain(hand::overrule(&mut reading, &document.corrections, seeds));
        overruled.extend(said.map(|overruled| Overruled { document: index as u16, ..overruled }));
        readings.push(reading);
    }
    (readings, overruled)
}

/// The text of a document that is an article as published.
fn published(index: usize, document: &DocumentSeeds, article: &Article) -> Text {
    of_file(index, format!("{}.txt", document.entry.id.value), article.text.clone(), article.blocks.clone())
}

fn of_file(document: usize, name: String, text: String, blocks: Vec<engine::Block>) -> Text {
    let origins = Origins::new(document, &text);
    let stretches = blocks.iter().map(|block| origins.stretch(block.span.start, block.span.of(&text))).collect();
    Text { name, stretches, text, blocks }
}

fn retelling(seeds: &Seeds, document: &DocumentSeeds, files: &BTreeMap<usize, Origins<'_>>) -> Text {
    let (mut text, mut blocks) = (String::new(), Vec::new());
    let mut stretches = Vec::new();
    for block in &document.blocks {
        let found = seeds.words(block);
        stretches.push(found.and_then(|words| files.get(&words.origin.file)?.stretch(words.origin.at, &words.value)));
        let words = found.map_or("", |words| words.value.as_str());
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        blocks.push(engine::Block {
            line: block.line.value as usize,
            span,
            kind: engine_kind(block.kind),
            reason: "retold",
        });
        text.push('\n');
    }
    Text { name: format!("{}.txt", document.entry.id.value), text, blocks, stretches }
}

const KINDS: [(engine::BlockKind, BlockKind); 7] = [
    (engine::BlockKind::Title, BlockKind::Title),
    (engine::BlockKind::Para, BlockKind::Para),
    (engine::BlockKind::Heading, BlockKind::Heading),
    (engine::BlockKind::Caption, BlockKind::Caption),
    (engine::BlockKind::Credit, BlockKind::Credit),
    (engine::BlockKind::Byline, BlockKind::Byline),
    (engine::BlockKind::Copyright, BlockKind::Copyright),
];

/// The blocks of a document that a page shows, by index.
pub(crate) fn shown<'d>(document: &'d engine::Document<'_>) -> impl Iterator<Item = usize> + 'd {
    document.blocks.iter().enumerate().filter(|(_, block)| model_kind(block.kind).is_some()).map(|(index, _)| index)
}

pub(crate) fn model_kind(kind: engine::BlockKind) -> Option<BlockKind> {
    KINDS.iter().find(|(engine, _)| *engine == kind).map(|(_, model)| *model)
}

fn engine_kind(kind: BlockKind) -> engine::BlockKind {
    KINDS.iter().find(|(_, model)| *model == kind).map_or(engine::BlockKind::Para, |(engine, _)| *engine)
}
