//! A TOML table read field by field: every missing, mistyped or unknown key is a problem with a place, none ends the reading.

use std::cell::RefCell;

use framing_reader_engine::{Span, text::lines};
use toml::de::{DeTable, DeValue};

use super::diagnostic::{At, Origin, Problems};
use crate::similar::did_you_mean;

/// Parses a TOML file. What is broken is told once for each top-level table and left out, what is whole is kept.
pub(crate) fn parse<T>(file: usize, problems: &mut Problems, read: impl FnOnce(&Table<'_>, &mut Problems) -> T) -> T {
    let text = without_broken_tables(file, problems);
    let (table, _) = DeTable::parse_recoverable(&text);
    let root = Table { file, at: 0, entries: table.get_ref(), seen: RefCell::default() };
    let result = read(&root, problems);
    root.finish(problems);
    result
}

/// The text with its broken top-level tables blanked out, so that every place in it stays what it was. One slip in one table
/// would otherwise be told as dozens, and hide what is wrong in the others.
fn without_broken_tables(file: usize, problems: &mut Problems) -> String {
    let mut text = problems.text(file).to_string();
    if DeTable::parse(&text).is_ok() {
        return text;
    }
    // `[[question.position]]` belongs to the `[[question]]` before it.
    let is_head = |line: &Span| line.of(&text).strip_prefix("[[").is_some_and(|name| !name.contains('.'));
    let mut starts: Vec<usize> = lines(&text).filter(is_head).map(|line| line.start).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<Span> = starts.iter().copied().zip(ends).map(|(start, end)| Span::new(start, end)).collect();
    for part in parts {
        if let Err(error) = DeTable::parse(part.of(&text)) {
            let at = part.start + error.span().map_or(0, |span| span.start);
            let message = error.message().lines().next().unwrap_or_default().to_lowercase();
            problems.broken(Origin { file, at }, &message);
            let blank: String = part
                .of(&text)
                .chars()
                .map(|c| if c == '\n' { "\n".into() } else { " ".repeat(c.len_utf8()) })
                .collect();
            text.replace_range(part.start..part.end, &blank);
        }
    }
    // Whole tables can still clash with each other, such as a key given twice at the top.
    if let Err(error) = DeTable::parse(&text) {
        let message = error.message().lines().next().unwrap_or_default().to_lowercase();
        problems.broken(Origin { file, at: error.span().map_or(0, |span| span.start) }, &message);
    }
    text
}

/// What names most tables within tables.
pub(crate) const FRAMING: &str = "a framing's name";

/// One table, which remembers the keys it was asked for.
pub(crate) struct Table<'t> {
    file: usize,
    at: usize,
    entries: &'t DeTable<'t>,
    seen: RefCell<Vec<&'static str>>,
}

impl<'t> Table<'t> {
    /// Where the table begins.
    pub(crate) fn origin(&self) -> Origin {
        Origin { file: self.file, at: self.at }
    }

    /// The origin of a value in this table's file.
    fn origin_of(&self, value: &toml::Spanned<DeValue<'_>>) -> Origin {
        Origin { file: self.file, at: value.span().start }
    }

    fn get(&self, key: &'static str) -> Option<&'t toml::Spanned<DeValue<'t>>> {
        self.seen.borrow_mut().push(key);
        self.entries.get(key)
    }

    fn mistyped(&self, key: &str, expected: &str, value: &toml::Spanned<DeValue<'_>>, problems: &mut Problems) {
        let found = value.get_ref().type_str();
        problems.error(self.origin_of(value), format!("expected `{key}` to be {expected}, found {found}"), None);
    }

    fn required<T>(&self, key: &str, value: Option<T>, problems: &mut Problems) -> Option<T> {
        if value.is_none() && !self.entries.contains_key(key) {
            problems.error(self.origin(), format!("expected `{key}`, found none"), format!("add `{key} = …`"));
        }
        value
    }

    /// A string that must be there.
    pub(crate) fn str(&self, key: &'static str, problems: &mut Problems) -> Option<At<String>> {
        let value = self.opt_str(key, problems);
        self.required(key, value, problems)
    }

