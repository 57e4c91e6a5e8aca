//! The marks of a block, from its pieces: what [`framing_reader_story::marks::Marks`] cut, put together again.

use std::ops::Range;

use framing_reader_story::model::{Block, Piece};

/// Where the mentions of a block stand, in bytes of its text, each with its index in the document.
pub(crate) fn mentions(block: &Block) -> Vec<(Range<u32>, u16)> {
    let mut mentions: Vec<(Range<u32>, u16)> = Vec::new();
    let mut start = 0;
    for piece in &block.pieces {
        if let Some(number) = piece.mention {
            match mentions.last_mut().filter(|(span, last)| *last == number && span.end == start) {
                Some((span, _)) => span.end = piece.end,
                None => mentions.push((start..piece.end, number)),
            }
        }
        start = piece.end;
    }
    mentions
}

/// Where the evidence of the framing with this index stands, in bytes of the block's text. Neighbors are kept apart where
/// nothing else can have cut the words.
pub(crate) fn evidence(block: &Block, framing: usize) -> Vec<Range<u32>> {
    let mut evidence: Vec<Range<u32>> = Vec::new();
    let mut last: Option<Piece> = None;
    for piece in &block.pieces {
        let start = last.map_or(0, |last| last.end);
        if piece.evidence.has(framing) {
            let goes_on = last.is_some_and(|last| (last.mention, last.evidence) != (piece.mention, piece.evidence));
            match evidence.last_mut().filter(|span| goes_on && span.end == start) {
                Some(span) => span.end = piece.end,
                None => evidence.push(start..piece.end),
            }
        }
        last = Some(*piece);
    }
    evidence
}
