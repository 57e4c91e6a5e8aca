//! Who wrote it and when: author lines, dates and times, and the people named at an article's end.

use super::{
    line::{Ending, Line, Look, Looker},
    words::Words,
};

impl Looker {
    /// A date, a time, an age ("2 hours ago"), perhaps behind the outlet's name.
    pub(super) fn is_stamp(&self, raw: &str, end: Ending, count: usize) -> bool {
        let words = &self.words;
        if count > 24 || words.len() == 0 || end == Ending::Question {
            return false;
        }
        let number = |w: &str| w.bytes().any(|b| b.is_ascii_digit());
        // "3 min read" is how long it takes, not when it was.
        if count <= 5
            && words
                .iter()
                .all(|w| number(w) || matches!(w, "min" | "mins" | "minute" | "minutes" | "read" | "listen" | "a"))
        {
            return false;
        }
        let numbers = words.iter().filter(|w| number(w)).count();
        let ago = words.word(words.len() - 1) == "ago" && count <= 8;
        let opened = || matches!(self.vocabulary.openings.at(words, 0), Some((_, super::vocabulary::Label::Stamp)));
        if ago && (numbers > 0 || count <= 4) || numbers > 0 && count <= 20 && opened() {
            return true;
        }
        // "12.03.2019, 18:40 Uhr": a date in any language
        let clock = raw.as_bytes().windows(4).any(|w| {
            w[0].is_ascii_digit() && matches!(w[1], b':' | b'.') && w[2].is_ascii_digit() && w[3].is_ascii_digit()
        });
        if end == Ending::None && clock && numbers >= 4 && words.len() <= numbers + 2 {
            return true;
        }
        if numbers == 0 || !(2..=14).contains(&count) || end == Ending::Stop && !raw.ends_with("m.") {
            return false;
        }
        let dated = raw.contains(':') || ['.', '/', '-'].iter().any(|&mark| raw.matches(mark).count() >= 2);
        let named = words.iter().count() > numbers;
        (named || dated) && (0..words.len()).all(|n| number(words.word(n)) || self.vocabulary.times.has(words, n))
    }

    /// "By Jane Doe", "Jane Doe, Staff Writer", "Special to The Plains Dispatch", "WASHINGTON, April 2, 1981".
    pub(super) fn is_byline(&self, raw: &str, end: Ending, line: &Line) -> bool {
        let (words, count) = (&self.words, usize::from(line.words));
        let longest = if end == Ending::Stop { 6 } else { LONGEST_BYLINE };
        if !(2..=longest).contains(&count) || matches!(end, Ending::Question | Ending::Colon) {
            return false;
        }
        let address = raw.find('@').is_some_and(|at| raw[at + 1..].starts_with(char::is_alphanumeric));
        if address && end == Ending::None && count <= 12 {
            return true;
        }
        if words.word(0) == "reporting" && matches!(words.word(1), "from" | "in") && words.is_capital(2) && count <= 6 {
            return true;
        }
        let made =
            (0..3).find(|&n| words.word(n) == "by").filter(|&n| n > 0 && words.word(n - 1).ends_with(['d', 'n']));
        if let Some(by) = made.filter(|&by| words.is_capital(by + 1) && words.is_capital(by + 2)) {
            return by + 2 < words.len() && end == Ending::None;
        }
        let opener = usize::from(matches!(
            words.word(0),
            "written" | "reported" | "words" | "story" | "text" | "posted" | "photographs" | "report"
        ));
        if words.word(opener) == "by" && words.is_capital(opener + 1) {
            // "By Tuesday evening" is no author; names come in pairs or with a trade.
            let time = self.vocabulary.times.has(words, opener + 1);
            return !time && (words.is_capital(opener + 2) || count <= 3 || self.has_trade());
        }
        if words.word(0) == "special" && words.word(1) == "to" && words.is_capital(0) && count <= 8 {
            return true;
        }
        let labelled =
            matches!(words.word(0), "text" | "words" | "author" | "story" | "reporter" | "writer" | "report");
        if labelled && words.is_capital(1) && words.is_capital(2) && raw.contains(':') {
            return true;
        }
        let Some((head, tail)) = raw.split_once([',', '|', '•', '·']) else { return false };
        let barred = !raw[head.len()..].starts_with(',');
        let head_words = head.split_whitespace().count();
        let capitals = head.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
        if (2..=4).contains(&head_words)
            && capitals == head_words
            && count <= 12
            && line.capitals >= 5
            && self.has_trade()
        {
            return true;
        }
        let place = head.len() >= 3 && head_words <= 3 && capitals >= 1 && !head.chars().any(char::is_lowercase);
        let mut rest = Words::default();
        rest.read(tail);
        let date = |n: usize| rest.word(n).bytes().any(|b| b.is_ascii_digit()) || self.vocabulary.times.has(&rest, n);
        (place || barred && head_words <= 6 && capitals >= 1) && rest.len() >= 2 && (0..rest.len()).all(date)
    }

