//! What one line looks like by itself, before its neighbors are asked: built like prose, like a heading, like a button.

use super::{
    vocabulary::{Label, Vocabulary},
    words::{LONGEST_READ, Words, hash},
};
use crate::text::Span;

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
    /// A sentence that asks something of the reader for the page's sake.
    Pitch,
    /// A date, a time, an age.
    Stamp,
    /// "By Jane Doe" and the like.
    Byline,
    /// "Reporting by …; editing by …", or a line on who the author is.
    Credits,
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
    /// Words with a capital that are no function words, in tenths of all words that are none.
    pub(super) capitals: u8,
    /// Equal for lines of equal words.
    pub(super) key: u64,
    /// Ends like a question.
    pub(super) asks: bool,
    /// Begins with a bullet or a list number.
    pub(super) listed: bool,
    /// Has a quotation mark.
    pub(super) quotes: bool,
    /// Two to four words that could be somebody's name and nothing else.
    pub(super) name_like: bool,
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
}

/// Looks at lines one after the other.
#[derive(Debug)]
pub(super) struct Looker {
    vocabulary: Vocabulary,
    words: Words,
}

/// Words a caption can have at most; longer ones are paragraphs that mention a picture.
const LONGEST_CAPTION: usize = 70;

/// Words a prompt can have at most.
const LONGEST_PITCH: usize = 60;

/// From this many words on, a line without a full stop is running text all the same.
const LONGEST_FRAGMENT: usize = 24;

impl Looker {
    pub(super) fn new() -> Self {
        Looker { vocabulary: Vocabulary::new(), words: Words::default() }
    }

    /// The function words, for whoever compares topics.
    pub(super) fn is_function(&self, word: &str) -> bool {
        self.vocabulary.words.whole(word).is_some()
    }

