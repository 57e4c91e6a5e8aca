//! CoNLL with BIO tags: one token a line, columns parted by tabs, an empty line after each line of the text.
//!
//! | column | what it holds |
//! |---|---|
//! | 1 | the token: a word with its inner hyphens and apostrophes, a number, or one other character |
//! | 2, 3 | its first code point in the text, and one past its last |
//! | 4 | mention: `B-` and the actor's id where one begins, `I-` and the id where it goes on, `O` outside |
//! | 5 | quotation: the same with the id of whoever is quoted, `B-_` and `I-_` where the text does not say |
//! | 6 | where a mention begins its name, where a quotation begins its certainty and cue: `name=…`, `certainty=…`, `cue=…`, with `;` between; else `_` |
//!
//! Cannot hold: frames and blocks, white space at either edge of a span or nothing but white space, and of two mentions (or
//! two quotations) that overlap the later. Tokens are cut where a span begins or ends. Characters that lines of this
//! format have another use for are escaped with percent signs.

use super::{
    Malformed,
    escape::{ends_line, escape, unescape},
    mark::{Mark, Said},
};

/// How many columns a line has.
const COLUMNS: usize = 6;

/// A token, in code points.
struct Token {
    start: u32,
    end: u32,
    text: String,
    /// Whether it begins a line of the text.
    first: bool,
}

/// What this format can hold of marks of a text: mentions first, each sort in order of place.
pub fn held(text: &str, marks: &[Mark]) -> Vec<Mark> {
    let [mentions, quotations] = sorts(text, marks);
    mentions.into_iter().chain(quotations).collect()
}

fn sorts(text: &str, marks: &[Mark]) -> [Vec<Mark>; 2] {
    let chars: Vec<char> = text.chars().collect();
    let is_mention = |mark: &Mark| matches!(mark.said, Said::Mention { .. });
    let is_quotation = |mark: &Mark| matches!(mark.said, Said::Quotation { .. });
    [is_mention as fn(&Mark) -> bool, is_quotation].map(|sort| {
        let mut sorted: Vec<Mark> =
            marks.iter().filter(|mark| sort(mark)).filter_map(|mark| trimmed(&chars, mark)).collect();
        sorted.sort_by_key(|mark| mark.start);
        let mut last = 0;
        sorted.retain(|mark| {
            let apart = mark.start >= last;
            last = if apart { mark.end } else { last };
            apart
        });
        sorted
    })
}

/// A mark without the white space at its edges.
fn trimmed(chars: &[char], mark: &Mark) -> Option<Mark> {
    let words = chars.get(mark.start as usize..mark.end as usize)?;
    let is_token = |c: &char| !is_space(*c);
    let (first, last) = (words.iter().position(is_token)?, words.iter().rposition(is_token)?);
    Some(Mark { start: mark.start + first as u32, end: mark.start + last as u32 + 1, said: mark.said.clone() })
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || ends_line(c)
}

/// The text's tokens, cut at the edges of marks.
fn tokens(text: &str, cuts: &[u32]) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut cuts = cuts.iter().copied().peekable();
    let mut tokens: Vec<Token> = Vec::new();
    let mut first = true;
    let mut goes_on = false;
    for (at, &c) in chars.iter().enumerate() {
        while cuts.next_if(|&cut| cut < at as u32).is_some() {}
        let cut = cuts.peek() == Some(&(at as u32));
        let next = chars.get(at + 1).is_some_and(|next| next.is_alphanumeric());
        // "Jean-Luc", "the bank's", "3.5"
        let inner = matches!(c, '-' | '\'' | '’' | '.' | '\u{301}') && goes_on && next;
        let word = c.is_alphanumeric() || inner;
        if is_space(c) {
            first |= ends_line(c);
        } else if let Some(last) = tokens.last_mut().filter(|_| goes_on && word && !cut) {
            last.text.push(c);
            last.end += 1;
        } else {
            tokens.push(Token { start: at as u32, end: at as u32 + 1, text: c.to_string(), first });
            first = false;
        }
        goes_on = word;
    }
    tokens
}

/// Writes a text's tokens with its mentions and quotations.
pub fn write(text: &str, marks: &[Mark]) -> String {
    let sorts = sorts(text, marks);
    let mut cuts: Vec<u32> = sorts.iter().flatten().flat_map(|mark| [mark.start, mark.end]).collect();
    cuts.sort_unstable();
    let mut sorts = sorts.map(|marks| marks.into_iter().peekable());
    let mut lines = String::new();
    for token in tokens(text, &cuts) {
        if token.first && !lines.is_empty() {
            lines.push('\n');
        }
        let mut facts = Vec::new();
        let tags = sorts.each_mut().map(|marks| {
            while marks.next_if(|mark| mark.end <= token.start).is_some() {}
            match marks.peek().filter(|mark| mark.start <= token.start) {
                None => "O".to_owned(),
                Some(mark) => {
                    let begins = mark.start == token.start;
                    if begins {
                        facts.extend(said(&mark.said));
                    }
                    format!("{}-{}", if begins { 'B' } else { 'I' }, id(&mark.said))
                }
            }
        });
        let facts = if facts.is_empty() { "_".to_owned() } else { facts.join(";") };
        let [mention, quotation] = tags;
        let Token { start, end, text, .. } = &token;
        lines.push_str(&format!("{}\t{start}\t{end}\t{mention}\t{quotation}\t{facts}\n", plain(text)));
    }
    lines
}

