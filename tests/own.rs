//! A story of one's own on the command line: `check`, `annotate` and `agree` on a folder of two framings and a saved article.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

const MANIFEST: &str = r#"format = 1
id = "pier"
title = "The pier"
language = "en"

[[framing]]
id = "cost"
name = "Cost"
cues.sure = ["too dear"]

[[framing]]
id = "memory"
name = "Memory"

[[document]]
id = "pier"
text = "published"
"#;

const ARTICLE: &str = "The old pier of Nordhavn is too dear to mend and will be closed in the autumn, the mayor, Ada Lind, \
    said on Monday.\r\n\r\nThe council had asked for half a million crowns to replace the beams, and was given nothing.\r\n";

/// A folder of these files under the test's name.
fn story(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// Exit status, standard output, standard error with the folder's name left out.
fn run(arguments: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_framing-reader")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(&format!("{}/", folder.display()), "");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn two_framings_and_a_saved_article_are_checked_and_compared() {
    let folder = story("own", &[("story.toml", MANIFEST), ("pier.txt", ARTICLE)]);
    let path = folder.to_str().unwrap();
    assert_eq!(run(&["check", path], &folder).0, Some(0));
    let (status, said, _) = run(&["agree", "--story", path], &folder);
    assert_eq!(status, Some(0));
    assert!(said.contains("no paragraph is coded by hand: there is nothing to compare"), "{said}");
}

#[test]
fn annotations_speak_of_the_storys_own_framings_and_name_the_cue() {
    let folder = story("own-annotated", &[("story.toml", MANIFEST), ("pier.txt", ARTICLE)]);
    let file = folder.join("pier.txt");
    let (status, said, _) = run(&["annotate", "--story", folder.to_str().unwrap(), file.to_str().unwrap()], &folder);
    assert_eq!(status, Some(0));
    let all: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let frames: Vec<&Value> = all.iter().map(|line| &line["body"]).filter(|body| body["type"] == "Frame").collect();
    let found: Vec<&&Value> = frames.iter().filter(|body| body["value"] == "cost").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["rules"][0], "too dear");
    let abstained: Vec<&&Value> = frames.iter().filter(|body| body["value"].is_null()).collect();
    assert_eq!(abstained.len(), 2, "one a paragraph");
    for body in abstained {
        assert_eq!(body["frame"], "memory");
        assert_eq!(body["reason"], "the story gives this framing no cue words");
    }
}

#[test]
fn a_cue_that_cannot_be_read_is_told_with_place_and_hint_by_every_verb() {
    let manifest = MANIFEST.replace("[\"too dear\"]", "[\"too dear\", \"... dear\"]");
    let folder = story("own-wrong", &[("story.toml", &manifest), ("pier.txt", ARTICLE)]);
    let path = folder.to_str().unwrap();
    let file = folder.join("pier.txt");
    let message = "story.toml:9:26: error: expected a phrase that begins and ends with a word, found `... dear`\n  hint: README.md";
    for arguments in
        [vec!["check", path], vec!["agree", "--story", path], vec!["annotate", "--story", path, file.to_str().unwrap()]]
    {
        let (status, _, said) = run(&arguments, &folder);
        assert_eq!(status, Some(1));
        assert!(said.contains(message), "{said}");
    }
}
