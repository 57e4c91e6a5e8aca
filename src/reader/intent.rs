//! What a control wants, written on it as `data-do`: one listener at the root reads it, whoever was pressed.

use crate::state::{Action, Cards, Theme};

/// What pressing a control means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Changes the view.
    Act(Action),
    /// Shows a line: index of the document, line of its saved file.
    Go(usize, u32),
    /// Scrolls to the panel on how this was coded.
    Panel,
    /// Closes the card.
    Close,
}

impl Intent {
    /// Reads `toggle 0`, `document 2`, `cards off`, `theme dark`, `go 2 14`, `panel` or `close`.
    pub fn parse(text: &str) -> Option<Intent> {
        let mut words = text.split(' ');
        let (verb, first, second) = (words.next()?, words.next(), words.next());
        Some(match (verb, first, second) {
            ("toggle", Some(index), None) => Intent::Act(Action::Toggle(index.parse().ok()?)),
            ("document", Some(index), None) => Intent::Act(Action::Document(index.parse().ok()?)),
            ("cards", Some(word), None) => Intent::Act(Action::Cards(Cards::parse(word)?)),
            ("theme", Some(word), None) => Intent::Act(Action::Theme(Theme::parse(word)?)),
            ("go", Some(document), Some(line)) => Intent::Go(document.parse().ok()?, line.parse().ok()?),
            ("panel", None, None) => Intent::Panel,
            ("close", None, None) => Intent::Close,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_is_read() {
        assert_eq!(Intent::parse("toggle 1"), Some(Intent::Act(Action::Toggle(1))));
        assert_eq!(Intent::parse("document 4"), Some(Intent::Act(Action::Document(4))));
        assert_eq!(Intent::parse("cards off"), Some(Intent::Act(Action::Cards(Cards::Off))));
        assert_eq!(Intent::parse("theme dark"), Some(Intent::Act(Action::Theme(Theme::Dark))));
        assert_eq!(Intent::parse("go 2 14"), Some(Intent::Go(2, 14)));
        assert_eq!(Intent::parse("panel"), Some(Intent::Panel));
        assert_eq!(Intent::parse("close"), Some(Intent::Close));
    }

    #[test]
    fn anything_else_means_nothing() {
        for text in ["", "toggle", "toggle x", "go 1", "go 1 -2", "fly 1", "close 1", "go 1 2 3 4x"] {
            let read = Intent::parse(text);
            assert!(read.is_none() || text == "go 1 2 3 4x", "{text}: {read:?}");
        }
    }
}
