//! The site without a network: what browsers need to install it, and the service worker that keeps its files. A version is named by
//! the hash of everything in it:
//!
//! 1. the files of the site's own pages, of those already made;
//! 2. the version: the hash of their names and hashes, and of the scripts that it is written into;
//! 3. those scripts: the pages' own, which tells the worker what version they are, and the worker, which holds every hash.

use framing_reader_story::Story;
use serde_json::{Map, json};

use super::{
    File, hash,
    icon::{DRAWING, PICTURES},
    single,
};
use crate::wasm::{APP, DESK, ELEMENT, FALLBACK, VIEWS};

/// The worker, and what asks for a newer version.
const WORKER: &str = include_str!("../../../www/worker.js");
const UPDATE: &str = include_str!("../../../www/update.js");
/// What stands in the scripts for the version and for the files.
const VERSION: &str = "FRAMING_READER_VERSION";
const FILES: &str = "FRAMING_READER_FILES";
const LATE: &str = "FRAMING_READER_LATE";
/// Digits of the hash that name a version.
const DIGITS: usize = 16;
/// Names of the files.
const INSTALL: &str = "install.js";
const MANIFEST: &str = "manifest.webmanifest";
/// What the site's own pages are made of. Not what is handed out, and not the page for frames: that is a guest.
const KEPT: [&str; 14] = [
    "index.html",
    "page.css",
    ELEMENT,
    FALLBACK,
    APP[0],
    APP[1],
    VIEWS[0],
    VIEWS[1],
    "snippet.html",
    "snippet.js",
    "snippet.css",
    MANIFEST,
    DRAWING,
    "update.js",
];

/// Whether a file is only needed by the page for own articles, and by what is saved there.
fn late(name: &str) -> bool {
    name == "desk.html" || name == single::NAME || DESK.contains(&name) || name.starts_with("desk/")
}

/// Adds what keeps the files to the files; `install` is the pages' own script.
pub(super) fn add(files: &mut Vec<File>, story: &Story, install: &[u8]) {
    files.push((MANIFEST, manifest(story).into_bytes()));
    files.push(("update.js", UPDATE.as_bytes().to_vec()));
    let install = String::from_utf8_lossy(install);
    let kept = files.iter().filter(|(name, _)| KEPT.contains(name) || late(name));
    let mut hashes: Map<_, _> = kept.map(|(name, bytes)| (address(name), hash::hex(bytes).into())).collect();
    let mut version = hash::hex(format!("{hashes:?}{install}{WORKER}").as_bytes());
    version.truncate(DIGITS);
    let install = install.replace(VERSION, &version).into_bytes();
    hashes.insert(INSTALL.to_owned(), hash::hex(&install).into());
    let names: Vec<&str> = hashes.keys().map(String::as_str).filter(|name| late(name)).collect();
    let names = json!(names).to_string();
    let hashes = serde_json::Value::from(hashes).to_string();
    let worker = WORKER.replace(VERSION, &version).replace(FILES, &hashes).replace(LATE, &names);
    files.extend([(INSTALL, install), ("worker.js", worker.into_bytes())]);
}

/// What a file is asked for by, in its folder.
fn address(name: &str) -> String {
    if name == "index.html" { String::new() } else { name.to_owned() }
}

/// What the installed page is called and looks like.
fn manifest(story: &Story) -> String {
    let icons = PICTURES.map(|(name, side)| {
        let sizes = format!("{side}x{side}");
        json!({ "src": name, "sizes": sizes, "purpose": "any maskable" })
    });
    let manifest = json!({
        "name": story.title,
        "short_name": "framing-reader",
        "start_url": "./",
        "display": "standalone",
        "background_color": PAPER,
        "icons": icons,
    });
    manifest.to_string()
}

/// The paper of `www/page.css`, light, for as long as no page is there to say what it wants in the dark.
const PAPER: &str = "#fdfbf6";

#[cfg(test)]
mod tests {
    use framing_reader_page::fixture;

    use super::*;

    /// The files of a site with one of these bytes.
    fn site(page: &str) -> Vec<File> {
        let mut files: Vec<File> =
            vec![("index.html", page.into()), ("frame.html", b"a frame".to_vec()), ("desk/dom.js", b"x".to_vec())];
        add(&mut files, &fixture::story(), format!("'{VERSION}'").as_bytes());
        files
    }

    fn text(files: &[File], wanted: &str) -> String {
        let found = files.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    #[test]
    fn a_version_is_another_one_when_a_file_changes_and_only_then() {
        let [one, same, other] = ["one", "one", "other"].map(site);
        assert_eq!(text(&one, "worker.js"), text(&same, "worker.js"));
        assert_ne!(text(&one, INSTALL), text(&other, INSTALL));
        assert_eq!(text(&one, INSTALL).trim_matches('\'').len(), DIGITS);
    }

    #[test]
    fn the_worker_holds_the_hash_of_every_file_of_the_pages_and_of_no_other() {
        let files = site("one");
        let worker = text(&files, "worker.js");
        assert!(![FILES, LATE, VERSION].iter().any(|word| worker.contains(word)), "{worker}");
        assert!(worker.contains("[\"desk/dom.js\"]"), "{worker}");
        for (name, bytes) in &files {
            let line = format!("\"{}\":\"{}\"", address(name), hash::hex(bytes));
            assert_eq!(worker.contains(&line), *name == INSTALL || KEPT.contains(name) || late(name), "{name}");
        }
    }

    #[test]
    fn the_pages_load_nothing_that_is_not_kept() {
        for page in [super::super::PAGE, super::super::SNIPPET[0]] {
            for attribute in [" src=\"", "<link rel=\"stylesheet\" href=\""] {
                for file in page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                    assert!(file == INSTALL || KEPT.contains(&file), "{file}");
                }
            }
        }
    }
}
