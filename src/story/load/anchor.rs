//! Anchors: words quoted from a text that may have changed since, found again.
//!
//! 1. the words as they were quoted: of several places the one with most of the quoted surroundings, then the nearest;
//! 2. where they stand nowhere, the stretch that shares most of their words in their order, half of them at least;
//!    a few words that have changed are other words, and are found nowhere.
//!
//! Bounded: of words that stand in very many places only the nearest are looked at.

use std::{cell::OnceCell, collections::BTreeMap};

use framing_reader_engine::{Block, Span};

/// Words as they were printed, with what stood around them: the W3C's TextQuoteSelector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stood before them; may be empty.
    pub prefix: String,
    /// What stood behind them; may be empty.
    pub suffix: String,
}

/// At how many places the same words are looked at: of more, those nearest to where they were.
const MOST_PLACES: usize = 128;
/// The fewest words that are found again when some of them have changed: fewer could be anything.
const FEWEST_WORDS: usize = 5;
/// How many words of a quote are compared one by one.
const MOST_WORDS: usize = 160;
/// How many of the stretches with most words in common are compared word by word.
const BEST: usize = 3;

/// A text in which quotes are looked for.
#[derive(Debug)]
pub struct Anchors<'t> {
    text: &'t str,
    words: OnceCell<Words<'t>>,
}

/// The words of a text, and where each stands among them.
#[derive(Debug)]
struct Words<'t> {
    spans: Vec<Span>,
    places: BTreeMap<&'t str, Vec<usize>>,
}

impl<'t> Anchors<'t> {
    /// Takes a text.
    pub fn new(text: &'t str) -> Anchors<'t> {
        Anchors { text, words: OnceCell::new() }
    }

    /// Where the quoted words stand now, in bytes of the text; `near` is where they are looked for first.
    pub fn find(&self, quote: &Quote, near: Span) -> Option<Span> {
        let length = quote.exact.len();
        if quote.exact.trim().is_empty() {
            return None;
        }
        let mut places: Vec<usize> = self.text.match_indices(&quote.exact).map(|(at, _)| at).collect();
        if places.len() > MOST_PLACES {
            places.sort_by_key(|at| distance(Span::new(*at, at + length), near));
            places.truncate(MOST_PLACES);
        }
        let best = places.into_iter().map(|at| Span::new(at, at + length)).min_by_key(|span| {
            let likeness = self.likeness(quote, *span);
            (std::cmp::Reverse(likeness), distance(*span, near), span.start)
        });
        best.or_else(|| self.find_changed(quote, near))
    }

    /// The block that an entry on a line is about now, by its index, and the words in it; without a quote it is the whole line, where it
    /// always was.
    pub fn place(&self, line: usize, quote: Option<&Quote>, blocks: &[Block]) -> Option<(usize, Span)> {
        let Some(quote) = quote else {
            let index = blocks.binary_search_by_key(&line, |block| block.line).ok()?;
            return Some((index, blocks[index].span));
        };
        // The line itself, or where it would be.
        let next = blocks.partition_point(|block| block.line < line);
        let near = blocks.get(next).or(blocks.last())?.span;
        let span = self.find(quote, near)?;
        let index = blocks.partition_point(|block| block.span.end <= span.start);
        let block = blocks.get(index).filter(|block| block.span.overlaps(span))?;
        // Words that run on over several lines are about the first of them.
        Some((index, Span::new(span.start.max(block.span.start), span.end.min(block.span.end))))
    }

    /// How many words of the quoted surroundings stand around a place.
    fn likeness(&self, quote: &Quote, span: Span) -> usize {
        // Twice as far as was quoted, so that a word that was put in pushes none out.
        let before = boundary(self.text, span.start.saturating_sub(2 * quote.prefix.len()));
        let after = boundary(self.text, (span.end + 2 * quote.suffix.len()).min(self.text.len()));
        shared(&quote.prefix, Span::new(before, span.start).of(self.text))
            + shared(&quote.suffix, Span::new(span.end, after).of(self.text))
    }

    fn words(&self) -> &Words<'t> {
        self.words.get_or_init(|| {
            let spans = words(self.text);
            let mut places: BTreeMap<&'t str, Vec<usize>> = BTreeMap::new();
            for (index, span) in spans.iter().enumerate() {
                places.entry(span.of(self.text)).or_default().push(index);
            }
            Words { spans, places }
        })
    }

