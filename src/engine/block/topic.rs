//! What a text is about, roughly: a set of its content words, small and of fixed size.

use super::words::{Words, hash};

/// Part of a line's content words (percent) that a text has had, for the line to go on with the text's subject.
pub(super) const ON_TOPIC: usize = 25;

/// Bits in the set; with some thousand different words of an article, chance hits stay below one in ten.
const BITS: u64 = 1 << 15;

/// The content words of the lines added so far.
#[derive(Debug)]
pub(super) struct Topic {
    bits: Vec<u64>,
    words: Words,
}

impl Topic {
    pub(super) fn new() -> Self {
        Topic { bits: vec![0; (BITS / 64) as usize], words: Words::default() }
    }

    /// Adds a line's words.
    pub(super) fn add(&mut self, line: &str) {
        self.words.read(line);
        for word in self.words.iter().filter(|w| is_content(w)) {
            let bit = stem(word) % BITS;
            self.bits[(bit / 64) as usize] |= 1 << (bit % 64);
        }
    }

    /// Which part of a line's content words was seen before, in percent; 0 where it has none.
    pub(super) fn share(&self, line: &str) -> usize {
        let mut words = Words::default();
        words.read(line);
        let (mut all, mut seen) = (0, 0);
        for word in words.iter().filter(|w| is_content(w)) {
            let bit = stem(word) % BITS;
            all += 1;
            seen += usize::from(self.bits[(bit / 64) as usize] & (1 << (bit % 64)) != 0);
        }
        (seen * 100).checked_div(all).unwrap_or(0)
    }
}

/// Words of five letters or more: the shorter ones are mostly grammar.
fn is_content(word: &str) -> bool {
    word.len() >= 5
        && !matches!(
            word,
            "about"
                | "after"
                | "their"
                | "there"
                | "these"
                | "those"
                | "which"
                | "would"
                | "could"
                | "should"
                | "where"
                | "while"
                | "other"
                | "being"
                | "before"
                | "because"
        )
}

/// The word's beginning stands for all its endings.
fn stem(word: &str) -> u64 {
    let end = word.char_indices().nth(6).map_or(word.len(), |(at, _)| at);
    hash(&word[..end])
}
