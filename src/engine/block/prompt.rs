//! Furniture by its words: buttons, list headings, links, requests to the reader, rights lines, notes.

use super::{
    line::{Ending, Look, Looker},
    vocabulary::Label,
    words::Words,
};

/// Words a prompt can have at most.
const LONGEST_PITCH: usize = 60;

/// Words a line made of labels can have at most.
const LONGEST_LABEL: usize = 16;

/// Words a rights line can have at most.
const LONGEST_RIGHTS: usize = 80;

impl Looker {
    /// A line that is nothing but furniture words, or furniture words and a link behind a mark.
    pub(super) fn label(&self, raw: &str, end: Ending) -> Option<Look> {
        let words = &self.words;
        if words.len() <= LONGEST_LABEL {
            let labels = &self.vocabulary.labels;
            if let Some(label) = labels.whole(words.plain()).or_else(|| self.counted_label()) {
                return Some(look(label));
            }
            if end == Ending::None && (self.is_list_head() || self.is_all_buttons()) {
                return Some(if self.is_all_buttons() { Look::Button } else { Look::ListHead });
            }
        }
        field(raw).or_else(|| self.link(raw))
    }

    /// "Comments (212)", "41 shares", "37 View comments".
    fn counted_label(&self) -> Option<Label> {
        let plain = self.words.plain();
        let bare = plain.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
        if bare.len() == plain.len() || bare.is_empty() {
            return None;
        }
        let labels = &self.vocabulary.labels;
        labels.whole(bare).or_else(|| labels.whole(bare.trim_end_matches('s')))
    }

    /// "Most read in Fisheries", "More stories from Oslo", "Related news".
    fn is_list_head(&self) -> bool {
        let words = &self.words;
        let Some((phrase, Label::List)) = self.vocabulary.labels.at(words, 0) else { return false };
        let rest = words.plain()[phrase.len()..].trim_start();
        let joined = ["from ", "in ", "on ", "about ", "by ", "stories ", "news ", "articles ", "for "]
            .iter()
            .any(|m| rest.starts_with(m));
        let listed = ["news", "stories", "articles", "videos", "headlines", "posts", "coverage", "reading", "content"];
        let spoken_for =
            phrase.contains(' ') || matches!(phrase, "related" | "recommended" | "trending" | "popular" | "more");
        words.len() <= 8 && spoken_for && (joined || listed.iter().any(|w| rest.ends_with(w)))
    }

    /// "Share Tweet Pin Print", "News Sport Opinion Culture": mostly buttons, said with capitals.
    fn is_all_buttons(&self) -> bool {
        let words = &self.words;
        let (mut known, mut parts, mut capitals, mut n) = (0, 0, 0, 0);
        while n < words.len() {
            let step = match self.vocabulary.labels.at(words, n) {
                Some((phrase, _)) => {
                    known += 1;
                    phrase.split(' ').count()
                }
                None => 1,
            };
            parts += 1;
            capitals += usize::from(words.is_capital(n) || words.word(n).bytes().all(|b| b.is_ascii_digit()));
            n += step;
        }
        known >= 2 && known * 3 >= parts * 2 && capitals * 3 >= parts * 2
    }

    /// "Also Read: …", "RELATED | …", "READ MORE » …", "» The statute (PDF)".
    fn link(&self, raw: &str) -> Option<Look> {
        let arrow = raw.starts_with(['»', '›', '→', '▶', '►', '▸', '➤', '>']);
        if arrow && !raw.contains('«') && Ending::of(raw) == Ending::None {
            return Some(Look::Link);
        }
        if !raw.is_ascii() || raw.bytes().take(40).any(|b| matches!(b, b':' | b'|')) {
            return self.led_link(raw);
        }
        None
    }

    /// A link behind a list's words and a mark.
    fn led_link(&self, raw: &str) -> Option<Look> {
        let mark = |c: &(usize, char)| matches!(c.1, ':' | '|' | '»' | '›' | '→' | '–' | '—' | '►' | '▶');
        let (at, mark) = raw.char_indices().take(40).find(mark)?;
        let rest = raw[at + mark.len_utf8()..].trim();
        let mut lead = Words::default();
        lead.read(&raw[..at]);
        let firm = !matches!(mark, '–' | '—');
        let leads = match lead.plain() {
            "read" | "watch" | "listen" | "video" | "podcast" | "explained" | "photos" | "gallery"
            | "photo gallery" => firm,
            "more" => mark == ':',
            "tags" | "topics" | "filed under" | "follow" | "share" | "keywords" | "categories" | "related topics"
                if mark == ':' =>
            {
                return Some(Look::Button);
            }
            "explore" | "elsewhere" | "popular" | "for you" | "headlines" | "conversation" | "discussion" => false,
            plain => self.vocabulary.labels.whole(plain) == Some(Label::List),
        };
        leads.then_some(if rest.is_empty() { Look::ListHead } else { Look::Link })
    }

