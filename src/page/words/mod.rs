//! All words of the interface, in one table with its language. A translation is another table.
//!
//! `{}` stands for a value, in order; [`fill`] puts it in.

pub mod editions;
pub mod fallback;
pub mod find;
pub mod method;
pub mod questions;
pub mod speakers;
pub mod timeline;
pub mod why;

use framing_reader_story::model::{ActorKind, Certainty, Side, Verdict};

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Words {
    /// BCP 47.
    pub language: &'static str,
    pub read_as: &'static str,
    pub articles: &'static str,
    pub another_edition: &'static str,
    pub summary: &'static str,
    pub title: &'static str,
    pub not_stated: &'static str,
    pub outlet: &'static str,
    pub date: &'static str,
    pub count: &'static str,
    pub count_neither: &'static str,
    pub announce: &'static str,
    pub announce_neither: &'static str,
    pub in_article: &'static str,
    pub in_all_articles: &'static str,
    pub all_articles: &'static str,
    pub strip: &'static str,
    pub line: &'static str,
    pub line_of: &'static str,
    pub source: &'static str,
    pub sources: &'static str,
    pub read_as_note: &'static str,
    pub marked: &'static str,
    pub hand_and_engine: &'static str,
    pub verdicts: [&'static str; 3],
    pub present: &'static str,
    pub absent: &'static str,
    pub close: &'static str,
    pub none_stated: &'static str,
    pub as_reported: &'static str,
    pub in_words_of: &'static str,
    pub quoted_here: &'static str,
    pub not_quoted_here: &'static str,
    pub certainties: [&'static str; 3],
    pub named_in: &'static str,
    pub times: &'static str,
    pub kinds: [&'static str; 6],
    pub sides: [&'static str; 4],
    pub options: &'static str,
    pub theme: &'static str,
    pub themes: [&'static str; 3],
    pub cards: &'static str,
    pub card_modes: [&'static str; 3],
    pub cast: &'static str,
    pub overview: &'static str,
    pub views: [&'static str; 6],
    pub no_such_view: &'static str,
    pub strips: &'static str,
    pub article: &'static str,
    pub strip_of: &'static str,
    pub paragraphs: &'static str,
    pub both: &'static str,
    pub why_line: &'static str,
    pub ways: &'static str,
    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub retry: &'static str,
    pub found: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub back_to_results: &'static str,
    pub forget: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub print: &'static str,
    pub print_both: &'static str,
    pub cited: &'static str,
    pub colophon: &'static str,
    /// The same where nobody signs for codes.
    pub colophon_uncoded: &'static str,
    pub timeline: timeline::Timeline,
    pub questions: questions::Questions,
    pub speakers: speakers::Speakers,
    pub editions: editions::Editions,
    pub find: find::Find,
    pub method: method::Method,
    pub fallback: fallback::Fallback,
    pub why: why::Why,
}

/// English.
pub const ENGLISH: Words = Words {
    language: "en",
    read_as: "Read as",
    articles: "The articles",
    another_edition: "Another edition of {}",
    summary: "A summary of {}",
    title: "Title: {}",
    not_stated: "not stated",
    outlet: "Outlet: {}",
    date: "Date: {}",
    count: "{} of {} paragraphs",
    count_neither: "{} paragraphs",
    announce: "{}: {} of {} paragraphs {}",
    announce_neither: "No framing: {} paragraphs {}",
    in_article: "in this article",
    in_all_articles: "in all articles",
    all_articles: "All articles",
    strip: "{}: {} of {} paragraphs. {}: {} of {} paragraphs.",
    line: "Line {}",
    line_of: "{}, line {}",
    source: "Source: ",
    sources: "Sources: ",
    read_as_note: "Read as {}, ",
    marked: "{}{}{}: ",
    hand_and_engine: "By hand: {}. Engine: {}.",
    verdicts: ["not found", "found", "unsure"],
    present: "{}",
    absent: "not {}",
    close: "Close",
    none_stated: "These articles state none.",
    as_reported: "As reported: ",
    in_words_of: "in the words of {}",
    quoted_here: "Quoted in this article",
    not_quoted_here: "Not quoted in this article.",
    certainties: ["", "probably theirs", "not certain that these are theirs"],
    named_in: "Where named",
    times: "{}×",
    kinds: ["Person", "Company", "Government", "Body", "Media", "Organization"],
    sides: ["United States", "China", "Industry", "Third parties"],
    options: "Reading options",
    theme: "Page",
    themes: ["As the site", "Light", "Dark"],
    cards: "Cards open",
    card_modes: ["On pointing", "On pressing", "Never"],
    cast: "The actors of this article",
    overview: "Overview",
    views: ["Timeline", "Contested questions", "Who gets to speak", "Editions", "Find", "How this was coded"],
    no_such_view: "There is no such view.",
    strips: "One tick a paragraph, as wide as it is long; a small gray one is a caption or a heading.",
    article: "Article",
    strip_of: "Its paragraphs",
    paragraphs: "Paragraphs",
    both: "Both",
    why_line: "Line {}: why it is coded so",
    ways: "Views of the story",
    loading: "Fetching this view …",
    not_loaded: "This view could not be fetched.",
    retry: "Try again",
    found: "{} of {} found",
    previous: "Previous",
    next: "Next",
    back_to_results: "All results",
    forget: "Close",
    copied: "Copied",
    not_copied: "Not copied: the words are selected, copy them from there",
    print: "Print with the marks of: ",
    print_both: "Both",
    cited: "Sources",
    colophon: "{}: {}. Coded by {}, {}, version {}.",
    colophon_uncoded: "{}: {}. Not coded by hand: what is marked is what the engine finds.",
    timeline: timeline::ENGLISH,
    questions: questions::ENGLISH,
    speakers: speakers::ENGLISH,
    editions: editions::ENGLISH,
    find: find::ENGLISH,
    method: method::ENGLISH,
    fallback: fallback::ENGLISH,
    why: why::ENGLISH,
};

/// Texts one after the other: [`concat`](slice::concat) would be a kilobyte of code.
pub fn together(parts: &[&str]) -> String {
    let mut whole = String::new();
    parts.iter().for_each(|part| whole.push_str(part));
    whole
}

/// A template with its values put in.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut values = values.iter();
    // By a single character, because looking for two takes a kilobyte of code.
    for part in template.split('{') {
        match part.strip_prefix('}') {
            Some(rest) => {
                filled.push_str(values.next().unwrap_or(&""));
                filled.push_str(rest);
            }
            None => filled.push_str(part),
        }
    }
    filled
}

// Functions, not methods: those would borrow the whole table, and keep the words of every view in every module.

/// The word for a kind of actor.
pub fn kind(kind: ActorKind) -> &'static str {
    const WORDS: [&str; 6] = ENGLISH.kinds;
    WORDS[kind as usize]
}

/// The word for a side.
pub fn side(side: Side) -> &'static str {
    const WORDS: [&str; 4] = ENGLISH.sides;
    WORDS[side as usize]
}

/// The word for a verdict of the engine.
pub fn verdict(verdict: Verdict) -> &'static str {
    const WORDS: [&str; 3] = ENGLISH.verdicts;
    WORDS[verdict as usize]
}

/// The word for a certainty; empty where it is certain.
pub fn certainty(certainty: Certainty) -> &'static str {
    const WORDS: [&str; 3] = ENGLISH.certainties;
    WORDS[certainty as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_in_in_order() {
        assert_eq!(fill(ENGLISH.count, &["14", "41"]), "14 of 41 paragraphs");
        assert_eq!(fill("{}{}", &["a"]), "a");
        assert_eq!(fill("plain", &["a"]), "plain");
    }
}