    /// Whether a trade of the press is named.
    pub(super) fn has_trade(&self) -> bool {
        (0..self.words.len()).any(|n| self.vocabulary.trades.has(&self.words, n))
    }

    /// Who reported, edited or translated, at an article's end.
    pub(super) fn is_credits(&self, count: usize) -> bool {
        let plain = self.words.plain();
        count <= 50 && (TEAM.iter().any(|t| plain.starts_with(t)) || CONTRIBUTED.iter().any(|t| plain.ends_with(t)))
    }

    /// Who the author is: "About Jane Doe", "Jane Doe covers ports for The Beacon."
    pub(super) fn is_biography(&self, raw: &str, end: Ending, line: &Line) -> bool {
        let (words, count) = (&self.words, usize::from(line.words));
        let plain = words.plain();
        if count > 80 || line.quotes {
            return false;
        }
        if words.word(0) == "about" && (3..=5).contains(&count) && end == Ending::None {
            return words.is_capital(0) && (1..words.len()).all(|n| words.is_capital(n)) && raw.is_ascii();
        }
        // "Jane Doe covers …", "Jane Doe is a reporter …": a name, a verb of duty, a trade or an address.
        if count < 5 || end != Ending::Stop || !words.is_capital(0) || !words.is_capital(1) {
            return false;
        }
        let verb = (2..5).find(|&n| !words.is_capital(n)).unwrap_or(5);
        let next = words.word(verb + 1);
        match words.word(verb) {
            "covers" => {
                matches!(next, "the" | "business" | "politics" | "technology" | "health") || words.is_capital(verb + 1)
            }
            "writes" => matches!(next, "about" | "for" | "on" | "from" | "a" | "the"),
            "reports" => matches!(next, "on" | "from" | "for") && ABOUT_AUTHOR.iter().any(|a| plain.contains(a)),
            "is" if matches!(next, "a" | "an" | "the" | "our") && count <= 60 => {
                let trade = (verb + 2..verb + 10).any(|n| self.vocabulary.trades.has(words, n));
                trade && (count <= 16 || ABOUT_AUTHOR.iter().any(|a| plain.contains(a)))
            }
            _ => false,
        }
    }

    /// A few capitalized words, perhaps with a trade or a place ("Simon Leach at Quay Road", "ledger courts reporter").
    pub(super) fn is_name_like(&self, raw: &str, end: Ending) -> bool {
        let words = &self.words;
        let count = words.len();
        if end != Ending::None
            || !(2..=7).contains(&count)
            || raw.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '"' | '“'))
        {
            return false;
        }
        let linking = |n| {
            matches!(words.word(n), "de" | "van" | "von" | "der" | "al" | "bin" | "and" | "da" | "di" | "la" | "el")
        };
        let placing = |n| n >= 2 && matches!(words.word(n), "at" | "in" | "for");
        let names = words.is_capital(0)
            && words.is_capital(1)
            && (0..count).all(|n| words.is_capital(n) || linking(n) || placing(n));
        let sentence = self.vocabulary.function.has(words, 0) && words.word(0) != "will" && words.word(0) != "may";
        names && !sentence && (count <= 4 || (0..count).any(|n| words.word(n) == "and" || placing(n)))
            || count <= 6 && !sentence && self.has_trade()
    }
}

/// Words a byline can have at most.
const LONGEST_BYLINE: usize = 24;

/// How a line about the people behind an article begins.
const TEAM: [&str; 18] = [
    "reporting by",
    "additional reporting by",
    "writing by",
    "editing by",
    "edited by",
    "additional writing by",
    "with reporting by",
    "with additional reporting",
    "with contributions from",
    "with files from",
    "with inputs from",
    "with input from",
    "inputs from",
    "compiled by",
    "research by",
    "translated by",
    "produced by",
    "additional research",
];

/// How such a line ends.
const CONTRIBUTED: [&str; 6] = [
    "contributed reporting",
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed research",
    "contributed to this post",
];

/// What is said of an author rather than of somebody in the story.
const ABOUT_AUTHOR: [&str; 16] = [
    "previously reported",
    "can be reached",
    "you can follow",
    "follow him",
    "follow her",
    "follow them",
    "on twitter",
    "reported from",
    "is based in",
    "has covered",
    "has reported",
    "he covers",
    "she covers",
    "views expressed",
    "the author of",
    "covering",
];

impl Look {
    /// Whether a line of this look stands between a title and its text.
    pub(super) fn is_head_matter(self) -> bool {
        matches!(self, Look::Byline | Look::Stamp | Look::Caption | Look::Credit)
    }
}
