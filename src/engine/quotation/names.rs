//! Names: who is named in a document, by capitals and titles, and which fuller name a short one stands for.
//!
//! 1. [`run_at`] finds a stretch of capitals that reads as one name, titles in front;
//! 2. [`Names`] collects the runs of the whole document once, with what is known of each bearer;
//! 3. [`Names::fullest`] answers which of them "Ruiz", "Mrs. Montes" or "the WHO" means.

use super::{
    lexicon::{
        BODY, Class, DATE, FEMALE, FINITE, FRONT_TITLE, FUNCTION, GIVEN_NAME, HE, MALE, MODIFIER, NATIONAL, PARTICLE,
        PLACE, PLURAL, PORTFOLIO, RANK, ROLE, ROYAL, SAYING, SPEECH_NOUN, SUFFIX, TIME, TITLE, WORK,
    },
    words::{Kind, Token},
};
use crate::{
    gazetteer::{ActorKind, Gazetteer},
    mention::Mention,
    text::Span,
};
use std::collections::HashMap;

/// More capitals in a row than this, in words, are a headline and no name.
const LONGEST_RUN: usize = 9;

/// How many bearers of one word are remembered; a document with more namesakes is a list.
const NAMESAKES: usize = 8;

/// A stretch of capitals that reads as one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// First token, titles included.
    pub(crate) start: usize,
    /// First token of the name itself.
    pub(crate) core: usize,
    /// One past the last token.
    pub(crate) end: usize,
    /// Whether a title was taken off.
    pub(crate) titled: bool,
}

/// The run that starts at token `at`; `first` says whether that token opens a sentence.
pub(crate) fn run_at(text: &str, tokens: &[Token], at: usize, first: bool) -> Option<Run> {
    let token = tokens.get(at)?;
    // "Jan" is a month with a stop, a name without.
    let date = token.is(DATE) && !(token.span.of(text) == "Jan" && joins(tokens, at + 1));
    if token.kind != Kind::Word || !token.capital || date || token.is(RANK) {
        return None;
    }
    let next_joins = joins(tokens, at + 1);
    // "He Lifeng" is a person, "He" is not.
    let surname_he = token.is(HE) && next_joins && tokens[at + 1].class == Class::default();
    let under_secretary =
        token.span.of(text) == "Under" && tokens.get(at + 1).is_some_and(|t| t.capital && t.is(TITLE));
    if token.is(FUNCTION) && !surname_he && !under_secretary {
        return None;
    }
    let common = token.is(FINITE.or(SAYING).or(ROLE).or(BODY).or(MODIFIER).or(WORK).or(SPEECH_NOUN).or(PLURAL))
        && !token.is(GIVEN_NAME);
    if first && common && !next_joins && !token.is(TITLE) {
        return None;
    }
    let mut end = at + 1;
    while let Some(next) = tokens.get(end) {
        let last = &tokens[end - 1];
        // "Queen's University", "the Beekeepers' Association" go on; "Acme's Ana Ruiz" does not.
        let owner = last.possessive && !(next.is(BODY) && joins(tokens, end) && !next.is(ROLE));
        if owner || end - at > LONGEST_RUN {
            break;
        }
        let step = match next.kind {
            Kind::Word if joins(tokens, end) => 1,
            Kind::Word if next.is(PARTICLE) && !next.capital => particles(tokens, end),
            Kind::Word => of_phrase(text, tokens, at, end),
            // A nickname or "(Retd)" between two capitals.
            Kind::Quote(_) if joins(tokens, end + 1) && next.span.len() <= 30 && !last.is(ROLE.or(BODY)) => 2,
            Kind::Open if tokens.get(end + 2).is_some_and(|t| t.kind == Kind::Close) && joins(tokens, end + 3) => 4,
            Kind::Comma if tokens.get(end + 1).is_some_and(|t| t.capital && t.is(SUFFIX)) => 2,
            Kind::Other if next.span.of(text) == "&" && joins(tokens, end + 1) => 2,
            _ => 0,
        };
        if step == 0 {
            break;
        }
        end += step;
    }
    if end - at > LONGEST_RUN {
        return None;
    }
    let core = core(text, tokens, at, end, first);
    Some(Run {
        start: at,
        core,
        end,
        titled: core > at && tokens[at..core].iter().any(|t| t.is(TITLE.or(FRONT_TITLE))),
    })
}

