//! A story as plain objects: what JavaScript hands over, what JSON holds, and what other programs are told of it.
//!
//! 1. [`value`]: a value as JSON would hold it, read within bounds and written;
//! 2. [`read`]: such a value becomes a story and its record, or all the problems that keep it from being one, with their paths;
//! 3. [`write`](mod@write): story and record as such a value; read again, they are the same;
//! 4. [`annotation`]: what hand and engine say of the words, as W3C Web Annotations;
//! 5. [`formats`]: the same in the formats that other programs read, written and read back.
//!
//! Pure: it knows no browser, and offsets in the objects are UTF-16 units of a block's text, as JavaScript counts.

pub mod annotation;
pub mod formats;
mod marks;
mod offset;
pub mod read;
mod tables;
pub mod value;
pub mod write;

pub use annotation::annotations;
pub use read::{Problem, read};
pub use value::Value;
pub use write::write;

/// Version of the format: a story object says it in its member `version`.
pub const VERSION: u32 = 1;
