//! What the view says, on a story of a ferry and a harbor fort.

use framing_reader_page::{fixture, sheet};
use framing_reader_story::{model::*, record::*};

use super::*;

fn row(first: &[u16], second: &[u16], change: Option<Change>) -> Row {
    Row { first: first.to_vec(), second: second.to_vec(), change, runs: Vec::new(), note: String::new() }
}

/// The fixture with its second document compared with the first.
fn compared(summary: bool, rows: Vec<Row>) -> (Story, Record) {
    let comparison = Comparison { first: 0, second: 1, summary, rows };
    (fixture::story(), Record { comparisons: vec![comparison], ..Record::default() })
}

fn shown(story: &Story, record: &Record, which: &str) -> String {
    let mut sheet = Sheet::new();
    draw(&mut sheet, story, record, which);
    sheet::readable(&sheet.into_bytes())
}

#[test]
fn a_story_without_editions_says_so() {
    assert!(shown(&fixture::story(), &Record::default(), "200").contains(WORDS.editions.none));
}

#[test]
fn each_comparison_has_its_path_and_editions_come_first() {
    let (story, mut record) = compared(true, Vec::new());
    record.comparisons.push(Comparison { first: 1, second: 0, summary: false, rows: Vec::new() });
    record.comparisons.push(Comparison { first: 9, second: 1, summary: false, rows: Vec::new() });
    let current = |which| {
        let text = shown(&story, &record, which);
        assert_eq!(text.matches(" aria-current=\"page\">").count(), 1, "{text}");
        text.contains(
            "<a go=\"editions/200\" class=\"jump\" aria-current=\"page\">100 and 200: article and summary</a>",
        )
    };
    assert_eq!([current(""), current("no-such"), current("100"), current("200")], [false, false, false, true]);
}

#[test]
fn words_that_differ_are_marked_on_both_sides_with_their_kind() {
    let mut rows = vec![row(&[0], &[0], None), row(&[1], &[1], Some(Change::Meaning))];
    // “No toll, no ferry,” Ruiz said. against “No tolls, no ferry,” Ruiz says.
    let run = |first_end, second_end, change| Run { first_end, second_end, change };
    rows[1].runs = vec![
        run(6, 6, None),
        run(10, 11, Some(Change::Spelling)),
        run(30, 31, None),
        run(34, 35, Some(Change::Meaning)),
    ];
    rows[1].note = "One edition has it in the past (100:3, 9:9).".into();
    let (mut story, record) = compared(false, rows);
    story.documents[1].blocks[1].text = "“No tolls, no ferry,” Ruiz says.".into();
    let text = shown(&story, &record, "");
    assert!(
        text.contains("<del data-change=\"spelling\"><span class=\"unseen\">spelling: </span>toll</del>, no"),
        "{text}"
    );
    assert!(
        text.contains("<ins data-change=\"spelling\"><span class=\"unseen\">spelling: </span>tolls</ins>, no"),
        "{text}"
    );
    assert!(text.contains("<section class=\"row\" data-change=\"meaning spelling\">"), "{text}");
    assert!(
        text.contains("</i>One edition has it in the past (<a go=\"100/3\" class=\"jump\">100, line 3</a>, 9:9).</p>"),
        "{text}"
    );
    assert!(text.contains(": 2 passages side by side, 1 the same, 1 different, 1 of these in meaning."), "{text}");
    assert!(text.contains("<summary>1 paragraph the same</summary>"), "{text}");
}

#[test]
fn what_one_text_alone_has_is_said_on_the_other_side() {
    let rows = vec![row(&[], &[0], None), row(&[0], &[], None), row(&[1], &[1], None)];
    let (story, record) = compared(false, rows);
    let text = shown(&story, &record, "200");
    let added = "<span data-change=\"added\">Paragraph added</span> </p><p class=\"hint\">Only in 200</p></div>\
                 <div class=\"half\"><div class=\"passage\"><p class=\"sources\"><a go=\"200/1\"";
    assert!(text.contains(added), "{text}");
    assert!(text.contains("Only in 100</p></div></div></section>"), "{text}");
}

#[test]
fn each_paragraph_of_the_article_has_its_fate() {
    let fates = |rows| {
        let (story, record) = compared(true, rows);
        let pair = Pair::of(&story, &record.comparisons[0]).map(|pair| summary::told(&pair));
        pair.unwrap_or_default().iter().map(|told| told.fate).collect::<Vec<_>>()
    };
    use summary::Fate::*;
    assert_eq!(fates(Vec::new()), [Dropped, Dropped]);
    assert_eq!(fates(vec![row(&[0], &[0], None), row(&[1], &[], Some(Change::Dropped))]), [Kept, Dropped]);
    assert_eq!(fates(vec![row(&[0, 1], &[0], Some(Change::Merged))]), [Merged, Merged]);
    let twice =
        vec![row(&[0], &[0], Some(Change::Merged)), row(&[0], &[1], Some(Change::Meaning)), row(&[1], &[1], None)];
    assert_eq!(fates(twice), [Changed, Kept]);
    assert_eq!(fates(vec![row(&[0], &[77], None)]), [Dropped, Dropped]);
}

#[test]
fn what_a_summary_added_is_shown() {
    let (story, record) = compared(true, vec![row(&[0], &[0], None), row(&[], &[1], Some(Change::Added))]);
    let text = shown(&story, &record, "200");
    assert!(text.contains("<section class=\"row\" data-change=\"added\">"), "{text}");
    assert!(text.contains("value=\"added\"") && text.contains("Only in 200"), "{text}");
}

#[test]
fn what_fell_away_is_counted_by_framing_and_by_side() {
    let (mut story, record) = compared(true, vec![row(&[0], &[0], None), row(&[1], &[], Some(Change::Dropped))]);
    story.documents[1].quotations.clear();
    let text = shown(&story, &record, "200");
    assert!(
        text.contains("Of the paragraphs coded as bargaining, 100% fell away; of those coded as security, 0%."),
        "{text}"
    );
    let share = |name: &str, whole, left| format!("<th scope=\"row\">{name}</th><td>{whole}</td><td>{left}</td>");
    assert!(text.contains(&share("All", 2, 1)) && text.contains(&share("bargaining", 1, 0)), "{text}");
    assert!(text.contains(&share("Third parties", 4, 0)), "{text}");
    assert!(!text.contains(&share("security", 0, 0)), "{text}");
    assert!(text.contains(WORDS.editions.nothing_here), "{text}");
}

#[test]
fn runs_and_rows_that_do_not_fit_break_nothing() {
    let run = Run { first_end: 9_999, second_end: 2, change: Some(Change::Date) };
    let mut rows = vec![row(&[0], &[0], None), row(&[9], &[9], Some(Change::Wording)), row(&[], &[], None)];
    rows[0].runs = vec![run];
    for summary in [false, true] {
        let (mut story, record) = compared(summary, rows.clone());
        assert!(shown(&story, &record, "").contains("Ana Ruiz met the Harbor Board."));
        story.documents[0].blocks.clear();
        shown(&story, &record, "");
    }
}