/// Whether the token at `at` can go on a run of capitals.
fn joins(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        // "Theresa May" is a name, "Ruiz Tuesday" is not.
        let month = t.is(DATE) && !tokens[at - 1].is(GIVEN_NAME);
        let function = t.is(FUNCTION) && !t.is(TIME.or(MODIFIER).or(TITLE).or(BODY));
        t.kind == Kind::Word && t.capital && !month && !function
    })
}

/// How many small words of a name start at `at`, with the capital that must follow.
fn particles(tokens: &[Token], at: usize) -> usize {
    let small = tokens[at..].iter().take(3).take_while(|t| t.is(PARTICLE) && !t.capital).count();
    if joins(tokens, at + small) { small + 1 } else { 0 }
}

/// "of Commerce" after "Ministry", "of State" after "Secretary", "on China" after "Committee".
fn of_phrase(text: &str, tokens: &[Token], start: usize, at: usize) -> usize {
    if !matches!(tokens[at].span.of(text), "of" | "for" | "on") {
        return 0;
    }
    let the = usize::from(tokens.get(at + 1).is_some_and(|t| t.span.of(text) == "the"));
    let next = at + 1 + the;
    let last = &tokens[at - 1];
    let portfolio = last.is(TITLE) && tokens.get(next).is_some_and(|t| t.is(PORTFOLIO));
    let body = last.is(BODY) && (at - start > 1 || last.capital);
    if joins(tokens, next) && (body || portfolio) { 2 + the } else { 0 }
}

/// Where the name itself starts, after titles, portfolios and adjectives of nation.
fn core(text: &str, tokens: &[Token], start: usize, end: usize, first: bool) -> usize {
    let suffix = tokens[start..end].iter().rev().take_while(|t| t.is(SUFFIX) || t.kind == Kind::Comma).count();
    let last = end - suffix;
    let mut core = start;
    // "Campaigner Ana Ruiz said": a plain noun with the capital of its sentence.
    if first && start + 2 < last && is_occupation(text, &tokens[start], &tokens[start + 1]) {
        core = start + 1;
    }
    for at in start..last.saturating_sub(1) {
        let front = at == core && tokens[at].is(FRONT_TITLE);
        if front || tokens[at].is(TITLE) && !tokens[at].is(FRONT_TITLE) {
            core = at + 1;
            if tokens[core].kind == Kind::Open {
                core += 3;
            }
            core = behind_portfolio(tokens, core, last);
        }
    }
    let core = core.min(last.saturating_sub(1)).max(start);
    // "Pope Francis" keeps the title, "Prince William Holm" does not.
    if core > start && core + 1 == last && tokens[core - 1].is(ROYAL) { core - 1 } else { core }
}

/// Whether a capitalized word is rather what somebody does: by the lists, or by its ending.
fn is_occupation(text: &str, token: &Token, next: &Token) -> bool {
    let word = token.span.of(text);
    let ending = ["er", "or", "ist", "ian", "man", "woman", "ant", "ent", "ee"]
        .iter()
        .any(|e| word.len() > e.len() + 3 && word.ends_with(e));
    let followed = next.is(GIVEN_NAME.or(ROLE).or(TITLE)) || word.len() > 7;
    !token.is(GIVEN_NAME.or(BODY)) && (token.is(ROLE) || token.class == Class::default() && ending && followed)
}

/// Where a name goes on behind "of State" or "of the Interior".
fn behind_portfolio(tokens: &[Token], core: usize, last: usize) -> usize {
    if tokens[core].capital {
        return core;
    }
    let small = tokens[core..last].iter().take(2).take_while(|t| !t.capital).count();
    let office = tokens[core + small..last].iter().take_while(|t| t.is(PORTFOLIO)).count();
    let end = core + small + office;
    if office > 0 && end < last { end } else { core }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Body,
    Place,
    Unclear,
}

