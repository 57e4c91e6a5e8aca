//! What holds on any text whatever: no panic, spans on characters, blocks on lines, mentions and quotations in order.

mod common;

use common::{NASTY, gazetteer, hold};
use framing_reader_engine::{Document, edition};
use proptest::prelude::*;

/// A text made of nasty pieces.
fn nasty() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(NASTY), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 256 } else { 4000 }))]

    #[test]
    fn any_text_can_be_read(text in "(?s).{0,400}") {
        hold(&text, &gazetteer());
    }

    #[test]
    fn nasty_texts_can_be_read(text in nasty()) {
        hold(&text, &gazetteer());
    }

    #[test]
    fn any_two_texts_can_be_compared(first in nasty(), second in nasty()) {
        let (first, second) = (Document::parse(&first), Document::parse(&second));
        let comparison = edition::compare(&first, &second);
        let mut seen: Vec<usize> = comparison.pairs.iter().flat_map(|p| p.second.clone()).collect();
        let all: Vec<usize> = second.paragraphs().map(|(n, _)| n).collect();
        if !comparison.pairs.is_empty() {
            prop_assert_eq!(&seen, &all, "every paragraph of the second document once, in its order");
            seen = comparison.pairs.iter().flat_map(|p| p.first.clone()).collect();
            seen.sort_unstable();
            let all: Vec<usize> = first.paragraphs().map(|(n, _)| n).collect();
            prop_assert_eq!(seen, all, "every paragraph of the first document once");
        }
        prop_assert!(comparison.pairs.iter().all(|p| p.likeness <= 100));
    }
}

#[test]
fn empty_and_blank_texts_have_no_blocks() {
    for text in ["", "\n", "\r\n\r\n", " \t\u{a0}\n\u{feff}\u{200b}\r"] {
        assert!(Document::parse(text).blocks.is_empty(), "{text:?}");
        hold(text, &gazetteer());
    }
}
