//! The counts of who gets to speak in the shipped story, against counts made another way.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod support;

use framing_reader_page::sheet;

/// The numbers of a kind in a piece of a view, before a framing is chosen.
fn numbers(view: &str, kind: &str) -> Vec<usize> {
    let measure = format!("data-kind=\"{kind}\">");
    // The first words inside are the number.
    let number = |inside: &str| inside.split('>').find_map(|words| words.split_once('<')?.0.parse().ok());
    view.split(&measure).skip(1).map(|inside| number(inside).unwrap()).collect()
}

/// Words as a typist counts them: what stands between spaces once marks are gone.
fn typed(text: &str) -> usize {
    let plain: String = text.chars().map(|c| if "“”,.;:!?—–…$%()/".contains(c) { ' ' } else { c }).collect();
    plain.split_whitespace().count()
}

#[test]
fn every_article_has_the_words_and_statements_that_are_in_it() {
    let (story, record) = support::shipped();
    let view = sheet::readable(&framing_reader_views::draw(&story, &record, "speakers"));
    let tables: Vec<&str> =
        view.split("<table>").skip(1).map(|table| table.split_once("</table>").unwrap().0).collect();
    assert_eq!(tables.len(), 1 + story.documents.len());
    let (mut words, mut statements) = (0, 0);
    for ((document, reported), table) in story.documents.iter().zip(&record.statements).zip(&tables[1..]) {
        let quoted = document.quotations.iter().map(|quotation| {
            let text = &document.blocks[usize::from(quotation.block)].text;
            typed(&text[quotation.start as usize..quotation.end as usize])
        });
        let quoted: usize = quoted.sum();
        assert_eq!(numbers(table, "words").iter().sum::<usize>(), quoted, "{}", document.id);
        assert_eq!(numbers(table, "statements").iter().sum::<usize>(), reported.len(), "{}", document.id);
        if document.edition_of.is_none() {
            words += quoted;
            statements += reported.len();
        }
    }
    assert_eq!(numbers(tables[0], "words").iter().sum::<usize>(), words);
    assert_eq!(numbers(tables[0], "statements").iter().sum::<usize>(), statements);
}

/// Counted by hand in 001, the analysis.
#[test]
fn the_words_of_each_speaker_in_the_analysis_are_those_counted_by_hand() {
    let (story, record) = support::shipped();
    let view = sheet::readable(&framing_reader_views::draw(&story, &record, "speakers"));
    for (name, words) in [
        ("Kevin Xu", 49),
        ("Dominic Chiu", 41),
        ("Gerard DiPippo", 22),
        ("Kurt Tong", 19),
        ("Howard Lutnick", 18),
        ("Marco Rubio", 8),
        ("Scott Bessent", 5),
        ("Donald Trump", 2),
    ] {
        let row = view.split_once(&format!("<span class=\"called\">{name}</span>")).expect(name).1;
        let row = row.split_once("</details>").unwrap().0;
        let heading = format!("<span class=\"number\">001</span> <b>The analysis</b>: {words} words");
        assert!(row.contains(&heading), "{name}: {row}");
    }
}

#[test]
fn the_summary_quotes_nobody_and_says_so() {
    let (story, record) = support::shipped();
    let view = sheet::readable(&framing_reader_views::draw(&story, &record, "speakers"));
    assert!(view.contains("The summary quotes nobody."), "{view:.2000}");
    assert_eq!(view.matches("<p class=\"none\">").count(), 1);
}
