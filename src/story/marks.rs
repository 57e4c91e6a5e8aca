//! The words of a block cut wherever a mark begins or ends.

use alloc::vec::Vec;
use core::ops::Range;

use crate::model::{Frames, Piece};

/// What is marked in one block, in bytes of its words.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Mentions with their index in the document, in order of place; none overlap.
    pub mentions: Vec<(Range<u32>, u16)>,
    /// Evidence with the index of the framing (0 or 1) it speaks for.
    pub evidence: Vec<(Range<u32>, usize)>,
}

impl Marks {
    /// Cuts words of this many bytes.
    pub fn cut(mut self, length: u32) -> Vec<Piece> {
        let spans = self.mentions.iter().map(|(span, _)| span).chain(self.evidence.iter().map(|(span, _)| span));
        let mut cuts: Vec<u32> = spans.flat_map(|span| [span.start, span.end]).chain([length]).collect();
        cuts.retain(|cut| *cut > 0 && *cut <= length);
        cuts.sort_unstable();
        cuts.dedup();
        self.evidence.sort_unstable_by_key(|(span, _)| span.start);
        let (mut mentions, mut evidence) = (self.mentions.into_iter().peekable(), self.evidence.into_iter().peekable());
        // Up to where the evidence of each framing that began before a piece goes on.
        let (mut start, mut marked) = (0, [0, 0]);
        let piece = |end| {
            while mentions.next_if(|(span, _)| span.end <= start).is_some() {}
            let mention = mentions.peek().filter(|(span, _)| span.start <= start && end <= span.end);
            while let Some((span, framing)) = evidence.next_if(|(span, _)| span.start <= start) {
                marked[framing] = span.end.max(marked[framing]);
            }
            let frames = [0, 1].into_iter().filter(|framing| marked[*framing] >= end);
            let piece = Piece {
                end,
                mention: mention.map(|(_, number)| *number),
                evidence: frames.fold(Frames::default(), Frames::with),
            };
            start = end;
            piece
        };
        cuts.into_iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn words_are_cut_where_marks_begin_and_end() {
        let marks = Marks { mentions: vec![(4..8, 7), (8..9, 8)], evidence: vec![(6..12, 1), (0..2, 0), (7..10, 0)] };
        let pieces = marks.cut(12);
        let cut: Vec<_> = pieces.iter().map(|p| (p.end, p.mention, p.evidence.has(0), p.evidence.has(1))).collect();
        assert_eq!(
            cut,
            [
                (2, None, true, false),
                (4, None, false, false),
                (6, Some(7), false, false),
                (7, Some(7), false, true),
                (8, Some(7), true, true),
                (9, Some(8), true, true),
                (10, None, true, true),
                (12, None, false, true),
            ]
        );
    }

    #[test]
    fn words_without_marks_are_one_piece_and_no_words_none() {
        assert_eq!(Marks::default().cut(5).len(), 1);
        assert_eq!(Marks::default().cut(0), []);
    }
}
