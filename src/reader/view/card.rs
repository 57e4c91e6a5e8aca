//! The card of an actor: who it is, what it wants, what it is quoted saying here, where else it is named.

use framing_reader_page::{
    facts,
    parts::{mark, sources},
    pen::Pen,
    route,
    words::{self, ENGLISH as WORDS, fill, together},
};
use framing_reader_story::{
    Story,
    model::{Actor, Stance},
};

use super::tree::Tree;
use crate::state::View;

/// The card of the actor with an index.
pub(crate) fn draw(tree: &mut Tree, story: &Story, view: &View, index: u16) {
    let Some(actor) = story.actors.get(usize::from(index)) else { return };
    tree.open("div.card");
    tree.set("id", "card");
    tree.set("part", "card");
    tree.set("popover", "manual");
    tree.set("role", "dialog");
    tree.set("aria-labelledby", "card-name");
    tree.set("tabindex", "-1");
    tree.open("header");
    tree.leaf("p.kind", &together(&[words::kind(actor.kind), ", ", words::side(actor.side)]));
    tree.open("h3");
    tree.set("id", "card-name");
    tree.text(&actor.name);
    tree.close();
    tree.button("button.close", "close");
    tree.set("aria-label", WORDS.close);
    tree.text("×");
    tree.close();
    tree.close();
    tree.leaf("p.role", &actor.role);
    sources(tree, story, &actor.role_sources);
    // The framing that is on comes first; before the reader has chosen, both stand alike.
    let first = view.framing.unwrap_or(0);
    for framing in [first, 1 - first] {
        tree.open("section.stance");
        tree.set("data-mark", mark(framing));
        if view.framing.is_some_and(|on| on != framing) {
            tree.set("data-aside", "");
        }
        tree.leaf("h4", &story.framings[framing].name);
        stance(tree, story, actor, framing);
        tree.close();
    }
    if let Some(document) = view.document() {
        said(tree, story, document, index);
    }
    named(tree, story, view.document(), index);
    tree.close();
}

/// What an actor wants under a framing, as quoted, else as reported, else that none is stated.
pub(crate) fn stance(tree: &mut Tree, story: &Story, actor: &Actor, framing: usize) {
    let Some(stance) = &actor.stances[framing] else {
        return tree.leaf("p.none", WORDS.none_stated);
    };
    tree.open("p");
    wording(tree, stance);
    if let Some(speaker) = stance.said_by.and_then(|index| story.actors.get(usize::from(index))) {
        tree.leaf("span.how", &fill(WORDS.in_words_of, &[&speaker.name]));
    }
    tree.close();
    sources(tree, story, &stance.sources);
}

fn wording(tree: &mut Tree, stance: &Stance) {
    if !stance.quoted {
        tree.leaf("span.how", WORDS.as_reported);
        return tree.text(&stance.text);
    }
    if !stance.lead.is_empty() {
        tree.text(&stance.lead);
        tree.text(" ");
    }
    tree.leaf("q", &stance.text);
}

/// What the actor is quoted saying in this article, each to jump to.
fn said(tree: &mut Tree, story: &Story, shown: usize, index: u16) {
    let document = &story.documents[shown];
    if facts::said(document, index).next().is_none() {
        return tree.leaf("p.none", WORDS.not_quoted_here);
    }
    tree.open("section");
    tree.leaf("h4", WORDS.quoted_here);
    tree.open("ul.said");
    for said in facts::said(document, index) {
        tree.open("li");
        tree.link("jump", &route::line(story, shown, said.line));
        tree.text(said.words);
        tree.leaf("span.at", &fill(WORDS.line, &[&said.line.to_string()]));
        tree.close();
        let certainty = words::certainty(said.certainty);
        if !certainty.is_empty() {
            tree.leaf("span.how", certainty);
        }
        tree.close();
    }
    tree.close();
    tree.close();
}

/// How often each article names the actor, as bars.
fn named(tree: &mut Tree, story: &Story, shown: Option<usize>, index: u16) {
    let counts = || story.documents.iter().map(|document| facts::named(document, index));
    let most = counts().max().unwrap_or(0).max(1);
    tree.open("section");
    tree.leaf("h4", WORDS.named_in);
    tree.open("ul.named");
    for (at, (count, document)) in counts().zip(&story.documents).enumerate() {
        tree.open("li");
        if Some(at) == shown {
            tree.set("aria-current", "true");
        }
        tree.leaf("span", &document.label);
        // A rule's width may be an attribute, so that it needs no style of its own.
        tree.open("hr");
        tree.set("width", &together(&[&(count * 100 / most).to_string(), "%"]));
        tree.set("aria-hidden", "true");
        tree.close();
        tree.text(&fill(WORDS.times, &[&count.to_string()]));
        tree.close();
    }
    tree.close();
    tree.close();
}
