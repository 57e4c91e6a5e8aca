//! Where the page's own article begins and ends among its lines.
//!
//! 1. cut the page where an article surely ends: a rights line, comments, another text's headline and stamps;
//! 2. in each piece, the run of lines with the most prose against the least furniture;
//! 3. the first piece whose run weighs enough is the article.

use super::line::{Line, Look};
use std::ops::Range;

/// Words of prose before a mark may end an article; fewer are a teaser above the article.
const ENOUGH_PROSE: u32 = 45;

/// What one paragraph weighs at most, in words, so that one endless line does not outweigh an article.
const HEAVIEST_LINE: u32 = 60;

/// The lines of the article's body, and the lines at which the page was cut.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) run: Range<usize>,
    pub(super) piece: Range<usize>,
}

/// Finds the body; `run` is empty when no line looks like prose.
pub(super) fn find(lines: &[Line]) -> Body {
    let mut best: Option<(i64, Body)> = None;
    let pieces = pieces(lines);
    let mut found: Vec<(i64, Range<usize>, Range<usize>)> = Vec::new();
    for piece in pieces {
        let (weight, run) = heaviest_run(lines, piece.clone());
        found.push((weight, run, piece));
    }
    let most = found.iter().map(|f| f.0).max().unwrap_or(0);
    for (weight, run, piece) in found {
        // The first article of a page is its own; what comes behind was carried along, even where it is longer.
        if weight > 0 && (weight * 3 >= most || weight >= 400) {
            best = Some((weight, Body { run, piece }));
            break;
        }
    }
    best.map_or(Body { run: 0..0, piece: 0..lines.len() }, |(_, body)| body)
}

/// The page in pieces, cut where an article surely ends.
fn pieces(lines: &[Line]) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut prose) = (Vec::new(), 0, 0);
    for n in 0..lines.len() {
        if prose >= ENOUGH_PROSE && ends_here(lines, n) {
            pieces.push(start..n);
            (start, prose) = (n, 0);
        }
        prose += lines[n].prose_words();
    }
    pieces.push(start..lines.len());
    pieces
}

/// Whether the article before line `n`, which has had prose enough, cannot go on behind it.
fn ends_here(lines: &[Line], n: usize) -> bool {
    let line = &lines[n];
    match line.look {
        Look::Rights | Look::EndHead => true,
        Look::CommentHead => line.words >= 2 || !prose_follows(lines, n),
        Look::ListHead | Look::Fragment if another_text(lines, n) => true,
        _ => false,
    }
}

/// Whether the very next line is a paragraph: then a lone "Comment" was a button between two of them.
fn prose_follows(lines: &[Line], n: usize) -> bool {
    lines.get(n + 1).is_some_and(|l| l.look == Look::Prose && l.words >= 12)
}

/// Whether another text's head begins at line `n`: a headline printed twice close together, or one with a byline or
/// stamp of its own and prose behind it.
fn another_text(lines: &[Line], n: usize) -> bool {
    let line = &lines[n];
    if !line.headline_like() || line.quotes && line.words < 5 {
        return false;
    }
    let next = |k: usize| lines.get(n + k);
    if (1..=3).any(|k| next(k).is_some_and(|l| l.key == line.key)) {
        return true;
    }
    let mut stamped = false;
    for k in 1..=5 {
        match next(k).map(|l| (l.look, l.words)) {
            Some((Look::Byline | Look::Stamp, _)) => stamped = true,
            Some((Look::Prose, words)) => return stamped && words >= 8,
            Some((Look::Fragment | Look::Button | Look::Credit | Look::Caption, _)) => {}
            _ => return false,
        }
    }
    false
}

/// What one line speaks for or against a run going through it.
fn weight(line: &Line) -> i64 {
    match line.look {
        Look::Prose => i64::from(line.prose_words().min(HEAVIEST_LINE)),
        Look::Short => 3,
        Look::Caption | Look::Credit | Look::Link | Look::Note | Look::Credits | Look::Biography => -1,
        Look::Fragment => -6,
        Look::Pitch | Look::ListHead => -15,
        Look::Button | Look::Stamp => -12,
        Look::CommentHead | Look::EndHead => -40,
        Look::Byline | Look::Headline => -60,
        Look::Rights => -80,
    }
}

/// The run of lines in `piece` with the greatest weight (Kadane), the earliest of equals; its ends are prose.
fn heaviest_run(lines: &[Line], piece: Range<usize>) -> (i64, Range<usize>) {
    let (mut best, mut best_run) = (0, piece.start..piece.start);
    let (mut sum, mut from) = (0, piece.start);
    for n in piece.clone() {
        if sum <= 0 {
            (sum, from) = (0, n);
        }
        sum += weight(&lines[n]);
        if sum > best {
            (best, best_run) = (sum, from..n + 1);
        }
    }
    (best, best_run)
}
