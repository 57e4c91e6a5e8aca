//! `story.toml`: the manifest.

use super::{
    diagnostic::{At, Problems},
    framings::{FramingEntry, framing},
    source::{SourceList, parse, sources},
    table::{self, Table},
};

/// The manifest as written.
#[derive(Clone, Debug)]
pub(crate) struct Manifest {
    pub(crate) id: At<String>,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) text: String,
    pub(crate) coding: Coding,
    pub(crate) corrections: Vec<CorrectionEntry>,
    pub(crate) framings: Vec<FramingEntry>,
    pub(crate) documents: Vec<DocumentEntry>,
}

/// Who coded the story, when and how.
#[derive(Clone, Debug)]
pub(crate) struct Coding {
    pub(crate) coder: String,
    pub(crate) date: String,
    pub(crate) version: String,
    pub(crate) codebook: At<String>,
    pub(crate) method: String,
    pub(crate) contact: String,
}

/// A correction as written.
#[derive(Clone, Debug)]
pub(crate) struct CorrectionEntry {
    pub(crate) date: String,
    pub(crate) what: String,
    pub(crate) sources: SourceList,
}

/// A document as written.
#[derive(Clone, Debug)]
pub(crate) struct DocumentEntry {
    pub(crate) id: At<String>,
    pub(crate) label: String,
    pub(crate) about: String,
    pub(crate) raw: At<String>,
    pub(crate) title: Option<StatedEntry>,
    pub(crate) outlet: Option<StatedEntry>,
    pub(crate) date: Option<StatedEntry>,
    pub(crate) edition_of: Option<At<String>>,
    pub(crate) summary_of: Option<At<String>>,
}

/// Something a file states of itself, with the line that does.
#[derive(Clone, Debug)]
pub(crate) struct StatedEntry {
    pub(crate) text: At<String>,
    pub(crate) sources: SourceList,
}

/// The newest format of a story folder that this program reads.
const FORMAT: u32 = 1;

/// Reads the file; `None` where too little of it stands to go on.
pub(crate) fn read(file: usize, problems: &mut Problems) -> Option<Manifest> {
    table::parse(file, problems, |root, problems| {
        if let Some(format) = root.number("format", problems).filter(|format| format.value != FORMAT) {
            let message = format!("expected a story folder of format {FORMAT}, found format {}", format.value);
            problems.error(
                format.origin,
                message,
                "use the version of framing-reader that wrote it, or a newer one".to_string(),
            );
        }
        let id = root.str("id", problems);
        let title = root.str("title", problems);
        let language = root.str("language", problems);
        let text = root.str("text", problems);
        let coding = root.table("coding", problems, coding);
        if coding.is_none() {
            problems.error(
                root.origin(),
                "expected a table `[coding]`, found none",
                "say who coded the story, when and how".to_string(),
            );
        }
        let corrections = root.tables("correction", problems, correction).into_iter().flatten().collect();
        let framings = root
            .tables("framing", problems, |table, problems| framing(table, false, problems))
            .into_iter()
            .flatten()
            .collect();
        let documents: Vec<DocumentEntry> = root.tables("document", problems, document).into_iter().flatten().collect();
        Some(Manifest {
            id: id?,
            title: title?.value,
            language: language?.value,
            text: text?.value,
            coding: coding??,
            corrections,
            framings,
            documents,
        })
    })
}

fn coding(table: &Table<'_>, problems: &mut Problems) -> Option<Coding> {
    let coder = table.str("coder", problems);
    let date = table.date("date", problems);
    let version = table.str("version", problems);
    let codebook = table.str("codebook", problems);
    let method = table.str("method", problems);
    let contact = table.str("contact", problems);
    Some(Coding {
        coder: coder?.value,
        date: date?.value,
        version: version?.value,
        codebook: codebook?,
        method: method?.value,
        contact: contact?.value,
    })
}

fn correction(table: &Table<'_>, problems: &mut Problems) -> Option<CorrectionEntry> {
    let date = table.date("date", problems);
    let what = table.str("what", problems);
    let sources = sources(table.required_strs("source", problems), problems);
    Some(CorrectionEntry { date: date?.value, what: what?.value, sources })
}

fn document(table: &Table<'_>, problems: &mut Problems) -> Option<DocumentEntry> {
    let id = table.str("id", problems);
    let label = table.str("label", problems);
    let about = table.str("about", problems);
    let raw = table.str("raw", problems);
    let title = table.table("title", problems, stated).flatten();
    let outlet = table.table("outlet", problems, stated).flatten();
    let date = table.table("date", problems, |date, problems| {
        for key in ["date", "precision", "basis"] {
            date.str(key, problems);
        }
        let text = date.str("printed", problems);
        let source = date.str("source", problems).and_then(|source| parse(source, problems));
        Some(StatedEntry { text: text?, sources: source.into_iter().collect() })
    });
    let edition_of = table.opt_str("edition_of", problems);
    let summary_of = table.opt_str("summary_of", problems);
    Some(DocumentEntry {
        id: id?,
        label: label?.value,
        about: about?.value,
        raw: raw?,
        title,
        outlet,
        date: date.flatten(),
        edition_of,
        summary_of,
    })
}

fn stated(table: &Table<'_>, problems: &mut Problems) -> Option<StatedEntry> {
    let text = table.str("text", problems);
    let sources = sources(table.required_strs("source", problems), problems);
    Some(StatedEntry { text: text?, sources })
}
