//! The views that are fetched when they are asked for: a path goes in, a sheet comes out.
//!
//! 1. [`timeline`], [`questions`], [`speakers`], [`editions`], [`find`], [`method`]: a view each, by the name in its path;
//! 2. [`why`]: the reasons of one line's codes;
//! 3. [`svg`]: what the pictures are drawn with; [`chart`] and [`dates`]: the picture of the timeline and its dates;
//! 4. `module`: the same for the browser, compiled for wasm32 only.
//!
//! Pure: the page that shows a sheet makes elements of it, opens cards, follows links and keeps the framing. A sheet shows both
//! framings, and `data-frames`, `data-only` and the styles say which of it is seen, so that a switch draws nothing again.

pub mod chart;
pub mod dates;
pub mod editions;
pub mod find;
pub mod method;
pub mod questions;
pub mod speakers;
pub mod svg;
pub mod timeline;
pub mod why;

#[cfg(target_arch = "wasm32")]
pub mod module;

use framing_reader_page::{
    pen::Pen,
    route::{self, Section},
    sheet::Sheet,
    words::ENGLISH as WORDS,
};
use framing_reader_story::{Record, Story};

/// The styles of these views; those of the page are there already.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

/// The sheet of a path (see [`route`]); of one that leads nowhere, a line that says so.
pub fn draw(story: &Story, record: &Record, path: &str) -> Vec<u8> {
    let mut sheet = Sheet::new();
    if let Some(Section::Article { document, line: Some(line), why: true }) = Section::parse(path, story) {
        why::draw(&mut sheet, story, record, document, line);
        return sheet.into_bytes();
    }
    let (name, rest) = path.split_once('/').unwrap_or((path, ""));
    match name {
        "timeline" => timeline::draw(&mut sheet, story, record, rest),
        "questions" => questions::draw(&mut sheet, story, record, rest),
        "speakers" => speakers::draw(&mut sheet, story, record),
        "editions" => editions::draw(&mut sheet, story, record, rest),
        "find" => find::draw(&mut sheet, story, record, &route::asked(path)),
        "method" => method::draw(&mut sheet, story, record),
        _ => sheet.leaf("p.none", WORDS.no_such_view),
    }
    sheet.into_bytes()
}
