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

/// The file with the value at `path` set, or added at the end of its table's plain values. Of tables on the way that are not there yet
/// it names those in its line: `note.toll = …`.
pub fn set(text: &str, path: &str, value: &str) -> Result<String, Refusal> {
    if parse(&format!("value = {value}"))?.get_ref().len() > 1 {
        return Err("expected one value, found several".to_owned());
    }
    let root = parse(text)?;
    let (of, key) = path.rsplit_once('.').unwrap_or(("", path));
    if let Some(old) = table_at(root.get_ref(), of).and_then(|table| table.get(key)) {
        let mut changed = text.to_owned();
        changed.replace_range(old.span(), value);
        parse(&changed)?;
        return Ok(changed);
    }
    // Behind the values of the innermost table that has a header: others are names in its lines, or stand in one of them.
    let within = path.match_indices('.').rev().map(|(dot, _)| (&path[..dot], &path[dot + 1..])).chain([("", path)]);
    let added = within.filter_map(|(of, key)| {
        let plain = table_at(root.get_ref(), of)?.values().filter(|value| !is_tables(value.get_ref()));
        let last = plain.map(|value| value.span().end).max()?;
        let at = text[last..].find('\n').map_or(text.len(), |length| last + length);
        let changed = [&text[..at], &format!("\n{} = {value}", named(key)), &text[at..]].concat();
        let is_there = parse(&changed).is_ok_and(|root| is_there(root.get_ref(), path));
        is_there.then_some(changed)
    });
    let missing = || format!("expected a value in `{of}`, found none");
    { added }.next().ok_or_else(missing)
}

/// The file without the value at `path`, and without the lines it stands in. What is not there stays away; what stands in one line with
/// something else is refused.
pub fn unset(text: &str, path: &str) -> Result<String, Refusal> {
    let root = parse(text)?;
    let (of, key) = path.rsplit_once('.').unwrap_or(("", path));
    let Some((name, value)) = table_at(root.get_ref(), of).and_then(|table| table.get_key_value(key)) else {
        return Ok(text.to_owned());
    };
    let held = match value.get_ref() {
        DeValue::Table(table) => extent(table).unwrap_or(value.span()),
        _ => value.span(),
    };
    let start = text[..name.span().start.min(held.start)].rfind('\n').map_or(0, |at| at + 1);
    let last = held.end.max(value.span().end);
    let end = text[last..].find('\n').map_or(text.len(), |length| last + length + 1);
    let changed = [&text[..start], &text[end..]].concat();
    let mut left = of_table(root.get_ref());
    leave_out(&mut left, &path.split('.').collect::<Vec<_>>());
    match of_table(parse(&changed)?.get_ref()) == left {
        true => Ok(changed),
        false => Err(format!("expected `{path}` in a line of its own")),
    }
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

/// A path as TOML writes it: what is more than ASCII letters, digits and hyphens stands in marks.
fn named(path: &str) -> String {
    let is_bare = |step: &str| step.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let steps = path.split('.').map(|step| if is_bare(step) { step.to_owned() } else { format!("\"{step}\"") });
    steps.collect::<Vec<_>>().join(".")
}

/// Whether a path leads to a value.
fn is_there(root: &DeTable<'_>, path: &str) -> bool {
    let (of, key) = path.rsplit_once('.').unwrap_or(("", path));
    table_at(root, of).is_some_and(|table| table.contains_key(key))
}

/// Takes a member out, and tables that are empty without it.
fn leave_out(value: &mut Value, path: &[&str]) {
    let Some((step, rest)) = path.split_first() else { return };
    match value {
        Value::List(elements) => {
            if let Some(element) = step.parse().ok().and_then(|at: usize| elements.get_mut(at)) {
                leave_out(element, rest);
            }
        }
        Value::Object(members) => {
            let Some(at) = members.iter().position(|(name, _)| name == step) else { return };
            leave_out(&mut members[at].1, rest);
            if rest.is_empty() || matches!(&members[at].1, Value::Object(members) if members.is_empty()) {
                members.remove(at);
            }
        }
        _ => {}
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

    const CODES: &str = "[[paragraph]]\nline = 3 # the vote\nevidence.toll = [\"chip\"]\n\n# Later.\n[[paragraph]]\nline = 5\n\
                         note.quay = { text = \"Old\" }\n";

    #[test]
    fn a_value_in_a_table_that_is_not_there_yet_names_it_in_its_line() {
        let note = "{ text = \"New\" }";
        let changed = set(CODES, "paragraph.0.note.toll", note).unwrap();
        assert_eq!(changed, CODES.replace("the vote\n", "the vote\nnote.toll = { text = \"New\" }\n"));
        let beside = set(CODES, "paragraph.1.note.toll", note).unwrap();
        assert_eq!(to_value(values(&beside).unwrap()).unwrap()["paragraph"][1]["note"]["toll"]["text"], "New");
        let other = set(CODES, "paragraph.0.note.größe", note).unwrap();
        assert_eq!(other, changed.replace("note.toll", "note.\"größe\""));
        let evidence = set(CODES, "paragraph.0.evidence.quay", "[\"quay\"]").unwrap();
        assert_eq!(to_value(values(&evidence).unwrap()).unwrap()["paragraph"][0]["evidence"]["quay"][0], "quay");
        assert_eq!(
            unset(&unset(&evidence, "paragraph.0.evidence.quay").unwrap(), "paragraph.1.note.quay").unwrap(),
            CODES.replace("note.quay = { text = \"Old\" }\n", "")
        );
    }

    #[test]
    fn a_value_is_taken_out_with_its_line_and_nothing_else_is() {
        assert_eq!(
            unset(CODES, "paragraph.0.evidence.toll").unwrap(),
            CODES.replace("evidence.toll = [\"chip\"]\n", "")
        );
        assert_eq!(unset(CODES, "paragraph.0.reason").unwrap(), CODES);
        assert_eq!(
            unset(FILE, "framing.1.standfirst").unwrap(),
            FILE.replace("standfirst = \"\"\"Old\nwords\"\"\" # ours\n", "")
        );
        let inline = "a = { x = 1, y = 2 }\n";
        assert!(unset(inline, "a.x").is_err());
        assert_eq!(unset("a.b.x = 1\n", "a.b.x").unwrap(), "");
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
