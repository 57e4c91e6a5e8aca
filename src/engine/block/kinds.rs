//! The kinds of all lines, once the body is found: its head, the body itself, and what comes behind.

use super::{
    BlockKind,
    body::Body,
    line::{Line, Look},
    topic::{ON_TOPIC, Topic},
};

/// A kind and why.
pub(super) type Verdict = (BlockKind, &'static str);

/// Lines above the body among which its title is looked for.
const HEAD_REACH: usize = 60;

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
    let above = lines[body.piece.start..start].iter().enumerate().rev().take(HEAD_REACH);
    for (n, line) in above {
        match line.look {
            Look::Prose if line.words >= 15 && !line.afterword && topic.share(line.span.of(text)) >= ON_TOPIC => {
                return adjacent(body.piece.start + n);
            }
            Look::Byline | Look::Headline | Look::Rights | Look::ListHead | Look::Prose => break,
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
        let paragraph =
            !beyond && line.look == Look::Prose && line.words >= OWN_WORDS && !line.afterword && !line.asks;
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
            Look::Stamp => verdicts[n] = (BlockKind::Byline, "dates the text"),
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
    let twice = line.look == Look::Fragment && (before.is_some() && lines[n - 1].key == line.key || after.is_some() && lines[n + 1].key == line.key);
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

/// The lines above the body: title, byline, pictures; the rest stays furniture.
fn head(text: &str, lines: &[Line], start: usize, end: usize, verdicts: &mut [Verdict]) {
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
const TITLE_TOPIC: usize = 40;

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
                for k in top..n {
                    verdicts[k] = (BlockKind::Other, "the head of another article");
                }
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
