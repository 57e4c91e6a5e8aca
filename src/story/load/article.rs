//! A document whose `NNN.txt` is an article as published: saved or pasted, without a bracket.
//!
//! 1. the engine tells its lines apart;
//! 2. those a page shows are the blocks that everything else cites;
//! 3. of several such articles the engine says which are editions or summaries of each other, where the manifest does not.

use std::collections::BTreeMap;

use framing_reader_engine::{
    Block, BlockKind, Document,
    edition::{self, Relation},
};

use super::{
    diagnostic::{At, Origin, Problems},
    seeds::DocumentSeeds,
    text::{BlockEntry, Words},
    texts::model_kind,
};
use crate::record::{Corrected, Overruled};

/// An article as published, its lines told apart.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// Its file.
    pub(crate) file: usize,
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    /// What the engine had said of the lines whose kind a person changed, by index.
    pub(crate) engine_kinds: BTreeMap<usize, BlockKind>,
}

/// The most lines with words that a document can have: what points at them counts with 16 bits.
const MOST_LINES: usize = u16::MAX as usize;

/// Among how many articles, from the first, editions are looked for: each is held against all before it.
const MOST_COMPARED: usize = 64;

/// Reads the file.
pub(crate) fn read(file: usize, problems: &mut Problems) -> Article {
    let text = problems.text(file).to_string();
    let mut blocks = Document::parse(&text).blocks;
    if blocks.len() > MOST_LINES {
        let at = blocks[MOST_LINES].span.start;
        let message = format!("expected at most {MOST_LINES} lines with words, found {}", blocks.len());
        problems.error(Origin { file, at }, message, "make several documents of it".to_string());
        blocks.truncate(MOST_LINES);
    }
    Article { file, text, blocks, engine_kinds: BTreeMap::new() }
}

impl Article {
    /// The blocks that a page shows, as if somebody had written them down.
    pub(crate) fn entries(&self) -> Vec<BlockEntry> {
        let entry = |block: &Block| {
            let origin = Origin { file: self.file, at: block.span.start };
            let words = At { value: block.span.of(&self.text).to_string(), origin };
            let line = At { value: block.line as u32, origin };
            Some(BlockEntry { line, kind: model_kind(block.kind)?, words: Words::Here(words) })
        };
        self.blocks.iter().filter_map(entry).collect()
    }
}

impl Article {
    /// The kinds that a person changed.
    pub(crate) fn overruled(&self) -> impl Iterator<Item = Overruled> {
        self.engine_kinds.iter().map(|(index, engine)| {
            let block = &self.blocks[*index];
            Overruled {
                document: 0,
                line: block.line as u32,
                start: 0,
                end: 0,
                what: Corrected::Block,
                engine: engine.as_str().to_string(),
                hand: block.kind.as_str().to_string(),
            }
        })
    }
}

/// What one article is to another, by the engine's judgment: nobody said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The document's id.
    pub document: String,
    /// The id of the one it is an edition or a summary of.
    pub of: String,
    /// Whether it sums the other up; else it is another edition of it.
    pub summary: bool,
}

/// Proposes editions and summaries among the articles that say nothing of it themselves. An edition is one of the first
/// article in reading order that has its words; a summary may come before its article.
pub(crate) fn proposals(documents: &[DocumentSeeds], problems: &mut Problems) -> Vec<Proposal> {
    let articles: Vec<(&DocumentSeeds, Document<'_>)> = documents
        .iter()
        .filter_map(|document| {
            let article = document.article.as_ref()?;
            Some((document, Document::from_blocks(&article.text, article.blocks.clone())))
        })
        .collect();
    if let Some((document, _)) = articles.get(MOST_COMPARED) {
        let message = format!("editions are looked for among the first {MOST_COMPARED} articles only");
        let hint = "say `edition_of` or `summary_of` where you know it".to_string();
        problems.warning(document.entry.id.origin, message, hint);
    }
    let mut found: Vec<Proposal> = Vec::new();
    for (index, (second, words)) in articles.iter().enumerate().take(MOST_COMPARED) {
        for (first, other) in &articles[..index] {
            let free = |document: &DocumentSeeds| {
                let entry = &document.entry;
                let proposed = || found.iter().any(|proposal| proposal.document == entry.id.value);
                entry.edition_of.is_none() && entry.summary_of.is_none() && !proposed()
            };
            let (document, of, summary) = match edition::compare(other, words).relation {
                Relation::Edition if free(second) => (second, first, false),
                Relation::Summary if free(second) => (second, first, true),
                Relation::Unrelated if free(first) && edition::compare(words, other).relation == Relation::Summary => {
                    (first, second, true)
                }
                _ => continue,
            };
            let id = |document: &DocumentSeeds| document.entry.id.value.clone();
            found.push(Proposal { document: id(document), of: id(of), summary });
        }
    }
    found
}
