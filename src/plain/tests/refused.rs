//! Values that are no story: every problem is told with its path, and nothing that comes in ends the reading.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod common;

use std::sync::LazyLock;

use framing_reader_page::fixture::story;
use framing_reader_plain::{Problem, Value, annotations, read, write};
use framing_reader_story::Record;
use proptest::{prelude::*, sample::Index};
use serde_json::{Value as Json, json};

fn value(json: &Json) -> Value {
    let text = json.to_string();
    Value::read(&mut serde_json::Deserializer::from_str(&text)).unwrap()
}

/// The fixture's ferry as JSON, changed.
fn changed(change: impl FnOnce(&mut Json)) -> Json {
    let mut json = serde_json::to_value(write(&story(), &Record::default())).unwrap();
    json["documents"][0]["blocks"][0]["mentions"] = json!([{ "start": 0, "end": 8, "actor": "ana-ruiz" }]);
    change(&mut json);
    json
}

fn problems(json: &Json) -> Vec<Problem> {
    read(&value(json)).err().unwrap_or_default()
}

fn told(json: &Json) -> Vec<String> {
    let line =
        |problem: Problem| format!("{}: {} ({})", problem.path, problem.message, problem.hint.unwrap_or_default());
    problems(json).into_iter().map(line).collect()
}

#[test]
fn the_ferry_fits() {
    assert_eq!(told(&changed(|_| {})), [""; 0]);
}

#[test]
fn every_problem_is_told_with_its_path() {
    let json = changed(|json| {
        json["title"] = json!(5);
        json["actors"][1]["kind"] = json!("compny");
        json["documents"][1]["id"] = json!("timeline");
        json["documents"][0]["blocks"][0]["mentions"][0]["actor"] = json!("ana-riuz");
        json["documents"][0]["blocks"][1]["line"] = json!(1);
        json["documents"][0]["blocks"][1]["code"]["frames"] = json!(["toll"]);
        json["framings"][0]["sources"] = json!(["100:1", "999:1", "100"]);
        json["documants"] = json!([]);
    });
    assert_eq!(
        told(&json),
        [
            "documants: expected a member of the format, found `documants` (did you mean `documents`?)",
            "documents[1].id: expected an id that is not the name of a view, found `timeline` ()",
            "framings[0].sources[1]: expected a source in a document of this story, found `999:1` ()",
            "framings[0].sources[2]: expected a source like `000:6`: document, colon, line of the saved file, found `100` ()",
            "documents[0].blocks[0].mentions[0].actor: expected the id of an actor, found `ana-riuz` (did you mean `ana-ruiz`?)",
            "documents[0].blocks[1].line: expected a line after 1, found `1` ()",
            "documents[0].blocks[1].code.frames[0]: expected the id of a framing, found `toll` ()",
            "title: expected a text, found `5` ()",
            "actors[1].kind: expected a kind of actor (person, company, government, body, media, organisation), found \
             `compny` (did you mean `company`?)",
        ]
    );
}

#[test]
fn offsets_are_utf_16_and_lie_between_characters() {
    let with = |start: f64, end: f64| {
        changed(|json| {
            let block = &mut json["documents"][0]["blocks"][0];
            block["text"] = json!("\u{1F600} Ana");
            block["mentions"] = json!([{ "start": start, "end": end, "actor": "ana-ruiz" }]);
        })
    };
    let (story, _) = read(&value(&with(3.0, 6.0))).unwrap();
    let pieces: Vec<u32> = story.documents[0].blocks[0].pieces.iter().map(|piece| piece.end).collect();
    assert_eq!(pieces, [5, 8], "bytes inside");
    for (start, end) in [(1.0, 6.0), (3.0, 7.0), (3.0, 3.0), (6.0, 3.0), (-1.0, 2.0), (0.5, 2.0), (0.0, 1e300)] {
        let told = told(&with(start, end));
        assert_eq!(told.len(), 1, "{start}..{end}: {told:?}");
        assert!(told[0].starts_with("documents[0].blocks[0].mentions[0]."), "{told:?}");
    }
}

