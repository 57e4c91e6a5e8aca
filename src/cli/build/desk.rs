//! The page for articles of one's own: its scripts and styles as they are written, and the module that its worker runs.

use super::File;
use crate::wasm::{DESK, Module};

/// The page; its files lie in a folder beside it.
const PAGE: (&str, &str) = ("desk.html", include_str!("../../../www/desk.html"));

/// Files by their names in the folder, the same here and there.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$((concat!("desk/", $name), include_str!(concat!("../../../www/desk/", $name)))),+]
    };
}

/// The files of the page, with the module.
pub(super) fn files(module: Module) -> Vec<File> {
    let still = files![
        "actors.js",
        "articles.js",
        "byhand.js",
        "codes.js",
        "decode.js",
        "desk.css",
        "desk.js",
        "dom.js",
        "folder.js",
        "found.js",
        "framings.js",
        "hand.js",
        "intake.js",
        "kept.js",
        "lines.js",
        "marks.js",
        "notes.js",
        "page.js",
        "passage.js",
        "result.js",
        "start.js",
        "store.js",
        "taking.js",
        "toml.js",
        "words.js",
        "worker.js",
        "zip.js",
    ];
    let texts = [PAGE].into_iter().chain(still).map(|(name, text)| (name, text.as_bytes().to_vec()));
    texts.chain([(DESK[0], module.wasm), (DESK[1], module.script)]).collect()
}
