//! The contested questions: who holds what, in whose words, and which framing asks.
//!
//! 1. How many each framing asks and leaves out;
//! 2. the questions at a glance, each leading to its own part;
//! 3. each question with its positions, in the order they were written down: the answer, who takes it and on which side, the
//!    words as printed or as reported, when, what the same speaker said before, and the lines it all rests on.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{self, ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Record, Story,
    model::Place,
    record::{Holder, Position, Question},
};

/// The view; `lit`: the question looked for, and behind a slash the number of a position; or nothing.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record, lit: &str) {
    let words = &WORDS.questions;
    sheet.open("div.questions");
    sheet.leaf("h2", words.title);
    if record.questions.is_empty() {
        sheet.leaf("p.none", words.none);
        return sheet.close();
    }
    sheet.leaf("p.lead", words.about);
    let all = record.questions.len();
    let asks = |framing: usize| {
        let some = record.questions.iter().filter(|question| question.frames.has(framing)).count();
        let counts = [some, all, all - some].map(|count| count.to_string());
        fill(words.asks, &[&story.framings[framing].name, &counts[0], &counts[1], &counts[2]])
    };
    parts::tally(sheet, [&fill(words.count, &[&all.to_string()]), &asks(0), &asks(1)]);
    contents(sheet, &record.questions);
    let (lit, position) = lit.split_once('/').unwrap_or((lit, ""));
    for question in &record.questions {
        let position = (question.id == lit).then(|| position.parse().unwrap_or(0));
        part(sheet, story, question, position);
    }
    sheet.close();
}

/// The questions at a glance.
fn contents(sheet: &mut Sheet, questions: &[Question]) {
    let words = &WORDS.questions;
    sheet.open("ol.contents leaf");
    sheet.set("aria-label", words.contents);
    for question in questions {
        sheet.open("li.asking");
        parts::frames(sheet, |framing| question.frames.has(framing));
        sheet.leaf("span.tick", "");
        sheet.open("span");
        sheet.link("jump", &["questions/", &question.id].concat());
        sheet.text(&question.asks);
        sheet.close();
        sheet.close();
        let count = question.positions.len();
        let count = if count == 1 { words.position.into() } else { fill(words.positions, &[&count.to_string()]) };
        sheet.leaf("small", &count);
        sheet.close();
    }
    sheet.close();
}

/// A question; `lit`: it is the one looked for, with the number of the position, or 0.
fn part(sheet: &mut Sheet, story: &Story, question: &Question, lit: Option<usize>) {
    let words = &WORDS.questions;
    sheet.open("section.question leaf");
    parts::frames(sheet, |framing| question.frames.has(framing));
    light(sheet, lit == Some(0));
    sheet.leaf("h3", &question.asks);
    sheet.open("p.under");
    if question.frames.is_empty() {
        sheet.text(words.asked_by_none);
    } else {
        sheet.leaf("span.unseen", words.asked_by);
        parts::framings(sheet, story, |framing| question.frames.has(framing));
    }
    for framing in (0..2).filter(|framing| !question.frames.has(*framing)) {
        sheet.open("span.left-out");
        sheet.set("data-only", parts::mark(framing));
        sheet.text(&fill(words.left_out, &[&parts::framing_name(story, framing)]));
        sheet.close();
    }
    sheet.close();
    if question.positions.is_empty() {
        sheet.leaf("p.none", words.no_position);
    } else {
        sheet.open("ol.positions");
        for index in 0..question.positions.len() {
            position(sheet, story, question, index, lit == Some(index + 1));
        }
        sheet.close();
    }
    sheet.close();
}

fn position(sheet: &mut Sheet, story: &Story, question: &Question, index: usize, lit: bool) {
    let words = &WORDS.questions;
    let position = &question.positions[index];
    sheet.open("li.position");
    light(sheet, lit);
    sheet.leaf("h4", &position.holds);
    sheet.open("p.holder");
    match &position.who {
        Holder::Actor(actor) => {
            if let Some(entry) = story.actors.get(usize::from(*actor)) {
                sheet.name(*actor, &entry.name);
                sheet.leaf("small", words::side(entry.side));
            }
        }
        Holder::Other(who) => {
            sheet.leaf("span", who);
            if story.documents.iter().any(|document| document.label.to_lowercase() == who.to_lowercase()) {
                sheet.leaf("small", words.own_voice);
            }
        }
    }
    sheet.close();
    if position.quoted {
        sheet.leaf("p.quoted", &position.text);
    } else if !position.text.is_empty() {
        sheet.open("p.reported");
        sheet.leaf("i", WORDS.as_reported);
        sheet.text(&position.text);
        sheet.close();
    }
    sheet.open("p.sources");
    jumps(sheet, story, &position.sources);
    if let Some(printed) = position.printed_date.as_ref().filter(|printed| !printed.is_empty()) {
        sheet.leaf("span", &fill(words.dated, &[printed]));
    }
    sheet.close();
    before(sheet, story, position);
    also(sheet, question, index);
    sheet.close();
}

/// What the same speaker said before.
fn before(sheet: &mut Sheet, story: &Story, position: &Position) {
    if position.earlier.is_empty() {
        return;
    }
    sheet.open("div.before");
    sheet.open("p");
    sheet.leaf("i", WORDS.questions.earlier);
    sheet.text(&position.earlier);
    sheet.close();
    sheet.open("p.sources");
    jumps(sheet, story, &position.earlier_sources);
    sheet.close();
    sheet.close();
}

