//! Words of the view `method`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Method {
    pub title: &'static str,
}

/// English.
pub const ENGLISH: Method = Method { title: "How this was coded" };
