//! The article: its blocks as what they are, names and evidence marked, margin notes beside them.
//!
//! Both framings' marks and notes are in it; which of them shows is the leaves' `data-on` and the styles' business, so
//! that a switch builds nothing.

use framing_reader_page::{
    facts,
    parts::{difference, frames, framing_name, leaves, mark, sources},
    pen::Pen,
    route::Section,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::{
    Story,
    model::{Block, BlockKind, Code, Document, Piece},
};

use super::{
    articles::kinship,
    card::stance,
    tree::{self, Tree},
};

/// The article of a document; `names`: whether names open cards.
pub(crate) fn draw(tree: &mut Tree, story: &Story, shown: usize, names: bool) {
    let document = &story.documents[shown];
    let cast = facts::cast(document);
    tree.open("article.article");
    tree.set("part", "article");
    tree.key(shown);
    tree.set("lang", &story.language);
    tree.set("aria-label", &document.label);
    head(tree, story, document);
    let mut at = 0..;
    leaves(tree, &document.blocks, |tree, _| block(tree, story, shown, at.next().unwrap_or_default(), &cast, names));
    notes(tree, story, &cast);
    tree.close();
}

/// What the file states of itself.
fn head(tree: &mut Tree, story: &Story, document: &Document) {
    tree.open("header.head");
    tree.leaf("h3", &document.label);
    tree.open("p.about");
    kinship(tree, story, document);
    tree.text(&document.about);
    tree.close();
    tree.open("p.stated");
    for (label, value) in stated(document) {
        tree.leaf("span", &fill(label, &[value]));
    }
    tree.close();
    tree.open("p.paper");
    tree.text(WORDS.print);
    for (framing, intent) in story.framings.iter().zip(["print 0", "print 1"]) {
        control(tree, intent, &framing.name);
    }
    control(tree, "print both", WORDS.print_both);
    tree.close();
    tree.close();
}

/// Title, outlet and date as the file states them, or that it does not.
fn stated(document: &Document) -> [(&'static str, &str); 3] {
    [(WORDS.title, &document.title), (WORDS.outlet, &document.outlet), (WORDS.date, &document.date)]
        .map(|(label, value)| (label, value.as_deref().unwrap_or(WORDS.not_stated)))
}

fn control(tree: &mut Tree, intent: &str, words: &str) {
    tree.button("button.jump", intent);
    tree.text(words);
    tree.close();
}

/// One block with its line number and what stands in the margin.
fn block(tree: &mut Tree, story: &Story, shown: usize, at: usize, cast: &[u16], names: bool) {
    let document = &story.documents[shown];
    let block = &document.blocks[at];
    let kind = match block.kind {
        BlockKind::Para => "para",
        BlockKind::Title => "title",
        BlockKind::Heading => "heading",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Byline => "byline",
        BlockKind::Copyright => "copyright",
    };
    let coded = |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing));
    tree.open("div.block");
    tree.set("data-kind", kind);
    tree.set_number("data-line", block.line as usize);
    tree.set_number("data-at", at);
    frames(tree, coded);
    number(
        tree,
        story,
        shown,
        block,
        document.mentions.iter().any(|mention| usize::from(mention.block) == at) && names,
    );
    tree.open(if block.kind == BlockKind::Heading { "h4.text" } else { "p.text" });
    spoken(tree, story, coded);
    words(tree, document, at, cast, names);
    tree.close();
    if let Some(code) = &block.code {
        for framing in 0..2 {
            margin(tree, story, code, framing);
        }
    }
    tree.close();
}

/// The line's number, which shows why the line is coded as it is. Arrow keys reach it from the names; the tab key stops at it only
/// where a paragraph has none.
fn number(tree: &mut Tree, story: &Story, shown: usize, block: &Block, names: bool) {
    let line = block.line.to_string();
    tree.link("number", &Section::Article { document: shown, line: Some(block.line), why: true }.path(story));
    tree.set("tabindex", if names { "-1" } else { "0" });
    tree.set("aria-label", &fill(WORDS.why_line, &[&line]));
    tree.text(&line);
    tree.close();
}

