//! Where a lexicon's phrases stand in a paragraph.
//!
//! 1. every word gets the numbers under which the lexicon knows it;
//! 2. the phrases of sets are found, the longest of a set at each word;
//! 3. the phrases that can begin at a word are tried there, gaps from short to long, within one sentence.
//!
//! Linear in the length of the text: a phrase with gaps is tried a fixed number of times a sentence.

use std::collections::HashMap;

use super::{
    lexicon::{Element, Lexicon, Phrase},
    words::Word,
};

/// How often a phrase with gaps is tried in one sentence.
const TRIES: usize = 6;

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
    /// The words met so far: a range of `numbers`.
    known: HashMap<&'t str, (usize, usize)>,
    numbers: Vec<usize>,
    /// For each phrase, the sentence it was last tried in and how often.
    tries: Vec<(usize, usize)>,
    /// Sentences of the paragraphs before this one.
    sentences: usize,
}

/// The words of one paragraph with what the lexicon knows of them.
struct Page<'w> {
    words: &'w [Word],
    /// For each word, a range of the finder's `numbers`.
    numbers: Vec<(usize, usize)>,
    /// At each word the sets that have a phrase here, and where it ends.
    sets: Vec<Vec<(usize, usize)>>,
    is_name: &'w dyn Fn(usize) -> bool,
}

impl<'l, 't> Finder<'l, 't> {
    /// `lower` is `text` with its ASCII letters in lower case.
    pub(super) fn new(lexicon: &'l Lexicon, text: &'t str, lower: &'t str) -> Self {
        let tries = vec![(usize::MAX, 0); lexicon.phrases.len()];
        Finder { lexicon, text, lower, known: HashMap::new(), numbers: Vec::new(), tries, sentences: 0 }
    }

    /// Every phrase in a paragraph, in order of the word it begins with. `is_name` tells words that name somebody.
    pub(super) fn hits(&mut self, words: &[Word], is_name: &dyn Fn(usize) -> bool) -> Vec<Hit> {
        let numbers: Vec<_> = words.iter().map(|w| self.numbers_of(w)).collect();
        let mut page = Page { words, numbers, sets: vec![Vec::new(); words.len()], is_name };
        for at in 0..words.len() {
            page.sets[at] = self.sets_at(&page, at);
        }
        let mut hits = Vec::new();
        let lexicon = self.lexicon;
        for at in 0..words.len() {
            let (from, to) = page.numbers[at];
            let mut phrases: Vec<usize> =
                self.numbers[from..to].iter().flat_map(|&n| lexicon.phrases_by_word[n].iter().copied()).collect();
            phrases.extend(page.sets[at].iter().flat_map(|&(set, _)| lexicon.phrases_by_set[set].iter().copied()));
            if (page.is_name)(at) && (at == 0 || !(page.is_name)(at - 1)) {
                phrases.extend(&lexicon.phrases_by_name);
            }
            for phrase in phrases {
                if let Some(pieces) = self.phrase_at(&page, phrase, at) {
                    hits.push(Hit { phrase, pieces });
                }
            }
        }
        self.sentences += words.last().map_or(0, |w| w.sentence + 1);
        hits
    }

    fn numbers_of(&mut self, word: &Word) -> (usize, usize) {
        let printed = word.span.of(self.text);
        if let Some(&range) = self.known.get(printed) {
            return range;
        }
        let from = self.numbers.len();
        self.lexicon.numbers(printed, word.span.of(self.lower), &mut self.numbers);
        let range = (from, self.numbers.len());
        self.known.insert(printed, range);
        range
    }

    fn is_one_of(&self, page: &Page<'_>, at: usize, any: &[usize]) -> bool {
        let (from, to) = page.numbers[at];
        self.numbers[from..to].iter().any(|n| any.binary_search(n).is_ok())
    }

    fn sets_at(&self, page: &Page<'_>, at: usize) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let (from, to) = page.numbers[at];
        for &member in self.numbers[from..to].iter().flat_map(|&n| &self.lexicon.members_by_word[n]) {
            let (set, ref steps) = self.lexicon.members[member];
            let end = at + steps.len();
            let fits = end <= page.words.len()
                && page.words[end - 1].sentence == page.words[at].sentence
                && steps.iter().enumerate().all(|(n, any)| self.is_one_of(page, at + n, any));
            if fits {
                match found.iter_mut().find(|(s, _)| *s == set) {
                    Some((_, longest)) => *longest = end.max(*longest),
                    None => found.push((set, end)),
                }
            }
        }
        found
    }

    fn phrase_at(&mut self, page: &Page<'_>, index: usize, at: usize) -> Option<Vec<(usize, usize)>> {
        let phrase: &Phrase = &self.lexicon.phrases[index];
        if phrase.has_gap() {
            let sentence = self.sentences + page.words[at].sentence;
            let (last, tries) = &mut self.tries[index];
            if *last != sentence {
                (*last, *tries) = (sentence, 0);
            }
            *tries += 1;
            if *tries > TRIES {
                return None;
            }
        }
        let mut pieces = vec![(at, at)];
        self.rest_matches(page, &phrase.elements, at, &mut pieces).then_some(pieces)
    }

    fn rest_matches(&self, page: &Page<'_>, elements: &[Element], at: usize, pieces: &mut Vec<(usize, usize)>) -> bool {
        let Some((element, rest)) = elements.split_first() else { return true };
        let sentence = page.words[pieces[0].0].sentence;
        if let Element::Gap(most) = element {
            return (at..=at + most).any(|next| {
                let depth = pieces.len();
                pieces.push((next, next));
                let matches = self.rest_matches(page, rest, next, pieces);
                if !matches {
                    pieces.truncate(depth);
                }
                matches
            });
        }
        let Some(word) = page.words.get(at).filter(|w| w.sentence == sentence) else { return false };
        debug_assert_eq!(word.sentence, sentence);
        let end = match element {
            Element::Any { words, sets } => {
                let set =
                    page.sets[at].iter().filter(|(s, _)| sets.binary_search(s).is_ok()).map(|&(_, end)| end).max();
                set.or_else(|| self.is_one_of(page, at, words).then_some(at + 1))
            }
            _ => {
                let length = (at..page.words.len()).take_while(|&w| (page.is_name)(w)).take(6).count();
                (length > 0).then_some(at + length)
            }
        };
        let Some(end) = end else { return false };
        let Some(piece) = pieces.last_mut() else { return false };
        let before = piece.1;
        piece.1 = end;
        let matches = self.rest_matches(page, rest, end, pieces);
        if !matches && let Some(piece) = pieces.last_mut() {
            piece.1 = before;
        }
        matches
    }
}
