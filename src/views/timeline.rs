//! The timeline: every dated event of the record, as a picture and as a list.
//!
//! 1. How many there are, and how many matter under each framing;
//! 2. the picture ([`chart`]), whose marks lead to the list;
//! 3. the list by year, and by month where a year holds many: the date, what happened and who was in it, and the lines that
//!    date it with the words they use and how the date was made of them. Where dates exclude each other, and where the lines
//!    that date an event take different positions on a contested question, the articles are said to disagree.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Record, Story,
    record::{Dating, Event, Position, Question},
};

use crate::{chart, dates::Stretch};

/// A year with more events than this is told month by month.
const CROWDED: usize = 6;

/// The view; `lit`: the event whose entry is looked for, or nothing.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record, lit: &str) {
    let words = &WORDS.timeline;
    sheet.open("div.timeline");
    sheet.leaf("h2", words.title);
    if record.events.is_empty() {
        sheet.leaf("p.none", words.none);
        return sheet.close();
    }
    sheet.leaf("p.lead", words.about);
    let count = record.events.len().to_string();
    let matters = |framing: usize| {
        let some = record.events.iter().filter(|event| event.frames.has(framing)).count();
        fill(words.matters, &[&story.framings[framing].name, &some.to_string(), &count])
    };
    parts::tally(sheet, [&fill(words.count, &[&count]), &matters(0), &matters(1)]);
    sheet.leaf("h3.unseen", words.picture);
    if let Some(event) = record.events.first() {
        sheet.open("p.skip");
        sheet.link("jump", &["timeline/", &event.id].concat());
        sheet.text(words.to_list);
        sheet.close();
        sheet.close();
    }
    chart::draw(sheet, record, lit);
    legend(sheet, story);
    for year in groups(&record.events, |event| begins(event).map(|when| when.from.year)) {
        sheet.open("section.year");
        let name = begins(&year[0]).map_or(words.undated.to_owned(), |when| when.from.year.to_string());
        sheet.leaf("h3", &name);
        if year.len() > CROWDED {
            for month in groups(year, |event| begins(event).and_then(|when| when.from.month)) {
                sheet.open("section.month");
                let name = begins(&month[0]).and_then(|when| when.from.month);
                if let Some(name) = name.and_then(|month| words.months.get(usize::from(month) - 1)) {
                    sheet.leaf("h4", name);
                }
                list(sheet, story, record, month, lit);
                sheet.close();
            }
        } else {
            list(sheet, story, record, year, lit);
        }
        sheet.close();
    }
    sheet.close();
}

/// When an event begins, by its best dating.
fn begins(event: &Event) -> Option<Stretch> {
    event.datings.iter().find_map(Stretch::of)
}

/// Events in runs with the same key.
fn groups<K: PartialEq>(events: &[Event], key: impl Fn(&Event) -> K) -> impl Iterator<Item = &[Event]> {
    events.chunk_by(move |one, next| key(one) == key(next))
}

fn legend(sheet: &mut Sheet, story: &Story) {
    let words = &WORDS.timeline;
    sheet.open("ul.signs");
    sheet.set("aria-label", words.legend);
    let mut entry = |frames: &str, kind: &str, text: &str| {
        sheet.open("li");
        sheet.open("span.moment");
        if !frames.is_empty() {
            sheet.set("data-frames", frames);
        }
        if !kind.is_empty() {
            sheet.set("data-show", kind);
        }
        sheet.close();
        sheet.text(text);
        sheet.close();
    };
    entry("f0", "", &story.framings[0].name);
    entry("f1", "", &story.framings[1].name);
    entry("", "", words.legend_none);
    entry("", "bar", words.legend_bar);
    entry("", "other", words.legend_other);
    sheet.close();
}

fn list(sheet: &mut Sheet, story: &Story, record: &Record, events: &[Event], lit: &str) {
    sheet.open("ol.events leaf");
    for event in events {
        entry(sheet, story, record, event, event.id == lit);
    }
    sheet.close();
}

fn entry(sheet: &mut Sheet, story: &Story, record: &Record, event: &Event, lit: bool) {
    let words = &WORDS.timeline;
    sheet.open("li.event");
    parts::frames(sheet, |framing| event.frames.has(framing));
    if lit {
        sheet.set("data-lit", "");
        sheet.set("aria-current", "true");
        sheet.set("tabindex", "-1");
    }
    sheet.open("div.when");
    if let Some(dating) = event.datings.first() {
        sheet.leaf("p.date", &when(dating));
        sheet.leaf("p.exact", words.precisions[dating.precision as usize]);
    }
    sheet.close();
    sheet.open("div.happened");
    sheet.leaf("p.what", &event.what);
    sheet.open("p.who");
    for (index, actor) in event.who.iter().enumerate() {
        let Some(entry) = story.actors.get(usize::from(*actor)) else { continue };
        sheet.text(if index == 0 { words.who } else { ", " });
        sheet.name(*actor, &entry.name);
    }
    sheet.close();
    sheet.open("p.under");
    parts::framings(sheet, story, |framing| event.frames.has(framing));
    sheet.close();
    for (question, positions) in contested(record, event) {
        dispute(sheet, story, question, &positions);
    }
    sheet.close();
    datings(sheet, story, event);
    sheet.close();
}

