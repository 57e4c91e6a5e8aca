//! Values of a TOML file changed in their places: everything else in the file stays as somebody wrote it, remarks included.
//!
//! A path names tables, members and elements, elements by their number from 0: `framing.1.standfirst`. Values go in as TOML
//! writes them. What would not be TOML any more is refused, and the file stays as it is.

use std::ops::Range;

use framing_reader_plain::Value;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Why a file was not changed, in a few words.
pub type Refusal = String;

/// A file as plain values, to be shown in fields: dates and numbers as they are written.
pub fn values(text: &str) -> Result<Value, Refusal> {
    Ok(of_table(parse(text)?.get_ref()))
}

/// The file with the value at `path` set, or added at the end of its table's plain values.
pub fn set(text: &str, path: &str, value: &str) -> Result<String, Refusal> {
    if parse(&format!("value = {value}"))?.get_ref().len() > 1 {
        return Err("expected one value, found several".to_owned());
    }
    let root = parse(text)?;
    let (of, key) = path.rsplit_once('.').unwrap_or(("", path));
    let table = table_at(root.get_ref(), of).ok_or_else(|| format!("expected a table at `{of}`, found none"))?;
    let mut changed = text.to_owned();
    match table.get(key) {
        Some(old) => changed.replace_range(old.span(), value),
        None => {
            let plain = table.values().filter(|value| !is_tables(value.get_ref()));
            let last = plain.map(|value| value.span().end).max();
            let at = last.ok_or_else(|| format!("expected a value in `{of}`, found none"))?;
            let at = text[at..].find('\n').map_or(text.len(), |length| at + length);
            changed.insert_str(at, &format!("\n{key} = {value}"));
        }
    }
    parse(&changed)?;
    Ok(changed)
}

/// The file without one element of an array of tables, such as `document.2`.
pub fn remove(text: &str, path: &str) -> Result<String, Refusal> {
    let root = parse(text)?;
    let none = || format!("expected an element at `{path}`, found none");
    let (name, _) = path.rsplit_once('.').ok_or_else(none)?;
    let held = extent(table_at(root.get_ref(), path).ok_or_else(none)?).ok_or_else(none)?;
    let head = text[..held.start].rfind(&format!("[[{name}]]")).ok_or_else(none)?;
    let end = text[held.end..].find('\n').map_or(text.len(), |length| held.end + length + 1);
    let blank = text[end..].len() - text[end..].trim_start_matches(['\n', '\r']).len();
    let mut changed = text.to_owned();
    changed.replace_range(head..end + blank, "");
    parse(&changed)?;
    Ok(changed)
}

pub(crate) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Refusal> {
    DeTable::parse(text).map_err(|error| {
        let message = error.message().lines().next().unwrap_or_default().to_lowercase();
        format!("broken TOML: {message}")
    })
}

/// The table that a path leads to; the empty path is the root.
pub(crate) fn table_at<'t, 'd>(root: &'t DeTable<'d>, path: &str) -> Option<&'t DeTable<'d>> {
    let mut steps = path.split('.').filter(|step| !step.is_empty());
    let Some(first) = steps.next() else { return Some(root) };
    let mut at = root.get(first)?.get_ref();
    for step in steps {
        at = match at {
            DeValue::Array(elements) => elements.get(step.parse::<usize>().ok()?)?.get_ref(),
            DeValue::Table(table) => table.get(step)?.get_ref(),
            _ => return None,
        };
    }
    match at {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

/// Whether a value stands under a header of its own, and not in a line of its table.
fn is_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(elements) => elements.iter().any(|element| matches!(element.get_ref(), DeValue::Table(_))),
        _ => false,
    }
}

/// From the first to the last byte of a table's values, those of tables within included.
fn extent(table: &DeTable<'_>) -> Option<Range<usize>> {
    let ranges = table.values().filter_map(|value| match value.get_ref() {
        DeValue::Table(inner) => extent(inner),
        DeValue::Array(elements) if is_tables(value.get_ref()) => {
            let inner = elements.iter().filter_map(|element| match element.get_ref() {
                DeValue::Table(table) => extent(table),
                _ => None,
            });
            inner.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
        }
        _ => Some(value.span()),
    });
    ranges.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
}

fn of_table(table: &DeTable<'_>) -> Value {
    Value::Object(table.iter().map(|(name, value)| (name.get_ref().to_string(), of(value.get_ref()))).collect())
}

fn of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Array(elements) => elements.iter().map(|element| of(element.get_ref())).collect(),
        DeValue::Table(table) => of_table(table),
        DeValue::Integer(number) => number.as_str().into(),
        DeValue::Float(number) => number.as_str().into(),
        DeValue::Datetime(date) => date.to_string().as_str().into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{json, to_value};

    use super::*;

    const FILE: &str = "# The harbor.\nid = \"harbor\" # kebab\ndate = 2026-11-22\n\n[[framing]]\nid = \"toll\"\n\n\
                        # The second.\n[[framing]]\nid = \"quay\"\nstandfirst = \"\"\"Old\nwords\"\"\" # ours\n\n[other]\nx = 1\n";

    #[test]
    fn a_value_is_set_and_the_rest_stays() {
        let changed = set(FILE, "framing.1.standfirst", "\"New words\"").unwrap();
        assert_eq!(changed, FILE.replace("\"\"\"Old\nwords\"\"\"", "\"New words\""));
        assert_eq!(to_value(values(&changed).unwrap()).unwrap()["framing"][1]["standfirst"], "New words");
    }

    #[test]
    fn a_value_that_is_missing_is_added_to_its_table() {
        let changed = set(FILE, "framing.0.name", "\"The toll\"").unwrap();
        assert_eq!(changed, FILE.replace("id = \"toll\"", "id = \"toll\"\nname = \"The toll\""));
        let changed = set(FILE, "title", "\"Harbor\"").unwrap();
        assert_eq!(changed, FILE.replace("2026-11-22", "2026-11-22\ntitle = \"Harbor\""));
    }

    #[test]
    fn an_element_is_taken_out_and_remarks_on_others_stay() {
        assert_eq!(remove(FILE, "framing.0").unwrap(), FILE.replace("[[framing]]\nid = \"toll\"\n\n", ""));
        let left = remove(FILE, "framing.1").unwrap();
        assert!(left.contains("# The second.\n[other]"), "{left}");
    }

    #[test]
    fn what_would_not_be_toml_is_refused() {
        assert!(set(FILE, "id", "\"").is_err());
        assert!(set(FILE, "id", "1\nmore = 2").is_err());
        assert!(set(FILE, "framing.7.id", "1").is_err());
        assert!(set("x = ", "x", "1").is_err());
        assert!(remove(FILE, "framing.2").is_err());
        assert!(remove(FILE, "id").is_err());
    }

    #[test]
    fn a_file_is_shown_as_plain_values() {
        let values = to_value(values(FILE).unwrap()).unwrap();
        assert_eq!(values["date"], "2026-11-22");
        assert_eq!(values["framing"][0], json!({ "id": "toll" }));
    }
}
