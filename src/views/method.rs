//! method

use framing_reader_page::{pen::Pen, sheet::Sheet};
use framing_reader_story::{Record, Story};

/// The view.
pub fn draw(sheet: &mut Sheet, _story: &Story, _record: &Record) {
    sheet.leaf("h2", "method");
}
