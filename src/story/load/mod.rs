//! The story folder read, checked and made ready for the page.
//!
//! 1. [`folder`]: names and bytes, from wherever they come;
//! 2. `table`, `text`, `source`: how the files are written; `article`: a text that nobody wrote for the folder;
//! 3. `manifest` with `framings`, `actors`, `codes`, `events`, `questions`, `codebook`: what each file says, every mistake told with
//!    its place;
//! 4. `hand`: what a person corrected of the engine's reading; [`anchor`]: how that finds its place in a text that has changed;
//! 5. `seeds`: all of them together; `check`: held against each other;
//! 6. `assemble`, from `texts`: read by the engine and made the model that a page shows;
//! 7. `record`, with `reasons`, `comparison` and `place`: what stands behind the page;
//! 8. `trial`: how its framings do on its texts; `edit` (feature `edit`): its files changed in place.

mod actors;
pub mod anchor;
mod article;
mod assemble;
mod check;
mod codebook;
mod codes;
mod comparison;
pub mod diagnostic;
#[cfg(feature = "edit")]
pub mod edit;
mod events;
pub mod folder;
mod framings;
mod hand;
mod manifest;
mod place;
mod questions;
mod quoted;
mod reasons;
mod record;
mod seeds;
mod source;
mod table;
mod text;
mod texts;
mod trial;

use std::collections::BTreeMap;

use framing_reader_engine::{Framing, Gazetteer, frame};

pub use article::Proposal;
pub use assemble::{Assembled, Difference};
pub use diagnostic::{Diagnostic, Problems, Severity};
pub use folder::Folder;
pub use trial::{Standing, Trial, Tried};

/// A folder that was read and checked, with what was found wrong in it.
#[derive(Debug)]
pub struct Loaded {
    seeds: Option<seeds::Seeds>,
    /// Everything found wrong so far.
    pub problems: Problems,
}

/// Reads and checks a story folder; all its problems are told at once.
pub fn load(folder: &Folder) -> Loaded {
    let mut problems = Problems::default();
    let seeds = seeds::read(folder, &mut problems);
    if let Some(seeds) = &seeds {
        check::check(seeds, &mut problems);
    }
    Loaded { seeds, problems }
}

impl Loaded {
    /// The story in the folder's words. `None` where problems keep it from being built.
    pub fn retold(&mut self) -> Option<Assembled> {
        let seeds = self.seeds.as_ref().filter(|_| !self.problems.has_errors())?;
        Some(assemble::retold(seeds, &self.problems))
    }

    /// How the two framings do on the texts of the folder, without the cues that cannot be read. `None` where other problems keep
    /// the texts from being read.
    pub fn trial(&self) -> Option<Trial> {
        let seeds = self.seeds.as_ref().filter(|seeds| self.problems.errors() == seeds.bad_cues)?;
        Some(trial::trial(seeds, &self.problems))
    }

    /// The story as published, from the saved files by name. `None` where problems keep it from being built; those that
    /// the saved files raise are added.
    pub fn as_published(&mut self, originals: &BTreeMap<String, Vec<u8>>) -> Option<Assembled> {
        let seeds = self.seeds.as_ref().filter(|_| !self.problems.has_errors())?;
        let assembled = assemble::as_published(seeds, originals, &mut self.problems);
        assembled.filter(|_| !self.problems.has_errors())
    }
}

/// The two framings of a story, for reading other texts; what is wrong in `story.toml` is told. A folder without one has the
/// shipped pair.
pub fn framings(folder: &Folder, problems: &mut Problems) -> [Framing; 2] {
    let manifest = folder.read("story.toml", problems).and_then(|file| manifest::read(file, problems));
    manifest.map_or_else(|| frame::shipped().clone(), |manifest| framings::pair(&manifest.framings, problems))
}

/// The names of a story's actors, for reading other texts; what is wrong in `actors.toml` is told.
pub fn gazetteer(folder: &Folder, problems: &mut Problems) -> Gazetteer {
    let entries = match folder.read("actors.toml", problems) {
        Some(file) => actors::read(file, true, problems),
        None => Vec::new(),
    };
    actors::gazetteer(&entries)
}
