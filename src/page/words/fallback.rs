//! Words of the plain article, which stands on the page before any script and where scripts are refused.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Fallback {
    pub neither: &'static str,
    pub marks: &'static str,
    pub notes_key: &'static str,
    pub sources_key: &'static str,
    pub contents: &'static str,
    pub notes: &'static str,
    pub note: &'static str,
    pub actors: &'static str,
    pub named: &'static str,
}

/// English.
pub const ENGLISH: Fallback = Fallback {
    neither: "Neither",
    marks: "Marked words decided how a paragraph was coded. Behind them stands what they decided for: ",
    notes_key: "A number in brackets leads to a note behind the article.",
    sources_key: "A source names an article and a line of it.",
    contents: "The articles",
    notes: "Notes",
    note: "[{}] Line {}, read as {}",
    actors: "The actors",
    named: "{}: ",
};
