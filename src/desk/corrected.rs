//! What somebody corrected of an article, as its TOML file says it, held against the text as it is now:
//!
//! 1. every entry comes with all that it says;
//! 2. with the place where its words stand now, none where they stand nowhere any more;
//! 3. and with what the engine says there on its own.

use std::collections::BTreeMap;

use framing_reader_engine::{Block, BlockKind, Span, TextIndex};
use framing_reader_plain::Value;
use framing_reader_story::load::anchor::{Anchors, Quote};

use crate::{
    edit::{self, Refusal},
    text::{Sought, Text, number, within},
};

/// The lists of a document's file that correct the engine.
const LISTS: [&str; 4] = ["block", "mention", "quotation", "paragraph"];

/// The entries of a file by their lists, in its order: `says`, and `place` with `line`, `start`, `end`, `words` and `engine`. Offsets are
/// UTF-16 units of the line's words.
pub fn corrected(text: &Text, sought: &Sought, file: &str) -> Result<Value, Refusal> {
    let file = edit::values(file)?;
    let anchors = Anchors::new(&text.text);
    let entry = |list: &str, says: &Value| {
        let place = place(text, &anchors, says).map(|(block, span)| shown(text, sought, list, block, span));
        Value::object([("says", says.clone()), ("place", place.into())])
    };
    let lists =
        LISTS.map(|list| (list.to_owned(), entries(&file, list).iter().map(|says| entry(list, says)).collect()));
    Ok(Value::Object(lists.into()))
}

/// What lines are by hand, by their numbers.
pub fn kinds(text: &Text, file: &str) -> Result<BTreeMap<usize, BlockKind>, Refusal> {
    let file = edit::values(file)?;
    let anchors = Anchors::new(&text.text);
    let kind = |says: &Value| {
        let (block, _) = place(text, &anchors, says)?;
        Some((text.blocks.get(block)?.line, BlockKind::parse(&words(member(says, "kind")?))?))
    };
    Ok(entries(&file, "block").iter().filter_map(kind).collect())
}

/// The entries of a list.
fn entries<'v>(file: &'v Value, list: &str) -> &'v [Value] {
    match member(file, list) {
        Some(Value::List(entries)) => entries,
        _ => &[],
    }
}

/// The block that an entry is about, and the bytes of its words.
fn place(text: &Text, anchors: &Anchors<'_>, says: &Value) -> Option<(usize, Span)> {
    let line = words(member(says, "line")?).parse().ok()?;
    let context = |key| member(says, key).map(words).unwrap_or_default();
    let quote = |exact| Quote { exact: words(exact), prefix: context("prefix"), suffix: context("suffix") };
    anchors.place(line, member(says, "exact").map(quote).as_ref(), &text.blocks)
}

/// A place for the outside, with what the engine says of it.
fn shown(text: &Text, sought: &Sought, list: &str, at: usize, span: Span) -> Value {
    let Some(block) = text.blocks.get(at) else { return Value::Null };
    let index = TextIndex::new(block.span.of(&text.text));
    let unit = |byte: usize| number(index.to_utf16(byte.saturating_sub(block.span.start)));
    Value::object([
        ("line", number(block.line)),
        ("start", unit(span.start)),
        ("end", unit(span.end)),
        ("words", span.of(&text.text).into()),
        ("engine", engine(text, sought, list, (at, block), span)),
    ])
}

/// What the engine says: a line's kind; whom words name; who is quoted; which frames a paragraph has.
fn engine(text: &Text, sought: &Sought, list: &str, (at, block): (usize, &Block), span: Span) -> Value {
    match list {
        "mention" => {
            let named = within(&text.mentions, at, |mention| mention.block).filter(|found| found.span.overlaps(span));
            named.map(|mention| Value::from(sought.actor(mention.actor))).collect()
        }
        "quotation" => {
            let quoted = within(&text.quotations, at, |quotation| quotation.block);
            let quoted = quoted.filter(|found| found.span.overlaps(span));
            quoted.map(|quotation| Value::from(sought.speaker(quotation))).collect()
        }
        "paragraph" => text.verdicts(sought, at),
        _ => Value::object([("kind", block.kind.as_str().into()), ("reason", block.reason.into())]),
    }
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.iter().find(|(member, _)| member == name).map(|(_, value)| value),
        _ => None,
    }
}

