//! `export`: the same annotations as the page's and as `annotate`'s, in files that other programs read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use framing_reader_plain::{annotations, formats::csv};
use framing_reader_story::load::{self, Assembled, Folder};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn export(folder: &str, arguments: &[&str]) -> (PathBuf, Output) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&out);
    let mut command = Command::new(env!("CARGO_BIN_EXE_framing-reader"));
    let output = command.arg("export").args(arguments).arg("-o").arg(&out).output().unwrap();
    (out, output)
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn json_lines_are_the_annotations_of_the_page() {
    let (out, output) = export("export-jsonl", &["--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let paths = fs::read_dir(Path::new(ROOT).join("seeds")).unwrap().map(|entry| entry.unwrap().path());
    let files: BTreeMap<String, Vec<u8>> = paths
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    let Assembled { story, record, .. } = load::load(&Folder { path: "seeds".to_owned(), files }).retold().unwrap();
    let page = serde_json::to_value(annotations(&story, &record)).unwrap();
    let written = lines(&fs::read_to_string(out.join("annotations.jsonl")).unwrap());
    assert_eq!(&written, page.as_array().unwrap());
}

/// Of every file that is annotated as published: what `annotate` says, where the page says something of the same.
#[test]
fn json_lines_say_what_annotate_says_of_the_saved_files() {
    let Ok(originals) = std::env::var("FRAMING_READER_ORIGINALS") else { return };
    let (out, output) = export("export-originals", &["--format", "jsonl", "--originals", &originals]);
    assert_eq!(output.status.code(), Some(0));
    let ours = lines(&fs::read_to_string(out.join("annotations.jsonl")).unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_framing-reader"));
    let paths = fs::read_dir(originals).unwrap().map(|entry| entry.unwrap().path());
    let output = command.arg("annotate").args(paths).output().unwrap();
    let theirs = lines(&String::from_utf8(output.stdout).unwrap());
    let key = |one: &Value| {
        let (body, target) = (&one["body"], &one["target"]);
        let of = ["type", "value", "name", "cue", "frame", "certainty", "evidence"].map(|name| body[name].to_string());
        format!("{} {of:?} {} {}", one["motivation"], target["source"], target["selector"])
    };
    let known: std::collections::BTreeSet<String> = theirs.iter().map(key).collect();
    let engine = ours.iter().filter(|one| one.get("creator").is_none());
    for one in engine {
        assert!(known.contains(&key(one)), "{one}");
    }
}

#[test]
fn every_format_is_written_and_each_file_is_told() {
    for (format, names) in [
        ("web-annotation", &["annotations.jsonld"][..]),
        ("jsonl", &["annotations.jsonl"]),
        ("brat", &["000.txt", "000.ann", "annotation.conf"]),
        ("conll", &["000.conll", "004.conll"]),
        ("csv", &["quotations.csv"]),
    ] {
        let (out, output) = export(&format!("export-{format}-files"), &["--format", format]);
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stdout.is_empty());
        let told = String::from_utf8(output.stderr).unwrap();
        for name in names {
            assert!(told.contains(name) && out.join(name).is_file(), "{told}");
        }
    }
    let table = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export-csv-files/quotations.csv");
    let rows = csv::read(&fs::read_to_string(table).unwrap()).unwrap();
    assert!(rows.len() > 40 && rows.iter().any(|row| row.who == "scott-bessent" && row.cue == "said"), "{rows:?}");
}

#[test]
fn a_format_that_is_none_is_refused_with_those_that_are() {
    let (_, output) = export("export-none", &["--format", "xml"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("expected web-annotation, jsonl, brat, conll, csv"), "{told}");
}
