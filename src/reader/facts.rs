//! What the page says about a story beyond its model: who is quoted where, who is named how often, where hand and
//! engine differ, which margin notes fit beside their paragraphs.

use framing_reader_story::{Story, model::*};

/// Words an actor is quoted saying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said<'a> {
    /// Line of the document's saved file.
    pub line: u32,
    /// The words with their marks.
    pub words: &'a str,
    /// How surely they are this actor's.
    pub certainty: Certainty,
}

/// What an actor is quoted saying in a document, in order of place.
pub fn said(document: &Document, actor: u16) -> impl Iterator<Item = Said<'_>> {
    document.quotations.iter().filter(move |quotation| quotation.source == Speaker::Actor(actor)).filter_map(
        |quotation| {
            let block = document.blocks.get(usize::from(quotation.block))?;
            let words = block.text.get(quotation.start as usize..quotation.end as usize)?;
            Some(Said { line: block.line, words, certainty: quotation.certainty })
        },
    )
}

/// How often a document names an actor.
pub fn named(document: &Document, actor: u16) -> usize {
    document.mentions.iter().filter(|mention| mention.actor == actor).count()
}

/// What the engine says of a paragraph where it does not say the same as the hand.
pub fn differs(code: &Code, framing: usize) -> Option<Verdict> {
    let verdict = code.engine[framing];
    let same = if code.frames.has(framing) { Verdict::Present } else { Verdict::Absent };
    (verdict != same).then_some(verdict)
}

/// Every place where hand and engine differ on a framing: document, index of the block and the engine's verdict.
pub fn differences(story: &Story, framing: usize) -> impl Iterator<Item = (usize, &Block, &Code, Verdict)> {
    story.documents.iter().enumerate().flat_map(move |(index, document)| {
        document.blocks.iter().filter_map(move |block| {
            let code = block.code.as_ref()?;
            differs(code, framing).map(|verdict| (index, block, code, verdict))
        })
    })
}

/// The actors of a document in order of first mention: the numbers they have in print.
pub fn cast(document: &Document) -> Vec<u16> {
    let mut cast = Vec::new();
    for mention in &document.mentions {
        if !cast.contains(&mention.actor) {
            cast.push(mention.actor);
        }
    }
    cast
}

/// A number of thousandths as a decimal with two places.
pub fn thousandths(value: i16) -> String {
    let hundredths = (value.unsigned_abs() + 5) / 10;
    let sign = if value < 0 { "-" } else { "" };
    let zero = if hundredths % 100 < 10 { ".0" } else { "." };
    [sign, &(hundredths / 100).to_string(), zero, &(hundredths % 100).to_string()].concat()
}

/// Characters of text in the height that one character of a margin note takes: a note's line is half as long.
const NOTE_TO_TEXT: usize = 2;
/// What a note's label and sources take, the report that hand and engine differ, and the space between two paragraphs,
/// in characters of text.
const NOTE_FRAME: usize = 190;
const DIFFERENCE: usize = 330;
const PARAGRAPH_GAP: usize = 50;

/// How much of the margin a block takes under a framing, in characters of text; 0 for nothing.
fn beside(block: &Block, framing: usize) -> usize {
    let Some(code) = &block.code else { return 0 };
    let note = code.notes[framing].as_ref().map_or(0, |note| note.text.len() * NOTE_TO_TEXT + NOTE_FRAME);
    note + differs(code, framing).map_or(0, |_| DIFFERENCE)
}

/// Whether what stands in the margin beside this block ends before the next such thing begins, by the length of the
/// words: then it may hang over the paragraphs that follow, any other pushes them down.
pub fn margin_hangs(document: &Document, block: usize, framing: usize) -> bool {
    let Some((block, rest)) = document.blocks.get(block..).and_then(<[Block]>::split_first) else { return true };
    let free: usize = rest
        .iter()
        .take_while(|block| beside(block, framing) == 0)
        .map(|block| block.text.len() + PARAGRAPH_GAP)
        .sum();
    beside(block, framing) <= block.text.len() + free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::story;

    #[test]
    fn an_actor_is_quoted_with_line_and_certainty() {
        let story = story();
        let found: Vec<_> = said(&story.documents[0], 0).collect();
        assert_eq!(found, [Said { line: 3, words: "“No toll, no ferry,”", certainty: Certainty::Certain }][..]);
        assert_eq!(said(&story.documents[0], 1).count(), 0);
    }

    #[test]
    fn names_are_counted_for_each_actor() {
        let story = story();
        assert_eq!((named(&story.documents[0], 0), named(&story.documents[0], 1)), (2, 1));
        assert_eq!(cast(&story.documents[0]), [0, 1]);
    }

    #[test]
    fn hand_and_engine_differ_where_the_engine_abstains_or_says_otherwise() {
        let story = story();
        let lines = |framing| {
            differences(&story, framing).map(|(at, block, _, verdict)| (at, block.line, verdict)).collect::<Vec<_>>()
        };
        assert_eq!(lines(0), [(0, 3, Verdict::Unsure), (1, 3, Verdict::Unsure)]);
        assert_eq!(lines(1), [(0, 3, Verdict::Present), (1, 3, Verdict::Present)]);
    }

    #[test]
    fn thousandths_are_shown_with_two_places() {
        let shown = [(0, "0.00"), (917, "0.92"), (1000, "1.00"), (-45, "-0.05"), (54, "0.05"), (i16::MIN, "-32.77")];
        for (value, text) in shown {
            assert_eq!(thousandths(value), text);
        }
    }

    #[test]
    fn a_long_note_hangs_only_over_paragraphs_without_one() {
        let mut story = story();
        let document = &mut story.documents[0];
        let note = Some(Note { text: "x".repeat(200), sources: Vec::new() });
        document.blocks[0].code.as_mut().unwrap().notes[0] = note.clone();
        document.blocks[1].text = "y".repeat(600);
        document.blocks[1].code = Some(Code { engine: [Verdict::Absent; 2], ..document.blocks[0].code.clone().unwrap() });
        document.blocks[1].code.as_mut().unwrap().notes[0] = None;
        assert!(margin_hangs(document, 0, 0));
        document.blocks[1].code.as_mut().unwrap().notes[0] = note;
        assert!(!margin_hangs(document, 0, 0));
    }
}
