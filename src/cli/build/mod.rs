//! `build`: the site of one story, with every way into other people's pages. Everything is made before anything is written:
//!
//! 1. the demo page and the page for frames, with what other programs read in their heads ([`head`], [`linked`], [`oembed`],
//!    [`picture`]);
//! 2. the element's script and the two modules, the story and its record written into them;
//! 3. the same in one classic script ([`classic`]), and in one page ([`single`]);
//! 4. the same as a package for npm ([`package`]);
//! 5. the page that hands all of these out;
//! 6. the page for articles of one's own ([`desk`]);
//! 7. what keeps the site's own pages for when there is no network ([`offline`], [`icon`]).

mod classic;
pub(crate) mod desk;
mod hash;
mod head;
mod icon;
mod linked;
mod oembed;
mod offline;
mod package;
mod picture;
mod single;
mod text;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use framing_reader_page::fallback;
use framing_reader_story::{
    Record, Story,
    load::Assembled,
    pack,
    pack::{RECORD_SECTION, SECTION},
    pack_record,
};

use crate::{
    check, files,
    wasm::{self, Module, Reader},
};

/// The demo page; its placeholders stand in comments, so that the template is a page too.
const PAGE: &str = include_str!("../../../index.html");
/// What the plain article's switch does, on any page.
const PLAIN_STYLE: &str = include_str!("../../../www/plain.css");
/// Styles of our own pages, and of the plain article there.
const PAGE_STYLE: &str = include_str!("../../../www/page.css");
/// The page for frames on other sites, and its script.
const FRAME: [&str; 2] = [include_str!("../../../www/frame.html"), include_str!("../../../www/frame.js")];
/// The page that hands out the snippet, its script and its styles.
const SNIPPET: [&str; 3] = [
    include_str!("../../../www/snippet.html"),
    include_str!("../../../www/snippet.js"),
    include_str!("../../../www/snippet.css"),
];

/// A file of the site: its name within it, and its bytes.
pub(crate) type File = (&'static str, Vec<u8>);

/// What to build from.
pub(crate) struct Input {
    pub(crate) story: Option<PathBuf>,
    pub(crate) originals: Option<PathBuf>,
    /// Where the site will stand, for what has to name whole addresses.
    pub(crate) base: Option<Base>,
}

/// The address of the folder a site will stand in; it ends in a slash.
#[derive(Clone, Debug)]
pub(crate) struct Base(String);

impl std::str::FromStr for Base {
    type Err = String;

    fn from_str(address: &str) -> Result<Base, String> {
        let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '?' | '#');
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !rest.contains(bad) => {
                Ok(Base([address.trim_end_matches('/'), "/"].concat()))
            }
            _ => Err("expected the address of a folder, as in https://example.org/h20/".to_owned()),
        }
    }
}

impl Base {
    /// The whole address of a file; without a base its name.
    pub(crate) fn address(base: Option<&Base>, name: &str) -> String {
        [base.map_or("", |base| &base.0), name].concat()
    }
}

/// Builds into `out` and says what was written.
pub(crate) fn run(input: &Input, out: &Path) -> ExitCode {
    match site(input) {
        Err(code) => code,
        Ok(files) => match write(out, &files) {
            Err(failure) => crate::fail(&failure),
            Ok(()) => {
                for (name, bytes) in &files {
                    eprintln!("{:>9} bytes  {}", bytes.len(), out.join(name).display());
                }
                ExitCode::SUCCESS
            }
        },
    }
}

/// The files of the site, by name.
pub(crate) fn site(input: &Input) -> Result<Vec<File>, ExitCode> {
    let Assembled { story, record, .. } = check::assembled(input.story.as_deref(), input.originals.as_deref())?;
    let reader = wasm::reader().map_err(|failure| crate::fail(&failure))?;
    story_files(&story, &record, reader, input.base.as_ref())
}

