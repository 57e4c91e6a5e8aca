//! What is promised of proposals on any text, and that their time grows with the text.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

#[allow(dead_code, reason = "each test is a crate of its own and uses some of it")]
mod common;

use common::NASTY;
use framing_reader_engine::{BlockKind, Document, mention, propose};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::HashSet;

/// Everything that is promised of any documents. Panics with what was broken.
fn hold(texts: &[String]) {
    let documents: Vec<Document<'_>> = texts.iter().map(|text| Document::parse(text)).collect();
    let proposals = propose::proposals(&documents);
    let (mut ids, mut forms) = (HashSet::new(), HashSet::new());
    let mut proposed = vec![Vec::new(); documents.len()];
    for (index, one) in proposals.iter().enumerate() {
        assert!(ids.insert(&one.names.id) && !one.names.name.is_empty() && !one.reason.is_empty());
        for form in one.names.aliases.iter().chain([&one.names.name]) {
            assert!(forms.insert(form.to_lowercase()), "`{form}` belongs to two");
        }
        if let Some(role) = &one.role {
            assert_eq!(role.span.of(&texts[role.document]), role.text);
            assert!(!role.text.trim().is_empty());
        }
        assert_eq!(one.counts(documents.len()).iter().sum::<usize>(), one.mentions.len());
        for named in &one.mentions {
            assert_eq!(named.mention.actor, index);
            assert_eq!(documents[named.document].blocks[named.mention.block].kind, BlockKind::Para);
            proposed[named.document].push(named.mention);
        }
    }
    let gazetteer = propose::gazetteer(&proposals);
    for (document, mut proposed) in documents.iter().zip(proposed) {
        proposed.sort_by_key(|mention| mention.span);
        assert_eq!(mention::mentions(document, &gazetteer), proposed, "accepting all finds what was proposed");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_pieces_hold(texts in vec(vec(select(NASTY), 0..60), 0..3)) {
        hold(&texts.into_iter().map(|pieces| pieces.concat()).collect::<Vec<_>>());
    }

    #[test]
    fn any_text_holds(text in "(?s).{0,300}") {
        hold(&[text]);
    }

    #[test]
    fn any_names_hold(words in vec("[A-ZÅ中][a-zé]{0,5}|[a-z]{1,4}|, |\\. |\\(|\\)|the|said|of|Mayor|Ltd\\.|'s|administration", 0..60)) {
        hold(&[words.join(" ")]);
    }
}

/// As [`framing_reader_engine::read`]'s: four times the text, less than six times the time. Release builds only.
#[cfg(not(debug_assertions))]
#[test]
fn four_times_the_text_takes_less_than_six_times_as_long() {
    use std::time::{Duration, Instant};

    // A different name in every sentence, one surname for all, one acronym for all, a document of its own for each.
    let pieces: [fn(usize) -> String; 6] = [
        |n| {
            format!(
                "Ana Q{n}ra, the head of Tern{n} Corp., told Leo Berg that Norway’s minister denied it. Berg said so.\n"
            )
        },
        |n| format!("Xy{n} Berg said Berg had, and Zw{n} Board of Trade (BT{n}) paid.\n"),
        |n| format!("Ternline (T{n}x) and Ana Board (AB{n}) and "),
        |_| "Ana ".to_owned(),
        |_| "the mayor of the head of the ".to_owned(),
        |n| format!("Companies such as Tern{n}, Gull{n}, Auk{n} and other companies. "),
    ];
    let time = |piece: fn(usize) -> String, count: usize, many: bool| {
        let all: Vec<String> = (0..count).map(piece).collect();
        let texts = if many { all } else { vec![all.concat()] };
        let start = Instant::now();
        let documents: Vec<Document<'_>> = texts.iter().map(|text| Document::parse(text)).collect();
        std::hint::black_box(propose::proposals(&documents));
        start.elapsed()
    };
    for (number, piece) in pieces.into_iter().enumerate() {
        for (count, many) in [(1_000, false), (8_000, false), (1_000, true)] {
            let linear = (0..3).any(|_| {
                let (short, long) = (time(piece, count, many), time(piece, 4 * count, many));
                println!("piece {number}, {count} times, apart {many}: {short:?}, four times as many {long:?}");
                long < short * 6 || long < Duration::from_millis(60)
            });
            assert!(linear, "time grows faster than the text, for piece {number}, {count} times");
        }
    }
}
