//! The editions and the summary of the shipped story, side by side.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod support;

use framing_reader_page::sheet;

fn view(path: &str) -> String {
    let (story, record) = support::shipped();
    sheet::readable(&framing_reader_views::draw(&story, &record, path))
}

#[test]
fn the_geneva_passage_is_marked_as_changed_in_meaning_with_the_editors_note() {
    let view = view("editions/002");
    let rows: Vec<&str> = view.split("<section class=\"row\" data-change=\"").skip(1).collect();
    let meaning: Vec<_> = rows.iter().filter(|row| row.starts_with("meaning")).collect();
    assert_eq!(meaning.len(), 1, "{meaning:#?}");
    assert!(
        meaning[0].contains("<del data-change=\"meaning\">") && meaning[0].contains("<ins data-change=\"meaning\">")
    );
    assert!(meaning[0].contains("<p class=\"remark\">") && meaning[0].contains("Geneva"));
    assert!(rows.iter().any(|row| row.contains("Tuesday</del>") && row.contains("July 15</ins>")));
}

#[test]
fn every_paragraph_of_the_article_has_one_fate_in_the_summary() {
    let (story, record) = support::shipped();
    let comparison = record.comparisons.iter().find(|comparison| comparison.summary).unwrap();
    let (first, second) =
        (&story.documents[usize::from(comparison.first)], &story.documents[usize::from(comparison.second)]);
    let view = sheet::readable(&framing_reader_views::draw(&story, &record, &format!("editions/{}", second.id)));
    assert_eq!(view.matches("<div class=\"told\"").count(), first.paragraph_count());
    for framing in 0..2 {
        let row =
            format!("<th scope=\"row\">{}</th><td>{}</td>", story.framings[framing].name, first.framed_count(framing));
        assert!(view.contains(&row), "{row}");
    }
    // It quotes nobody, so that all words quoted fell away.
    let words = view.split_once("Words quoted</th>").unwrap().1.split_once("</tbody>").unwrap().0;
    assert_eq!(words.matches("<td>0</td>").count(), words.matches("<b>100%</b>").count());
    assert!(words.contains("<td>129</td><td>0</td>"), "{words}");
}
