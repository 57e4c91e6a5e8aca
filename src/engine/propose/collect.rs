//! Names as they stand in paragraphs, and what stands around them, added up for each name.
//!
//! 1. paragraphs that are all capitals, or capitalize every word, are passed over: nothing can be told from them;
//! 2. [`names::run_at`] finds runs of capitals; what stands before a title in them is a name of its own;
//! 3. each run votes by what stands [`super::around`] it, and by what the words beside it call it ([`role`]).

use std::collections::{HashMap, HashSet};

use super::{
    around::Around,
    countries::is_country,
    role::{self, Called},
    runs,
};
use crate::{
    block::Document,
    quotation::{
        lexicon::{
            BODY, Class, DETERMINER, GIVEN_NAME, MODIFIER, NATIONAL, PLACE, PORTFOLIO, PREPOSITION, RANK, ROLE, TITLE,
        },
        names::{self, Run},
        words::{self, Kind, Token},
    },
    text::Span,
};

/// Words in a paragraph below which its capitals tell nothing about its style.
const FEW_WORDS: usize = 4;

/// Part of a paragraph's longer words (percent) that are capitalized in a headline; names alone rarely make more than half.
const HEADLINE: usize = 70;

/// One name, and what all its places say.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidate {
    /// Its words as printed, titles off.
    pub(super) words: Vec<String>,
    /// Classes of the first word, and of all of them.
    pub(super) first_class: Class,
    pub(super) classes: Class,
    pub(super) last_class: Class,
    /// How often it stands anywhere, and elsewhere than at the start of a sentence.
    pub(super) seen: usize,
    pub(super) inside: usize,
    /// How often a title or a personal role stands beside it, or an age, or "who".
    pub(super) person: usize,
    /// How often it is the subject of a verb, has something, or is spoken to.
    pub(super) acts: usize,
    /// How often a preposition of place stands before it.
    pub(super) placed: usize,
    /// How often "the" stands before it.
    pub(super) article: usize,
    /// How often somebody "told" it something.
    pub(super) told: usize,
    /// What the words beside it call it.
    pub(super) called: Vec<Called>,
    /// The first role that was read of it.
    pub(super) role: Option<super::Role>,
    /// Short forms in brackets behind it, and other printed forms.
    pub(super) aliases: Vec<String>,
    /// The documents that have it, in order.
    pub(super) documents: Vec<usize>,
}

impl Candidate {
    /// Its words with a space between.
    pub(super) fn name(&self) -> String {
        self.words.join(" ")
    }

    /// Adds what another name says; its words are then another form of this one.
    pub(super) fn absorb(&mut self, other: Candidate, as_alias: bool) {
        if as_alias {
            self.aliases.push(other.name());
        }
        let room = ALIASES.saturating_sub(self.aliases.len());
        self.aliases.extend(other.aliases.into_iter().take(room));
        self.seen += other.seen;
        self.inside += other.inside;
        self.person += other.person;
        self.acts += other.acts;
        self.placed += other.placed;
        self.article += other.article;
        self.told += other.told;
        self.called.extend(other.called);
        self.role = self.role.take().or(other.role);
        self.documents.extend(other.documents);
        self.documents.sort_unstable();
        self.documents.dedup();
    }
}

/// What was collected.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// In order of first appearance.
    pub(super) candidates: Vec<Candidate>,
    /// Index by lower-case words.
    pub(super) index: HashMap<String, usize>,
    /// Words that stand in lower case.
    pub(super) lower: HashSet<String>,
}

/// How many different names are looked at; texts with more are lists.
const MOST_NAMES: usize = 20_000;

/// How many other forms of a name are remembered.
const ALIASES: usize = 24;

/// How many times what a name is called is remembered.
const CALLED: usize = 24;

/// Collects the names of all documents.
pub(super) fn collect(documents: &[Document<'_>]) -> Collected {
    let mut collected = Collected::default();
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    for (number, document) in documents.iter().enumerate() {
        for (_, block) in document.paragraphs() {
            words::tokens(document.text, block.span, &[], &mut tokens);
            words::sentences(document.text, &tokens, &[], &mut sentences);
            let mut place = Place { text: document.text, document: number, tokens: &tokens, from: 0 };
            for token in tokens.iter().filter(|token| token.kind == Kind::Word && !token.capital) {
                let word = token.span.of(document.text);
                if !collected.lower.contains(word) {
                    collected.lower.insert(word.to_owned());
                }
            }
            if is_headline(&place) {
                continue;
            }
            for &(start, end) in &sentences {
                place.from = start;
                sentence(&mut collected, &place, end);
            }
        }
    }
    collected
}

/// A paragraph's tokens, and where the sentence that is read starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) document: usize,
    pub(super) tokens: &'a [Token],
    pub(super) from: usize,
}

