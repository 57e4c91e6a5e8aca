//! Editions and summaries, each beside its article.
//!
//! 1. the engine says which paragraphs answer each other: of editions a row each, of a summary a row a paragraph of the
//!    article, with what became of it;
//! 2. captions, credits and headings answer each other where they are of one kind and say the same words;
//! 3. what stands in one document only gets a row of its own, at its place;
//! 4. rows of two editions are compared word by word;
//! 5. the editors' notes are laid on.
//!
//! All of it is computed from the words that the page shows.

use framing_reader_engine::{
    Reading,
    edition::{self, ChangeKind, Fate},
};

use super::{
    seeds::{DocumentSeeds, Seeds},
    texts::shown,
};
use crate::{
    model::{Block, BlockKind, Document, Story},
    record::{Change, Comparison, Row, Run},
};

/// Every edition and every summary beside its article, in reading order.
pub(crate) fn comparisons(seeds: &Seeds, story: &Story, readings: &[Reading<'_>]) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for (second, document) in story.documents.iter().enumerate() {
        for (first, summary) in [(document.edition_of, false), (document.summary_of, true)] {
            let Some(first) = first else { continue };
            let pair = Pair { first: &story.documents[usize::from(first)], second: document };
            let readings = [&readings[usize::from(first)], &readings[second]];
            let mut rows = if summary { pair.summary(readings) } else { pair.edition(readings) };
            pair.add_notes(&mut rows, &seeds.documents[second]);
            comparisons.push(Comparison { first, second: second as u16, summary, rows });
        }
    }
    comparisons
}

/// Two documents of which the second is an edition or a summary of the first.
struct Pair<'s> {
    first: &'s Document,
    second: &'s Document,
}

