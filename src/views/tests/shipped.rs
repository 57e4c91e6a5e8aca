//! The views on the shipped story.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod support;

#[test]
fn the_shipped_record_stands_behind_the_shipped_story() {
    let (story, record) = support::shipped();
    let begins: Vec<&str> = record.events.iter().map(|event| event.datings[0].from.as_str()).collect();
    assert!(begins.is_sorted() && begins.len() > 20, "{begins:?}");
    assert!(record.questions.iter().all(|question| question.positions.len() >= 2));
    let holders = record.questions.iter().flat_map(|question| &question.positions).map(|position| &position.sources);
    for place in holders.flatten() {
        let document = &story.documents[usize::from(place.document)];
        assert!(document.block_at(place.line).is_some(), "{} has no line {}", document.id, place.line);
    }
}
