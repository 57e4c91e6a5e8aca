//! The picture of the timeline: years, then the months of the busiest of them, then the days of the busiest of those.
//!
//! 1. [`marks`]: a mark for each event where its best date puts it, and one for each date that contradicts it;
//! 2. [`panels`]: the windows of time, each closer than the one before; a mark stands in the closest that holds it whole;
//! 3. [`draw`]: each panel as a table, a column a unit of time. What fits in a column hangs from it, what takes longer spans
//!    columns below. A table, because its marks are links that every browser lays out, tells and prints without geometry.

use std::ops::RangeInclusive;

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH, fill},
};
use framing_reader_story::Record;

use crate::dates::{Date, Stretch};

const WORDS: &framing_reader_page::words::timeline::Timeline = &ENGLISH.timeline;

/// Most columns of a panel; with more, a mark on a phone is narrower than a fingertip.
const COLUMNS: i32 = 14;
/// Months the second panel may hold, and days the third.
const WINDOWS: [i32; 2] = [12, 14];
/// Fewest marks that are worth a closer panel.
const WORTH: usize = 4;

/// One event in the picture.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Index of the event.
    event: usize,
    /// When.
    when: Stretch,
    /// Whether it is a date that contradicts the best one.
    other: bool,
}

/// A window of time in columns of one unit.
#[derive(Debug)]
pub struct Panel {
    /// Which of years, months and days.
    level: usize,
    columns: Vec<Column>,
    marks: Vec<Mark>,
    /// How many marks of closer panels each column holds.
    below: Vec<usize>,
}

#[derive(Debug)]
struct Column {
    days: RangeInclusive<i32>,
    label: String,
    /// What is said above the label where a new year or month begins.
    over: String,
}

/// The marks of a record.
pub fn marks(record: &Record) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (event, entry) in record.events.iter().enumerate() {
        let mut stretches = entry.datings.iter().filter_map(Stretch::of);
        let Some(best) = stretches.next() else { continue };
        marks.push(Mark { event, when: best, other: false });
        let mut others: Vec<Stretch> = Vec::new();
        for when in stretches.filter(|when| when.excludes(best)) {
            if others.iter().all(|other| when.excludes(*other)) {
                others.push(when);
                marks.push(Mark { event, when, other: true });
            }
        }
    }
    marks
}

/// The panels that show these marks.
pub fn panels(mut marks: Vec<Mark>) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    for level in 0..3 {
        let Some(window) = window(level, &marks) else { continue };
        let (inside, outside): (Vec<_>, Vec<_>) = marks.into_iter().partition(|mark| within(mark, &window));
        // What does not fit stays with the level before; where all of it does, that level says nothing more.
        if let Some(mut panel) = panels.pop()
            && !outside.is_empty()
        {
            panel.marks = outside;
            panels.push(panel);
        }
        panels.push(Panel { level, columns: columns(level, &window), marks: Vec::new(), below: Vec::new() });
        marks = inside;
    }
    if let Some(panel) = panels.last_mut() {
        panel.marks = marks;
    }
    for index in 0..panels.len() {
        let (upper, closer) = panels.split_at_mut(index + 1);
        upper[index].below = upper[index]
            .columns
            .iter()
            .map(|column| {
                let begins = |mark: &&Mark| column.days.contains(&mark.when.first());
                closer.iter().flat_map(|panel| &panel.marks).filter(begins).count()
            })
            .collect();
    }
    panels
}

/// The days a level shows; `None` where it would show nothing more than the level before.
fn window(level: usize, marks: &[Mark]) -> Option<RangeInclusive<i32>> {
    let first = Date::from_days(marks.iter().map(|mark| mark.when.first()).min()?);
    let last = Date::from_days(marks.iter().map(|mark| mark.when.last()).max()?);
    let span = |mark: &Mark| {
        let length = WINDOWS[level - 1];
        let start = mark.when.first();
        if level == 1 {
            let month = Date::from_days(start).month_index();
            Date::from_month_index(month).first()..=Date::from_month_index(month + length - 1).last()
        } else {
            start..=start + length - 1
        }
    };
    if level == 0 {
        return (first.year != last.year).then(|| first.in_years().first()..=last.in_years().last());
    }
    let inside = |window: &RangeInclusive<i32>| marks.iter().filter(|mark| within(mark, window)).count();
    // Of several that are as busy, the latest.
    let busiest = marks.iter().map(span).max_by_key(inside)?;
    let count = inside(&busiest);
    let all_there_is = level == 1 && count == marks.len();
    if count < WORTH && !all_there_is {
        return None;
    }
    let end = marks.iter().filter(|mark| within(mark, &busiest)).map(|mark| mark.when.last()).max()?;
    let end = if level == 1 { Date { day: None, ..Date::from_days(end) }.last() } else { end };
    Some(*busiest.start()..=end)
}

