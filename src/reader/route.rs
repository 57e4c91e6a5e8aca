//! The address: the part of the fragment the host lets the reader use, and the view it stands for.
//!
//! `#PREFIX/DOCUMENT[/LINE][/FRAMING]`, as in `#reader/000/12/security`. Reading is total: a fragment of somebody else
//! is no route, and a part the story does not have is left out.

use framing_reader_story::Story;

/// A place in the story and the framing to read it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Index of the document.
    pub document: usize,
    /// Line of its saved file.
    pub line: Option<u32>,
    /// Index of the framing.
    pub framing: Option<usize>,
}

/// Reads a fragment, with or without its `#`; `None` where it is not the reader's.
pub fn parse(fragment: &str, prefix: &str, story: &Story) -> Option<Route> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let mut parts = fragment.strip_prefix(prefix)?.strip_prefix('/')?.split('/');
    let id = parts.next()?;
    let document = story.documents.iter().position(|document| document.id == id)?;
    let mut route = Route { document, ..Route::default() };
    for part in parts {
        if let Ok(line) = part.parse() {
            route.line = story.documents[document].block_at(line).map(|_| line).or(route.line);
        } else {
            route.framing = story.framings.iter().position(|framing| framing.id == part).or(route.framing);
        }
    }
    Some(route)
}

/// Writes a fragment, with its `#`.
pub fn write(route: Route, prefix: &str, story: &Story) -> String {
    let mut fragment = String::from("#");
    fragment.push_str(prefix);
    let mut part = |text: &str| {
        fragment.push('/');
        fragment.push_str(text);
    };
    if let Some(document) = story.documents.get(route.document) {
        part(&document.id);
    }
    if let Some(line) = route.line {
        part(&line.to_string());
    }
    if let Some(framing) = route.framing.and_then(|framing| story.framings.get(framing)) {
        part(&framing.id);
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::story;

    #[test]
    fn a_route_survives_being_written_and_read() {
        let story = story();
        for document in 0..2 {
            for line in [None, Some(1), Some(3)] {
                for framing in [None, Some(0), Some(1)] {
                    let route = Route { document, line, framing };
                    assert_eq!(parse(&write(route, "r", &story), "r", &story), Some(route));
                }
            }
        }
        let route = Route { document: 0, line: Some(3), framing: Some(1) };
        assert_eq!(write(route, "reader", &story), "#reader/100/3/security");
    }

    #[test]
    fn a_fragment_of_somebody_else_is_no_route() {
        let story = story();
        for fragment in ["", "#", "#top", "#reader", "#readers/100", "#reader/", "#reader/999", "#/100", "100/3"] {
            assert_eq!(parse(fragment, "reader", &story), None, "{fragment}");
        }
    }

    #[test]
    fn hostile_parts_are_left_out() {
        let story = story();
        let plain = Some(Route::default());
        let long = format!("#r/100/{}", "9/".repeat(5_000));
        for fragment in ["#r/100//", "#r/100/4294967296", "#r/100/-1", "#r/100/%00/\u{202e}", "#r/100/no-such", &long] {
            assert_eq!(parse(fragment, "r", &story), plain, "{fragment:.40}");
        }
    }
}
