//! Quotation marks: which stretches of a paragraph stand in them, whatever the house style.
//!
//! 1. [`marks`] lists the characters that can open or close, with apostrophes, inches and feet left out;
//! 2. [`quoted`] walks them once: outermost pairs win, an unmatched mark costs at most its own sentence.
//!
//! Every look ahead is answered by a table filled from the end, so the time is linear in the paragraph.

use super::lexicon::{self, CLIPPED, SAY};
use crate::text::Span;

/// A stretch inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// Both marks included; up to the paragraph's end where `closed` is false.
    pub(super) span: Span,
    /// The words between the marks.
    pub(super) content: Span,
    /// Whether a closing mark stands in this paragraph.
    pub(super) closed: bool,
}

/// Which marks belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
}

/// How firmly a single mark may close: an apostrophe looks the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    /// It cannot.
    Never,
    /// After an `s` or a dropped `g`: most likely a possessive.
    Possessive,
    /// After another letter.
    Plain,
    /// After punctuation.
    Firm,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: Family,
    opens: bool,
    closing: Closing,
    /// A curly or low mark says itself whether it opens; a straight one goes by its neighbors.
    straight: bool,
}

impl Mark {
    fn closes(&self) -> bool {
        self.closing != Closing::Never
    }
}

const NONE: usize = usize::MAX;

/// A number for each mark. Half the room of `usize`: a paragraph may be nothing but marks.
struct Table(Vec<u32>);

impl Table {
    /// The number of mark `at`; `NONE` stays `NONE`.
    fn at(&self, at: usize) -> usize {
        self.0.get(at).filter(|&&n| n != u32::MAX).map_or(NONE, |&n| n as usize)
    }
}

/// For each mark: the nearest later mark of a sort, or `NONE`.
struct Ahead {
    firm: Table,
    plain: Table,
    possessive: Table,
    single_opening: Table,
    double: Table,
    /// How many double marks stand before each mark.
    doubles_before: Table,
}

impl Ahead {
    fn new(marks: &[Mark]) -> Ahead {
        let table = |fits: &dyn Fn(&Mark) -> bool| {
            let (mut table, mut next) = (vec![u32::MAX; marks.len()], u32::MAX);
            for (i, mark) in marks.iter().enumerate().rev() {
                table[i] = next;
                if fits(mark) {
                    next = u32::try_from(i).unwrap_or(u32::MAX);
                }
            }
            Table(table)
        };
        let single = |m: &Mark, closing| m.family == Family::Single && m.closing == closing;
        Ahead {
            firm: table(&|m| single(m, Closing::Firm)),
            plain: table(&|m| single(m, Closing::Plain)),
            possessive: table(&|m| single(m, Closing::Possessive)),
            single_opening: table(&|m| m.family == Family::Single && m.opens && !m.closes()),
            double: table(&|m| m.family == Family::Double),
            doubles_before: Table(
                marks
                    .iter()
                    .scan(0_u32, |count, mark| {
                        let before = *count;
                        *count = count.saturating_add(u32::from(mark.family == Family::Double));
                        Some(before)
                    })
                    .collect(),
            ),
        }
    }

    /// The single mark that most likely closes what opened at mark `from`, before mark `limit`.
    fn single_closer(&self, from: usize, limit: usize) -> Option<usize> {
        let before = |i: usize| (i < limit).then_some(i);
        match (before(self.firm.at(from)), before(self.plain.at(from))) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b).or_else(|| before(self.possessive.at(from))),
        }
    }
}

