//! A story folder made ready for the page: read, checked, assembled and packed. All its problems come with it, also where it
//! cannot be built.

use std::collections::BTreeMap;

use framing_reader_page::fallback;
use framing_reader_plain::{
    Value,
    formats::{self, File, Format},
    write,
};
use framing_reader_story::{
    load::{self, Assembled, Diagnostic, Folder, Problems, Severity},
    pack, pack_record,
};

use crate::text::{Sought, number};

/// A folder that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The packed story and its packed record; none where problems keep it from being built.
    pub parts: Option<[Vec<u8>; 2]>,
    /// Both as the plain object that the element loads.
    pub plain: Option<Value>,
    /// How much in it is by hand.
    pub by_hand: ByHand,
    /// Everything found wrong, by file and place.
    pub problems: Vec<Diagnostic>,
}

/// What in a story is a person's and not the engine's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    /// Paragraphs with frames coded by hand.
    pub coded: usize,
    /// What of the engine's reading was corrected.
    pub corrected: usize,
}

impl ByHand {
    fn of(assembled: &Assembled) -> ByHand {
        let blocks = assembled.story.documents.iter().flat_map(|document| &document.blocks);
        let codes = blocks.filter_map(|block| block.code.as_ref());
        ByHand { coded: codes.filter(|code| code.is_by_hand()).count(), corrected: assembled.record.overruled.len() }
    }
}

/// Opens a folder: its files by name.
pub fn open(files: BTreeMap<String, Vec<u8>>) -> Opened {
    let mut loaded = load::load(&folder(files));
    let assembled = loaded.retold();
    let parts = assembled.as_ref().map(|assembled| [pack(&assembled.story), pack_record(&assembled.record)]);
    let plain = assembled.as_ref().map(|assembled| write(&assembled.story, &assembled.record));
    let by_hand = assembled.as_ref().map(ByHand::of).unwrap_or_default();
    Opened { parts, plain, by_hand, problems: loaded.problems.diagnostics() }
}

/// A folder's annotations in a format: the files that `export` on the command line writes. The problems, where it cannot be built.
pub fn export(files: BTreeMap<String, Vec<u8>>, format: Format) -> Result<Vec<File>, Vec<Diagnostic>> {
    let mut loaded = load::load(&folder(files));
    match loaded.retold() {
        Some(assembled) => Ok(formats::export(&assembled.story, &assembled.record, format)),
        None => Err(loaded.problems.diagnostics()),
    }
}

/// What a copy of the single file is written with; the folder itself is at hand where it is asked for.
#[derive(Debug)]
pub struct Copied {
    /// The story's title, as it is.
    pub title: String,
    /// The packed story and its packed record.
    pub parts: [Vec<u8>; 2],
    /// The plain article as HTML.
    pub fallback: String,
}

/// What the single file's element has for its attribute `hash`: what the addresses in its plain article begin with.
const PREFIX: &str = "reader";

/// A folder's story for a copy; all that is wrong with the folder where it cannot be built.
pub fn copied(files: BTreeMap<String, Vec<u8>>) -> Result<Copied, Vec<Diagnostic>> {
    let mut loaded = load::load(&folder(files));
    let assembled = loaded.retold().ok_or_else(|| loaded.problems.diagnostics())?;
    let story = &assembled.story;
    Ok(Copied {
        title: story.title.clone(),
        parts: [pack(story), pack_record(&assembled.record)],
        fallback: fallback::html(story, PREFIX, None),
    })
}

/// What a folder's articles are read for; what is wrong with it is told when the folder is opened.
pub fn sought(files: BTreeMap<String, Vec<u8>>) -> Sought {
    let (folder, mut problems) = (folder(files), Problems::default());
    Sought { gazetteer: load::gazetteer(&folder, &mut problems), framings: load::framings(&folder, &mut problems) }
}

pub(crate) fn folder(files: BTreeMap<String, Vec<u8>>) -> Folder {
    Folder { path: String::new(), files }
}

