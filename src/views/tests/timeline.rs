//! The timeline and the contested questions of the shipped story.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use framing_reader_page::sheet::readable;
use framing_reader_views::draw;

#[test]
fn every_event_is_in_the_picture_and_in_the_list() {
    let (story, record) = support::shipped();
    let told = readable(&draw(&story, &record, "timeline"));
    for event in &record.events {
        let mark = format!("<a go=\"timeline/{}\"", event.id);
        assert!(told.contains(&mark), "{mark}");
        let entry = told.split("<li class=\"event\"").skip(1).filter(|entry| entry.contains(&event.what));
        let entry: String = entry.collect();
        for place in event.datings.iter().flat_map(|dating| &dating.sources) {
            let line = format!("go=\"{}/{}\"", story.documents[usize::from(place.document)].id, place.line);
            assert!(entry.contains(&line), "{line} of {}", event.id);
        }
    }
    assert_eq!(told.matches("<li class=\"event\"").count(), record.events.len());
}

#[test]
fn where_the_articles_disagree_both_are_shown() {
    let (story, record) = support::shipped();
    let told = readable(&draw(&story, &record, "timeline"));
    let halt =
        told.split("<li class=\"event\"").skip(1).find(|entry| entry.contains("exports of rare earths")).unwrap();
    for part in
        ["disagree on the date", "March 2025, to the month", "April to May 2025", "go=\"004/23\"", "go=\"000/9\""]
    {
        assert!(halt.contains(part), "{part} in {halt}");
    }
    let granted = told
        .split("<li class=\"event\"")
        .skip(1)
        .find(|entry| entry.contains("go=\"questions/what-was-granted\""))
        .unwrap();
    for document in ["000/1", "001/2", "003/3"] {
        assert!(granted.contains(&format!("go=\"{document}\"")), "{document} in {granted}");
    }
}

#[test]
fn every_position_leads_to_its_lines() {
    let (story, record) = support::shipped();
    let told = readable(&draw(&story, &record, "questions"));
    let positions: Vec<&str> = told.split("<li class=\"position\">").skip(1).collect();
    let recorded: Vec<_> = record.questions.iter().flat_map(|question| &question.positions).collect();
    assert_eq!(positions.len(), recorded.len());
    for (told, position) in positions.iter().zip(recorded) {
        assert!(told.contains(&position.holds) && told.contains(&position.text), "{told}");
        for place in position.sources.iter().chain(&position.earlier_sources) {
            let line = format!("go=\"{}/{}\"", story.documents[usize::from(place.document)].id, place.line);
            assert!(told.contains(&line), "{line} in {told}");
        }
    }
}
