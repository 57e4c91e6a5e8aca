//! The single file: one page with everything inside, for whoever has no network. It
//!
//! 1. shows the plain article before, and without, any script;
//! 2. holds the two modules, the story and its record as parts, each packed in a data block of its own, so that a copy can
//!    hold another story (`www/single/save.js`);
//! 3. holds the desk in the same way, which is unpacked when somebody asks for it (`www/single/desk.js`), and room for a folder;
//! 4. asks nobody, and its policy says so: scripts and styles are named by their hashes, workers come out of the page itself.

use framing_reader_page::fallback;
use framing_reader_story::{
    Record, Story, pack,
    pack::{RECORD_SECTION, SECTION},
    pack_record,
};

use super::{desk, hash, icon, text};
use crate::wasm::{APP, DESK, Reader, VIEWS};

/// Name of the file.
pub(super) const NAME: &str = "framing-reader.html";
/// Its placeholders stand in comments, as in the demo page.
const PAGE: &str = include_str!("../../../www/single/page.html");

/// What it has of styles besides those of every page.
const STYLE: &str = include_str!("../../../www/single/page.css");
/// Where the page's story is, for its desk.
const STORY_FRAGMENT: &str = "#reader";
/// The desk's script and styles, by which `www/single/desk.js` finds them.
const DESK_PARTS: [&str; 2] = ["framing-reader-desk-script", "framing-reader-desk-style"];
/// The part that holds the story folder of a copy; none is in the page that the build makes.
const FOLDER: &str = "framing-reader-folder";

/// The page, with modules that hold no story, and these styles.
pub(super) fn page(story: &Story, record: &Record, reader: &Reader, styles: &str) -> String {
    let script = text::in_page(&reader.single);
    let styles = [styles, STYLE].concat();
    let parts = [
        (APP[0].trim_end_matches(".wasm"), text::packed(&reader.app.wasm)),
        (VIEWS[0].trim_end_matches(".wasm"), text::packed(&reader.views.wasm)),
        (SECTION, text::packed(&pack(story))),
        (RECORD_SECTION, text::packed(&pack_record(record))),
        (FOLDER, String::new()),
        (DESK[0].trim_end_matches(".wasm"), text::packed(&reader.desk.wasm)),
        (DESK_PARTS[0], text::packed(&reader.single_desk)),
        (DESK_PARTS[1], text::packed(desk::text(desk::STYLE).as_bytes())),
    ]
    .map(|(name, packed)| {
        ["<script id=\"", name, "\" type=\"application/octet-stream\">", &packed, "</script>"].concat()
    });
    let contents = [
        ("script hash", hash::base64(script.as_bytes())),
        ("desk hash", hash::base64(&reader.single_desk)),
        ("style hash", hash::base64(styles.as_bytes())),
        ("title", fallback::escape(&story.title)),
        ("icon", text::base64(icon::svg().as_bytes())),
        ("style", styles),
        ("desk", desk::body(STORY_FRAGMENT)),
        ("parts", parts.join("\n")),
        ("script", script),
    ];
    contents.iter().fold(fallback::into_page(PAGE, story), |page, (name, content)| {
        page.replacen(&["<!-- ", name, " -->"].concat(), content, 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_what_is_in_the_page_and_nobody_else() {
        let policy = PAGE.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let policy = policy.unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(
            !policy.contains("'self'") && !policy.contains("http") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
    }

    #[test]
    fn nothing_in_the_page_names_a_file_beside_it() {
        for attribute in [" src=", " href=\"", "url(", "@import"] {
            for found in PAGE.split(attribute).skip(1) {
                assert!(found.starts_with("data:") || found.starts_with('#'), "{attribute}{found:.40}");
            }
        }
    }
}
