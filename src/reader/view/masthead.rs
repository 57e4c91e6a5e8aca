//! The top of the page: the story's title, the switch, and the story in two sentences under each framing.

use framing_reader_story::Story;

use super::{
    parts::{intent, mark, sources, truth},
    tree::Tree,
};
use crate::{
    state::{Cards, Theme, View},
    words::{ENGLISH as WORDS, fill},
};

/// The title, what the texts are, and the reading options.
pub(crate) fn title(tree: &mut Tree, story: &Story, view: &View) {
    tree.open("header.masthead");
    tree.open("div.kicker");
    tree.leaf("p", &story.text);
    tree.button("button.jump", "panel");
    tree.text(WORDS.how_coded);
    tree.close();
    options(tree, view);
    tree.close();
    tree.leaf("h2.title", &story.title);
    tree.close();
}

/// How cards open, and light or dark.
fn options(tree: &mut Tree, view: &View) {
    tree.open("details.options");
    tree.leaf("summary", WORDS.options);
    tree.open("div.choices");
    let cards = [Cards::Hover, Cards::Click, Cards::Off].map(|mode| (mode.word(), mode == view.cards));
    choices(tree, "cards", WORDS.cards, &WORDS.card_modes, cards);
    let themes = [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| (theme.word(), theme == view.theme));
    choices(tree, "theme", WORDS.theme, &WORDS.themes, themes);
    tree.close();
    tree.close();
}

/// One of three.
fn choices(tree: &mut Tree, verb: &str, label: &str, names: &[&str; 3], words: [(&str, bool); 3]) {
    tree.open("div");
    tree.set("role", "group");
    tree.set("aria-label", label);
    tree.leaf("span", label);
    for (name, (word, on)) in names.iter().zip(words) {
        tree.button("button.choice", &[verb, " ", word].concat());
        tree.set("aria-pressed", truth(on));
        tree.text(name);
        tree.close();
    }
    tree.close();
}

/// The switch, always in view, and how many paragraphs of the article the framing is in.
pub(crate) fn switch(tree: &mut Tree, story: &Story, view: &View) {
    let document = &story.documents[view.document];
    let all = document.paragraph_count().to_string();
    tree.open("div.bar");
    tree.open("div.switch");
    tree.set("role", "group");
    tree.set("aria-label", WORDS.read_as);
    tree.open("span.label");
    tree.set("aria-hidden", "true");
    tree.text(WORDS.read_as);
    tree.close();
    for (index, framing) in story.framings.iter().enumerate() {
        tree.button("button", &intent("toggle", index));
        tree.set("data-mark", mark(index));
        tree.set("aria-pressed", truth(view.framing == Some(index)));
        tree.text(&framing.name);
        tree.close();
    }
    tree.close();
    let count = match view.framing {
        Some(framing) => fill(WORDS.count, &[&document.framed_count(framing).to_string(), &all]),
        None => fill(WORDS.count_neither, &[&all]),
    };
    tree.leaf("p.count", &count);
    tree.leaf("p.where", &document.label);
    tree.close();
}

/// What a switch says to those who do not see it.
pub(crate) fn announcement(story: &Story, view: &View) -> String {
    let document = &story.documents[view.document];
    let all = document.paragraph_count().to_string();
    match view.framing {
        Some(index) => {
            let count = document.framed_count(index).to_string();
            fill(WORDS.announce, &[&story.framings[index].name, &count, &all])
        }
        None => fill(WORDS.announce_neither, &[&all]),
    }
}

/// The story in two sentences: under both framings before the reader has chosen, then under the chosen one.
pub(crate) fn standfirsts(tree: &mut Tree, story: &Story) {
    tree.open("div.standfirsts");
    for (index, framing) in story.framings.iter().enumerate() {
        tree.open("section.standfirst");
        tree.set("data-mark", mark(index));
        tree.leaf("h3", &framing.name);
        tree.leaf("p.asks", &framing.asks);
        tree.leaf("p.sentences", &framing.standfirst);
        sources(tree, story, &framing.sources);
        tree.close();
    }
    tree.close();
}