/// The outermost quoted stretches of a paragraph, in order. `runs_on` says whether the next paragraph opens with a mark.
pub(super) fn quoted(text: &str, paragraph: Span, runs_on: bool) -> Vec<Quoted> {
    let marks = marks(text, paragraph);
    if marks.is_empty() {
        return Vec::new();
    }
    let ahead = Ahead::new(&marks);
    // Its words without the white space around them.
    let words = paragraph.of(text).trim_end();
    let words = Span::new(paragraph.start + words.len() - words.trim_start().len(), paragraph.start + words.len());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        if !mark.opens {
            at += 1;
            continue;
        }
        let closer = match mark.family {
            Family::Single => single(&ahead, at),
            Family::Double => double(text, &marks, &ahead, at, runs_on),
            Family::Angle => {
                (at + 1..marks.len().min(at + 9)).find(|&i| marks[i].family == Family::Angle && marks[i].closes())
            }
        };
        match closer {
            Some(close) => {
                let (content, span) = (
                    Span::new(mark.span.end, marks[close].span.start),
                    Span::new(mark.span.start, marks[close].span.end),
                );
                if !content.of(text).trim().is_empty() {
                    found.push(Quoted { span, content, closed: true });
                }
                at = close + 1;
            }
            None => {
                if mark.family == Family::Double {
                    let next = marks.get(ahead.double.at(at)).map(|m| m.span.start);
                    if let Some(stop) = unclosed(text, words, mark, next, runs_on) {
                        let span = Span::new(mark.span.start, stop);
                        found.push(Quoted { span, content: Span::new(mark.span.end, stop), closed: false });
                    }
                    at = if ahead.double.at(at) == NONE { marks.len() } else { ahead.double.at(at) };
                } else {
                    at += 1;
                }
            }
        }
    }
    found
}

/// Where a quotation ends that was opened and never closed; none when the mark is better ignored. `paragraph` has no white
/// space at its ends.
fn unclosed(text: &str, paragraph: Span, mark: &Mark, next: Option<usize>, runs_on: bool) -> Option<usize> {
    let opens_paragraph = mark.span.start == paragraph.start;
    let before = Span::new(paragraph.start, mark.span.start).of(text).trim_end();
    match next {
        // "Foo bar. “Baz," – the closing mark before the second opening one was lost.
        Some(next) => {
            let inner = Span::new(mark.span.end, next).of(text).trim_end();
            let sentence = inner.ends_with(['.', '!', '?', ',']) && inner.starts_with(char::is_uppercase);
            sentence.then(|| mark.span.end + attributed(inner).unwrap_or(inner.len()))
        }
        None => {
            let sentence = opens_paragraph
                || before.ends_with([',', ':'])
                || runs_on && before.ends_with(['.', '!', '?', '…', ')']);
            (sentence && mark.span.end < paragraph.end).then_some(paragraph.end)
        }
    }
}

/// Where the words of a quotation end whose closing mark was lost before its attribution: behind the comma of
/// "The lift is broken, said Ana Ruiz."
fn attributed(words: &str) -> Option<usize> {
    let verb = |word: &str| lexicon::classes(word.trim_end_matches([',', '.', ':'])).is(SAY);
    let commas = words.match_indices(", ").map(|(at, _)| at + 1);
    commas.take(8).find(|&at| {
        let mut before = words[at..].split_whitespace().take(8).take_while(|word| !verb(word)).peekable();
        let inverted = before.peek().is_none();
        let (mut count, mut named) = (0, false);
        for word in before {
            count += 1;
            named |= word.starts_with(char::is_uppercase) || matches!(word, "he" | "she" | "they");
        }
        let said = words[at..].split_whitespace().nth(count).is_some_and(verb);
        said && (inverted || named)
    })
}

/// The mark that closes the single quotation opened at `at`.
fn single(ahead: &Ahead, at: usize) -> Option<usize> {
    let limit = ahead.single_opening.at(at);
    let close = ahead.single_closer(at, limit).or_else(|| ahead.single_closer(at, NONE))?;
    // Double marks inside must pair up, else this was an apostrophe in front of them.
    (ahead.doubles_before.at(close) - ahead.doubles_before.at(at)).is_multiple_of(2).then_some(close)
}

/// The mark that closes the double quotation opened at `at`.
fn double(text: &str, marks: &[Mark], ahead: &Ahead, at: usize, runs_on: bool) -> Option<usize> {
    let next = ahead.double.at(at);
    let Some(mark) = marks.get(next) else {
        // Nothing double follows: closed by a single mark, or it runs on over the paragraph.
        let close = ahead.single_closer(at, ahead.single_opening.at(at))?;
        return (!runs_on || marks[close].closing == Closing::Firm).then_some(close);
    };
    if mark.closes() && !(mark.opens && opens_here(text, mark)) {
        // "It was a 12" pipe," – inches, when a further mark can only close.
        let after = ahead.double.at(next);
        let inches = mark.straight && text[..mark.span.start].ends_with(|c: char| c.is_ascii_digit());
        let further = marks.get(after).filter(|m| inches && m.closes() && !m.opens && !opens_here(text, m));
        return Some(if further.is_some() { after } else { next });
    }
    // Another one opens first. Nested when two closing marks follow at once.
    let after = ahead.double.at(next);
    let last = marks.get(after).and_then(|_| marks.get(ahead.double.at(after)));
    if !mark.straight && marks.get(after).is_some_and(Mark::closes) && last.is_some_and(|m| m.closes() && !m.opens) {
        return Some(ahead.double.at(after));
    }
    ahead.single_closer(at, next)
}

