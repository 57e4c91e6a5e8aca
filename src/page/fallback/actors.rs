//! The actors, plain: what their cards say, as a list.

use crate::{
    facts,
    parts::mark,
    pen::Pen,
    words::{self, ENGLISH as WORDS, fill},
};
use framing_reader_story::model::{Actor, Story};

use super::{markup::Markup, sources, story_words};

/// The actors that the documents shown name, in the story's order; all of them where the whole story is shown.
pub(super) fn draw(html: &mut Markup, story: &Story, shown: &[usize]) {
    let whole = shown.len() == story.documents.len();
    let named = |actor: usize| {
        let documents = shown.iter().filter_map(|index| story.documents.get(*index));
        documents.into_iter().any(|document| facts::named(document, actor as u16) > 0)
    };
    html.open("section.actors");
    html.leaf("h3", WORDS.fallback.actors);
    html.open("ul");
    for (_, actor) in story.actors.iter().enumerate().filter(|(index, _)| whole || named(*index)) {
        html.line();
        draw_actor(html, story, actor);
    }
    html.close();
    html.close();
}

fn draw_actor(html: &mut Markup, story: &Story, actor: &Actor) {
    html.open("li");
    html.leaf("b", &actor.name);
    html.text(" ");
    html.leaf("small", &format!("{}, {}", words::kind(actor.kind), words::side(actor.side)));
    html.open("p");
    story_words(html, story, &actor.role);
    sources(html, story, &actor.role_sources);
    html.close();
    for (framing, of) in story.framings.iter().enumerate() {
        html.open("p");
        html.set("data-mark", mark(framing));
        html.leaf("em", &fill(WORDS.fallback.named, &[&of.name]));
        stance(html, story, actor, framing);
        html.close();
    }
    html.close();
}

/// What an actor wants under a framing, as quoted, else as reported, else that none is stated.
fn stance(html: &mut Markup, story: &Story, actor: &Actor, framing: usize) {
    let Some(stance) = &actor.stances[framing] else {
        return html.text(WORDS.none_stated);
    };
    if stance.quoted {
        // In letters of its own, because not everything that shows a `q` gives it marks.
        let lead = if stance.lead.is_empty() { String::new() } else { format!("{} ", stance.lead) };
        story_words(html, story, &format!("{lead}“{}”", stance.text));
    } else {
        html.text(WORDS.as_reported);
        story_words(html, story, &stance.text);
    }
    if let Some(speaker) = stance.said_by.and_then(|index| story.actors.get(usize::from(index))) {
        html.text(&format!(", {}", fill(WORDS.in_words_of, &[&speaker.name])));
    }
    sources(html, story, &stance.sources);
}
