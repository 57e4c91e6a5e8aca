//! Sources: `"000:6"`, a document and a line of its saved file.

use super::diagnostic::{At, Problems};

/// A source as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) document: String,
    pub(crate) line: u32,
}

/// Some sources and where they were written.
pub(crate) type SourceList = Vec<At<Source>>;

/// Reads sources, telling those that are none.
pub(crate) fn sources(written: Vec<At<String>>, problems: &mut Problems) -> SourceList {
    written.into_iter().filter_map(|source| parse(source, problems)).collect()
}

/// Reads one source.
pub(crate) fn parse(written: At<String>, problems: &mut Problems) -> Option<At<Source>> {
    let parsed = written.value.split_once(':').and_then(|(document, line)| {
        let line = line.parse().ok().filter(|line| *line > 0)?;
        (!document.is_empty()).then(|| Source { document: document.to_string(), line })
    });
    if parsed.is_none() {
        let message = format!("expected a source like `000:6`, found `{}`", written.value);
        problems.error(written.origin, message, "write document, colon, line of the saved file".to_string());
    }
    parsed.map(|source| At { value: source, origin: written.origin })
}