    /// A string that may be there.
    pub(crate) fn opt_str(&self, key: &'static str, problems: &mut Problems) -> Option<At<String>> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                problems.error(
                    self.origin_of(value),
                    format!("expected `{key}` to say something, found an empty string"),
                    None,
                );
                None
            }
            Some(text) => Some(At { value: text.to_string(), origin: self.origin_of(value) }),
            None => {
                self.mistyped(key, "a string", value, problems);
                None
            }
        }
    }

    /// A string that must be there, save in a draft, where it is then empty.
    pub(crate) fn str_or_draft(&self, key: &'static str, draft: bool, problems: &mut Problems) -> Option<String> {
        let value = if draft { self.opt_str(key, problems) } else { self.str(key, problems) };
        value.map(|value| value.value).or_else(|| draft.then(String::new))
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// A whole number that must be there.
    pub(crate) fn number(&self, key: &'static str, problems: &mut Problems) -> Option<At<u32>> {
        let value = self.get(key).and_then(|value| {
            let number = value.get_ref().as_integer().and_then(|n| n.as_str().parse().ok());
            if number.is_none() {
                self.mistyped(key, "a whole number", value, problems);
            }
            number.map(|number| At { value: number, origin: self.origin_of(value) })
        });
        self.required(key, value, problems)
    }

    /// A date that must be there, as TOML writes it; ISO text.
    pub(crate) fn date(&self, key: &'static str, problems: &mut Problems) -> Option<At<String>> {
        let value = self.get(key).and_then(|value| {
            let date = value.get_ref().as_datetime().filter(|d| d.date.is_some() && d.time.is_none());
            if date.is_none() {
                self.mistyped(key, "a date such as 2026-11-21", value, problems);
            }
            date.map(|date| At { value: date.to_string(), origin: self.origin_of(value) })
        });
        self.required(key, value, problems)
    }

    /// One string or a list of strings; empty where the key is missing.
    pub(crate) fn strs(&self, key: &'static str, problems: &mut Problems) -> Vec<At<String>> {
        self.get(key).map(|value| self.strings_of(key, value, problems)).unwrap_or_default()
    }

    /// One string or a list of strings that must be there, be it an empty list.
    pub(crate) fn required_strs(&self, key: &'static str, problems: &mut Problems) -> Vec<At<String>> {
        self.required(key, self.entries.get(key), problems);
        self.strs(key, problems)
    }

    /// Reads a sub-table, if there.
    pub(crate) fn table<T>(
        &self,
        key: &'static str,
        problems: &mut Problems,
        read: impl FnOnce(&Table<'_>, &mut Problems) -> T,
    ) -> Option<T> {
        let value = self.get(key)?;
        self.table_of(key, value, problems, read)
    }

    /// Reads every table of an array of tables, in order; empty where the key is missing.
    pub(crate) fn tables<T>(
        &self,
        key: &'static str,
        problems: &mut Problems,
        mut read: impl FnMut(&Table<'_>, &mut Problems) -> T,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.mistyped(key, &format!("a list of tables, written `[[{key}]]`"), value, problems);
            return Vec::new();
        };
        list.iter().filter_map(|item| self.table_of(key, item, problems, &mut read)).collect()
    }

    /// Strings under names of some kind, `key.name = […]`.
    pub(crate) fn named_strs(
        &self,
        key: &'static str,
        name: &str,
        problems: &mut Problems,
    ) -> Vec<(At<String>, Vec<At<String>>)> {
        self.named(key, name, problems, |value, problems| self.strings_of(key, value, problems))
    }

    /// Tables under names of framings, `key.name = { … }`.
    pub(crate) fn named_tables<T>(
        &self,
        key: &'static str,
        problems: &mut Problems,
        mut read: impl FnMut(&Table<'_>, &mut Problems) -> T,
    ) -> Vec<(At<String>, T)> {
        let found =
            self.named(key, FRAMING, problems, |value, problems| self.table_of(key, value, problems, &mut read));
        found.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect()
    }

    fn named<T>(
        &self,
        key: &'static str,
        name: &str,
        problems: &mut Problems,
        mut read: impl FnMut(&'t toml::Spanned<DeValue<'t>>, &mut Problems) -> T,
    ) -> Vec<(At<String>, T)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(entries) = value.get_ref().as_table() else {
            self.mistyped(key, &format!("a table with {name} for key"), value, problems);
            return Vec::new();
        };
        entries
            .iter()
            .map(|(name, value)| {
                let origin = Origin { file: self.file, at: name.span().start };
                (At { value: name.get_ref().to_string(), origin }, read(value, problems))
            })
            .collect()
    }

    fn strings_of(&self, key: &str, value: &toml::Spanned<DeValue<'_>>, problems: &mut Problems) -> Vec<At<String>> {
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        let mut strings = Vec::new();
        for item in list {
            match item.get_ref().as_str() {
                Some(text) => strings.push(At { value: text.to_string(), origin: self.origin_of(item) }),
                None => self.mistyped(key, "a string or a list of strings", item, problems),
            }
        }
        strings
    }

    fn table_of<T>(
        &self,
        key: &str,
        value: &toml::Spanned<DeValue<'_>>,
        problems: &mut Problems,
        read: impl FnOnce(&Table<'_>, &mut Problems) -> T,
    ) -> Option<T> {
        let Some(entries) = value.get_ref().as_table() else {
            self.mistyped(key, "a table", value, problems);
            return None;
        };
        let table = Table { file: self.file, at: value.span().start, entries, seen: RefCell::default() };
        let result = read(&table, problems);
        table.finish(problems);
        Some(result)
    }

    /// Tells the keys that nobody asked for.
    fn finish(&self, problems: &mut Problems) {
        let seen = self.seen.borrow();
        for key in self.entries.keys().filter(|key| !seen.contains(&key.get_ref().as_ref())) {
            let origin = Origin { file: self.file, at: key.span().start };
            let hint = did_you_mean(key.get_ref(), seen.iter().copied());
            problems.error(origin, format!("unknown key `{}`", key.get_ref()), hint);
        }
    }
}
