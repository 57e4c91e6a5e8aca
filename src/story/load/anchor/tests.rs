use framing_reader_engine::Span;
use proptest::prelude::*;

use super::{Anchors, Quote};

const TEXT: &str = "The old pier is too dear to mend, said Ada Lind.\n\nThe kiosk at its end will close.\n\nAda Lind has run \
    the council for nine years, and the kiosk for two.";

fn quote(exact: &str, prefix: &str, suffix: &str) -> Quote {
    Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

fn found<'t>(text: &'t str, quote: &Quote, near: usize) -> Option<(usize, &'t str)> {
    Anchors::new(text).find(quote, Span::new(near, near)).map(|span| (span.start, span.of(text)))
}

#[test]
fn of_the_same_words_the_place_with_the_quoted_surroundings_is_meant() {
    let second = TEXT.rfind("Ada Lind").unwrap();
    assert_eq!(found(TEXT, &quote("Ada Lind", "will close.\n\n", " has run"), 0), Some((second, "Ada Lind")));
    assert_eq!(found(TEXT, &quote("Ada Lind", "", ""), TEXT.len()), Some((second, "Ada Lind")), "or else the nearest");
}

#[test]
fn long_words_are_found_where_most_of_them_still_stand() {
    let changed = TEXT.replace("The kiosk at its end will close.", "The small kiosk at the very end closes.");
    let kiosk = quote("The kiosk at its end will close", "", "");
    assert_eq!(found(&changed, &kiosk, 0).map(|(_, words)| words), Some("The small kiosk at the very end"));
    let changed = TEXT.replace("The kiosk at its end will close.", "The kiosk is sold.");
    assert_eq!(found(&changed, &kiosk, 0), None, "too little of it is left");
    let changed = TEXT.replace("too dear to mend", "much too dear to be mended");
    let (start, words) =
        found(&changed, &quote("The old pier is too dear to mend, said Ada Lind.", "", ""), 90).unwrap();
    assert_eq!((start, words), (0, "The old pier is much too dear to be mended, said Ada Lind"));
}

#[test]
fn words_that_are_gone_have_no_place() {
    for gone in ["Jon Berg", "", "  ", "A ferry of the Lind Line will stop at the fish market"] {
        assert_eq!(found(TEXT, &quote(gone, "said", "\n"), 0), None, "{gone}");
    }
    assert_eq!(found("", &quote("Ada", "", ""), 7), None);
}

#[test]
fn writing_without_blanks_is_found_too() {
    let text = "😀 今年码头将在秋天永久关闭。";
    assert_eq!(
        found(text, &quote("码头将在秋天关闭", "今年", "。"), 0).map(|(_, words)| words),
        Some("码头将在秋天永久关闭")
    );
}

#[test]
fn a_word_that_stands_everywhere_is_found_near_and_soon() {
    let text = "pier ".repeat(200_000);
    let (start, _) = found(&text, &quote("pier", "", ""), 500_000).unwrap();
    assert!(start.abs_diff(500_000) < 10, "{start}");
    assert!(found(&text, &quote(&"pier boat ".repeat(90), "", ""), 500_000).is_some());
}

/// What is put into a text, and how far along.
fn edits() -> impl Strategy<Value = Vec<(f64, String, usize)>> {
    prop::collection::vec((0.0..1.0, "[a-zé中😀 .\n]{0,20}", 0_usize..20), 0..12)
}

/// A text with some of it cut out and other words put in.
fn edited(text: &str, edits: &[(f64, String, usize)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (share, words, cut) in edits {
        let at = (chars.len() as f64 * share) as usize;
        let to = (at + cut).min(chars.len());
        chars.splice(at..to, words.chars());
    }
    chars.into_iter().collect()
}

proptest! {
    #[test]
    fn edits_around_an_anchor_keep_it(before in edits(), after in edits(), near in 0_usize..400) {
        let exact = "The kiosk at its end will close.";
        let (head, tail) = TEXT.split_once(exact).unwrap();
        let quote = quote(exact, &head[head.len() - 12..], &tail[..12]);
        let (head, tail) = (edited(head, &before), edited(tail, &after));
        let text = [&*head, exact, &*tail].concat();
        prop_assert_eq!(found(&text, &quote, near), Some((head.len(), exact)));
    }

    #[test]
    fn a_short_name_is_kept_by_its_surroundings(before in edits(), after in edits()) {
        // Of three places the middle one is meant; what is edited lies beyond its surroundings.
        let middle = " Then at noon Ada Lind opened the fair again. ";
        let (head, tail) = (edited(TEXT, &before), edited(TEXT, &after));
        let text = [&*head, middle, &*tail].concat();
        let at = head.len() + middle.find("Ada").unwrap();
        prop_assert_eq!(found(&text, &quote("Ada Lind", "Then at noon ", " opened the fair"), 0), Some((at, "Ada Lind")));
    }

    #[test]
    fn every_text_and_quote_has_an_answer_within_it(text in "(?s).{0,300}", exact in "(?s).{0,60}", near in 0_usize..400) {
        if let Some(span) = Anchors::new(&text).find(&quote(&exact, &text, &exact), Span::new(near, near)) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
