//! Stories that several tests read.
#![allow(dead_code, clippy::unwrap_used, reason = "each test is a crate of its own and uses some of it")]

use std::{collections::BTreeMap, fs, path::Path};

use framing_reader_story::{
    Record, Story,
    load::{self, Assembled, Folder},
};

/// The repository.
pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect()
}

/// The shipped story's folder.
pub(crate) fn folder() -> Folder {
    Folder { path: "seeds".to_string(), files: files(&Path::new(ROOT).join("seeds")) }
}

/// The shipped story, retold.
pub(crate) fn shipped() -> (Story, Record) {
    let Assembled { story, record, .. } = load::load(&folder()).retold().unwrap();
    (story, record)
}

/// The folder of the saved articles, where the environment names it.
pub(crate) fn originals() -> Option<BTreeMap<String, Vec<u8>>> {
    std::env::var_os("FRAMING_READER_ORIGINALS").map(|folder| files(Path::new(&folder)))
}

/// The shipped story in the words of the saved articles.
pub(crate) fn as_published() -> Option<(Story, Record)> {
    let Assembled { story, record, .. } = load::load(&folder()).as_published(&originals()?).unwrap();
    Some((story, record))
}
