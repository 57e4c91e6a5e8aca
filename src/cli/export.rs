//! `export`: writes what hand and engine say of a story's words in a format that other programs read.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use framing_reader_plain::formats::{self, Format};

use crate::{check, files};

/// The format that a word on the command line stands for.
pub(crate) fn format(word: &str) -> Result<Format, String> {
    let words: Vec<&str> = Format::ALL.iter().map(|(word, _)| *word).collect();
    Format::parse(word).ok_or_else(|| format!("expected {}", words.join(", ")))
}

/// Writes a story's files into a folder.
pub(crate) fn run(story: Option<&Path>, originals: Option<&Path>, format: Format, out: &Path) -> ExitCode {
    let assembled = match check::assembled(story, originals) {
        Ok(assembled) => assembled,
        Err(code) => return code,
    };
    let written: Result<Vec<PathBuf>, files::Failure> = formats::export(&assembled.story, &assembled.record, format)
        .into_iter()
        .map(|file| {
            let path = out.join(&file.name);
            files::write(&path, file.text.as_bytes()).map(|()| path)
        })
        .collect();
    match written {
        Ok(paths) => {
            paths.iter().for_each(|path| eprintln!("{}", path.display()));
            ExitCode::SUCCESS
        }
        Err(failure) => crate::fail(&failure),
    }
}
