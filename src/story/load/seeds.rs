//! The folder as written: every file read into entries, nothing held against anything else yet.

use std::collections::BTreeSet;

use super::{
    actors::{self, ActorEntry},
    anchor::Anchors,
    article::{self, Article, Proposal},
    codebook,
    codes::{self, CodeEntry, Resolved},
    diagnostic::{At, Origin, Problems},
    events::{self, EventEntry},
    folder::Folder,
    framings,
    hand::{self, Corrections},
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
    /// How many of their cues cannot be read and were left out.
    pub(crate) bad_cues: usize,
    pub(crate) actors: Vec<ActorEntry>,
    pub(crate) events: Vec<EventEntry>,
    pub(crate) questions: Vec<QuestionEntry>,
    /// The codebook's rules.
    pub(crate) rules: Vec<Rule>,
    pub(crate) documents: Vec<DocumentSeeds>,
    /// Editions and summaries that nobody declared.
    pub(crate) proposals: Vec<Proposal>,
}

/// One document's files.
#[derive(Clone, Debug)]
pub(crate) struct DocumentSeeds {
    pub(crate) entry: DocumentEntry,
    /// Its text, where that is an article as published.
    pub(crate) article: Option<Article>,
    pub(crate) blocks: Vec<BlockEntry>,
    pub(crate) codes: Vec<CodeEntry>,
    pub(crate) corrections: Corrections,
    /// Index of the document it is another edition of, given or proposed.
    pub(crate) edition_of: Option<usize>,
    /// Index of the document it sums up.
    pub(crate) summary_of: Option<usize>,
}

/// Reads every file of the folder; `None` where the manifest is missing or too broken to go on.
pub(crate) fn read(folder: &Folder, problems: &mut Problems) -> Option<Seeds> {
    let mut files = Files { folder, used: BTreeSet::from(["README.md", "GUIDE.md"].map(str::to_owned)) };
    let manifest_file = files.required("story.toml", None, problems)?;
    let manifest = manifest::read(manifest_file, problems);
    let here = Origin { file: manifest_file, at: 0 };
    // What only a whole story needs is not missed in a draft, nor where the manifest does not say which it is.
    let is_draft = manifest.as_ref().is_none_or(|manifest| manifest.is_draft);
    let mut list = |name: &str, problems: &mut Problems| files.some(name, is_draft, here, problems);
    let actors = list("actors.toml", problems).map(|file| actors::read(file, is_draft, problems)).unwrap_or_default();
    let events = list("events.toml", problems).map(|file| events::read(file, problems)).unwrap_or_default();
    let questions = list("questions.toml", problems).map(|file| questions::read(file, problems)).unwrap_or_default();
    let manifest = manifest?;
    let errors = problems.errors();
    let framings = framings::pair(&manifest.framings, problems);
    let bad_cues = problems.errors() - errors;
    let codebook = manifest.coding.codebook.as_ref();
    let codebook = codebook.and_then(|name| files.required(&name.value, Some(name.origin), problems));
    let rules = codebook.map(|file| codebook::rules(problems.text(file))).unwrap_or_default();
    let mut documents: Vec<DocumentSeeds> =
        manifest.documents.iter().map(|entry| document(entry, &mut files, problems)).collect();
    let proposals = article::proposals(&documents, problems);
    for document in &mut documents {
        let of = |given: &Option<At<String>>, summary: bool| {
            let is_it =
                |proposal: &&Proposal| proposal.document == document.entry.id.value && proposal.summary == summary;
            let id =
                given.as_ref().map(|id| &id.value).or(proposals.iter().find(is_it).map(|proposal| &proposal.of))?;
            manifest.documents.iter().position(|other| other.id.value == *id)
        };
        (document.edition_of, document.summary_of) =
            (of(&document.entry.edition_of, false), of(&document.entry.summary_of, true));
    }
    for name in folder.files.keys().filter(|name| !files.used.contains(*name)) {
        let file = problems.add_file(folder.path_of(name), String::new());
        let hint = "name it in `story.toml`, or take it out of the folder".to_string();
        problems.warning(Origin { file, at: 0 }, "expected a file of the story, found one that nothing names", hint);
    }
    Some(Seeds { manifest, framings, bad_cues, actors, events, questions, rules, documents, proposals })
}