/// Whether a straight mark stands where only an opening one does: after a space, before a letter.
fn opens_here(text: &str, mark: &Mark) -> bool {
    let before = text[..mark.span.start].chars().next_back();
    let after = text[mark.span.end..].chars().next();
    before.is_none_or(char::is_whitespace) && after.is_some_and(|c| !c.is_whitespace())
}

/// Whether a paragraph opens with a mark that can open a quotation.
pub(super) fn opens_with_mark(text: &str, paragraph: Span) -> bool {
    paragraph.of(text).trim_start().starts_with(['“', '"', '‘', '«', '„', '\'', '`'])
}

/// Every mark of a paragraph that can open or close a quotation.
fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let line = paragraph.of(text);
    let mut found: Vec<Mark> = Vec::new();
    if !line.bytes().any(may_begin_mark) {
        return found;
    }
    let mut before = None;
    let mut low_open = false;
    // The first angle mark shows which way they point: «French» or »German«.
    let german = line.find(['«', '»', '‹', '›']).is_some_and(|at| line[at..].starts_with(['»', '›']));
    let mut feet_at = NONE;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !may_begin_mark(line.as_bytes()[at]) {
            before = Some(c);
            continue;
        }
        let mut width = c.len_utf8();
        let mut kind = c;
        if matches!(c, '\'' | '`') && chars.peek().is_some_and(|&(_, d)| d == c) {
            chars.next();
            width += 1;
            kind = if c == '`' { '“' } else { '"' };
        }
        let after = line[at + width..].chars().next();
        let span = Span::new(at, at + width).shifted(paragraph.start);
        let opening = before.is_none_or(|b: char| {
            b.is_whitespace() || matches!(b, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '«')
        }) && after.is_some_and(|a| !a.is_whitespace());
        let ending = before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric());
        let mark = |family, opens, closing, straight| Mark { span, family, opens, closing, straight };
        let when = |closes: bool| if closes { Closing::Firm } else { Closing::Never };
        match kind {
            '“' if low_open => {
                low_open = false;
                found.push(mark(Family::Double, false, Closing::Firm, false));
            }
            '“' | '‟' => found.push(mark(Family::Double, true, Closing::Never, false)),
            '„' => {
                low_open = true;
                found.push(mark(Family::Double, true, Closing::Never, false));
            }
            '”' => {
                low_open = false;
                // Swedish style and typing slips: the same mark opens.
                found.push(mark(Family::Double, opening && !ending, when(!opening || ending), false));
            }
            '"' | '＂' => {
                let inches = width == 1
                    && before.is_some_and(|b| b.is_ascii_digit())
                    && feet_at != NONE
                    && span.start - feet_at <= 4;
                if !inches {
                    found.push(mark(Family::Double, opening || !ending, when(!opening || ending), true));
                }
            }
            '«' | '‹' => found.push(mark(Family::Angle, !german, when(german), false)),
            '»' | '›' => found.push(mark(Family::Angle, german, when(!german), false)),
            '‘' if opening && !clipped(&line[at + width..]) => {
                found.push(mark(Family::Single, true, Closing::Never, false));
            }
            '\'' | '’' => {
                if before.is_some_and(|b| b.is_ascii_digit())
                    && after.is_some_and(|a| a.is_ascii_digit() || a.is_whitespace())
                {
                    feet_at = span.start;
                }
                let opens = c == '\'' && opening && !ending && !clipped(&line[at + width..]);
                let closing = if ending && !opens { closing(&line[..at], &line[at + width..]) } else { Closing::Never };
                if opens || closing != Closing::Never {
                    found.push(mark(Family::Single, opens, closing, true));
                }
            }
            _ => {}
        }
        before = line[at..at + width].chars().next_back();
    }
    found
}

/// Whether a byte may be the first of a mark: a straight one, or of the three ranges that hold all others.
fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xc2 | 0xe2 | 0xef)
}