impl Pair<'_> {
    fn edition(&self, [first, second]: [&Reading<'_>; 2]) -> Vec<Row> {
        let (of_first, of_second) = (places(first), places(second));
        let found = edition::compare(&first.document, &second.document).pairs;
        let row = |pair: &edition::Pair| row(named(&pair.first, &of_first), named(&pair.second, &of_second));
        let mut rows: Vec<Row> = found.iter().map(row).collect();
        self.add_others(&mut rows);
        rows.iter_mut().for_each(|row| self.add_runs(row));
        rows
    }

    fn summary(&self, [first, second]: [&Reading<'_>; 2]) -> Vec<Row> {
        let (of_first, of_second) = (places(first), places(second));
        let found = edition::compare(&first.document, &second.document);
        let fates = edition::fates(&first.document, &second.document, &found);
        let mut rows: Vec<Row> = fates
            .iter()
            .map(|paragraph| Row {
                change: match paragraph.fate {
                    Fate::Kept => None,
                    Fate::Merged => Some(Change::Merged),
                    Fate::Changed => Some(Change::Meaning),
                    Fate::Dropped => Some(Change::Dropped),
                },
                ..row(named(&[paragraph.block], &of_first), named(&paragraph.answers, &of_second))
            })
            .collect();
        self.add_others(&mut rows);
        rows.iter_mut().for_each(|row| row.change = self.of_one(row).or(row.change));
        rows
    }

    /// Adds a row for every block that is in none yet.
    fn add_others(&self, rows: &mut Vec<Row>) {
        let mut of_first = missing(self.first, |index| rows.iter().any(|row| row.first.contains(&index)));
        let of_second = missing(self.second, |index| rows.iter().any(|row| row.second.contains(&index)));
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

    /// What became of a row that lacks a side.
    fn of_one(&self, row: &Row) -> Option<Change> {
        let (block, change) = match (row.first.first(), row.second.first()) {
            (Some(first), None) => (&self.first.blocks[usize::from(*first)], Change::Dropped),
            (None, Some(second)) => (&self.second.blocks[usize::from(*second)], Change::Added),
            _ => return None,
        };
        Some(if matches!(block.kind, BlockKind::Caption | BlockKind::Credit) { Change::Caption } else { change })
    }

    /// Whether blocks that are no paragraphs are of one kind and say the same words.
    fn is_same(&self, first: u16, second: u16) -> bool {
        let (first, second) = (&self.first.blocks[usize::from(first)], &self.second.blocks[usize::from(second)]);
        let words = |block: &Block| block.text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        first.kind == second.kind && first.kind != BlockKind::Para && words(first) == words(second)
    }

    /// Compares both sides of a row word by word. Where a side has several blocks only the gravest change is told: runs could
    /// not say which block they are in.
    fn add_runs(&self, row: &mut Row) {
        if let Some(change) = self.of_one(row) {
            row.change = Some(change);
            return;
        }
        let words = |document: &Document, blocks: &[u16]| {
            let texts = blocks.iter().map(|block| document.blocks[usize::from(*block)].text.as_str());
            texts.collect::<Vec<_>>().join(" ")
        };
        let runs: Vec<Run> = edition::differences(&words(self.first, &row.first), &words(self.second, &row.second))
            .iter()
            .map(run)
            .collect();
        row.change = runs.iter().filter_map(|run| run.change).max();
        if row.first.len() == 1 && row.second.len() == 1 {
            row.runs = runs;
        }
    }

    /// Lays each note on the first row of its paragraph whose line it cites, or else on the first.
    fn add_notes(&self, rows: &mut [Row], seeds: &DocumentSeeds) {
        for entry in &seeds.codes {
            let Some(note) = &entry.edition_note else { continue };
            let Some(block) = self.second.block_at(entry.line()) else { continue };
            let is_cited = |index: &u16| {
                let line = self.first.blocks[usize::from(*index)].line;
                note.sources.iter().any(|source| source.value.document == self.first.id && source.value.line == line)
            };
            let mut answers = rows.iter_mut().filter(|row| row.second.contains(&(block as u16))).collect::<Vec<_>>();
            let cited = answers.iter().position(|row| row.first.iter().any(is_cited));
            if let Some(row) = answers.get_mut(cited.unwrap_or(0)) {
                row.note = [row.note.as_str(), note.text.value.as_str()].join(" ").trim_start().to_string();
            }
        }
    }
}

/// The blocks of a document that are to be held against another's and are in no row.
fn missing(document: &Document, is_in_row: impl Fn(u16) -> bool) -> Vec<u16> {
    let is_compared =
        |kind| matches!(kind, BlockKind::Para | BlockKind::Caption | BlockKind::Credit | BlockKind::Heading);
    let compared = (0..).zip(&document.blocks).filter(|(_, block)| is_compared(block.kind));
    compared.map(|(index, _)| index).filter(|index| !is_in_row(*index)).collect()
}

fn row(first: Vec<u16>, second: Vec<u16>) -> Row {
    Row { first, second, change: None, runs: Vec::new(), note: String::new() }
}

fn run(run: &edition::Run) -> Run {
    let change = run.change.map(|change| match change.kind {
        ChangeKind::Spelling => Change::Spelling,
        ChangeKind::Date => Change::Date,
        ChangeKind::Wording => Change::Wording,
        ChangeKind::CaptionAdded | ChangeKind::CaptionRemoved => Change::Caption,
        ChangeKind::ParagraphAdded => Change::Added,
        ChangeKind::ParagraphRemoved => Change::Dropped,
        ChangeKind::Meaning => Change::Meaning,
    });
    Run { first_end: run.first.end as u32, second_end: run.second.end as u32, change }
}

/// The engine's indexes of the blocks that the page shows: the place of each is its index there.
fn places(reading: &Reading<'_>) -> Vec<usize> {
    shown(&reading.document).collect()
}

/// The page's indexes of blocks with these of the engine's.
fn named(blocks: &[usize], places: &[usize]) -> Vec<u16> {
    blocks.iter().filter_map(|block| places.binary_search(block).ok()).map(|index| index as u16).collect()
}
