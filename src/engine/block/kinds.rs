//! The kinds of all lines, once the body is found: its head, the body itself, and what comes behind.

use super::{
    BlockKind,
    body::Body,
    line::{Line, Look},
    topic::Topic,
};

/// A kind and why.
pub(super) type Verdict = (BlockKind, &'static str);

/// Lines above the body among which its title is looked for.
const HEAD_REACH: usize = 60;

/// Words of a tail paragraph that make it another article rather than a prompt or a teaser.
const OTHER_WORDS: u16 = 45;

/// Part of a line's content words (percent) that the body has had, for the line to go on with the body's subject.
const ON_TOPIC: usize = 25;

/// Tells the kinds of all lines.
pub(super) fn kinds(text: &str, lines: &[Line], body: &Body) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = lines.iter().map(furniture).collect();
    if body.run.is_empty() {
        whole_page_without_prose(lines, &mut verdicts);
        return verdicts;
    }
    let start = widened_start(lines, body);
    let end = walk_body(text, lines, start, body.piece.end, &mut verdicts);
    head(text, lines, start, end, &mut verdicts);
    tail(lines, end, &mut verdicts);
    verdicts
}

/// What a line is outside any article.
fn furniture(line: &Line) -> Verdict {
    use BlockKind::{Byline, Chrome, Copyright};
    match line.look {
        Look::Prose | Look::Short => (Chrome, "a sentence outside the article"),
        Look::Fragment => (Chrome, "a few words outside the article"),
        Look::Button => (Chrome, "a button or menu word"),
        Look::ListHead => (Chrome, "the heading of a list of links"),
        Look::Link => (Chrome, "a link to another text"),
        Look::CommentHead => (Chrome, "the readers' comments"),
        Look::Pitch => (Chrome, "a request to the reader"),
        Look::Stamp => (Chrome, "a date outside the article"),
        Look::Byline => (Chrome, "an author outside the article"),
        Look::Credits => (Byline, "who worked on the article"),
        Look::Caption | Look::Credit => (Chrome, "a picture outside the article"),
        Look::Rights => (Copyright, "who holds the rights"),
        Look::Note => (Chrome, "a note of the newsroom on its text"),
    }
}

/// Verse, lists, headlines only: without prose to go by, everything that is no furniture is kept.
fn whole_page_without_prose(lines: &[Line], verdicts: &mut [Verdict]) {
    for (line, verdict) in lines.iter().zip(verdicts) {
        if matches!(line.look, Look::Fragment | Look::Short | Look::Prose | Look::Note) {
            *verdict = (BlockKind::Para, "no prose to go by: kept");
        }
    }
}

/// The run's start, moved up over short sentences that stand right above it, and down off what is no sentence.
fn widened_start(lines: &[Line], body: &Body) -> usize {
    let mut start = body.run.start;
    while start > body.piece.start && matches!(lines[start - 1].look, Look::Prose | Look::Short) {
        start -= 1;
    }
    while start + 1 < body.run.end && !matches!(lines[start].look, Look::Prose | Look::Short) {
        start += 1;
    }
    start
}

/// Walks the body from `start`, at most to `limit`; returns one past its last line.
fn walk_body(text: &str, lines: &[Line], start: usize, limit: usize, verdicts: &mut [Verdict]) -> usize {
    let mut topic = Topic::new();
    let mut listing = false;
    let mut end = start;
    let mut n = start;
    while n < limit {
        let line = &lines[n];
        if listing && resumes(text, lines, n, limit, &topic) {
            listing = false;
        }
        match line.look {
            Look::ListHead => listing = true,
            _ if listing => verdicts[n] = (BlockKind::Chrome, "stands in a list of links"),
            Look::Prose | Look::Short | Look::Fragment => {
                let verdict = in_body(lines, n, limit);
                if verdict.0 == BlockKind::Para {
                    topic.add(line.span.of(text));
                    end = n + 1;
                }
                verdicts[n] = verdict;
            }
            Look::Caption => verdicts[n] = (BlockKind::Caption, "describes a picture"),
            Look::Credit => verdicts[n] = (BlockKind::Credit, "names a picture's maker"),
            Look::Credits => verdicts[n] = (BlockKind::Byline, "who worked on the article"),
            Look::Byline => verdicts[n] = (BlockKind::Byline, "names the author"),
            Look::Stamp => verdicts[n] = (BlockKind::Byline, "dates the text"),
            _ => {}
        }
        n += 1;
    }
    // Behind the last paragraph there is nothing left to head.
    for n in end..limit {
        if verdicts[n].0 == BlockKind::Heading {
            verdicts[n] = furniture(&lines[n]);
        }
    }
    end
}

