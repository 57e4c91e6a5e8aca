//! editions

use framing_reader_page::{pen::Pen, sheet::Sheet};
use framing_reader_story::{Record, Story};

/// The view; `which`: the id of the document to compare with the one it is an edition or a summary of; empty for the first.
pub fn draw(sheet: &mut Sheet, _story: &Story, _record: &Record, _which: &str) {
    sheet.leaf("h2", "editions");
}
