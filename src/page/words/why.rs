//! Words of the view `why`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Why {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Why = Why { title: "Why this passage" };
