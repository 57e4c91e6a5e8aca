//! The picture: small tables side by side, one for all articles and one for each, a row a side.

use framing_reader_page::{
    pen::Pen,
    route::Section,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::Story;

use super::{
    measure::{self, Kind},
    voices::{self, GROUPS, Passage, Tally},
};

/// Writes it; `counted`: the passages of the totals, `heard`: those of each document.
pub(super) fn draw(sheet: &mut Sheet, story: &Story, counted: &[Passage<'_>], heard: &[Vec<Passage<'_>>]) {
    let total = voices::by_group(story, counted);
    let documents: Vec<_> = heard.iter().map(|passages| voices::by_group(story, passages)).collect();
    sheet.open("div.by-article");
    sheet.open("div.counts leaf");
    sheet.set("data-size", "all");
    table(sheet, Scale::of(&total), total, |sheet| sheet.leaf("b", WORDS.speakers.all_articles));
    sheet.close();
    let scale = Scale::of(documents.iter().flatten());
    for (index, groups) in documents.into_iter().enumerate() {
        let document = &story.documents[index];
        sheet.open("div.counts leaf");
        table(sheet, scale, groups, |sheet| {
            sheet.link("jump", &Section::article(index).path(story));
            sheet.leaf("span.number", &document.id);
            sheet.text(" ");
            sheet.leaf("b", &document.label);
            sheet.close();
            kinship(sheet, story, index);
        });
        let passages = &heard[index];
        if passages.is_empty() {
            sheet.leaf("p.none", WORDS.speakers.silent);
        } else if !passages.iter().any(|passage| passage.quoted) {
            sheet.leaf("p.none", WORDS.speakers.quotes_nobody);
        }
        sheet.close();
    }
    method(sheet, story);
    sheet.close();
}

/// How it is counted and drawn.
fn method(sheet: &mut Sheet, story: &Story) {
    let words = &WORDS.speakers;
    sheet.open("div.counted");
    sheet.leaf("p", words.counted);
    sheet.leaf("p", words.counted_framed);
    let again: Vec<_> = (0..story.documents.len())
        .filter(|index| !voices::in_totals(story, *index))
        .map(|index| &*story.documents[index].id)
        .collect();
    if !again.is_empty() {
        sheet.leaf("p", &fill(words.once, &[&again.join(", ")]));
    }
    if story.documents.len() > 1 {
        sheet.leaf("p", words.scale);
    }
    sheet.close();
}

/// Says of an edition or a summary what it is, and whether it counts.
fn kinship(sheet: &mut Sheet, story: &Story, index: usize) {
    let document = &story.documents[index];
    let id = |other: u16| story.documents.get(usize::from(other)).map_or("", |other| &other.id);
    let text = match (document.edition_of, document.summary_of) {
        (Some(of), _) => fill(WORDS.another_edition, &[id(of)]) + WORDS.speakers.not_in_total,
        (None, Some(of)) => fill(WORDS.summary, &[id(of)]),
        (None, None) => return,
    };
    sheet.text(" ");
    sheet.leaf("i", &text);
}

/// The counts whose bars are full.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    words: usize,
    statements: usize,
}

impl Scale {
    /// The largest of these.
    pub(super) fn of<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Scale {
        tallies.into_iter().fold(Scale { words: 0, statements: 0 }, |most, tally| Scale {
            words: most.words.max(tally.words.all),
            statements: most.statements.max(tally.statements.all),
        })
    }

    /// Writes the two counts of a tally, each in an element of its own, after what it counts: said where no table says it.
    pub(super) fn measures(self, sheet: &mut Sheet, tag: &'static str, said: bool, tally: Tally) {
        let words = &WORDS.speakers;
        for (kind, count, scale, name) in [
            (Kind::Words, tally.words, self.words, words.words),
            (Kind::Statements, tally.statements, self.statements, words.statements),
        ] {
            sheet.open(tag);
            if said {
                sheet.leaf("span.unseen", &[", ", name, ": "].concat());
            }
            measure::draw(sheet, kind, count, scale);
            sheet.close();
        }
    }
}

fn table(sheet: &mut Sheet, scale: Scale, groups: [Tally; GROUPS], caption: impl FnOnce(&mut Sheet)) {
    let words = &WORDS.speakers;
    sheet.open("table");
    sheet.open("caption");
    caption(sheet);
    sheet.close();
    sheet.open("thead");
    sheet.open("tr");
    for (class, words_of, head) in [
        ("th.of", "span.unseen", words.side),
        ("th.words", "span", words.words),
        ("th.statements", "span", words.statements),
    ] {
        sheet.open(class);
        sheet.set("scope", "col");
        sheet.leaf(words_of, head);
        sheet.close();
    }
    sheet.close();
    sheet.close();
    sheet.open("tbody");
    for (group, tally) in groups.into_iter().enumerate() {
        sheet.open("tr");
        sheet.open("th");
        sheet.set("scope", "row");
        sheet.text(voices::group_name(group));
        sheet.close();
        scale.measures(sheet, "td", false, tally);
        sheet.close();
    }
    sheet.close();
    sheet.close();
}