/// A problem for the outside.
pub fn problem(diagnostic: &Diagnostic) -> Value {
    let severity = match diagnostic.severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    Value::object([
        ("path", diagnostic.path.as_str().into()),
        ("line", number(diagnostic.place.line)),
        ("column", number(diagnostic.place.column)),
        ("severity", severity.into()),
        ("message", diagnostic.message.as_str().into()),
        ("hint", diagnostic.hint.as_deref().into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> BTreeMap<String, Vec<u8>> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        names
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
            .collect()
    }

    #[test]
    fn the_shipped_folder_opens_without_a_problem() {
        let opened = open(shipped());
        assert!(opened.problems.is_empty(), "{:?}", opened.problems);
        assert!(opened.by_hand.coded > 100);
        assert!(opened.parts.is_some_and(|[story, record]| story.starts_with(pack::MAGIC) && !record.is_empty()));
        assert!(sought(shipped()).gazetteer.actors().len() > 10);
        assert_eq!(sought(BTreeMap::new()).framings[0].id(), "bargaining");
    }

    #[test]
    fn a_copy_holds_the_story_and_its_plain_article() {
        let mut files = shipped();
        let copied = copied(files.clone()).unwrap();
        assert_eq!(Some(copied.parts), open(files.clone()).parts);
        assert!(copied.fallback.contains("id=\"reader/000/6\""));
        files.remove("story.toml");
        assert!(super::copied(files).is_err_and(|problems| !problems.is_empty()));
    }

    #[test]
    fn every_format_has_its_files_and_a_broken_folder_its_problems() {
        let names = Format::ALL.map(|(_, format)| export(shipped(), format).unwrap().swap_remove(0).name);
        assert_eq!(names, ["annotations.jsonld", "annotations.jsonl", "000.txt", "000.conll", "quotations.csv"]);
        let mut files = shipped();
        files.remove("000.txt");
        assert!(!export(files, Format::Csv).unwrap_err().is_empty());
    }

    #[test]
    fn what_the_page_writes_opens() {
        let manifest = "format = 1\nid = \"my-story\"\ntitle = \"My story\"\nlanguage = \"en\"\ntext = \"as published\"\n\n\
                        [coding]\ncoder = \"the engine\"\nversion = \"1\"\nmethod = \"By rules.\"\ncontact = \"us\"\ndate = 2026-11-22\n\n\
                        [[framing]]\nid = \"bargaining\"\nname = \"Bargaining\"\nasks = \"What is traded?\"\n\n\
                        [[framing]]\nid = \"security\"\nname = \"Security\"\nasks = \"What is protected?\"\n\n\
                        [[document]]\nid = \"001\"\nlabel = \"Harbor\"\nabout = \"As saved.\"\ntext = \"published\"\n";
        let actors = "[[actor]]\nid = \"ada-berg\"\nname = \"Ada Berg\"\nkind = \"person\"\nside = \"other\"\n\
                      role = \"role not stated\"\nrole_source = \"001:2\"\naliases = []\n";
        let corrected =
            "[[block]]\nline = 1\nkind = \"caption\"\nexact = \"The harbor board voted on Monday to lease\"\n";
        let text = "The harbor board voted on Monday to lease the old quay to a ferry company, its chairman said.\n\
                    Ada Berg, who sells fish there, said that nobody had asked the people who work on the quay.\n";
        let files = [("story.toml", manifest), ("actors.toml", actors), ("001.toml", corrected), ("001.txt", text)];
        let opened = open(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into());
        assert!(opened.problems.is_empty(), "{:?}", opened.problems);
        assert_eq!(opened.by_hand, ByHand { coded: 0, corrected: 1 });
        let story = serde_json::to_value(opened.plain.unwrap()).unwrap();
        let blocks = &story["documents"][0]["blocks"];
        assert_eq!((&blocks[0]["kind"], &blocks[1]["mentions"][0]["actor"]), (&"caption".into(), &"ada-berg".into()));
    }

    #[test]
    fn a_folder_that_cannot_be_built_says_why_with_the_place() {
        let mut files = shipped();
        files.insert("actors.toml".to_owned(), b"[[actor]]\nid = 7\n".to_vec());
        let opened = open(files);
        assert!(opened.parts.is_none());
        let problem = serde_json::to_value(problem(&opened.problems[0])).unwrap();
        assert_eq!((&problem["path"], &problem["severity"]), (&"actors.toml".into(), &"error".into()));
        assert!(open(BTreeMap::new()).parts.is_none());
    }
}
