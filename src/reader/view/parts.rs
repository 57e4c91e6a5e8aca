//! Small pieces that several parts are made of.

use framing_reader_story::{Story, model::Place};

use super::tree::Tree;
use crate::words::{ENGLISH as WORDS, fill};

/// The intention to show a line, as `data-do` says it.
pub(crate) fn go(document: usize, line: u32) -> String {
    ["go ", &document.to_string(), " ", &line.to_string()].concat()
}

/// An intention with one number.
pub(crate) fn intent(verb: &str, index: usize) -> String {
    [verb, " ", &index.to_string()].concat()
}

/// A button that shows a line of a document, named by both.
pub(crate) fn jump(tree: &mut Tree, story: &Story, document: usize, line: u32) {
    let id = story.documents.get(document).map_or("", |document| &document.id);
    tree.button("button.jump", &go(document, line));
    tree.text(&fill(WORDS.line_of, &[id, &line.to_string()]));
    tree.close();
}

/// The lines a statement rests on, each to jump to; nothing where there are none.
pub(crate) fn sources(tree: &mut Tree, story: &Story, places: &[Place]) {
    if places.is_empty() {
        return;
    }
    tree.open("p.sources");
    tree.text(if places.len() == 1 { WORDS.source } else { WORDS.sources });
    for place in places {
        jump(tree, story, usize::from(place.document), place.line);
    }
    tree.close();
}

/// Says as `data-frames` which framings of a set there are: `f0`, `f1` or both.
pub(crate) fn frames(tree: &mut Tree, has: impl Fn(usize) -> bool) {
    let frames = match (has(0), has(1)) {
        (true, true) => "f0 f1",
        (true, false) => "f0",
        (false, true) => "f1",
        (false, false) => return,
    };
    tree.set("data-frames", frames);
}

/// The framing with this index, as attributes say it.
pub(crate) fn mark(framing: usize) -> &'static str {
    ["f0", "f1"][framing]
}

/// The name of a framing within a sentence.
pub(crate) fn framing_name(story: &Story, framing: usize) -> String {
    story.framings[framing].name.to_ascii_lowercase()
}

/// Whether, as attributes say it.
pub(crate) fn truth(whether: bool) -> &'static str {
    if whether { "true" } else { "false" }
}
