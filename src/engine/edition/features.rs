//! What a paragraph is compared by: its words' beginnings, and each word with the next.

/// Letters of a word that stand for all its endings ("restrict", "restricting", "restrictions").
const STEM: usize = 6;

/// One paragraph's features; hashes, sorted, each once.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// Of the stems of words of four letters or more, and of numbers.
    pub(super) stems: Vec<u64>,
    /// Of the stems of each word and the next.
    pub(super) pairs: Vec<u64>,
    /// Of all words as they are, and each with the next.
    pub(super) exact: Vec<u64>,
    /// How many words.
    pub(super) words: usize,
}

impl Features {
    /// Reads a paragraph.
    pub(super) fn of(text: &str) -> Features {
        let mut features = Features::default();
        let (mut last_stem, mut last_word) = (None, None);
        let mut word = String::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            // "U.S." is "US", and a possessive ending is no word of its own.
            let joins = c.is_alphanumeric()
                || matches!(c, '.' | '\'' | '’') && chars.peek().is_some_and(|n| n.is_alphanumeric());
            if (joins && chars.peek().is_some()) || word.is_empty() {
                continue;
            }
            let whole = hash(&word);
            let stem = hash(word.char_indices().nth(STEM).map_or(&word[..], |(at, _)| &word[..at]));
            if word.chars().count() >= 4 || word.starts_with(|c: char| c.is_ascii_digit()) {
                features.stems.push(stem);
            }
            features.exact.push(whole);
            features.pairs.extend(last_stem.map(|last| join(last, stem)));
            features.exact.extend(last_word.map(|last| join(last, whole)));
            (last_stem, last_word) = (Some(stem), Some(whole));
            features.words += 1;
            word.clear();
        }
        for list in [&mut features.stems, &mut features.pairs, &mut features.exact] {
            list.sort_unstable();
            list.dedup();
        }
        features
    }

    /// Several paragraphs as one.
    pub(super) fn union<'f>(all: impl Iterator<Item = &'f Features>) -> Features {
        let mut union = Features::default();
        for features in all {
            union.stems.extend(&features.stems);
            union.pairs.extend(&features.pairs);
            union.exact.extend(&features.exact);
            union.words += features.words;
        }
        for list in [&mut union.stems, &mut union.pairs, &mut union.exact] {
            list.sort_unstable();
            list.dedup();
        }
        union
    }

    /// How alike the words of two paragraphs are, in percent (Dice of words and neighboring words).
    pub(super) fn likeness(&self, other: &Features) -> u8 {
        let all = self.exact.len() + other.exact.len();
        let shared = common(&self.exact, &other.exact).count();
        (200 * shared).checked_div(all).unwrap_or(0).min(100) as u8
    }
}

/// What two sorted lists share.
pub(super) fn common<'l>(a: &'l [u64], b: &'l [u64]) -> impl Iterator<Item = u64> + 'l {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let (&x, &y) = (a.get(i)?, b.get(j)?);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
            if x == y {
                return Some(x);
            }
        }
    })
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn join(a: u64, b: u64) -> u64 {
    (a.rotate_left(17) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