    /// A rights line: its sign, or words that only stand there.
    pub(super) fn rights(&self, raw: &str, count: usize) -> Option<Look> {
        if count > LONGEST_RIGHTS {
            return None;
        }
        let words = &self.words;
        let sign = raw.contains('©')
            || raw.split('(').skip(1).any(|rest| ["c) 2", "C) 2", "c) 1", "C) 1"].iter().any(|c| rest.starts_with(c)));
        let year = || (1..5).any(|n| words.word(n).len() == 4 && words.word(n).bytes().all(|b| b.is_ascii_digit()));
        let opens = match self.vocabulary.openings.at(words, 0) {
            Some(("copyright", _)) => sign || year(),
            Some((_, label)) => label == Label::Rights,
            None => false,
        };
        // Within a line only the long phrases count: "first appeared in" is also said of albums.
        let within = || {
            !raw.contains(['"', '“'])
                && (0..words.len()).any(|n| {
                    self.vocabulary.inner.at(words, n).is_some_and(|(p, l)| l == Label::Rights && p.len() > 16)
                })
        };
        (sign || opens || within()).then_some(Look::Rights)
    }

    /// A note begins with its word and a colon, or with a whole sentence about the text.
    pub(super) fn is_note(&self, raw: &str) -> bool {
        let Some((phrase, Label::Note)) = self.vocabulary.openings.at(&self.words, 0) else { return false };
        phrase.split(' ').count() > 2 || raw.find([':', '—', '–']).is_some_and(|at| at <= 30)
    }

    /// Requests to the reader: a weight of furniture words, and an imperative or a "you".
    pub(super) fn is_pitch(&self, raw: &str, count: usize, quotes: bool) -> bool {
        let words = &self.words;
        if count > LONGEST_PITCH || quotes {
            return false;
        }
        let weight = self.pitch_weight();
        let begins = self.vocabulary.requests.has(words, 0);
        let whole_bracket = raw.starts_with('(') && raw.ends_with(')');
        if weight == 0 || (weight < 2 && !begins) {
            return false;
        }
        let you = words.iter().any(|w| matches!(w, "you" | "your" | "youre" | "youll"));
        let us = words.iter().any(|w| matches!(w, "we" | "our" | "us"));
        let cookies = matches!(words.word(0), "we" | "this" | "our" | "by")
            && words.iter().any(|w| matches!(w, "cookies" | "cookie" | "javascript" | "recaptcha"));
        let named = matches!(words.word(0), "subscribe" | "download" | "register") && count <= 25;
        cookies
            || named
            || weight >= 2 && (you && (us || begins) || begins && whole_bracket)
            || weight + 3 * i32::from(begins) + 2 * i32::from(you) + i32::from(us) >= 6
    }

    /// How much of the line is said by pages only.
    fn pitch_weight(&self) -> i32 {
        let words = &self.words;
        let (mut weight, mut n) = (0, 0);
        while n < words.len() {
            match self.vocabulary.inner.at(words, n) {
                Some((phrase, Label::Pitch)) => {
                    weight += if phrase.contains(' ') { 2 } else { 1 };
                    n += phrase.split(' ').count();
                }
                _ => n += 1,
            }
        }
        weight
    }

    /// Behind the last paragraph, a sentence like this belongs to the page: an address, a word to the reader.
    pub(super) fn is_afterword(&self, raw: &str, quotes: bool) -> bool {
        let words = &self.words;
        if quotes || words.len() > LONGEST_PITCH {
            return false;
        }
        let address = raw.contains("www.")
            || raw.contains("http")
            || raw.find('@').is_some_and(|at| raw[at + 1..].starts_with(char::is_alphanumeric));
        let opens = [
            "got a tip",
            "got a story",
            "do you have",
            "have you",
            "questions or comments",
            "about the archive",
            "for more",
            "for the latest",
            "to read more",
            "reach ",
            "contact ",
            "read more",
            "this archived",
        ];
        address
            || opens.iter().any(|o| words.plain().starts_with(o))
            || self.vocabulary.requests.has(words, 0) && self.pitch_weight() >= 1
    }
}

/// "HEADLINE: …", "BYLINE: …": the fields of a text saved from a newspaper database.
fn field(raw: &str) -> Option<Look> {
    let (name, _) = raw.split_once(':').filter(|(name, _)| name.len() <= 16)?;
    match name {
        "HEADLINE" => Some(Look::Headline),
        "BYLINE" | "DATELINE" | "CREDIT" => Some(Look::Byline),
        "GRAPHIC" | "PHOTO" | "PHOTOS" | "CAPTION" => Some(Look::Caption),
        "BODY" | "SECTION" | "LENGTH" | "LOAD-DATE" | "LANGUAGE" | "TYPE" | "COLUMN" | "DISTRIBUTION" | "SERIES"
        | "SUBJECT" | "PUBLICATION-TYPE" => Some(Look::Button),
        _ => None,
    }
}

fn look(label: Label) -> Look {
    match label {
        Label::List => Look::ListHead,
        Label::Comments => Look::CommentHead,
        Label::End => Look::EndHead,
        Label::Stamp => Look::Stamp,
        _ => Look::Button,
    }
}
