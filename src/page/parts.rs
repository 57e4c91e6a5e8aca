//! Small pieces that several parts are made of.

use framing_reader_story::{
    Story,
    model::{Code, Place, Verdict},
};

use crate::{
    pen::Pen,
    route,
    words::{self, ENGLISH as WORDS, fill, together},
};

/// An intention with one number.
pub fn intent(verb: &str, index: usize) -> String {
    together(&[verb, " ", &index.to_string()])
}

/// Parts in a leaf: few, so that little of what a switch is put on at once is out of sight.
const FEW: usize = 4;
/// Parts in a leaf that the browser passes over while it is out of sight: more than the shipped story has anywhere, because nobody
/// knows how high a leaf is that was not seen yet.
const MANY: usize = 100;

/// Parts one below the other, in leaves: a framing is put on those in sight first.
pub fn leaves<P: Pen, T>(pen: &mut P, parts: &[T], mut each: impl FnMut(&mut P, &T)) {
    let (size, tag) = if parts.len() > MANY { (MANY, "div.leaf many") } else { (FEW, "div.leaf") };
    for leaf in parts.chunks(size) {
        pen.open(tag);
        for part in leaf {
            each(pen, part);
        }
        pen.close();
    }
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

/// The head of a table: a cell for each column.
pub fn columns(pen: &mut impl Pen, heads: &[&str]) {
    pen.open("thead");
    pen.open("tr");
    for head in heads {
        // Over the rows' own heads a corner stays empty, and is no head.
        pen.open(if head.is_empty() { "td" } else { "th" });
        if !head.is_empty() {
            pen.set("scope", "col");
        }
        pen.text(head);
        pen.close();
    }
    pen.close();
    pen.close();
}

/// A rectangle of a picture, in the picture's own units: left, top, width, height.
pub fn rect(pen: &mut impl Pen, tag: &'static str, [x, y, width, height]: [usize; 4]) {
    pen.open(tag);
    pen.set_number("x", x);
    pen.set_number("y", y);
    pen.set_number("width", width);
    pen.set_number("height", height);
    pen.close();
}

/// One line of each of three, by what is on: no framing, the first, the second.
pub fn tally(pen: &mut impl Pen, lines: [&str; 3]) {
    pen.open("div.tally leaf");
    for (line, only) in lines.into_iter().zip(["none", mark(0), mark(1)]) {
        pen.open("p");
        pen.set("data-only", only);
        pen.text(line);
        pen.close();
    }
    pen.close();
}

/// The editors' words, with a link wherever they name a line as sources are written: `000:6`.
pub fn linked(pen: &mut impl Pen, story: &Story, words: &str) {
    let mut plain = 0;
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        let source = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let named = source.split_once(':').and_then(|(id, line)| {
            let document = story.documents.iter().position(|document| document.id == id)?;
            let line = line.parse().ok()?;
            story.documents[document].block_at(line).map(|_| (document, line))
        });
        if let (Some((document, line)), Some(within)) = (named, word.find(source)) {
            pen.text(&words[plain..at + within]);
            jump(pen, story, document, line);
            plain = at + within + source.len();
        }
        at += word.len();
    }
    pen.text(&words[plain..]);
}

/// The framing with this index, as attributes say it.
pub fn mark(framing: usize) -> &'static str {
    ["f0", "f1"][framing]
}

/// The name of a framing within a sentence.
pub fn framing_name(story: &Story, framing: usize) -> String {
    story.framings[framing].name.to_ascii_lowercase()
}

/// The names of the framings of a set, each with its line: single or double.
pub fn framings(pen: &mut impl Pen, story: &Story, has: impl Fn(usize) -> bool) {
    for framing in (0..2).filter(|framing| has(*framing)) {
        pen.open("span.framing");
        pen.set("data-mark", mark(framing));
        pen.text(&story.framings[framing].name);
        pen.close();
    }
}

/// That hand and engine differ.
pub fn difference(story: &Story, code: &Code, framing: usize, verdict: Verdict) -> String {
    let hand = if code.frames.has(framing) { WORDS.present } else { WORDS.absent };
    let hand = fill(hand, &[&framing_name(story, framing)]);
    fill(WORDS.hand_and_engine, &[&hand, words::verdict(verdict)])
}

/// Whether, as attributes say it.
pub fn truth(whether: bool) -> &'static str {
    if whether { "true" } else { "false" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixture::story,
        sheet::{Sheet, readable},
    };

    #[test]
    fn a_line_named_in_the_editors_words_is_a_link() {
        let told = |words: &str| {
            let mut sheet = Sheet::new();
            sheet.open("p");
            linked(&mut sheet, &story(), words);
            readable(&sheet.into_bytes())
        };
        let link = "<a go=\"100/3\" class=\"jump\">100, line 3</a>";
        assert_eq!(told("the day before (100:3), as read"), format!("<p>the day before ({link}), as read</p>"));
        assert_eq!(told("100:3"), format!("<p>{link}</p>"));
        for words in ["", "at 10:30", "100:99", "100:", "ratio 100:3:1", "“", "no line"] {
            assert_eq!(told(words), format!("<p>{words}</p>"));
        }
    }
}