/// Whether a window holds all of a mark.
fn within(mark: &Mark, window: &RangeInclusive<i32>) -> bool {
    window.contains(&mark.when.first()) && window.contains(&mark.when.last())
}

/// The columns of a window, in the unit of its level; several years to a column where there are many.
fn columns(level: usize, window: &RangeInclusive<i32>) -> Vec<Column> {
    let (from, to) = (Date::from_days(*window.start()), Date::from_days(*window.end()));
    let month_name = |index: i32| WORDS.short_months[index.rem_euclid(12) as usize].to_owned();
    match level {
        0 => {
            let years = to.year - from.year + 1;
            // One fewer than there may be, for the first column begins at a round year.
            let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter();
            let step = step.filter(|step| (years - 1) / step + 2 <= COLUMNS || *step == 1 && years <= COLUMNS);
            let step = step.min().unwrap_or(2000);
            let year = |year: i32| Date { year, month: None, day: None };
            (from.year.div_euclid(step) * step..=to.year)
                .step_by(step as usize)
                .map(|first| Column {
                    days: year(first).first()..=year(first + step - 1).last(),
                    label: first.to_string(),
                    over: String::new(),
                })
                .collect()
        }
        1 => (from.month_index()..=to.month_index())
            .map(|index| {
                let month = Date::from_month_index(index);
                let begins = index == from.month_index() || month.month == Some(1);
                let over = if begins { month.year.to_string() } else { String::new() };
                Column { days: month.first()..=month.last(), label: month_name(index), over }
            })
            .collect(),
        _ => window
            .clone()
            .map(|day| {
                let date = Date::from_days(day);
                let begins = day == *window.start() || date.day == Some(1);
                let over = if begins { month_name(date.month_index()) } else { String::new() };
                Column { days: day..=day, label: date.day.unwrap_or(1).to_string(), over }
            })
            .collect(),
    }
}

impl Panel {
    /// From its first column to its last, in its unit.
    fn whole(&self) -> Option<Stretch> {
        let from = Date::from_days(*self.columns.first()?.days.start());
        let to = Date::from_days(*self.columns.last()?.days.end());
        Some(match self.level {
            0 => Stretch { from: from.in_years(), to: to.in_years() },
            1 => Stretch { from: Date { day: None, ..from }, to: Date { day: None, ..to } },
            _ => Stretch { from, to },
        })
    }
}

/// The picture.
pub fn draw(sheet: &mut Sheet, record: &Record, lit: &str) {
    sheet.open("div.chart leaf");
    for panel in panels(marks(record)) {
        sheet.open("table.units");
        sheet.set_number("data-size", panel.columns.len());
        let whole = panel.whole().map(Stretch::words).unwrap_or_default();
        sheet.leaf("caption", &fill(WORDS.panels[panel.level], &[&whole]));
        head(sheet, &panel);
        sheet.open("tbody");
        let place = |mark: &Mark| {
            let column = |day: i32| panel.columns.iter().position(|column| column.days.contains(&day)).unwrap_or(0);
            (column(mark.when.first()), column(mark.when.last()))
        };
        let (points, mut bars): (Vec<_>, Vec<_>) =
            panel.marks.iter().map(|mark| (place(mark), mark)).partition(|((from, to), _)| from == to);
        sheet.open("tr");
        for (index, below) in panel.below.iter().enumerate() {
            sheet.open("td");
            for (_, mark) in points.iter().filter(|((from, _), _)| *from == index) {
                link(sheet, record, mark, lit, false);
            }
            if *below > 0 {
                sheet.open("span.below");
                sheet.text(&fill(WORDS.below, &[&below.to_string()]));
                sheet.leaf("span.unseen", WORDS.below_meaning);
                sheet.close();
            }
            sheet.close();
        }
        sheet.close();
        bars.sort_by_key(|((from, to), _)| (*from, usize::MAX - to));
        while !bars.is_empty() {
            lane(sheet, record, &mut bars, panel.columns.len(), lit);
        }
        sheet.close();
        sheet.close();
    }
    sheet.close();
}

