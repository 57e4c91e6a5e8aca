//! A paragraph outside its quotations, as words and punctuation, and its sentences.

use super::{
    lexicon::{
        self, ABBREVIATION, ADVERB, CONJUNCTION, Class, DETERMINER, FINITE, PREPOSITION, PRONOUN, SUFFIX, TITLE,
    },
    marks::Quoted,
};
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// A whole quotation, by its index in the paragraph.
    Quote(usize),
    Comma,
    /// A full stop, question or exclamation mark, or ellipsis that ends a sentence.
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Other,
}

/// A word, a number, a mark or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// In bytes of the text; a possessive ending does not belong to it.
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) class: Class,
    /// Whether it starts with a capital.
    pub(crate) capital: bool,
    /// Whether a possessive 's follows.
    pub(crate) possessive: bool,
}

impl Token {
    /// Whether it is a word of one of these classes.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.kind == Kind::Word && self.class.is(class)
    }
}

/// Puts the tokens of a paragraph into `found`, quotations as one token each.
pub(crate) fn tokens(text: &str, paragraph: Span, quoted: &[Quoted], found: &mut Vec<Token>) {
    found.clear();
    let mut from = paragraph.start;
    for (n, quote) in quoted.iter().enumerate() {
        plain(text, Span::new(from, quote.span.start), found);
        found.push(Token {
            span: quote.span,
            kind: Kind::Quote(n),
            class: Class::default(),
            capital: false,
            possessive: false,
        });
        from = quote.span.end;
    }
    plain(text, Span::new(from, paragraph.end), found);
}

/// Adds the tokens of a stretch without quotations.
fn plain(text: &str, stretch: Span, found: &mut Vec<Token>) {
    let words = stretch.of(text);
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let rest = &words[at..];
        let mut push = |length: usize, kind, class: Class, capital, possessive| {
            let span = Span::new(at, at + length).shifted(stretch.start);
            found.push(Token { span, kind, class, capital, possessive });
        };
        let mark = |kind| (c.len_utf8(), kind);
        let (length, kind) = match c {
            _ if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            _ if c.is_alphanumeric()
                || (matches!(c, '@' | '\'' | '’' | '$' | '£' | '€')
                    && rest[c.len_utf8()..].starts_with(char::is_alphanumeric)) =>
            {
                let length = word_length(rest);
                let (core, mut possessive) = bare(&rest[..length]);
                let word = &rest[..core];
                // "the teachers' union": a mark of quotation was taken out before.
                let apostrophe =
                    rest[length..].chars().next().filter(|c| matches!(c, '\'' | '’') && word.ends_with(['s', 'S']));
                possessive |= apostrophe.is_some();
                let number = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'));
                let class = lexicon::classes(word);
                let kind = if number && !word.contains(char::is_alphabetic) { Kind::Number } else { Kind::Word };
                push(core, kind, class, capital(word), possessive);
                at += length + apostrophe.map_or(0, char::len_utf8);
                continue;
            }
            ',' => mark(Kind::Comma),
            '.' | '!' | '?' | '…' => {
                let run = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
                (run, Kind::Stop)
            }
            ':' => mark(Kind::Colon),
            ';' => mark(Kind::Semicolon),
            '—' | '–' => mark(Kind::Dash),
            '-' => (rest.len() - rest.trim_start_matches('-').len(), Kind::Dash),
            '(' | '[' => mark(Kind::Open),
            ')' | ']' => mark(Kind::Close),
            _ => mark(Kind::Other),
        };
        push(length, kind, Class::default(), false, false);
        at += length;
    }
}

/// Whether a word is capitalized, small prefixes of names aside ("al-Assad", "d’Arc").
fn capital(word: &str) -> bool {
    let mut parts = word.splitn(2, ['-', '\'', '’']);
    let first = parts.next().unwrap_or("");
    first.starts_with(char::is_uppercase)
        || word.starts_with('@')
        || word.contains('_')
        || (matches!(first, "al" | "el" | "d" | "l" | "abu" | "bin")
            && parts.next().is_some_and(|p| p.starts_with(char::is_uppercase)))
}

/// Length of the word at the start of `rest`: letters and digits with hyphens, apostrophes and stops inside.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inner = matches!(c, '-' | '\'' | '’' | '.' | ',' | '&' | '‑');
        let number = matches!(c, ',')
            && !(rest[..at].ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()));
        if c.is_alphanumeric()
            || matches!(c, '_' | '$' | '£' | '€' | '%' | '\u{301}')
            || (at == 0 && (inner || c == '@'))
        {
            end = at + c.len_utf8();
        } else if inner && !number && next.is_some_and(char::is_alphanumeric) {
            // Inside a word: "o'clock", "U.S", "Jean-Pierre", "AT&T"; a stop between words without a space ends one.
            if c == '.' && !abbreviated(&rest[..at]) && !next.is_some_and(|c| c.is_ascii_digit()) {
                break;
            }
        } else if c == '.' && abbreviated(&rest[..at]) {
            return at + 1;
        } else {
            break;
        }
    }
    end.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// Whether the letters before a stop are an abbreviation: "Mr", "J", "U.S".
