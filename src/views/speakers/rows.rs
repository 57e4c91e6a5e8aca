//! The speakers, by side: a row each with its counts, which opens the passages that were counted.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{self, ENGLISH as WORDS},
};
use framing_reader_story::{Story, model::Speaker};

use super::{
    picture::Scale,
    plural,
    voices::{self, GROUPS, Passage, Tally, Voice, word_count},
};

/// Writes them; `passages`: those of all documents.
pub(super) fn draw(sheet: &mut Sheet, story: &Story, passages: &[Passage<'_>]) {
    let voices = voices::voices(story, passages);
    let scale = Scale::of(voices.iter().map(|voice| &voice.tally));
    sheet.leaf("h3", WORDS.speakers.one_by_one);
    sheet.leaf("p.hint", WORDS.speakers.open_a_row);
    for group in 0..GROUPS {
        let here: Vec<_> = voices.iter().filter(|voice| voices::group(story, voice.source) == group).collect();
        if here.is_empty() {
            continue;
        }
        sheet.open("section.side leaf");
        sheet.open("div.columns");
        sheet.leaf("h4", voices::group_name(group));
        for head in [WORDS.speakers.words, WORDS.speakers.statements] {
            // Each row says it again for those who hear it.
            sheet.open("span");
            sheet.set("aria-hidden", "true");
            sheet.text(head);
            sheet.close();
        }
        sheet.close();
        for voice in here {
            row(sheet, story, voice, scale);
        }
        sheet.close();
    }
}

fn row(sheet: &mut Sheet, story: &Story, voice: &Voice<'_>, scale: Scale) {
    let name = voices::speaker_name(story, voice.source);
    sheet.open("details.voice");
    parts::frames(sheet, |framing| voice.passages.iter().any(|passage| passage.framed(framing)));
    sheet.open("summary");
    sheet.leaf("span.called", &name);
    scale.measures(sheet, "span.cell", true, voice.tally);
    sheet.close();
    sheet.open("div.passages");
    if let Speaker::Actor(index) = voice.source {
        let role = story.actors.get(usize::from(*index)).map_or("", |actor| &actor.role);
        sheet.open("p.whose");
        sheet.name(*index, &name);
        if !role.is_empty() {
            sheet.text(", ");
            sheet.text(role);
        }
        sheet.close();
    }
    for (index, document) in story.documents.iter().enumerate() {
        let here: Vec<_> = voice.passages.iter().filter(|passage| passage.document == index).collect();
        if here.is_empty() {
            continue;
        }
        sheet.open("h5");
        sheet.leaf("span.number", &document.id);
        sheet.text(" ");
        sheet.leaf("b", &document.label);
        sheet.text(": ");
        sheet.text(&counts(Tally::of(here.iter().copied())));
        if !voices::in_totals(story, index) {
            sheet.leaf("i", WORDS.speakers.not_in_total);
        }
        sheet.close();
        sheet.open("ul");
        for passage in here {
            item(sheet, story, passage);
        }
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

/// Words and statements, as far as there are any.
fn counts(tally: Tally) -> String {
    let words = &WORDS.speakers;
    let quoted = plural(words.one_word, words.many_words, tally.words.all);
    let reported = plural(words.one_statement, words.many_statements, tally.statements.all);
    match (tally.words.all, tally.statements.all) {
        (_, 0) => quoted,
        (0, _) => reported,
        _ => [&*quoted, ", ", &reported].concat(),
    }
}

fn item(sheet: &mut Sheet, story: &Story, passage: &Passage<'_>) {
    let words = &WORDS.speakers;
    sheet.open("li.heard");
    parts::frames(sheet, |framing| passage.framed(framing));
    sheet.set("data-kind", if passage.quoted { "words" } else { "statements" });
    sheet.open("span.said");
    sheet.set("lang", &story.language);
    sheet.set("dir", "auto");
    sheet.text(passage.text);
    sheet.close();
    sheet.open("span.sources");
    let count = match passage.quoted {
        true => plural(words.one_word, words.many_words, word_count(passage.text)),
        false => words.one_statement.to_owned(),
    };
    sheet.leaf("b", &count);
    sheet.text(" ");
    parts::jump(sheet, story, passage.document, passage.block.line);
    let certainty = words::certainty(passage.certainty);
    if !certainty.is_empty() {
        sheet.leaf("i", certainty);
    }
    sheet.close();
    sheet.close();
}
