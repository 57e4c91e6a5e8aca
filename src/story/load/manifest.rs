//! `story.toml`: the manifest.

use super::{
    actors::word,
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
    /// Whether every document is an article as published: then the story may be as bare as its reader likes.
    pub(crate) is_draft: bool,
    pub(crate) coding: Coding,
    pub(crate) corrections: Vec<CorrectionEntry>,
    pub(crate) framings: Vec<FramingEntry>,
    pub(crate) documents: Vec<DocumentEntry>,
}

/// Who coded the story, when and how.
#[derive(Clone, Debug, Default)]
pub(crate) struct Coding {
    pub(crate) coder: String,
    pub(crate) date: String,
    pub(crate) version: String,
    pub(crate) codebook: Option<At<String>>,
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
    /// Whether its text is the article as published; else a retelling.
    pub(crate) is_published: bool,
    /// The saved file that a retelling stands for.
    pub(crate) raw: Option<At<String>>,
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

/// What the texts of a story are called whose documents are all articles as published.
pub(crate) const AS_PUBLISHED: &str = "as published";

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
        let documents: Vec<DocumentEntry> = root.tables("document", problems, document).into_iter().flatten().collect();
        let is_draft = !documents.is_empty() && documents.iter().all(|document| document.is_published);
        let text = root.str_or_draft("text", is_draft, problems);
        let coding = root.table("coding", problems, |table, problems| coding(table, is_draft, problems));
        if coding.is_none() && !is_draft {
            problems.error(
                root.origin(),
                "expected a table `[coding]`, found none",
                "say who coded the story, when and how".to_string(),
            );
        }
        let corrections = root.tables("correction", problems, correction).into_iter().flatten().collect();
        let framings = root
            .tables("framing", problems, |table, problems| framing(table, is_draft, problems))
            .into_iter()
            .flatten()
            .collect();
        Some(Manifest {
            id: id?,
            title: title?.value,
            language: language?.value,
            text: Some(text?).filter(|text| !text.is_empty()).unwrap_or_else(|| AS_PUBLISHED.to_string()),
            is_draft,
            coding: if is_draft { coding.flatten().unwrap_or_default() } else { coding?? },
            corrections,
            framings,
            documents,
        })
    })
}

fn coding(table: &Table<'_>, draft: bool, problems: &mut Problems) -> Option<Coding> {
    let coder = table.str("coder", problems);
    let date = table.date("date", problems);
    let version = table.str_or_draft("version", draft, problems);
    let codebook = if draft { table.opt_str("codebook", problems) } else { table.str("codebook", problems) };
    let method = table.str_or_draft("method", draft, problems);
    let contact = table.str_or_draft("contact", draft, problems);
    Some(Coding {
        coder: coder?.value,
        date: date?.value,
        version: version?,
        codebook: if draft { codebook } else { Some(codebook?) },
        method: method?,
        contact: contact?,
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
    let is_published = match table.has("text") {
        true => word(table, "text", &[("retold", false), ("published", true)], problems)?,
        false => false,
    };
    let label = table.str_or_draft("label", is_published, problems);
    let about = table.str_or_draft("about", is_published, problems);
    let raw = if is_published { table.opt_str("raw", problems) } else { table.str("raw", problems) };
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
    let (id, label) = (id?, label?);
    Some(DocumentEntry {
        label: if label.is_empty() { id.value.clone() } else { label },
        id,
        about: about?,
        is_published,
        raw: if is_published { raw } else { Some(raw?) },
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
