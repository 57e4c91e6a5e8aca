//! Which names are the same actor's. In order:
//!
//! 1. a name that only ever opens sentences loses a first word that is none of it ("Yesterday Ruiz");
//! 2. legal forms and middle names: "Tern Corp." is "Tern", "Ana M. Ruiz" is "Ana Ruiz";
//! 3. letters in brackets, and letters that one name alone begins with: "Harbor Workers Union (HWU)";
//! 4. the end of one longer name: "Commerce Department" of "Norwegian Commerce Department";
//! 5. a lone word goes to the one person of that surname in its documents, a lone given name to the one who has it. Where
//!    two bear it, it is nobody's.

use std::collections::HashMap;

use super::{
    collect::{Candidate, Collected},
    countries::is_country,
    role::Called,
};
use crate::quotation::lexicon::{BODY, CONCERN, GIVEN_NAME, NATIONAL, PLACE, SUFFIX};

/// What stands behind a company's name.
const LEGAL_FORMS: &[&str] = &[
    "corp",
    "inc",
    "ltd",
    "co",
    "llc",
    "plc",
    "ag",
    "sa",
    "gmbh",
    "nv",
    "se",
    "spa",
    "corporation",
    "incorporated",
    "limited",
    "pty",
    "bhd",
    "ab",
    "asa",
    "oyj",
    "kk",
];

/// Names in order of first appearance, each with its other forms, and the words that stand in lower case.
pub(super) fn grouped(collected: Collected) -> Collected {
    let mut names = Names {
        list: collected.candidates.into_iter().map(Some).collect(),
        index: collected.index,
        lower: collected.lower,
    };
    names.openers();
    names.legal_forms();
    names.middle_names();
    names.acronyms();
    names.ends();
    names.surnames();
    names.first_names();
    names.heads();
    let Names { list, index, lower } = names;
    Collected { candidates: list.into_iter().flatten().collect(), index, lower }
}

/// Whether a name of several words can be a person's by its words.
pub(super) fn can_be_person(one: &Candidate) -> bool {
    let called = |what: fn(&Called) -> bool| one.called.iter().any(what);
    one.words.len() > 1
        && !one.last_class.is(BODY.or(CONCERN))
        && !one.words.iter().any(|word| matches!(word.as_str(), "of" | "for" | "on" | "&" | "administration"))
        && !called(|called| !matches!(called, Called::Person | Called::State))
        && !one.words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()))
}

struct Names {
    list: Vec<Option<Candidate>>,
    index: HashMap<String, usize>,
    lower: std::collections::HashSet<String>,
}

impl Names {
    fn get(&self, at: usize) -> Option<&Candidate> {
        self.list.get(at)?.as_ref()
    }

    fn find(&self, words: &[String]) -> Option<usize> {
        self.index.get(&words.join(" ").to_lowercase()).copied().filter(|&at| self.get(at).is_some())
    }

    /// Gives one name to another.
    fn merge(&mut self, from: usize, into: usize, as_alias: bool) {
        if from == into || self.get(into).is_none() {
            return;
        }
        if let Some(other) = self.list[from].take()
            && let Some(one) = &mut self.list[into]
        {
            one.absorb(other, as_alias);
        }
    }

