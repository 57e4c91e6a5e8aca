//! Where a lexicon's phrases stand in a paragraph.
//!
//! 1. every word gets the numbers under which the lexicon knows it;
//! 2. the phrases of sets are found, the longest of a set at each word;
//! 3. the phrases that can begin at a word are tried there, gaps from short to long, within one sentence.
//!
//! Linear in the length of the text: a phrase with gaps is tried a fixed number of times a sentence.

use super::{
    lexicon::{Element, Lexicon, Phrase},
    words::{Page, Word},
};

/// How often a phrase with gaps is tried in one sentence.
const TRIES: usize = 6;
/// The longest name, in words.
const LONGEST_NAME: usize = 6;

/// A phrase found.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// Index of the phrase.
    pub(super) phrase: usize,
    /// The words it stands on, without those its gaps pass over: first, and one past the last.
    pub(super) pieces: Vec<(usize, usize)>,
}

/// Looks one lexicon's phrases up in one text, paragraph after paragraph.
pub(super) struct Finder<'l, 't> {
    lexicon: &'l Lexicon,
    text: &'t str,
    lower: &'t str,
    /// The words met so far, by their number in the text: a range of `numbers`.
    known: Vec<(usize, usize)>,
    numbers: Vec<usize>,
    /// For each phrase, the sentence it was last tried in and how often.
    tries: Vec<(usize, usize)>,
    /// Sentences of the paragraphs before this one.
    sentences: usize,
}

/// The words of one paragraph with what the lexicon knows of them.
struct Known<'w> {
    page: &'w Page,
    /// For each word, a range of the finder's `numbers`.
    numbers: Vec<(usize, usize)>,
    /// The sets that have a phrase here, and where it ends; for each word, where its own begin.
    sets: Vec<(usize, usize)>,
    sets_from: Vec<usize>,
}

impl Known<'_> {
    fn sets_at(&self, at: usize) -> &[(usize, usize)] {
        let to = self.sets_from.get(at + 1).copied().unwrap_or(self.sets.len());
        &self.sets[self.sets_from[at]..to]
    }
}

impl<'l, 't> Finder<'l, 't> {
    /// `lower` is `text` with its ASCII letters in lower case.
    pub(super) fn new(lexicon: &'l Lexicon, text: &'t str, lower: &'t str) -> Self {
        let tries = vec![(usize::MAX, 0); lexicon.phrases.len()];
        Finder { lexicon, text, lower, known: Vec::new(), numbers: Vec::new(), tries, sentences: 0 }
    }

    /// Every phrase in a paragraph, in order of the word it begins with.
    pub(super) fn hits(&mut self, page: &Page) -> Vec<Hit> {
        let count = page.words.len();
        let numbers = page.words.iter().zip(&page.numbers).map(|(w, &n)| self.numbers_of(w, n)).collect();
        let mut known = Known { page, numbers, sets: Vec::new(), sets_from: Vec::with_capacity(count) };
        for at in 0..count {
            known.sets_from.push(known.sets.len());
            self.find_sets(&mut known, at);
        }
        let (mut hits, mut pieces) = (Vec::new(), Vec::new());
        let lexicon = self.lexicon;
        for at in 0..count {
            let (from, to) = known.numbers[at];
            for number in from..to {
                for &phrase in &lexicon.phrases_by_word[self.numbers[number]] {
                    self.try_phrase(&known, phrase, at, &mut pieces, &mut hits);
                }
            }
            for &(set, _) in known.sets_at(at) {
                for &phrase in &lexicon.phrases_by_set[set] {
                    self.try_phrase(&known, phrase, at, &mut pieces, &mut hits);
                }
            }
            if page.is_name(at) && (at == 0 || !page.is_name(at - 1)) {
                for &phrase in &lexicon.phrases_by_name {
                    self.try_phrase(&known, phrase, at, &mut pieces, &mut hits);
                }
            }
        }
        self.sentences += page.words.last().map_or(0, |w| w.sentence + 1);
        hits
    }

