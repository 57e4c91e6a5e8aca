//! Which of the names that are known somebody may have meant.

use alloc::{format, string::String};

/// A hint that names the nearest of `known`, if any is near enough to be a slip of the pen.
pub fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    /// Jaro–Winkler likeness, 0 to 1: below it a suggestion is more often a puzzle than a help.
    const NEAR: f64 = 0.8;
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(found, name), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| format!("did you mean `{name}`?"))
}
