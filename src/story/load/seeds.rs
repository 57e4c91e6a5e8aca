//! The folder as written: every file read into entries, nothing held against anything else yet.

use std::collections::BTreeSet;

use super::{
    actors::{self, ActorEntry},
    codebook,
    codes::{self, CodeEntry, Resolved},
    diagnostic::{At, Origin, Problems},
    events::{self, EventEntry},
    folder::Folder,
    framings,
    manifest::{self, DocumentEntry, Manifest},
    questions::{self, QuestionEntry},
    source::{Source, SourceList},
    text::{self, BlockEntry, Words},
};
use framing_reader_engine as engine;

use crate::{
    model::{Frames, Place},
    record::Rule,
};

/// Everything a story folder says.
#[derive(Clone, Debug)]
pub(crate) struct Seeds {
    pub(crate) manifest: Manifest,
    /// Its two framings, as the engine reads by them.
    pub(crate) framings: [engine::Framing; 2],
    pub(crate) actors: Vec<ActorEntry>,
    pub(crate) events: Vec<EventEntry>,
    pub(crate) questions: Vec<QuestionEntry>,
    /// The codebook's rules.
    pub(crate) rules: Vec<Rule>,
    pub(crate) documents: Vec<DocumentSeeds>,
}

/// One document's files.
#[derive(Clone, Debug)]
pub(crate) struct DocumentSeeds {
    pub(crate) entry: DocumentEntry,
    pub(crate) blocks: Vec<BlockEntry>,
    pub(crate) codes: Vec<CodeEntry>,
}

/// Reads every file of the folder; `None` where the manifest is missing or too broken to go on.
pub(crate) fn read(folder: &Folder, problems: &mut Problems) -> Option<Seeds> {
    let mut used = BTreeSet::from(["README.md".to_string()]);
    let manifest_file = required(folder, "story.toml", None, &mut used, problems)?;
    let manifest = manifest::read(manifest_file, problems);
    let here = Origin { file: manifest_file, at: 0 };
    let mut list = |name: &str, problems: &mut Problems| required(folder, name, Some(here), &mut used, problems);
    let actors = list("actors.toml", problems).map(|file| actors::read(file, problems)).unwrap_or_default();
    let events = list("events.toml", problems).map(|file| events::read(file, problems)).unwrap_or_default();
    let questions = list("questions.toml", problems).map(|file| questions::read(file, problems)).unwrap_or_default();
    let manifest = manifest?;
    let framings = framings::pair(&manifest.framings, problems);
    let codebook = &manifest.coding.codebook;
    let codebook = required(folder, &codebook.value, Some(codebook.origin), &mut used, problems);
    let rules = codebook.map(|file| codebook::rules(problems.text(file))).unwrap_or_default();
    let mut documents = Vec::new();
    for entry in &manifest.documents {
        let (texts, codes) = (format!("{}.txt", entry.id.value), format!("{}.toml", entry.id.value));
        let origin = Some(entry.id.origin);
        let blocks = required(folder, &texts, origin, &mut used, problems).map(|file| text::read(file, problems));
        let codes = required(folder, &codes, origin, &mut used, problems).map(|file| codes::read(file, problems));
        documents.push(DocumentSeeds {
            entry: entry.clone(),
            blocks: blocks.unwrap_or_default(),
            codes: codes.unwrap_or_default(),
        });
    }
    for name in folder.files.keys().filter(|name| !used.contains(*name)) {
        let file = problems.add_file(folder.path_of(name), String::new());
        let hint = "name it in `story.toml`, or take it out of the folder".to_string();
        problems.warning(Origin { file, at: 0 }, "expected a file of the story, found one that nothing names", hint);
    }
    Some(Seeds { manifest, framings, actors, events, questions, rules, documents })
}

/// Reads a file that must be there; a missing one is told where it is named, or as the file itself.
fn required(
    folder: &Folder,
    name: &str,
    named_at: Option<Origin>,
    used: &mut BTreeSet<String>,
    problems: &mut Problems,
) -> Option<usize> {
    used.insert(name.to_string());
    let file = folder.read(name, problems);
    if file.is_none() {
        let origin =
            named_at.unwrap_or_else(|| Origin { file: problems.add_file(folder.path_of(name), String::new()), at: 0 });
        problems.error(
            origin,
            format!("expected the file `{name}`, found none"),
            "see README.md of the story folder".to_string(),
        );
    }
    file
}

impl Seeds {
    /// The document with this id.
    pub(crate) fn document(&self, id: &str) -> Option<(usize, &DocumentSeeds)> {
        self.documents.iter().enumerate().find(|(_, document)| document.entry.id.value == id)
    }

    /// The block that a source names.
    pub(crate) fn block(&self, source: &Source) -> Option<&BlockEntry> {
        self.document(&source.document)?.1.blocks.iter().find(|block| block.line.value == source.line)
    }

    /// The words of a block, wherever they stand; `= …` is followed once.
    pub(crate) fn words<'s>(&'s self, block: &'s BlockEntry) -> Option<&'s At<String>> {
        match &block.words {
            Words::Here(words) => Some(words),
            Words::Same(source) => match &self.block(&source.value)?.words {
                Words::Here(words) => Some(words),
                Words::Same(_) => None,
            },
        }
    }

    /// The words of the line that a source names.
    pub(crate) fn words_at(&self, source: &Source) -> Option<&str> {
        self.words(self.block(source)?).map(|words| words.value.as_str())
    }

    /// A code with what it takes from another put in; `as` is followed once.
    pub(crate) fn resolve(&self, code: &CodeEntry) -> Resolved {
        let base = code.same.as_ref().and_then(|source| {
            let (_, document) = self.document(&source.value.document)?;
            document.codes.iter().find(|code| code.line.value == source.value.line)
        });
        code.over(base)
    }

    /// Index of the framing with this id.
    pub(crate) fn framing(&self, id: &str) -> Option<usize> {
        self.manifest.framings.iter().position(|framing| framing.id.value == id)
    }

    /// Index of the actor with this id.
    pub(crate) fn actor(&self, id: &str) -> Option<usize> {
        self.actors.iter().position(|actor| actor.id.value == id)
    }

    /// The framings with these ids.
    pub(crate) fn frames(&self, ids: &[At<String>]) -> Frames {
        ids.iter().filter_map(|id| self.framing(&id.value)).fold(Frames::default(), Frames::with)
    }

    /// The places that sources name.
    pub(crate) fn places(&self, sources: &SourceList) -> Vec<Place> {
        let place = |source: &At<Source>| {
            let (document, _) = self.document(&source.value.document)?;
            Some(Place { document: document as u16, line: source.value.line })
        };
        sources.iter().filter_map(place).collect()
    }
}
