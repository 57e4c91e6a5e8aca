//! Words of the view `find`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Find {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Find = Find { title: "Find" };