    /// Looks at the line at `span` (its ends trimmed).
    pub(super) fn look(&mut self, text: &str, span: Span) -> Line {
        let raw = span.of(text);
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
        };
        if raw.len() > LONGEST_READ {
            line.words = (raw.len() / 6).min(usize::from(u16::MAX)) as u16;
            line.key = hash(raw.get(..64).unwrap_or("")) ^ raw.len() as u64;
            return line;
        }
        self.words.read(raw);
        let end = Ending::of(raw);
        line.words = (self.words.len() + wide_words(raw)) as u16;
        line.capitals = self.capitals();
        line.key = self.words.key();
        line.asks = end == Ending::Question;
        line.listed = bullet(raw) > 0;
        line.quotes = raw.contains(['"', '“', '”', '„', '«', '‘']);
        line.name_like = self.name_like(raw, end);
        line.look = self.judge(raw, end, &line);
        line
    }

    fn judge(&self, raw: &str, end: Ending, line: &Line) -> Look {
        let (words, count) = (&self.words, usize::from(line.words));
        let plain = words.plain();
        if count == 0 {
            return Look::Button;
        }
        if let Some(label) = self.label(raw) {
            return label;
        }
        if let Some(look) = self.rights(raw, count) {
            return look;
        }
        if self.is_stamp(raw, end, count) {
            return Look::Stamp;
        }
        if self.is_byline(raw, end, count) {
            return Look::Byline;
        }
        if self.is_credits(count, end, line.quotes) {
            return Look::Credits;
        }
        if let Some(look) = self.picture(raw, end, count) {
            return look;
        }
        if self.vocabulary.openings.at_start(plain).is_some_and(|(_, l)| l == Label::Note) && note(raw, plain) {
            return Look::Note;
        }
        if self.is_pitch(raw, count, line.quotes) {
            return Look::Pitch;
        }
        if menu(raw, end) || (count <= 3 && plain.bytes().all(|b| b.is_ascii_digit() || b == b' ')) {
            return Look::Button;
        }
        match end {
            Ending::None if count >= LONGEST_FRAGMENT => Look::Prose,
            Ending::None => Look::Fragment,
            Ending::Colon if count >= 4 => Look::Prose,
            Ending::Colon => Look::Fragment,
            _ if count >= 4 || wide_words(raw) > 0 => Look::Prose,
            _ => Look::Short,
        }
    }

    /// A line that is nothing but furniture words, or furniture words and a link behind a colon.
    fn label(&self, raw: &str) -> Option<Look> {
        let plain = self.words.plain();
        let labels = &self.vocabulary.labels;
        let look = |label: Label| match label {
            Label::List => Look::ListHead,
            Label::Comments => Look::CommentHead,
            _ => Look::Button,
        };
        if self.words.len() <= 9 {
            if let Some(label) = labels.whole(plain) {
                return Some(look(label));
            }
            // "Comments (212)", "41 shares", "37 View comments", "Most read in Fisheries"
            let bare = plain.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
            if bare.len() < plain.len() && !bare.is_empty() {
                let word = labels.whole(bare).or_else(|| labels.whole(bare.trim_end_matches('s')));
                if let Some(label) = word {
                    return Some(look(label));
                }
            }
            if let Some((phrase, Label::List)) = labels.at_start(plain) {
                let rest = plain[phrase.len()..].trim_start();
                let more_from = ["from ", "in ", "on ", "about ", "by ", "stories ", "news ", "articles "];
                let whose = ["news", "stories", "articles", "videos", "headlines", "posts", "coverage", "reading", "content"];
                let short = Ending::of(raw) == Ending::None && self.words.len() <= 6;
                let spoken_for = phrase.contains(' ') || matches!(phrase, "related" | "recommended" | "trending" | "popular" | "more");
                let about = more_from.iter().any(|m| rest.starts_with(m)) || whose.iter().any(|w| rest.ends_with(w));
                if short && spoken_for && about {
                    return Some(Look::ListHead);
                }
            }
            if self.all_buttons(plain) {
                return Some(Look::Button);
            }
        } else if self.words.len() <= 16 && self.all_buttons(plain) {
            return Some(Look::Button);
        }
        self.link(raw)
    }

    /// "Also Read: …", "RELATED | …", "READ MORE » …".
    fn link(&self, raw: &str) -> Option<Look> {
        let at = raw.char_indices().take(40).find(|&(_, c)| matches!(c, ':' | '|' | '»' | '›' | '→' | '–' | '—' | '►' | '▶'))?;
        let (lead, rest) = (&raw[..at.0], raw[at.0 + at.1.len_utf8()..].trim());
        let mut words = Words::default();
        words.read(lead);
        let label = match words.plain() {
            "read" | "watch" | "listen" | "video" | "podcast" | "opinion" | "explained" | "photos" | "gallery" | "live" | "photo gallery" if at.1 != '–' && at.1 != '—' => Some(Label::List),
            "tags" | "topics" | "filed under" | "follow" | "share" | "keywords" | "categories" | "contact" | "related topics" if at.1 == ':' => {
                return Some(Look::Button);
            }
            plain => self.vocabulary.labels.whole(plain).filter(|&l| l == Label::List && !matches!(plain, "more" | "explore" | "elsewhere" | "popular" | "for you") || (l == Label::List && at.1 == ':' && plain == "more")),
        };
        label.map(|_| if rest.is_empty() { Look::ListHead } else { Look::Link })
    }

    /// Whether a line is made of buttons only: "Share Tweet Pin Print", "News Sport Opinion Culture".
    fn all_buttons(&self, plain: &str) -> bool {
        let mut known = 0;
        let mut all = 0;
        for word in plain.split(' ') {
            all += 1;
            known += usize::from(self.vocabulary.labels.whole(word).is_some());
        }
        all >= 2 && known * 3 >= all * 2 && self.capitals() >= 5 && Some(known).is_some_and(|k| k >= 2)
    }

    fn rights(&self, raw: &str, count: usize) -> Option<Look> {
        let plain = self.words.plain();
        let sign = raw.contains('©') || raw.contains("(c) 2") || raw.contains("(C) 2") || raw.contains("(c) 1");
        let opening = self.vocabulary.openings.at_start(plain).filter(|&(_, l)| l == Label::Rights);
        let says = match opening {
            Some(("copyright", _)) => (0..4).any(|n| self.words.word(n).bytes().all(|b| b.is_ascii_digit())) || sign,
            Some(_) => true,
            None => false,
        };
        let inside = || (0..self.words.len()).any(|n| {
            self.vocabulary.inner.at_start(self.words.from(n)).is_some_and(|(p, l)| l == Label::Rights && p.contains(' ') && p.len() > 16)
        });
        (count <= 80 && (sign && count <= 60 || says || (count <= 60 && !raw.contains(['"', '“']) && inside()))).then_some(Look::Rights)
    }

    fn is_stamp(&self, raw: &str, end: Ending, count: usize) -> bool {
        if count > 24 || matches!(end, Ending::Question) {
            return false;
        }
        let words = &self.words;
        let opened = self.vocabulary.openings.at_start(words.plain()).is_some_and(|(_, l)| l == Label::Stamp);
        let number = |w: &str| w.bytes().any(|b| b.is_ascii_digit());
        let numbers = words.iter().filter(|w| number(w)).count();
        let ago = words.word(words.len() - 1) == "ago" && count <= 8;
        if ago && (numbers > 0 || count <= 4) || opened && numbers > 0 && count <= 20 {
            return true;
        }
        if end == Ending::Stop && !raw.ends_with("m.") {
            return false;
        }
        let time = |w: &str| number(w) || self.vocabulary.times.whole(w).is_some();
        numbers > 0 && count >= 2 && count <= 14 && words.iter().all(time)
    }

    fn is_byline(&self, raw: &str, end: Ending, count: usize) -> bool {
        let words = &self.words;
        let shape = count >= 2 && count <= 24 && (end != Ending::Stop || count <= 6) && end != Ending::Question && end != Ending::Colon;
        if !shape {
            return false;
        }
        let from = usize::from(matches!(words.word(0), "written" | "reported" | "words" | "story" | "text"));
        if words.word(from) == "by" && words.is_capital(from + 1) {
            // "By Tuesday evening" is no author; names come in pairs or with a trade.
            let time = self.vocabulary.times.whole(words.word(from + 1)).is_some();
            return !time && (words.is_capital(from + 2) || count <= 3 || self.has_trade());
        }
        if words.word(0) == "special" && words.word(1) == "to" && count <= 8 && words.is_capital(0) {
            return true;
        }
        // "Jane Doe, Staff Writer"; "Jane Doe | The Daily Post"; "WASHINGTON, April 2, 1981"
        let (head, tail) = match raw.split_once([',', '|', '•', '·']) {
            Some((head, tail)) => (head, tail),
            None => return false,
        };
        let caps = head.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
        let head_is_name = caps >= 2 && caps == head.split_whitespace().count() && caps <= 4;
        if head_is_name && count <= 12 && self.has_trade() && self.capitals() >= 5 {
            return true;
        }
        let place = head.len() >= 3 && !head.chars().any(char::is_lowercase) && caps >= 1 && caps <= 3;
        let mut rest = Words::default();
        rest.read(tail);
        let date = |w: &str| w.bytes().any(|b| b.is_ascii_digit()) || self.vocabulary.times.whole(w).is_some();
        place && rest.len() >= 2 && rest.iter().all(date)
    }

    fn has_trade(&self) -> bool {
        self.words.iter().any(|w| self.vocabulary.trades.whole(w).is_some())
    }

    /// Who wrote, edited or photographed, at an article's end; and who the author is.
    fn is_credits(&self, count: usize, end: Ending, quotes: bool) -> bool {
        let words = &self.words;
        let plain = words.plain();
        let team = ["reporting by", "additional reporting by", "writing by", "editing by", "edited by", "additional writing by", "with reporting by", "with additional reporting", "with contributions from", "with files from", "with inputs from", "with input from", "inputs from", "compiled by", "research by", "translated by", "produced by"];
        if count <= 50 && team.iter().any(|t| plain.starts_with(t)) {
            return true;
        }
        if count <= 40 && !quotes && ["contributed reporting", "contributed to this report", "contributed to this story", "contributed to this article", "contributed research"].iter().any(|t| plain.ends_with(t)) {
            return true;
        }
        // "Jane Doe covers …", "Jane Doe is a reporter …": a name, a verb of duty, a trade or an address.
        if quotes || !(5..=80).contains(&count) || end != Ending::Stop || !words.is_capital(0) || !words.is_capital(1) {
            return false;
        }
        let verb = (2..5).find(|&n| !words.is_capital(n)).unwrap_or(5);
        let duty = match words.word(verb) {
            "covers" | "reports" => matches!(words.word(verb + 1), "the" | "on" | "from" | "for" | "business" | "politics" | "technology" | "health") || words.is_capital(verb + 1),
            "writes" => matches!(words.word(verb + 1), "about" | "for" | "on" | "from" | "a" | "the"),
            "is" => matches!(words.word(verb + 1), "a" | "an" | "the" | "our") && (verb + 2..verb + 12).any(|n| self.vocabulary.trades.whole(words.word(n)).is_some()),
            _ => false,
        };
        let address = ["previously reported", "can be reached", "you can follow", "follow him", "follow her", "follow them", "twitter", "reported from", "is based in", "more about", "has covered", "has reported", "joined the", "he covers", "she covers", "her work", "his work", "the author of", "views expressed"];
        duty && (words.word(verb) != "is" || count <= 40) && (address.iter().any(|a| plain.contains(a)) || words.word(verb) == "covers" || words.word(verb) == "writes" || (words.word(verb) == "is" && count <= 30))
    }

    /// Captions and credits by their own marks.
    fn picture(&self, raw: &str, end: Ending, count: usize) -> Option<Look> {
        let words = &self.words;
        if count > LONGEST_CAPTION {
            return None;
        }
        if raw.ends_with('|') && count >= 5 {
            return Some(Look::Caption);
        }
        let plain = words.plain();
        if let Some((phrase, Label::Credit)) = self.vocabulary.openings.at_start(plain) {
            let at = phrase_end(raw, phrase);
            let follow = raw[at..].trim_start();
            let colon = follow.starts_with([':', '/', '|', '-', '–']) || phrase.ends_with(" by") || phrase.ends_with(" of");
            if (colon || (count <= 6 && phrase.contains(' '))) && count <= 16 && (end != Ending::Stop || count <= 8) && follow.len() < raw.len() {
                return Some(Look::Credit);
            }
            if matches!(phrase, "file photo" | "file image" | "file picture" | "photo" | "image caption" | "picture" | "image") && follow.starts_with(':') {
                return Some(Look::Caption);
            }
        }
        if raw.starts_with("FILE ") && matches!(raw.as_bytes().get(5), Some(b'-' | 0xe2)) {
            return Some(Look::Caption);
        }
        if end == Ending::None && count <= 12 && credit_shape(raw) {
            return Some(Look::Credit);
        }
        if bracket_points(raw, self) {
            return Some(Look::Caption);
        }
        if count <= 60 && agency_at_end(raw) {
            return Some(if count <= 8 { Look::Credit } else { Look::Caption });
        }
        let strong = |n: usize| {
            self.vocabulary.inner.at_start(words.from(n)).is_some_and(|(p, l)| {
                l == Label::Picture
                    && (p.starts_with("in this ") || matches!(p, "getty images" | "ap photo" | "ap images" | "photo by" | "photograph by" | "photo illustration" | "file photo" | "file photograph" | "file picture" | "photo taken" | "pictured here" | "via getty" | "afp via" | "handout via" | "photo courtesy" | "image courtesy" | "photo credit" | "image credit" | "wikimedia commons" | "is pictured" | "are pictured" | "undated photo"))
            })
        };
        let marks = (0..words.len()).filter(|&n| strong(n)).count();
        let lead = words.plain().starts_with("in this ") && marks > 0 && self.in_this_picture();
        let tail = (words.len().saturating_sub(7)..words.len()).any(strong);
        if lead || (tail && !raw.contains(['"', '“'])) {
            return Some(if count <= 6 && end == Ending::None { Look::Credit } else { Look::Caption });
        }
        None
    }

    /// "In this March 3 photo", "In this undated image".
    fn in_this_picture(&self) -> bool {
        (2..9).any(|n| matches!(self.words.word(n), "photo" | "image" | "picture" | "photograph" | "screengrab" | "screenshot" | "grab"))
    }

    /// Requests to the reader: a weight of furniture words, and an imperative or a "you".
    fn is_pitch(&self, raw: &str, count: usize, quotes: bool) -> bool {
        let words = &self.words;
        if count > LONGEST_PITCH || quotes && !raw.starts_with(['"', '“']) && count > 20 {
            return false;
        }
        let (mut weight, mut n) = (0, 0);
        while n < words.len() {
            match self.vocabulary.inner.at_start(words.from(n)) {
                Some((phrase, Label::Pitch)) => {
                    weight += if phrase.starts_with("our ") || phrase.starts_with("your ") || phrase.contains(' ') { 2 } else { 1 };
                    n += phrase.split(' ').count();
                }
                _ => n += 1,
            }
        }
        if weight < 2 {
            return false;
        }
        let asks = self.vocabulary.requests.whole(words.word(0)).is_some();
        let you = words.iter().any(|w| matches!(w, "you" | "your" | "youre" | "youll"));
        let us = words.iter().any(|w| matches!(w, "we" | "our" | "us"));
        let begins = asks && matches!(words.word(0), "sign" | "subscribe" | "download" | "click" | "follow" | "join" | "try" | "support" | "register" | "get" | "read" | "explore" | "become" | "unlock" | "stay" | "log" | "donate" | "please" | "receive" | "catch" | "tap" | "manage" | "scan" | "already" | "never" | "access" | "enjoy" | "enter");
        let score = weight + 2 * i32::from(begins) + i32::from(asks) + 2 * i32::from(you) + i32::from(us);
        !quotes && ((begins && score >= 5) || (you && us && weight >= 2) || (asks && you && weight >= 2) || (we_use(words) && weight >= 1) || score >= 7)
            || (raw.starts_with('(') && raw.ends_with(')') && begins && weight >= 2)
    }

    /// Content words with a capital, in tenths of content words.
    fn capitals(&self) -> u8 {
        let (mut content, mut capital) = (0, 0);
        for n in 0..self.words.len() {
            let word = self.words.word(n);
            if self.vocabulary.words.whole(word).is_none() && !word.bytes().all(|b| b.is_ascii_digit()) {
                content += 1;
                capital += usize::from(self.words.is_capital(n));
            }
        }
        (capital * 10).checked_div(content).unwrap_or(0) as u8
    }

    /// Two to four capitalized words and nothing else.
    fn name_like(&self, raw: &str, end: Ending) -> bool {
        let count = self.words.len();
        let capital = |n| self.words.is_capital(n) || matches!(self.words.word(n), "de" | "van" | "von" | "der" | "al" | "bin" | "and" | "da" | "di" | "la" | "el");
        end == Ending::None
            && (2..=7).contains(&count)
            && self.words.is_capital(0)
            && (0..count).all(capital)
            && !raw.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '"' | '“'))
            && (count <= 4 || self.words.iter().any(|w| w == "and"))
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
    fn of(raw: &str) -> Ending {
        let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_') || c.is_whitespace();
        let bare = raw.trim_end_matches(closing);
        match bare.chars().next_back() {
            Some('.' | '!' | '…' | '。' | '！' | '।' | '۔' | '॥' | '።' | ';' | ',') => Ending::Stop,
            Some('?' | '？' | '؟') => Ending::Question,
            Some(':' | '：') => Ending::Colon,
            _ => Ending::None,
        }
    }
}

