//! Blocks: every non-empty line of a saved page gets one kind, with the reason. In order:
//!
//! 1. [`line`]: what each line looks like by itself, by how it is built and by the [`vocabulary`] of saved pages;
//! 2. [`body`]: which run of lines is the page's own article;
//! 3. [`kinds`]: what every line is, seen from there.
//!
//! Where a line inside the article could be either, it is kept as a paragraph: a lost sentence costs the reader more
//! than a stray button.

mod body;
mod byline;
mod head;
mod kinds;
mod line;
mod picture;
mod prompt;
mod topic;
mod vocabulary;
mod words;

pub(crate) use words::{is_zero_width, trimmed};

use crate::text::{self, Span};

/// What a line of a saved page is (CODEBOOK, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's own title.
    Title,
    /// A paragraph of the article's body.
    Para,
    /// A section heading inside the body.
    Heading,
    /// A photo caption.
    Caption,
    /// A photo credit.
    Credit,
    /// Outlet, author or date stamp.
    Byline,
    /// The rights line.
    Copyright,
    /// Site furniture.
    Chrome,
    /// Another article that the page carried along.
    Other,
}

impl BlockKind {
    /// The word the codebook and the command line use.
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Para => "para",
            BlockKind::Heading => "heading",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
            BlockKind::Byline => "byline",
            BlockKind::Copyright => "copyright",
            BlockKind::Chrome => "chrome",
            BlockKind::Other => "other",
        }
    }

    /// The kind a codebook word names.
    pub fn parse(word: &str) -> Option<BlockKind> {
        use BlockKind::*;
        [Title, Para, Heading, Caption, Credit, Byline, Copyright, Chrome, Other]
            .into_iter()
            .find(|k| k.as_str() == word)
    }
}

/// One non-empty line and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Line of the file, from 1.
    pub line: usize,
    /// The line without its end, in bytes of the document's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Why, in a few words for people.
    pub reason: &'static str,
}

/// A text and its blocks, in order: what mentions, quotations, frames and editions are read from.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The whole text; every span of the engine counts its bytes.
    pub text: &'t str,
    /// Its non-empty lines.
    pub blocks: Vec<Block>,
}

impl<'t> Document<'t> {
    /// Tells the blocks of raw saved-page text apart.
    pub fn parse(text: &'t str) -> Self {
        // Told apart twice rather than kept: pages of millions of lines must not take many times their own room.
        let filled = || {
            let lines = text::lines(text).enumerate().map(|(n, span)| (n + 1, span, trimmed(text, span)));
            lines.filter(|(.., inner)| !inner.is_empty())
        };
        let mut looker = line::Looker::new();
        let lines: Vec<line::Line> = filled().map(|(.., inner)| looker.look(text, inner)).collect();
        let verdicts = kinds::kinds(text, &lines, &body::find(text, &lines));
        drop(lines);
        let blocks = filled()
            .zip(verdicts)
            .map(|((line, span, _), (kind, reason))| Block { line, span, kind, reason })
            .collect();
        Document { text, blocks }
    }

    /// A text whose blocks are known already, such as a retelling.
    pub fn from_blocks(text: &'t str, blocks: Vec<Block>) -> Self {
        Document { text, blocks }
    }

    /// The paragraphs: index among the blocks, and block.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, b)| b.kind == BlockKind::Para)
    }
}
