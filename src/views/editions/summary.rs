//! An article and its summary: what became of each paragraph.
//!
//! 1. each paragraph's fate and what answers it, from the rows of the comparison;
//! 2. the picture: a bar a paragraph, as high as what is left of it, above the framings it is coded with;
//! 3. [`lost`]: what fell away;
//! 4. the paragraphs beside what answers them, those with the same answer together; at the end, what the summary added.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Record,
    model::{Block, BlockKind},
    record::Change,
};

use super::{
    Pair, compared, edition,
    filter::{self, Choice},
    heads, lost, side,
};
use crate::svg;

/// What a summary did with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    Merged,
    Changed,
    Dropped,
}

const FATES: [Fate; 4] = [Fate::Kept, Fate::Merged, Fate::Changed, Fate::Dropped];

/// A fate, as attributes say it.
fn mark(fate: Fate) -> &'static str {
    ["kept", "merged", "meaning", "dropped"][fate as usize]
}

/// A paragraph of the article.
pub(super) struct Told<'a> {
    pub(super) block: &'a Block,
    pub(super) fate: Fate,
    /// Blocks of the summary that answer it.
    answers: Vec<u16>,
    notes: Vec<&'a str>,
}

/// Every paragraph of the article with its fate.
pub(super) fn told<'a>(pair: &Pair<'a>) -> Vec<Told<'a>> {
    let paragraphs = (0..).zip(&pair.first.blocks).filter(|(_, block)| block.kind == BlockKind::Para);
    paragraphs
        .map(|(index, block)| {
            let rows = pair.comparison.rows.iter().filter(|row| row.first.contains(&index));
            let mut told = Told { block, fate: Fate::Dropped, answers: Vec::new(), notes: Vec::new() };
            let mut gravest = None;
            for row in rows {
                gravest = gravest.max(row.change);
                told.answers.extend(row.second.iter().filter(|at| pair.second(**at).is_some()));
                told.notes.extend((!row.note.is_empty()).then_some(&*row.note));
            }
            told.answers.sort_unstable();
            told.answers.dedup();
            if !told.answers.is_empty() {
                told.fate = match gravest {
                    Some(Change::Meaning) => Fate::Changed,
                    Some(Change::Merged) => Fate::Merged,
                    Some(Change::Dropped) => Fate::Dropped,
                    _ => Fate::Kept,
                };
            }
            told
        })
        .collect()
}

/// Writes the comparison.
pub(super) fn draw(sheet: &mut Sheet, pair: &Pair<'_>, record: &Record) {
    let words = &WORDS.editions;
    let told = told(pair);
    let count = |fate| told.iter().filter(|one| one.fate == fate).count();
    let [kept, merged, changed, dropped] = FATES.map(|fate| count(fate).to_string());
    let lead = fill(words.lead_summary, &[&told.len().to_string(), &kept, &merged, &changed]);
    let lost = |framing| lost::lost(lost::framed_left(&told, framing));
    let name = |framing| parts::framing_name(pair.story, framing);
    let shares = fill(words.lead_lost, &[&name(0), &lost(0), &name(1), &lost(1)]);
    sheet.leaf("p.lead", &[lead, fill(words.lead_dropped, &[&dropped]), shares].concat());
    compared(sheet, pair.story);
    picture(sheet, &told);
    key(sheet, pair, &FATES.map(count));
    lost::draw(sheet, pair, record, &told);
    sheet.leaf("h3", words.what_became);
    // Another element than an edition has: its choices are not carried over.
    sheet.open("section.compare");
    let added = || pair.comparison.rows.iter().filter(|row| row.first.is_empty());
    let fates = FATES.map(|fate| Choice { mark: mark(fate), name: words.fates[fate as usize], count: count(fate) });
    let name = words.changes[Change::Added as usize];
    filter::draw(sheet, fates.into_iter().chain([Choice { mark: "added", name, count: added().count() }]));
    heads(sheet, pair);
    let groups: Vec<_> = told.chunk_by(|one, other| one.answers == other.answers).collect();
    parts::leaves(sheet, &groups, |sheet, group| answered(sheet, pair, group));
    sheet.open("div.leaf");
    added().for_each(|row| edition::differing(sheet, pair, row));
    sheet.close();
    sheet.close();
}

/// Units of a bar's height, and of the bands below the bars.
const HIGH: usize = 30;
const BAND: usize = 6;
/// Letters a unit of a bar's width stands for, and the units of a short one.
const LETTERS: usize = 25;
const NARROW: usize = 3;

