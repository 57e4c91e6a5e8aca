//! Where a lexicon's phrases stand in a paragraph.
//!
//! 1. every word gets the numbers under which the lexicon knows it; most paragraphs have none that begins a phrase;
//! 2. the phrases of sets are found, the longest of a set at each word;
//! 3. the phrases that can begin at a word are tried there, gaps from short to long, within one sentence.
//!
//! Linear in the length of the text: a phrase with gaps is tried a fixed number of times a sentence.

use super::{
    lexicon::{Element, Lexicon, Phrase, Signs},
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
    /// The words met so far, by their number in the text.
    known: Vec<Entry>,
    /// Under which numbers the lexicon knows them.
    numbers: Vec<usize>,
    /// For each phrase, the sentence it was last tried in and how often.
    tries: Vec<(usize, usize)>,
    /// Sentences of the paragraphs before this one.
    sentences: usize,
}

/// What the lexicon knows of a word.
struct Entry {
    /// A range of the finder's `numbers`.
    numbers: std::ops::Range<usize>,
    /// The fewest words of a phrase that it can begin.
    fewest: usize,
    signs: Signs,
}

/// The words of one paragraph with what the lexicon knows of them.
struct Known<'w> {
    page: &'w Page,
    /// The signs of what begins at each word, and of what begins there or later in its sentence.
    signs: Vec<Signs>,
    ahead: Vec<Signs>,
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

    /// Whether a phrase can begin in a paragraph. To be asked of every paragraph in turn, before its hits.
    pub(super) fn can_hit(&mut self, page: &Page) -> bool {
        let mut can = false;
        for (at, (word, &nth)) in page.words.iter().zip(&page.numbers).enumerate() {
            // Words are numbered as they appear, and none is passed over: an unknown one is the next.
            if nth >= self.known.len() {
                self.learn(word);
            }
            let left = page.words.len() - at;
            can |= self.known[nth].fewest <= left || self.lexicon.fewest_by_name <= left && page.is_name(at);
        }
        can
    }

    /// Every phrase in a paragraph, in order of the word it begins with.
    pub(super) fn hits(&mut self, page: &Page) -> Vec<Hit> {
        let count = page.words.len();
        let mut known = Known {
            page,
            signs: Vec::with_capacity(count),
            ahead: vec![Signs::default(); count],
            sets: Vec::new(),
            sets_from: Vec::with_capacity(count),
        };
        for at in 0..count {
            known.sets_from.push(known.sets.len());
            self.find_sets(&mut known, at);
            let name = if page.is_name(at) { Signs::NAME } else { Signs::default() };
            let sets = known.sets_at(at).iter().map(|&(set, _)| Signs::set(set));
            known.signs.push(sets.fold(self.entry(&known, at).signs.with(name), Signs::with));
        }
        for at in (0..count).rev() {
            let goes_on = page.words.get(at + 1).is_some_and(|next| next.sentence == page.words[at].sentence);
            let behind = if goes_on { known.ahead[at + 1] } else { Signs::default() };
            known.ahead[at] = known.signs[at].with(behind);
        }
        let (mut hits, mut pieces) = (Vec::new(), Vec::new());
        let lexicon = self.lexicon;
        for at in 0..count {
            for number in self.entry(&known, at).numbers.clone() {
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

    /// Looks up what the lexicon knows of a word.
    fn learn(&mut self, word: &Word) {
        let from = self.numbers.len();
        self.lexicon.numbers(word.span.of(self.text), word.span.of(self.lower), &mut self.numbers);
        let numbers = &self.numbers[from..];
        self.known.push(Entry {
            numbers: from..self.numbers.len(),
            fewest: numbers.iter().map(|&number| self.lexicon.fewest[number]).min().unwrap_or(usize::MAX),
            signs: numbers.iter().map(|&number| Signs::word(number)).fold(Signs::default(), Signs::with),
        });
    }

    fn entry(&self, known: &Known<'_>, at: usize) -> &Entry {
        &self.known[known.page.numbers[at]]
    }

    /// Under which numbers the lexicon knows a word.
    fn numbers(&self, known: &Known<'_>, at: usize) -> &[usize] {
        &self.numbers[self.entry(known, at).numbers.clone()]
    }

    fn is_one_of(&self, known: &Known<'_>, at: usize, any: &[usize]) -> bool {
        self.numbers(known, at).iter().any(|n| any.binary_search(n).is_ok())
    }

    /// Adds the sets that have a phrase at a word, each with the longest.
    fn find_sets(&self, known: &mut Known<'_>, at: usize) {
        let words = &known.page.words;
        let first = known.sets.len();
        for &member in self.numbers(known, at).iter().flat_map(|&n| &self.lexicon.members_by_word[n]) {
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
        if !known.ahead[at].has(self.lexicon.needs[index]) {
            return;
        }
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
        // What it needs has to stand in the rest of the sentence.
        if !phrase.elements.iter().all(|element| element.may_be(known.ahead[at])) {
            return;
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
            Element::Any { .. } if known.signs.get(at).is_none_or(|&signs| !element.may_be(signs)) => return false,
            Element::Any { words, sets, name, .. } => (words, sets, *name),
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
