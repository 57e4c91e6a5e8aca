//! A story of articles that nobody has coded: what the folder's `story.toml` and `actors.toml` say, and what the engine found in the
//! texts, as the plain object that the element loads.
//!
//! Whoever is named as the coder, the page calls that which is marked theirs. Here that is the engine, and the story says so.

use framing_reader_engine::{Block, BlockKind, TextIndex};
use framing_reader_plain::Value;
use framing_reader_story::record::CONTEXT;

use crate::{
    edit::{self, Refusal},
    text::{Text, number},
};

/// The story of a folder's manifest, its actors, and the texts by the ids of their documents. A document without a text, or with
/// one that has no words of an article, is left out.
pub fn draft<'t>(
    manifest: &str,
    actors: &str,
    actor_ids: &[&str],
    text: impl Fn(&str) -> Option<&'t Text>,
) -> Result<Value, Refusal> {
    let (manifest, actors) = (edit::values(manifest)?, edit::values(actors)?);
    let framings = list(&manifest, "framing");
    let ids: Vec<&str> = framings.iter().map(|framing| word(framing, "id")).collect();
    let read = list(&manifest, "document").iter().filter_map(|document| {
        let id = word(document, "id");
        let blocks = blocks(text(id)?, id, &ids, actor_ids);
        (!blocks.is_empty()).then_some((id, document, blocks))
    });
    let read: Vec<(&str, &Value, Vec<Value>)> = read.collect();
    let shown = |id: &str| read.iter().any(|(other, ..)| *other == id);
    let documents = read.iter().map(|(id, document, blocks)| {
        let mut members = renamed(document, &[("id", "id"), ("label", "label"), ("about", "about")]);
        members.extend(renamed(document, &[("edition_of", "editionOf"), ("summary_of", "summaryOf")]));
        members.retain(|(name, value)| !name.ends_with("Of") || matches!(value, Value::Text(id) if shown(id)));
        members.push(("file".to_owned(), Value::Text(format!("{id}.txt"))));
        members.push(("blocks".to_owned(), Value::List(blocks.clone())));
        Value::Object(members)
    });
    let documents: Value = documents.collect();
    let mut story = renamed(&manifest, &[("id", "id"), ("title", "title"), ("language", "language"), ("text", "text")]);
    let coding = member(&manifest, "coding").map(|coding| {
        let names = ["coder", "date", "version", "method", "contact"];
        Value::Object(renamed(coding, &names.map(|name| (name, name))))
    });
    let framings = framings.iter().map(|framing| {
        let names = ["id", "name", "asks", "standfirst"];
        Value::Object(renamed(framing, &names.map(|name| (name, name))))
    });
    let actors = list(&actors, "actor").iter().map(|actor| {
        let names = ["id", "name", "kind", "side", "role"];
        Value::Object(renamed(actor, &names.map(|name| (name, name))))
    });
    story.push(("version".to_owned(), number(1)));
    story.extend(coding.map(|coding| ("coding".to_owned(), coding)));
    story.push(("framings".to_owned(), framings.collect()));
    story.push(("actors".to_owned(), actors.collect()));
    story.push(("documents".to_owned(), documents));
    Ok(Value::Object(story))
}

/// The blocks of an article that a page shows: everything but site furniture and other articles.
fn blocks(text: &Text, document: &str, framings: &[&str], actors: &[&str]) -> Vec<Value> {
    let index = TextIndex::new(text.text());
    let shown = text.blocks().filter(|(_, block)| !matches!(block.kind, BlockKind::Chrome | BlockKind::Other));
    shown
        .map(|(at, block)| {
            let passage = text.passage(actors, at, block);
            let mut members = renamed(&passage, &[("kind", "kind"), ("line", "line"), ("text", "text")]);
            members.push(("mentions".to_owned(), Value::List(list(&passage, "mentions").to_vec())));
            let quotations = list(&passage, "quotations").iter().map(|quotation| {
                let names = ["start", "end", "actor", "other", "certainty", "cue"];
                Value::Object(renamed(quotation, &names.map(|name| (name, name))))
            });
            members.push(("quotations".to_owned(), quotations.collect()));
            if block.kind == BlockKind::Para {
                let (code, evidence) = code(list(&passage, "frames"), framings);
                members.push(("code".to_owned(), code));
                members.push(("evidence".to_owned(), evidence));
            }
            members.push(("place".to_owned(), place(text.text(), &index, block, document)));
            Value::Object(members)
        })
        .collect()
}

