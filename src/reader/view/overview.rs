//! The overview: every article as a strip, one tick a paragraph as wide as it is long, both framings in sight at once.
//!
//! A strip is a picture in a table: its row says in numbers what the picture shows. The versions of one article stand together.

use framing_reader_page::{
    facts,
    parts::{columns, frames, framing_name, rect},
    pen::Pen,
    route,
    words::{ENGLISH as WORDS, fill, together},
};
use framing_reader_story::{
    Story,
    model::{Block, BlockKind, Document},
};

use super::{articles::kinship, tree::Tree};

/// Height of a strip in its own units.
const HEIGHT: usize = 100;
/// Where the bars of each framing stand: one line for the first, two for the second; top and height.
const BARS: [&[(usize, usize)]; 2] = [&[(6, 36)], &[(58, 13), (81, 13)]];
/// The line between them, and what stands there of a caption or a heading.
const MIDDLE: [(usize, usize); 2] = [(49, 2), (42, 16)];
/// Between two ticks, in thousandths of the longest strip.
const GAP: usize = 2;
/// How much of a paragraph its tick says, in characters.
const OPENING: usize = 70;

/// The overview.
pub(crate) fn draw(tree: &mut Tree, story: &Story) {
    let longest = story.documents.iter().map(length).max().unwrap_or(1);
    tree.open("section.overview leaf");
    tree.set("aria-label", WORDS.overview);
    tree.open("table.strips");
    tree.open("caption");
    tree.text(WORDS.strips);
    for framing in 0..2 {
        tree.open("span.key");
        key(tree, framing);
        tree.text(&framing_name(story, framing));
        tree.close();
    }
    tree.close();
    let [first, second] = [0, 1].map(|framing| story.framings[framing].name.as_str());
    columns(tree, &[WORDS.article, WORDS.strip_of, WORDS.paragraphs, first, second, WORDS.both]);
    tree.open("tbody");
    for index in facts::families(story) {
        row(tree, story, index, longest);
    }
    tree.close();
    tree.close();
    tree.close();
}

/// What a framing's bars look like.
fn key(tree: &mut Tree, framing: usize) {
    tree.open("svg");
    tree.set("viewBox", "0 0 14 100");
    tree.set("preserveAspectRatio", "none");
    tree.set("aria-hidden", "true");
    bars(tree, framing, [(0, 14)].into_iter());
    tree.close();
}

fn row(tree: &mut Tree, story: &Story, index: usize, longest: usize) {
    let document = &story.documents[index];
    tree.open("tr");
    if document.edition_of.or(document.summary_of).is_some() {
        tree.set("class", "kin");
    }
    tree.open("th");
    tree.set("scope", "row");
    tree.link("called", &document.id);
    tree.text(&document.label);
    tree.close();
    kinship(tree, story, document);
    tree.close();
    tree.open("td");
    strip(tree, story, index, longest);
    tree.close();
    let both = document.blocks.iter().filter(|block| [0, 1].iter().all(|framing| coded(block, *framing))).count();
    let counts = [document.paragraph_count(), document.framed_count(0), document.framed_count(1), both];
    for (count, label) in
        counts.iter().zip([WORDS.paragraphs, &story.framings[0].name, &story.framings[1].name, WORDS.both])
    {
        tree.open("td");
        tree.text(&count.to_string());
        // For narrow pages, where the table's head is out of sight.
        tree.open("span.unit");
        tree.set("aria-hidden", "true");
        tree.text(label);
        tree.close();
        tree.close();
    }
    tree.close();
}

/// The picture: a tick a block, which leads to it.
fn strip(tree: &mut Tree, story: &Story, index: usize, longest: usize) {
    let document = &story.documents[index];
    tree.open("svg");
    tree.set("viewBox", &together(&["0 0 ", &longest.to_string(), " ", &HEIGHT.to_string()]));
    tree.set("preserveAspectRatio", "none");
    tree.set("role", "group");
    tree.set("aria-label", &document.label);
    let gap = longest * GAP / 1000;
    let mut left = 0;
    let mut drawn = Vec::new();
    for block in document.blocks.iter().filter(|block| has_tick(block)) {
        let width = block.text.len();
        tree.open("g.tick");
        tree.set("role", "link");
        tree.set("tabindex", if left == 0 { "0" } else { "-1" });
        tree.set("data-go", &route::line(story, index, block.line));
        frames(tree, |framing| coded(block, framing));
        // All of it can be pressed, not only its bars.
        rect(tree, "rect.room", [left, 0, width, HEIGHT]);
        let seen = width.saturating_sub(gap).max(1);
        let (top, height) = MIDDLE[usize::from(block.kind != BlockKind::Para)];
        rect(tree, "rect", [left, top, seen, height]);
        tree.leaf("title", &titled(story, block));
        tree.close();
        drawn.push((block, left, seen));
        left += width;
    }
    for framing in 0..2 {
        let coded = drawn.iter().filter(|(block, ..)| coded(block, framing));
        bars(tree, framing, coded.map(|(_, left, width)| (*left, *width)));
    }
    tree.close();
}

/// What a tick says: its line, its frames, how it begins.
fn titled(story: &Story, block: &Block) -> String {
    let mut kind = String::new();
    for framing in [0, 1].into_iter().filter(|framing| coded(block, *framing)) {
        kind.push_str(if kind.is_empty() { " (" } else { ", " });
        kind.push_str(&framing_name(story, framing));
    }
    if !kind.is_empty() {
        kind.push(')');
    }
    let end = block.text.char_indices().nth(OPENING).map_or(block.text.len(), |(end, _)| end);
    let more = if end < block.text.len() { " …" } else { "" };
    together(&[&fill(WORDS.line, &[&block.line.to_string()]), &kind, ": ", &block.text[..end], more])
}

/// The bars of a framing, from the left and so wide, in one group: a switch changes that, not each of them.
fn bars(tree: &mut Tree, framing: usize, places: impl Iterator<Item = (usize, usize)>) {
    tree.open(["g.f0", "g.f1"][framing]);
    for (left, width) in places {
        for (top, height) in BARS[framing] {
            rect(tree, "rect", [left, *top, width, *height]);
        }
    }
    tree.close();
}

fn coded(block: &Block, framing: usize) -> bool {
    block.code.as_ref().is_some_and(|code| code.frames.has(framing))
}

/// Paragraphs, captions and headings; not what a page says of itself.
fn has_tick(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Para | BlockKind::Caption | BlockKind::Heading)
}

/// The length of a strip, in bytes of the texts.
fn length(document: &Document) -> usize {
    document.blocks.iter().filter(|block| has_tick(block)).map(|block| block.text.len()).sum()
}
