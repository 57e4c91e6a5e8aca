//! What kind a change is, told without understanding it. In this order:
//!
//! 1. the same words in other letters, or somebody introduced otherwise: spelling;
//! 2. dates: two that cannot be the same are another meaning, and where nothing else differs it is a date;
//! 3. another number, unit or name, a negation, how sure or how many, a question, or a clause in one only: meaning. A word
//!    that the other paragraph has elsewhere was only moved;
//! 4. anything else is wording.

use std::collections::{HashMap, HashSet};

use super::{
    change::{Change, ChangeKind},
    date::{Dates, dates, is_part, leads},
    fact::{Facts, NameSet, Names, is_courtesy, is_title, stem},
    spelling::{is_number, sequence},
    token::{Class, Token, ends_sentence},
};

/// New words of content that make an insertion a clause of its own.
const CLAUSE: usize = 3;

/// The same for a whole sentence.
const SENTENCE: usize = 2;

/// By how many new words of content one side says more than the other.
const MORE: usize = 4;

/// New words of content on a side from which a replaced stretch is another statement.
const STATEMENT: usize = 8;

/// Titles in a row, with their periods, at most ("Vice Prime Minister").
const TITLES: usize = 6;

/// Tokens of a stretch from which it is another text; a long paragraph of news has a quarter.
const ANOTHER: usize = 2000;

/// Tokens of a text in which words that moved are looked for; no paragraph has more.
const REMEMBERED: usize = 20_000;

/// What the rules have to know of two paragraphs.
pub(super) struct Judge<'t> {
    tokens: [&'t [Token]; 2],
    names: Names,
    /// What either has anywhere.
    have: [Have; 2],
}

/// What a whole paragraph has.
struct Have {
    names: NameSet,
    numbers: HashMap<String, usize>,
    units: HashSet<&'static str>,
    stems: HashSet<String>,
}

impl Have {
    fn of(tokens: &[Token], names: &Names) -> Have {
        let facts = Facts::of(tokens.iter(), names);
        let mut numbers = HashMap::new();
        for number in facts.numbers {
            *numbers.entry(number).or_default() += 1;
        }
        Have {
            names: NameSet::new(&facts.names),
            numbers,
            units: facts.units.into_iter().collect(),
            stems: tokens.iter().filter(|t| t.class == Class::Word).map(|t| stem(&t.key)).collect(),
        }
    }
}