/// What the engine says of a paragraph, as its code and the words that decided.
fn code(frames: &[Value], framings: &[&str]) -> (Value, Value) {
    let (mut present, mut engine, mut reasons, mut evidence) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for id in framings.iter().copied() {
        let Some(frame) = frames.iter().find(|frame| word(frame, "frame") == id) else {
            engine.push((id.to_owned(), "absent".into()));
            continue;
        };
        let there = member(frame, "present") == Some(&Value::Bool(true));
        engine.push((id.to_owned(), if there { "present" } else { "unsure" }.into()));
        let found = list(frame, "evidence");
        let cues =
            found.iter().map(|cue| Value::Object(renamed(cue, &[("start", "start"), ("end", "end"), ("rule", "by")])));
        let mut reason = renamed(frame, &[("certainty", "certainty"), ("reason", "reason")]);
        reason.push(("cues".to_owned(), cues.collect()));
        reasons.push((id.to_owned(), Value::Object(reason)));
        if there {
            present.push(Value::from(id));
            evidence.extend(found.iter().map(|cue| {
                let place = Value::Object(renamed(cue, &[("start", "start"), ("end", "end")]));
                place.and(Value::object([("framing", id.into())]))
            }));
        }
    }
    let code = Value::object([
        ("frames", Value::List(present)),
        ("engine", Value::Object(engine)),
        ("reasons", Value::object([("engine", Value::Object(reasons))])),
    ]);
    (code, Value::List(evidence))
}

/// Where a block's words stand in the text, in code points, and what stands around them.
fn place(text: &str, index: &TextIndex<'_>, block: &Block, document: &str) -> Value {
    let start = index.to_code_points(block.span.start);
    let end = index.to_code_points(block.span.end);
    let around =
        |from: usize, to: usize| text.get(index.from_code_points(from)..index.from_code_points(to)).unwrap_or_default();
    Value::object([
        ("document", document.into()),
        ("start", number(start)),
        ("before", around(start.saturating_sub(CONTEXT), start).into()),
        ("after", around(end, end + CONTEXT).into()),
    ])
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.iter().find(|(other, _)| other == name).map(|(_, value)| value),
        _ => None,
    }
}

/// The elements of a list, none where there is no such list.
fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    match member(value, name) {
        Some(Value::List(elements)) => elements,
        _ => &[],
    }
}

/// A text, empty where there is none.
fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    match member(value, name) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// Members that are there, under the names that go with theirs.
fn renamed(value: &Value, names: &[(&str, &str)]) -> Vec<(String, Value)> {
    let renamed = |(name, new): &(&str, &str)| {
        let value = member(value, name).filter(|value| **value != Value::Null)?;
        Some(((*new).to_owned(), value.clone()))
    };
    names.iter().filter_map(renamed).collect()
}

#[cfg(test)]
mod tests {
    use framing_reader_engine::Gazetteer;
    use framing_reader_plain::read;
    use serde_json::to_value;

    use super::*;

    const MANIFEST: &str = r#"
        id = "toll"
        title = "The toll"
        coding = { coder = "the engine", date = 2026-11-22 }
        framing = [{ id = "bargaining", name = "Bargaining" }, { id = "safety", name = "Safety" }]
        document = [
            { id = "001", label = "First", text = "published" },
            { id = "002", label = "Second", edition_of = "001" },
            { id = "003", label = "Empty", edition_of = "404" },
        ]"#;
    const TEXT: &str = "The 😀 lease is a bargaining chip in the talks over the toll, a member of the board said later.\n\
                        “We gave up nothing,” said Ada Berg, the chairman of the board, after the long meeting.\n";

    #[test]
    fn what_the_engine_found_is_a_story_that_the_element_loads() {
        let mut text = Text::new(TEXT.to_owned());
        while text.step(&Gazetteer::default()).is_some() {}
        let draft = draft(MANIFEST, "", &[], |id| (id != "003").then_some(&text)).unwrap();
        let (story, record) = read(&draft).expect("no problems");
        assert_eq!(story.documents.len(), 2);
        assert_eq!(story.documents[1].edition_of, Some(0));
        assert_eq!(record.files.len(), 2);
        let plain = to_value(&draft).unwrap();
        let block = &plain["documents"][0]["blocks"][0];
        assert_eq!(block["code"]["frames"], serde_json::json!(["bargaining"]));
        assert_eq!(block["evidence"][0]["start"], "The 😀 lease is a ".encode_utf16().count());
        assert_eq!(
            plain["documents"][0]["blocks"][1]["place"]["start"],
            TEXT.lines().next().unwrap().chars().count() + 1
        );
    }

    #[test]
    fn a_broken_manifest_is_refused() {
        assert!(draft("id = ", "", &[], |_| None).is_err());
        assert!(draft("", "[[actor", &[], |_| None).is_err());
    }
}
