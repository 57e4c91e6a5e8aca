//! What a check says: `path:line:column: severity: message`, then `hint: …`. All problems of a run, in order of place.

use std::{collections::BTreeSet, fmt};

use framing_reader_engine::text::{Place, TextIndex};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The story can be built as it is.
    Warning,
    /// It cannot.
    Error,
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, as the user named it.
    pub path: String,
    /// Line and column, from 1; the column counts code points.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// One clause: expected and found.
    pub message: String,
    /// What to do now.
    pub hint: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{}:{}:{}: {severity}: {}", self.path, self.place.line, self.place.column, self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, "\n  hint: {hint}"))
    }
}

/// A place in one of the files of a run: which file, and the byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Index of the file.
    pub(crate) file: usize,
    /// Byte in its text.
    pub(crate) at: usize,
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub origin: Origin,
}

impl<T> At<T> {
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At { value: f(self.value), origin: self.origin }
    }
}

/// The files of a run and the problems found in them so far.
#[derive(Debug, Default)]
pub struct Problems {
    files: Vec<(String, String)>,
    found: Vec<(Origin, Severity, String, Option<String>)>,
    /// Files of which a part could not be read: what is missing from them is no second mistake.
    broken: BTreeSet<usize>,
}

impl Problems {
    /// Adds a file; its index names it from now on.
    pub(crate) fn add_file(&mut self, path: String, text: String) -> usize {
        self.files.push((path, text));
        self.files.len() - 1
    }

    /// The text of a file.
    pub(crate) fn text(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |(_, text)| text)
    }

    pub(crate) fn error(&mut self, origin: Origin, message: impl Into<String>, hint: impl Into<Option<String>>) {
        self.add(origin, Severity::Error, message, hint);
    }

    pub(crate) fn warning(&mut self, origin: Origin, message: impl Into<String>, hint: impl Into<Option<String>>) {
        self.add(origin, Severity::Warning, message, hint);
    }

    pub(crate) fn add(
        &mut self,
        origin: Origin,
        severity: Severity,
        message: impl Into<String>,
        hint: impl Into<Option<String>>,
    ) {
        self.found.push((origin, severity, message.into(), hint.into()));
    }

    /// Tells a part of a TOML file that could not be read.
    pub(crate) fn broken(&mut self, origin: Origin, message: &str) {
        self.broken.insert(origin.file);
        self.error(origin, format!("broken TOML: {message}"), "see toml.io for how it is written".to_string());
    }

    /// Whether a part of the file with this name could not be read.
    pub(crate) fn is_broken(&self, name: &str) -> bool {
        self.broken
            .iter()
            .filter_map(|file| self.files.get(*file))
            .any(|(path, _)| path.rsplit('/').next() == Some(name))
    }

    /// Every problem, by file and place.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let indexes: Vec<TextIndex<'_>> = self.files.iter().map(|(_, text)| TextIndex::new(text)).collect();
        let mut found: Vec<_> = self.found.iter().collect();
        found.sort_by_key(|(origin, ..)| (self.files.get(origin.file).map(|(path, _)| path), origin.at));
        found
            .into_iter()
            .map(|(origin, severity, message, hint)| Diagnostic {
                path: self.files.get(origin.file).map(|(path, _)| path.clone()).unwrap_or_default(),
                place: indexes.get(origin.file).map_or(Place { line: 1, column: 1 }, |index| index.place(origin.at)),
                severity: *severity,
                message: message.clone(),
                hint: hint.clone(),
            })
            .collect()
    }

    /// Whether any problem keeps the story from being built.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// How many problems do.
    pub(crate) fn errors(&self) -> usize {
        self.found.iter().filter(|(_, severity, ..)| *severity == Severity::Error).count()
    }
}
