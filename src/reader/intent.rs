//! What a control wants, written on it as `data-do`: one listener at the root reads it, whoever was pressed.

use crate::state::{Action, Cards, Theme};

/// What pressing a control means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Changes the view.
    Act(Action),
    /// Closes the card.
    Close,
    /// Copies the words that stand ready beside the control.
    Copy,
    /// Asks once more for a view that did not come.
    Retry,
    /// Forgets the passages that were found.
    Forget,
    /// Prints: marks of the framing with this index, of both where there is none.
    Print(Option<usize>),
}

impl Intent {
    /// Reads `toggle 0`, `cards off`, `theme dark`, `print 1`, `print both`, `close`, `copy`, `retry` or `forget`.
    pub fn parse(text: &str) -> Option<Intent> {
        let (verb, word) = text.split_once(' ').unwrap_or((text, ""));
        Some(match (verb, word) {
            ("toggle", index) => Intent::Act(Action::Toggle(index.parse().ok()?)),
            ("cards", word) => Intent::Act(Action::Cards(Cards::parse(word)?)),
            ("theme", word) => Intent::Act(Action::Theme(Theme::parse(word)?)),
            ("print", "both") => Intent::Print(None),
            ("print", index) => Intent::Print(Some(index.parse().ok()?)),
            ("close", "") => Intent::Close,
            ("copy", "") => Intent::Copy,
            ("retry", "") => Intent::Retry,
            ("forget", "") => Intent::Forget,
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
        assert_eq!(Intent::parse("cards off"), Some(Intent::Act(Action::Cards(Cards::Off))));
        assert_eq!(Intent::parse("theme dark"), Some(Intent::Act(Action::Theme(Theme::Dark))));
        assert_eq!(Intent::parse("print 0"), Some(Intent::Print(Some(0))));
        assert_eq!(Intent::parse("print both"), Some(Intent::Print(None)));
        assert_eq!(Intent::parse("close"), Some(Intent::Close));
        assert_eq!(Intent::parse("copy"), Some(Intent::Copy));
        assert_eq!(Intent::parse("retry"), Some(Intent::Retry));
        assert_eq!(Intent::parse("forget"), Some(Intent::Forget));
    }

    #[test]
    fn anything_else_means_nothing() {
        for text in ["", "toggle", "toggle x", "print", "print -1", "fly 1", "close 1", "copy x", "toggle 1 2"] {
            assert_eq!(Intent::parse(text), None, "{text}");
        }
    }
}
