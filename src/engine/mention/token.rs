//! Text cut into words, with what stands between them: all that the rules about names look at.

use crate::block::is_zero_width;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gap(u16);

impl Gap {
    const START: u16 = 1;
    const SPACE: u16 = 2;
    const HYPHEN: u16 = 4;
    const DASH: u16 = 8;
    const DOT: u16 = 16;
    const COMMA: u16 = 32;
    const STOP: u16 = 64;
    const COLON: u16 = 128;
    const QUOTE: u16 = 256;
    const BRACKET: u16 = 512;
    const OTHER: u16 = 1024;

    fn of(c: char) -> u16 {
        match c {
            '-' | '‐' | '‑' => Gap::HYPHEN,
            '–' | '—' | '―' => Gap::DASH,
            '.' => Gap::DOT,
            ',' | '،' | '、' => Gap::COMMA,
            '!' | '?' | '…' | ';' | '。' | '！' | '？' => Gap::STOP,
            ':' => Gap::COLON,
            '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' => Gap::QUOTE,
            '(' | ')' | '[' | ']' => Gap::BRACKET,
            c if c.is_whitespace() => Gap::SPACE,
            _ => Gap::OTHER,
        }
    }

    fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }

    /// Nothing but white space.
    pub(crate) fn is_space(self) -> bool {
        self.0 == Gap::SPACE
    }

    /// Nothing but a hyphen.
    pub(crate) fn is_hyphen(self) -> bool {
        self.0 == Gap::HYPHEN
    }

    /// A dash without room on either side.
    pub(crate) fn is_tight_dash(self) -> bool {
        self.0 == Gap::DASH
    }

    /// A comma and room.
    pub(crate) fn is_comma(self) -> bool {
        self.0 & !Gap::SPACE == Gap::COMMA
    }

    /// White space, or the period of an abbreviation and white space.
    pub(crate) fn joins(self) -> bool {
        self.0 & !Gap::DOT == Gap::SPACE
    }

    /// What may stand within a name: " & ".
    pub(crate) fn is_amid_name(self) -> bool {
        self.0 == Gap::SPACE | Gap::OTHER
    }

    /// Whether a dateline could end here: a dash, a bracket, a colon.
    pub(crate) fn ends_dateline(self) -> bool {
        self.has(Gap::DASH | Gap::BRACKET | Gap::COLON) || self.0 == Gap::HYPHEN | Gap::SPACE
    }

    /// Whether a slash or the like joins the two words.
    pub(crate) fn is_tight_other(self) -> bool {
        self.0 == Gap::OTHER
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No capital in front.
    Lower,
    /// A capital in front and lower case behind, or a single capital.
    Capital,
    /// Two letters or more, all capitals.
    Upper,
    /// It begins with a digit.
    Number,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: usize,
    /// One past its last byte; a possessive 's is left out, the last period of "U.S." is not.
    pub(crate) end: usize,
    /// Of its letters without periods.
    pub(crate) hash: u64,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// Whether a possessive ending follows.
    pub(crate) possessive: bool,
    /// Whether a sentence begins here.
    pub(crate) first: bool,
    /// How it is written.
    pub(crate) case: Case,
}

impl Token {
    /// Its letters.
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether it begins with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }
}

