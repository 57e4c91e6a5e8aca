//! A plain value becomes a story and its record, or the list of everything that keeps it from being one.
//!
//! 1. [`cursor`]: a value and how it was come by; whatever does not fit is told with its path, and reading goes on;
//! 2. [`names`]: the ids that everything else refers to, read first;
//! 3. [`story`] and [`document`]: what a page shows; [`record`]: what stands behind it.

mod cursor;
mod document;
mod names;
mod record;
mod story;

use framing_reader_story::{Record, Story};

use self::cursor::{Cursor, Problems};
use crate::{VERSION, value::Value};

/// One thing that keeps a value from being a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to it: `documents[0].blocks[3].mentions[1].actor`; empty for the whole.
    pub path: String,
    /// One clause: expected and found.
    pub message: String,
    /// What to do now.
    pub hint: Option<String>,
}

/// Reads a story and its record, which is empty where the value says nothing of it. Everything that does not fit is told; of more
/// than a thousand problems the last says how many there are.
pub fn read(value: &Value) -> Result<(Story, Record), Vec<Problem>> {
    let problems = Problems::default();
    let cursor = Cursor::new(value, &problems);
    let version = cursor.get("version");
    let is_object = matches!(value, Value::Object(_));
    if !is_object {
        cursor.expected("a story");
    } else if version.number_within(VERSION, VERSION).is_none() {
        version.expected(&format!("version {VERSION} of the format"));
    }
    // What another version holds is not for this one to judge.
    let read = if is_object && (problems.is_empty() || !version.is_given()) { story::story(&cursor) } else { None };
    match (read, problems.into_list()) {
        (Some(read), problems) if problems.is_empty() => Ok(read),
        (_, problems) => Err(problems),
    }
}
