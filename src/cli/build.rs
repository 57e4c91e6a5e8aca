//! `build`: the site of one story. Everything is made before anything is written.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use framing_reader_story::{
    load::Assembled,
    pack,
    pack::{RECORD_SECTION, SECTION},
    pack_record,
};

use crate::{check, fallback, files, wasm};

/// The demo page; its placeholders stand in comments, so that the template is a page too.
const PAGE: &str = include_str!("../../index.html");
/// Styles of the page and of the plain article.
const PAGE_STYLE: &str = include_str!("../../www/page.css");

/// What to build from.
pub(crate) struct Input {
    pub(crate) story: Option<PathBuf>,
    pub(crate) originals: Option<PathBuf>,
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
pub(crate) fn site(input: &Input) -> Result<Vec<(&'static str, Vec<u8>)>, ExitCode> {
    let mut loaded = check::load(input.story.as_deref())?;
    let assembled = match &input.originals {
        None => loaded.retold(),
        Some(path) => {
            let originals = files::folder(path).map_err(|failure| crate::fail(&failure))?;
            let assembled = loaded.as_published(&originals);
            check::report(&loaded.problems);
            assembled
        }
    };
    let Assembled { story, record, .. } = assembled.ok_or(ExitCode::FAILURE)?;
    let start = Instant::now();
    eprintln!("making the reader (the first time this compiles it, about a minute or two)");
    let reader = wasm::reader().map_err(|failure| crate::fail(&failure))?;
    eprintln!("made the reader in {:.1} s", start.elapsed().as_secs_f32());
    let page = fallback::into_page(&PAGE.replace("<!-- title -->", &fallback::escape(&story.title)), &story);
    Ok(vec![
        ("index.html", page.into_bytes()),
        ("page.css", PAGE_STYLE.as_bytes().to_vec()),
        (wasm::ELEMENT, reader.element),
        (wasm::FALLBACK, reader.fallback),
        (wasm::APP[0], wasm::with_section(reader.app.wasm, SECTION, &pack(&story))),
        (wasm::APP[1], reader.app.script),
        (wasm::VIEWS[0], wasm::with_section(reader.views.wasm, RECORD_SECTION, &pack_record(&record))),
        (wasm::VIEWS[1], reader.views.script),
    ])
}

fn write(out: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<(), files::Failure> {
    files.iter().try_for_each(|(name, bytes)| files::write(&out.join(name), bytes))
}
