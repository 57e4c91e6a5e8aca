//! The page for articles of one's own: its scripts and styles as they are written, and the module that its worker runs.

use super::File;
use crate::wasm::{DESK, Module};

/// The page; its files lie in a folder beside it.
const PAGE: (&str, &str) = ("desk.html", include_str!("../../../www/desk.html"));

/// The script that the page begins with, the one that its worker runs, and the one that writes copies of the single file.
pub(crate) const ENTRY: &str = "desk/page.js";
pub(crate) const WORKER: &str = "desk/worker.js";
pub(crate) const COPY: &str = "desk/copy.js";
/// Its styles.
pub(super) const STYLE: &str = "desk/desk.css";

/// Files by their names in the folder, the same here and there.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$((concat!("desk/", $name), include_str!(concat!("../../../www/desk/", $name)))),+]
    };
}

/// The files in the folder as they are written.
fn texts() -> Vec<(&'static str, &'static str)> {
    let still = files![
        "actors.js",
        "articles.js",
        "byhand.js",
        "codes.js",
        "copy.js",
        "cues.js",
        "decode.js",
        "desk.css",
        "desk.js",
        "dom.js",
        "folder.js",
        "formats.js",
        "found.js",
        "framings.js",
        "guide.js",
        "hand.js",
        "handout.js",
        "intake.js",
        "kept.js",
        "lines.js",
        "marked.js",
        "marks.js",
        "notes.js",
        "own.js",
        "page.js",
        "passage.js",
        "place.js",
        "result.js",
        "saving.js",
        "store.js",
        "taking.js",
        "toml.js",
        "trial.js",
        "words.js",
        "worker.js",
        "zip.js",
    ];
    still.into()
}

/// The text of one of them.
pub(crate) fn text(name: &str) -> &'static str {
    texts().into_iter().find(|(other, _)| *other == name).map_or("", |(_, text)| text)
}

/// Those of them that are scripts.
pub(crate) fn scripts() -> Vec<(&'static str, &'static str)> {
    texts().into_iter().filter(|(name, _)| name.ends_with(".js")).collect()
}

/// What stands on the page, for one that also holds the story, at the fragment `story`.
pub(super) fn body(story: &str) -> String {
    let body = PAGE.1.split_once("<body>\n").and_then(|(_, rest)| rest.split_once("</body>"));
    body.map_or("", |(body, _)| body).replace("href=\"./\"", &["href=\"", story, "\""].concat())
}

/// The files of the page, with the module.
pub(super) fn files(module: Module) -> Vec<File> {
    let texts = [PAGE].into_iter().chain(texts()).map(|(name, text)| (name, text.as_bytes().to_vec()));
    texts.chain([(DESK[0], module.wasm), (DESK[1], module.script)]).collect()
}