impl<'t> Judge<'t> {
    /// Reads the tokens of both.
    pub(super) fn new(tokens: [&'t [Token]; 2]) -> Self {
        let mut names = Names::default();
        tokens.iter().for_each(|tokens| names.learn(tokens));
        let have = tokens.map(|tokens| Have::of(&tokens[..tokens.len().min(REMEMBERED)], &names));
        Judge { tokens, names, have }
    }

    /// What kind of change it is to replace one stretch of tokens by the other.
    pub(super) fn classify(&self, stretch: [(usize, usize); 2]) -> Change {
        if stretch.iter().any(|(from, to)| to - from > ANOTHER) {
            return Change { kind: ChangeKind::Meaning, reason: "another text" };
        }
        let sides = [0, 1].map(|n| Side { all: self.tokens[n], from: stretch[n].0, to: stretch[n].1 });
        let [one, other] = &sides;
        if let Some(reason) = respelled(one, other) {
            return Change { kind: ChangeKind::Spelling, reason };
        }
        let dated = [0, 1].map(|n| dates(sides[n].all, sides[n].from, sides[n].to));
        let [(first, left), (second, other_left)] = &dated;
        if first.any() || second.any() {
            if first.contradicts(second) {
                return Change { kind: ChangeKind::Meaning, reason: "another date" };
            }
            if one.words(left.iter().copied().filter(|&n| !leads(&one.all[n].key)))
                == other.words(other_left.iter().copied().filter(|&n| !leads(&other.all[n].key)))
            {
                return dating(first, second);
            }
        } else if one.leads_to_date() && other.leads_to_date() {
            return Change { kind: ChangeKind::Date, reason: "the same time, told otherwise" };
        }
        match self.differing([left, other_left]) {
            Some(reason) => Change { kind: ChangeKind::Meaning, reason },
            None if one.words(one.range()) == other.words(other.range()) => {
                Change { kind: ChangeKind::Wording, reason: "quotation marks in one only" }
            }
            None => Change { kind: ChangeKind::Wording, reason: "other words, no fact the rules know" },
        }
    }

    /// Which fact differs between tokens of the first and of the second paragraph.
    fn differing(&self, kept: [&[usize]; 2]) -> Option<&'static str> {
        let facts = [0, 1].map(|n| Facts::of(kept[n].iter().map(|&k| &self.tokens[n][k]), &self.names));
        let asks = |n: usize| kept[n].iter().filter(|&&k| self.tokens[n][k].key == "?").count();
        let [one, other] = &facts;
        if one.negations != other.negations {
            return Some("negated in one only");
        }
        if self.numbers_differ(one, other) {
            return Some("another number");
        }
        let missing = |n: usize| facts[n].units.iter().any(|unit| !self.have[1 - n].units.contains(unit));
        if missing(0) || missing(1) {
            return Some("another unit");
        }
        if self.names_differ(one, other) && !self.written_out(kept) {
            return Some("another name");
        }
        if one.degrees != other.degrees {
            return Some("how sure or how many differs");
        }
        if asks(0) != asks(1) {
            return Some("asked in one only");
        }
        let new = |n: usize| facts[n].content.iter().filter(|stem| !self.have[1 - n].stems.contains(*stem)).count();
        let (fewer, more) = (new(0).min(new(1)), new(0).max(new(1)));
        let clause = more >= CLAUSE && fewer == 0 || more - fewer >= MORE || more >= STATEMENT;
        let ends = |n: usize| kept[n].iter().any(|&k| self.tokens[n][k].key.starts_with(ends_sentence));
        let sentence = more >= SENTENCE && fewer == 0 && ends(0) != ends(1);
        (clause || sentence).then_some("a clause in one only")
    }

    /// Numbers that stand against each other, or in one only and nowhere in the other.
    fn numbers_differ(&self, one: &Facts, other: &Facts) -> bool {
        let mut sorted = [one, other].map(|facts| facts.numbers.clone());
        sorted.iter_mut().for_each(|numbers| numbers.sort_unstable());
        if sorted[0] == sorted[1] {
            return false;
        }
        let moved =
            |numbers: &[String]| numbers.iter().all(|n| self.have[0].numbers.get(n) == self.have[1].numbers.get(n));
        !(one.numbers.is_empty() && moved(&other.numbers) || other.numbers.is_empty() && moved(&one.numbers))
    }

    /// The same for names; one of several is enough to tell who is meant.
    fn names_differ(&self, one: &Facts, other: &Facts) -> bool {
        let sets = [NameSet::new(&one.names), NameSet::new(&other.names)];
        // Where each side names somebody and nobody is named on both, one stands for the other.
        let swapped =
            !one.names.is_empty() && !other.names.is_empty() && !other.names.iter().any(|name| sets[0].has(name));
        let new =
            |names: &[String], n: usize| names.iter().any(|name| !sets[n].has(name) && !self.have[n].names.has(name));
        swapped || new(&one.names, 1) || new(&other.names, 0)
    }

    /// Whether one side is empty and the other only writes out the name that follows ("Ada" before "Berg").
    fn written_out(&self, kept: [&[usize]; 2]) -> bool {
        let fuller = |n: usize| {
            let tokens = self.tokens[n];
            let named = |k: usize| tokens.get(k).is_some_and(|t| t.class == Class::Word && self.names.is_name(t));
            kept[1 - n].is_empty()
                && kept[n].len() <= 2
                && kept[n].last().is_some_and(|&last| named(last + 1))
                && kept[n].iter().all(|&k| named(k) && !is_direction(&tokens[k].key))
        };
        fuller(0) || fuller(1)
    }
}

