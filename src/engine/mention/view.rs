//! One paragraph's words, and what the rules ask of them.

use super::{
    grammar,
    token::{Case, Token},
};
use std::borrow::Cow;

/// Words of a capitalized run that are looked back over at most.
const LONGEST_NAME: usize = 6;

/// A paragraph as the rules see it.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// One past the last word of the mention found last in this paragraph.
    pub(super) mentioned: usize,
}

impl View<'_> {
    /// Word number `n` in lower case; empty where there is none.
    pub(super) fn word(&self, n: usize) -> Cow<'_, str> {
        self.tokens.get(n).map_or(Cow::Borrowed(""), |t| grammar::lower(t.of(self.text)))
    }

    /// Whether word number `n` ends the mention found last.
    pub(super) fn is_mention(&self, n: usize) -> bool {
        n + 1 == self.mentioned
    }

    /// Whether "the" stands right before word `i`.
    pub(super) fn has_article(&self, i: usize) -> bool {
        i > 0 && self.tokens[i].gap.is_space() && self.word(i - 1) == "the"
    }

    /// Whether the word at `j` goes on with the name before it: a capital in the same breath that is no function word,
    /// no day or month, and opens no sentence.
    pub(super) fn name_behind(&self, j: usize) -> bool {
        self.tokens.get(j).is_some_and(|t| {
            t.gap.is_space()
                && t.is_capital()
                && !t.first
                && !grammar::is_function_word(t.of(self.text))
                && !grammar::is_calendar(t.of(self.text))
        })
    }

    /// The first word of the capitalized run that word `n` ends.
    pub(super) fn name_start(&self, n: usize) -> usize {
        let mut at = n;
        while at > 0
            && n - at < LONGEST_NAME
            && self.tokens[at].gap.joins()
            && self.tokens[at - 1].is_capital()
            && !self.tokens[at].first
        {
            at -= 1;
        }
        at
    }

    /// Whether the word before `i` could be a first name: a capital in the same breath that is none of the other things
    /// capitals stand for.
    pub(super) fn first_name_before(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|p| &self.tokens[p]) else { return false };
        let token = &self.tokens[i];
        if !token.gap.joins() || token.first || !before.is_capital() || before.possessive || self.is_mention(i - 1) {
            return false;
        }
        let word = before.of(self.text);
        let other = grammar::is_title(word)
            || grammar::is_function_word(word)
            || grammar::is_calendar(word)
            || grammar::is_nationality(word);
        let acronym = before.case == Case::Upper && word.len() > 1 && !word.contains('.');
        let opener = before.first
            && (["ing", "ed", "ly", "ers", "maker", "ies"].iter().any(|e| word.ends_with(e)) || is_descriptor(word));
        !other && !acronym && !opener
    }

    /// Whether a title or role stands right before word `i`.
    pub(super) fn title_before(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|p| &self.tokens[p]) else { return false };
        let word = before.of(self.text);
        let written =
            before.is_capital() || matches!(word, "secretary" | "president" | "minister" | "chairman" | "leader");
        self.tokens[i].gap.joins() && written && grammar::is_title(word) && !grammar::is_function_word(word)
    }
}

/// What somebody or something is, opening a sentence right before its name ("Chipmaker Tern said").
fn is_descriptor(word: &str) -> bool {
    matches!(
        word,
        "Rival"
            | "Startup"
            | "Giant"
            | "Parent"
            | "Owner"
            | "Developer"
            | "Retailer"
            | "Supplier"
            | "Operator"
            | "Manufacturer"
            | "Lender"
            | "Insurer"
            | "Airline"
            | "Broadcaster"
            | "Newspaper"
            | "Agency"
            | "Like"
            | "Unlike"
            | "Given"
            | "Critics"
            | "Both"
            | "Ask"
            | "Tell"
            | "Only"
            | "Even"
            | "With"
            | "Says"
            | "Enter"
            | "Former"
            | "Current"
    )
}
