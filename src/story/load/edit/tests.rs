use proptest::prelude::*;

use super::{Refused, Value, put, set, take_out};
use crate::load::{Folder, load};

const CODES: &str = "# Coded on the train.\n\n[[paragraph]]   # the mayor\nline = 3\nframes = [\"cost\"]  # surely\n\n# Not sure.\n[[paragraph]]\nline = 5\nframes = []\n";

fn line(number: u32) -> [(&'static str, Value); 1] {
    [("line", Value::Number(number))]
}

fn texts(list: &[&str]) -> Option<Value> {
    Some(Value::Texts(list.iter().map(|text| text.to_string()).collect()))
}

#[test]
fn an_entry_is_changed_in_its_place_and_every_remark_stays() {
    let changed = put(CODES, "paragraph", &line(3), &[("frames", texts(&["memory"]))]).unwrap();
    assert_eq!(changed, CODES.replace("[\"cost\"]", "[\"memory\"]"));
    let evidence = put(&changed, "paragraph", &line(5), &[("evidence.cost", texts(&["too dear"]))]).unwrap();
    assert_eq!(evidence, changed + "evidence.cost = [\"too dear\"]\n");
    let gone = put(&evidence, "paragraph", &line(5), &[("evidence.cost", None), ("note.cost", None)]).unwrap();
    assert_eq!(gone, evidence.replace("evidence.cost = [\"too dear\"]\n", ""));
}

#[test]
fn a_new_entry_comes_behind_the_others_and_one_that_is_taken_out_leaves_the_others() {
    let more = put(
        CODES,
        "mention",
        &[("line", Value::Number(3)), ("exact", Value::Text("Ada".into()))],
        &[("actor", Some(Value::Text("none".into()))), ("prefix", None)],
    )
    .unwrap();
    assert_eq!(more, [CODES, "\n[[mention]]\nline = 3\nexact = \"Ada\"\nactor = \"none\"\n"].concat());
    assert_eq!(take_out(&more, "mention", &line(3)).unwrap(), CODES);
    let less = take_out(CODES, "paragraph", &line(3)).unwrap();
    assert_eq!(less, "# Coded on the train.\n\n\n# Not sure.\n[[paragraph]]\nline = 5\nframes = []\n");
    assert_eq!(take_out(CODES, "paragraph", &line(4)).unwrap(), CODES);
    assert_eq!(put("", "paragraph", &line(1), &[]).unwrap(), "[[paragraph]]\nline = 1\n");
}

#[test]
fn keys_outside_lists_are_changed_too() {
    let file = "title = \"The pier\" # ours\n\n[coding]\ncoder = \"class 7b\"\n";
    let fields = [
        ("title", Some(Value::Text("The “old” pier\n\"x\"".into()))),
        ("coding.date", Some(Value::Date("2026-11-22".into()))),
    ];
    let changed = set(file, &fields).unwrap();
    assert!(changed.contains("# ours") && changed.contains("date = 2026-11-22"), "{changed}");
}

#[test]
fn what_cannot_be_changed_is_refused_and_says_why() {
    assert!(matches!(set("a = [", &[]), Err(Refused::Broken(_))));
    let within = [("title.text", Some(Value::Number(1)))];
    assert_eq!(set("title = \"a\"", &within), Err(Refused::Mismatch("title.text".into())));
    assert_eq!(set("", &[("date", Some(Value::Date("soon".into())))]), Err(Refused::Mismatch("date".into())));
    assert_eq!(put("paragraph = 3", "paragraph", &line(1), &[]), Err(Refused::Mismatch("paragraph".into())));
}

/// Words as people type them, marks of TOML among them.
fn words() -> impl Strategy<Value = String> {
    "[a-z中é😀\"'\\\\#=\\[\\]{},. \t\n]{0,24}x"
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        exact in words(), actor in words(), list in prop::collection::vec(words(), 0..4), number in 1_u32..1000,
    ) {
        let identity = [("line", Value::Number(number)), ("exact", Value::Text(exact.clone()))];
        let said = [("actor", Some(Value::Text(actor.clone()))), ("evidence.cost", Some(Value::Texts(list.clone())))];
        let file = put(CODES, "mention", &identity, &said).unwrap();
        prop_assert!(file.starts_with(CODES));
        let read: toml_edit::DocumentMut = file.parse().unwrap();
        let mention = &read["mention"][0];
        prop_assert_eq!((mention["exact"].as_str(), mention["actor"].as_str()), (Some(&*exact), Some(&*actor)));
        let evidence: Vec<&str> = mention["evidence"]["cost"].as_array().unwrap().iter().filter_map(|v| v.as_str()).collect();
        prop_assert_eq!(evidence, list);
        prop_assert_eq!(put(&file, "mention", &identity, &said).unwrap(), file.clone(), "writing it again changes nothing");
        prop_assert_eq!(take_out(&file, "mention", &identity).unwrap(), CODES);
    }

    #[test]
    fn a_story_that_was_put_together_is_read(title in words(), cue in "[a-z]{3,9}") {
        let framing = |file: String, id: &str, cues: &[&str]| {
            put(&file, "framing", &[("id", Value::Text(id.into()))], &[
                ("name", Some(Value::Text(id.into()))),
                ("cues.sure", texts(cues)),
            ]).unwrap()
        };
        let fields = [("format", Value::Number(1)), ("id", Value::Text("own".into())), ("title", Value::Text(title)),
            ("language", Value::Text("en".into()))];
        let file = set("", &fields.map(|(key, value)| (key, Some(value)))).unwrap();
        let file = framing(framing(file, "cost", &[&cue]), "memory", &["remember*"]);
        let document = [("text", Some(Value::Text("published".into())))];
        let file = put(&file, "document", &[("id", Value::Text("000".into()))], &document).unwrap();
        let files = [("story.toml", file.clone()), ("000.txt", format!("The {cue} was long and the summer was warm in the bay."))];
        let files = files.into_iter().map(|(name, text)| (name.to_string(), text.into_bytes())).collect();
        let loaded = load(&Folder { path: String::new(), files });
        prop_assert!(!loaded.problems.has_errors(), "{file}\n{:?}", loaded.problems.diagnostics());
    }
}
