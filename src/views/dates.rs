//! Dates as ISO writes them, in words for people and in days for pictures.

use framing_reader_page::words::{ENGLISH, fill};
use framing_reader_story::record::Dating;

const WORDS: &framing_reader_page::words::timeline::Timeline = &ENGLISH.timeline;

/// A date as exact as it is known: a year, a month of it, a day of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, 0 to 9999.
    pub year: i32,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day, from 1.
    pub day: Option<u8>,
}

/// From one date to another, or one date twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its beginning.
    pub from: Date,
    /// Its end.
    pub to: Date,
}

impl Date {
    /// Reads `2025`, `2025-07` or `2025-07-15`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |length: usize, most: i32| {
            parts
                .next()
                .map(|part| part.parse().ok().filter(|number| part.len() == length && (0..=most).contains(number)))
        };
        let year = part(4, 9999)??;
        let (month, day) = (part(2, 12), part(2, 31));
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let small = |number: Option<Option<i32>>| number.flatten().and_then(|number| u8::try_from(number.max(1)).ok());
        Some(Date { year, month: small(month), day: small(day) })
    }

    /// The date of a day, counted from January 1, 1970.
    pub fn from_days(days: i32) -> Date {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Date { year: year + era * 400 + i32::from(month <= 2), month: Some(month as u8), day: Some(day as u8) }
    }

    /// The month with an index that [`Date::month_index`] gives.
    pub fn from_month_index(index: i32) -> Date {
        Date { year: index.div_euclid(12), month: Some(index.rem_euclid(12) as u8 + 1), day: None }
    }

    /// The same without day and month.
    pub fn in_years(self) -> Date {
        Date { year: self.year, month: None, day: None }
    }

    /// Its first day, counted from January 1, 1970.
    pub fn first(self) -> i32 {
        let (month, day) = (i32::from(self.month.unwrap_or(1)), i32::from(self.day.unwrap_or(1)));
        let year = self.year - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// Its last day.
    pub fn last(self) -> i32 {
        let next = match (self.month, self.day) {
            (_, Some(_)) => return self.first(),
            (Some(month), None) if month < 12 => Date { month: Some(month + 1), ..self },
            _ => Date { year: self.year + 1, month: None, day: None },
        };
        next.first() - 1
    }

    /// Its months, counted from year 0: 24,306 for July 2025.
    pub fn month_index(self) -> i32 {
        self.year * 12 + i32::from(self.month.unwrap_or(1)) - 1
    }

    /// "July 15, 2025", "July 2025", "2025".
    pub fn words(self) -> String {
        let year = self.year.to_string();
        match (self.month, self.day) {
            (None, _) => year,
            (Some(month), None) => fill(WORDS.month, &[name(month), &year]),
            (Some(month), Some(day)) => fill(WORDS.day, &[name(month), &day.to_string(), &year]),
        }
    }
}

impl Stretch {
    /// What a line says of an event's date; `None` where it is no date.
    pub fn of(dating: &Dating) -> Option<Stretch> {
        let (from, to) = (Date::parse(&dating.from)?, Date::parse(&dating.to)?);
        (from.first() <= to.last()).then_some(Stretch { from, to })
    }

    /// Its first day.
    pub fn first(self) -> i32 {
        self.from.first()
    }

    /// Its last day.
    pub fn last(self) -> i32 {
        self.to.last()
    }

    /// Whether no day is in both.
    pub fn excludes(self, other: Stretch) -> bool {
        self.last() < other.first() || other.last() < self.first()
    }

    /// "July 14 to 20, 2025", "May to June 2025", "2017 to 2021".
    pub fn words(self) -> String {
        let Stretch { from, to } = self;
        if from == to {
            return from.words();
        }
        let year = to.year.to_string();
        match (from.month, from.day, to.month, to.day) {
            (Some(first), Some(day), Some(last), Some(end)) if from.year == to.year => {
                let (day, end) = (day.to_string(), end.to_string());
                if first == last {
                    fill(WORDS.days_of_month, &[name(first), &day, &end, &year])
                } else {
                    fill(WORDS.days_of_year, &[name(first), &day, name(last), &end, &year])
                }
            }
            (Some(first), None, Some(last), None) if from.year == to.year => {
                fill(WORDS.months_of_year, &[name(first), name(last), &year])
            }
            _ => fill(WORDS.stretch, &[&from.words(), &to.words()]),
        }
    }
}

/// The name of a month, from 1.
fn name(month: u8) -> &'static str {
    WORDS.months.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, to: &str) -> Stretch {
        Stretch { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() }
    }

    #[test]
    fn dates_are_written_for_people() {
        for (from, to, words) in [
            ("2025-07-15", "2025-07-15", "July 15, 2025"),
            ("2025-07", "2025-07", "July 2025"),
            ("2019", "2019", "2019"),
            ("2017", "2021", "2017 to 2021"),
            ("2017-01", "2021-01", "January 2017 to January 2021"),
            ("2025-05", "2025-06", "May to June 2025"),
            ("2025-07-14", "2025-07-20", "July 14 to 20, 2025"),
            ("2025-07-28", "2025-08-03", "July 28 to August 3, 2025"),
            ("2024-12-30", "2025-01-02", "December 30, 2024 to January 2, 2025"),
            ("2025", "2025-03", "2025 to March 2025"),
        ] {
            assert_eq!(stretch(from, to).words(), words);
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "25", "2025-", "2025-13", "2025-07-32", "2025-7-1", "2025-07-01-01", "July", "-001", "２０２５"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_and_counted_back() {
        assert_eq!(Date::parse("1970-01-01").unwrap().first(), 0);
        assert_eq!(Date::parse("2000-03-01").unwrap().first(), 11_017);
        assert_eq!(Date::parse("2024-02").unwrap().last(), Date::parse("2024-02-29").unwrap().first());
        assert_eq!(Date::parse("2025").unwrap().last(), Date::parse("2025-12-31").unwrap().first());
        for days in (-700_000..2_000_000).step_by(997) {
            let date = Date::from_days(days);
            assert_eq!(date.first(), days);
            assert_eq!(Date::from_month_index(date.month_index()), Date { day: None, ..date });
        }
    }

    #[test]
    fn only_dates_without_a_common_day_exclude_each_other() {
        let may = stretch("2025-05", "2025-05");
        assert!(!may.excludes(stretch("2025-05-12", "2025-05-12")));
        assert!(!may.excludes(stretch("2025-03", "2025-06")));
        assert!(may.excludes(stretch("2025-06", "2025-06")));
    }
}