/// Hash of a word's letters (FNV-1a), periods and invisible characters left out.
pub(crate) fn hash(word: &str) -> u64 {
    letters(word).fold(SEED, step)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn step(h: u64, c: char) -> u64 {
    (h ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// A word without periods and invisible characters, with straight apostrophes.
pub(crate) fn plain(word: &str) -> String {
    letters(word).collect()
}

/// Whether `word`, as it stands in a text, is `plain`.
pub(crate) fn is(word: &str, plain: &str) -> bool {
    word == plain || letters(word).eq(plain.chars())
}

fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|&c| c != '.' && !is_zero_width(c)).map(|c| if c == '’' { '\'' } else { c })
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Letters, digits, and the marks that combine with them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Cuts `text`, which stands `at` bytes into its document, into `tokens`.
pub(crate) fn tokens(text: &str, at: usize, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut gap = Gap::START;
    let mut chars = text.char_indices().peekable();
    while let Some(&(start, c)) = chars.peek() {
        if !is_letter(c) {
            if !is_zero_width(c) {
                // Two hyphens are a dash.
                gap =
                    if c == '-' && gap & Gap::HYPHEN != 0 { gap & !Gap::HYPHEN | Gap::DASH } else { gap | Gap::of(c) };
            }
            chars.next();
            continue;
        }
        let word = word_at(&text[start..]);
        while chars.peek().is_some_and(|&(k, _)| k < start + word.taken) {
            chars.next();
        }
        let mut token = Token {
            start: at + start,
            end: at + start + word.length,
            hash: hash(&text[start..start + word.length]),
            gap: Gap(gap),
            possessive: word.possessive,
            first: false,
            case: word.case,
        };
        token.first = begins_sentence(text, at, &token, tokens.last());
        tokens.push(token);
        gap = 0;
    }
}

/// A word at the start of a text: its length, the bytes taken with its possessive, how it is written.
struct Word {
    length: usize,
    taken: usize,
    possessive: bool,
    case: Case,
}

fn word_at(text: &str) -> Word {
    let mut length = 0;
    let mut segment = 0;
    let mut dotted = false;
    let mut word = Word { length: 0, taken: 0, possessive: false, case: Case::Lower };
    let (mut letters, mut capitals) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((k, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        if is_letter(c) {
            letters += usize::from(c.is_alphabetic());
            capitals += usize::from(c.is_uppercase());
            segment += 1;
            length = k + c.len_utf8();
        } else if is_zero_width(c) {
            continue;
        } else if is_apostrophe(c) {
            let rest = &text[k + c.len_utf8()..];
            let ends = |s: &str| !s.starts_with(is_letter);
            if rest.strip_prefix(['s', 'S']).is_some_and(ends) {
                word.possessive = true;
                word.taken = k + c.len_utf8() + 1;
                break;
            }
            if text[..k].ends_with('s') && rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase) {
                word.possessive = true;
                break;
            }
            if !next.is_some_and(is_letter) {
                break;
            }
            segment = 2;
        } else if c == '.'
            && segment == 1
            && (dotted || abbreviates(&text[k + 1..]))
            && text[..k].ends_with(char::is_alphabetic)
        {
            // "U.S.": single letters with periods; the last period stays with them.
            dotted = true;
            segment = 0;
            length = k + 1;
            if !abbreviates(&text[k + 1..]) {
                break;
            }
        } else {
            break;
        }
    }
    word.length = length;
    word.taken = word.taken.max(length);
    let first = text.chars().next().unwrap_or(' ');
    word.case = match () {
        () if first.is_numeric() => Case::Number,
        () if !first.is_uppercase() => Case::Lower,
        () if letters >= 2 && capitals == letters => Case::Upper,
        () => Case::Capital,
    };
    word
}

/// Whether one more letter of an abbreviation follows: a letter and no other.
fn abbreviates(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.next().is_none_or(|c| !is_letter(c) && !is_apostrophe(c) || c == '.')
        && (rest.chars().nth(1) == Some('.') || rest.chars().next().is_some_and(char::is_uppercase))
}

/// Whether `token` opens a sentence, `before` being the word before it.
fn begins_sentence(text: &str, at: usize, token: &Token, before: Option<&Token>) -> bool {
    let Some(before) = before else { return true };
    let gap = token.gap;
    if gap.has(Gap::STOP) {
        return true;
    }
    let last = &text[before.start - at..before.end - at];
    if gap.has(Gap::DOT) {
        return !is_abbreviation(last, before.case) || gap.has(Gap::QUOTE);
    }
    if last.ends_with('.') {
        return token.is_capital() && super::grammar::is_function_word(&text[token.start - at..token.end - at]);
    }
    gap.has(Gap::COLON) && token.is_capital()
        || gap.has(Gap::QUOTE) && gap.has(Gap::SPACE) && gap.has(Gap::COMMA | Gap::COLON)
}

/// Whether a period behind this word shortens it rather than ends its sentence.
pub(crate) fn is_abbreviation(word: &str, case: Case) -> bool {
    case == Case::Capital
        && (word.chars().count() == 1
            || matches!(
                word,
                "Mr" | "Mrs"
                    | "Ms"
                    | "Dr"
                    | "Prof"
                    | "Rep"
                    | "Sen"
                    | "Gov"
                    | "Gen"
                    | "Lt"
                    | "Col"
                    | "Capt"
                    | "Sgt"
                    | "Maj"
                    | "Adm"
                    | "Rev"
                    | "Hon"
                    | "St"
                    | "Jr"
                    | "Sr"
                    | "Corp"
                    | "Inc"
                    | "Co"
                    | "Ltd"
                    | "Bros"
                    | "Jan"
                    | "Feb"
                    | "Mar"
                    | "Apr"
                    | "Jun"
                    | "Jul"
                    | "Aug"
                    | "Sep"
                    | "Sept"
                    | "Oct"
                    | "Nov"
                    | "Dec"
                    | "No"
                    | "Vol"
                    | "Gov't"
                    | "Messrs"
                    | "Supt"
                    | "Atty"
                    | "Cmdr"
                    | "Pres"
                    | "Sec"
            ))
}
