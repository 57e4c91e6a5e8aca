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

const MANIFEST: &str = r#"format = 1
id = "pier"
title = "The pier"
language = "en"
[coding]
coder = "class 7b"
date = 2026-11-22
[[framing]]
id = "cost"
name = "Cost"
cues.sure = ["too dear"]
[[framing]]
id = "memory"
name = "Memory"
[[document]]
id = "pier"
text = "published"
"#;

const ARTICLE: &str = "The old pier of Nordhavn is too dear to mend and will be closed in the autumn, the mayor, Ada Lind, said.\n\n\
    \u{201c}Every family here 😀 remembers it,\u{201d} said Jon Berg, who has run the kiosk at its end for thirty years.\n";

const CORRECTIONS: &str = r#"[[block]]
line = 1
kind = "caption"
[[mention]]
line = 3
exact = "the kiosk"
actor = "jon-berg"
[[quotation]]
line = 3
exact = "remembers it"
speaker = "an-old-woman"
"#;

const ACTORS: &str = "[[actor]]\nid = \"jon-berg\"\nname = \"Jon Berg\"\nkind = \"person\"\n";

/// A reader's own story, with corrections.
pub(crate) fn own() -> (Story, Record) {
    let files = [("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("pier.toml", CORRECTIONS), ("actors.toml", ACTORS)];
    let files = files.map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).into();
    let Assembled { story, record, .. } = load::load(&Folder { path: String::new(), files }).retold().unwrap();
    (story, record)
}