    /// The stretch that most of a quote's words stand in.
    fn find_changed(&self, quote: &Quote, near: Span) -> Option<Span> {
        let quoted: Vec<&str> = words(&quote.exact).iter().map(|span| span.of(&quote.exact)).take(MOST_WORDS).collect();
        if quoted.len() < FEWEST_WORDS {
            return None;
        }
        let words = self.words();
        let here = words.spans.partition_point(|span| span.start < near.start);
        // Every word votes for where the quote would begin; those of one stretch vote alike, give or take what was put in.
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let width = quoted.len().div_ceil(4).max(4);
        for (index, word) in quoted.iter().enumerate() {
            let places = words.places.get(word).map_or(&[][..], Vec::as_slice);
            let from = places.partition_point(|place| *place < here).saturating_sub(MOST_PLACES / 2);
            for place in places.iter().skip(from).take(MOST_PLACES) {
                *votes.entry(place.saturating_sub(index) / width).or_default() += 1;
            }
        }
        let mut starts: Vec<(usize, usize)> = votes.into_iter().collect();
        starts.sort_by_key(|(start, count)| (std::cmp::Reverse(*count), (start * width).abs_diff(here)));
        let stretch = |(start, _): (usize, usize)| {
            let from = (start * width).saturating_sub(width);
            let to = (start * width + quoted.len() + 2 * width).min(words.spans.len());
            let printed: Vec<&str> = words.spans.get(from..to)?.iter().map(|span| span.of(self.text)).collect();
            let (count, first, last) = in_order(&quoted, &printed)?;
            let span = Span::new(words.spans[from + first].start, words.spans[from + last].end);
            (2 * count >= quoted.len()).then_some((count, span))
        };
        let found = starts.into_iter().take(BEST).filter_map(stretch);
        found.min_by_key(|(count, span)| (std::cmp::Reverse(*count), distance(*span, near))).map(|(_, span)| span)
    }
}

/// How far apart two spans are, in bytes.
fn distance(span: Span, other: Span) -> usize {
    span.start.saturating_sub(other.end).max(other.start.saturating_sub(span.end))
}

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// How many words of one text stand in the other, each as often as it does.
fn shared(one: &str, other: &str) -> usize {
    let mut left: Vec<&str> = words(other).into_iter().map(|span| span.of(other)).collect();
    let of_one = words(one).into_iter().map(|span| span.of(one));
    of_one.filter(|word| left.iter().position(|other| other == word).map(|at| left.swap_remove(at)).is_some()).count()
}

/// The words of a text; in writing without blanks every character is one.
fn words(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let alone = c >= '\u{2e80}';
        if !c.is_alphanumeric() {
            open = false;
        } else if let Some(last) = found.last_mut().filter(|_| open && !alone) {
            last.end = at + c.len_utf8();
        } else {
            found.push(Span::new(at, at + c.len_utf8()));
            open = !alone;
        }
    }
    found
}

/// How many words of two texts can be matched in order, and where in the second the first and the last of them stand.
fn in_order(one: &[&str], other: &[&str]) -> Option<(usize, usize, usize)> {
    let width = other.len() + 1;
    // The longest common sequence of everything from (i, j) on.
    let mut longest = vec![0_u16; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            longest[i * width + j] = if one[i] == other[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut matched) = (0, 0, Vec::new());
    while i < one.len() && j < other.len() {
        if one[i] == other[j] {
            matched.push(j);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    Some((matched.len(), *matched.first()?, *matched.last()?))
}

#[cfg(test)]
mod tests;