/// The lines that date an event, each with its words and what was made of them.
fn datings(sheet: &mut Sheet, story: &Story, event: &Event) {
    let words = &WORDS.timeline;
    let stretches: Vec<Stretch> = event.datings.iter().filter_map(Stretch::of).collect();
    let differ = stretches.windows(2).any(|pair| pair[0] != pair[1]);
    let disagree = stretches.iter().any(|one| stretches.iter().any(|other| one.excludes(*other)));
    sheet.open("div.dated");
    sheet.leaf("p.unseen", words.dated_by);
    if disagree {
        sheet.leaf("p.disagree", words.disagree);
    } else if differ {
        sheet.leaf("p", words.differ);
    }
    sheet.open("ul");
    for dating in &event.datings {
        sheet.open("li");
        for place in &dating.sources {
            parts::jump(sheet, story, usize::from(place.document), place.line);
            sheet.text(" ");
        }
        if !dating.printed.is_empty() {
            sheet.leaf("span.printed-words", &fill(words.printed, &[&dating.printed]));
        }
        if differ {
            let precision = words.precisions[dating.precision as usize];
            sheet.leaf("span.resolved", &fill(words.resolved, &[&when(dating), precision]));
        }
        if !dating.basis.is_empty() {
            sheet.open("span.basis");
            parts::linked(sheet, story, &dating.basis);
            sheet.close();
        }
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

/// A date in words; what is no date as it stands.
fn when(dating: &Dating) -> String {
    match Stretch::of(dating) {
        Some(stretch) => stretch.words(),
        None if dating.from == dating.to => dating.from.clone(),
        None => fill(WORDS.timeline.stretch, &[&dating.from, &dating.to]),
    }
}

/// The questions on which articles take different positions in the lines that date this event, with those positions.
fn contested<'a>(record: &'a Record, event: &Event) -> Vec<(&'a Question, Vec<&'a Position>)> {
    let tells = |position: &&Position| {
        let mut lines = event.datings.iter().flat_map(|dating| &dating.sources);
        lines.any(|line| position.sources.contains(line))
    };
    let questions =
        record.questions.iter().map(|question| (question, question.positions.iter().filter(tells).collect()));
    let document = |position: &Position| position.sources.first().map(|source| source.document);
    let apart = |one: &Position, other: &Position| one.holds != other.holds && document(one) != document(other);
    let differ =
        |positions: &Vec<&Position>| positions.iter().any(|one| positions.iter().any(|other| apart(one, other)));
    questions.filter(|(_, positions)| differ(positions)).collect()
}

fn dispute(sheet: &mut Sheet, story: &Story, question: &Question, positions: &[&Position]) {
    sheet.open("div.dispute");
    sheet.open("p");
    sheet.leaf("b", WORDS.timeline.contested);
    sheet.link("jump", &["questions/", &question.id].concat());
    sheet.text(&question.asks);
    sheet.close();
    sheet.close();
    sheet.open("ul");
    for position in positions {
        sheet.open("li");
        sheet.leaf("span", &position.holds);
        for place in &position.sources {
            sheet.text(" ");
            parts::jump(sheet, story, usize::from(place.document), place.line);
        }
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

#[cfg(test)]
pub(crate) mod tests {
    use framing_reader_page::{fixture::story, sheet::readable};
    use framing_reader_story::{
        model::{Frames, Place},
        record::{Holder, Precision},
    };

    use super::*;

    /// What line 1 of the first document says: `2025-05` or `2025-05/2025-06`.
    pub(crate) fn dating(date: &str) -> Dating {
        let (from, to) = date.split_once('/').unwrap_or((date, date));
        Dating {
            sources: vec![Place { document: 0, line: 1 }],
            printed: "that spring".into(),
            from: from.into(),
            to: to.into(),
            precision: Precision::Month,
            basis: "stated".into(),
        }
    }

    pub(crate) fn event(id: &str, datings: Vec<Dating>) -> Event {
        Event { id: id.into(), what: id.into(), who: vec![0, 1], frames: Frames::default().with(0), datings }
    }

    /// Events `e0`, `e1`, … on these dates.
    pub(crate) fn record(dates: &[&str]) -> Record {
        let events = dates.iter().enumerate().map(|(index, date)| event(&format!("e{index}"), vec![dating(date)]));
        Record { events: events.collect(), ..Record::default() }
    }

    fn told(record: &Record, lit: &str) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, &story(), record, lit);
        readable(&sheet.into_bytes())
    }

    #[test]
    fn an_event_says_when_what_who_and_by_which_line() {
        let told = told(&record(&["2025-05"]), "");
        for part in [
            "<p class=\"date\">May 2025</p><p class=\"exact\">to the month</p>",
            "<p class=\"what\">e0</p>",
            "With [0:ana-ruiz], [1:harbor-board]</p>",
            "<span class=\"framing\" data-mark=\"f0\">bargaining</span>",
            "<a go=\"100/1\" class=\"jump\">100, line 1</a> <span class=\"printed-words\">“that spring”</span>",
            "<span class=\"basis\">stated</span>",
            "<p data-only=\"f1\">security: 0 of 1 events matter under it</p>",
        ] {
            assert!(told.contains(part), "{part} in {told}");
        }
    }

    #[test]
    fn the_event_of_the_address_is_lit() {
        let told = told(&record(&["2024", "2025"]), "e1");
        assert_eq!(told.matches("data-lit").count(), 1);
        assert!(
            told.contains(
                "data-lit=\"\" aria-current=\"true\" tabindex=\"-1\"><div class=\"when\"><p class=\"date\">2025"
            ),
            "{told}"
        );
    }

    #[test]
    fn dates_that_exclude_each_other_disagree_and_closer_ones_do_not() {
        let with = |dates: [&str; 2]| {
            let events = vec![event("halt", dates.map(dating).to_vec())];
            told(&Record { events, ..Record::default() }, "")
        };
        let words = &WORDS.timeline;
        assert!(with(["2025-03", "2025-04/2025-05"]).contains(words.disagree));
        assert!(with(["2025-03", "2025-04/2025-05"]).contains("April to May 2025, to the month"));
        assert!(with(["2025-05", "2025-05-12"]).contains(words.differ));
        assert!(!with(["2025-05", "2025-05-12"]).contains(words.disagree));
        assert!(!with(["2025-05", "2025-05"]).contains(words.differ));
    }

    #[test]
    fn articles_that_date_it_and_answer_a_question_differently_disagree() {
        let position = |holds: &str, document| Position {
            holds: holds.into(),
            who: Holder::Other("the report".into()),
            quoted: false,
            text: String::new(),
            sources: vec![Place { document, line: 1 }],
            printed_date: None,
            earlier: String::new(),
            earlier_sources: Vec::new(),
        };
        let mut second = dating("2025-05");
        second.sources[0].document = 1;
        let mut record = Record { events: vec![event("toll", vec![dating("2025-05"), second])], ..Record::default() };
        let question = |positions| Question {
            id: "who-pays".into(),
            asks: "Who pays?".into(),
            frames: Frames::default(),
            positions,
        };
        record.questions = vec![question(vec![position("The town", 0), position("The board", 1)])];
        let disagree = told(&record, "");
        assert!(disagree.contains("<a go=\"questions/who-pays\" class=\"jump\">Who pays?</a>"), "{disagree}");
        assert!(disagree.contains("<span>The board</span> <a go=\"200/1\""), "{disagree}");
        for agree in [vec![], vec![position("The town", 1), position("The board", 9)], vec![position("The town", 1); 2]]
        {
            record.questions = vec![question(agree)];
            assert!(!told(&record, "").contains("who-pays"));
        }
    }

    #[test]
    fn a_crowded_year_is_told_by_month() {
        let few = told(&record(&["2025", "2025-05", "2025-06"]), "");
        assert_eq!((few.matches("<h3>2025").count(), few.matches("<h4>").count()), (1, 0));
        let many =
            told(&record(&["2024", "2025", "2025-05", "2025-05", "2025-05", "2025-06", "2025-06", "2025-06"]), "");
        assert_eq!((many.matches("<h3>").count(), many.matches("<h4>").count()), (2, 2));
        assert!(many.contains("<h4>May</h4>"), "{many}");
    }

    #[test]
    fn what_is_no_date_stands_as_it_is_and_nothing_breaks() {
        let odd = told(&record(&["someday", "9999-99", "2025-05/2024"]), "no-such");
        assert!(odd.contains("<p class=\"date\">someday</p>") && odd.contains(WORDS.timeline.undated), "{odd}");
        assert!(odd.contains("2025-05 to 2024"), "{odd}");
        let mut stranger = record(&["2025"]);
        stranger.events[0].who = vec![9];
        stranger.events[0].datings[0].sources = vec![Place { document: 9, line: 9 }];
        told(&stranger, "");
        stranger.events[0].datings.clear();
        told(&stranger, "");
        assert!(told(&Record::default(), "").contains(WORDS.timeline.none));
    }
}