#[test]
fn another_version_is_told_and_nothing_else() {
    let json = changed(|json| {
        json["version"] = json!(2);
        json["sails"] = json!("a member of the future");
    });
    assert_eq!(told(&json), ["version: expected version 1 of the format, found `2` ()"]);
    for json in [json!(null), json!(7), json!("story"), json!([]), json!(true)] {
        assert_eq!(problems(&json).len(), 1, "{json}");
    }
    let told = told(&json!({}));
    assert_eq!(told[0], "version: expected version 1 of the format, found nothing ()");
    assert!(told.len() > 3, "{told:?}");
}

#[test]
fn names_of_prototypes_are_members_like_others() {
    let text = changed(|_| {}).to_string().replacen('{', "{\"__proto__\":{\"version\":7},\"constructor\":1,", 1);
    let json = Value::read(&mut serde_json::Deserializer::from_str(&text)).unwrap();
    let told: Vec<String> = read(&json).unwrap_err().into_iter().map(|problem| problem.path).collect();
    assert_eq!(told, ["__proto__", "constructor"]);
}

#[test]
fn of_many_problems_the_last_counts_the_rest() {
    let json = changed(|json| json["events"] = json!(vec![7; 3000]));
    let problems = problems(&json);
    assert_eq!(problems.len(), 1001);
    assert!(problems[1000].message.ends_with("more problems"));
    let json = changed(|json| json["events"] = json!(vec![7; 70_000]));
    assert!(told(&json)[0].starts_with("events: expected at most 65535 entries, found 70000"));
}

#[test]
fn a_long_text_is_shown_by_its_beginning() {
    let json = changed(|json| json["actors"][0]["kind"] = json!("k\n".repeat(1_000_000)));
    let told = told(&json);
    assert!(told[0].len() < 400 && !told[0].contains('\n'), "{told:?}");
}

#[test]
fn what_is_nested_deeper_than_a_story_is_left_out() {
    let deep = "[".repeat(100) + &"]".repeat(100);
    let json = Value::read(&mut serde_json::Deserializer::from_str(&deep)).unwrap();
    assert_eq!(read(&json).unwrap_err().len(), 1);
    let json = changed(|json| json["title"] = serde_json::from_str(&deep).unwrap());
    assert_eq!(told(&json), ["title: expected a text, found a list ()"]);
}

static SHIPPED: LazyLock<Json> = LazyLock::new(|| {
    let (story, record) = common::shipped();
    serde_json::to_value(write(&story, &record)).unwrap()
});

/// Every place in a value, as a JSON pointer.
static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    fn collect(json: &Json, path: String, all: &mut Vec<String>) {
        let members: Vec<(String, &Json)> = match json {
            Json::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
            Json::Object(members) => members.iter().map(|(name, member)| (name.clone(), member)).collect(),
            _ => Vec::new(),
        };
        for (name, member) in members {
            collect(member, format!("{path}/{name}"), all);
        }
        all.push(path);
    }
    let mut all = Vec::new();
    collect(&SHIPPED, String::new(), &mut all);
    all
});

fn anything() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        ".{0,6}".prop_map(Json::from),
        prop_oneof![Just("000"), Just("china"), Just("bargaining"), Just("para"), Just("000:6")].prop_map(Json::from),
    ];
    let name = prop_oneof![Just("start"), Just("end"), Just("actor"), Just("id"), Just("__proto__"), Just("text")];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            prop::collection::vec((name.clone(), inner), 0..5)
                .prop_map(|members| members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever replaces a part of a story, it is refused with a path, or read as a story that can be written and annotated.
    #[test]
    fn no_value_in_no_place_ends_the_reading(places in prop::collection::vec((any::<Index>(), anything()), 1..6)) {
        let mut json = SHIPPED.clone();
        for (place, other) in places {
            if let Some(part) = json.pointer_mut(place.get::<String>(&PLACES)) {
                *part = other;
            }
        }
        match read(&value(&json)) {
            Ok((story, record)) => {
                prop_assert_eq!(read(&write(&story, &record)), Ok((story.clone(), record.clone())));
                annotations(&story, &record);
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    #[test]
    fn no_value_alone_ends_the_reading(json in anything()) {
        prop_assert!(read(&value(&json)).is_err());
    }
}
