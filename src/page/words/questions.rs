//! Words of the view `questions`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Questions {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Questions = Questions { title: "Contested questions" };
