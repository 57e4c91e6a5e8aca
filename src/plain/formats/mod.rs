//! A story's annotations in the formats that other programs read: written, and read back.
//!
//! 1. [`export`] makes the files of one [`Format`]; pure, so that the page and the command line write the same bytes;
//! 2. [`jsonl`] and [`web_annotation`] hold every annotation as it is, with the files it points into for sources;
//! 3. [`brat`] and [`conll`] hold [`mark`]s of one text each: a document's blocks joined by line feeds;
//! 4. [`csv`] holds the quotations, a row each.
//!
//! Every offset in every format is in Unicode code points, half-open, as W3C selectors, brat and Python count. What a format
//! cannot hold stands at the top of its file. What is malformed is told by line and column ([`Malformed`]).

pub mod brat;
pub mod conll;
pub mod csv;
mod escape;
pub mod jsonl;
pub mod mark;
pub mod web_annotation;

use std::fmt;

use framing_reader_story::{Record, Story};

use self::{escape::escape, mark::Mark};
use crate::annotations;

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// W3C Web Annotations in one JSON-LD collection.
    WebAnnotation,
    /// One W3C Web Annotation a line.
    JsonLines,
    /// brat's stand-off: a text and its annotations, two files a document.
    Brat,
    /// One token a line, BIO tags in columns, one file a document.
    Conll,
    /// The quotations as a table.
    Csv,
}

impl Format {
    /// Every format with the word for it.
    pub const ALL: [(&'static str, Format); 5] = [
        ("web-annotation", Format::WebAnnotation),
        ("jsonl", Format::JsonLines),
        ("brat", Format::Brat),
        ("conll", Format::Conll),
        ("csv", Format::Csv),
    ];

    /// The format that a word stands for.
    pub fn parse(word: &str) -> Option<Format> {
        Format::ALL.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// What is in it; UTF-8.
    pub text: String,
}

/// One text and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The document's id.
    pub document: String,
    /// Its blocks, joined by line feeds.
    pub text: String,
    /// What is said of it, in the order of the annotations.
    pub marks: Vec<Mark>,
}

/// A place where a file is not what its format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// What was expected and what was found.
    pub message: String,
}

impl Malformed {
    fn new(line: usize, column: usize, message: impl Into<String>) -> Malformed {
        Malformed { line, column, message: message.into() }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: error: {}", self.line, self.column, self.message)
    }
}

/// The files of a story in a format.
pub fn export(story: &Story, record: &Record, format: Format) -> Vec<File> {
    let file = |name: &str, text: String| File { name: name.to_owned(), text };
    let all = || mark::list(annotations(story, record));
    match format {
        Format::WebAnnotation => vec![file("annotations.jsonld", web_annotation::write(&all()))],
        Format::JsonLines => vec![file("annotations.jsonl", jsonl::write(&all()))],
        Format::Csv => vec![file("quotations.csv", csv::write(&csv::rows(&all())))],
        Format::Conll => marked(story, record)
            .iter()
            .map(|one| File { name: named(&one.document, "conll"), text: conll::write(&one.text, &one.marks) })
            .collect(),
        Format::Brat => {
            let pair = |one: Marked| {
                let annotations = brat::write(&one.text, &one.marks);
                let [text, annotated] = ["txt", "ann"].map(|ending| named(&one.document, ending));
                [File { name: text, text: one.text }, File { name: annotated, text: annotations }]
            };
            let configuration = file("annotation.conf", brat::CONFIGURATION.to_owned());
            marked(story, record).into_iter().flat_map(pair).chain([configuration]).collect()
        }
    }
}

/// Every document's blocks as one text, with its marks.
pub fn marked(story: &Story, record: &Record) -> Vec<Marked> {
    // Without files, positions count from the blocks joined by line feeds.
    let record = Record { files: Vec::new(), ..record.clone() };
    let all = mark::list(annotations(story, &record));
    let of = |document: &framing_reader_story::model::Document| {
        let lines: Vec<&str> = document.blocks.iter().map(|block| &*block.text).collect();
        let marks = all.iter().filter(|one| mark::document(one) == Some(&document.id)).filter_map(mark::mark);
        Marked { document: document.id.clone(), text: lines.join("\n"), marks: marks.collect() }
    };
    story.documents.iter().map(of).collect()
}

/// A file's name for a document; its id is kept from naming a folder.
fn named(document: &str, ending: &str) -> String {
    let plain = escape(document, |c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    format!("{plain}.{ending}")
}
