//! What one line looks like by itself, before its neighbors are asked: built like prose, like a heading, like a button.

use super::{
    vocabulary::Vocabulary,
    words::{LONGEST_READ, Words, hash},
};
use crate::text::Span;
use std::collections::HashMap;

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A sentence or several.
    Prose,
    /// Two or three words with a sentence's end ("He was wrong.").
    Short,
    /// A few words without a sentence's end: a heading, a headline, a menu.
    Fragment,
    /// A button, a menu word, a logo word, a number.
    Button,
    /// The heading of a list of links.
    ListHead,
    /// One line that leads to another text ("Also Read: …").
    Link,
    /// The heading of the readers' comments.
    CommentHead,
    /// The heading of references and other matter behind an article.
    EndHead,
    /// "HEADLINE: …" in a text saved from a database.
    Headline,
    /// A sentence that asks something of the reader for the page's sake.
    Pitch,
    /// A date, a time, an age.
    Stamp,
    /// "By Jane Doe" and the like.
    Byline,
    /// "Reporting by …; editing by …".
    Credits,
    /// Who the author is.
    Biography,
    /// A photo caption.
    Caption,
    /// A photo credit.
    Credit,
    /// The rights line.
    Rights,
    /// A correction or an editor's note.
    Note,
}

/// One non-empty line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Without white space at its ends, in bytes of the text.
    pub(super) span: Span,
    /// What it looks like.
    pub(super) look: Look,
    /// Words; beyond the longest line that is read word by word, an estimate.
    pub(super) words: u16,
    /// Content words with a capital, in tenths of all content words.
    pub(super) capitals: u8,
    /// Equal for lines of equal words.
    pub(super) key: u64,
    /// Ends like a question.
    pub(super) asks: bool,
    /// Begins with a bullet or a list number.
    pub(super) listed: bool,
    /// Has a quotation mark.
    pub(super) quotes: bool,
    /// A few words that could be somebody's name, perhaps with a trade or a place, and nothing else.
    pub(super) name_like: bool,
    /// Begins like a request ("Get …", "Join …").
    pub(super) bids: bool,
    /// Speaks to the reader or gives an address: behind the last paragraph that is no paragraph.
    pub(super) afterword: bool,
}

impl Line {
    /// Words of running text, as far as this line's look goes.
    pub(super) fn prose_words(&self) -> u32 {
        if self.look == Look::Prose { u32::from(self.words) } else { 0 }
    }

    /// Whether it could be a headline: a few words, not a button.
    pub(super) fn headline_like(&self) -> bool {
        self.look == Look::Fragment && self.words >= 4
    }

    /// Whether it runs like an article's text.
    pub(super) fn runs(&self) -> bool {
        matches!(self.look, Look::Prose | Look::Short)
    }
}

/// From this many words on, a line without a full stop is running text all the same.
const LONGEST_FRAGMENT: usize = 24;

/// Bytes of a line that a page can have by the million, and then again and again; longer lines are looked at each time.
const SHORT: usize = 8;

/// How many different short lines are remembered.
const REMEMBERED: usize = 4096;

/// Looks at lines one after the other.
#[derive(Debug)]
pub(super) struct Looker {
    pub(super) vocabulary: Vocabulary,
    pub(super) words: Words,
    /// Short lines seen before.
    known: HashMap<String, Line>,
}

impl Looker {
    pub(super) fn new() -> Self {
        Looker { vocabulary: Vocabulary::new(), words: Words::default(), known: HashMap::new() }
    }

    /// Looks at the line at `span` (its ends trimmed).
    pub(super) fn look(&mut self, text: &str, span: Span) -> Line {
        let raw = span.of(text);
        if raw.len() > SHORT {
            return self.look_closely(raw, span);
        }
        if let Some(&known) = self.known.get(raw) {
            return Line { span, ..known };
        }
        let line = self.look_closely(raw, span);
        if self.known.len() < REMEMBERED {
            self.known.insert(raw.to_owned(), line);
        }
        line
    }

    fn look_closely(&mut self, raw: &str, span: Span) -> Line {
        let mut line = Line {
            span,
            look: Look::Prose,
            words: u16::MAX,
            capitals: 0,
            key: 0,
            asks: false,
            listed: false,
            quotes: true,
            name_like: false,
            bids: false,
            afterword: false,
        };
        if raw.len() > LONGEST_READ {
            line.words = (raw.len() / 6).min(usize::from(u16::MAX)) as u16;
            line.key = hash(raw.get(..64).unwrap_or("")) ^ raw.len() as u64;
            return line;
        }
        self.words.read(raw);
        let end = Ending::of(raw);
        line.words = (self.words.len() + wide_words(raw)) as u16;
        line.key = self.words.key();
        line.asks = end == Ending::Question;
        line.listed = has_bullet(raw);
        line.quotes = raw.contains(['"', '“', '”', '„', '«', '‘']);
        if self.words.len() <= LONGEST_FRAGMENT {
            line.capitals = self.capitals();
        }
        line.look = self.judge(raw, end, &line);
        line.bids = self.vocabulary.requests.has(&self.words, 0);
        match line.look {
            Look::Fragment => line.name_like = self.is_name_like(raw, end),
            Look::Prose => line.afterword = self.is_afterword(raw, line.quotes),
            _ => {}
        }
        line
    }

