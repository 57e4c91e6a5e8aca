//! `check`: every problem of a story folder at once. Exit status 1 if any of them is an error; nothing is written.

use std::{path::Path, process::ExitCode};

use framing_reader_story::load::{self, Assembled, Loaded, Problems, Severity};

use crate::files;

/// Checks a story and says so.
pub(crate) fn run(story: Option<&Path>) -> ExitCode {
    match files::story(story) {
        Err(failure) => crate::fail(&failure),
        Ok(folder) => {
            let loaded = load::load(&folder);
            if report(&loaded.problems) {
                return ExitCode::FAILURE;
            }
            eprintln!("{}: no errors", folder.path);
            ExitCode::SUCCESS
        }
    }
}

/// Reads and checks a story, printing what is wrong; `None` when that keeps it from being used.
pub(crate) fn load(story: Option<&Path>) -> Result<Loaded, ExitCode> {
    let folder = files::story(story).map_err(|failure| crate::fail(&failure))?;
    let loaded = load::load(&folder);
    if report(&loaded.problems) { Err(ExitCode::FAILURE) } else { Ok(loaded) }
}

/// Reads and checks a story and makes it ready for a page: in the words of the retelling, or of the saved files in a folder.
pub(crate) fn assembled(story: Option<&Path>, originals: Option<&Path>) -> Result<Assembled, ExitCode> {
    let mut loaded = load(story)?;
    let assembled = match originals {
        None => loaded.retold(),
        Some(path) => {
            let originals = files::folder(path).map_err(|failure| crate::fail(&failure))?;
            let assembled = loaded.as_published(&originals);
            report(&loaded.problems);
            assembled
        }
    };
    assembled.ok_or(ExitCode::FAILURE)
}

/// Prints every problem to standard error, one summing line after them; whether any is an error.
pub(crate) fn report(problems: &Problems) -> bool {
    let diagnostics = problems.diagnostics();
    for diagnostic in &diagnostics {
        eprintln!("{diagnostic}");
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    if !diagnostics.is_empty() {
        eprintln!("{}, {}", count(errors, "error"), count(warnings, "warning"));
    }
    errors > 0
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
