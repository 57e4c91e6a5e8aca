//! What the reader has chosen: section, framing, theme and how cards open. Pure: no browser, no timer, no storage.

use framing_reader_page::route::Section;

/// How cards open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cards {
    /// When the pointer rests on a name, and when it is pressed.
    #[default]
    Hover,
    /// Only when a name is pressed.
    Click,
    /// Never: names are plain text.
    Off,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the host page.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The words of an attribute, an intention or the storage for each choice, first one first.
const CARDS: [(&str, Cards); 3] = [("hover", Cards::Hover), ("click", Cards::Click), ("off", Cards::Off)];
const THEMES: [(&str, Theme); 3] = [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)];

impl Cards {
    /// The choice a word stands for.
    pub fn parse(word: &str) -> Option<Cards> {
        CARDS.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice)
    }

    /// The word that stands for it.
    pub fn word(self) -> &'static str {
        CARDS[self as usize].0
    }
}

impl Theme {
    /// The choice a word stands for.
    pub fn parse(word: &str) -> Option<Theme> {
        THEMES.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice)
    }

    /// The word that stands for it.
    pub fn word(self) -> &'static str {
        THEMES[self as usize].0
    }
}

/// What is shown, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Overview, article or another view.
    pub section: Section,
    /// Index of the framing that is on; `None` before the reader has chosen, and after switching off.
    pub framing: Option<usize>,
    /// How cards open.
    pub cards: Cards,
    /// Light or dark.
    pub theme: Theme,
}

/// What somebody wants of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Switches a framing on, or off where it is on already.
    Toggle(usize),
    /// Sets the framing.
    Framing(Option<usize>),
    /// Chooses how cards open.
    Cards(Cards),
    /// Chooses light or dark.
    Theme(Theme),
}

impl View {
    /// The view after an action; what the story does not have changes nothing.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Toggle(framing) if framing < 2 => {
                self.framing = (self.framing != Some(framing)).then_some(framing);
            }
            Action::Framing(framing) if framing.is_none_or(|framing| framing < 2) => self.framing = framing,
            Action::Cards(cards) => self.cards = cards,
            Action::Theme(theme) => self.theme = theme,
            _ => {}
        }
    }

    /// Index of the article that is shown, if one is.
    pub fn document(&self) -> Option<usize> {
        match self.section {
            Section::Article { document, .. } => Some(document),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_the_framing_that_is_on_returns_to_neither() {
        let mut view = View::default();
        let mut framings = Vec::new();
        for framing in [1, 0, 0] {
            view.act(Action::Toggle(framing));
            framings.push(view.framing);
        }
        assert_eq!(framings, [Some(1), Some(0), None]);
    }

    #[test]
    fn what_the_story_does_not_have_changes_nothing() {
        let mut view = View { framing: Some(0), ..View::default() };
        view.act(Action::Toggle(2));
        view.act(Action::Framing(Some(9)));
        assert_eq!(view, View { framing: Some(0), ..View::default() });
    }

    #[test]
    fn every_choice_survives_its_word() {
        for (word, choice) in CARDS {
            assert_eq!((Cards::parse(word), choice.word()), (Some(choice), word));
        }
        for (word, choice) in THEMES {
            assert_eq!((Theme::parse(word), choice.word()), (Some(choice), word));
        }
        assert_eq!(Cards::parse("Hover"), None);
    }
}
