//! The cue words of a story's framings (`cues` in `story.toml`), written and checked for fields of a page.
//!
//! 1. [`write`] sets one list of a framing in its place, however the others are written; [`drop_list`] takes one out;
//! 2. [`clear`] takes all of a framing's out, which gives it the shipped words again;
//! 3. [`problems`] says which phrases cannot be read, by list and place in it.

use std::ops::Range;

use framing_reader_engine::Lexicon;
use framing_reader_plain::Value;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    edit::{Refusal, parse, set, table_at},
    text::number,
};

/// The file with a list of a framing's cues written as `value`, a TOML array. `framing` counts from 0.
pub fn write(text: &str, framing: usize, list: &str, value: &str) -> Result<String, Refusal> {
    let name = if list.starts_with('@') { format!("\"{list}\"") } else { list.to_owned() };
    let root = parse(text)?;
    let cues = table_at(root.get_ref(), &format!("framing.{framing}.cues"));
    if cues.is_some_and(|cues| cues.get(list).is_some()) {
        return set(text, &format!("framing.{framing}.cues.{list}"), value);
    }
    if parse(&format!("value = {value}"))?.get_ref().len() > 1 {
        return Err("expected one value, found several".to_owned());
    }
    let mut changed = text.to_owned();
    let Some(cues) = cues else {
        // Behind the framing's other values.
        let framing =
            table_at(root.get_ref(), &format!("framing.{framing}")).ok_or("expected a framing, found none")?;
        let plain = framing.values().filter(|value| !matches!(value.get_ref(), DeValue::Table(_)));
        let last = plain.map(|value| value.span().end).max().ok_or("expected a value of the framing, found none")?;
        let at = text[last..].find('\n').map_or(text.len(), |length| last + length);
        changed.insert_str(at, &format!("\ncues.{name} = {value}"));
        parse(&changed)?;
        return Ok(changed);
    };
    match cues.iter().max_by_key(|(_, value)| value.span().end) {
        // Beside the last one, in the way that it is written.
        Some((key, last)) => {
            let (before, end) = (text[..key.span().start].trim_end(), last.span().end);
            let line = text[end..].find('\n').map_or(text.len(), |length| end + length);
            match before.chars().next_back() {
                Some('{' | ',') => changed.insert_str(end, &format!(", {name} = {value}")),
                Some('.') => changed.insert_str(line, &format!("\ncues.{name} = {value}")),
                _ => changed.insert_str(line, &format!("\n{name} = {value}")),
            }
        }
        None => {
            let at = empty(root.get_ref(), framing).ok_or("expected room for cues, found none")?;
            changed.replace_range(at, &format!("{{ {name} = {value} }}"));
        }
    }
    parse(&changed)?;
    Ok(changed)
}

/// The file without one list of a framing's cues. `framing` counts from 0.
pub fn drop_list(text: &str, framing: usize, list: &str) -> Result<String, Refusal> {
    let root = parse(text)?;
    let cues = table_at(root.get_ref(), &format!("framing.{framing}.cues"));
    let Some((key, value)) = cues.and_then(|cues| cues.get_key_value(list)) else { return Ok(text.to_owned()) };
    let (start, end) = (key.span().start, value.span().end);
    let (before, behind) = (text[..start].trim_end(), text[end..].trim_start());
    let range = match before.chars().next_back() {
        Some(',') => before.len() - 1..end,
        Some('{') if behind.starts_with(',') => start..text.len() - behind[1..].trim_start().len(),
        Some('{') => start..end,
        _ => line_of(text, start..end),
    };
    let mut changed = text.to_owned();
    changed.replace_range(range, "");
    parse(&changed)?;
    Ok(changed)
}

/// The whole lines of a range.
fn line_of(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |length| range.end + length + 1);
    start..end
}

/// The file without a framing's cues. `framing` counts from 0.
pub fn clear(text: &str, framing: usize) -> Result<String, Refusal> {
    let root = parse(text)?;
    let Some(cues) = table_at(root.get_ref(), &format!("framing.{framing}.cues")) else { return Ok(text.to_owned()) };
    let line_of = |range| line_of(text, range);
    let mut lines: Vec<Range<usize>> =
        cues.iter().map(|(key, value)| line_of(key.span().start..value.span().end)).collect();
    lines.extend(empty(root.get_ref(), framing).map(line_of));
    let first = lines.iter().map(|line| line.start).min();
    // A header of its own stands before the first of them, with nothing but blanks and remarks between.
    if let Some(at) = first.and_then(|first| text[..first].rfind("[framing.cues]")) {
        let between = first.and_then(|first| text.get(at + "[framing.cues]".len()..first)).unwrap_or_default();
        if between.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            lines.push(line_of(at..at + 1));
        }
    }
    lines.sort_by_key(|line| line.start);
    lines.dedup();
    let mut changed = text.to_owned();
    for line in lines.into_iter().rev() {
        changed.replace_range(line, "");
    }
    if table_at(parse(&changed)?.get_ref(), &format!("framing.{framing}.cues")).is_some() {
        return Err("expected cues on lines of their own, found others".to_owned());
    }
    Ok(changed)
}

/// Where an inline table of cues without any stands.
fn empty(root: &DeTable<'_>, framing: usize) -> Option<Range<usize>> {
    let cues = table_at(root, &format!("framing.{framing}"))?.get("cues")?;
    matches!(cues.get_ref(), DeValue::Table(table) if table.is_empty()).then(|| cues.span())
}