/// One name of the document.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its words as printed, titles off.
    pub(super) words: Vec<String>,
    pub(super) sort: Sort,
    /// `MALE`, `FEMALE`, or neither where nothing says so.
    pub(super) gender: Class,
    /// The story's actor it stands for.
    pub(super) actor: Option<usize>,
    /// Whether it was seen elsewhere than at the start of a sentence.
    pub(super) inside: bool,
    /// Position of the latest run that stood for it, in tokens of the walk; 0 before the first.
    pub(super) seen: usize,
}

/// All names of a document.
#[derive(Debug, Default)]
pub(super) struct Names {
    list: Vec<Name>,
    by_text: HashMap<String, usize>,
    by_word: HashMap<String, Vec<usize>>,
    acronyms: HashMap<String, usize>,
    aliases: HashMap<String, usize>,
    kinds: Vec<ActorKind>,
}

impl Names {
    /// No names yet; `gazetteer` tells those of the story's actors.
    pub(super) fn new(gazetteer: &Gazetteer) -> Names {
        let mut names = Names { kinds: gazetteer.actors().iter().map(|a| a.kind).collect(), ..Names::default() };
        for (index, actor) in gazetteer.actors().iter().enumerate() {
            for alias in actor.aliases.iter().chain([&actor.name]) {
                names.aliases.insert(alias.to_lowercase(), index);
            }
        }
        names
    }

    /// The name at `index`.
    pub(super) fn get(&self, index: usize) -> &Name {
        &self.list[index]
    }

    /// Remembers that a run standing for `index` was read at `position`.
    pub(super) fn see(&mut self, index: usize, position: usize) {
        self.list[index].seen = position;
    }

    /// Whether a capital that opens a sentence is a name: the document has it elsewhere too.
    pub(super) fn knows(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.by_word.contains_key(&word)
            || self.by_text.get(&word).is_some_and(|&i| self.list[i].inside || self.list[i].actor.is_some())
    }

    /// Takes in the names of a paragraph. `mentions` are those of the paragraph.
    pub(super) fn collect(&mut self, text: &str, tokens: &[Token], sentences: &[(usize, usize)], mentions: &[Mention]) {
        let mut mentions = mentions.iter().peekable();
        for &(start, end) in sentences {
            let mut at = start;
            while at < end {
                let Some(run) = run_at(text, &tokens[..end], at, at == start) else {
                    at += 1;
                    continue;
                };
                let span = core_span(tokens, run);
                while mentions.next_if(|m| m.span.end < span.end).is_some() {}
                let mentioned = mentions
                    .peek()
                    .filter(|m| m.span.end == span.end && m.span.start <= span.start + 1)
                    .map(|m| m.actor);
                self.add(text, tokens, run, mentioned, at == start);
                at = run.end;
            }
        }
    }