/// The class of a change that is a date and nothing else.
fn dating(first: &Dates, second: &Dates) -> Change {
    if first.same(second) {
        return Change { kind: ChangeKind::Spelling, reason: "the same date, written otherwise" };
    }
    let both = first.any() && second.any();
    let reason = if both { "the same time, told otherwise" } else { "a date in one only" };
    Change { kind: ChangeKind::Date, reason }
}

/// A stretch of one paragraph's tokens.
struct Side<'t> {
    all: &'t [Token],
    from: usize,
    to: usize,
}

impl Side<'_> {
    fn range(&self) -> std::ops::Range<usize> {
        self.from..self.to
    }

    /// Words in their one spelling, run together so that hyphens and spaces make no difference; punctuation left out.
    fn words(&self, kept: impl Iterator<Item = usize>) -> String {
        let said =
            |token: &&Token| token.class == Class::Word || token.class == Class::Mark && !is_punctuation(&token.key);
        sequence(kept.map(|n| &self.all[n]).filter(said).map(|t| t.key.as_str())).concat()
    }

    /// Whether nothing stands here but words that lead to the date behind it.
    fn leads_to_date(&self) -> bool {
        self.all[self.range()].iter().all(|t| leads(&t.key))
            && self.all.get(self.to).is_some_and(|t| is_part(t) && !is_number(&t.key))
    }

    /// Whether the token is a title, or the state in front of one, that introduces a name.
    fn introduces(&self, n: usize) -> bool {
        let title = |k: usize| self.all.get(k).is_some_and(|t| is_title(&t.key));
        let behind = |start: usize| {
            let mut k = start;
            while k < start + TITLES && (title(k) || self.all.get(k).is_some_and(|t| t.key == "." && title(k - 1))) {
                k += 1;
            }
            self.all.get(k).is_some_and(|t| t.capital)
        };
        let state = self.all[n].capital && title(n + 1);
        (title(n) || state) && behind(n + 1)
    }

    fn is_courtesy(&self, n: usize) -> bool {
        is_courtesy(&self.all[n].key) && self.introduces(n)
    }

    /// The fewest and the most quotation marks: one behind an "s" may be an apostrophe.
    fn quotes(&self) -> (usize, usize) {
        let quotes: Vec<usize> = self.range().filter(|&n| self.all[n].class == Class::Quote).collect();
        let plural = |n: usize| {
            let before = n.checked_sub(1).map(|k| &self.all[k]);
            before.is_some_and(|t| t.key.ends_with('s') && t.span.end == self.all[n].span.start)
        };
        let doubtful = quotes.iter().filter(|&&n| plural(n)).count();
        (quotes.len() - doubtful, quotes.len())
    }
}

/// Why two stretches are the same in other letters; none where they are not.
fn respelled(one: &Side<'_>, other: &Side<'_>) -> Option<&'static str> {
    let (quotes, others) = (one.quotes(), other.quotes());
    if quotes.0 > others.1 || others.0 > quotes.1 {
        return None;
    }
    let polite = |side: &Side<'_>| side.words(side.range().filter(|&n| !side.is_courtesy(n)));
    if polite(one) == polite(other) {
        return Some("spelling, punctuation or title");
    }
    let introduced = |side: &Side<'_>| side.range().any(|n| side.introduces(n) && !side.is_courtesy(n));
    let bare = |side: &Side<'_>| side.words(side.range().filter(|&n| !side.introduces(n)));
    (introduced(one) != introduced(other) && bare(one) == bare(other)).then_some("how somebody is introduced")
}

/// Marks that change how a sentence looks and not what it says.
fn is_punctuation(mark: &str) -> bool {
    mark.chars().all(|c| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '-'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '/'
                | '*'
                | '_'
                | '·'
                | '•'
                | '|'
                | '¿'
                | '¡'
                | '（'
                | '）'
                | '「'
                | '」'
                | '；'
                | '：'
        )
    })
}

/// Words that make another place of the name behind them.
fn is_direction(key: &str) -> bool {
    matches!(
        key,
        "north"
            | "south"
            | "east"
            | "west"
            | "new"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "great"
            | "central"
    )
}