/// Phrases that cannot be read: `{ framing, list, at, message }`, framings and phrases of a list counted from 0.
pub fn problems(text: &str) -> Result<Value, Refusal> {
    let root = parse(text)?;
    let mut told = Vec::new();
    for framing in 0..2 {
        let Some(cues) = table_at(root.get_ref(), &format!("framing.{framing}.cues")) else { continue };
        let phrases: Vec<(&str, usize, &str)> = cues
            .iter()
            .flat_map(|(list, value)| {
                let texts = strings(value);
                texts.enumerate().map(move |(at, phrase)| (list.get_ref().as_ref(), at, phrase))
            })
            .collect();
        let pairs: Vec<(&str, &str)> = phrases.iter().map(|(list, _, phrase)| (*list, *phrase)).collect();
        for problem in Lexicon::from_cues(&pairs).1 {
            let Some((list, at, _)) = problem.line.checked_sub(1).and_then(|index| phrases.get(index)) else {
                continue;
            };
            told.push(Value::object([
                ("framing", number(framing)),
                ("list", (*list).into()),
                ("at", number(*at)),
                ("message", problem.message.as_str().into()),
            ]));
        }
    }
    Ok(told.into_iter().collect())
}

/// The texts of an array.
fn strings<'t>(value: &'t Spanned<DeValue<'_>>) -> impl Iterator<Item = &'t str> {
    let elements = value.get_ref().as_array().into_iter().flat_map(|elements| elements.iter());
    elements.map(|element| element.get_ref().as_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json, to_value};

    use super::*;
    use crate::edit::values;

    const HEAD: &str = "# The pier.\nid = \"pier\"\n\n[[framing]]\nid = \"cost\"\nname = \"Cost\"\n";
    const TAIL: &str = "\n[[framing]]\nid = \"memory\"\nname = \"Memory\"\n\n[[document]]\nid = \"001\"\n";

    fn cues(text: &str, framing: usize) -> Json {
        to_value(values(text).unwrap()).unwrap()["framing"][framing]["cues"].clone()
    }

    #[test]
    fn the_first_list_gives_a_framing_its_own_words_and_none_gives_the_shipped_ones_back() {
        let plain = [HEAD, TAIL].concat();
        for framing in 0..2 {
            let own = write(&plain, framing, "sure", r#"["too dear"]"#).unwrap();
            let own = write(&own, framing, "@grain", r#"["wheat", "oat*"]"#).unwrap();
            assert_eq!(cues(&own, framing), json!({ "sure": ["too dear"], "@grain": ["wheat", "oat*"] }));
            assert_eq!(cues(&own, 1 - framing), Json::Null);
            assert_eq!(clear(&own, framing).unwrap(), plain);
        }
    }

    #[test]
    fn cues_are_set_however_they_are_written_and_the_rest_stays() {
        for written in [
            "cues.sure = [\"too dear\"] # ours\ncues.never = [\n  \"deer\",\n]\n",
            "cues = { sure = [\"too dear\"], never = [\"deer\"] } # ours\n",
            "\n[framing.cues]\n# ours\nsure = [\"too dear\"]\nnever = [\"deer\"]\n",
        ] {
            let text = [HEAD, written, TAIL].concat();
            let changed = write(&text, 0, "sure", r#"["public purse"]"#).unwrap();
            assert_eq!(changed, text.replace("too dear", "public purse"));
            let changed = write(&text, 0, "weak", r#"["fee*"]"#).unwrap();
            assert_eq!(cues(&changed, 0), json!({ "sure": ["too dear"], "never": ["deer"], "weak": ["fee*"] }));
            for (list, other) in [("sure", "never"), ("never", "sure")] {
                let dropped = drop_list(&changed, 0, list).unwrap();
                assert!(cues(&dropped, 0).get(list).is_none() && cues(&dropped, 0).get(other).is_some(), "{dropped}");
                assert_eq!(drop_list(&dropped, 0, list).unwrap(), dropped);
            }
            let cleared = clear(&text, 0).unwrap();
            assert_eq!(cues(&cleared, 0), Json::Null);
            assert!(cleared.starts_with(HEAD) && cleared.ends_with(TAIL), "{cleared}");
        }
        let empty = [HEAD, "cues = {}\n", TAIL].concat();
        assert_eq!(cues(&write(&empty, 0, "sure", "[]").unwrap(), 0), json!({ "sure": [] }));
        assert_eq!(clear(&empty, 0).unwrap(), [HEAD, TAIL].concat());
    }

    #[test]
    fn phrases_that_cannot_be_read_are_told_by_list_and_place() {
        let cues = "cues.sure = [\"too dear\", \".. dear\", \"@wheat\"]\ncues.wobbly = [\"x\"]\n";
        let told = to_value(problems(&[HEAD, cues, TAIL].concat()).unwrap()).unwrap();
        let places: Vec<_> =
            told.as_array().unwrap().iter().map(|told| (told["list"].as_str().unwrap(), told["at"].as_u64())).collect();
        assert_eq!(places, [("sure", Some(1)), ("sure", Some(2)), ("wobbly", Some(0))]);
        assert_eq!(to_value(problems(&[HEAD, TAIL].concat()).unwrap()).unwrap(), json!([]));
        assert!(problems("[").is_err());
    }
}
