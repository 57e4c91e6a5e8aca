//! Where a block's words stand in the file they were read from, for whoever looks for them there.

use framing_reader_engine::text::TextIndex;

use crate::record::{Stretch, context_after, context_before};

/// A file whose words are looked for.
pub(crate) struct Origins<'t> {
    document: u16,
    text: &'t str,
    index: TextIndex<'t>,
}

impl<'t> Origins<'t> {
    /// The text of a document's file.
    pub(crate) fn new(document: usize, text: &'t str) -> Origins<'t> {
        Origins { document: document as u16, text, index: TextIndex::new(text) }
    }

    /// The place of words that begin at byte `at` of the file; `None` where they do not stand there as one run. A blank in the
    /// words may be the end of a line in the file.
    pub(crate) fn stretch(&self, at: usize, words: &str) -> Option<Stretch> {
        let (before, rest) = (self.text.get(..at)?, self.text.get(at..)?);
        let same = |(word, there): (char, char)| word == there || (word, there) == (' ', '\n');
        let end = rest.char_indices().map(|(end, _)| end).chain([rest.len()]).nth(words.chars().count())?;
        let (here, after) = rest.split_at(end);
        words.chars().zip(here.chars()).all(same).then(|| Stretch {
            document: self.document,
            start: self.index.to_code_points(at) as u32,
            before: context_before(before).to_string(),
            after: context_after(after).to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_what_stands_around_them() {
        let text = "# 😀\n\n[1] The ferry\nsails.\r\n\n[2] No.";
        let origins = Origins::new(3, text);
        let at = text.find("The").unwrap_or_default();
        let stretch = origins.stretch(at, "The ferry sails.");
        let (before, after) = ("# 😀\n\n[1] ".to_string(), "\r\n\n[2] No.".to_string());
        assert_eq!(stretch, Some(Stretch { document: 3, start: 9, before, after }));
        assert_eq!(origins.stretch(at, "The ferry  sails."), None);
        assert_eq!(origins.stretch(text.len(), "No."), None);
        let stretch = origins.stretch(text.len() - 3, "No.").unwrap();
        assert_eq!((stretch.before.chars().count(), stretch.after.as_str()), (32, ""));
    }
}