/// Scripts without spaces have no words to count; two of their characters stand for one.
fn wide_words(raw: &str) -> usize {
    if raw.is_ascii() {
        return 0;
    }
    let wide = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    raw.chars().filter(|&c| wide(c)).count() / 2
}

/// Bytes of a bullet or list number at the start, with the space after it; 0 where there is none.
fn bullet(raw: &str) -> usize {
    let mark = raw.chars().next().filter(|c| matches!(c, '•' | '·' | '-' | '*' | '▪' | '●' | '‣' | '◦' | '–' | '■'));
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    match mark {
        Some(c) if raw[c.len_utf8()..].starts_with(|c: char| c.is_whitespace()) => c.len_utf8() + 1,
        None if (1..=2).contains(&digits) && (raw[digits..].starts_with(". ") || raw[digits..].starts_with(") ")) => digits + 2,
        None if (1..=2).contains(&digits) && raw[digits..].starts_with(' ') => digits + 1,
        _ => 0,
    }
}

/// Menus and paths: "Home > World > Asia", "U.S. | World | Politics", "Business News › Tech".
fn menu(raw: &str, end: Ending) -> bool {
    let marks = raw.matches(['|', '>', '›', '»', '•', '/', '·']).count();
    let spaced = [" | ", " > ", " › ", " » ", " / ", " · ", " • "].iter().map(|m| raw.matches(m).count()).sum::<usize>();
    end == Ending::None && (spaced >= 2 || (spaced == 1 && raw.contains(['>', '›', '»']) && marks <= 3)) && raw.len() <= 200
}

