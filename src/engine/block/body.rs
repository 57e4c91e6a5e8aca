//! Where the page's own article begins and ends among its lines.
//!
//! 1. cut the page where an article surely ends: a rights line, comments, another text's headline and stamps;
//! 2. in each piece, the run of lines with the most prose against the least furniture;
//! 3. the first piece whose run weighs enough is the article.

use super::{
    line::{Line, Look},
    topic::{ON_TOPIC, Topic},
};
use std::ops::Range;

/// Words of prose before a mark may end an article; fewer are a teaser above the article.
const ENOUGH_PROSE: u32 = 45;

/// Weight from which an article is one, whatever else the page has.
const ENOUGH_WEIGHT: i64 = 400;

/// Words of a rights line that may be a photo's.
const LONGEST_PHOTO_RIGHT: u16 = 7;

/// Lines of a head built like sentences: headline, standfirst, byline.
const LONGEST_HEAD: usize = 4;

/// Lines from a text's headline to its first paragraph, at most.
const HEAD_LINES: usize = 9;

/// Paragraphs that a new subject is compared with.
const TOPIC_LINES: usize = 12;

/// What a stretch of furniture weighs at most: toolbars are long, and articles go on behind them.
const HEAVIEST_FURNITURE: i64 = 30;

/// What one paragraph weighs at most, in words, so that one endless line does not outweigh an article.
const HEAVIEST_LINE: u32 = 60;

/// The lines of the article's body, and the lines at which the page was cut.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) run: Range<usize>,
    pub(super) piece: Range<usize>,
}

/// Finds the body; `run` is empty when no line looks like prose.
pub(super) fn find(text: &str, lines: &[Line]) -> Body {
    let found: Vec<(i64, Range<usize>, Range<usize>)> = pieces(text, lines)
        .into_iter()
        .map(|piece| {
            let (weight, run) = heaviest_run(lines, piece.clone());
            (weight, below_byline(lines, run), piece)
        })
        .collect();
    let most = found.iter().map(|f| f.0).max().unwrap_or(0);
    // The first article of a page is its own; what comes behind was carried along, even where it is longer.
    let own = found.into_iter().find(|&(weight, ..)| weight > 0 && (weight * 3 >= most || weight >= ENOUGH_WEIGHT));
    own.map_or(Body { run: 0..0, piece: 0..lines.len() }, |(_, run, piece)| Body { run, piece })
}

/// A run that begins with a headline and a standfirst built like sentences, and then a byline, begins below it.
fn below_byline(lines: &[Line], run: Range<usize>) -> Range<usize> {
    let head = run.start..run.end.min(run.start + LONGEST_HEAD);
    let signed = head.clone().find(|&n| lines[n].look == Look::Byline);
    let short = |n: usize| matches!(lines[n].look, Look::Prose | Look::Short | Look::Fragment) && lines[n].words <= 30;
    match signed {
        Some(byline) if (run.start..byline).all(short) && byline + 1 < run.end => byline + 1..run.end,
        _ => run,
    }
}

/// The page in pieces, cut where an article surely ends.
fn pieces(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut prose) = (Vec::new(), 0, 0);
    let mut left: u64 = lines.iter().map(|l| u64::from(l.prose_words())).sum();
    for n in 0..lines.len() {
        if prose >= ENOUGH_PROSE && ends_here(text, lines, start, n, left > u64::from(prose)) {
            pieces.push(start..n);
            (start, prose) = (n, 0);
        }
        prose += lines[n].prose_words();
        left -= u64::from(lines[n].prose_words());
    }
    pieces.push(start..lines.len());
    pieces
}

/// Whether the article before line `n`, which has had prose enough, cannot go on behind it. `more` tells whether more
/// prose is still to come than was had: then a doubtful mark is none.
fn ends_here(text: &str, lines: &[Line], start: usize, n: usize, more: bool) -> bool {
    let line = &lines[n];
    match line.look {
        // A short one right above a paragraph is a photo's.
        Look::Rights => line.words > LONGEST_PHOTO_RIGHT || !prose_follows(lines, n),
        Look::EndHead => !more,
        Look::CommentHead => {
            if line.words >= 2 {
                !more || !prose_follows(lines, n)
            } else {
                !more && !prose_follows(lines, n)
            }
        }
        Look::Fragment => another_text(text, lines, start, n),
        _ => false,
    }
}

/// Whether the very next line is a paragraph: then a lone "Comment" was a button between two of them.
fn prose_follows(lines: &[Line], n: usize) -> bool {
    lines.get(n + 1).is_some_and(|l| l.look == Look::Prose && l.words >= 12)
}

/// Whether another text's head begins at line `n`: a headline printed again and again, or with a byline or stamp
/// of its own, and behind it prose on another subject.
fn another_text(text: &str, lines: &[Line], start: usize, n: usize) -> bool {
    let line = &lines[n];
    if !line.headline_like() {
        return false;
    }
    let near = &lines[n + 1..lines.len().min(n + 1 + HEAD_LINES)];
    let times = 1 + near.iter().filter(|l| l.key == line.key).count();
    let head = || near.iter().take_while(|l| !l.runs());
    // Twice alone is how a picture's text and its caption look.
    let signed =
        head().any(|l| l.look == Look::Byline) || times > 2 || times == 2 && head().any(|l| l.look == Look::Stamp);
    let Some(prose) = near.iter().find(|l| l.look == Look::Prose && l.words >= 8) else { return signed && times > 1 };
    if !signed {
        return false;
    }
    let mut topic = Topic::new();
    for before in lines[start..n].iter().rev().filter(|l| l.look == Look::Prose).take(TOPIC_LINES) {
        topic.add(before.span.of(text));
    }
    topic.share(prose.span.of(text)) < ON_TOPIC
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
        Look::Rights if line.words <= LONGEST_PHOTO_RIGHT => -10,
        Look::Byline | Look::Headline => -60,
        Look::Rights => -80,
    }
}

/// The run of lines in `piece` with the greatest weight (Kadane), the earliest of equals; its ends are prose.
fn heaviest_run(lines: &[Line], piece: Range<usize>) -> (i64, Range<usize>) {
    let (mut best, mut best_run) = (0, piece.start..piece.start);
    let (mut sum, mut from, mut furniture) = (0, piece.start, 0);
    for n in piece.clone() {
        if sum <= 0 {
            (sum, from, furniture) = (0, n, 0);
        }
        let weight = weight(&lines[n]);
        // Authors and rights lines part texts, however much furniture there was before.
        let parts = weight <= -60;
        let capped = if weight >= 0 || parts { weight } else { weight.max(-HEAVIEST_FURNITURE - furniture) };
        furniture = if weight > 0 { 0 } else { furniture + capped };
        sum += capped;
        if sum > best {
            (best, best_run) = (sum, from..n + 1);
        }
    }
    (best, best_run)
}
