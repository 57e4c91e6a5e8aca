//! Editions: which documents are the same article, which one sums another up, and which paragraphs answer each other.
//!
//! 1. [`features`]: each paragraph by its words' stems and neighbors;
//! 2. [`align`]: the chain of paragraphs that answer each other, in order;
//! 3. how much of either document is the other's words decides what they are to each other;
//! 4. [`differences`]: what changed between two editions of a paragraph, and what kind of change it is;
//! 5. [`fates`]: what a summary made of each paragraph.

mod align;
mod change;
mod classify;
mod date;
mod diff;
mod fact;
mod fate;
mod features;
mod speaker;
mod spelling;
mod token;

pub use change::{Change, ChangeKind, Run, differences};
pub use fate::{Fate, ParagraphFate, compare_either_way, fates};

use crate::block::Document;
use features::Features;

/// How one document stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same article in another edition.
    Edition,
    /// `second` is a summary of `first`.
    Summary,
    /// Neither.
    Unrelated,
}

/// Paragraphs that answer each other: block indices in the first and the second document. An empty side is a paragraph
/// that stands in one document only; several on a side were split or merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Block indices in the first document.
    pub first: Vec<usize>,
    /// Block indices in the second document.
    pub second: Vec<usize>,
    /// How alike the words are, from 0 (nothing shared) to 100 (the same words).
    pub likeness: u8,
}

/// Two documents compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the second is to the first.
    pub relation: Relation,
    /// The paragraphs, in the order of the second document, those that only the first has at their place.
    pub pairs: Vec<Pair>,
}

/// Likeness (percent) from which a paragraph counts as the same one, edited.
const SAME: u8 = 55;

/// Part of the shorter document's words that stand in such paragraphs when the two are editions of one article.
const EDITION: f64 = 0.6;

/// Part of the longer document's words that has to; where less of it is left, the shorter one is a summary.
const EDITION_OF_LONGER: f64 = 0.35;

/// Score along the chain from which a shorter text sums a longer one up. Of the shipped story's texts, the summary scores
/// 0.37 to 0.48, other articles on the same subject 0.15 and less.
const SUMMARY: f64 = 0.26;

/// Part of that score which has to be left when the order is kept.
const SUMMARY_ORDER: f64 = 0.8;

/// Words of a summary for those of its article, at most.
const SUMMARY_LENGTH: f64 = 0.75;

/// Fewest words to judge by.
const FEWEST_WORDS: usize = 30;

/// Compares two documents. The pairs of unrelated ones are left empty.
pub fn compare(first: &Document<'_>, second: &Document<'_>) -> Comparison {
    let paragraphs = |document: &Document<'_>| -> (Vec<usize>, Vec<Features>) {
        document.paragraphs().map(|(n, block)| (n, Features::of(block.span.of(document.text)))).unzip()
    };
    let ((blocks, first), (other_blocks, second)) = (paragraphs(first), paragraphs(second));
    let alignment = align::align(&first, &second);
    let relation = relation(&first, &second, &alignment);
    let pairs = match relation {
        Relation::Unrelated => Vec::new(),
        _ => {
            align::groups(&first, &second, &alignment).into_iter().map(|group| pair(&group, &first, &second)).collect()
        }
    };
    let named = |pair: Pair| Pair {
        first: pair.first.iter().map(|&n| blocks[n]).collect(),
        second: pair.second.iter().map(|&n| other_blocks[n]).collect(),
        ..pair
    };
    Comparison { relation, pairs: pairs.into_iter().map(named).collect() }
}

fn pair(group: &align::Group, first: &[Features], second: &[Features]) -> Pair {
    let one = Features::union(group.0.iter().map(|&n| &first[n]));
    let other = Features::union(group.1.iter().map(|&n| &second[n]));
    Pair { first: group.0.clone(), second: group.1.clone(), likeness: one.likeness(&other) }
}

fn relation(first: &[Features], second: &[Features], alignment: &align::Alignment) -> Relation {
    let words = |document: &[Features]| document.iter().map(|f| f.words).sum::<usize>();
    let (all_first, all_second) = (words(first), words(second));
    if all_first == 0 || all_second == 0 {
        return Relation::Unrelated;
    }
    let (mut same_first, mut same_second) = (0, 0);
    let mut last = None;
    for (n, base) in alignment.base.iter().enumerate() {
        let Some(m) = *base else { continue };
        if first[m].likeness(&second[n]) >= SAME {
            same_second += second[n].words;
            same_first += if last == Some(m) { 0 } else { first[m].words };
            last = Some(m);
        }
    }
    let (part_first, part_second) = (same_first as f64 / all_first as f64, same_second as f64 / all_second as f64);
    let (shorter, longer) = if all_first < all_second { (part_first, part_second) } else { (part_second, part_first) };
    if shorter >= EDITION && (longer >= EDITION_OF_LONGER || all_first < all_second) {
        return Relation::Edition;
    }
    let long_enough = all_first >= FEWEST_WORDS && all_second >= FEWEST_WORDS;
    let short_enough = all_second as f64 <= all_first as f64 * SUMMARY_LENGTH;
    let in_order = alignment.score >= alignment.unordered * SUMMARY_ORDER;
    if long_enough && short_enough && in_order && alignment.score >= SUMMARY {
        Relation::Summary
    } else {
        Relation::Unrelated
    }
}

#[cfg(test)]
mod tests;
