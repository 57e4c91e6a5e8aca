//! Small pieces that several parts are made of.

use framing_reader_story::{Story, model::Place};
use yew::prelude::*;

use crate::words::{ENGLISH as WORDS, fill};

/// The intention to show a line, as `data-do` says it.
pub(crate) fn go(document: usize, line: u32) -> AttrValue {
    let mut intent = String::from("go ");
    intent.push_str(&document.to_string());
    intent.push(' ');
    intent.push_str(&line.to_string());
    intent.into()
}

/// An intention with one number.
pub(crate) fn intent(verb: &str, index: usize) -> AttrValue {
    let mut intent = String::from(verb);
    intent.push(' ');
    intent.push_str(&index.to_string());
    intent.into()
}

/// A button that shows a line of a document, named by both.
pub(crate) fn jump(story: &Story, document: usize, line: u32) -> Html {
    let id = story.documents.get(document).map_or("", |document| &document.id);
    html! {
        <button type="button" class="jump" data-do={go(document, line)}>{ fill(WORDS.line_of, &[id, &line.to_string()]) }</button>
    }
}

/// The lines a statement rests on, each to jump to; nothing where there are none.
pub(crate) fn sources(story: &Story, places: &[Place]) -> Html {
    if places.is_empty() {
        return Html::default();
    }
    let label = if places.len() == 1 { WORDS.source } else { WORDS.sources };
    html! {
        <p class="sources">{ label }{ for places.iter().map(|place| jump(story, usize::from(place.document), place.line)) }</p>
    }
}

/// `f0`, `f1` or both: the framings of a set, as `data-frames` says it; `None` for the empty set.
pub(crate) fn frames(has: impl Fn(usize) -> bool) -> Option<&'static str> {
    match (has(0), has(1)) {
        (true, true) => Some("f0 f1"),
        (true, false) => Some("f0"),
        (false, true) => Some("f1"),
        (false, false) => None,
    }
}

/// What shows only under the framing with this index, as `data-only` says it.
pub(crate) fn only(framing: usize) -> &'static str {
    ["f0", "f1"][framing]
}

/// The name of a framing within a sentence.
pub(crate) fn framing_name(story: &Story, framing: usize) -> String {
    story.framings[framing].name.to_lowercase()
}
