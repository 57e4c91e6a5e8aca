//! The words and marks of a paragraph, each with what it is compared by.
//!
//! A word is a run of letters and digits, with the periods, apostrophes and hyphens inside it ("U.S.-based" is one word);
//! in scripts without spaces each character is a word. Any other character is a mark of its own.

use super::spelling;
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Word,
    /// A quotation mark, or an apostrophe that stands alone.
    Quote,
    /// Any other mark.
    Mark,
}

/// A word or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// In bytes of the paragraph.
    pub(super) span: Span,
    pub(super) class: Class,
    /// The same for all spellings of one word.
    pub(super) key: String,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// Begins a sentence or a quotation, where a capital says nothing.
    pub(super) opens: bool,
}

/// Splits a paragraph.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut opens = true;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        let word = c.is_alphanumeric();
        if word && !alone(c) {
            at = word_end(text, start);
        }
        while let Some(more) = text[at..].chars().next().filter(|&c| extends(c)) {
            at += more.len_utf8();
            // What a joiner joins belongs to the same picture.
            if more == '\u{200d}' {
                at += text[at..].chars().next().filter(|c| !c.is_whitespace()).map_or(0, char::len_utf8);
            }
        }
        let surface = &text[start..at];
        let class = match c {
            _ if word => Class::Word,
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '‹' | '›' => {
                Class::Quote
            }
            _ => Class::Mark,
        };
        let key = match class {
            Class::Word => spelling::key(surface),
            Class::Quote => "\"".to_owned(),
            Class::Mark => spelling::mark(surface).to_owned(),
        };
        tokens.push(Token { span: Span::new(start, at), class, key, capital: word && c.is_uppercase(), opens });
        opens = match class {
            Class::Word => false,
            Class::Quote => true,
            Class::Mark => opens || ends_sentence(c) || c == ':',
        };
    }
    tokens
}

/// Whether a mark ends a sentence.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// One past the last byte of the word at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let (mut before, mut letters) = (' ', 0);
    let mut chars = text[start..].char_indices().peekable();
    while let Some((n, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        if c.is_alphanumeric() && !alone(c) || extends(c) {
            letters += 1;
        } else {
            let digits = before.is_ascii_digit() && next.is_ascii_digit();
            let joins = next.is_alphanumeric()
                && !alone(next)
                && match c {
                    '.' | '\'' | '’' => true,
                    ',' | ':' => digits,
                    '-' | '\u{2010}' | '\u{2011}' => !digits,
                    _ => false,
                };
            // The last period of "U.S.", also in "U.S.-based", but not that of a sentence.
            let closes = c == '.' && letters == 1 && text[start..start + n].contains('.');
            if !(joins || closes && next == '-') {
                return if closes { start + n + 1 } else { end };
            }
            letters = 0;
        }
        before = c;
        end = start + n + c.len_utf8();
    }
    end
}

/// Whether a character is a word by itself: scripts that are written without spaces.
fn alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character only changes the one before it: accents, selectors, joiners, skin tones.
fn extends(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{93c}'..='\u{94d}' | '\u{200c}' | '\u{200d}'
        | '\u{ad}' | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The sentences of a paragraph, as ranges of its tokens. A period behind a title or an initial ends none.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (n, token) in tokens.iter().enumerate() {
        let ends = token.class == Class::Mark && token.span.of(text).chars().all(ends_sentence);
        let short = n.checked_sub(1).is_some_and(|k| {
            let before = &tokens[k];
            before.capital && (before.span.len() <= 3 || super::fact::is_title(&before.key)) && token.key == "."
        });
        let next = tokens[n + 1..].iter().find(|t| t.class != Class::Quote);
        let goes_on = next.is_some_and(|t| {
            t.class == Class::Word && !t.capital && text[t.span.start..].starts_with(char::is_lowercase)
        });
        if ends && !short && !goes_on {
            sentences.push(start..n + 1);
            start = n + 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}