    fn add(&mut self, text: &str, tokens: &[Token], run: Run, mentioned: Option<usize>, first: bool) {
        let words = words(text, tokens, run);
        let key = words.join(" ").to_lowercase();
        let actor = mentioned.or_else(|| self.aliases.get(&key).copied());
        let titles = tokens[run.start..run.core].iter().fold(Class::default(), |c, t| c.or(t.class));
        let index = match self.by_text.get(&key) {
            Some(&index) => index,
            None => {
                let index = self.list.len();
                if words.len() > 1 {
                    for word in &words {
                        let bearers = self.by_word.entry(word.to_lowercase()).or_default();
                        if bearers.len() < NAMESAKES && bearers.last() != Some(&index) {
                            bearers.push(index);
                        }
                    }
                }
                let sort = self.sort(tokens, run, actor);
                self.by_text.insert(key, index);
                self.list.push(Name { words, sort, gender: Class::default(), actor, inside: false, seen: 0 });
                index
            }
        };
        let given = tokens[run.core].class;
        let name = &mut self.list[index];
        name.inside |= !first;
        name.actor = name.actor.or(actor);
        if run.titled && name.sort == Sort::Unclear {
            name.sort = Sort::Person;
        }
        // "Ruiz, 43,", "Ruiz, who"
        let behind = |n: usize| tokens.get(run.end + n);
        let aged = behind(1).is_some_and(|t| t.kind == Kind::Number && t.span.len() <= 2 || t.span.of(text) == "who");
        if name.sort == Sort::Unclear && behind(0).is_some_and(|t| t.kind == Kind::Comma) && aged {
            name.sort = Sort::Person;
        }
        // "the Courier" is no person, "the Hale family" may be one.
        let article = run.start.checked_sub(1).is_some_and(|at| tokens[at].span.of(text).eq_ignore_ascii_case("the"));
        let alone = tokens.get(run.end).is_none_or(|t| t.kind != Kind::Word || t.is(FUNCTION.or(FINITE)));
        if article && alone && name.sort == Sort::Unclear {
            name.sort = Sort::Body;
        }
        let titled = titles.is(MALE) != titles.is(FEMALE);
        let gender = if titled { titles } else { given };
        if (titled || (name.words.len() > 1 && given.is(GIVEN_NAME) && name.gender == Class::default()))
            && gender.is(MALE) != gender.is(FEMALE)
        {
            name.gender = if gender.is(MALE) { MALE } else { FEMALE };
        }
        // "World Health Organization (WHO)"
        if let [open, short, close] = &tokens[run.end..(run.end + 3).min(tokens.len())]
            && open.kind == Kind::Open
            && close.kind == Kind::Close
            && self.list[index].words.len() > 1
        {
            let short = short.span.of(text);
            if short.len() > 1 && short.chars().all(|c| c.is_uppercase() || c == '.') {
                self.acronyms.insert(short.to_lowercase(), index);
                self.list[index].sort = Sort::Body;
            }
        }
    }

    /// What a run stands for, by its words alone.
    fn sort(&self, tokens: &[Token], run: Run, actor: Option<usize>) -> Sort {
        if let Some(kind) = actor.and_then(|a| self.kinds.get(a)) {
            return if *kind == ActorKind::Person { Sort::Person } else { Sort::Body };
        }
        let core = &tokens[run.core..run.end];
        let last = &core[core.len() - 1];
        if core[0].is(GIVEN_NAME) && core.len() > 1 && !last.is(BODY) || run.titled {
            Sort::Person
        } else if core.iter().any(|t| t.is(BODY) || t.is(NATIONAL) && core.len() > 1) {
            Sort::Body
        } else if core.iter().all(|t| t.is(PLACE)) {
            Sort::Place
        } else {
            Sort::Unclear
        }
    }

    /// The name a run stands for: the fullest of the document that fits, else its own.
    pub(super) fn fullest(&self, text: &str, tokens: &[Token], run: Run) -> Option<usize> {
        let words = words(text, tokens, run);
        let key = words.join(" ").to_lowercase();
        let own = self.by_text.get(&key).copied();
        if let Some(&full) = self.acronyms.get(&key) {
            return Some(full);
        }
        let titles = tokens[run.start..run.core].iter().fold(Class::default(), |c, t| c.or(t.class));
        let last = words.last()?.to_lowercase();
        let single = words.len() == 1;
        if single && !run.titled && tokens[run.core].is(PLACE.or(NATIONAL)) {
            return own;
        }
        let bearers = self.by_word.get(&last).map_or(&[][..], Vec::as_slice);
        let fits = |&&index: &&usize| {
            let name = &self.list[index];
            let clash = (titles.is(MALE) && !titles.is(FEMALE) && name.gender == FEMALE)
                || (titles.is(FEMALE) && !titles.is(MALE) && name.gender == MALE);
            !clash && name.words.len() > words.len() && self.stands_for(name, &words)
        };
        let full = bearers.iter().filter(fits).max_by_key(|&&index| {
            let name = &self.list[index];
            let by_last = name.words.iter().rev().find(|w| !is_suffix(w)).is_some_and(|w| w.to_lowercase() == last);
            (by_last, name.seen, name.words.len(), std::cmp::Reverse(index))
        });
        full.copied().or(own)
    }

