//! The shipped story with its record, read from its folder as `framing-reader build` reads it.

use std::{collections::BTreeMap, env, fs, path::Path, sync::OnceLock};

use framing_reader_story::{
    Record, Story,
    load::{Assembled, Folder, Loaded, load},
};

/// The shipped story and its record; read once, however many tests ask.
pub(crate) fn shipped() -> (Story, Record) {
    static SHIPPED: OnceLock<(Story, Record)> = OnceLock::new();
    SHIPPED.get_or_init(|| read(|loaded| loaded.retold())).clone()
}

/// The same as published, where `FRAMING_READER_ORIGINALS` names the folder of the saved files.
#[allow(dead_code, reason = "not every test wants it")]
pub(crate) fn as_published() -> Option<(Story, Record)> {
    let originals = files(Path::new(&env::var_os("FRAMING_READER_ORIGINALS")?));
    Some(read(|loaded| loaded.as_published(&originals)))
}

fn read(assemble: impl FnOnce(&mut Loaded) -> Option<Assembled>) -> (Story, Record) {
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds"));
    let mut loaded = load(&Folder { path: "seeds".into(), files });
    let assembled = assemble(&mut loaded).unwrap_or_else(|| panic!("{:#?}", loaded.problems.diagnostics()));
    (assembled.story, assembled.record)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}
