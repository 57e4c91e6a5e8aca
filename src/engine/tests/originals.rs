//! What the engine says of the saved articles' editions and summary, held against a key made by hand before it was run. Only
//! where `FRAMING_READER_ORIGINALS` names the folder of the saved files.

#![allow(clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use framing_reader_engine::{
    Document,
    edition::{self, ChangeKind, Fate, Relation},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// Of the 42 paragraphs, how many have the key's answers and the key's fate at least.
const ANSWERS: usize = 36;
const FATES: usize = 35;

/// The saved file whose name begins with `id`.
fn saved(id: &str) -> Option<String> {
    let folder = std::env::var("FRAMING_READER_ORIGINALS").ok()?;
    let mut files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let file = files.find(|file| file.file_name().to_string_lossy().starts_with(id))?;
    Some(String::from_utf8_lossy(&fs::read(file.path()).ok()?).into_owned())
}

/// The key: line of 002, fate and lines of 003.
fn key() -> BTreeMap<usize, (String, BTreeSet<usize>)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/originals/fates.tsv");
    let text = fs::read_to_string(path).expect("the key");
    let number = |text: &str| text.parse().expect("a line number");
    let entry = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let answers = fields[2].split(',').filter(|n| !n.is_empty()).map(number).collect();
        (number(fields[0]), (fields[1].to_owned(), answers))
    };
    text.lines().filter(|line| !line.starts_with('#')).map(entry).collect()
}

#[test]
fn the_summary_answers_what_the_key_says() {
    let (Some(article), Some(summary)) = (saved("002"), saved("003")) else { return };
    let (article, summary) = (Document::parse(&article), Document::parse(&summary));
    let comparison = edition::compare(&article, &summary);
    assert_eq!(comparison.relation, Relation::Summary);
    let key = key();
    let (mut answers, mut fates) = (0, 0);
    for found in edition::fates(&article, &summary, &comparison) {
        let line = article.blocks[found.block].line;
        let lines: BTreeSet<usize> = found.answers.iter().map(|&n| summary.blocks[n].line).collect();
        let (fate, expected) = &key[&line];
        answers += usize::from(&lines == expected);
        fates += usize::from(fate == found.fate.as_str());
        if line == 28 {
            assert_eq!(found.fate, Fate::Changed, "whose concern it is was altered");
        }
        if &lines != expected || fate != found.fate.as_str() {
            println!("002:{line}: {} {lines:?} ({}), by hand {fate} {expected:?}", found.fate.as_str(), found.reason);
        }
    }
    println!("{answers} paragraphs with the right answers, {fates} with the right fate, of {}", key.len());
    assert!(answers >= ANSWERS && fates >= FATES);
}

#[test]
fn the_two_editions_differ_in_spelling_a_date_and_one_fact() {
    let (Some(first), Some(second)) = (saved("000"), saved("002")) else { return };
    let (first, second) = (Document::parse(&first), Document::parse(&second));
    let comparison = edition::compare(&first, &second);
    let mut grave = Vec::new();
    for pair in &comparison.pairs {
        let ([m], [n]) = (&pair.first[..], &pair.second[..]) else { continue };
        let (one, other) = (&first.blocks[*m], &second.blocks[*n]);
        let runs = edition::differences(one.span.of(first.text), other.span.of(second.text));
        let kinds = runs.iter().filter_map(|run| run.change).map(|change| change.kind);
        grave.extend(kinds.filter(|&kind| kind != ChangeKind::Spelling).map(|kind| (one.line, other.line, kind)));
    }
    assert_eq!(grave, [(6, 13, ChangeKind::Date), (25, 36, ChangeKind::Meaning)]);
}
