//! Dates in a stretch of tokens: what they name, and what is left of the stretch without them.

use super::{
    spelling::{is_number, small},
    token::{Class, Token},
};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Stretches of time that a date can be told by.
#[rustfmt::skip]
const UNITS: [&str; 16] = [
    "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "spring", "summer", "autumn", "winter",
    "morning", "afternoon", "evening", "night",
];

/// Where a date lies, seen from the day of printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Back,
    Ahead,
}

/// What the dates of a stretch name.
#[derive(Debug, Default)]
pub(super) struct Dates {
    weekday: Option<usize>,
    month: Option<usize>,
    day: Option<u32>,
    year: Option<u32>,
    unit: Option<String>,
    count: Option<String>,
    direction: Option<Direction>,
    /// "yesterday", "today".
    named_day: bool,
}

impl Dates {
    /// Whether there is a date at all.
    pub(super) fn any(&self) -> bool {
        self.weekday.is_some()
            || self.month.is_some()
            || self.day.is_some()
            || self.year.is_some()
            || self.unit.is_some()
            || self.named_day
    }

    /// Whether both cannot be the same date.
    pub(super) fn contradicts(&self, other: &Dates) -> bool {
        fn differ<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
            matches!((one, other), (Some(a), Some(b)) if a != b)
        }
        differ(&self.weekday, &other.weekday)
            || differ(&self.month, &other.month)
            || differ(&self.day, &other.day)
            || differ(&self.year, &other.year)
            || differ(&self.unit, &other.unit)
            || differ(&self.count, &other.count)
            || differ(&self.direction, &other.direction)
    }

    /// Whether both name the same day, month or year by the calendar.
    pub(super) fn same(&self, other: &Dates) -> bool {
        let calendar = |d: &Dates| (d.weekday, d.month, d.day, d.year);
        self.any()
            && calendar(self) == calendar(other)
            && (&self.unit, &self.count, self.direction) == (&other.unit, &other.count, other.direction)
            && !self.named_day
            && !other.named_day
    }
}

/// The dates among `all[from..to]`, and the tokens that belong to none. What stands around counts as context: "15" is a day
/// when a month stands next to it.
pub(super) fn dates(all: &[Token], from: usize, to: usize) -> (Dates, Vec<usize>) {
    let (mut dates, mut left) = (Dates::default(), Vec::new());
    let word = |n: usize| all.get(n).filter(|t| t.class == Class::Word);
    let beside = |n: usize, test: &dyn Fn(&Token) -> bool| {
        let comma = |k: usize| all.get(k).is_some_and(|t| t.key == "," || t.key == ".");
        let before = n.checked_sub(1).map(|k| if comma(k) { k.saturating_sub(1) } else { k });
        let after = if comma(n + 1) { n + 2 } else { n + 1 };
        let of = |k: usize, far: usize| if word(k).is_some_and(|t| t.key == "of") { far } else { k };
        let before = before.map(|k| of(k, k.saturating_sub(1)));
        before.and_then(word).is_some_and(test) || word(of(after, after + 1)).is_some_and(test)
    };
    let mut n = from;
    while n < to {
        let token = &all[n];
        let key = token.key.as_str();
        let at = n;
        n += 1;
        if token.class != Class::Word {
            left.push(at);
        } else if let Some(day) = weekday(token) {
            dates.weekday = Some(day);
        } else if let Some(month) = month(token, at, all) {
            dates.month = Some(month);
        } else if let Some(day) = small(key).filter(|d| (1..=31).contains(d)).filter(|_| beside(at, &is_month)) {
            dates.day = Some(day);
        } else if let Some(year) = year(token) {
            dates.year = Some(year);
        } else if matches!(key, "yesterday" | "today" | "tomorrow" | "tonight") {
            dates.named_day = true;
        } else if let Some((unit, count, end)) = relative(all, at) {
            dates.direction = all[at..end].iter().find_map(|t| direction(&t.key));
            dates.unit = Some(unit);
            dates.count = count;
            n = end.min(to);
        } else if points(key) && n < to && (weekday(&all[n]).is_some() || month(&all[n], n, all).is_some()) {
            dates.direction = direction(key);
        } else {
            left.push(at);
        }
    }
    (dates, left)
}