    fn openers(&mut self) {
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.inside == 0 && one.words.len() > 1) else { continue };
            let opener = self.lower.contains(&one.words[0].to_lowercase()) && !one.first_class.is(GIVEN_NAME);
            if let Some(rest) = self.find(&one.words[1..]).filter(|_| opener) {
                self.merge(at, rest, false);
            }
        }
    }

    fn legal_forms(&mut self) {
        for at in 0..self.list.len() {
            let Some(one) = &mut self.list[at] else { continue };
            let is_form = |word: &String| LEGAL_FORMS.contains(&word.trim_end_matches('.').to_lowercase().as_str());
            let short = one.words.len() - one.words.iter().rev().take_while(|word| is_form(word)).count();
            if short == 0 || short == one.words.len() {
                continue;
            }
            let full = one.name();
            one.aliases.push(full);
            one.words.truncate(short);
            one.called.push(Called::Company);
            let words = one.words.clone();
            match self.find(&words) {
                Some(known) => self.merge(at, known, false),
                None => {
                    self.index.insert(words.join(" ").to_lowercase(), at);
                }
            }
        }
    }

    fn middle_names(&mut self) {
        let mut by_ends: HashMap<(String, String), usize> = HashMap::new();
        for at in 0..self.list.len() {
            // "Leo Hale Jr." is not Leo Hale.
            let plain = |one: &&Candidate| can_be_person(one) && !one.words.iter().any(|word| is_suffix(word));
            let Some(words) = self.get(at).filter(plain).map(|one| one.words.as_slice()) else { continue };
            let [first, .., last] = words else { continue };
            let (key, length) = ((first.to_lowercase(), last.to_lowercase()), words.len());
            let Some(&known) = by_ends.get(&key) else {
                by_ends.insert(key, at);
                continue;
            };
            // Two middle names are two people; the form without any is the one in use.
            match self.get(known).map_or(0, |known| known.words.len()) {
                2 => self.merge(at, known, true),
                _ if length == 2 => {
                    by_ends.insert(key, at);
                    self.merge(known, at, true);
                }
                _ => {}
            }
        }
    }

    fn acronyms(&mut self) {
        let mut by_letters: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.words.len() > 1) else { continue };
            for short in one.aliases.clone() {
                if let Some(known) = self.find(&[short]).filter(|&known| known != at) {
                    self.merge(known, at, false);
                }
            }
            let Some(one) = self.get(at) else { continue };
            let letters: String =
                one.words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
            if letters.chars().count() > 2 {
                by_letters.entry(letters.to_lowercase()).or_default().push(at);
            }
        }
        for at in 0..self.list.len() {
            let Some([word]) = self.get(at).map(|one| one.words.as_slice()) else { continue };
            let plain = word.replace('.', "");
            let shouted = plain.chars().all(char::is_uppercase);
            if let Some([only]) = by_letters.get(&plain.to_lowercase()).map(Vec::as_slice).filter(|_| shouted) {
                self.merge(at, *only, true);
            }
        }
    }

    fn ends(&mut self) {
        let mut by_end: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.classes.is(BODY) && one.words.len() > 2) else { continue };
            for from in 1..one.words.len() - 1 {
                by_end.entry(one.words[from..].join(" ").to_lowercase()).or_default().push(at);
            }
        }
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.words.len() > 1) else { continue };
            if let Some([only]) = by_end.get(&one.name().to_lowercase()).map(Vec::as_slice) {
                self.merge(at, *only, true);
            }
        }
    }

    fn surnames(&mut self) {
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| can_be_person(one)) else { continue };
            let words: Vec<&String> = one.words.iter().filter(|word| !is_suffix(word)).collect();
            let [first, .., last] = words.as_slice() else { continue };
            bearers.entry(last.to_lowercase()).or_default().push(at);
            // "Xi" of "Xi Jinping": the family's name stands first.
            if words.len() == 2 && !one.first_class.is(GIVEN_NAME) && one.person > 0 {
                bearers.entry(first.to_lowercase()).or_default().push(at);
            }
            // "Van Doren" of "Leo Van Doren", "de la Cruz" of "Ana de la Cruz".
            for from in 1..words.len() - 1 {
                let rest: Vec<&str> = words[from..].iter().map(|word| word.as_str()).collect();
                bearers.entry(rest.join(" ").to_lowercase()).or_default().push(at);
            }
        }
        for at in 0..self.list.len() {
            let Some(one) = self.get(at) else { continue };
            let Some(all) = bearers.get(&one.name().to_lowercase()) else { continue };
            let here = |&&bearer: &&usize| {
                self.get(bearer).is_some_and(|bearer| {
                    bearer.documents.iter().any(|document| one.documents.binary_search(document).is_ok())
                })
            };
            let mut near: Vec<usize> = all.iter().filter(here).copied().filter(|&bearer| bearer != at).collect();
            if near.is_empty() {
                near = all.iter().copied().filter(|&bearer| bearer != at && self.get(bearer).is_some()).collect();
            }
            let company = one.called.contains(&Called::Company) && one.person == 0;
            match near[..] {
                [only] if !company => {
                    // Whoever is called by the last word alone is a person.
                    self.merge(at, only, true);
                    if let Some(bearer) = &mut self.list[only] {
                        bearer.person += 1;
                    }
                }
                [] | [_] => {}
                _ if one.words.len() == 1 => self.list[at] = None,
                _ => {}
            }
        }
    }

    /// "Ana" alone is Ana Ruiz where nobody else is called so; it is no form to look for.
    fn first_names(&mut self) {
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.first_class.is(GIVEN_NAME)) else { continue };
            if can_be_person(one) {
                bearers.entry(one.words[0].to_lowercase()).or_default().push(at);
            }
        }
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.words.len() == 1) else { continue };
            match bearers.get(&one.name().to_lowercase()).map(Vec::as_slice) {
                Some([only]) => self.merge(at, *only, false),
                Some(_) => self.list[at] = None,
                None => {}
            }
        }
    }

    /// An administration's head is a person, even where no given name stands.
    fn heads(&mut self) {
        for at in 0..self.list.len() {
            let Some(one) = self.get(at).filter(|one| one.called.contains(&Called::Administration)) else { continue };
            if let Some(head) = self.find(&one.words[..one.words.len() - 1])
                && let Some(head) = &mut self.list[head]
            {
                head.person += 1;
            }
        }
    }
}

fn is_suffix(word: &str) -> bool {
    crate::quotation::lexicon::classes(word).is(SUFFIX)
}

/// Whether a name's words are all places, adjectives of nation and countries.
pub(super) fn is_place(one: &Candidate) -> bool {
    one.words.iter().all(|word| crate::quotation::lexicon::classes(word).is(PLACE.or(NATIONAL)) || is_country(word))
}
