//! The words of a paragraph, as the lexicons see them.
//!
//! A hyphen parts words ("dual-use" is two), an apostrophe too, and a possessive s is no word. "U.S." is one word, and
//! its periods end no sentence. In writing without blanks between words every character is one.

use std::collections::HashMap;

use crate::text::Span;

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// In bytes of the document's text.
    pub(super) span: Span,
    /// Number of its sentence within the paragraph.
    pub(super) sentence: usize,
    /// Whether it opens its sentence, where a capital says nothing.
    pub(super) opens: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

/// The longest stretch taken for one sentence, in words: text without stops must not make patterns slow.
const LONGEST_SENTENCE: usize = 150;

/// Words before a period that ends no sentence.
const ABBREVIATIONS: [&str; 33] = [
    "mr", "mrs", "ms", "dr", "prof", "rep", "reps", "sen", "sens", "gen", "gov", "lt", "col", "capt", "sgt", "adm",
    "st", "no", "vs", "inc", "corp", "ltd", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec",
    "jr",
];

/// Words that open many a sentence, in order of the alphabet: with a capital they name nobody.
const OPENERS: [&str; 111] = [
    "a",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "can",
    "despite",
    "during",
    "each",
    "either",
    "even",
    "every",
    "few",
    "first",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "its",
    "last",
    "later",
    "like",
    "many",
    "more",
    "most",
    "much",
    "neither",
    "never",
    "new",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "officials",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "out",
    "over",
    "people",
    "since",
    "so",
    "some",
    "soon",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "three",
    "to",
    "two",
    "under",
    "until",
    "was",
    "we",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "without",
    "yet",
    "you",
    "your",
];

/// Numbers the different words of a text, from 0 in order of appearance.
pub(super) type Numbers<'t> = HashMap<&'t str, usize>;

/// The words of one paragraph, and which of them name somebody; the room is used again for the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) words: Vec<Word>,
    /// Number of each word as printed.
    pub(super) numbers: Vec<usize>,
    /// Whether a word lies in the mention of an actor.
    pub(super) is_mentioned: Vec<bool>,
    /// Whether a word's capital tells a name: not in a sentence that is printed in capitals or like a headline.
    pub(super) capital_tells: Vec<bool>,
    /// Whether a word is a common opener with the capital of its sentence.
    is_opener: Vec<bool>,
}

impl Page {
    /// Reads a paragraph; `lower` is `text` with its ASCII letters in lower case, `mentions` are those within, in order.
    pub(super) fn read<'t>(
        &mut self,
        text: &'t str,
        lower: &str,
        paragraph: Span,
        mentions: &[Span],
        numbers: &mut Numbers<'t>,
    ) {
        let Page { words, .. } = self;
        add_words(text, paragraph, words);
        self.numbers.clear();
        self.numbers.extend(words.iter().map(|w| {
            let next = numbers.len();
            *numbers.entry(w.span.of(text)).or_insert(next)
        }));
        self.is_mentioned.clear();
        self.is_mentioned.resize(words.len(), false);
        for mention in mentions {
            let from = words.partition_point(|w| w.span.end <= mention.start);
            let to = words.partition_point(|w| w.span.start < mention.end);
            self.is_mentioned.get_mut(from..to).into_iter().flatten().for_each(|m| *m = true);
        }
        self.capital_tells.clear();
        for sentence in words.chunk_by(|a, b| a.sentence == b.sentence) {
            let capitals = sentence.iter().filter(|w| w.capital).count();
            let is_headline = sentence.len() > 4 && capitals * 10 >= sentence.len() * 7;
            self.capital_tells.extend(sentence.iter().map(|w| w.capital && !is_headline));
        }
        self.is_opener.clear();
        self.is_opener
            .extend(words.iter().map(|w| w.opens && w.capital && OPENERS.binary_search(&w.span.of(lower)).is_ok()));
    }

    /// Whether a word is part of somebody's name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.is_mentioned[at] || self.capital_tells[at] && !self.is_opener[at]
    }
}

/// The words of `span` in `text`, in order.
pub(super) fn words(text: &str, span: Span) -> Vec<Word> {
    let mut found = Vec::new();
    add_words(text, span, &mut found);
    found
}