/// A text, or the first of several: the words and what surrounds them may be given as a list.
fn words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(texts) => texts.iter().map(words).collect(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json, to_value};

    use super::*;

    const HARBOR: &str = "The quay\n\n\
                          The harbor board voted on Monday to lease the old quay to a ferry company, its chairman said.\n\n\
                          “We gave up 😀 nothing,” said Ada Berg, the chairman of the board, after the long meeting.\n\
                          The lease is a bargaining chip in the talks over the toll, a member of the board said later.\n";
    const FILE: &str = "[[block]]\nline = 3\nkind = \"caption\"\nexact = \"The harbor board voted\"\n\n\
                        [[mention]]\nline = 5\nexact = \"Berg\"\nprefix = \"said Ada \"\nactor = \"none\"\n\n\
                        [[quotation]]\nline = 5\nexact = \"nothing\"\nspeaker = \"unknown\"\n\n\
                        [[mention]]\nline = 5\nexact = \"the mayor\"\nactor = \"none\"\n\n\
                        [[paragraph]]\nline = 6\nexact = \"The lease is a bargaining chip\"\nframes = []\n";

    fn read(text: &str) -> Text {
        let mut read = Text::new(text.to_owned());
        while read.step(&Sought::default()).is_some() {}
        read
    }

    fn of(text: &str, file: &str) -> Json {
        to_value(corrected(&read(text), &Sought::default(), file).unwrap()).unwrap()
    }

    #[test]
    fn each_entry_stands_beside_what_the_engine_says_there() {
        let found = of(HARBOR, FILE);
        assert_eq!(found["block"][0]["place"]["engine"]["kind"], "para");
        let berg = &found["mention"][0]["place"];
        assert_eq!((&berg["line"], &berg["start"], &berg["words"]), (&json!(5), &json!(34), &json!("Berg")));
        assert_eq!(berg["engine"], json!([]));
        assert_eq!(found["quotation"][0]["place"]["engine"], json!(["ada-berg"]));
        let frames = &found["paragraph"][0]["place"]["engine"];
        assert_eq!(frames, &json!({ "bargaining": true, "security": false }));
        assert_eq!(found["paragraph"][0]["says"]["frames"], json!([]));
    }

    #[test]
    fn entries_move_with_their_words_and_those_that_stand_nowhere_have_no_place() {
        let moved = of(&["Menu\n\n", HARBOR].concat(), FILE);
        assert_eq!(moved["block"][0]["place"]["line"], 5);
        assert_eq!(moved["paragraph"][0]["place"]["line"], 8);
        assert_eq!(moved["mention"][1]["place"], Json::Null);
        assert_eq!(moved["mention"][1]["says"]["exact"], "the mayor");
    }

    #[test]
    fn a_line_is_read_as_what_it_is_by_hand() {
        let mut read = read(HARBOR);
        let found = |read: &Text| to_value(read.passages(&Sought::default(), 2, 1)).unwrap()[0].clone();
        assert_eq!(found(&read)["quotations"][0]["other"], "ada-berg");
        let mut overrule = |file| {
            let anew = read.overrule(kinds(&read, file).unwrap());
            while read.step(&Sought::default()).is_some() {}
            (anew, found(&read))
        };
        let file = "[[block]]\nline = 5\nkind = \"caption\"\n";
        let (anew, caption) = overrule(file);
        assert_eq!((anew, &caption["kind"], &caption["quotations"]), (true, &json!("para"), &json!([])));
        assert!(!overrule(file).0, "nothing new");
        assert_eq!(overrule("").1["quotations"][0]["other"], "ada-berg");
    }

    #[test]
    fn any_file_and_any_text_is_held_against_each_other() {
        for file in
            ["", "mention = 3", "[[mention]]\n", "[[mention]]\nline = -1\nexact = 4\n", "[[block]]\nline = 99\n"]
        {
            of(HARBOR, file);
            of("", file);
        }
        assert!(corrected(&read(""), &Sought::default(), "[[").is_err());
    }
}
