//! What fell away in a summary: of all paragraphs, of each framing's, and of each side's voice.

use framing_reader_page::{
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
        voices::{self, GROUPS},
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
    sheet.open("thead");
    sheet.open("tr");
    sheet.leaf("td", "");
    for head in [words.in_article, words.in_summary, words.fell_away] {
        sheet.open("th");
        sheet.set("scope", "col");
        sheet.text(head);
        sheet.close();
    }
    sheet.close();
    sheet.close();
    sheet.open("tbody");
    let left = |which: &dyn Fn(&Told<'_>) -> bool| {
        let mine = || told.iter().filter(|told| which(told));
        [mine().count(), mine().filter(|told| told.fate != Fate::Dropped).count()]
    };
    row(sheet, words.paragraphs, left(&|_| true));
    for (framing, shown) in pair.story.framings.iter().enumerate() {
        let framed = |told: &Told<'_>| told.block.code.as_ref().is_some_and(|code| code.frames.has(framing));
        row(sheet, &fill(words.paragraphs_framed, &[&shown.name]), left(&framed));
    }
    sheet.close();
    let groups = |document: u16| {
        voices::by_group(pair.story, &voices::passages(pair.story, record, usize::from(document)))
    };
    let (first, second) = (groups(pair.comparison.first), groups(pair.comparison.second));
    for statements in [false, true] {
        sheet.open("tbody");
        for group in 0..GROUPS {
            let count = |tally: voices::Tally| if statements { tally.statements.all } else { tally.words.all };
            let name = if statements { words.voice_statements } else { words.voice_words };
            row(sheet, &fill(name, &[voices::group_name(group)]), [count(first[group]), count(second[group])]);
        }
        sheet.close();
    }
    sheet.close();
    sheet.leaf("p.hint", words.fell_away_hint);
    sheet.close();
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
    let lost = whole.saturating_sub(left);
    svg::open_stretched(sheet, "svg.share", LONG, THICK);
    svg::rect(sheet, "rect.gone", [0, 0, LONG, THICK]);
    svg::rect(sheet, "rect.left", [0, 0, (whole - lost) * LONG / whole, THICK]);
    sheet.close();
    sheet.leaf("b", &fill(WORDS.editions.percent, &[&percent(lost, whole)]));
    sheet.close();
    sheet.close();
}
