//! `check` on the shipped story and on copies of it with one mistake each: place, message, hint, exit status.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn framing_reader(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_framing-reader")).args(arguments).output().unwrap()
}

/// A copy of the shipped story under the test's name, in which `file` was changed.
fn story_with(name: &str, file: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap() {
        let entry = entry.unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        let bytes = if entry.file_name() == file { change(bytes) } else { bytes };
        fs::write(folder.join(entry.file_name()), bytes).unwrap();
    }
    folder
}

/// What `check` says of the shipped story with `find` replaced, once, by `replace`.
fn check_with(name: &str, file: &str, find: &str, replace: &str) -> (String, Option<i32>, String) {
    let folder = story_with(name, file, |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(find), "{file} no longer holds {find:?}");
        text.replacen(find, replace, 1).into_bytes()
    });
    let output = framing_reader(&["check", folder.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap().replace(&format!("{}/", folder.display()), "");
    let text = fs::read_to_string(folder.join(file)).unwrap();
    (said, output.status.code(), text)
}

/// The place, as messages give it, of the first `words` in `text`.
fn place(file: &str, text: &str, words: &str) -> String {
    let at = text.find(words).unwrap();
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!("{file}:{line}:{column}")
}

#[test]
fn the_shipped_story_checks_clean() {
    let output = framing_reader(&["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "seeds: no errors\n");
}

#[test]
fn every_kind_of_mistake_is_told_with_place_and_hint() {
    // name, file, find, replace, words at whose place it is told, message, start of the hint
    let cases = [
        (
            "unknown-actor",
            "questions.toml",
            "actor = \"howard-lutnick\"",
            "actor = \"howard-lutnik\"",
            "\"howard-lutnik\"",
            "unknown actor `howard-lutnik`",
            "did you mean `howard-lutnick`?",
        ),
        (
            "no-such-line",
            "actors.toml",
            "\"000:8\"",
            "\"000:999\"",
            "\"000:999\"",
            "line 999 of `000` does not exist",
            "cite a line that `000.txt` gives in brackets",
        ),
        (
            "no-such-document",
            "actors.toml",
            "\"000:8\"",
            "\"007:8\"",
            "\"007:8\"",
            "unknown document `007`",
            "did you mean",
        ),
        (
            "no-source",
            "actors.toml",
            "\"000:8\"",
            "\"line 8\"",
            "\"line 8\"",
            "expected a source like `000:6`, found `line 8`",
            "write document, colon, line",
        ),
        (
            "not-as-printed",
            "questions.toml",
            "“all part of a mosaic”",
            "“all parts of a mosaic”",
            "\"“all parts",
            "quotation “all parts of a mosaic” is not in the text of its source",
            "quote exactly",
        ),
        (
            "no-such-date",
            "events.toml",
            "date = \"2017-01/2021-01\"",
            "date = \"2017-02-30\"",
            "\"2017-02-30\"",
            "expected a date like 2025-07-15, 2025-07 or 2025, found `2017-02-30`",
            "write year-month-day",
        ),
        (
            "two-actors-one-alias",
            "actors.toml",
            "\"Trump officials\"",
            "\"Bessent\"",
            "\"Bessent\"]",
            "alias `Bessent` of `scott-bessent` belongs to `trump-administration` too",
            "keep it with one of them",
        ),
        (
            "unknown-key",
            "story.toml",
            "standfirst =",
            "standfist =",
            "standfist",
            "unknown key `standfist`",
            "did you mean `standfirst`?",
        ),
        (
            "newer-format",
            "story.toml",
            "format = 1",
            "format = 2",
            "2\n",
            "expected a story folder of format 1, found format 2",
            "use the version of framing-reader",
        ),
        (
            "evidence-not-there",
            "001.toml",
            "evidence.security = [\"as large",
            "evidence.security = [\"as big",
            "\"as big",
            "evidence `as big a lead as possible` is not in the text",
            "copy the words exactly",
        ),
        (
            "unknown-frame",
            "001.toml",
            "frames = [\"security\"]",
            "frames = [\"secrecy\"]",
            "\"secrecy\"",
            "expected a framing (bargaining or security), found `secrecy`",
            "did you mean `security`?",
        ),
        (
            "unknown-kind",
            "000.txt",
            "heading]",
            "headling]",
            "17 headling",
            "unknown kind `headling`",
            "did you mean `heading`?",
        ),
        (
            "unclosed-quotation",
            "000.txt",
            "mosaic”",
            "mosaic",
            "“",
            "expected a closing quotation mark, found another opening one",
            "",
        ),
        (
            "text-before-bracket",
            "000.txt",
            "[1] ",
            "",
            "",
            "expected a source line in brackets, found text",
            "start each paragraph",
        ),
        (
            "document-named-like-a-view",
            "story.toml",
            "id = \"004\"",
            "id = \"timeline\"",
            "\"timeline\"",
            "expected a document's id, found `timeline`, the name of a view",
            "choose another id, such as `the-timeline`",
        ),
        (
            "no-such-codebook",
            "story.toml",
            "codebook = \"CODEBOOK.md\"",
            "codebook = \"RULES.md\"",
            "\"RULES.md\"",
            "expected the file `RULES.md`, found none",
            "see README.md",
        ),
        (
            "edition-note-on-no-such-line",
            "003.toml",
            "sources = [\"002:39\"]",
            "sources = [\"002:390\"]",
            "\"002:390\"",
            "line 390 of `002` does not exist",
            "cite a line that `002.txt` gives in brackets",
        ),
        (
            "edition-note-on-no-edition",
            "000.toml",
            "note.bargaining = {",
            "edition_note = {",
            "\"this is one exchange",
            "expected an edition or a summary to note a difference in, found `000`, which is neither",
            "note it in the document with `edition_of` or `summary_of`",
        ),
        (
            "broken-toml",
            "003.toml",
            "frames = [\"bargaining\"]",
            "frames = [\"bargaining\"",
            "",
            "broken TOML",
            "see toml.io",
        ),
    ];
    for (name, file, find, replace, at, message, hint) in cases {
        let (said, status, text) = check_with(name, file, find, replace);
        assert_eq!(status, Some(1), "{name}: {said}");
        let line = said.lines().find(|line| line.contains(message)).unwrap_or_else(|| panic!("{name}: {said}"));
        assert!(line.contains(": error: "), "{name}: {line}");
        if !at.is_empty() && name != "unclosed-quotation" && name != "two-actors-one-alias" {
            assert!(line.starts_with(&place(file, &text, at)), "{name}: {line}, expected {}", place(file, &text, at));
        }
        let after = said.lines().skip_while(|l| *l != line).nth(1).unwrap_or_default();
        if !hint.is_empty() {
            assert!(after.starts_with(&format!("  hint: {hint}")), "{name}: {after}");
        }
    }
}

#[test]
fn a_paragraph_without_code_is_told_where_it_stands() {
    let (said, status, _) = check_with("no-code", "003.toml", "line = 14", "line = 13");
    assert_eq!(status, Some(1));
    assert!(said.contains("error: paragraph 14 has no code"), "{said}");
    assert!(said.contains("error: line 13 is coded twice"), "{said}");
}

#[test]
fn a_reason_that_names_no_rule_of_the_codebook_is_a_warning() {
    let (said, status, text) = check_with("no-such-rule", "000.toml", "(B5, S6)", "(B50, S6, H20)");
    let place = place("000.toml", &text, "\"exports are withheld");
    assert_eq!(status, Some(0));
    assert!(
        said.contains(&format!("{place}: warning: unknown rule `B50`\n  hint: name a rule of `CODEBOOK.md`")),
        "{said}"
    );
    assert!(!said.contains("H20"), "{said}");
}

#[test]
fn bytes_that_are_not_utf8_are_told_with_their_place() {
    let folder = story_with("not-utf8", "004.txt", |mut bytes| {
        let at = bytes.iter().position(|byte| *byte == b'[').unwrap();
        bytes.insert(at, 0xff);
        bytes
    });
    let output = framing_reader(&["check", folder.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("004.txt:") && said.contains("expected UTF-8, found the byte 0xff"), "{said}");
}

#[test]
fn all_mistakes_are_told_at_once_and_one_slip_once() {
    let folder = story_with("many", "001.toml", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        text.replacen("frames = [", "frames = [[", 1).replacen("line = 18", "line = 180", 1).into_bytes()
    });
    let text = fs::read_to_string(folder.join("actors.toml")).unwrap();
    fs::write(folder.join("actors.toml"), text.replacen("kind = \"person\"", "kind = \"robot\"", 1)).unwrap();
    let said = String::from_utf8(framing_reader(&["check", folder.to_str().unwrap()]).stderr).unwrap();
    assert_eq!(said.matches("broken TOML").count(), 1, "{said}");
    assert!(said.contains("expected `kind` to be one of"), "{said}");
    assert!(said.contains("line 180 of `001` does not exist"), "{said}");
}

#[test]
fn a_story_with_mistakes_is_not_built_and_nothing_is_written() {
    let folder = story_with("not-built", "actors.toml", |bytes| bytes.into_iter().take(200).collect());
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("not-built-out");
    let _ = fs::remove_dir_all(&out);
    let output = framing_reader(&["build", "--story", folder.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists());
}

#[test]
fn a_folder_that_is_none_is_told_in_one_line() {
    let output = framing_reader(&["check", "no/such/folder"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with("error: failed to open the folder `no/such/folder` ("), "{said}");
}