    /// What the lexicon knows of a word, the `nth` different one of the text.
    fn numbers_of(&mut self, word: &Word, nth: usize) -> (usize, usize) {
        // Words are numbered as they appear, and none is passed over: an unknown one is the next.
        if let Some(&range) = self.known.get(nth) {
            return range;
        }
        let from = self.numbers.len();
        self.lexicon.numbers(word.span.of(self.text), word.span.of(self.lower), &mut self.numbers);
        let range = (from, self.numbers.len());
        self.known.push(range);
        range
    }

    fn is_one_of(&self, known: &Known<'_>, at: usize, any: &[usize]) -> bool {
        let (from, to) = known.numbers[at];
        self.numbers[from..to].iter().any(|n| any.binary_search(n).is_ok())
    }

    /// Adds the sets that have a phrase at a word, each with the longest.
    fn find_sets(&self, known: &mut Known<'_>, at: usize) {
        let words = &known.page.words;
        let first = known.sets.len();
        let (from, to) = known.numbers[at];
        for &member in self.numbers[from..to].iter().flat_map(|&n| &self.lexicon.members_by_word[n]) {
            let (set, ref steps) = self.lexicon.members[member];
            let end = at + steps.len();
            let fits = end <= words.len()
                && words[end - 1].sentence == words[at].sentence
                && steps.iter().enumerate().all(|(n, any)| self.is_one_of(known, at + n, any));
            if fits {
                match known.sets[first..].iter_mut().find(|(s, _)| *s == set) {
                    Some((_, longest)) => *longest = end.max(*longest),
                    None => known.sets.push((set, end)),
                }
            }
        }
    }

    fn try_phrase(
        &mut self,
        known: &Known<'_>,
        index: usize,
        at: usize,
        pieces: &mut Vec<(usize, usize)>,
        hits: &mut Vec<Hit>,
    ) {
        let phrase: &Phrase = &self.lexicon.phrases[index];
        if phrase.fewest > known.page.words.len() - at {
            return;
        }
        if phrase.has_gap {
            let sentence = self.sentences + known.page.words[at].sentence;
            let (last, tries) = &mut self.tries[index];
            if *last != sentence {
                (*last, *tries) = (sentence, 0);
            }
            *tries += 1;
            if *tries > TRIES {
                return;
            }
        }
        pieces.clear();
        pieces.push((at, at));
        if self.rest_matches(known, &phrase.elements, at, pieces) {
            hits.push(Hit { phrase: index, pieces: pieces.clone() });
        }
    }

    fn rest_matches(
        &self,
        known: &Known<'_>,
        elements: &[Element],
        at: usize,
        pieces: &mut Vec<(usize, usize)>,
    ) -> bool {
        let Some((element, rest)) = elements.split_first() else { return true };
        let words = &known.page.words;
        let is_same_sentence = |at: usize| words.get(at).is_some_and(|w| w.sentence == words[pieces[0].0].sentence);
        let (any, any_set, name) = match element {
            Element::Any { words, sets, name } => (words, sets, *name),
            Element::Gap(most) => {
                let depth = pieces.len();
                let last = (at..=at + most).take_while(|&next| is_same_sentence(next)).count();
                return (at..at + last).any(|next| {
                    pieces.push((next, next));
                    let matches = self.rest_matches(known, rest, next, pieces);
                    if !matches {
                        pieces.truncate(depth);
                    }
                    matches
                });
            }
        };
        if !is_same_sentence(at) {
            return false;
        }
        let set = known.sets_at(at).iter().filter(|(s, _)| any_set.binary_search(s).is_ok()).map(|&(_, end)| end).max();
        let length = || (at..words.len()).take(LONGEST_NAME).take_while(|&w| known.page.is_name(w)).count();
        let name = if name { Some(at + length()).filter(|&end| end > at) } else { None };
        let end = set.max(name).or_else(|| self.is_one_of(known, at, any).then_some(at + 1));
        let (Some(end), Some(piece)) = (end, pieces.last_mut()) else { return false };
        let before = piece.1;
        piece.1 = end;
        let matches = self.rest_matches(known, rest, end, pieces);
        if !matches && let Some(piece) = pieces.last_mut() {
            piece.1 = before;
        }
        matches
    }
}
