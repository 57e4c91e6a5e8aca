//! The folder's files changed in place, for a desk on which a story is made: one entry at a time, and everything that a person
//! wrote around it, remarks and order and blanks, stays as it is.
//!
//! 1. [`put`] changes an entry of a list (`[[paragraph]]`, `[[actor]]`, …), or adds it behind the others;
//! 2. [`take_out`] removes one;
//! 3. [`set`] changes a key that stands in no list.
//!
//! Files are changed by way of `toml_edit`, and not written anew from what was read: what this program does not know of, and what
//! people wrote for each other, would be lost.

use std::fmt;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike};

/// What a key can say in a story folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `"…"`.
    Text(String),
    /// `["…", "…"]`.
    Texts(Vec<String>),
    /// `12`.
    Number(u32),
    /// A date, as TOML writes it: `2026-11-21`.
    Date(String),
}

/// A key and what it is to say; with dots for a key within a table, `evidence.cost`. `None` takes it out.
pub type Field<'a> = (&'a str, Option<Value>);

/// Why a file was not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no TOML; what `check` says of it has the place.
    Broken(String),
    /// The key holds something else than it is to hold: `evidence` is a text, and `evidence.cost` was asked for.
    Mismatch(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Broken(message) => write!(f, "broken TOML: {message}"),
            Refused::Mismatch(key) => write!(f, "expected a place for `{key}`, found something else there"),
        }
    }
}

/// Changes the entry of `list` whose `identity` says the same, or adds one, and returns the file's new text.
pub fn put(file: &str, list: &str, identity: &[(&str, Value)], fields: &[Field<'_>]) -> Result<String, Refused> {
    let mut document = parse(file)?;
    let mismatch = || Refused::Mismatch(list.to_string());
    let entry = document.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let entries = entry.as_array_of_tables_mut().ok_or_else(mismatch)?;
    let known = entries.iter().position(|entry| is(entry, identity));
    let at = known.unwrap_or_else(|| {
        let mut entry = Table::new();
        let first = entries.is_empty() && file.trim().is_empty();
        entry.decor_mut().set_prefix(if first { "" } else { "\n" });
        entries.push(entry);
        entries.len() - 1
    });
    let entry = entries.get_mut(at).ok_or_else(mismatch)?;
    for (key, value) in identity {
        write(entry, key, Some(value))?;
    }
    for (key, value) in fields {
        write(entry, key, value.as_ref())?;
    }
    Ok(document.to_string())
}

/// Takes the entry of `list` out whose `identity` says the same; a file without it is left as it is.
pub fn take_out(file: &str, list: &str, identity: &[(&str, Value)]) -> Result<String, Refused> {
    let mut document = parse(file)?;
    let Some(entries) = document.get_mut(list).and_then(Item::as_array_of_tables_mut) else {
        return Ok(file.to_string());
    };
    let Some(at) = entries.iter().position(|entry| is(entry, identity)) else { return Ok(file.to_string()) };
    // What stood before it may be about more than itself, such as the remark a file begins with.
    let before = entries.get(at).and_then(|entry| entry.decor().prefix()?.as_str()).unwrap_or_default().to_string();
    entries.remove(at);
    if before.contains('#') {
        let next = entries.get_mut(at).map(Table::decor_mut);
        match next {
            Some(decor) => {
                let own = decor.prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
                let both = [&*before, own].concat();
                decor.set_prefix(both);
            }
            None => {
                let own = document.trailing().as_str().unwrap_or_default();
                let both = [&*before, own].concat();
                document.set_trailing(both);
            }
        }
    }
    Ok(document.to_string())
}

/// Changes keys that stand in no list: `title`, `coding.coder`.
pub fn set(file: &str, fields: &[Field<'_>]) -> Result<String, Refused> {
    let mut document = parse(file)?;
    for (key, value) in fields {
        write(document.as_table_mut(), key, value.as_ref())?;
    }
    Ok(document.to_string())
}

fn parse(file: &str) -> Result<DocumentMut, Refused> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    file.parse().map_err(|error: toml_edit::TomlError| {
        Refused::Broken(error.message().lines().next().unwrap_or_default().to_lowercase())
    })
}

/// Whether an entry says all this.
fn is(entry: &Table, identity: &[(&str, Value)]) -> bool {
    identity.iter().all(|(key, value)| entry.get(key).is_some_and(|item| says(item, value)))
}

fn says(item: &Item, value: &Value) -> bool {
    match value {
        Value::Text(text) => item.as_str() == Some(text),
        Value::Number(number) => item.as_integer() == Some(i64::from(*number)),
        Value::Date(date) => item.as_datetime().is_some_and(|found| found.to_string() == *date),
        Value::Texts(texts) => item.as_array().is_some_and(|list| {
            list.len() == texts.len() && list.iter().zip(texts).all(|(found, text)| found.as_str() == Some(text))
        }),
    }
}

/// Writes a key of a table, or takes it out. What says the same already is not touched.
fn write(table: &mut dyn TableLike, key: &str, value: Option<&Value>) -> Result<(), Refused> {
    let mismatch = || Refused::Mismatch(key.to_string());
    if let Some((name, rest)) = key.split_once('.') {
        if value.is_none() && table.get(name).is_none() {
            return Ok(());
        }
        if table.get(name).is_none() {
            let mut within = InlineTable::new();
            within.set_dotted(true);
            table.insert(name, Item::Value(within.into()));
        }
        let within = table.get_mut(name).and_then(Item::as_table_like_mut).ok_or_else(mismatch)?;
        write(within, rest, value)?;
        if within.is_empty() {
            table.remove(name);
        }
        return Ok(());
    }
    let Some(value) = value else {
        table.remove(key);
        return Ok(());
    };
    if table.get(key).is_some_and(|item| says(item, value)) {
        return Ok(());
    }
    let new = toml_value(value).ok_or_else(mismatch)?;
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            // The remark behind it stays.
            let decor = old.decor().clone();
            *old = new;
            *old.decor_mut() = decor;
        }
        _ => {
            table.insert(key, Item::Value(new));
        }
    }
    Ok(())
}

fn toml_value(value: &Value) -> Option<toml_edit::Value> {
    Some(match value {
        Value::Text(text) => text.as_str().into(),
        Value::Texts(texts) => texts.iter().map(String::as_str).collect::<Array>().into(),
        Value::Number(number) => i64::from(*number).into(),
        Value::Date(date) => date.parse::<toml_edit::Datetime>().ok()?.into(),
    })
}

#[cfg(test)]
mod tests;
