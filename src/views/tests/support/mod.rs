//! The shipped story with its record, read from its folder as `framing-reader build` reads it.

use std::{fs, path::Path};

use framing_reader_story::{
    Record, Story,
    load::{Folder, load},
};

/// The shipped story and its record.
pub(crate) fn shipped() -> (Story, Record) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut folder = Folder { path: "seeds".into(), ..Folder::default() };
    for file in fs::read_dir(path).unwrap().map(|file| file.unwrap()) {
        folder.files.insert(file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap());
    }
    let mut loaded = load(&folder);
    let assembled = loaded.retold().unwrap_or_else(|| panic!("{:#?}", loaded.problems.diagnostics()));
    (assembled.story, assembled.record)
}