/// Whether the body goes on at line `n` after a list of links: prose on its subject, or more than one paragraph of it.
/// A crosshead right above such prose belongs to it when it is much shorter than the links above.
fn resumes(text: &str, lines: &[Line], n: usize, limit: usize, topic: &Topic) -> bool {
    let line = &lines[n];
    let prose = |k: usize| k < limit && matches!(lines[k].look, Look::Prose | Look::Short);
    match line.look {
        Look::Prose => {
            let long = line.words >= 12;
            let next = prose(n + 1);
            (long && next) || topic.share(line.span.of(text)) >= ON_TOPIC || (next && prose(n + 2))
        }
        Look::Short => prose(n + 1) && (prose(n + 2) || lines[n + 1].words >= 12),
        Look::Fragment => {
            let links_are_longer = n > 0 && lines[n - 1].look == Look::Fragment && lines[n - 1].words >= line.words * 2;
            line.words <= 5 && links_are_longer && prose(n + 1) && resumes(text, lines, n + 1, limit, topic)
        }
        _ => false,
    }
}

/// A sentence or a few words within the body.
fn in_body(lines: &[Line], n: usize, limit: usize) -> Verdict {
    use BlockKind::{Caption, Chrome, Heading, Para};
    let line = &lines[n];
    let look = |k: usize| if k < limit { lines.get(k).map(|l| l.look) } else { None };
    let before = if n > 0 { look(n - 1) } else { None };
    let after = look(n + 1);
    let running = |l: Option<Look>| matches!(l, Some(Look::Prose | Look::Short));
    let credited = after == Some(Look::Credit);
    match line.look {
        Look::Prose if credited && line.words <= 40 && !line.quotes => (Caption, "stands over a picture's credit"),
        Look::Prose if line.asks && line.words <= 10 && !line.quotes && running(after) && asks_like_heading(line) => {
            (Heading, "a question over the paragraphs that answer it")
        }
        Look::Prose => (Para, "a sentence in the article's body"),
        Look::Short => (Para, "a short sentence in the article's body"),
        _ if credited => (Caption, "stands over a picture's credit"),
        _ if line.listed && line.words >= 3 => (Para, "a point of a list in the body"),
        _ if line.words >= 14 && line.capitals <= 5 => (Para, "long enough to be a paragraph"),
        _ if line.words >= 11 && line.capitals > 7 => (Chrome, "a headline between two paragraphs"),
        _ if after.is_none() || after.is_some_and(|l| !heads(l)) => {
            let lines_of_verse = |l: Option<Look>| l == Some(Look::Fragment);
            if lines_of_verse(after) && lines_of_verse(before) { (Para, "one of several short lines") } else { (Chrome, "a few words that head nothing") }
        }
        _ => (Heading, "a few words over a paragraph"),
    }
}

/// What may stand under a heading.
fn heads(look: Look) -> bool {
    matches!(look, Look::Prose | Look::Short | Look::Caption | Look::Credit | Look::Link | Look::Button | Look::ListHead | Look::Byline)
}

/// A question that opens with its question word is a heading more often than a paragraph.
fn asks_like_heading(line: &Line) -> bool {
    line.words >= 2
}

/// The lines above the body: title, byline, pictures; the rest stays furniture.
fn head(text: &str, lines: &[Line], start: usize, end: usize, verdicts: &mut [Verdict]) {
    let from = start.saturating_sub(HEAD_REACH);
    let title = title(text, lines, from, start, end);
    let above = title.unwrap_or(start);
    for n in from..start {
        let line = &lines[n];
        let near = n >= above.saturating_sub(3);
        verdicts[n] = match line.look {
            _ if title.is_some_and(|t| same_title(text, line, &lines[t])) => (BlockKind::Title, "the headline over the article"),
            Look::Byline => (BlockKind::Byline, "names the author"),
            Look::Stamp if near => (BlockKind::Byline, "dates the article"),
            Look::Fragment if n > above && line.name_like => (BlockKind::Byline, "a name between title and text"),
            Look::Caption if n > above => (BlockKind::Caption, "describes a picture"),
            Look::Credit if n > above => (BlockKind::Credit, "names a picture's maker"),
            Look::Prose | Look::Fragment if n > above && lines[n + 1].look == Look::Credit => (BlockKind::Caption, "stands over a picture's credit"),
            _ => verdicts[n],
        };
    }
}

