//! The story folder read, checked and made ready for the page.
//!
//! 1. [`folder`]: names and bytes, from wherever they come;
//! 2. `table`, `text`, `source`: how the files are written;
//! 3. `actors` and the others: one file each, every mistake told with its place;

mod actors;
pub mod diagnostic;
pub mod folder;
mod source;
mod table;
mod text;

use framing_reader_engine::Gazetteer;

pub use diagnostic::{Diagnostic, Problems, Severity};
pub use folder::Folder;

/// The names of a story's actors, for reading other texts; what is wrong in `actors.toml` is told.
pub fn gazetteer(folder: &Folder, problems: &mut Problems) -> Gazetteer {
    let entries = match folder.read("actors.toml", problems) {
        Some(file) => actors::read(file, problems),
        None => Vec::new(),
    };
    actors::gazetteer(&entries)
}
