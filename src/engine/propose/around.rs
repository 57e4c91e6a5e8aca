//! What stands around a name in its sentence: whether it acts, is dealt with, is a place, is a person of some age.

use super::collect::Place;
use crate::quotation::{
    lexicon::{AUXILIARY, DETERMINER, FINITE, FUNCTION, PREPOSITION, RELATIVE},
    names::Run,
    words::{Kind, Token},
};

/// Tokens looked over for the verb behind "Tern, in a letter to the mayor, denied".
const PARENTHESIS: usize = 14;

/// A run in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'p> {
    pub(super) place: &'p Place<'p>,
    pub(super) run: Run,
}

impl<'p> Around<'p> {
    fn before(&self, by: usize) -> &'p str {
        self.place.before(self.run.core, by).map_or("", |token| self.place.word(token))
    }

    fn behind(&self, by: usize) -> Option<&'p Token> {
        self.place.at(self.run.end + by)
    }

    fn word_behind(&self, by: usize) -> &'p str {
        self.behind(by).map_or("", |token| self.place.word(token))
    }

    fn is_possessive(&self) -> bool {
        self.place.tokens[self.run.end - 1].possessive
    }

    /// Whether "the" stands before it.
    pub(super) fn has_article(&self) -> bool {
        self.before(1).eq_ignore_ascii_case("the")
    }

    /// Whether somebody told it something.
    pub(super) fn is_told(&self) -> bool {
        matches!(self.before(1), "told" | "tells")
    }

    /// Whether it is the subject of a verb, has something, or is dealt with.
    pub(super) fn acts(&self) -> bool {
        self.is_subject() || self.is_possessive() || self.is_dealt_with()
    }

    /// Whether it is where something is.
    pub(super) fn is_placed(&self) -> bool {
        let before = self.before(1 + usize::from(self.has_article())).to_lowercase();
        let place = matches!(before.as_str(), "in" | "at" | "near" | "outside" | "across" | "around" | "throughout");
        place && !self.is_subject()
    }

    fn is_subject(&self) -> bool {
        if self.is_possessive() {
            return false;
        }
        match self.behind(0) {
            Some(token) if token.kind == Kind::Comma => self.is_subject_with_parenthesis(),
            Some(token) => self.is_verb(token) || self.is_subject_of_somewhere(),
            None => false,
        }
    }

    /// "Ana Ruiz of the Tern Bank said"
    fn is_subject_of_somewhere(&self) -> bool {
        let of = matches!(self.word_behind(0), "of" | "at" | "from" | "for");
        let name = |by: &usize| self.behind(*by).is_some_and(|token| token.capital || self.place.word(token) == "the");
        let end = 1 + (1..PARENTHESIS).take_while(name).count();
        of && end > 1 && self.behind(end).is_some_and(|token| self.is_verb(token))
    }

    /// "Tern, in a letter to the mayor, denied"; "its owner, Tern, denied"
    fn is_subject_with_parenthesis(&self) -> bool {
        if self.before(1) == "," && self.behind(1).is_some_and(|token| self.is_verb(token)) {
            return true;
        }
        let opens = self.behind(1).is_some_and(|token| token.is(PREPOSITION.or(DETERMINER).or(RELATIVE)));
        let closing = (2..PARENTHESIS).find(|&by| self.behind(by).is_none_or(|token| token.kind == Kind::Comma));
        opens && closing.and_then(|by| self.behind(by + 1)).is_some_and(|token| self.is_verb(token))
    }

    /// Whether a word can only be the verb of the name before it.
    fn is_verb(&self, token: &Token) -> bool {
        let word = self.place.word(token);
        let past = word.len() > 4 && word.ends_with("ed") && !token.is(FUNCTION);
        token.kind == Kind::Word
            && !token.capital
            && (token.is(FINITE.or(AUXILIARY)) && word != "not" || past || is_irregular(word))
    }

    /// "a deal with Tern", "sanctions on Tern", "urged Tern to", "kept Tern from selling".
    fn is_dealt_with(&self) -> bool {
        let measure = matches!(self.before(1), "on" | "for" | "from")
            && matches!(
                self.before(2),
                "sanctions"
                    | "restrictions"
                    | "controls"
                    | "curbs"
                    | "ban"
                    | "pressure"
                    | "tariffs"
                    | "limits"
                    | "fine"
                    | "order"
                    | "orders"
            );
        let from = self.word_behind(0) == "from" && self.word_behind(1).ends_with("ing");
        let urged =
            self.word_behind(0) == "to" && self.place.before(self.run.core, 1).is_some_and(|token| token.is(FINITE));
        let dealt =
            matches!(self.before(1), "by" | "told" | "against" | "with" | "between" | "sued" | "accused" | "asked");
        measure || from || urged || dealt
    }

    /// "Tern shares", "Tern's chief executive".
    pub(super) fn is_of_company(&self) -> bool {
        let chief = self.word_behind(0) == "chief" && self.word_behind(1) == "executive";
        let owned = matches!(
            self.word_behind(0),
            "shares"
                | "stock"
                | "executives"
                | "shareholders"
                | "customers"
                | "products"
                | "factories"
                | "stores"
                | "CEO"
                | "engineers"
                | "subsidiary"
        );
        chief || owned
    }

    /// "Norland's energy minister", "the Norland government": what only states have.
    pub(super) fn is_of_state(&self) -> bool {
        let has = |by: usize| {
            matches!(
                self.word_behind(by),
                "government"
                    | "parliament"
                    | "minister"
                    | "ministry"
                    | "president"
                    | "army"
                    | "navy"
                    | "constitution"
                    | "capital"
            )
        };
        let between =
            |by: usize| self.behind(by).is_some_and(|token| token.kind == Kind::Word && !token.is(FUNCTION.or(FINITE)));
        has(0) && self.word_behind(0) != "president"
            || self.is_possessive() && (has(0) || between(0) && has(1) && self.word_behind(1) != "president")
    }

    /// "Ruiz, 43,", "Ruiz, who".
    pub(super) fn is_aged(&self) -> bool {
        let Some(next) = self.behind(1).filter(|_| self.word_behind(0) == ",") else { return false };
        let age = next.kind == Kind::Number && next.span.len() <= 2;
        age && self.behind(2).is_none_or(|token| token.kind != Kind::Word)
            || matches!(self.place.word(next), "who" | "whose")
    }

    /// "World Health Organization (WHO)": capitals in brackets behind a name of several words that begins with their first.
    pub(super) fn acronym(&self, words: &[String]) -> Option<String> {
        let is = |by: usize, kind: Kind| self.behind(by).is_some_and(|token| token.kind == kind);
        let quoted = usize::from(is(1, Kind::Other));
        if words.len() < 2 || !is(0, Kind::Open) || !is(2 + 2 * quoted, Kind::Close) {
            return None;
        }
        let short = self.word_behind(1 + quoted);
        let capitals = short.chars().filter(|c| c.is_uppercase()).count();
        let same =
            short.chars().flat_map(char::to_lowercase).next() == words[0].chars().flat_map(char::to_lowercase).next();
        // "Dockworkers' National Federation (FND)": in another language the letters stand in another order.
        let within = short.chars().all(|c| words.iter().any(|word| word.starts_with(c)) || c.is_lowercase());
        (capitals > 1 && short.len() <= 10 && (same || within || capitals > 2)).then(|| short.to_owned())
    }
}

/// Irregular past forms that news acts by.
fn is_irregular(word: &str) -> bool {
    matches!(
        word,
        "won"
            | "lost"
            | "took"
            | "made"
            | "gave"
            | "got"
            | "held"
            | "came"
            | "went"
            | "led"
            | "met"
            | "sold"
            | "bought"
            | "built"
            | "paid"
            | "began"
            | "became"
            | "wants"
            | "kept"
            | "left"
            | "rose"
            | "fell"
            | "drew"
            | "sent"
            | "spent"
            | "flew"
            | "fought"
    )
}
