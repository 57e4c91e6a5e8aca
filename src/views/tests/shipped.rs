//! The views on the shipped story.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod support;

use framing_reader_story::{
    Record, Story,
    model::{BlockKind, Verdict},
    record::{Change, Row},
};

/// The story in our words and, where there are the saved files, in theirs.
fn texts() -> impl Iterator<Item = (Story, Record)> {
    [support::shipped()].into_iter().chain(support::as_published())
}

#[test]
fn the_shipped_record_stands_behind_the_shipped_story() {
    for (story, record) in texts() {
        let begins: Vec<&str> = record.events.iter().map(|event| event.datings[0].from.as_str()).collect();
        assert!(begins.is_sorted() && begins.len() > 20, "{begins:?}");
        assert!(record.questions.iter().all(|question| question.positions.len() >= 2));
        let holders =
            record.questions.iter().flat_map(|question| &question.positions).map(|position| &position.sources);
        for place in holders.flatten() {
            let document = &story.documents[usize::from(place.document)];
            assert!(document.block_at(place.line).is_some(), "{} has no line {}", document.id, place.line);
        }
    }
}

#[test]
fn every_coded_paragraph_has_its_reasons_and_every_cue_its_rule() {
    for (story, record) in texts() {
        let mut named = vec![0; record.rules.len()];
        assert_eq!(record.reasons.len(), story.documents.len());
        for (document, reasons) in story.documents.iter().zip(&record.reasons) {
            assert_eq!(reasons.len(), document.blocks.len());
            for (block, reasons) in document.blocks.iter().zip(reasons) {
                let Some(code) = &block.code else {
                    assert_eq!(*reasons, None);
                    continue;
                };
                let reasons = reasons.as_ref().unwrap();
                assert!(!reasons.hand.is_empty());
                for (finding, verdict) in reasons.engine.iter().zip(code.engine) {
                    assert_eq!(finding.cues.is_empty(), verdict != Verdict::Present);
                    assert_eq!(finding.reason.is_empty(), verdict != Verdict::Unsure);
                    for cue in &finding.cues {
                        assert!(!block.text[cue.start as usize..cue.end as usize].is_empty() && !cue.by.is_empty());
                        named[usize::from(cue.rule.unwrap())] += 1;
                    }
                }
                reasons.rules.iter().for_each(|rule| named[usize::from(*rule)] += 1);
            }
        }
        assert!(named.iter().all(|count| *count > 0), "{named:?}");
        let numbers: Vec<&str> = record.rules.iter().map(|rule| rule.number.as_str()).collect();
        assert!(numbers.starts_with(&["B1", "B2"]) && numbers.contains(&"S10"), "{numbers:?}");
        assert!(record.rules.iter().all(|rule| !rule.text.is_empty() && !rule.text.contains('*')));
    }
}

#[test]
fn every_paragraph_and_picture_of_both_texts_stands_in_a_row_of_their_comparison() {
    for (story, record) in texts() {
        assert!(record.comparisons.iter().any(|comparison| comparison.summary));
        for comparison in &record.comparisons {
            let sides = [(comparison.first, 0), (comparison.second, 1)];
            for (document, side) in sides.map(|(index, side)| (&story.documents[usize::from(index)], side)) {
                let blocks = |row: &'_ Row| if side == 0 { row.first.clone() } else { row.second.clone() };
                let shown: Vec<u16> = comparison.rows.iter().flat_map(blocks).collect();
                assert!((side == 0) != comparison.summary || shown.is_sorted(), "{shown:?}");
                for (index, block) in document.blocks.iter().enumerate() {
                    let count = shown.iter().filter(|shown| usize::from(**shown) == index).count();
                    let compared = !matches!(block.kind, BlockKind::Title | BlockKind::Byline | BlockKind::Copyright);
                    let most = if comparison.summary && side == 1 { usize::MAX } else { 1 };
                    assert!(count >= usize::from(compared) && count <= most, "{}:{}", document.id, block.line);
                }
            }
            for row in &comparison.rows {
                let Some(last) = row.runs.last() else { continue };
                let ends = [last.first_end, last.second_end].map(|end| end as usize);
                let length = |document: u16, block: u16| {
                    story.documents[usize::from(document)].blocks[usize::from(block)].text.len()
                };
                assert_eq!(ends, [length(comparison.first, row.first[0]), length(comparison.second, row.second[0])]);
                assert_eq!(row.change, row.runs.iter().filter_map(|run| run.change).max());
            }
            assert!(comparison.rows.iter().any(|row| !row.note.is_empty()));
            assert!(comparison.rows.iter().any(|row| row.change == Some(Change::Meaning)));
        }
    }
}

#[test]
fn reported_statements_are_sentences_of_paragraphs_in_order_of_place() {
    for (story, record) in texts() {
        assert_eq!(record.statements.len(), story.documents.len());
        for (document, statements) in story.documents.iter().zip(&record.statements) {
            assert!(statements.is_sorted_by_key(|statement| (statement.block, statement.start)), "{}", document.id);
            assert!(!statements.is_empty(), "{}", document.id);
            for statement in statements {
                let block = &document.blocks[usize::from(statement.block)];
                let words = block.text.get(statement.start as usize..statement.end as usize);
                assert!(block.kind == BlockKind::Para && words.is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
