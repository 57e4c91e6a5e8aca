//! `events.toml`: every dated event that the files state.

use super::{
    actors::word,
    diagnostic::{At, Problems},
    source::{SourceList, sources},
    table::{self, Table},
};
use crate::record::Precision;

/// An event as written.
#[derive(Clone, Debug)]
pub(crate) struct EventEntry {
    pub(crate) id: At<String>,
    pub(crate) what: String,
    pub(crate) who: Vec<At<String>>,
    pub(crate) frames: Vec<At<String>>,
    pub(crate) datings: Vec<DatingEntry>,
}

/// What the files say of an event's date, as written.
#[derive(Clone, Debug)]
pub(crate) struct DatingEntry {
    pub(crate) sources: SourceList,
    pub(crate) printed: String,
    /// One date, or two with a slash between them.
    pub(crate) date: String,
    pub(crate) precision: Precision,
    pub(crate) basis: String,
}

impl DatingEntry {
    /// Where the date begins and where it ends: the same unless two are written.
    pub(crate) fn ends(&self) -> (&str, &str) {
        self.date.split_once('/').unwrap_or((&self.date, &self.date))
    }
}

const PRECISIONS: [(&str, Precision); 6] = [
    ("day", Precision::Day),
    ("month", Precision::Month),
    ("year", Precision::Year),
    ("week", Precision::Week),
    ("season", Precision::Season),
    ("range", Precision::Range),
];

/// Reads the file.
pub(crate) fn read(file: usize, problems: &mut Problems) -> Vec<EventEntry> {
    table::parse(file, problems, |root, problems| root.tables("event", problems, event).into_iter().flatten().collect())
}

fn event(table: &Table<'_>, problems: &mut Problems) -> Option<EventEntry> {
    let id = table.str("id", problems);
    let what = table.str("what", problems);
    let who = table.required_strs("who", problems);
    let frames = table.required_strs("frames", problems);
    let datings = table.tables("dating", problems, dating);
    if datings.is_empty() {
        problems.error(
            table.origin(),
            "expected a line that dates the event, found none",
            "add `[[event.dating]]`".to_string(),
        );
    }
    Some(EventEntry { id: id?, what: what?.value, who, frames, datings: datings.into_iter().flatten().collect() })
}

fn dating(table: &Table<'_>, problems: &mut Problems) -> Option<DatingEntry> {
    let sources = sources(table.required_strs("source", problems), problems);
    let printed = table.str("printed", problems);
    let basis = table.str("basis", problems);
    let date = table.str("date", problems);
    let precision = word(table, "precision", &PRECISIONS, problems);
    if let (Some(date), Some(precision)) = (&date, precision) {
        check_date(date, precision, problems);
    }
    Some(DatingEntry {
        sources,
        printed: printed?.value,
        date: date?.value,
        precision: precision?,
        basis: basis?.value,
    })
}

/// Tells a date that is none, or none of its precision.
fn check_date(date: &At<String>, precision: Precision, problems: &mut Problems) {
    let ends: Vec<&str> = date.value.split('/').collect();
    let parts: Vec<Option<Vec<u32>>> = ends.iter().map(|end| parse_date(end)).collect();
    if ends.len() > 2 || parts.iter().any(Option::is_none) {
        let message = format!("expected a date like 2025-07-15, 2025-07 or 2025, found `{}`", date.value);
        problems.error(
            date.origin,
            message,
            "write year-month-day; two of them with a slash are a stretch of time".to_string(),
        );
        return;
    }
    let length = |parts: &Option<Vec<u32>>| parts.as_ref().map_or(0, Vec::len);
    let (fits, form) = match precision {
        Precision::Day => (ends.len() == 1 && parts.iter().all(|p| length(p) == 3), "one day, 2025-07-15"),
        Precision::Month => (ends.len() == 1 && parts.iter().all(|p| length(p) == 2), "one month, 2025-07"),
        Precision::Year => (ends.len() == 1 && parts.iter().all(|p| length(p) == 1), "one year, 2025"),
        // A stretch of days, months or years, written with a slash, or the one unit that holds it.
        Precision::Week | Precision::Season | Precision::Range => (true, ""),
    };
    if !fits {
        problems.error(
            date.origin,
            format!("expected {form}, found `{}`", date.value),
            "make date and precision agree".to_string(),
        );
    }
    if let [Some(from), Some(to)] = parts.as_slice() {
        let shared = from.len().min(to.len());
        if from.get(..shared) > to.get(..shared) {
            problems.error(date.origin, format!("expected the earlier date first, found `{}`", date.value), None);
        }
    }
}

/// Year, month, day as far as given; `None` where it is no date of the calendar.
fn parse_date(text: &str) -> Option<Vec<u32>> {
    let fields: Vec<&str> = text.split('-').collect();
    let widths = [4, 2, 2];
    if fields.len() > widths.len() || fields.iter().zip(widths).any(|(field, width)| field.len() != width) {
        return None;
    }
    let parts = fields.iter().map(|field| field.parse().ok()).collect::<Option<Vec<u32>>>()?;
    let leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match (parts.first()?, parts.get(1)) {
        (_, Some(4 | 6 | 9 | 11)) => 30,
        (year, Some(2)) => 28 + u32::from(leap(*year)),
        _ => 31,
    };
    let month_fits = parts.get(1).is_none_or(|month| (1..=12).contains(month));
    let day_fits = parts.get(2).is_none_or(|day| (1..=days).contains(day));
    (month_fits && day_fits).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for date in ["2025", "2025-07", "2025-07-15", "2024-02-29", "2000-02-29"] {
            assert!(parse_date(date).is_some(), "{date}");
        }
        for date in [
            "",
            "25",
            "2025-13",
            "2025-00",
            "2025-02-29",
            "1900-02-29",
            "2025-04-31",
            "July 15",
            "2025-7-5",
            "2025-07-15-1",
        ] {
            assert!(parse_date(date).is_none(), "{date}");
        }
    }
}
