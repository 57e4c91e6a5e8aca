//! Words of the view `timeline`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Timeline {
    pub title: &'static str,
    pub about: &'static str,
    pub none: &'static str,
    pub count: &'static str,
    pub matters: &'static str,
    pub to_list: &'static str,
    pub picture: &'static str,
    /// Year by year, month by month, day by day.
    pub panels: [&'static str; 3],
    /// How many more there are in the panel below.
    pub below: &'static str,
    pub below_meaning: &'static str,
    pub mark: &'static str,
    pub other_mark: &'static str,
    pub legend: &'static str,
    pub legend_none: &'static str,
    pub legend_bar: &'static str,
    pub legend_other: &'static str,
    pub undated: &'static str,
    pub who: &'static str,
    pub dated_by: &'static str,
    pub printed: &'static str,
    pub resolved: &'static str,
    pub disagree: &'static str,
    pub differ: &'static str,
    pub contested: &'static str,
    /// As exact as the day, week, month, season, year; a stretch.
    pub precisions: [&'static str; 6],
    pub months: [&'static str; 12],
    pub short_months: [&'static str; 12],
    /// Month, day, year.
    pub day: &'static str,
    /// Month, year.
    pub month: &'static str,
    /// From, to.
    pub stretch: &'static str,
    /// Month, first day, last day, year.
    pub days_of_month: &'static str,
    /// First month, its day, last month, its day, year.
    pub days_of_year: &'static str,
    /// First month, last month, year.
    pub months_of_year: &'static str,
}

/// English.
pub const ENGLISH: Timeline = Timeline {
    title: "Timeline",
    about: "Everything the articles date: the words they date it with, and how a day was made of them.",
    none: "No dated event is recorded for these articles.",
    count: "Dated events: {}",
    matters: "{}: {} of {} events matter under it",
    to_list: "To the list",
    picture: "The events at a glance",
    panels: ["Year by year, {}", "Month by month, {}", "Day by day, {}"],
    below: "+{}",
    below_meaning: " more in the next table",
    mark: "{}: {}",
    other_mark: "{}, as another line has it: {}",
    legend: "What the marks mean",
    legend_none: "neither",
    legend_bar: "lasted so long, or no closer date is stated",
    legend_other: "the date another line gives it",
    undated: "Not dated",
    who: "With ",
    dated_by: "Dated by",
    printed: "“{}”",
    resolved: "{}, {}",
    disagree: "The articles disagree on the date.",
    differ: "Some lines date it more closely than others.",
    contested: "The articles disagree: ",
    precisions: [
        "to the day",
        "to the week",
        "to the month",
        "to the season",
        "to the year",
        "a stretch, or within it",
    ],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    day: "{} {}, {}",
    month: "{} {}",
    stretch: "{} to {}",
    days_of_month: "{} {} to {}, {}",
    days_of_year: "{} {} to {} {}, {}",
    months_of_year: "{} to {} {}",
};
