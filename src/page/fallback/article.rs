//! One article, plain: what its file states, its blocks, the margin notes as numbered notes behind it.

use crate::{
    parts::{frames, framing_name, mark},
    pen::Pen,
    words::{ENGLISH as WORDS, fill},
};
use framing_reader_story::model::{Block, BlockKind, Document, Frames, Note, Story};

use super::{called, cited, letters, markup::Markup, story_words, told};

/// A margin note with its number, from 1.
struct Numbered<'a> {
    number: usize,
    line: u32,
    framing: usize,
    note: &'a Note,
}

/// The article of a document.
pub(super) fn draw(html: &mut Markup, story: &Story, index: usize) {
    let Some(document) = story.documents.get(index) else { return };
    html.open("section");
    html.place(&document.id);
    html.set("data-document", &document.id);
    head(html, story, document);
    let mut notes = Vec::new();
    for block in &document.blocks {
        html.line();
        draw_block(html, story, document, block, &mut notes);
    }
    if !notes.is_empty() {
        draw_notes(html, story, document, &notes);
    }
    html.close();
}

/// Its name, what kind of text it is, and what its file states of itself.
fn head(html: &mut Markup, story: &Story, document: &Document) {
    html.open("h3");
    told(html, story);
    called(html, document);
    html.close();
    html.open("p");
    told(html, story);
    html.text(&document.about);
    html.close();
    let stated = [(WORDS.title, &document.title), (WORDS.outlet, &document.outlet), (WORDS.date, &document.date)];
    let stated = stated.map(|(label, value)| fill(label, &[value.as_deref().unwrap_or(WORDS.not_stated)]));
    html.leaf("p.stated", &stated.join("; "));
}

/// A block at its line's address. Its marks, the letters behind them and the numbers of its notes are all that is added to its
/// words.
fn draw_block<'a>(
    html: &mut Markup,
    story: &Story,
    document: &Document,
    block: &'a Block,
    notes: &mut Vec<Numbered<'a>>,
) {
    html.open(match block.kind {
        BlockKind::Para => "p",
        BlockKind::Title | BlockKind::Heading => "h4",
        BlockKind::Caption | BlockKind::Credit | BlockKind::Byline | BlockKind::Copyright => "p.small",
    });
    html.place(&format!("{}/{}", document.id, block.line));
    html.set_number("data-line", block.line as usize);
    if let Some(code) = &block.code {
        frames(html, |framing| code.frames.has(framing));
    }
    told(html, story);
    words(html, story, block);
    for (framing, note) in block.code.iter().flat_map(|code| code.notes.iter().enumerate()) {
        let Some(note) = note else { continue };
        let number = notes.len() + 1;
        notes.push(Numbered { number, line: block.line, framing, note });
        html.open("sup");
        html.link("", &format!("{}/note-{number}", document.id));
        html.place(&format!("{}/to-{number}", document.id));
        html.text(&format!("[{number}]"));
        html.close();
        html.close();
    }
    html.close();
}

/// The words with their evidence marked; behind the last of them what they decided for.
fn words(html: &mut Markup, story: &Story, block: &Block) {
    let letters = letters(story);
    let mut pieces = block.words().peekable();
    while let Some((piece, text)) = pieces.next() {
        let evidence = piece.evidence;
        if evidence.is_empty() {
            html.text(text);
            continue;
        }
        html.open("mark");
        frames(html, |framing| evidence.has(framing));
        html.set("title", &named(story, evidence));
        html.text(text);
        // A name within the evidence is a piece of its own.
        while let Some((_, text)) = pieces.next_if(|(next, _)| next.evidence == evidence) {
            html.text(text);
        }
        html.close();
        let next = pieces.peek().map_or(Frames::default(), |(next, _)| next.evidence);
        // Both letters in one element: styles find it next to the mark, and what follows it may be the number of a note.
        let ended = (0..2).filter(|framing| evidence.has(*framing) && !next.has(*framing));
        let letters: String = ended.map(|framing| &*letters[framing]).collect();
        if !letters.is_empty() {
            html.leaf("sup", &letters);
        }
    }
}

/// The names of the framings that words are evidence of.
fn named(story: &Story, evidence: Frames) -> String {
    let names = (0..2).filter(|framing| evidence.has(*framing)).map(|framing| &*story.framings[framing].name);
    names.collect::<Vec<_>>().join(", ")
}

/// The margin notes, each with the way back to its paragraph.
fn draw_notes(html: &mut Markup, story: &Story, document: &Document, notes: &[Numbered<'_>]) {
    html.line();
    html.leaf("h4", WORDS.fallback.notes);
    html.open("ul");
    for Numbered { number, line, framing, note } in notes {
        html.line();
        html.open("li");
        html.place(&format!("{}/note-{number}", document.id));
        html.set_number("data-line", *line as usize);
        html.set("data-mark", mark(*framing));
        // What is said of the note leads back, and its number stands in it: of what is made for each of many notes, the first words
        // on the page wait for all.
        html.link("", &format!("{}/to-{number}", document.id));
        let [number, line] = [*number, *line as usize].map(|number| number.to_string());
        html.text(&fill(WORDS.fallback.note, &[&number, &line, &framing_name(story, *framing)]));
        html.close();
        html.text(": ");
        story_words(html, story, &note.text);
        cited(html, story, &note.sources);
        html.close();
    }
    html.close();
}