    /// Whether the words can be short for a longer name.
    fn stands_for(&self, name: &Name, words: &[String]) -> bool {
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        if let [word] = words {
            let first = name.words.first().is_some_and(|w| same(w, word));
            return match name.sort {
                Sort::Body | Sort::Place => !first && name.words.last().is_some_and(|w| same(w, word)),
                _ => true,
            };
        }
        // Every word in the same order, the first or the last the same: "Orville Dahl" in "Orville P. Dahl".
        let mut rest = name.words.iter();
        let in_order = words.iter().all(|word| rest.any(|w| same(w, word)));
        let people = !matches!(name.sort, Sort::Body | Sort::Place);
        in_order
            && (people
                || name.words.last().zip(words.last()).is_some_and(|(a, b)| same(a, b))
                    && name.words.first().zip(words.first()).is_some_and(|(a, b)| same(a, b)))
    }
}

fn is_suffix(word: &str) -> bool {
    super::lexicon::classes(word).is(SUFFIX)
}

/// The words of a run's name, without nicknames, brackets and commas.
pub(crate) fn words(text: &str, tokens: &[Token], run: Run) -> Vec<String> {
    let core = &tokens[run.core..run.end];
    let last = core.len() - 1;
    let word = |(at, token): (usize, &Token)| {
        let owner = token.possessive && at < last && !token.span.of(text).ends_with('s');
        format!("{}{}", token.span.of(text), if owner { "'s" } else { "" })
    };
    core.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word).map(word).collect()
}

/// The name alone, in bytes of the text.
pub(crate) fn core_span(tokens: &[Token], run: Run) -> Span {
    Span::new(tokens[run.core].span.start, tokens[run.end - 1].span.end)
}

/// Lower-case words joined by hyphens, as ids are written.
pub(crate) fn kebab(words: &str) -> String {
    let mut id = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase());
        } else if !matches!(c, '.' | '\'' | '’') && !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    while id.ends_with('-') {
        id.pop();
    }
    id
}

/// The id of a government by its country's or capital's usual name.
pub(super) fn government(name: &str) -> Option<&'static str> {
    const GOVERNMENTS: &[(&str, &str)] = &[
        ("washington", "united-states"),
        ("united states", "united-states"),
        ("us", "united-states"),
        ("u.s.", "united-states"),
        ("america", "united-states"),
        ("beijing", "china"),
        ("moscow", "russia"),
        ("kremlin", "kremlin"),
        ("tokyo", "japan"),
        ("berlin", "germany"),
        ("london", "united-kingdom"),
        ("britain", "united-kingdom"),
        ("uk", "united-kingdom"),
        ("u.k.", "united-kingdom"),
        ("paris", "france"),
        ("new delhi", "india"),
        ("delhi", "india"),
        ("kyiv", "ukraine"),
        ("kiev", "ukraine"),
        ("tehran", "iran"),
        ("baghdad", "iraq"),
        ("jerusalem", "israel"),
        ("seoul", "south-korea"),
        ("pyongyang", "north-korea"),
        ("ankara", "turkey"),
        ("ottawa", "canada"),
        ("canberra", "australia"),
        ("islamabad", "pakistan"),
        ("riyadh", "saudi-arabia"),
        ("havana", "cuba"),
        ("hanoi", "vietnam"),
        ("madrid", "spain"),
        ("rome", "italy"),
        ("warsaw", "poland"),
        ("taipei", "taiwan"),
        ("eu", "european-union"),
    ];
    let name = name.to_lowercase();
    GOVERNMENTS.iter().find(|(printed, _)| *printed == name).map(|(_, id)| *id)
}