/// Puts the words of `span` into `found`.
fn add_words(text: &str, span: Span, found: &mut Vec<Word>) {
    found.clear();
    let line = span.of(text);
    let (mut sentence, mut opens, mut length) = (0, true, 0);
    let mut closing = Run::default();
    let mut initials = Run::default();
    let mut rest = line.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !c.is_alphanumeric() {
            let last = || found.last().map_or("", |w| w.span.of(text));
            let mut behind = || closing.end(start + c.len_utf8(), |from| from + closing_length(&line[from..]));
            if !opens && ends_sentence(c, last, || &line[behind()..]) {
                (sentence, opens, length) = (sentence + 1, true, 0);
            }
            continue;
        }
        let end = word_end(line, start, &mut initials);
        while rest.next_if(|&(at, _)| at < end).is_some() {}
        if is_possessive(line, start, end) {
            continue;
        }
        if length == LONGEST_SENTENCE {
            (sentence, length) = (sentence + 1, 0);
        }
        let span = Span::new(start, end).shifted(span.start);
        found.push(Word { span, sentence, opens, capital: c.is_uppercase() });
        (opens, length) = (false, length + 1);
    }
}

/// The end of a stretch of like characters, kept so that the stretch is walked once however many words begin in it.
#[derive(Default)]
struct Run(usize);

impl Run {
    /// Where the stretch ends that goes on at `from`, by `find` where it is another one than before.
    fn end(&mut self, from: usize, find: impl FnOnce(usize) -> usize) -> usize {
        if from >= self.0 {
            self.0 = find(from);
        }
        self.0
    }
}

/// Where the word that starts at `start` ends; letters parted by periods ("U.S.") are one word.
fn word_end(line: &str, start: usize, initials: &mut Run) -> usize {
    let bytes = line.as_bytes();
    let is_initial = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 1) == Some(&b'.');
    let dotted = |from: usize| (from..).step_by(2).find(|&at| !is_initial(at)).unwrap_or(from);
    if is_initial(start) {
        let end = initials.end(start, dotted);
        let more = line.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if end >= start + 4 && !more {
            return end;
        }
    }
    let rest = &line[start..];
    match rest.chars().next() {
        Some(c) if is_word(c) => start + c.len_utf8(),
        _ => start + rest.find(|c: char| !c.is_alphanumeric() || is_word(c)).unwrap_or(rest.len()),
    }
}

/// Whether a character is a word by itself: Chinese, Japanese, Thai, Lao, Burmese and Khmer are written without blanks.
fn is_word(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_possessive(line: &str, start: usize, end: usize) -> bool {
    line[start..end].eq_ignore_ascii_case("s") && line[..start].ends_with(['\'', '’'])
}

/// Bytes of the marks at the start of `rest` that close what a sentence stood in.
fn closing_length(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', ')', ']', '.']).len()
}

/// Whether `c` ends a sentence between the word `last` and the text `after`, closing marks left out.
fn ends_sentence<'t>(c: char, last: impl FnOnce() -> &'t str, after: impl FnOnce() -> &'t str) -> bool {
    match c {
        '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।' => true,
        '.' => {
            let after = after();
            (after.is_empty() || after.starts_with(char::is_whitespace)) && !is_short(last())
        }
        _ => false,
    }
}

/// Whether a period behind this word shortens it.
fn is_short(word: &str) -> bool {
    word.len() == 1 || ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&str, usize)> {
        words(text, Span::new(0, text.len())).into_iter().map(|w| (w.span.of(text), w.sentence)).collect()
    }

    #[test]
    fn hyphens_and_apostrophes_part_words_and_a_possessive_is_none() {
        assert_eq!(told("Peru's dual-use isn’t"), [("Peru", 0), ("dual", 0), ("use", 0), ("isn", 0), ("t", 0)]);
    }

    #[test]
    fn writing_without_blanks_has_a_word_a_character_and_its_own_stops() {
        assert_eq!(told("港口H20关闭。鱼"), [("港", 0), ("口", 0), ("H20", 0), ("关", 0), ("闭", 0), ("鱼", 1)]);
        assert_eq!(told("هل؟ نعم"), [("هل", 0), ("نعم", 1)]);
    }

    #[test]
    fn periods_in_names_and_titles_end_no_sentence() {
        assert_eq!(
            told("U.S. Rep. Lee said no. It won."),
            [("U.S.", 0), ("Rep", 0), ("Lee", 0), ("said", 0), ("no", 0), ("It", 0), ("won", 0)]
        );
        assert_eq!(told("He left.” She won 1.5 points!").last(), Some(&("points", 1)));
    }
}
