//! `annotate`: the contract that others build on. JSON Lines of W3C Web Annotations, offsets in code points, bad bytes survived.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn annotate(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_framing-reader"))
        .arg("annotate")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A page about the shipped story's actors, with an emoji before everything so that no two offset units agree.
const PAGE: &str = "\u{1F600} Chips and harbors\r\n\r\nThe talks between the two governments over the harbor resumed on Monday after a \
    pause of three weeks, officials of both countries said.\r\nScott Bessent, the treasury secretary, said the move was \u{201c}all \
    part of a mosaic\u{201d} of talks with China, and he called it a bargaining chip that Beijing had long wanted.\r\nThis is a big \
    reversal.\r\n";

#[test]
fn every_line_is_a_web_annotation_whose_selectors_point_at_the_same_words() {
    let path = file("contract.txt", PAGE.as_bytes());
    let output = annotate(&[path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    let points: Vec<char> = PAGE.chars().collect();
    let found = lines(&output);
    for annotation in &found {
        assert_eq!(annotation["type"], "Annotation");
        assert_eq!(annotation["target"]["source"], "contract.txt");
        let [quote, position] = annotation["target"]["selector"].as_array().unwrap().as_slice() else {
            panic!("{annotation}")
        };
        assert_eq!((&quote["type"], &position["type"]), (&"TextQuoteSelector".into(), &"TextPositionSelector".into()));
        let (start, end) = (position["start"].as_u64().unwrap() as usize, position["end"].as_u64().unwrap() as usize);
        let exact: String = points[start..end].iter().collect();
        assert_eq!(quote["exact"], exact.as_str());
        let before: String = points[..start].iter().collect();
        let after: String = points[end..].iter().collect();
        assert!(before.ends_with(quote["prefix"].as_str().unwrap()), "{annotation}");
        assert!(after.starts_with(quote["suffix"].as_str().unwrap()), "{annotation}");
        let motivation = match annotation["body"]["type"].as_str().unwrap() {
            "Mention" => "identifying",
            "Block" | "Frame" => "classifying",
            "Quotation" => "describing",
            other => panic!("unknown body {other}"),
        };
        assert_eq!(annotation["motivation"], motivation);
    }
    let of = |kind: &str| found.iter().filter(|a| a["body"]["type"] == kind).collect::<Vec<_>>();
    assert_eq!(of("Block").len(), 4, "one for each line that is not empty");
    assert!(
        of("Mention").iter().any(|a| a["body"]["value"] == "scott-bessent" && a["body"]["name"] == "Scott Bessent")
    );
    let quotation = of("Quotation")[0];
    assert_eq!(quotation["body"]["value"], "scott-bessent");
    assert_eq!(quotation["body"]["cue"], "said");
    assert_eq!(quotation["target"]["selector"][0]["exact"], "\u{201c}all part of a mosaic\u{201d}");
    let frame = of("Frame").into_iter().find(|a| a["body"]["value"] == "bargaining").unwrap();
    assert_eq!(frame["body"]["evidence"][0]["type"], "TextPositionSelector");
    assert!(["certain", "likely"].contains(&frame["body"]["certainty"].as_str().unwrap()));
}

#[test]
fn a_dash_is_standard_input() {
    let output = annotate(&["-"], "One line of text.\n".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output)[0]["target"]["source"], "-");
}

#[test]
fn bytes_that_are_not_utf8_are_a_warning_and_are_read_as_replacement_characters() {
    let path = file("not-utf8.txt", b"An honest line.\nA \xff line.\n");
    let output = annotate(&[path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(said.contains("not-utf8.txt:2:3: warning: expected UTF-8"), "{said}");
    let second = &lines(&output)[1]["target"]["selector"][0]["exact"];
    assert_eq!(second, "A \u{fffd} line.");
}

#[test]
fn a_missing_file_is_told_and_the_others_are_still_read() {
    let path = file("there.txt", b"A line that is there.\n");
    let output = annotate(&["no-such-file.txt", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error: failed to read `no-such-file.txt` ("));
    assert_eq!(lines(&output).iter().filter(|a| a["target"]["source"] == "there.txt").count(), 1);
}

#[test]
fn nothing_gives_nothing() {
    let output = annotate(&["-"], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}
