//! Addresses: the part of the fragment the host lets the reader use, and what it stands for.
//!
//! `#PREFIX/PATH[/FRAMING]`, as in `#reader/000/12/security`. A path leads to
//!
//! - `overview`;
//! - an article, a line of it, or the reasons of that line's codes: `000`, `000/12`, `000/12/why`;
//! - a view that is fetched when it is asked for, by its name and what it is asked: `timeline`, `find/q=magnets`.
//!
//! Reading is total: a fragment of somebody else is no route, and a part the story does not have is left out.

use framing_reader_story::Story;
pub use framing_reader_story::model::{OVERVIEW, VIEWS};

use crate::words::together;

/// What follows a line in the path of its reasons.
pub const WHY: &str = "why";
/// Longest path that is taken, in bytes; a longer one is cut off at a part.
const LONGEST: usize = 600;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// All articles at a glance.
    #[default]
    Overview,
    /// One article.
    Article {
        /// Index of the document.
        document: usize,
        /// Line of its saved file.
        line: Option<u32>,
        /// Whether the reasons of that line's codes are shown.
        why: bool,
    },
    /// A view that is fetched when it is asked for: one of [`VIEWS`] and what it is asked.
    View(String),
}

/// A section and the framing to read it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// What is shown.
    pub section: Section,
    /// Index of the framing.
    pub framing: Option<usize>,
}

impl Section {
    /// An article from its beginning.
    pub fn article(document: usize) -> Section {
        Section::Article { document, line: None, why: false }
    }

    /// Reads a path; `None` where it leads nowhere in this story.
    pub fn parse(path: &str, story: &Story) -> Option<Section> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        if first == OVERVIEW {
            return Some(Section::Overview);
        }
        if VIEWS.contains(&first) {
            return Some(Section::View(path.get(..LONGEST).unwrap_or(path).to_owned()));
        }
        let document = story.documents.iter().position(|document| document.id == first)?;
        let (mut line, mut why) = (None, false);
        for part in rest.split('/').take(3) {
            if let Ok(number) = part.parse() {
                line = story.documents[document].block_at(number).map(|_| number).or(line);
            } else {
                why = line.is_some() && part == WHY;
            }
        }
        Some(Section::Article { document, line, why })
    }

    /// The path that leads here.
    pub fn path(&self, story: &Story) -> String {
        match self {
            Section::Overview => OVERVIEW.to_owned(),
            Section::View(path) => path.clone(),
            Section::Article { document, line, why } => {
                let id = story.documents.get(*document).map_or("", |document| &document.id);
                let Some(line) = line else { return id.to_owned() };
                let why = if *why { together(&["/", WHY]) } else { String::new() };
                together(&[id, "/", &line.to_string(), &why])
            }
        }
    }
}

/// The path of a line of a document.
pub fn line(story: &Story, document: usize, line: u32) -> String {
    Section::Article { document, line: Some(line), why: false }.path(story)
}

/// Reads a fragment, with or without its `#`; `None` where it is not the reader's.
pub fn parse(fragment: &str, prefix: &str, story: &Story) -> Option<Route> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let path = fragment.strip_prefix(prefix)?.strip_prefix('/')?;
    let framing = |name: &str| story.framings.iter().position(|framing| framing.id == name);
    let (before, last) = path.rsplit_once('/').unwrap_or(("", path));
    let (path, framing) = match framing(last) {
        Some(framing) => (before, Some(framing)),
        None => (path, None),
    };
    Some(Route { section: Section::parse(path, story)?, framing })
}

/// Writes a fragment, with its `#`.
pub fn write(route: &Route, prefix: &str, story: &Story) -> String {
    let path = route.section.path(story);
    let framing = route.framing.and_then(|framing| story.framings.get(framing));
    let framing = framing.map_or(String::new(), |framing| together(&["/", &framing.id]));
    together(&["#", prefix, "/", &path, &framing])
}

/// The questions in a path behind a view's name: `q=magnets&quoted` by name, percent-decoded; a name without a value is empty.
pub fn asked(path: &str) -> Vec<(String, String)> {
    let query = path.split_once('/').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Percent-decodes, `+` as a space; what is no escape stays, bytes that are no text become U+FFFD.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = text.get(at + 1..at + 3).filter(|_| byte == b'%');
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) => {
                plain.push(escaped);
                at += 3;
            }
            None => {
                plain.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Percent-encodes a value for a path, as browsers do.
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::story;

    #[test]
    fn a_route_survives_being_written_and_read() {
        let story = story();
        let mut sections =
            vec![Section::Overview, Section::View("timeline".into()), Section::View("find/q=a%2Fb&quoted".into())];
        for document in 0..2 {
            for (line, why) in [(None, false), (Some(1), false), (Some(3), true)] {
                sections.push(Section::Article { document, line, why });
            }
        }
        for section in sections {
            for framing in [None, Some(0), Some(1)] {
                let route = Route { section: section.clone(), framing };
                assert_eq!(parse(&write(&route, "r", &story), "r", &story), Some(route));
            }
        }
        let section = Section::Article { document: 0, line: Some(3), why: true };
        assert_eq!(write(&Route { section, framing: Some(1) }, "reader", &story), "#reader/100/3/why/security");
    }

    #[test]
    fn a_fragment_of_somebody_else_is_no_route() {
        let story = story();
        for fragment in
            ["", "#", "#top", "#reader", "#readers/100", "#reader/", "#reader/999", "#/100", "100/3", "#reader/time"]
        {
            assert_eq!(parse(fragment, "reader", &story), None, "{fragment}");
        }
    }

    #[test]
    fn hostile_parts_are_left_out() {
        let story = story();
        let plain = Some(Route { section: Section::article(0), framing: None });
        let long = format!("#r/100/{}", "9/".repeat(5_000));
        for fragment in
            ["#r/100//", "#r/100/4294967296", "#r/100/-1", "#r/100/why", "#r/100/%00/\u{202e}", "#r/100/no-such", &long]
        {
            assert_eq!(parse(fragment, "r", &story), plain, "{fragment:.40}");
        }
    }

    #[test]
    fn a_question_survives_its_address() {
        for value in ["magnets", "a b", "\u{201c}50%\u{201d} & more/less", "中国", ""] {
            let path = ["find/q=", &encode(value), "&quoted"].concat();
            assert_eq!(asked(&path), [("q".into(), value.into()), ("quoted".into(), String::new())]);
        }
        assert_eq!(asked("find/q=50%&%zz=%e4%b8"), [("q".into(), "50%".into()), ("%zz".into(), "\u{fffd}".into())]);
        assert_eq!(asked("find"), []);
    }
}
