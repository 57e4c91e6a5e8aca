//! What holds for any two texts whatever when they are compared: the runs cover both, fates name every paragraph, and time
//! grows with the length.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so by failing")]

#[allow(dead_code, reason = "only the nasty pieces are needed here")]
mod common;

use common::NASTY;
use framing_reader_engine::{
    Document,
    edition::{self, Fate, Run},
};
use proptest::prelude::*;

/// A text made of nasty pieces.
fn nasty() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(NASTY), 0..60).prop_map(|pieces| pieces.concat())
}

/// A text and an edition of it: some pieces are other ones.
fn editions() -> impl Strategy<Value = (String, String)> {
    let piece = proptest::sample::select(NASTY);
    let pieces = proptest::collection::vec((piece.clone(), proptest::option::weighted(0.2, piece)), 0..60);
    pieces.prop_map(|pieces| {
        let first = pieces.iter().map(|p| p.0).collect();
        (first, pieces.iter().map(|p| p.1.unwrap_or(p.0)).collect())
    })
}

/// Everything promised of the runs of two texts.
fn hold(first: &str, second: &str) {
    let runs = edition::differences(first, second);
    let (mut at, mut other) = (0, 0);
    for Run { first: one, second: two, change } in &runs {
        assert_eq!((one.start, two.start), (at, other), "a gap before {one:?} and {two:?}");
        (at, other) = (one.end, two.end);
        let (one, two) = (first.get(one.start..one.end), second.get(two.start..two.end));
        let (one, two) = (one.expect("a character cut"), two.expect("a character cut"));
        assert!(!one.is_empty() || !two.is_empty(), "a run of nothing");
        if change.is_none() {
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(words(one), words(two), "other words without a change");
        }
    }
    assert_eq!((at, other), (first.len(), second.len()), "the ends are not covered");
    assert_eq!(runs, edition::differences(first, second), "another answer the second time");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 256 } else { 4000 }))]

    #[test]
    fn runs_cover_any_two_texts(first in "(?s).{0,200}", second in "(?s).{0,200}") {
        hold(&first, &second);
    }

    #[test]
    fn runs_cover_nasty_texts(first in nasty(), second in nasty()) {
        hold(&first, &second);
    }

    #[test]
    fn runs_cover_editions((first, second) in editions()) {
        hold(&first, &second);
        let same = edition::differences(&first, &first);
        prop_assert!(same.iter().all(|run| run.change.is_none()), "a text differs from itself: {same:?}");
    }

    #[test]
    fn every_paragraph_has_a_fate((first, second) in editions()) {
        let (first, second) = (Document::parse(&first), Document::parse(&second));
        let (comparison, exchanged) = edition::compare_either_way(&first, &second);
        let (first, second) = if exchanged { (&second, &first) } else { (&first, &second) };
        let fates = edition::fates(first, second, &comparison);
        let blocks: Vec<usize> = fates.iter().map(|f| f.block).collect();
        prop_assert_eq!(blocks, first.paragraphs().map(|(n, _)| n).collect::<Vec<usize>>());
        let paragraphs: Vec<usize> = second.paragraphs().map(|(n, _)| n).collect();
        for fate in &fates {
            prop_assert_eq!(fate.fate == Fate::Dropped, fate.answers.is_empty());
            prop_assert!(fate.answers.is_sorted() && fate.answers.iter().all(|n| paragraphs.contains(n)));
        }
    }
}

/// A comparison of one with nothing, or of another's, must not trip.
#[test]
fn a_foreign_comparison_is_no_danger() {
    let one = Document::parse(
        "The quay was leased for ten years on Monday.\n\nNobody objected to the lease, the mayor said.",
    );
    let comparison = edition::Comparison {
        relation: edition::Relation::Summary,
        pairs: vec![edition::Pair { first: vec![7, 0], second: vec![9], likeness: 3 }],
    };
    assert_eq!(edition::fates(&one, &Document::parse(""), &comparison).len(), one.paragraphs().count());
}

#[cfg(not(debug_assertions))]
mod time {
    use super::*;
    use std::time::{Duration, Instant};

    /// Bytes of either text.
    const LONG: usize = 1_000_000;

    /// What such texts may take: a fraction of a second alone, more on a machine with other work.
    const ALLOWED: Duration = Duration::from_secs(4);

    /// How often a comparison that was too slow is measured again.
    const ATTEMPTS: usize = 3;

    #[test]
    fn a_megabyte_each_is_compared_in_seconds() {
        let pairs = [
            (
                "Ada Berg told The Daily Gull that Norway would sell the quay on Tuesday. ",
                "Nils Berg never told anybody about 14 ferries; gulls cried. ",
            ),
            ("the quay the ", "quay the quay "),
            ("a b c d e f g ", "g f e d c b a "),
            ("Ada Berg said. ", "Ada Berg said. "),
            ("“it, said Berg ", "' \" “ 7 "),
            ("渡轮将于周二停航。", "渡轮不停。"),
            ("👩‍👩‍👧 ", "👍🏽"),
            ("Aaaa", "Aaab "),
        ];
        for (one, other) in pairs {
            let (first, second) = (one.repeat(LONG / one.len()), other.repeat(LONG / other.len()));
            // One word in a thousand changed, so that the texts have much in common.
            let edited: String =
                first.split_inclusive(' ').enumerate().map(|(n, w)| if n % 1000 == 7 { "port " } else { w }).collect();
            for second in [&second, &edited] {
                let fast = (0..ATTEMPTS).any(|_| {
                    let start = Instant::now();
                    std::hint::black_box(edition::differences(&first, second));
                    println!(
                        "{:?} for {one:?} and {:?}",
                        start.elapsed(),
                        &second.chars().take(12).collect::<String>()
                    );
                    start.elapsed() < ALLOWED
                });
                assert!(fast, "too slow: {one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn four_times_the_article_takes_less_than_eight_times_as_long() {
        let time = |paragraphs: usize| {
            let article: String = (0..paragraphs)
                .map(|n| format!("The council of ward {n} told pilot {n}, who sails ferry{n} past quay{n}, that fare{n} rises, Ada Berg said.\n\n"))
                .collect();
            let summary: String = (0..paragraphs / 3)
                .map(|n| format!("Pilot {0} sails ferry{0} past quay{0}, and fare{0} rises.\n\n", 3 * n))
                .collect();
            let (article, summary) = (Document::parse(&article), Document::parse(&summary));
            let comparison = edition::compare(&article, &summary);
            let start = Instant::now();
            std::hint::black_box(edition::fates(&article, &summary, &comparison));
            start.elapsed()
        };
        let linear = (0..ATTEMPTS).any(|_| {
            let (small, large) = (time(2000), time(8000));
            println!("{small:?} for 2000 paragraphs, {large:?} for 8000");
            large < small * 8 || large < Duration::from_millis(60)
        });
        assert!(linear, "the fates of a long article take too long");
    }
}