fn head(sheet: &mut Sheet, panel: &Panel) {
    sheet.open("thead");
    sheet.open("tr");
    for (column, below) in panel.columns.iter().zip(&panel.below) {
        sheet.open("th");
        sheet.set("scope", "col");
        if *below > 0 {
            sheet.set("data-show", "below");
        }
        if !column.over.is_empty() {
            sheet.leaf("small", &column.over);
            sheet.text(" ");
        }
        sheet.text(&column.label);
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

/// A row of what takes longer than a column: as many as stand side by side.
fn lane(sheet: &mut Sheet, record: &Record, bars: &mut Vec<((usize, usize), &Mark)>, columns: usize, lit: &str) {
    let mut next = 0;
    let gap = |sheet: &mut Sheet, width: usize| {
        if width > 0 {
            sheet.open("td");
            sheet.set_number("colspan", width);
            sheet.close();
        }
    };
    sheet.open("tr");
    bars.retain(|((from, to), mark)| {
        if *from < next {
            return true;
        }
        gap(sheet, from - next);
        sheet.open("td");
        sheet.set_number("colspan", to - from + 1);
        link(sheet, record, mark, lit, true);
        sheet.close();
        next = to + 1;
        false
    });
    gap(sheet, columns.saturating_sub(next));
    sheet.close();
}

/// The link from a mark to its entry in the list.
fn link(sheet: &mut Sheet, record: &Record, mark: &Mark, lit: &str, bar: bool) {
    let Some(event) = record.events.get(mark.event) else { return };
    sheet.link(if bar { "moment lasting" } else { "moment" }, &["timeline/", &event.id].concat());
    parts::frames(sheet, |framing| event.frames.has(framing));
    if mark.other {
        sheet.set("data-show", "other");
    }
    if event.id == lit {
        sheet.set("aria-current", "true");
    }
    let template = if mark.other { WORDS.other_mark } else { WORDS.mark };
    let label = fill(template, &[&mark.when.words(), &event.what]);
    sheet.set("aria-label", &label);
    sheet.set("title", &label);
    if bar {
        sheet.leaf("span.event-name", &event.what);
    }
    sheet.close();
}

#[cfg(test)]
mod tests {
    use framing_reader_page::sheet::readable;

    use super::*;
    use crate::timeline::tests::{dating, event, record};

    fn picture(record: &Record) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, record, "");
        readable(&sheet.into_bytes())
    }

    #[test]
    fn each_event_is_drawn_once_where_it_is_seen_closest() {
        let days = ["2025-07-14", "2025-07-15", "2025-07-15", "2025-07-16"];
        let months = ["2025-01", "2025-03", "2025-12"];
        let years = ["2015", "2019"];
        let dates: Vec<&str> = [&years[..], &months, &days].concat();
        let panels = panels(marks(&record(&dates)));
        let counts: Vec<usize> = panels.iter().map(|panel| panel.marks.len()).collect();
        assert_eq!(counts, [2, 3, 4]);
        let below: Vec<usize> = panels.iter().map(|panel| panel.below.iter().sum()).collect();
        assert_eq!(below, [7, 4, 0]);
    }

    #[test]
    fn one_event_needs_one_panel_and_none_needs_none() {
        assert_eq!(panels(marks(&record(&["2025-07-14"]))).len(), 1);
        assert_eq!(panels(marks(&record(&["1850/2025"]))).len(), 1);
        assert_eq!(panels(marks(&record(&[]))).len(), 0);
        assert_eq!(panels(marks(&record(&["someday"]))).len(), 0);
    }

    #[test]
    fn a_stretch_spans_its_columns() {
        let picture = picture(&record(&["2015", "2017/2019", "2021"]));
        assert!(picture.contains("<td colspan=\"2\"></td><td colspan=\"3\"><a go=\"timeline/e1\""), "{picture}");
    }

    #[test]
    fn a_date_that_contradicts_has_a_mark_of_its_own() {
        let mut record = record(&["2020", "2025"]);
        record.events.push(event("halt", vec![dating("2021"), dating("2023"), dating("2021-05")]));
        let picture = picture(&record);
        assert_eq!(picture.matches("go=\"timeline/halt\"").count(), 2, "{picture}");
        assert!(picture.contains("data-show=\"other\" aria-label=\"2023, as another line has it: halt\""), "{picture}");
    }

    #[test]
    fn every_row_covers_every_column_whatever_the_dates() {
        let mut dates = Vec::new();
        for index in 0..500 {
            let year = 1200 + index * 37 % 900;
            dates.push(match index % 4 {
                0 => format!("{year}/{}", year + index % 80),
                1 => format!("{year}-05"),
                2 => "2025-07-15/2025-07-18".into(),
                _ => format!("2025-0{}-{:02}", 1 + index % 9, 1 + index % 28),
            });
        }
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        for panel in picture(&record(&dates)).split("<table").skip(1) {
            let columns = panel.matches("<th ").count();
            assert!(columns <= COLUMNS as usize, "{columns}");
            for row in panel.split("<tr>").skip(2) {
                let spans = row.split("<td").skip(1).map(|cell| {
                    let span = cell.strip_prefix(" colspan=\"").and_then(|rest| rest.split('"').next());
                    span.map_or(1, |span| span.parse::<usize>().unwrap())
                });
                assert_eq!(spans.sum::<usize>(), columns);
            }
        }
    }
}
