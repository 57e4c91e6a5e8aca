//! Names of people and organisations: whether a name is a mention where it stands, and whose surname it is.

use super::{
    grammar::{self, Role},
    token::{self, Case},
    view::View,
};
use crate::{
    block::Document,
    gazetteer::{ActorKind, Claim, Form, Gazetteer},
};

/// What was read so far: who was named in full, and when; which names also stand as words.
#[derive(Debug)]
pub(super) struct Memory {
    now: usize,
    /// For each actor, when its full name was read last; 0 where it was not.
    full: Vec<usize>,
    /// Surnames (hashes) of people who are no actors, and when they were named last.
    strangers: Vec<(u64, usize)>,
    /// Which names that could be words stand as words in this text.
    words: Vec<bool>,
}

impl Memory {
    pub(super) fn new(document: &Document<'_>, gazetteer: &Gazetteer) -> Self {
        let mut words = vec![false; gazetteer.word_names()];
        let mut tokens = Vec::new();
        for (_, paragraph) in document.paragraphs() {
            token::tokens(paragraph.span.of(document.text), 0, &mut tokens);
            for token in tokens.iter().filter(|t| t.case == Case::Lower) {
                if let Some(n) = gazetteer.word_name(token.hash) {
                    words[n] = true;
                }
            }
        }
        Memory { now: 0, full: vec![0; gazetteer.actors().len()], strangers: Vec::new(), words }
    }

    /// Another name was read.
    pub(super) fn step(&mut self) {
        self.now += 1;
    }

    /// Whether an actor's full name was read.
    pub(super) fn knows(&self, actor: usize) -> bool {
        self.full[actor] > 0
    }

    /// Whether this name of one word stands as a word in the text.
    fn is_word(&self, form: &Form) -> bool {
        form.word.is_some_and(|n| self.words[n])
    }

    fn met_stranger(&mut self, surname: u64) {
        match self.strangers.iter_mut().find(|s| s.0 == surname) {
            Some(stranger) => stranger.1 = self.now,
            None => self.strangers.push((surname, self.now)),
        }
    }

    fn stranger(&self, surname: u64) -> usize {
        self.strangers.iter().find(|s| s.0 == surname).map_or(0, |s| s.1)
    }
}

/// Whose name the words `i..j` are, if they are a mention of a person.
pub(super) fn person(view: &View<'_>, memory: &mut Memory, form: &Form, i: usize, j: usize) -> Option<usize> {
    let next = view.tokens.get(j);
    let next_word = next.map_or("", |t| t.of(view.text));
    let surname = view.tokens[j - 1].hash;
    let hyphened = view.tokens[i].gap.is_hyphen() || next.is_some_and(|t| t.gap.is_hyphen());
    let descendant = next.is_some_and(|t| t.gap.is_space() || t.gap.is_comma())
        && matches!(next_word, "Jr" | "Sr" | "II" | "III" | "IV");
    if descendant {
        memory.met_stranger(surname);
        return None;
    }
    let possessive = view.tokens[j - 1].possessive;
    let administration = !possessive && next.is_some_and(|t| t.gap.is_space()) && grammar::is_administration(next_word);
    if hyphened || administration {
        return None;
    }
    if form.words.len() > 1 {
        let &(actor, _) = form.claims.first()?;
        memory.full[actor] = memory.now;
        return Some(actor);
    }
    if view.first_name_before(i) {
        memory.met_stranger(surname);
        return None;
    }
    // "Berg Foundation": a longer name; "Berg Tuesday" and "Berg CEO" are none.
    if !possessive
        && view.name_behind(j)
        && next.is_some_and(|t| t.case != Case::Upper)
        && !grammar::is_title(next_word)
    {
        return None;
    }
    let titled = view.title_before(i);
    let actor = bearer(memory, form, surname, titled)?;
    let known = memory.full[actor] > 0;
    (titled || reads_as_name(view, memory, form, i, j, known)).then_some(actor)
}

/// Of the people who bear a surname, the one it stands for now.
fn bearer(memory: &Memory, form: &Form, surname: u64, titled: bool) -> Option<usize> {
    let latest = form.claims.iter().copied().max_by_key(|&(actor, _)| memory.full[actor])?;
    let read = memory.full[latest.0];
    if memory.stranger(surname) > read {
        return None;
    }
    if read > 0 {
        return Some(latest.0);
    }
    let mut declared = form.claims.iter().filter(|c| c.1 == Claim::Declared);
    match (declared.next(), declared.next()) {
        (Some(one), None) => Some(one.0),
        (None, None) if titled && form.claims.len() == 1 => Some(latest.0),
        _ => None,
    }
}

