//! `NNN.toml`: the hand codes of a document, with the evidence for each text of it, and the margin notes.

use super::{
    diagnostic::{At, Problems},
    hand::{self, Anchor, Corrections, anchor},
    source::{Source, SourceList, parse, sources},
    table::{self, FRAMING, Table},
};

/// Phrases that decided a frame, by the framing's id.
pub(crate) type Phrases = Vec<(At<String>, Vec<At<String>>)>;

/// The code of one paragraph as written; what is `None` or empty is taken from `same`, if given.
#[derive(Clone, Debug)]
pub(crate) struct CodeEntry {
    pub(crate) anchor: Anchor,
    pub(crate) same: Option<At<Source>>,
    pub(crate) frames: Option<Vec<At<String>>>,
    pub(crate) reason: Option<At<String>>,
    /// In our text.
    pub(crate) evidence: Phrases,
    /// In the saved file's.
    pub(crate) published: Phrases,
    pub(crate) notes: Vec<(At<String>, NoteEntry)>,
    /// On what became of the paragraph in this edition or summary; never taken from `same`.
    pub(crate) edition_note: Option<NoteEntry>,
}

/// A margin or edition note as written.
#[derive(Clone, Debug)]
pub(crate) struct NoteEntry {
    pub(crate) text: At<String>,
    pub(crate) sources: SourceList,
}

/// Reads the file.
///
/// Of an article as published a paragraph may be coded in part: without `frames`, which are then the engine's, or without a
/// reason.
pub(crate) fn read(file: usize, is_published: bool, problems: &mut Problems) -> (Vec<CodeEntry>, Corrections) {
    table::parse(file, problems, |root, problems| {
        let paragraphs = root.tables("paragraph", problems, |table, problems| paragraph(table, is_published, problems));
        (paragraphs.into_iter().flatten().collect(), hand::read(root, is_published, problems))
    })
}

fn paragraph(table: &Table<'_>, is_published: bool, problems: &mut Problems) -> Option<CodeEntry> {
    let anchor = anchor(table, false, problems);
    let same = table.opt_str("as", problems).and_then(|source| parse(source, problems));
    let (frames, reason) = if same.is_some() {
        let frames = table.strs("frames", problems);
        ((!frames.is_empty()).then_some(frames), table.opt_str("reason", problems))
    } else if is_published {
        (table.has("frames").then(|| table.strs("frames", problems)), table.opt_str("reason", problems))
    } else {
        (Some(table.required_strs("frames", problems)), table.str("reason", problems))
    };
    let evidence = table.named_strs("evidence", FRAMING, problems);
    let published = table.named_strs("published", FRAMING, problems);
    let notes = table
        .named_tables("note", problems, |table, problems| note(table, is_published, problems))
        .into_iter()
        .filter_map(|(n, note)| Some((n, note?)))
        .collect();
    let edition_note = table.table("edition_note", problems, |table, problems| note(table, false, problems)).flatten();
    Some(CodeEntry { anchor: anchor?, same, frames, reason, evidence, published, notes, edition_note })
}

/// Reads a note; one on its own paragraph need not cite that.
fn note(table: &Table<'_>, may_cite_none: bool, problems: &mut Problems) -> Option<NoteEntry> {
    let text = table.str("text", problems);
    let written =
        if may_cite_none { table.strs("sources", problems) } else { table.required_strs("sources", problems) };
    if let Some(text) = text.as_ref().filter(|_| written.is_empty() && !may_cite_none) {
        problems.error(
            text.origin,
            "expected the note to cite a line, found none",
            "add `sources = [\"000:6\"]`".to_string(),
        );
    }
    Some(NoteEntry { text: text?, sources: sources(written, problems) })
}

/// The code of a paragraph with everything it takes from another put in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolved {
    /// `None` where nobody coded them.
    pub(crate) frames: Option<Vec<At<String>>>,
    pub(crate) reason: String,
    pub(crate) evidence: Phrases,
    pub(crate) published: Phrases,
    pub(crate) notes: Vec<(At<String>, NoteEntry)>,
}

impl CodeEntry {
    /// The line it is about.
    pub(crate) fn line(&self) -> u32 {
        self.anchor.line.value
    }

    /// This code over `base`, the one it is coded like.
    pub(crate) fn over(&self, base: Option<&CodeEntry>) -> Resolved {
        let reason = self.reason.as_ref().or_else(|| base.and_then(|base| base.reason.as_ref()));
        Resolved {
            frames: self.frames.clone().or_else(|| base.and_then(|b| b.frames.clone())),
            reason: reason.map(|reason| reason.value.clone()).unwrap_or_default(),
            evidence: overlay(&self.evidence, base.map(|b| b.evidence.as_slice())),
            published: overlay(&self.published, base.map(|b| b.published.as_slice())),
            notes: overlay(&self.notes, base.map(|b| b.notes.as_slice())),
        }
    }
}

fn overlay<T: Clone>(own: &[(At<String>, T)], base: Option<&[(At<String>, T)]>) -> Vec<(At<String>, T)> {
    let inherited =
        base.unwrap_or_default().iter().filter(|(name, _)| own.iter().all(|(own, _)| own.value != name.value));
    own.iter().chain(inherited).cloned().collect()
}
