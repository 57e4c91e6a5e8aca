//! Words of the view `editions`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Editions {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Editions = Editions { title: "Editions" };