/// The files of a story's site.
fn story_files(story: &Story, record: &Record, reader: Reader, base: Option<&Base>) -> Result<Vec<File>, ExitCode> {
    let page = |template: &str, head: &str| {
        let title = fallback::escape(&story.title);
        let [first, second] = story.framings.each_ref().map(|framing| fallback::escape(&framing.name));
        let marks = [("title", &*title), ("head", head), ("first", &first), ("second", &second)];
        let page = marks
            .iter()
            .fold(template.to_owned(), |page, (mark, text)| page.replace(&["<!-- ", mark, " -->"].concat(), text));
        fallback::into_page(&page, story).into_bytes()
    };
    let styles = small(&[PLAIN_STYLE, PAGE_STYLE].concat())?;
    let single = single::page(story, record, &reader, &styles);
    let app = Module { wasm: wasm::with_section(&reader.app.wasm, SECTION, &pack(story)), ..reader.app };
    let views =
        Module { wasm: wasm::with_section(&reader.views.wasm, RECORD_SECTION, &pack_record(record)), ..reader.views };
    let mut files = vec![
        ("index.html", page(PAGE, &head::page(story, base))),
        ("page.css", styles.into_bytes()),
        ("framing-reader.css", PLAIN_STYLE.as_bytes().to_vec()),
        (single::NAME, single.into_bytes()),
        ("frame.html", page(FRAME[0], &head::frame(story, base))),
        ("frame.js", FRAME[1].as_bytes().to_vec()),
        ("oembed.json", oembed::json(story, base).into_bytes()),
        (picture::NAME, picture::png(story)),
        ("snippet.html", page(SNIPPET[0], &head::choices(story))),
        ("snippet.js", SNIPPET[1].as_bytes().to_vec()),
        ("snippet.css", SNIPPET[2].as_bytes().to_vec()),
        (wasm::CLASSIC, classic::script(&reader.classic, &app.wasm, &views.wasm)),
    ];
    files.extend(package::files(
        [&fallback::alone(story), PLAIN_STYLE],
        [&reader.packaged, &reader.fallback],
        &app,
        &views,
    ));
    files.extend([(wasm::ELEMENT, reader.element), (wasm::FALLBACK, reader.fallback)]);
    for (names, module) in [(wasm::APP, app), (wasm::VIEWS, views)] {
        files.extend([(names[0], module.wasm), (names[1], module.script)]);
    }
    files.extend(desk::files(reader.desk));
    files.push(("story.json", plain(story, record)?));
    files.push((icon::DRAWING, icon::svg().into_bytes()));
    files.extend(icon::PICTURES.map(|(name, side)| (name, icon::png(side))));
    offline::add(&mut files, story, &reader.install);
    Ok(files)
}

/// Styles without what only people need.
fn small(styles: &str) -> Result<String, ExitCode> {
    framing_reader_page::styles::small(styles).map_err(|failure| crate::fail(&failure))
}

/// The story as JSON, for `load` and the attribute `story`.
fn plain(story: &Story, record: &Record) -> Result<Vec<u8>, ExitCode> {
    let json = serde_json::to_vec(&framing_reader_plain::write(story, record));
    json.map_err(|error| crate::fail(&format!("failed to write the story as JSON ({error})")))
}

fn write(out: &Path, files: &[File]) -> Result<(), files::Failure> {
    files.iter().try_for_each(|(name, bytes)| files::write(&out.join(name), bytes))
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn a_base_is_the_address_of_a_folder() {
        let base = |address: &str| address.parse::<Base>().map(|base| base.0);
        assert_eq!(base("https://example.org/h20").as_deref(), Ok("https://example.org/h20/"));
        assert_eq!(base("http://127.0.0.1:8080/").as_deref(), Ok("http://127.0.0.1:8080/"));
        for wrong in
            ["", "example.org", "https://", "https:///x", "javascript:alert(1)", "https://a/\"b", "https://a/?b"]
        {
            assert!(base(wrong).is_err(), "{wrong}");
        }
    }
}
