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
    hashes: Vec<u64>,
}

impl Words {
    /// Reads a line (at most [`LONGEST_READ`] bytes of it).
    pub(super) fn read(&mut self, line: &str) {
        self.plain.clear();
        self.starts.clear();
        self.capital.clear();
        self.hashes.clear();
        let mut inside = false;
        let mut start = 0;
        for c in line.chars() {
            if self.plain.len() > LONGEST_READ {
                break;
            }
            if c.is_alphanumeric() {
                if !inside {
                    if !self.plain.is_empty() {
                        self.plain.push(' ');
                    }
                    start = self.plain.len();
                    self.starts.push(start as u16);
                    self.capital.push(c.is_uppercase());
                    inside = true;
                }
                if c.is_ascii() {
                    self.plain.push(c.to_ascii_lowercase());
                } else {
                    self.plain.extend(c.to_lowercase());
                }
            } else if inside && !matches!(c, '\'' | '’') && !is_zero_width(c) {
                self.hashes.push(hash(&self.plain[start..]));
                inside = false;
            }
        }
        if inside {
            self.hashes.push(hash(&self.plain[start..]));
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

/// How many lists the first words of phrases are spread over.
const BUCKETS: u64 = 1024;

/// Phrases in plain words, each with what it tells; looked up by their first word.
#[derive(Debug)]
pub(super) struct Phrases<T: 'static> {
    /// In the order of their buckets.
    entries: Vec<(u64, &'static str, T)>,
    /// Where each bucket begins.
    starts: Vec<u16>,
}

impl<T: Copy> Phrases<T> {
    /// Builds the look-up from tables: phrases apart by line ends.
    pub(super) fn new(tables: &[(&'static str, T)]) -> Self {
        let phrases = |&(table, tells): &(&'static str, T)| {
            table.split('\n').map(str::trim).filter(|p| !p.is_empty()).map(move |p| (hash(first_word(p)), p, tells))
        };
        let mut entries: Vec<(u64, &'static str, T)> = tables.iter().flat_map(phrases).collect();
        entries.sort_by_key(|&(first, _, _)| first % BUCKETS);
        let start = |bucket| entries.partition_point(|&(first, _, _)| first % BUCKETS < bucket) as u16;
        let starts = (0..=BUCKETS).map(start).collect();
        Phrases { entries, starts }
    }

    /// What the longest phrase tells that stands at word number `n`, and that phrase.
    pub(super) fn at(&self, words: &Words, n: usize) -> Option<(&'static str, T)> {
        let same = self.starting_with(*words.hashes.get(n)?);
        let mut same = same.peekable();
        same.peek()?;
        let plain = words.from(n);
        let fits =
            |phrase: &str| plain.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        same.filter(|(phrase, _)| fits(phrase)).max_by_key(|(phrase, _)| phrase.len())
    }

    /// Whether word number `n` is a phrase of its own.
    pub(super) fn has(&self, words: &Words, n: usize) -> bool {
        let Some(&first) = words.hashes.get(n) else { return false };
        self.starting_with(first).any(|(phrase, _)| phrase == words.word(n))
    }

    /// What the phrase tells that is the whole of `plain`.
    pub(super) fn whole(&self, plain: &str) -> Option<T> {
        self.starting_with(hash(first_word(plain))).find(|&(phrase, _)| phrase == plain).map(|(_, tells)| tells)
    }

    fn starting_with(&self, first: u64) -> impl Iterator<Item = (&'static str, T)> + '_ {
        let bucket = (first % BUCKETS) as usize;
        let range = usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1]);
        self.entries[range].iter().filter(move |entry| entry.0 == first).map(|&(_, phrase, tells)| (phrase, tells))
    }
}
