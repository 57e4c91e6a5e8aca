//! Words of the view `questions`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Questions {
    pub title: &'static str,
    pub about: &'static str,
    pub none: &'static str,
    pub count: &'static str,
    pub asks: &'static str,
    pub contents: &'static str,
    pub positions: &'static str,
    pub position: &'static str,
    pub asked_by: &'static str,
    pub asked_by_none: &'static str,
    pub left_out: &'static str,
    pub no_position: &'static str,
    pub own_voice: &'static str,
    pub dated: &'static str,
    pub earlier: &'static str,
    pub also: &'static str,
}

/// English.
pub const ENGLISH: Questions = Questions {
    title: "Contested questions",
    about: "What the articles and the people in them do not agree on: who holds what, and in whose words.",
    none: "No contested question is recorded for these articles.",
    count: "Contested questions: {}",
    asks: "{} asks {} of {} questions and leaves out {}",
    contents: "The questions",
    positions: "{} positions",
    position: "1 position",
    asked_by: "Asked by: ",
    asked_by_none: "Asked by neither framing",
    left_out: "Not asked by {}",
    no_position: "No position is recorded.",
    own_voice: "in its own voice",
    dated: "“{}”",
    earlier: "Before: ",
    also: "Also on record here: ",
};
