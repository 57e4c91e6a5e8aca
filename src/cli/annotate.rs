//! `annotate`: reads saved articles and prints what the engine finds in them as JSON Lines.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use framing_reader_engine::{Document, Framing, Gazetteer};
use framing_reader_story::load::{self, Problems};

use crate::{annotation, check, files};

/// Annotates each file in turn; a file that cannot be read does not keep the others from being.
pub(crate) fn run(story: Option<PathBuf>, paths: &[PathBuf]) -> ExitCode {
    let folder = match files::story(story.as_deref()) {
        Ok(folder) => folder,
        Err(failure) => return crate::fail(&failure),
    };
    let mut problems = Problems::default();
    let gazetteer = load::gazetteer(&folder, &mut problems);
    let framings = load::framings(&folder, &mut problems);
    if check::report(&problems) {
        return ExitCode::FAILURE;
    }
    let mut status = ExitCode::SUCCESS;
    let mut out = io::stdout().lock();
    for path in paths {
        match files::read(path) {
            Err(failure) => status = crate::fail(&failure),
            Ok(bytes) => {
                if let Err(error) = file(path, &bytes, (&gazetteer, &framings), &mut out) {
                    return crate::written(Err(error));
                }
            }
        }
    }
    match out.flush() {
        Ok(()) => status,
        failed => crate::written(failed),
    }
}

fn file(path: &Path, bytes: &[u8], story: (&Gazetteer, &[Framing; 2]), out: &mut impl Write) -> io::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = std::str::from_utf8(bytes) {
        let before = text.get(..error.valid_up_to()).unwrap_or("");
        let place = framing_reader_engine::TextIndex::new(before).place(before.len());
        eprintln!(
            "{}:{}:{}: warning: expected UTF-8, found other bytes; they are read as U+FFFD\n  hint: save the file as UTF-8",
            path.display(),
            place.line,
            place.column
        );
    }
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    annotation::annotations(&Document::parse(&text), story, &name, out)
}
