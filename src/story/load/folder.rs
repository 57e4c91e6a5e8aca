//! A story folder in memory: names and bytes. Whoever has a disk, a zip or a drop target fills it.

use std::collections::BTreeMap;

use super::diagnostic::{Origin, Problems, Severity};

/// The files of a story folder by name, and the name of the folder in messages.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Shown before each file's name: "seeds".
    pub path: String,
    /// File name to bytes; no folders within.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// How messages name a file.
    pub(crate) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_string() } else { format!("{}/{name}", self.path.trim_end_matches('/')) }
    }

    /// Registers a file's text, telling where it is not UTF-8; `None` where the folder has no such file.
    pub(crate) fn read(&self, name: &str, problems: &mut Problems) -> Option<usize> {
        self.read_as(name, Severity::Error, problems)
    }

    /// The same for words that are not the author's own: other bytes become U+FFFD, and are no more than a warning.
    pub(crate) fn read_leniently(&self, name: &str, problems: &mut Problems) -> Option<usize> {
        self.read_as(name, Severity::Warning, problems)
    }

    fn read_as(&self, name: &str, severity: Severity, problems: &mut Problems) -> Option<usize> {
        let bytes = self.files.get(name)?;
        let text = String::from_utf8_lossy(bytes).into_owned();
        let file = problems.add_file(self.path_of(name), text);
        if let Err(error) = std::str::from_utf8(bytes) {
            let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            problems.add(
                Origin { file, at: error.valid_up_to() },
                severity,
                format!("expected UTF-8, found the byte {byte:#04x}"),
                "save the file as UTF-8".to_string(),
            );
        }
        Some(file)
    }
}
