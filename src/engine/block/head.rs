//! What stands above an article's body: title, standfirst, byline, pictures; the rest stays furniture.

use super::{
    BlockKind,
    kinds::Verdict,
    line::{Line, Look},
    topic::Topic,
};

/// Lines above the body among which its title is looked for.
pub(super) const HEAD_REACH: usize = 60;

/// The lines above the body: title, byline, pictures; the rest stays furniture.
pub(super) fn head(text: &str, lines: &[Line], start: usize, end: usize, verdicts: &mut [Verdict]) {
    let from = start.saturating_sub(HEAD_REACH);
    let Some(title) = title(text, lines, from, start, end) else {
        for n in from..start {
            if matches!(lines[n].look, Look::Byline | Look::Stamp) {
                verdicts[n] = (BlockKind::Byline, "names or dates the article");
            }
        }
        return;
    };
    for n in from..start {
        let line = &lines[n];
        let below = n > title;
        let credited = below
            && (lines[n + 1].look == Look::Credit
                || (lines[n + 1].name_like
                    && lines[n + 1].words <= 3
                    && lines[n + 2..].first().is_some_and(|l| l.look == Look::Byline)));
        let picture_above = n > 0 && verdicts[n - 1].0 == BlockKind::Caption;
        verdicts[n] = match line.look {
            Look::Headline => (BlockKind::Title, "the database's headline field"),
            _ if same_title(text, line, &lines[title]) => (BlockKind::Title, "the headline over the article"),
            Look::Byline => (BlockKind::Byline, "names the author"),
            Look::Stamp if below || n + 3 >= title => (BlockKind::Byline, "dates the article"),
            Look::Caption if below => (BlockKind::Caption, "describes a picture"),
            Look::Credit if below => (BlockKind::Credit, "names a picture's maker"),
            Look::Fragment if below && line.name_like && picture_above => (BlockKind::Credit, "a name under a caption"),
            Look::Fragment if below && line.name_like => (BlockKind::Byline, "a name between title and text"),
            Look::Prose | Look::Fragment if credited => (BlockKind::Caption, "stands over a picture's credit"),
            Look::Prose | Look::Fragment if below && is_standfirst(lines, n) => {
                (BlockKind::Heading, "a standfirst between title and text")
            }
            _ => verdicts[n],
        };
    }
}

/// The title's line: of the headlines above the body, the one printed twice, else the upper one of those that stand near
/// the byline and share words with the body.
fn title(text: &str, lines: &[Line], from: usize, start: usize, end: usize) -> Option<usize> {
    let mut topic = Topic::new();
    for line in &lines[start..end.min(start + TITLE_TOPIC)] {
        topic.add(line.span.of(text));
    }
    let could_be = |n: usize| {
        let line = &lines[n];
        (line.look == Look::Fragment || (line.look == Look::Prose && line.words <= 30))
            && line.words >= 2
            && !line.listed
    };
    let near_byline = |n: usize| (n + 1..start.min(n + 6)).any(|k| lines[k].look.is_head_matter());
    let shared = |n: usize| topic.share(lines[n].span.of(text));
    if let Some(n) = (from..start).find(|&n| lines[n].look == Look::Headline) {
        return Some(n);
    }
    let score = |n: usize| {
        let line = &lines[n];
        let twice = (from..start).filter(|&k| lines[k].key == line.key).count() > 1;
        let mut score = i64::from(line.words.min(10)) * 2 + shared(n) as i64 / 6 - ((start - n) / 4) as i64;
        score += if twice && line.words >= 3 { 30 } else { 0 } + if near_byline(n) { 12 } else { 0 };
        score - if line.look == Look::Prose { 8 } else { 0 } - if line.name_like && line.words <= 4 { 15 } else { 0 }
    };
    let best = (from..start)
        .filter(|&n| could_be(n))
        .map(|n| (score(n), std::cmp::Reverse(n)))
        .max()
        .filter(|&(s, _)| s > 0)?
        .1
        .0;
    let twice = (from..start).filter(|&k| lines[k].key == lines[best].key).count() > 1;
    // A standfirst stands under its title and may share more words with the text than the title does.
    let mut top = best;
    while !twice
        && top > from
        && could_be(top - 1)
        && !among_links(lines, top - 1)
        && lines[top - 1].words >= 4
        && !lines[top - 1].name_like
        && (shared(top - 1) >= 15 || top < 2 && shared(top - 1) > 0)
    {
        top -= 1;
    }
    Some(top)
}

/// Whether a line between title and text says something of its own: a standfirst, or a point of one.
fn is_standfirst(lines: &[Line], n: usize) -> bool {
    let line = &lines[n];
    line.words >= 5 && line.words <= 60 && !line.afterword && !among_links(lines, n)
}

/// Whether only short lines stand between line `n` and the heading of a list of links.
fn among_links(lines: &[Line], n: usize) -> bool {
    (n.saturating_sub(6)..n).rev().map(|k| lines[k].look).find(|l| *l != Look::Fragment) == Some(Look::ListHead)
}

/// Lines of the body whose words a title is compared with.
pub(super) const TITLE_TOPIC: usize = 40;

/// The title once more, perhaps with the outlet behind a bar.
fn same_title(text: &str, line: &Line, title: &Line) -> bool {
    let whole = line.span.of(text);
    let words = title.span.of(text);
    line.key == title.key
        || (line.look == Look::Fragment || line.look == Look::Button)
            && whole.strip_prefix(words).is_some_and(|rest| rest.trim_start().starts_with(['|', '-', '–', '—']))
}