/// Reads one document's files.
fn document(entry: &DocumentEntry, files: &mut Files<'_>, problems: &mut Problems) -> DocumentSeeds {
    let (texts, codes) = (format!("{}.txt", entry.id.value), format!("{}.toml", entry.id.value));
    let mut document = DocumentSeeds {
        entry: entry.clone(),
        article: None,
        blocks: Vec::new(),
        codes: Vec::new(),
        corrections: Corrections::default(),
        edition_of: None,
        summary_of: None,
    };
    let origin = entry.id.origin;
    if entry.is_published {
        files.used.insert(texts.clone());
        let article = files.folder.read_leniently(&texts, problems).map(|file| article::read(file, problems));
        if article.is_none() {
            missing(&texts, origin, problems);
        }
        document.article = article;
    } else if let Some(file) = files.required(&texts, Some(origin), problems) {
        document.blocks = text::read(file, problems);
    }
    if let Some(file) = files.some(&codes, entry.is_published, origin, problems) {
        (document.codes, document.corrections) = codes::read(file, entry.is_published, problems);
    }
    if let Some(article) = &mut document.article {
        hand::overrule_kinds(article, &document.corrections, &entry.id.value, problems);
        document.blocks = article.entries();
        settle(&mut document.codes, article, &entry.id.value, problems);
    }
    document
}

/// Gives each code the line where its words stand now; those that stand nowhere are told and left out.
fn settle(codes: &mut Vec<CodeEntry>, article: &Article, document: &str, problems: &mut Problems) {
    let anchors = Anchors::new(&article.text);
    codes.retain_mut(|code| {
        if code.anchor.quote.is_none() {
            return true;
        }
        let found = code.anchor.find(&article.blocks, &anchors);
        match found {
            Some((index, _)) => code.anchor.line.value = article.blocks[index].line as u32,
            None => code.anchor.tell_lost(document, problems),
        }
        found.is_some()
    });
}

/// The folder's files, and those that the story has asked for.
struct Files<'f> {
    folder: &'f Folder,
    used: BTreeSet<String>,
}

impl Files<'_> {
    /// Reads a file that may be missing where it is `optional`.
    fn some(&mut self, name: &str, optional: bool, named_at: Origin, problems: &mut Problems) -> Option<usize> {
        if optional && !self.folder.files.contains_key(name) {
            return None;
        }
        self.required(name, Some(named_at), problems)
    }

    /// Reads a file that must be there; a missing one is told where it is named, or as the file itself.
    fn required(&mut self, name: &str, named_at: Option<Origin>, problems: &mut Problems) -> Option<usize> {
        self.used.insert(name.to_string());
        let file = self.folder.read(name, problems);
        if file.is_none() {
            let itself = || Origin { file: problems.add_file(self.folder.path_of(name), String::new()), at: 0 };
            missing(name, named_at.unwrap_or_else(itself), problems);
        }
        file
    }
}

fn missing(name: &str, origin: Origin, problems: &mut Problems) {
    let message = format!("expected the file `{name}`, found none");
    problems.error(origin, message, "see README.md of the story folder".to_string());
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
            document.codes.iter().find(|code| code.line() == source.value.line)
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
            let (index, document) = self.document(&source.value.document)?;
            // A line that a published text no longer has was told.
            let is_there = document.article.is_none() || self.block(&source.value).is_some();
            is_there.then_some(Place { document: index as u16, line: source.value.line })
        };
        sources.iter().filter_map(place).collect()
    }
}
