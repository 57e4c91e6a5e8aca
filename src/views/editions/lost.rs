//! What fell away in a summary: of all paragraphs, of each framing's, and of each side's voice.

use framing_reader_page::{
    parts::columns,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::Record;

use super::{
    Pair,
    summary::{Fate, Told},
};
use crate::{
    speakers::{
        percent,
        voices::{self, GROUPS, Tally},
    },
    svg,
};

/// Units of a bar.
const LONG: usize = 1000;
const THICK: usize = 10;

/// Writes the table, a row a share; what the article has none of is left out.
pub(super) fn draw(sheet: &mut Sheet, pair: &Pair<'_>, record: &Record, told: &[Told<'_>]) {
    let words = &WORDS.editions;
    sheet.open("div.lost");
    sheet.open("table");
    sheet.leaf("caption", words.fell_away);
    columns(sheet, &["", words.in_article, words.in_summary, words.fell_away_column]);
    body(sheet, words.paragraphs, |sheet| {
        row(sheet, words.all_paragraphs, left(told, |_| true));
        for (framing, shown) in pair.story.framings.iter().enumerate() {
            row(sheet, &shown.name, framed_left(told, framing));
        }
    });
    let groups =
        |document: u16| voices::by_group(pair.story, &voices::passages(pair.story, record, usize::from(document)));
    let (first, second) = (groups(pair.comparison.first), groups(pair.comparison.second));
    let voices = |sheet: &mut Sheet, count: fn(&Tally) -> usize| {
        for group in 0..GROUPS {
            row(sheet, voices::group_name(group), [count(&first[group]), count(&second[group])]);
        }
    };
    body(sheet, WORDS.speakers.words, |sheet| voices(sheet, |tally| tally.words.all));
    body(sheet, WORDS.speakers.statements, |sheet| voices(sheet, |tally| tally.statements.all));
    sheet.close();
    sheet.leaf("p.hint", words.fell_away_hint);
    sheet.close();
}

/// How many paragraphs of a framing the article has, and how many of them are left.
pub(super) fn framed_left(told: &[Told<'_>], framing: usize) -> [usize; 2] {
    left(told, |told| told.block.code.as_ref().is_some_and(|code| code.frames.has(framing)))
}

fn left(told: &[Told<'_>], which: impl Fn(&Told<'_>) -> bool) -> [usize; 2] {
    let mine = || told.iter().filter(|told| which(told));
    [mine().count(), mine().filter(|told| told.fate != Fate::Dropped).count()]
}

/// Rows with a heading of their own.
fn body(sheet: &mut Sheet, head: &str, rows: impl FnOnce(&mut Sheet)) {
    sheet.open("tbody");
    sheet.open("tr");
    sheet.open("th.group");
    sheet.set("scope", "rowgroup");
    sheet.set("colspan", "4");
    sheet.text(head);
    sheet.close();
    sheet.close();
    rows(sheet);
    sheet.close();
}

/// How much of a whole fell away, in percent.
pub(super) fn lost([whole, left]: [usize; 2]) -> String {
    percent(whole.saturating_sub(left), whole)
}

/// A share: how many the article has, and how many of them are left.
fn row(sheet: &mut Sheet, name: &str, [whole, left]: [usize; 2]) {
    if whole == 0 {
        return;
    }
    sheet.open("tr");
    sheet.open("th");
    sheet.set("scope", "row");
    sheet.text(name);
    sheet.close();
    for count in [whole, left] {
        sheet.leaf("td", &count.to_string());
    }
    sheet.open("td");
    sheet.open("span.fell");
    svg::open_stretched(sheet, "svg.share", LONG, THICK);
    svg::rect(sheet, "rect.gone", [0, 0, LONG, THICK]);
    svg::rect(sheet, "rect.left", [0, 0, left.min(whole) * LONG / whole, THICK]);
    sheet.close();
    sheet.leaf("b", &fill(WORDS.editions.percent, &[&lost([whole, left])]));
    sheet.close();
    sheet.close();
    sheet.close();
}
