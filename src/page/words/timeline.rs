//! Words of the view `timeline`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Timeline {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Timeline = Timeline { title: "Timeline" };
