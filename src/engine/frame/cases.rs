//! Short paragraphs of our own on many subjects, coded by the codebook.

use super::{Frame, frames};
use crate::block::{Block, BlockKind, Document};
use crate::text::Span;

const TUNED: &str = include_str!("cases/tuned.txt");
const HELD_BACK: &str = include_str!("cases/held.txt");

/// The verdicts on one paragraph that stands alone, bargaining first.
fn judged(text: &str) -> [Option<bool>; 2] {
    let block = Block { line: 1, span: Span::new(0, text.len()), kind: BlockKind::Para, reason: "" };
    let verdicts = frames(&Document::from_blocks(text, vec![block]), &[]);
    [0, 1].map(|n| {
        assert_eq!(verdicts[n].frame, Frame::ALL[n]);
        verdicts[n].present
    })
}
