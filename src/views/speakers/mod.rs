//! Who gets to speak.
//!
//! 1. [`voices`] counts words quoted and statements reported;
//! 2. [`picture`]: a table for all articles and one for each, a bar a side;
//! 3. [`rows`]: every speaker, with the passages that were counted.

use framing_reader_page::{
    parts,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{Record, Story};

use self::voices::{Passage, Tally};

mod measure;
mod picture;
mod rows;
#[cfg(test)]
mod tests;
pub(crate) mod voices;

/// The view.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record) {
    let heard: Vec<_> = (0..story.documents.len()).map(|index| voices::passages(story, record, index)).collect();
    let all = heard.concat();
    sheet.leaf("h2", WORDS.speakers.title);
    if all.is_empty() {
        sheet.leaf("p.none", WORDS.speakers.nobody);
        return;
    }
    let counted: Vec<_> = all.iter().filter(|passage| voices::in_totals(story, passage.document)).copied().collect();
    lead(sheet, story, &counted, &heard);
    picture::draw(sheet, story, &counted, &heard);
    rows::draw(sheet, story, &all);
}

/// What the picture shows, in a sentence or two: over all articles, and under each framing.
fn lead(sheet: &mut Sheet, story: &Story, counted: &[Passage<'_>], heard: &[Vec<Passage<'_>>]) {
    let words = &WORDS.speakers;
    let tally = Tally::of(counted);
    let speakers = voices::voices(story, counted).len();
    let mut text = fill(
        words.lead,
        &[
            &plural(words.one_word, words.many_words, tally.words.all),
            &plural(words.one_statement, words.many_statements, tally.statements.all),
            &plural(words.one_speaker, words.many_speakers, speakers),
        ],
    );
    let groups = voices::by_group(story, counted);
    let most = (0..voices::GROUPS).max_by_key(|group| groups[*group].words.all).unwrap_or_default();
    if groups[most].words.all > 0 {
        let share = percent(groups[most].words.all, tally.words.all);
        text.push_str(&fill(words.lead_share, &[voices::group_name(most), &share]));
    }
    for (document, passages) in story.documents.iter().zip(heard) {
        if !passages.iter().any(|passage| passage.quoted) {
            text.push_str(&fill(words.lead_quotes_nobody, &[&document.label]));
        }
    }
    sheet.open("div.states leaf");
    sheet.open("p.lead");
    sheet.set("data-only", "none");
    sheet.text(&text);
    sheet.close();
    for framing in 0..2 {
        sheet.open("p.lead");
        sheet.set("data-only", parts::mark(framing));
        sheet.text(&fill(
            words.lead_framed,
            &[
                &parts::framing_name(story, framing),
                &tally.words.framed[framing].to_string(),
                &tally.words.all.to_string(),
                &tally.statements.framed[framing].to_string(),
                &tally.statements.all.to_string(),
            ],
        ));
        sheet.close();
    }
    sheet.close();
}

/// A number of things, in the singular or the plural.
pub(crate) fn plural(one: &str, many: &str, count: usize) -> String {
    if count == 1 { one.to_owned() } else { fill(many, &[&count.to_string()]) }
}

/// A part of a whole in percent, rounded; of nothing, 0.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    ((part * 200 + whole) / (whole * 2).max(1)).to_string()
}
