//! Two editions side by side: passages that differ with their words marked, runs of those that do not folded away.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::record::{Change, Row};

use super::{
    Pair, compared,
    filter::{self, Choice},
    heads,
    side::{self, mark},
};
use crate::speakers::plural;

/// The changes in the order of the key, the gravest first.
const CHANGES: [Change; 8] = [
    Change::Meaning,
    Change::Wording,
    Change::Date,
    Change::Spelling,
    Change::Added,
    Change::Dropped,
    Change::Caption,
    Change::Merged,
];

/// Writes the comparison.
pub(super) fn draw(sheet: &mut Sheet, pair: &Pair<'_>) {
    let rows = &pair.comparison.rows;
    lead(sheet, pair, rows);
    compared(sheet, pair.story);
    sheet.open("div.compare");
    filter::draw(
        sheet,
        CHANGES.map(|change| Choice {
            mark: mark(change),
            name: WORDS.editions.changes[change as usize],
            count: rows.iter().map(|row| places(row, change)).sum(),
        }),
    );
    heads(sheet, pair);
    let runs: Vec<_> = rows.chunk_by(|one, other| same(one) == same(other)).collect();
    parts::leaves(sheet, &runs, |sheet, rows| {
        if rows.iter().all(same) {
            folded(sheet, pair, rows);
        } else {
            rows.iter().for_each(|row| differing(sheet, pair, row));
        }
    });
    sheet.close();
}

fn lead(sheet: &mut Sheet, pair: &Pair<'_>, rows: &[Row]) {
    let words = &WORDS.editions;
    let count = |which: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| which(row)).count();
    let (alike, meaning) = (count(&same), count(&|row| has(row, Change::Meaning)));
    let [all, alike, different] = [rows.len(), alike, rows.len() - alike].map(|count| count.to_string());
    let mut text =
        fill(words.lead_edition, &[&pair.first.label, &pair.first.id, &pair.second.id, &all, &alike, &different]);
    if meaning > 0 {
        text.push_str(&fill(words.lead_meaning, &[&meaning.to_string()]));
    }
    text.push('.');
    sheet.leaf("p.lead", &text);
}

/// What became of a row as a whole, also where the record leaves it to be seen.
fn change(row: &Row) -> Option<Change> {
    row.change.or(match (row.first.is_empty(), row.second.is_empty()) {
        (true, false) => Some(Change::Added),
        (false, true) => Some(Change::Dropped),
        _ => None,
    })
}

fn same(row: &Row) -> bool {
    change(row).is_none() && row.runs.iter().all(|run| run.change.is_none())
}

fn has(row: &Row, which: Change) -> bool {
    change(row) == Some(which) || row.runs.iter().any(|run| run.change == Some(which))
}

/// In how many places a row has a change: stretches of words, or the row itself.
fn places(row: &Row, which: Change) -> usize {
    let runs = row.runs.iter().filter(|run| run.change == Some(which)).count();
    runs.max(usize::from(has(row, which)))
}

fn folded(sheet: &mut Sheet, pair: &Pair<'_>, rows: &[Row]) {
    let words = &WORDS.editions;
    sheet.open("details.same");
    sheet.leaf("summary", &plural(words.one_same, words.many_same, rows.len()));
    for row in rows {
        sides(sheet, pair, row);
    }
    sheet.close();
}

/// Writes a row that is not the same in both.
pub(super) fn differing(sheet: &mut Sheet, pair: &Pair<'_>, row: &Row) {
    let changes: Vec<_> = CHANGES.into_iter().filter(|change| has(row, *change)).collect();
    sheet.open("section.row");
    sheet.set("data-change", &changes.iter().map(|change| mark(*change)).collect::<Vec<_>>().join(" "));
    if !row.first.is_empty() && !row.second.is_empty() {
        classes(sheet, &changes);
    }
    side::remark(sheet, pair.story, &row.note);
    sides(sheet, pair, row);
    sheet.close();
}

/// The kinds of difference in a row.
fn classes(sheet: &mut Sheet, changes: &[Change]) {
    sheet.open("p.classes");
    for change in changes {
        sheet.open("span");
        sheet.set("data-change", mark(*change));
        sheet.text(WORDS.editions.changes[*change as usize]);
        sheet.close();
        sheet.text(" ");
    }
    sheet.close();
}

/// Both texts of a row; where one has nothing, its place says what the other has.
fn sides(sheet: &mut Sheet, pair: &Pair<'_>, row: &Row) {
    sheet.open("div.sides");
    for (second, blocks, other) in [(false, &row.first, pair.second), (true, &row.second, pair.first)] {
        if blocks.is_empty() {
            sheet.open("div.half lacking");
            classes(sheet, &change(row).into_iter().collect::<Vec<_>>());
            sheet.leaf("p.hint", &fill(WORDS.editions.only_in, &[&other.id]));
            sheet.close();
            continue;
        }
        sheet.open("div.half");
        for block in blocks.iter().filter_map(|at| if second { pair.second(*at) } else { pair.first(*at) }) {
            side::draw(sheet, pair, second, block, &row.runs);
        }
        sheet.close();
    }
    sheet.close();
}