impl<'a> Place<'a> {
    /// A token; `None` outside the paragraph.
    pub(super) fn at(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The token so many before another, within the sentence.
    pub(super) fn before(&self, at: usize, by: usize) -> Option<&'a Token> {
        at.checked_sub(by).filter(|&at| at >= self.from).and_then(|at| self.tokens.get(at))
    }

    /// A token's word.
    pub(super) fn word(&self, token: &Token) -> &'a str {
        token.span.of(self.text)
    }

    /// Whether a word opens a sentence or the words behind an opening mark.
    fn opens(&self, at: usize) -> bool {
        self.before(at, 1).is_none_or(|before| matches!(before.kind, Kind::Other | Kind::Colon | Kind::Stop))
    }
}

/// Whether a paragraph is written like a headline.
fn is_headline(place: &Place<'_>) -> bool {
    let words = place.tokens.iter().filter(|token| token.kind == Kind::Word && token.span.len() > 3);
    let (mut all, mut capitals, mut shouted) = (0, 0, 0);
    for token in words {
        let word = place.word(token);
        all += 1;
        capitals += usize::from(token.capital);
        shouted += usize::from(!word.chars().any(char::is_lowercase));
    }
    let is_sentence = place.tokens.last().is_some_and(|token| matches!(token.kind, Kind::Stop | Kind::Other));
    all >= FEW_WORDS && (!is_sentence && capitals * 100 >= all * HEADLINE || shouted * 100 >= all * HEADLINE)
}

fn sentence(collected: &mut Collected, place: &Place<'_>, end: usize) {
    let mut at = place.from;
    // The list that the last name belonged to: "X, Y and Z".
    let mut list = List::default();
    while at < end {
        let Some(run) = names::run_at(place.text, &place.tokens[..end], at, place.opens(at)) else {
            at += 1;
            continue;
        };
        before_title(collected, place, run);
        let listed = list.called_at(place, run.start).or_else(|| role::listed(place, run.start, run.end));
        read(collected, place, runs::mended(place, run), listed);
        list = List { end: run.end, called: listed };
        at = run.end;
    }
}

/// What the names of a list share: a word such as "companies" before the first.
#[derive(Clone, Debug, Default)]
struct List {
    end: usize,
    called: Option<Called>,
}

impl List {
    /// What the list calls a name that starts at `at`, if it goes on there.
    fn called_at(&self, place: &Place<'_>, at: usize) -> Option<Called> {
        let joins = (self.end..at)
            .all(|n| place.at(n).is_some_and(|t| t.kind == Kind::Comma || matches!(place.word(t), "and" | "or" | "&")));
        self.called.filter(|_| joins && self.end < at)
    }
}

/// "Tern CEO Ana Ruiz": the company in front of the title.
fn before_title(collected: &mut Collected, place: &Place<'_>, run: Run) {
    let title =
        (run.start..run.core).find(|&at| place.tokens[at].is(TITLE.or(ROLE)) && !place.tokens[at].is(GIVEN_NAME));
    let Some(title) = title.filter(|&title| title > run.start) else { return };
    let start = (run.start..title).find(|&at| !place.tokens[at].is(RANK)).unwrap_or(title);
    let plain = MODIFIER.or(NATIONAL).or(PLACE).or(PORTFOLIO).or(RANK).or(TITLE);
    if start < title && place.tokens[start..title].iter().any(|token| !token.is(plain)) {
        let front = Run { start, core: start, end: title, titled: false };
        let chief = matches!(place.word(&place.tokens[title]).to_lowercase().as_str(), "ceo" | "cfo" | "coo" | "cto");
        read(collected, place, front, chief.then_some(Called::Company));
    }
}

