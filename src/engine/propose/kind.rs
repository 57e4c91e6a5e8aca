//! Whether a name is an actor's, of what kind, how surely and by what. The first that applies:
//!
//! 1. places, days, works and events by their last word, and what mostly stands behind "in": no actors;
//! 2. what its words say: a legal form, "Ministry", "Times", "Holdings", a given name;
//! 3. what the words beside it call it: a title, an apposition, a list;
//! 4. a name that nothing is said of counts where it acts, or returns.

use super::{
    Proposal,
    collect::{Candidate, Collected},
    group, nouns,
    role::Called,
};
use crate::{
    gazetteer::{ActorKind, ActorNames},
    quotation::{
        Certainty,
        lexicon::{
            ADVERB, BODY, CONJUNCTION, DATE, DETERMINER, GIVEN_NAME, MODIFIER, NATIONAL, PLURAL, PREPOSITION, ROLE,
            TITLE, WORK,
        },
    },
};

/// A verdict: kind, certainty, reason.
type Verdict = (ActorKind, Certainty, &'static str);

/// The names that are actors', those seen most often first.
pub(super) fn judged(collected: Collected) -> Vec<Proposal> {
    let Collected { candidates, lower, .. } = collected;
    let is_word = |word: &String| lower.contains(&word.to_lowercase());
    let mut found: Vec<(usize, Proposal)> = Vec::new();
    for one in candidates {
        let Some((kind, certainty, reason)) = verdict(&one, &is_word) else { continue };
        let names = ActorNames { id: String::new(), name: one.name(), kind, aliases: aliases(&one, &is_word) };
        found.push((one.seen, Proposal { names, role: one.role, mentions: Vec::new(), certainty, reason }));
    }
    found.sort_by_key(|(seen, _)| std::cmp::Reverse(*seen));
    found.into_iter().map(|(_, proposal)| proposal).collect()
}

/// Other forms, each once; none that is also a word ("He", "Bank").
fn aliases(one: &Candidate, is_word: &impl Fn(&String) -> bool) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    for alias in &one.aliases {
        let small = is_word(alias) && alias.chars().count() < 4;
        if !small && *alias != one.name() && !aliases.contains(alias) {
            aliases.push(alias.clone());
        }
    }
    aliases
}

fn verdict(one: &Candidate, is_word: &impl Fn(&String) -> bool) -> Option<Verdict> {
    let last = one.words.last()?.to_lowercase();
    if one.called.contains(&Called::Administration) {
        return Some((ActorKind::Government, Certainty::Certain, "an administration by the name of its head"));
    }
    if group::is_place(one) || nouns::ends_place(&last) || nouns::ends_event(&last) && one.person == 0 {
        return None;
    }
    if let Some(kind) = by_last_word(one, &last, is_word) {
        return Some((kind, Certainty::Certain, "a word of its name says what it is"));
    }
    let called = most_called(one);
    if one.words.len() == 1 {
        return single(one, called, is_word);
    }
    let person = group::can_be_person(one);
    match called {
        Some(Called::Person) if person => {
            return Some((ActorKind::Person, Certainty::Certain, "a title or role beside the name"));
        }
        Some(Called::Person) | None => {}
        Some(Called::State) if one.person > 0 || one.first_class.is(GIVEN_NAME) => {}
        Some(called) => return Some((kind_of(called), Certainty::Certain, "the words beside the name say what it is")),
    }
    if person && one.person > 0 {
        return Some((
            ActorKind::Person,
            Certainty::Certain,
            "a title, an age or the surname alone stands for the name",
        ));
    }
    if person && one.first_class.is(GIVEN_NAME) {
        return Some((ActorKind::Person, Certainty::Likely, "a given name"));
    }
    let placed = one.placed * 2 > one.seen;
    let common = one.words.iter().all(is_word);
    if placed || common && one.acts == 0 || one.acts == 0 && one.seen < 2 {
        return None;
    }
    let plain = one.words.len() <= 3
        && one.article * 2 <= one.seen
        && !one.classes.is(BODY.or(NATIONAL).or(PLURAL))
        && !nouns::begins_place(&one.words[0].to_lowercase())
        && one.acts > 0;
    if person && plain && !is_word(one.words.last()?) {
        return Some((ActorKind::Person, Certainty::Likely, "it reads as a person's name and acts"));
    }
    (one.acts > 0).then_some((ActorKind::Organisation, Certainty::Likely, "a name that acts"))
}

