//! find

use framing_reader_page::{pen::Pen, sheet::Sheet};
use framing_reader_story::{Record, Story};

/// The view; `asked`: what is looked for, by name.
pub fn draw(sheet: &mut Sheet, _story: &Story, _record: &Record, _asked: &[(String, String)]) {
    sheet.leaf("h2", "find");
}
