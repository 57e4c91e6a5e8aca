//! The articles at a glance: each with its strip, one tick a paragraph, and the strip beside the text.

use framing_reader_page::{
    facts,
    parts::frames,
    pen::Pen,
    route,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Story,
    model::{BlockKind, Document},
};

use super::tree::Tree;

/// The articles to choose from.
pub(crate) fn draw(tree: &mut Tree, story: &Story, shown: usize) {
    tree.open("nav.articles");
    tree.set("aria-label", WORDS.articles);
    for (index, document) in story.documents.iter().enumerate() {
        tree.link("choose", &document.id);
        if index == shown {
            tree.set("aria-current", "true");
        }
        tree.leaf("span.number", &document.id);
        tree.leaf("span.called", &document.label);
        kinship(tree, story, document);
        tree.open("span.ticks");
        tree.set("aria-hidden", "true");
        ticks(tree, story, document, None);
        tree.close();
        tree.leaf("span.unseen", &facts::counts(story, document));
        tree.close();
    }
    tree.close();
}

/// What it is of another article, if it is: an edition, a summary.
pub(crate) fn kinship(tree: &mut Tree, story: &Story, document: &Document) {
    let (words, of) = match (document.edition_of, document.summary_of) {
        (Some(of), _) => (WORDS.another_edition, of),
        (None, Some(of)) => (WORDS.summary, of),
        (None, None) => return,
    };
    if let Some(of) = story.documents.get(usize::from(of)) {
        tree.leaf("span.kinship", &fill(words, &[&of.id]));
    }
}

/// The strip beside the text: each tick shows its paragraph.
pub(crate) fn strip(tree: &mut Tree, story: &Story, shown: usize) {
    let document = &story.documents[shown];
    tree.open("div.strip");
    tree.set("part", "strip");
    tree.set("role", "img");
    tree.set("aria-label", &facts::counts(story, document));
    ticks(tree, story, document, Some(shown));
    tree.close();
}

/// One tick a paragraph, with its frames and its length; those of the document shown say where they lead.
fn ticks(tree: &mut Tree, story: &Story, document: &Document, shown: Option<usize>) {
    for (at, block) in document.blocks.iter().enumerate() {
        if block.kind != BlockKind::Para {
            continue;
        }
        tree.open("i.tick");
        frames(tree, |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing)));
        tree.set_number("data-size", block.text.len());
        if let Some(shown) = shown {
            tree.set_number("data-tick", at);
            tree.set("data-go", &route::line(story, shown, block.line));
        }
        tree.close();
    }
}
