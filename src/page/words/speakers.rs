//! Words of the view `speakers`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Speakers {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Speakers = Speakers { title: "Who gets to speak" };
