//! Small pieces that several parts are made of.

use framing_reader_story::{Story, model::Place};

use crate::{
    pen::Pen,
    route,
    words::{ENGLISH as WORDS, fill, together},
};

/// An intention with one number.
pub fn intent(verb: &str, index: usize) -> String {
    together(&[verb, " ", &index.to_string()])
}

/// A link to a line of a document, named by both.
pub fn jump(pen: &mut impl Pen, story: &Story, document: usize, line: u32) {
    let id = story.documents.get(document).map_or("", |document| &document.id);
    pen.link("jump", &route::line(story, document, line));
    pen.text(&fill(WORDS.line_of, &[id, &line.to_string()]));
    pen.close();
}

/// The lines a statement rests on, each to jump to; nothing where there are none.
pub fn sources(pen: &mut impl Pen, story: &Story, places: &[Place]) {
    if places.is_empty() {
        return;
    }
    pen.open("p.sources");
    pen.text(if places.len() == 1 { WORDS.source } else { WORDS.sources });
    for place in places {
        jump(pen, story, usize::from(place.document), place.line);
    }
    pen.close();
}

/// Says as `data-frames` which framings of a set there are: `f0`, `f1` or both.
pub fn frames(pen: &mut impl Pen, has: impl Fn(usize) -> bool) {
    let frames = match (has(0), has(1)) {
        (true, true) => "f0 f1",
        (true, false) => "f0",
        (false, true) => "f1",
        (false, false) => return,
    };
    pen.set("data-frames", frames);
}

/// The framing with this index, as attributes say it.
pub fn mark(framing: usize) -> &'static str {
    ["f0", "f1"][framing]
}

/// The name of a framing within a sentence.
pub fn framing_name(story: &Story, framing: usize) -> String {
    story.framings[framing].name.to_ascii_lowercase()
}

/// Whether, as attributes say it.
pub fn truth(whether: bool) -> &'static str {
    if whether { "true" } else { "false" }
}
