//! The kinds of all lines, once the body is found: its head, the body itself, and what comes behind.

use super::{
    BlockKind,
    body::Body,
    head::{HEAD_REACH, TITLE_TOPIC, head},
    line::{Line, Look},
    topic::{ON_TOPIC, Topic},
};

/// A kind and why.
pub(super) type Verdict = (BlockKind, &'static str);

/// Lines of furniture in a row behind which prose is no longer taken for the article's without a look at its subject.
const LONGEST_GAP: usize = 3;

/// Words from which a sentence among links, with more of the article to come, is the article's: teasers are shorter.
const OWN_WORDS: u16 = 24;

/// Words of a tail paragraph that make it another article rather than a prompt or a teaser.
const OTHER_WORDS: u16 = 45;

/// Tells the kinds of all lines.
pub(super) fn kinds(text: &str, lines: &[Line], body: &Body) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = lines.iter().map(furniture).collect();
    if body.run.is_empty() {
        whole_page_without_prose(lines, &mut verdicts);
        return verdicts;
    }
    let start = widened_start(text, lines, body);
    let end = walk_body(text, lines, start, body, &mut verdicts);
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
        Look::EndHead => (Chrome, "the heading of what stands behind the article"),
        Look::Pitch => (Chrome, "a request to the reader"),
        Look::Stamp => (Chrome, "a date outside the article"),
        Look::Byline => (Chrome, "an author outside the article"),
        Look::Credits => (Byline, "who worked on the article"),
        Look::Biography => (Chrome, "who the author is"),
        Look::Headline => (Chrome, "a headline outside the article"),
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

/// The run's start, moved up over short sentences that stand right above it and over a first paragraph that furniture
/// parts from it, and down off what is no sentence.
fn widened_start(text: &str, lines: &[Line], body: &Body) -> usize {
    let mut start = body.run.start;
    while start + 1 < body.run.end && !lines[start].runs() {
        start += 1;
    }
    let adjacent = |mut start: usize| {
        while start > body.piece.start && lines[start - 1].runs() {
            start -= 1;
        }
        start
    };
    start = adjacent(start);
    let mut topic = Topic::new();
    for line in lines[start..body.run.end].iter().take(TITLE_TOPIC) {
        topic.add(line.span.of(text));
    }
    let signed = |n: usize| lines[n.saturating_sub(3)..n].iter().any(|l| matches!(l.look, Look::Byline | Look::Stamp));
    for n in (body.piece.start..start).rev().take(HEAD_REACH) {
        let line = &lines[n];
        match line.look {
            Look::Prose if line.words >= 15 && !line.afterword => {
                if !signed(n) && topic.share(line.span.of(text)) < ON_TOPIC {
                    break;
                }
                start = adjacent(n);
            }
            Look::Byline | Look::Headline | Look::ListHead => break,
            _ => {}
        }
    }
    start
}

/// Walks the body from `start`, at most to the end of its piece; returns one past its last line.
fn walk_body(text: &str, lines: &[Line], start: usize, body: &Body, verdicts: &mut [Verdict]) -> usize {
    let limit = body.piece.end;
    let mut topic = Topic::new();
    let (mut listing, mut gap, mut back) = (false, 0, false);
    let (mut end, mut verse_end, mut verse) = (start, start, 0);
    for n in start..limit {
        let line = &lines[n];
        // Beyond the heaviest run, and behind several lines of furniture, prose has to show that it still belongs.
        let beyond = n >= body.run.end;
        listing |= beyond && (gap >= LONGEST_GAP || (!back && !matches!(line.look, Look::Caption | Look::Credit)));
        let paragraph = !beyond && line.look == Look::Prose && line.words >= OWN_WORDS && !line.afterword && !line.asks;
        if listing && (paragraph || resumes(text, lines, n, limit, &topic)) {
            listing = false;
            back |= beyond;
        }
        gap = if line.runs() && !listing { 0 } else { gap + 1 };
        match line.look {
            Look::ListHead => listing = true,
            _ if listing => verdicts[n] = listed(line),
            Look::Prose | Look::Short | Look::Fragment => {
                verdicts[n] = in_body(lines, n, limit);
                if verdicts[n].0 == BlockKind::Para {
                    topic.add(line.span.of(text));
                    verse_end = n + 1;
                    if line.look == Look::Fragment && !line.listed && line.words < 14 {
                        verse += 1
                    } else {
                        end = n + 1
                    }
                }
            }
            Look::Caption => verdicts[n] = (BlockKind::Caption, "describes a picture"),
            Look::Credit => verdicts[n] = (BlockKind::Credit, "names a picture's maker"),
            Look::Rights => verdicts[n] = (BlockKind::Credit, "who holds the rights in a picture"),
            Look::Byline => verdicts[n] = (BlockKind::Byline, "names the author"),
            Look::Stamp if n <= start + 3 => verdicts[n] = (BlockKind::Byline, "dates the text"),
            _ => {}
        }
    }
    let prose = (start..end).filter(|&n| verdicts[n].0 == BlockKind::Para).count();
    let mut end = if verse * 2 > prose { verse_end } else { end };
    while end > start + 1 && (lines[end - 1].afterword || verdicts[end - 1].0 != BlockKind::Para) {
        end -= 1;
    }
    // A picture right behind the last paragraph is still the article's; nothing is left to head there.
    let mut pictured = true;
    for n in end..limit {
        pictured &= matches!(verdicts[n].0, BlockKind::Caption | BlockKind::Credit);
        if !pictured {
            verdicts[n] = furniture(&lines[n]);
        }
    }
    end
}

/// A line in a list of links, or among furniture.
fn listed(line: &Line) -> Verdict {
    match line.look {
        Look::Prose | Look::Short | Look::Fragment => (BlockKind::Chrome, "stands among links and furniture"),
        _ => furniture(line),
    }
}

/// Whether the body goes on at line `n` after a list of links: prose on its subject, or more than one paragraph of it.
/// A crosshead right above such prose belongs to it when it is much shorter than the links above.
fn resumes(text: &str, lines: &[Line], n: usize, limit: usize, topic: &Topic) -> bool {
    let line = &lines[n];
    let prose = |k: usize| k < limit && lines[k].runs();
    match line.look {
        Look::Prose => {
            let next = prose(n + 1);
            let several = next && (line.words >= 12 || prose(n + 2)) && !line.asks;
            !line.afterword && (several || (line.words >= 8 && topic.share(line.span.of(text)) >= ON_TOPIC))
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
    let twice = line.look == Look::Fragment
        && (before.is_some() && lines[n - 1].key == line.key || after.is_some() && lines[n + 1].key == line.key);
    let by_pitch = !line.quotes && (before == Some(Look::Pitch) || after == Some(Look::Pitch)) && line.bids;
    match line.look {
        _ if by_pitch => (Chrome, "goes with a request to the reader"),
        _ if twice => (Caption, "printed twice, as a picture's text is"),
        Look::Prose if credited && line.words <= 40 && !line.quotes => (Caption, "stands over a picture's credit"),
        Look::Prose if line.asks && line.words <= 10 && !line.quotes && running(after) => {
            (Heading, "a question over the paragraphs that answer it")
        }
        Look::Prose => (Para, "a sentence in the article's body"),
        Look::Short if line.asks && !line.quotes && running(after) => {
            (Heading, "a question over the paragraphs that answer it")
        }
        Look::Short => (Para, "a short sentence in the article's body"),
        _ if credited => (Caption, "stands over a picture's credit"),
        _ if line.listed && line.words >= 2 => (Para, "a point of a list in the body"),
        _ if line.words >= 14 && line.capitals <= 5 => (Para, "long enough to be a paragraph"),
        _ if line.words >= 11 && line.capitals > 7 => (Chrome, "a headline between two paragraphs"),
        _ if line.words >= 10 && !line.asks && running(before) && running(after) => {
            (Caption, "too long for a heading, no sentence")
        }
        _ if after.is_none() || after.is_some_and(|l| !heads(l)) => {
            let lines_of_verse = |l: Option<Look>| l == Some(Look::Fragment);
            if lines_of_verse(after) && lines_of_verse(before) {
                (Para, "one of several short lines")
            } else {
                (Chrome, "a few words that head nothing")
            }
        }
        _ => (Heading, "a few words over a paragraph"),
    }
}

/// What may stand under a heading.
fn heads(look: Look) -> bool {
    matches!(
        look,
        Look::Prose
            | Look::Short
            | Look::Caption
            | Look::Credit
            | Look::Link
            | Look::Button
            | Look::ListHead
            | Look::Byline
    )
}

/// Everything behind the body: another article where a headline stands over a long paragraph, furniture otherwise.
fn tail(lines: &[Line], end: usize, verdicts: &mut [Verdict]) {
    let (mut commenting, mut listed) = (false, false);
    let mut fresh = end;
    let mut n = end;
    let mut other = false;
    while n < lines.len() {
        let line = &lines[n];
        match line.look {
            Look::CommentHead => (commenting, listed) = (true, true),
            Look::ListHead => (commenting, listed) = (false, true),
            Look::Stamp if !listed && !other => verdicts[n] = (BlockKind::Byline, "dates the article"),
            _ => {}
        }
        let body = line.look == Look::Prose
            && !commenting
            && (line.words >= OTHER_WORDS || (line.words >= 20 && other) || another_body(lines, n));
        if body {
            if let Some(top) = headline_above(lines, fresh, n) {
                verdicts[top..n].fill((BlockKind::Other, "the head of another article"));
            }
            verdicts[n] = (BlockKind::Other, "the body of another article");
            fresh = n + 1;
            other = true;
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
    let nearest = (fresh.max(n.saturating_sub(12))..n)
        .rev()
        .find(|&k| lines[k].headline_like() || (lines[k].look == Look::Prose && lines[k].words <= 20))?;
    (fresh.max(n.saturating_sub(16))..n).find(|&k| lines[k].key == lines[nearest].key).or(Some(nearest))
}
