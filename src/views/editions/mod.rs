//! Editions: an article beside another edition of it, or beside its summary.
//!
//! 1. the comparisons of the story, editions before summaries, each a path of its own;
//! 2. [`edition`]: both texts side by side, with the words that differ;
//! 3. [`summary`]: what became of each paragraph, and [`lost`]: of each framing and each side's voice;
//! 4. [`filter`]: which differences are shown; [`side`]: a passage of one text.

use framing_reader_page::{
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Record, Story,
    model::{Block, Document},
    record::Comparison,
};

mod edition;
mod filter;
mod lost;
mod side;
mod summary;
#[cfg(test)]
mod tests;

/// What [`Story::text`] says of texts that are not retold.
const AS_PUBLISHED: &str = "as published";

/// Two documents compared.
struct Pair<'a> {
    story: &'a Story,
    comparison: &'a Comparison,
    first: &'a Document,
    second: &'a Document,
}

impl<'a> Pair<'a> {
    /// Of a comparison; `None` where the story lacks a document of it.
    fn of(story: &'a Story, comparison: &'a Comparison) -> Option<Pair<'a>> {
        let document = |index: u16| story.documents.get(usize::from(index));
        Some(Pair { story, comparison, first: document(comparison.first)?, second: document(comparison.second)? })
    }

    /// A block of the first document.
    fn first(&self, index: u16) -> Option<&'a Block> {
        self.first.blocks.get(usize::from(index))
    }

    /// A block of the second document.
    fn second(&self, index: u16) -> Option<&'a Block> {
        self.second.blocks.get(usize::from(index))
    }
}

/// The view; `which`: the id of the document to compare with the one it is an edition or a summary of; empty for the first.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record, which: &str) {
    let words = &WORDS.editions;
    sheet.leaf("h2", words.title);
    let mut pairs: Vec<_> = record.comparisons.iter().filter_map(|comparison| Pair::of(story, comparison)).collect();
    pairs.sort_by_key(|pair| pair.comparison.summary);
    let Some(shown) = pairs.iter().position(|pair| pair.second.id == which).or((!pairs.is_empty()).then_some(0)) else {
        sheet.leaf("p.none", words.none);
        return;
    };
    sheet.open("nav.tabs");
    sheet.set("aria-label", words.choose);
    for (index, pair) in pairs.iter().enumerate() {
        sheet.link("jump", &["editions/", &pair.second.id].concat());
        if index == shown {
            sheet.set("aria-current", "page");
        }
        let text = if pair.comparison.summary { words.and_summary } else { words.two_editions };
        sheet.text(&fill(text, &[&pair.first.id, &pair.second.id]));
        sheet.close();
    }
    sheet.close();
    let pair = &pairs[shown];
    if pair.comparison.summary {
        summary::draw(sheet, pair, record);
    } else {
        edition::draw(sheet, pair);
    }
}

/// Says which texts were compared.
fn compared(sheet: &mut Sheet, story: &Story) {
    let words = &WORDS.editions;
    let mut text = fill(words.compared, &[&story.text]);
    if story.text != AS_PUBLISHED {
        text.push_str(words.retold);
    }
    sheet.leaf("p.hint", &text);
}

/// The names of both documents, above the columns their passages stand in.
fn heads(sheet: &mut Sheet, pair: &Pair<'_>) {
    sheet.open("div.heads");
    for document in [pair.first, pair.second] {
        sheet.open("p");
        sheet.leaf("span.number", &document.id);
        sheet.text(" ");
        sheet.leaf("b", &document.label);
        sheet.close();
    }
    sheet.close();
}
