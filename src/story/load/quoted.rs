//! Printed words compared: what stands between marks, whatever shape the marks have.

/// The text without the quotation marks around it.
pub(crate) fn without_marks(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('“').and_then(|text| text.strip_suffix('”')).unwrap_or(text)
}

/// The words between each pair of curly double marks.
pub(crate) fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(words, _)| words)
}

/// Whether `text` prints `words`; straight and curly marks count alike, a comma or full stop at the end of `words` does not.
pub(crate) fn prints(text: &str, words: &str) -> bool {
    let words = straight(words);
    straight(text).contains(words.trim().trim_end_matches([',', '.']))
}

fn straight(text: &str) -> String {
    let plain = |c| match c {
        '“' | '”' | '„' | '‘' | '’' => '\'',
        '"' => '\'',
        '\u{a0}' => ' ',
        other => other,
    };
    text.chars().map(plain).collect()
}
