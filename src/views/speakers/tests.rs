//! What the view says, on a story of a ferry and a harbor fort.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use framing_reader_page::{fixture, sheet};
use framing_reader_story::record::Statement;

use super::{voices::*, *};
use framing_reader_story::model::*;

/// The fixture's two documents, in each of which Ruiz is quoted with four words under the first framing; in the first, the
/// board and somebody unnamed are reported as well, in a paragraph without a frame.
fn told() -> (Story, Record) {
    let story = fixture::story();
    let end = story.documents[0].blocks[0].text.len() as u32;
    let statement = |source| Statement { block: 0, start: 0, end, source, certainty: Certainty::Likely };
    let reported = vec![
        statement(Speaker::Actor(1)),
        statement(Speaker::Other("person-near-the-board".into())),
        statement(Speaker::Unknown),
    ];
    (story, Record { statements: vec![reported], ..Record::default() })
}

fn shown(story: &Story, record: &Record) -> String {
    let mut sheet = Sheet::new();
    draw(&mut sheet, story, record);
    sheet::readable(&sheet.into_bytes())
}

/// A count with the same under the first framing or not.
fn count(all: usize, framed: [usize; 2]) -> Count {
    Count { all, framed }
}

#[test]
fn a_word_is_a_run_of_letters_and_digits_with_what_joins_them() {
    for (text, words) in [
        ("", 0),
        ("“No toll, no ferry,”", 4),
        ("rare-earth magnets’ price", 3),
        ("don't, can’t", 2),
        ("‘tis - well - so", 3),
        ("tit-for-tat--again", 2),
        ("145% of 20", 3),
        ("“”—…", 0),
        ("لا رسوم", 2),
    ] {
        assert_eq!(word_count(text), words, "{text}");
    }
}

#[test]
fn words_and_statements_are_counted_apart_and_under_each_framing() {
    let (story, record) = told();
    let passages = passages(&story, &record, 0);
    let places: Vec<_> = passages.iter().map(|passage| (passage.block.line, passage.quoted)).collect();
    assert_eq!(places, [(1, false), (1, false), (1, false), (3, true)]);
    let tally = Tally::of(&passages);
    assert_eq!(tally, Tally { words: count(4, [4, 0]), statements: count(3, [0, 0]) });
    let groups = by_group(&story, &passages);
    assert_eq!(groups.map(|tally| (tally.words.all, tally.statements.all)), [(0, 0), (0, 0), (0, 0), (4, 1), (0, 2)]);
}

#[test]
fn another_edition_is_shown_but_not_in_the_totals() {
    let (mut story, record) = told();
    assert!(shown(&story, &record).contains("8 words quoted and 3 statements reported, from 4 speakers."));
    story.documents[1].edition_of = Some(0);
    let text = shown(&story, &record);
    assert!(text.contains("4 words quoted and 3 statements reported, from 4 speakers."), "{text}");
    assert!(text.contains("200 is not in the totals."), "{text}");
    assert!(text.contains("<b>200</b>: 4 words<i>, not in the totals</i>"), "{text}");
}

#[test]
fn a_row_opens_the_passages_that_were_counted() {
    let (story, record) = told();
    let text = shown(&story, &record);
    let quoted = "“No toll, no ferry,”</span><span class=\"sources\"><b>4 words</b> <a go=\"100/3\" class=\"jump\">100, line 3</a>";
    assert!(text.contains(quoted), "{text}");
    let reported = "Ana Ruiz met the Harbor Board.</span><span class=\"sources\"><b>1 statement</b> \
                    <a go=\"100/1\" class=\"jump\">100, line 1</a><i>probably theirs</i>";
    assert_eq!(text.matches(reported).count(), 3, "{text}");
    assert!(text.contains("Person near the board") && text.contains("Speaker not stated"), "{text}");
}

#[test]
fn who_is_no_actor_is_called_as_the_articles_print_it() {
    let (mut story, _) = told();
    story.documents[0].blocks[0].text = "Officials and Kevin Okoye spoke, said officials.".into();
    let called = |words: &str| speaker_name(&story, &Speaker::Other(words.into()));
    assert_eq!(
        [called("kevin-okoye"), called("officials"), called("so-and-so")],
        ["Kevin Okoye", "Officials", "So and so"]
    );
    assert_eq!(speaker_name(&story, &Speaker::Other(String::new())), WORDS.speakers.unknown);
}

#[test]
fn an_article_that_quotes_nobody_says_so() {
    let (mut story, record) = told();
    story.documents[0].quotations.clear();
    let text = shown(&story, &record);
    assert!(text.contains("100 quotes nobody.") && text.contains(WORDS.speakers.quotes_nobody), "{text}");
    story.documents[1].quotations.clear();
    assert!(shown(&story, &record).contains(WORDS.speakers.silent));
    assert!(shown(&story, &Record::default()).ends_with(&format!("{}</p>", WORDS.speakers.nobody)));
}

#[test]
fn damaged_places_and_actors_break_nothing() {
    let (mut story, mut record) = told();
    story.documents[0].quotations[0].end = 9_999;
    story.documents[1].quotations[0].source = Speaker::Actor(77);
    record.statements[0][0].block = 77;
    record.statements.push(Vec::new());
    record.statements.push(record.statements[0].clone());
    assert!(shown(&story, &record).contains(WORDS.speakers.others));
    story.documents.clear();
    shown(&story, &record);
}

#[test]
fn shares_are_rounded() {
    assert_eq!(
        [percent(1, 3), percent(2, 3), percent(0, 0), percent(7, 7), percent(1, 200)],
        ["33", "67", "0", "100", "1"]
    );
}