/// Whether a word only leads up to a date.
pub(super) fn leads(key: &str) -> bool {
    matches!(key, "on" | "in" | "at" | "of" | "the" | "a" | "by" | "during" | "early" | "late" | "," | ".")
}

/// Whether a word can be part of a date by the calendar.
pub(super) fn is_part(token: &Token) -> bool {
    is_number(&token.key) || is_month(token) || weekday(token).is_some()
}

fn weekday(token: &Token) -> Option<usize> {
    let key = token.key.strip_suffix('s').filter(|stem| stem.ends_with("day")).unwrap_or(&token.key);
    let short = matches!(key, "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri");
    WEEKDAYS.iter().position(|day| *day == key || short && token.capital && day.starts_with(key))
}

fn is_month(token: &Token) -> bool {
    let key = token.key.as_str();
    let short =
        matches!(key, "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec");
    token.capital && (short || MONTHS.contains(&key))
}

/// The month a token names. At the beginning of a sentence "May" and "March" need a number beside them.
fn month(token: &Token, at: usize, all: &[Token]) -> Option<usize> {
    let numbered = || {
        let number = |n: Option<usize>| n.and_then(|n| all.get(n)).is_some_and(|t| is_number(&t.key));
        number(at.checked_sub(1)) || number(Some(at + 1))
    };
    let doubtful = token.opens && matches!(token.key.as_str(), "may" | "march" | "mar");
    if !is_month(token) || doubtful && !numbered() {
        return None;
    }
    MONTHS.iter().position(|month| month.starts_with(&token.key))
}

/// A number of four digits that reads as a year.
fn year(token: &Token) -> Option<u32> {
    let four = token.span.len() == 4;
    small(&token.key).filter(|year| four && (1000..=2999).contains(year) && !token.key.ends_with('o'))
}

/// Whether a word says which of several weeks or Tuesdays.
fn points(key: &str) -> bool {
    matches!(key, "last" | "this" | "next" | "past" | "coming" | "previous" | "same")
}

/// Which way a word points; "this" moves with the day of printing.
fn direction(key: &str) -> Option<Direction> {
    match key {
        "last" | "past" | "previous" | "ago" => Some(Direction::Back),
        "next" | "coming" => Some(Direction::Ahead),
        _ => None,
    }
}

/// A date told from the day of printing ("last week", "three months ago", "earlier this year") that begins at token `at`:
/// its unit, how many, and one past its last token.
fn relative(all: &[Token], at: usize) -> Option<(String, Option<String>, usize)> {
    let key = |n: usize| all.get(n).map_or("", |token| token.key.as_str());
    let unit = |n: usize| {
        let key = key(n);
        let single = key.strip_suffix('s').unwrap_or(key);
        UNITS.contains(&single).then(|| single.to_owned())
    };
    let mut n = at;
    // The word that points ("last week", "Sunday night") may stand in front of the stretch.
    if let Some(unit) = unit(n).filter(|_| n > 0 && (points(key(n - 1)) || weekday(&all[n - 1]).is_some())) {
        return Some((unit, None, n + 1));
    }
    if matches!(key(n), "earlier" | "later" | "early" | "late") {
        n += 1;
    }
    if points(key(n)) {
        return unit(n + 1).map(|unit| (unit, None, n + 2));
    }
    let count = is_number(key(n)) || matches!(key(n), "a" | "several" | "few");
    let behind = |n: usize| matches!(key(n), "ago" | "earlier" | "later" | "before" | "prior");
    if count && let Some(unit) = unit(n + 1).filter(|_| behind(n + 2)) {
        return Some((unit, Some(key(n).to_owned()), n + 3));
    }
    None
}