/// "We use cookies", "We and our partners store".
fn we_use(words: &Words) -> bool {
    matches!(words.word(0), "we" | "this" | "our" | "by") && words.iter().any(|w| matches!(w, "cookies" | "cookie" | "javascript" | "recaptcha"))
}

/// A note begins with its word and a colon, or with a whole sentence about the text.
fn note(raw: &str, plain: &str) -> bool {
    let colon = raw.find([':', '—', '–']).is_some_and(|at| at <= 30);
    let short = ["correction", "corrections", "clarification", "editors note", "editor s note", "author s note", "authors note", "update", "note", "disclaimer", "disclosure"];
    let bare = short.iter().any(|s| plain.starts_with(s)) && !plain.starts_with("an ");
    if bare { colon } else { true }
}

/// Byte of `raw` where its opening `phrase` (in plain words) ends.
fn phrase_end(raw: &str, phrase: &str) -> usize {
    let mut left = phrase.chars().filter(|c| c.is_alphanumeric()).count();
    for (at, c) in raw.char_indices() {
        if left == 0 {
            return at;
        }
        left -= usize::from(c.is_alphanumeric());
    }
    raw.len()
}

/// "Haiyun Jiang / The New York Times", "POOL/Jan Vesely", "Joel Arroyo for The Beacon": names on both sides.
fn credit_shape(raw: &str) -> bool {
    let named = |side: &str| {
        let mut words = side.split_whitespace();
        let all = words.clone().count();
        (1..=6).contains(&all) && words.all(|w| w.starts_with(|c: char| c.is_uppercase() || c == '(') || matches!(w, "of" | "the" | "de" | "van" | "von" | "via" | "for"))
    };
    let people = |side: &str| (2..=4).contains(&side.split_whitespace().count()) && named(side);
    if let Some((left, right)) = raw.split_once('/') {
        return named(left) && named(right) && !right.contains(" / ") && (people(left.trim()) || people(right.trim()) || agency_at_end(raw));
    }
    if let Some((left, right)) = raw.split_once(" for ") {
        return people(left) && named(right);
    }
    if let Some((left, right)) = raw.split_once([',', '|', '•']) {
        return people(left.trim()) && named(right) && agency_at_end(raw);
    }
    false
}