fn abbreviated(word: &str) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    let letters = last.chars().count();
    let initial = letters == 1
        && last.starts_with(char::is_alphabetic)
        && (word.len() > last.len() || last.starts_with(char::is_uppercase));
    initial || (last.len() <= 5 && lexicon::classes(word).is(ABBREVIATION) && (word.starts_with(char::is_uppercase)))
}

/// Length of the word without a possessive ending, and whether it has one.
fn bare(word: &str) -> (usize, bool) {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(core) = word.strip_suffix(ending).filter(|core| !core.is_empty()) {
            // "it's", "that's", "he's" are contractions.
            let contraction = lexicon::classes(word).is(lexicon::AUXILIARY);
            return if contraction { (word.len(), false) } else { (core.len(), true) };
        }
    }
    (word.len(), false)
}

/// Puts the sentences of a paragraph into `found`, as ranges of its tokens.
pub(crate) fn sentences(text: &str, tokens: &[Token], quoted: &[Quoted], found: &mut Vec<(usize, usize)>) {
    found.clear();
    let mut start = 0;
    if let Some(end) = dateline(text, tokens) {
        start = end;
    }
    let first = start;
    for at in first..tokens.len() {
        if ends_sentence(text, tokens, quoted, at) {
            found.push((start, at + 1));
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push((start, tokens.len()));
    }
}

/// The end of a dateline, in tokens: "NAIROBI (Wire) -", "LIMA, Peru, March 3 —", "New Delhi:".
fn dateline(text: &str, tokens: &[Token]) -> Option<usize> {
    let shouted = tokens.first()?.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 2;
    let mut bracket = false;
    for (at, token) in tokens.iter().enumerate().take(14) {
        match token.kind {
            Kind::Dash if shouted || bracket => return Some(at + 1),
            // Before a quotation the colon marks a speaker instead.
            Kind::Colon if at > 0 && !matches!(tokens.get(at + 1).map(|t| t.kind), Some(Kind::Quote(_)) | None) => {
                let place = tokens[at - 1].is(lexicon::PLACE)
                    && tokens[..at].iter().all(|t| t.is(lexicon::PLACE.or(lexicon::MODIFIER)));
                return (shouted || place).then_some(at + 1);
            }
            Kind::Open => bracket = true,
            Kind::Word if token.capital || bracket || token.is(lexicon::DATE) => {}
            Kind::Number | Kind::Comma | Kind::Close | Kind::Stop | Kind::Other => {}
            _ => return None,
        }
    }
    None
}

/// Whether a sentence ends with the token at `at`.
fn ends_sentence(text: &str, tokens: &[Token], quoted: &[Quoted], at: usize) -> bool {
    let token = &tokens[at];
    let Some(next) = tokens.get(at + 1) else { return true };
    let fresh = next.capital || matches!(next.kind, Kind::Quote(_) | Kind::Number | Kind::Dash | Kind::Open);
    match token.kind {
        Kind::Stop => fresh || next.kind == Kind::Other,
        Kind::Word => {
            let dotted = token.span.of(text).ends_with('.');
            // "Acme Inc. The" ends one, "Mr. Ruiz" and "U.S. officials" do not.
            let opener = next.capital && next.is(DETERMINER.or(PRONOUN).or(PREPOSITION).or(CONJUNCTION).or(ADVERB));
            dotted
                && !token.is(TITLE)
                && (opener || matches!(next.kind, Kind::Quote(_)))
                && (!token.is(SUFFIX) || opener)
        }
        Kind::Quote(n) => {
            let content = quoted[n].content.of(text).trim_end();
            let ended = content.ends_with(['.', '!', '?', '…']) || content.ends_with("--") || !quoted[n].closed;
            let capital = next.capital || matches!(next.kind, Kind::Quote(_));
            // "A voice cried, “Go!” Ruiz asked who it was." has its verb in front.
            let led = at > 0 && matches!(tokens[at - 1].kind, Kind::Comma | Kind::Colon);
            ended && capital && (led || !attributes(tokens, at + 1))
        }
        _ => false,
    }
}

/// Whether a name and a verb of saying start at `from`: “Why?” Ana Ruiz asked.
fn attributes(tokens: &[Token], from: usize) -> bool {
    let mut at = from;
    while at < from + 6
        && tokens.get(at).is_some_and(|t| {
            t.kind == Kind::Word && (t.capital || t.is(TITLE)) && !t.is(DETERMINER.or(PREPOSITION).or(CONJUNCTION))
        })
    {
        at += 1;
    }
    let cue = tokens.get(at).is_some_and(|t| t.is(lexicon::SAY) && t.is(FINITE) && !t.capital);
    let closes = tokens.get(at + 1).is_none_or(|t| {
        matches!(t.kind, Kind::Stop | Kind::Comma | Kind::Colon) || t.is(PREPOSITION.or(CONJUNCTION).or(lexicon::TIME))
    });
    at > from && cue && closes
}
