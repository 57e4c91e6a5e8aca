//! A line in plain words: lower case, punctuation gone, one space between, so that phrases can be looked up in it.

use crate::text::Span;

/// Longest line, in bytes, that is looked at word by word. Furniture, captions and headings are far shorter; what is
/// longer is a paragraph whatever its words are.
pub(super) const LONGEST_READ: usize = 700;

/// Characters that take no room: they hide at the ends of saved lines and inside words.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{fe0f}')
}

/// The stretch of `span` without white space and invisible characters at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let rest = line.trim_start_matches(|c: char| c.is_whitespace() || is_zero_width(c));
    let start = span.start + line.len() - rest.len();
    let kept = rest.trim_end_matches(|c: char| c.is_whitespace() || is_zero_width(c));
    Span::new(start, start + kept.len())
}

/// One line's words, kept for the length of one look; the buffers are used again for the next line.
#[derive(Debug, Default)]
pub(super) struct Words {
    plain: String,
    starts: Vec<u16>,
    capital: Vec<bool>,
}

impl Words {
    /// Reads a line (at most [`LONGEST_READ`] bytes of it).
    pub(super) fn read(&mut self, line: &str) {
        self.plain.clear();
        self.starts.clear();
        self.capital.clear();
        let mut inside = false;
        for c in line.chars() {
            if self.plain.len() > LONGEST_READ {
                break;
            }
            if c.is_alphanumeric() {
                if !inside {
                    if !self.plain.is_empty() {
                        self.plain.push(' ');
                    }
                    self.starts.push(self.plain.len() as u16);
                    self.capital.push(c.is_uppercase());
                    inside = true;
                }
                if c.is_ascii() {
                    self.plain.push(c.to_ascii_lowercase());
                } else {
                    self.plain.extend(c.to_lowercase());
                }
            } else if !matches!(c, '\'' | '’') && !is_zero_width(c) {
                inside = false;
            }
        }
    }

    /// The whole line in plain words.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// How many words.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The line from its word number `n` on.
    pub(super) fn from(&self, n: usize) -> &str {
        self.starts.get(n).map_or("", |&at| &self.plain[usize::from(at)..])
    }

    /// Word number `n`.
    pub(super) fn word(&self, n: usize) -> &str {
        first_word(self.from(n))
    }

    /// Whether word number `n` is written with a capital.
    pub(super) fn is_capital(&self, n: usize) -> bool {
        self.capital.get(n).copied().unwrap_or(false)
    }

    /// All words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|n| self.word(n))
    }

    /// A number that equal plain lines share.
    pub(super) fn key(&self) -> u64 {
        hash(&self.plain)
    }
}

/// FNV-1a: small, the same on every machine, and nobody gains by making our lines collide.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn first_word(plain: &str) -> &str {
    plain.split(' ').next().unwrap_or("")
}

/// Phrases in plain words, each with what it tells; looked up by their first word.
#[derive(Debug)]
pub(super) struct Phrases<T: 'static> {
    sorted: Vec<(&'static str, T)>,
}

impl<T: Copy> Phrases<T> {
    /// Builds the look-up from tables: one phrase a line, empty lines ignored.
    pub(super) fn new(tables: &[(&'static str, T)]) -> Self {
        let mut sorted: Vec<(&'static str, T)> = tables
            .iter()
            .flat_map(|&(table, tells)| table.split('\n').map(str::trim).filter(|p| !p.is_empty()).map(move |p| (p, tells)))
            .collect();
        sorted.sort_by_key(|&(phrase, _)| phrase);
        Phrases { sorted }
    }

    /// What the longest phrase that `plain` starts with tells, and that phrase.
    pub(super) fn at_start(&self, plain: &str) -> Option<(&'static str, T)> {
        let first = first_word(plain);
        if first.is_empty() {
            return None;
        }
        let from = self.sorted.partition_point(|(phrase, _)| first_word(phrase) < first);
        let same = self.sorted[from..].iter().take_while(|(phrase, _)| first_word(phrase) == first);
        let fits = |phrase: &str| plain.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        same.filter(|(phrase, _)| fits(phrase)).max_by_key(|(phrase, _)| phrase.len()).copied()
    }

    /// What the phrase tells that is the whole of `plain`.
    pub(super) fn whole(&self, plain: &str) -> Option<T> {
        self.sorted.binary_search_by_key(&plain, |&(phrase, _)| phrase).ok().map(|n| self.sorted[n].1)
    }
}