/// What is said of a paragraph, once a framing is on, to those who do not see its marks: the same under both framings, because to
/// show other words would cost a switch more than all marks.
fn spoken(tree: &mut Tree, story: &Story, coded: impl Fn(usize) -> bool) {
    let [one, other] = [0, 1].map(|framing| if coded(framing) { &*story.framings[framing].name } else { "" });
    if one.is_empty() && other.is_empty() {
        return;
    }
    let comma = if one.is_empty() || other.is_empty() { "" } else { ", " };
    tree.leaf("span.unseen coded", &fill(WORDS.marked, &[one, comma, other]));
}

/// The words of a block, cut at names and evidence.
fn words(tree: &mut Tree, document: &Document, at: usize, cast: &[u16], names: bool) {
    let mut inside: Option<u16> = None;
    let mut first = true;
    let mut pieces = document.blocks[at].words().peekable();
    while let Some((piece, text)) = pieces.next() {
        let mention = piece.mention.and_then(|index| Some((index, document.mentions.get(usize::from(index))?)));
        if let Some((index, _)) = mention.filter(|(index, _)| names && inside != Some(*index)) {
            // A span, because no browser breaks a button over two lines; one tab stop for each paragraph's names.
            tree.open("span.name");
            tree::name(tree, usize::from(index), first);
            first = false;
        }
        inside = piece.mention;
        marked(tree, &piece, text);
        let goes_on = pieces.peek().is_some_and(|(next, _)| next.mention == piece.mention);
        if let Some((_, mention)) = mention.filter(|_| !goes_on) {
            // In print every name carries the number of its note; the article's words stay free of it.
            let note = cast.iter().position(|actor| *actor == mention.actor).map_or(0, |place| place + 1);
            tree.open("sup.printed");
            tree.set_number("data-note", note);
            tree.close();
            if names {
                tree.close();
            }
        }
    }
}

/// Words with their evidence marks.
fn marked(tree: &mut Tree, piece: &Piece, text: &str) {
    if piece.evidence.is_empty() {
        return tree.text(text);
    }
    tree.open("mark.marked");
    frames(tree, |framing| piece.evidence.has(framing));
    tree.text(text);
    tree.close();
}

/// What stands beside a paragraph under a framing: the note, and where hand and engine differ.
fn margin(tree: &mut Tree, story: &Story, code: &Code, framing: usize) {
    let (note, differs) = (&code.notes[framing], facts::differs(code, framing));
    if note.is_none() && differs.is_none() {
        return;
    }
    tree.open("div.margin");
    tree.set("part", "note");
    tree.set("role", "note");
    tree.set("data-only", mark(framing));
    if let Some(note) = note {
        tree.open("p.note");
        tree.leaf("span.as", &fill(WORDS.read_as_note, &[&framing_name(story, framing)]));
        tree.text(&note.text);
        tree.close();
        sources(tree, story, &note.sources);
    }
    if let Some(verdict) = differs {
        tree.leaf("p.differs", &difference(story, code, framing, verdict));
    }
    tree.close();
}

/// The actors of the article as numbered notes, for print.
fn notes(tree: &mut Tree, story: &Story, cast: &[u16]) {
    tree.open("section.cast printed");
    tree.leaf("h4", WORDS.cast);
    tree.open("ol");
    for actor in cast.iter().filter_map(|index| story.actors.get(usize::from(*index))) {
        tree.open("li");
        tree.leaf("b", &actor.name);
        tree.text(", ");
        tree.text(&actor.role);
        for framing in 0..2 {
            tree.open("div");
            tree.set("data-print", mark(framing));
            tree.leaf("i", &story.framings[framing].name);
            tree.text(": ");
            stance(tree, story, actor, framing);
            tree.close();
        }
        tree.close();
    }
    tree.close();
    tree.leaf("h4", WORDS.cited);
    tree.open("ul");
    for document in &story.documents {
        tree.open("li");
        tree.leaf("b", &document.id);
        tree.text(": ");
        tree.text(&document.label);
        for (label, value) in stated(document) {
            tree.text("; ");
            tree.text(&fill(label, &[value]));
        }
        tree.close();
    }
    tree.close();
    tree.leaf("p", &facts::colophon(story));
    tree.close();
}
