//! why

use framing_reader_page::{pen::Pen, sheet::Sheet};
use framing_reader_story::{Record, Story};

/// The reasons of the codes of a line.
pub fn draw(sheet: &mut Sheet, _story: &Story, _record: &Record, _document: usize, _line: u32) {
    sheet.leaf("h2", "why");
}