/// A bar a paragraph, as wide as its text is long.
fn picture(sheet: &mut Sheet, told: &[Told<'_>]) {
    let wide = |told: &Told<'_>| (told.block.text.chars().count() / LETTERS).max(NARROW);
    let all: usize = told.iter().map(|told| wide(told) + 2).sum();
    svg::open_stretched(sheet, "svg.fates", all.max(1), HIGH + 2 + 3 * BAND);
    let mut x = 0;
    for one in told {
        let width = wide(one);
        bar(sheet, one.fate, x, width);
        for framing in 0..2 {
            if one.block.code.as_ref().is_some_and(|code| code.frames.has(framing)) {
                band(sheet, framing, HIGH + 4 + framing * (BAND + 1), x, width);
            }
        }
        x += width + 2;
    }
    sheet.close();
}

/// What the bars and the bands below them mean, and how many there are of each fate.
fn key(sheet: &mut Sheet, pair: &Pair<'_>, counts: &[usize]) {
    let sample = |sheet: &mut Sheet, height, draw: &dyn Fn(&mut Sheet)| {
        sheet.open("li");
        svg::open(sheet, "svg.sample", NARROW * 4, height);
        draw(sheet);
        sheet.close();
    };
    sheet.open("ul.fate-key");
    for (fate, count) in FATES.into_iter().zip(counts) {
        sample(sheet, HIGH, &|sheet| bar(sheet, fate, 0, NARROW * 4));
        sheet.text(WORDS.editions.fates[fate as usize]);
        sheet.text(" ");
        sheet.leaf("b", &count.to_string());
        sheet.close();
    }
    for (framing, shown) in pair.story.framings.iter().enumerate() {
        sample(sheet, NARROW * 4, &|sheet| band(sheet, framing, NARROW, 0, NARROW * 4));
        sheet.text(&shown.name);
        sheet.close();
    }
    sheet.close();
}

/// As high as what is left: all of it, part of it, another thing in its place, nothing but the ground it stood on.
fn bar(sheet: &mut Sheet, fate: Fate, x: usize, width: usize) {
    match fate {
        Fate::Kept => svg::rect(sheet, "rect.kept", [x, 0, width, HIGH]),
        Fate::Merged => svg::rect(sheet, "rect.kept", [x, HIGH / 2, width, HIGH / 2]),
        Fate::Changed => {
            svg::rect(sheet, "rect.changed", [x, 0, width, HIGH]);
            svg::line(sheet, "line.changed", [x, HIGH, x + width, 0]);
        }
        Fate::Dropped => svg::line(sheet, "line.ground", [x, HIGH, x + width, HIGH]),
    }
}

/// One line for the first framing, a double one for the second.
fn band(sheet: &mut Sheet, framing: usize, top: usize, x: usize, width: usize) {
    match framing {
        0 => svg::rect(sheet, "rect.band0", [x, top, width, BAND - 1]),
        _ => {
            for y in [top, top + 4] {
                svg::rect(sheet, "rect.band1", [x, y, width, 2]);
            }
        }
    }
}

/// Paragraphs with the same answer beside it.
fn answered(sheet: &mut Sheet, pair: &Pair<'_>, group: &[Told<'_>]) {
    let words = &WORDS.editions;
    let marks: Vec<_> =
        FATES.into_iter().filter(|fate| group.iter().any(|told| told.fate == *fate)).map(mark).collect();
    sheet.open("section.row");
    sheet.set("data-change", &marks.join(" "));
    sheet.open("div.sides");
    sheet.open("div.half");
    for told in group {
        sheet.open("div.told");
        sheet.set("data-change", mark(told.fate));
        sheet.open("p.classes");
        sheet.open("span");
        sheet.set("data-change", mark(told.fate));
        sheet.text(words.fates[told.fate as usize]);
        sheet.close();
        sheet.close();
        side::draw(sheet, pair, false, told.block, &[]);
        sheet.close();
    }
    sheet.close();
    sheet.open("div.half");
    let answers = group.first().map_or(&[][..], |told| &told.answers);
    for block in answers.iter().filter_map(|at| pair.second(*at)) {
        side::draw(sheet, pair, true, block, &[]);
    }
    if answers.is_empty() {
        sheet.leaf("p.none", words.nothing_here);
    }
    let mut notes: Vec<_> = group.iter().flat_map(|told| &told.notes).collect();
    notes.dedup();
    for note in notes {
        side::remark(sheet, pair.story, note);
    }
    sheet.close();
    sheet.close();
    sheet.close();
}