    fn judge(&self, raw: &str, end: Ending, line: &Line) -> Look {
        let count = usize::from(line.words);
        if count == 0 {
            return Look::Button;
        }
        if let Some(look) = self.label(raw, end) {
            return look;
        }
        if count == 1 && raw.is_ascii() {
            let word = raw.bytes().any(|b| b.is_ascii_alphabetic());
            return if !word {
                Look::Button
            } else if end == Ending::Stop {
                Look::Short
            } else {
                Look::Fragment
            };
        }
        let special = self
            .rights(raw, count)
            .or_else(|| self.is_stamp(raw, end, count).then_some(Look::Stamp))
            .or_else(|| self.is_byline(raw, end, line).then_some(Look::Byline))
            .or_else(|| self.is_credits(count).then_some(Look::Credits))
            .or_else(|| self.is_biography(raw, end, line).then_some(Look::Biography))
            .or_else(|| self.picture(raw, end, count))
            .or_else(|| self.is_note(raw).then_some(Look::Note))
            .or_else(|| self.is_pitch(raw, count, line.quotes).then_some(Look::Pitch));
        if let Some(look) = special {
            return look;
        }
        let lasts = count <= 5
            && self.words.iter().all(|w| {
                w.bytes().all(|b| b.is_ascii_digit())
                    || matches!(w, "min" | "mins" | "minute" | "minutes" | "read" | "listen")
            });
        if lasts || is_menu(raw, end) || (count <= 3 && raw.bytes().all(|b| !b.is_ascii_alphabetic() && b.is_ascii())) {
            return Look::Button;
        }
        match end {
            Ending::None if count >= LONGEST_FRAGMENT => Look::Prose,
            Ending::None => Look::Fragment,
            Ending::Colon if count >= 4 => Look::Prose,
            Ending::Colon => Look::Fragment,
            _ if count >= 4 => Look::Prose,
            _ => Look::Short,
        }
    }

    /// Content words with a capital, in tenths of content words.
    fn capitals(&self) -> u8 {
        let (mut content, mut capital) = (0, 0);
        for n in 0..self.words.len() {
            if !self.vocabulary.function.has(&self.words, n) && !self.words.word(n).bytes().all(|b| b.is_ascii_digit())
            {
                content += 1;
                capital += usize::from(self.words.is_capital(n));
            }
        }
        (capital * 10).checked_div(content).unwrap_or(0) as u8
    }
}

/// How a line ends, quotation marks and brackets behind it taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Full stop, exclamation mark, ellipsis, their relatives in other scripts; a comma or semicolon of verse.
    Stop,
    /// Question mark.
    Question,
    /// Colon.
    Colon,
    /// Nothing of the kind.
    None,
}

impl Ending {
    pub(super) fn of(raw: &str) -> Ending {
        let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_') || c.is_whitespace();
        match raw.trim_end_matches(closing).chars().next_back() {
            Some('.' | '!' | '…' | '。' | '！' | '।' | '۔' | '॥' | '።' | ';' | ',') => Ending::Stop,
            Some('?' | '？' | '؟') => Ending::Question,
            Some(':' | '：') => Ending::Colon,
            _ => Ending::None,
        }
    }
}

/// Scripts without spaces have no words to count; two of their characters stand for one.
fn wide_words(raw: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    if raw.is_ascii() { 0 } else { raw.chars().filter(|&c| wide(c)).count() / 2 }
}

/// Whether the line begins with a bullet or a list number and a space.
fn has_bullet(raw: &str) -> bool {
    let rest = raw.strip_prefix(['•', '·', '-', '*', '▪', '●', '‣', '◦', '–', '■']);
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = || (1..=2).contains(&digits) && raw[digits..].trim_start_matches(['.', ')']).starts_with(' ');
    rest.is_some_and(|r| r.starts_with(char::is_whitespace)) || numbered()
}

/// Menus and paths: "Home > World > Asia", "U.S. | World | Politics", "Business News › Tech".
fn is_menu(raw: &str, end: Ending) -> bool {
    if end != Ending::None || raw.len() > 200 {
        return false;
    }
    let (mut paths, mut bars) = (0, 0);
    for word in raw.split(' ') {
        paths += usize::from(matches!(word, ">" | "›" | "»"));
        bars += usize::from(matches!(word, "|" | "/" | "·" | "•"));
    }
    let closed =
        raw.ends_with(['>', '›', '»', '|', '/', '·', '•']) || raw.starts_with(['>', '›', '»', '|', '/', '·', '•']);
    (paths >= 1 || bars >= 2) && !closed
}