/// Text that no column, tag or fact has another use for.
fn plain(text: &str) -> String {
    escape(text, |c| !is_space(c) && !c.is_control() && c != ';')
}

fn id(said: &Said) -> String {
    let id = match said {
        Said::Mention { actor, .. } => Some(actor),
        Said::Quotation { speaker, .. } => speaker.as_ref(),
        Said::Frame(_) => None,
    };
    match id.map(String::as_str) {
        None => "_".to_owned(),
        // An id that is the mark for none.
        Some("_") => "%5F".to_owned(),
        Some(id) => plain(id),
    }
}

fn said(said: &Said) -> Vec<String> {
    let facts = match said {
        Said::Mention { name, .. } => vec![("name", Some(name))],
        Said::Quotation { certainty, cue, .. } => vec![("certainty", Some(certainty)), ("cue", cue.as_ref())],
        Said::Frame(_) => Vec::new(),
    };
    facts.into_iter().filter_map(|(name, fact)| Some(format!("{name}={}", plain(fact?)))).collect()
}

/// Reads mentions and quotations: mentions first, each sort in order of place. Lines that begin with `#` and have no tab are
/// remarks.
pub fn read(lines: &str) -> Result<Vec<Mark>, Vec<Malformed>> {
    let mut sorts: [Vec<Mark>; 2] = Default::default();
    let mut problems = Vec::new();
    let mut reached = 0;
    for (at, line) in lines.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() || line.starts_with('#') && !line.contains('\t') {
            continue;
        }
        match row(line, reached, &mut sorts) {
            Ok(end) => reached = end,
            Err((column, message)) => problems.push(Malformed::new(at + 1, column, message)),
        }
    }
    if problems.is_empty() { Ok(sorts.into_iter().flatten().collect()) } else { Err(problems) }
}

/// Takes in a row whose token starts at `reached` or later; where it ends.
fn row(line: &str, reached: u32, sorts: &mut [Vec<Mark>; 2]) -> Result<u32, (usize, String)> {
    let columns: Vec<&str> = line.split('\t').collect();
    let Ok([_, start, end, mention, quotation, facts]) = <[&str; COLUMNS]>::try_from(columns) else {
        return Err((1, format!("expected {COLUMNS} columns, found {}", line.split('\t').count())));
    };
    let column = |n: usize| line.split('\t').take(n).map(|column| column.chars().count() + 1).sum::<usize>() + 1;
    let number = |text: &str, n: usize| {
        text.parse().map_err(|_| (column(n), format!("expected a number of code points, found `{text}`")))
    };
    let (start, end): (u32, u32) = (number(start, 1)?, number(end, 2)?);
    if start < reached || end <= start {
        return Err((column(1), format!("expected a token behind {reached}, found {start} to {end}")));
    }
    let fact = |wanted: &str| {
        let known = facts.split(';').find_map(|fact| fact.strip_prefix(wanted)?.strip_prefix('='));
        known
            .map(|fact| unescape(fact).ok_or_else(|| (column(5), format!("expected escaped text, found `{fact}`"))))
            .transpose()
    };
    for (n, tag) in [mention, quotation].into_iter().enumerate() {
        let wrong = |what: &str| (column(3 + n), format!("expected {what}, found `{tag}`"));
        if tag == "O" {
            continue;
        }
        let (how, id) = tag.split_once('-').ok_or_else(|| wrong("`O`, `B-` or `I-` and an id"))?;
        let known = (id != "_").then(|| unescape(id).ok_or_else(|| wrong("an escaped id"))).transpose()?;
        match how {
            "B" => {
                let said = if n == 0 {
                    let actor = known.ok_or_else(|| wrong("an actor's id"))?;
                    Said::Mention { name: fact("name")?.unwrap_or_else(|| actor.clone()), actor }
                } else {
                    let certainty = fact("certainty")?.unwrap_or_else(|| "unknown".to_owned());
                    Said::Quotation { speaker: known, cue: fact("cue")?, certainty }
                };
                sorts[n].push(Mark { start, end, said });
            }
            "I" => match sorts[n].last_mut().filter(|mark| mark.end == reached && same(&mark.said, known.as_deref())) {
                Some(mark) => mark.end = end,
                None => return Err(wrong("`B-` before `I-`")),
            },
            _ => return Err(wrong("`O`, `B-` or `I-` and an id")),
        }
    }
    Ok(end)
}

fn same(said: &Said, id: Option<&str>) -> bool {
    match said {
        Said::Mention { actor, .. } => Some(&**actor) == id,
        Said::Quotation { speaker, .. } => speaker.as_deref() == id,
        Said::Frame(_) => false,
    }
}