/// Whether a one-word name that may be a word is a name here.
fn reads_as_name(view: &View<'_>, memory: &Memory, form: &Form, i: usize, j: usize, known: bool) -> bool {
    let token = &view.tokens[i];
    let word = &*view.word(i);
    let pronoun = matches!(
        word,
        "he" | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "his"
            | "her"
            | "my"
            | "me"
            | "us"
            | "so"
            | "no"
            | "do"
            | "an"
            | "a"
            | "in"
            | "on"
            | "to"
    );
    let opens = token.first || !token.gap.is_space();
    if pronoun {
        return known && !opens && !view.tokens[j - 1].possessive;
    }
    if grammar::is_month(word) {
        let before = view.word(i.wrapping_sub(1));
        let dated = view.tokens.get(j).is_some_and(|t| t.case == Case::Number && t.gap.joins());
        return known
            && !dated
            && !matches!(
                &*before,
                "in" | "last"
                    | "next"
                    | "this"
                    | "since"
                    | "by"
                    | "until"
                    | "early"
                    | "late"
                    | "mid"
                    | "of"
                    | "through"
                    | "from"
                    | "to"
            );
    }
    let is_word = grammar::is_function_word(word) || memory.is_word(form);
    !(is_word && opens) || view.tokens[j - 1].possessive || acts(view, j)
}

/// Whether what follows makes the name a subject or ends its clause.
fn acts(view: &View<'_>, j: usize) -> bool {
    let Some(next) = view.tokens.get(j).filter(|t| t.gap.is_space()) else { return true };
    let after = view.tokens.get(j + 1).map_or("", |t| t.of(view.text));
    matches!(grammar::role(&view.word(j), after), Role::Verb) || next.is_capital()
}

/// Whether the words `i..j` are a mention of a company, a body, a medium or another organisation.
pub(super) fn organisation(view: &View<'_>, memory: &Memory, form: &Form, kind: ActorKind, i: usize, j: usize) -> bool {
    let next = view.tokens.get(j);
    let next_word = next.map_or("", |t| t.of(view.text));
    let possessive = view.tokens[j - 1].possessive;
    let hyphen_behind = next.is_some_and(|t| t.gap.is_hyphen() && !possessive);
    if view.tokens[i].gap.is_hyphen() || hyphen_behind && next.is_some_and(|t| t.case != Case::Lower) {
        return false;
    }
    if kind == ActorKind::Company && is_product(view, i, j) {
        return false;
    }
    if form.words.len() > 1 {
        return true;
    }
    let behind = !possessive && view.name_behind(j);
    let behind_that = view.word(j + 1);
    if behind && (grammar::is_institution(next_word) || kind == ActorKind::Body) {
        return false;
    }
    // "Rand Paul said": a first name
    let person = behind
        && next.is_some_and(|t| t.case == Case::Capital)
        && grammar::is_speech(&behind_that)
        && !grammar::is_title(next_word);
    let short = view.tokens[i].case != Case::Upper;
    if person && kind != ActorKind::Media || short && view.first_name_before(i) {
        return false;
    }
    let opens = view.tokens[i].first || !view.tokens[i].gap.is_space();
    let also_word = opens && short && memory.is_word(form);
    !also_word || possessive || acts(view, j) || next.is_some_and(|t| t.is_capital())
}

/// "the model Tern", "Tern, a chatbot": what the company makes under its own name.
fn is_product(view: &View<'_>, i: usize, j: usize) -> bool {
    let before = i > 0 && view.tokens[i].gap.is_space() && grammar::is_product(&view.word(i - 1));
    let apposed = view.tokens.get(j).is_some_and(|t| t.gap.is_comma())
        && !view.tokens[j - 1].possessive
        && matches!(&*view.word(j), "a" | "an" | "the" | "its")
        && {
            let phrase = (j + 1..j + 6)
                .take_while(|&n| view.tokens.get(n).is_some_and(|t| t.gap.is_space() || t.gap.is_hyphen()));
            let words: Vec<_> = phrase.map(|n| view.word(n)).take_while(|w| !grammar::is_linking(w)).collect();
            words.last().is_some_and(|w| grammar::is_product(w))
        };
    before || apposed
}