/// The other positions of the same actor on the same question.
fn also(sheet: &mut Sheet, question: &Question, index: usize) {
    let position = &question.positions[index];
    if !matches!(position.who, Holder::Actor(_)) {
        return;
    }
    for (other, same) in question.positions.iter().enumerate() {
        if other != index && same.who == position.who && same.holds != position.holds {
            sheet.open("p.also");
            sheet.leaf("i", WORDS.questions.also);
            sheet.link("jump", &["questions/", &question.id, "/", &(other + 1).to_string()].concat());
            sheet.text(&same.holds);
            sheet.close();
            sheet.close();
        }
    }
}

fn jumps(sheet: &mut Sheet, story: &Story, places: &[Place]) {
    for place in places {
        parts::jump(sheet, story, usize::from(place.document), place.line);
    }
}

/// Marks what the address leads to; the page takes the focus there.
fn light(sheet: &mut Sheet, lit: bool) {
    if lit {
        sheet.set("data-lit", "");
        sheet.set("aria-current", "true");
        sheet.set("tabindex", "-1");
    }
}

#[cfg(test)]
mod tests {
    use framing_reader_page::{fixture::story, sheet::readable};
    use framing_reader_story::model::Frames;

    use super::*;

    fn position(holds: &str, who: Holder) -> Position {
        Position {
            holds: holds.into(),
            who,
            quoted: true,
            text: "“No toll, no ferry”".into(),
            sources: vec![Place { document: 0, line: 3 }],
            printed_date: Some("last week".into()),
            earlier: String::new(),
            earlier_sources: Vec::new(),
        }
    }

    fn question(id: &str, frames: Frames, positions: Vec<Position>) -> Question {
        Question { id: id.into(), asks: format!("{id}?"), frames, positions }
    }

    fn told(questions: Vec<Question>, lit: &str) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, &story(), &Record { questions, ..Record::default() }, lit);
        readable(&sheet.into_bytes())
    }

    #[test]
    fn a_position_says_who_holds_what_in_whose_words_and_when() {
        let mut changed = position("Yes", Holder::Actor(0));
        changed.earlier = "In June she denied it.".into();
        changed.earlier_sources = vec![Place { document: 1, line: 1 }];
        let told = told(vec![question("toll", Frames::default().with(0), vec![changed])], "");
        for part in [
            "<h4>Yes</h4><p class=\"holder\">[0:ana-ruiz]<small>Third parties</small>",
            "<p class=\"quoted\">“No toll, no ferry”</p>",
            "<a go=\"100/3\" class=\"jump\">100, line 3</a><span>“last week”</span>",
            "<i>Before: </i>In June she denied it.</p><p class=\"sources\"><a go=\"200/1\"",
        ] {
            assert!(told.contains(part), "{part} in {told}");
        }
    }

    #[test]
    fn what_is_reported_is_not_shown_as_spoken() {
        let mut reported = position("Yes", Holder::Other("a person familiar with the talks".into()));
        reported.quoted = false;
        reported.text = "The toll was a condition.".into();
        let told = told(vec![question("toll", Frames::default(), vec![reported])], "");
        assert!(told.contains("<span>a person familiar with the talks</span>"), "{told}");
        assert!(told.contains("<p class=\"reported\"><i>As reported: </i>The toll was a condition.</p>"), "{told}");
        assert!(told.contains(WORDS.questions.asked_by_none) && !told.contains(WORDS.questions.own_voice));
    }

    #[test]
    fn an_article_that_takes_a_position_speaks_in_its_own_voice() {
        let mut story = story();
        story.documents[0].label = "The report".into();
        let positions = vec![position("Yes", Holder::Other("the report".into()))];
        let mut sheet = Sheet::new();
        part(&mut sheet, &story, &question("toll", Frames::default(), positions), None);
        let told = readable(&sheet.into_bytes());
        assert!(told.contains("<span>the report</span><small>in its own voice</small>"), "{told}");
    }

    #[test]
    fn what_a_framing_leaves_out_is_counted_and_said() {
        let none = Frames::default();
        let questions = [none.with(0), none.with(1), none.with(0).with(1)].map(|frames| question("q", frames, vec![]));
        let told = told(questions.to_vec(), "");
        assert!(told.contains("<p data-only=\"f0\">bargaining asks 2 of 3 questions and leaves out 1</p>"), "{told}");
        assert_eq!(told.matches("data-only=\"f1\">Not asked by security<").count(), 1);
        assert_eq!(told.matches("<section class=\"question leaf\" data-frames=\"f0 f1\">").count(), 1);
    }

    #[test]
    fn other_positions_of_the_same_actor_are_a_step_away() {
        let positions = vec![
            position("Yes", Holder::Actor(0)),
            position("No", Holder::Actor(1)),
            position("No", Holder::Actor(0)),
            position("Yes", Holder::Other("x".into())),
            position("No", Holder::Other("x".into())),
        ];
        let told = told(vec![question("toll", Frames::default(), positions)], "toll/3");
        assert!(
            told.contains("<i>Also on record here: </i><a go=\"questions/toll/3\" class=\"jump\">No</a>"),
            "{told}"
        );
        assert_eq!(told.matches("class=\"also\"").count(), 2);
        assert!(told.contains("data-lit=\"\" aria-current=\"true\" tabindex=\"-1\"><h4>No"), "{told}");
    }

    #[test]
    fn odd_addresses_and_empty_records_break_nothing() {
        for lit in ["toll", "toll/", "toll/x", "toll/99", "toll/18446744073709551616", "no", "/", "//"] {
            told(vec![question("toll", Frames::default(), vec![position("", Holder::Actor(99))])], lit);
        }
        assert!(told(vec![], "").contains(WORDS.questions.none));
    }
}