/// Takes in one run, which a list may call something.
fn read(collected: &mut Collected, place: &Place<'_>, run: Run, listed: Option<Called>) {
    let words = names::words(place.text, place.tokens, run);
    let core = &place.tokens[run.core..run.end];
    let name = words.join(" ");
    if words.is_empty() || is_no_name(&words, core) {
        return;
    }
    // "Hale administration": not the person.
    let last = core[core.len() - 1];
    let governs = place.at(run.end).is_some_and(|next| !last.possessive && place.word(next) == "administration");
    if governs {
        if !is_country(&name) && core.iter().all(|token| !token.is(BODY.or(NATIONAL))) {
            let words = [words, vec!["administration".to_owned()]].concat();
            if let Some(one) = candidate(collected, place, words, core) {
                one.seen += 1;
                one.inside += 1;
                one.called.push(Called::Administration);
            }
        }
        return;
    }
    if is_country(&name) {
        return;
    }
    let around = Around { place, run };
    let described = role::described(place, run);
    let of_company = around.is_of_company();
    let of_state = around.is_of_state();
    let bracketed = around.acronym(&words);
    let Some(one) = candidate(collected, place, words, core) else { return };
    one.seen += 1;
    one.inside += usize::from(!place.opens(run.start));
    one.acts += usize::from(around.acts() || of_company);
    one.placed += usize::from(around.is_placed());
    one.article += usize::from(around.has_article());
    one.told += usize::from(around.is_told());
    one.person += usize::from(run.titled || around.is_aged());
    let called = described.as_ref().map(|found| found.called).or(listed);
    let around = [of_company.then_some(Called::Company), of_state.then_some(Called::State)].into_iter().flatten();
    let all = called.into_iter().chain(around);
    let room = CALLED.saturating_sub(one.called.len());
    one.called.extend(all.filter(|called| *called != Called::Either).take(room));
    if let Some(short) = bracketed.filter(|short| one.aliases.len() < ALIASES && !one.aliases.contains(short)) {
        one.aliases.push(short);
    }
    if let Some(found) = described {
        one.person += usize::from(found.called == Called::Person);
        one.role.get_or_insert(found.role);
    }
}

/// Whether capitals stand for no name: dates, numbers, products by their digits, lone small words.
fn is_no_name(words: &[String], core: &[Token]) -> bool {
    let [only] = words else { return words.iter().all(|word| word.len() < 2) };
    let letters = only.chars().filter(|c| c.is_alphabetic()).count();
    letters < 2
        || is_contraction(only)
        || only.contains(|c: char| c.is_ascii_digit())
        || core[0].is(DETERMINER.or(PREPOSITION).or(NATIONAL).or(RANK))
        || only.split(['-', '–', '/']).any(|part| part.len() < only.len() && is_country(part))
}

/// "We'd", "That'll", "Don't".
fn is_contraction(word: &str) -> bool {
    let endings = ["d", "ll", "ve", "re", "m", "t"];
    word.split_once(['\'', '’']).is_some_and(|(_, rest)| endings.contains(&rest))
}

/// The candidate with these words; `None` where there are too many already.
fn candidate<'c>(
    collected: &'c mut Collected,
    place: &Place<'_>,
    words: Vec<String>,
    core: &[Token],
) -> Option<&'c mut Candidate> {
    let key = words.join(" ").to_lowercase();
    let index = match collected.index.get(&key) {
        Some(&index) => index,
        None if collected.candidates.len() >= MOST_NAMES => return None,
        None => {
            let index = collected.candidates.len();
            collected.index.insert(key, index);
            let class = |token: Option<&Token>| token.map_or(Class::default(), |token| token.class);
            collected.candidates.push(Candidate {
                first_class: class(core.first()),
                last_class: class(core.last()),
                classes: core.iter().fold(Class::default(), |all, token| all.or(token.class)),
                words: words.clone(),
                ..Candidate::default()
            });
            index
        }
    };
    let one = &mut collected.candidates[index];
    if one.documents.last() != Some(&place.document) {
        one.documents.push(place.document);
    }
    let shouts = |word: &String| word.len() > 3 && !word.chars().any(char::is_lowercase);
    if one.words.len() > 1 && one.words.iter().all(shouts) && !words.iter().all(shouts) {
        one.words = words;
    }
    Some(one)
}

/// The span of a run's name.
pub(super) fn span(place: &Place<'_>, from: usize, to: usize) -> Span {
    Span::new(place.tokens[from].span.start, place.tokens[to - 1].span.end)
}
