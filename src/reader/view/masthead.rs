//! The top of the page: the story's title, the switch, and the story in two sentences under each framing.

use framing_reader_page::{
    parts::{intent, mark, sources, truth},
    pen::Pen,
    route::{OVERVIEW, VIEWS},
    words::{ENGLISH as WORDS, fill, together},
};
use framing_reader_story::Story;

use super::tree::Tree;
use crate::state::{Cards, Theme, View};

/// All of it but the two sentences.
pub(crate) fn draw(tree: &mut Tree, story: &Story, view: &View) {
    title(tree, story, view);
    ways(tree, story, view);
    switch(tree, story, view);
}

/// The title, what the texts are, and the reading options.
fn title(tree: &mut Tree, story: &Story, view: &View) {
    tree.open("header.masthead");
    tree.open("div.kicker");
    tree.leaf("p", &story.text);
    options(tree, view);
    tree.close();
    tree.open("h2.title");
    tree.set("part", "title");
    tree.text(&story.title);
    tree.close();
    tree.close();
}

/// The way to every view, always one step away.
fn ways(tree: &mut Tree, story: &Story, view: &View) {
    let here = view.section.path(story);
    let here = here.split('/').next();
    tree.open("nav.ways");
    tree.set("aria-label", WORDS.ways);
    // In a const: a reference to a field would keep the whole table, with the words of every view.
    for (path, words) in [OVERVIEW].iter().chain(&VIEWS).zip([WORDS.overview].iter().chain(&const { WORDS.views })) {
        tree.link("way", path);
        if here == Some(path) {
            tree.set("aria-current", "page");
        }
        tree.text(words);
        tree.close();
    }
    tree.close();
}

/// How cards open, and light or dark.
fn options(tree: &mut Tree, view: &View) {
    tree.open("details.options");
    tree.leaf("summary", WORDS.options);
    tree.open("div.choices");
    let cards = [Cards::Hover, Cards::Click, Cards::Off].map(|mode| (mode.word(), mode == view.cards));
    choices(tree, "cards", WORDS.cards, &const { WORDS.card_modes }, cards);
    let themes = [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| (theme.word(), theme == view.theme));
    choices(tree, "theme", WORDS.theme, &const { WORDS.themes }, themes);
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
        tree.button("button.choice", &together(&[verb, " ", word]));
        tree.set("aria-pressed", truth(on));
        tree.text(name);
        tree.close();
    }
    tree.close();
}

/// The switch, always in view, and how many paragraphs the framing is in.
fn switch(tree: &mut Tree, story: &Story, view: &View) {
    tree.open("div.bar leaf");
    tree.set("part", "bar");
    tree.open("div.switch");
    tree.set("part", "switch");
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
    tree.open("p.count");
    for (framing, only) in [(Some(0), mark(0)), (Some(1), mark(1)), (None, "none")] {
        let [framed, all] = counts(story, view, framing);
        tree.open("span");
        tree.set("data-only", only);
        tree.text(&match framing {
            Some(_) => fill(WORDS.count, &[&framed, &all]),
            None => fill(WORDS.count_neither, &[&all]),
        });
        tree.close();
    }
    tree.close();
    tree.leaf("p.where", view.document().map_or(WORDS.all_articles, |document| &story.documents[document].label));
    tree.close();
}

/// How many paragraphs of the article, or of all articles where none is shown, a framing is in, and how many there are.
fn counts(story: &Story, view: &View, framing: Option<usize>) -> [String; 2] {
    let (mut framed, mut all) = (0, 0);
    for (index, document) in story.documents.iter().enumerate() {
        if view.document().is_none_or(|shown| shown == index) {
            framed += framing.map_or(0, |framing| document.framed_count(framing));
            all += document.paragraph_count();
        }
    }
    [framed.to_string(), all.to_string()]
}

/// What a switch says to those who do not see it.
pub(crate) fn announcement(story: &Story, view: &View) -> String {
    let [framed, all] = counts(story, view, view.framing);
    let place = if view.document().is_some() { WORDS.in_article } else { WORDS.in_all_articles };
    match view.framing {
        Some(index) => fill(WORDS.announce, &[&story.framings[index].name, &framed, &all, place]),
        None => fill(WORDS.announce_neither, &[&all, place]),
    }
}

/// The story in two sentences: under both framings before the reader has chosen, then under the chosen one.
pub(crate) fn standfirsts(tree: &mut Tree, story: &Story) {
    tree.open("div.standfirsts leaf");
    for (index, framing) in story.framings.iter().enumerate() {
        tree.open("section.standfirst");
        tree.set("part", "standfirst");
        tree.set("data-mark", mark(index));
        tree.leaf("h3", &framing.name);
        tree.leaf("p.asks", &framing.asks);
        tree.leaf("p.sentences", &framing.standfirst);
        sources(tree, story, &framing.sources);
        tree.close();
    }
    tree.close();
}