/// Picture agencies as they end a credit or a caption.
fn agency_at_end(raw: &str) -> bool {
    let end = raw.trim_end_matches(['.', ')', ']', ' ', '|']);
    let from = end.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
    let tail = &end[from..];
    const AGENCIES: [&str; 12] = ["Getty Images", "AFP", "AP", "REUTERS", "Reuters", "EPA", "Bloomberg", "Shutterstock", "Alamy", "Getty", "PA", "Xinhua"];
    const LEADS: [&str; 8] = ["AP Photo/", "REUTERS/", "Reuters/", "POOL/", "AFP/", "EPA/", "Pool/", "Photo: "];
    LEADS.iter().any(|lead| tail.contains(lead))
        || AGENCIES.iter().any(|a| {
            tail.strip_suffix(a).is_some_and(|before| {
                let slash = before.trim_end().ends_with('/');
                slash && before.trim_end().trim_end_matches('/').ends_with(|c: char| c.is_alphabetic() || c == '.' || c == ' ') || before.ends_with("via ")
            })
        })
}

/// "(left)", "(second right)", "(File photo)": brackets that point into the picture.
fn bracket_points(raw: &str, looker: &Looker) -> bool {
    let mut words = Words::default();
    raw.split('(').skip(1).filter_map(|rest| rest.split_once(')')).any(|(inside, _)| {
        if inside.len() > 40 {
            return false;
        }
        words.read(inside);
        let plain = words.plain();
        let pointer = |p: &str| !matches!(p, "c" | "background" | "above" | "below" | "top" | "bottom" | "center" | "centre");
        looker.vocabulary.inner.whole(plain).is_some_and(|l| l == Label::Picture && pointer(plain)) || (plain == "c" && raw.contains("(L)")) || plain.ends_with("file photo") || plain.ends_with("file")&& words.len() <= 3
    })
}