/// The title's line: of the headlines above the body, the one printed twice, else the longest and nearest that shares
/// words with the body.
fn title(text: &str, lines: &[Line], from: usize, start: usize, end: usize) -> Option<usize> {
    let mut topic = Topic::new();
    for line in &lines[start..end.min(start + 40)] {
        topic.add(line.span.of(text));
    }
    let candidates = (from..start).filter(|&n| {
        let line = &lines[n];
        (line.look == Look::Fragment || (line.look == Look::Prose && line.words <= 30)) && line.words >= 2 && !line.listed
    });
    let score = |n: usize| {
        let line = &lines[n];
        let twice = (from..start).filter(|&k| lines[k].key == line.key).count() > 1;
        let near_byline = (n + 1..start.min(n + 4)).any(|k| matches!(lines[k].look, Look::Byline | Look::Stamp));
        let share = topic_share(text, line, &topic);
        i64::from(line.words.min(14)) * 2 + i64::from(twice) * 30 + i64::from(near_byline) * 12 + share / 4
            - (start - n).min(20) as i64
            - if line.look == Look::Prose { 14 } else { 0 }
            - if line.name_like && line.words <= 3 { 15 } else { 0 }
    };
    candidates.map(|n| (score(n), std::cmp::Reverse(n))).max().filter(|&(s, _)| s > 0).map(|(_, n)| n.0)
}

fn topic_share(text: &str, line: &Line, topic: &Topic) -> i64 {
    topic.share(line.span.of(text)) as i64
}

/// The title once more, perhaps with the outlet behind a bar.
fn same_title(text: &str, line: &Line, title: &Line) -> bool {
    let whole = line.span.of(text);
    let words = title.span.of(text);
    line.key == title.key
        || (line.look == Look::Fragment || line.look == Look::Button)
            && whole.strip_prefix(words).is_some_and(|rest| rest.trim_start().starts_with(['|', '-', '–', '—']))
}

/// Everything behind the body: another article where a headline stands over a long paragraph, furniture otherwise.
fn tail(lines: &[Line], end: usize, verdicts: &mut [Verdict]) {
    let mut commenting = false;
    let mut fresh = end;
    let mut n = end;
    let mut other = false;
    while n < lines.len() {
        let line = &lines[n];
        match line.look {
            Look::CommentHead => commenting = true,
            Look::ListHead => commenting = false,
            _ => {}
        }
        let body = line.look == Look::Prose && !commenting && (line.words >= OTHER_WORDS || (line.words >= 20 && other) || another_body(lines, n));
        if body {
            if let Some(top) = headline_above(lines, fresh, n) {
                for k in top..n {
                    verdicts[k] = (BlockKind::Other, "the head of another article");
                }
                other = true;
            }
            verdicts[n] = (BlockKind::Other, "the body of another article");
            other = true;
            fresh = n + 1;
        } else if other && line.look == Look::Short {
            verdicts[n] = (BlockKind::Other, "the body of another article");
            fresh = n + 1;
        } else if matches!(line.look, Look::Button | Look::Pitch | Look::ListHead | Look::CommentHead | Look::Rights) {
            other = false;
            fresh = n + 1;
        }
        n += 1;
    }
}

/// Two paragraphs in a row, under a headline, are an article too.
fn another_body(lines: &[Line], n: usize) -> bool {
    let prose = |k: usize| lines.get(k).is_some_and(|l| l.look == Look::Prose && l.words >= 15);
    prose(n) && prose(n + 1)
}

/// The first line of the head over the paragraph at `n`, not above `fresh`: its headline, where it is printed several
/// times the first, and the outlet and time between.
fn headline_above(lines: &[Line], fresh: usize, n: usize) -> Option<usize> {
    let nearest = (fresh.max(n.saturating_sub(12))..n).rev().find(|&k| lines[k].headline_like() || (lines[k].look == Look::Prose && lines[k].words <= 20))?;
    (fresh.max(n.saturating_sub(16))..n).find(|&k| lines[k].key == lines[nearest].key).or(Some(nearest))
}
