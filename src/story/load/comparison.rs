//! Editions and summaries, each beside its article.
//!
//! 1. the engine says which paragraphs answer each other;
//! 2. captions, credits and headings answer each other where they are of one kind and say the same words;
//! 3. what stands in one document only gets a row of its own, at its place;
//! 4. each row gets what became of it, and the editor's note.
//!
//! All of it is computed from the words that the page shows.

use framing_reader_engine::{Reading, edition};

use super::{
    assemble::shown,
    seeds::{DocumentSeeds, Seeds},
};
use crate::{
    model::{Block, BlockKind, Document, Story},
    record::{Change, Comparison, Row},
};

/// Every edition and every summary beside its article, in reading order.
pub(crate) fn comparisons(seeds: &Seeds, story: &Story, readings: &[Reading<'_>]) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for (second, document) in story.documents.iter().enumerate() {
        for (first, summary) in [(document.edition_of, false), (document.summary_of, true)] {
            let Some(first) = first else { continue };
            let pair = Pair { first: &story.documents[usize::from(first)], second: document, summary };
            let mut rows = pair.rows(&readings[usize::from(first)], &readings[second]);
            rows.iter_mut().for_each(|row| row.note = note(&seeds.documents[second], document, &row.second));
            comparisons.push(Comparison { first, second: second as u16, summary, rows });
        }
    }
    comparisons
}

/// What the editors say of the difference at these blocks.
fn note(seeds: &DocumentSeeds, document: &Document, blocks: &[u16]) -> String {
    let lines = blocks.iter().map(|block| document.blocks[usize::from(*block)].line);
    let entries = lines.filter_map(|line| seeds.codes.iter().find(|entry| entry.line.value == line));
    let notes = entries.filter_map(|entry| entry.edition_note.as_ref()).map(|note| note.text.value.as_str());
    notes.collect::<Vec<_>>().join(" ")
}

/// Two documents of which one is an edition or a summary of the other.
struct Pair<'s> {
    first: &'s Document,
    second: &'s Document,
    summary: bool,
}

impl Pair<'_> {
    fn rows(&self, first: &Reading<'_>, second: &Reading<'_>) -> Vec<Row> {
        let (of_first, of_second) = (places(first), places(second));
        let found = edition::compare(&first.document, &second.document);
        let mut rows: Vec<Row> = found
            .pairs
            .iter()
            .map(|pair| row(named(&pair.first, &of_first), named(&pair.second, &of_second)))
            .collect();
        self.add_others(&mut rows);
        rows.iter_mut().for_each(|row| row.change = self.change(row));
        rows
    }

    /// Adds a row for every block that is in none yet.
    fn add_others(&self, rows: &mut Vec<Row>) {
        let missing = |document: &Document, in_rows: &dyn Fn(u16) -> bool| -> Vec<u16> {
            let compared = document.blocks.iter().enumerate().filter(|(_, block)| is_compared(block.kind));
            compared.map(|(index, _)| index as u16).filter(|index| !in_rows(*index)).collect()
        };
        let mut of_first = missing(self.first, &|index| rows.iter().any(|row| row.first.contains(&index)));
        let of_second = missing(self.second, &|index| rows.iter().any(|row| row.second.contains(&index)));
        for index in of_second {
            let same = of_first.iter().position(|other| self.is_same(*other, index));
            let first = same.map(|at| of_first.remove(at));
            let at = rows.iter().position(|row| row.second.first().is_some_and(|first| *first > index));
            rows.insert(at.unwrap_or(rows.len()), row(first.into_iter().collect(), vec![index]));
        }
        for index in of_first {
            let before = rows.iter().rposition(|row| row.first.last().is_some_and(|last| *last < index));
            rows.insert(before.map_or(0, |before| before + 1), row(vec![index], Vec::new()));
        }
    }

    /// Whether blocks that are no paragraphs are of one kind and say the same words.
    fn is_same(&self, first: u16, second: u16) -> bool {
        let (first, second) = (self.block_of_first(first), self.block_of_second(second));
        let words = |block: &Block| block.text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        first.kind == second.kind && first.kind != BlockKind::Para && words(first) == words(second)
    }

    fn block_of_first(&self, index: u16) -> &Block {
        &self.first.blocks[usize::from(index)]
    }

    fn block_of_second(&self, index: u16) -> &Block {
        &self.second.blocks[usize::from(index)]
    }

    fn change(&self, row: &Row) -> Option<Change> {
        let alone = |block: &Block, change| match block.kind {
            BlockKind::Caption | BlockKind::Credit => Change::Caption,
            _ => change,
        };
        match (row.first.as_slice(), row.second.as_slice()) {
            ([], [second, ..]) => Some(alone(self.block_of_second(*second), Change::Added)),
            ([first, ..], []) => Some(alone(self.block_of_first(*first), Change::Dropped)),
            ([_, _, ..], _) if self.summary => Some(Change::Merged),
            ([first], [second]) if self.block_of_first(*first).text == self.block_of_second(*second).text => None,
            _ => (!self.summary).then_some(Change::Wording),
        }
    }
}

/// Whether blocks of a kind are held against each other: what a reader of the article reads.
fn is_compared(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Para | BlockKind::Caption | BlockKind::Credit | BlockKind::Heading)
}

fn row(first: Vec<u16>, second: Vec<u16>) -> Row {
    Row { first, second, change: None, runs: Vec::new(), note: String::new() }
}

/// The engine's indexes of the blocks that the page shows: the place of each is its index there.
fn places(reading: &Reading<'_>) -> Vec<usize> {
    shown(&reading.document).collect()
}

/// The page's indexes of blocks with these of the engine's.
fn named(blocks: &[usize], places: &[usize]) -> Vec<u16> {
    blocks.iter().filter_map(|block| places.binary_search(block).ok()).map(|index| index as u16).collect()
}