/// A name of one word.
fn single(one: &Candidate, called: Option<Called>, is_word: &impl Fn(&String) -> bool) -> Option<Verdict> {
    let word = one.words.first()?;
    if one.first_class.is(TITLE.or(ROLE).or(BODY)) && !one.first_class.is(GIVEN_NAME) {
        return None;
    }
    if one.person > 0 && one.called.iter().all(|called| *called == Called::Person) {
        return Some((ActorKind::Person, Certainty::Likely, "a title or role beside the surname"));
    }
    if let Some(called) = called.filter(|called| *called != Called::Person) {
        return Some((kind_of(called), Certainty::Certain, "the words beside the name say what it is"));
    }
    let closed = DATE
        .or(DETERMINER)
        .or(PREPOSITION)
        .or(CONJUNCTION)
        .or(ADVERB)
        .or(TITLE)
        .or(ROLE)
        .or(NATIONAL)
        .or(MODIFIER)
        .or(WORK)
        .or(BODY);
    // "Nobody", "Rain": a capital that only ever opens sentences, unless there is one inside it too ("TernBank").
    let opens = one.inside == 0 && !word.chars().skip(1).any(char::is_uppercase);
    if one.first_class.is(closed) || opens || one.placed * 2 > one.seen {
        return None;
    }
    if one.told > 0 {
        return Some((ActorKind::Media, Certainty::Likely, "somebody told it something"));
    }
    let shouted = word.chars().all(|c| !c.is_lowercase());
    let returns = one.seen > 1 || shouted && one.article > 0;
    let enough = one.acts > 0 && (returns || !shouted && !is_word(word));
    let kind = match () {
        () if one.first_class.is(GIVEN_NAME) => ActorKind::Person,
        () if shouted && one.article > 0 => ActorKind::Organisation,
        () => ActorKind::Company,
    };
    enough.then_some((kind, Certainty::Likely, "a name that acts"))
}

/// What the words beside a name call it most often; the first of equals.
fn most_called(one: &Candidate) -> Option<Called> {
    let count = |called: Called| one.called.iter().filter(|other| **other == called).count();
    one.called.iter().copied().rev().max_by_key(|called| count(*called))
}

fn kind_of(called: Called) -> ActorKind {
    match called {
        Called::Person => ActorKind::Person,
        Called::Company => ActorKind::Company,
        Called::Media => ActorKind::Media,
        Called::Organisation => ActorKind::Organisation,
        Called::Body => ActorKind::Body,
        Called::Administration | Called::State => ActorKind::Government,
        Called::Either => ActorKind::Organisation,
    }
}

/// What the last word of a name says; of "Ministry of Harbors" the word before "of".
fn by_last_word(one: &Candidate, last: &str, is_word: &impl Fn(&String) -> bool) -> Option<ActorKind> {
    let head = one
        .words
        .iter()
        .position(|word| matches!(word.as_str(), "of" | "for" | "on"))
        .and_then(|of| one.words.get(of.checked_sub(1)?));
    let head = head.map(|word| word.to_lowercase());
    if one.words.len() == 1 {
        return nouns::kind_of_lone(last);
    }
    let first = one.words[0].to_lowercase();
    let kind = nouns::kind_by_last(head.as_deref().unwrap_or(last)).or_else(|| nouns::kind_by_first(&first))?;
    let named = one.words.len() > 2 || one.inside > 0 || !is_word(&one.words[0]);
    // "Ana Bank", "Leo Post": a given name and a noun may be a person where a title or age says so.
    let person = one.first_class.is(GIVEN_NAME) && one.person > 0 && head.is_none();
    (named && !person).then_some(kind)
}