/// How firmly a single mark between these two closes.
fn closing(before: &str, after: &str) -> Closing {
    let mut next = after.chars();
    let (first, second) = (next.next(), next.next());
    let into_word = first.is_some_and(char::is_whitespace) && second.is_some_and(char::is_alphabetic);
    match before.chars().next_back() {
        None => Closing::Never,
        Some(',' | '.' | '?' | '!' | '…' | '—' | '–' | '"' | '”' | ')') => Closing::Firm,
        Some('s' | 'S') if into_word => Closing::Possessive,
        Some('n' | 'o') if into_word && (before.ends_with("in") || before.ends_with("o")) => Closing::Possessive,
        Some(_) => Closing::Plain,
    }
}

/// Whether what follows a leading apostrophe is a clipped word or a decade: 'em, 'tis, '90s.
fn clipped(after: &str) -> bool {
    let word = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len()).min(after.len())];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let decade = digits == 2 && matches!(&word[2..], "" | "s");
    decade || (word.len() <= 5 && lexicon::classes(word).is(CLIPPED))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quoted stretches of one paragraph.
    fn of(text: &str) -> Vec<&str> {
        quoted(text, Span::new(0, text.len()), false).iter().map(|q| q.span.of(text)).collect()
    }

    #[test]
    fn every_house_style_closes_its_own_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("“We won,” she said. “At last.”", &["“We won,”", "“At last.”"]),
            ("\"We won,\" she said. \"At last.\"", &["\"We won,\"", "\"At last.\""]),
            ("‘We won,’ she said. ‘At last.’", &["‘We won,’", "‘At last.’"]),
            ("'We won,' she said. 'At last.'", &["'We won,'", "'At last.'"]),
            ("«We won», she said.", &["«We won»"]),
            ("»We won«, she said.", &["»We won«"]),
            ("„We won“, she said.", &["„We won“"]),
            ("”We won”, she said.", &["”We won”"]),
            ("``We won,'' she said.", &["``We won,''"]),
            ("''We won,'' she said.", &["''We won,''"]),
            ("\"We won,' she said. \"At last.'", &["\"We won,'", "\"At last.'"]),
            ("“We won,’ she said. “At last.’", &["“We won,’", "“At last.’"]),
            ("A \"rival' but \"not a foe.'", &["\"rival'", "\"not a foe.'"]),
        ];
        for (text, want) in cases {
            assert_eq!(of(text), *want, "{text}");
        }
    }

    #[test]
    fn nested_quotations_belong_to_the_outer_one() {
        let cases: &[(&str, &[&str])] = &[
            ("“She told me, ‘Never again,’ and left,” he said.", &["“She told me, ‘Never again,’ and left,”"]),
            ("‘She told me, “Never again,” and left,’ he said.", &["‘She told me, “Never again,” and left,’"]),
            ("“She said “never” twice,” he said.", &["“She said “never” twice,”"]),
        ];
        for (text, want) in cases {
            assert_eq!(of(text), *want, "{text}");
        }
    }

    #[test]
    fn apostrophes_feet_and_inches_are_no_marks() {
        let none: &[&str] = &[
            "It isn't the miners' fault, nor the dogs'.",
            "Back in the '90s we'd give 'em rock 'n' roll.",
            "He stood 6'2\" tall beside a 12' wall.",
            "The summer of ’69 and the winter of ’70.",
            "The workers’ rights and the owners’ claims.",
        ];
        for text in none {
            assert_eq!(of(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(of("'The miners' rights aren't gone,' he said."), ["'The miners' rights aren't gone,'"]);
        assert_eq!(of("\"The miners' rights are gone,\" he said."), ["\"The miners' rights are gone,\""]);
        assert_eq!(of("“The miners’ rights are gone,” he said."), ["“The miners’ rights are gone,”"]);
        assert_eq!(of("‘We’re goin’ home,’ he said."), ["‘We’re goin’ home,’"]);
    }

    #[test]
    fn an_unmatched_mark_swallows_nothing() {
        assert_eq!(of("The “plan was dropped. “Good,” she said."), ["“Good,”"]);
        assert_eq!(of("“It was dropped. “Good,” she said."), ["“It was dropped.", "“Good,”"]);
        assert_eq!(of("“The lift is broken, said Ana Ruiz. “So am I.”"), ["“The lift is broken,", "“So am I.”"]);
        assert_eq!(of("A stray \" mark in a line."), Vec::<&str>::new());
        assert_eq!(of("A stray ” mark in a line."), Vec::<&str>::new());
    }
}
