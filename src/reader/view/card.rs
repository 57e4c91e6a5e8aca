//! The card of an actor: who it is, what it wants, what it is quoted saying here, where else it is named.

use framing_reader_story::{
    Story,
    model::{Actor, Stance},
};
use yew::prelude::*;

use super::parts::{go, only, sources};
use crate::{
    facts,
    state::View,
    words::{ENGLISH as WORDS, fill},
};

/// The card of the actor with an index.
pub(crate) fn draw(story: &Story, view: &View, index: u16) -> Html {
    let Some(actor) = story.actors.get(usize::from(index)) else { return Html::default() };
    // The framing that is on comes first; before the reader has chosen, both stand alike.
    let order = if view.framing == Some(1) { [1, 0] } else { [0, 1] };
    html! {
        <div class="card" id="card" role="dialog" aria-labelledby="card-name" tabindex="-1">
            <header>
                <p class="kind">{ WORDS.kind(actor.kind) }{ ", " }{ WORDS.side(actor.side) }</p>
                <h3 id="card-name">{ &*actor.name }</h3>
                <button type="button" class="close" data-do="close" aria-label={WORDS.close}></button>
            </header>
            <p class="role">{ &*actor.role }</p>
            { sources(story, &actor.role_sources) }
            { for order.iter().map(|&framing| html! {
                <section class="stance" data-mark={only(framing)} data-aside={view.framing.is_some_and(|on| on != framing).then_some("")}>
                    <h4>{ &*story.framings[framing].name }</h4>
                    { stance(story, actor, framing) }
                </section>
            }) }
            { said(story, view.document, index) }
            { named(story, view.document, index) }
        </div>
    }
}

/// What an actor wants under a framing, as quoted, else as reported, else that none is stated.
pub(crate) fn stance(story: &Story, actor: &Actor, framing: usize) -> Html {
    let Some(stance) = &actor.stances[framing] else {
        return html! { <p class="none">{ WORDS.none_stated }</p> };
    };
    html! {
        <>
            <p>{ wording(stance) }{ speaker(story, stance) }</p>
            { sources(story, &stance.sources) }
        </>
    }
}

fn wording(stance: &Stance) -> Html {
    if !stance.quoted {
        return html! { <><span class="how">{ WORDS.as_reported }</span>{ &*stance.text }</> };
    }
    let space = if stance.lead.is_empty() { "" } else { " " };
    html! { <>{ &*stance.lead }{ space }<q>{ &*stance.text }</q></> }
}

/// Whose words a stance is in, where they are another actor's.
fn speaker(story: &Story, stance: &Stance) -> Html {
    match stance.said_by.and_then(|index| story.actors.get(usize::from(index))) {
        Some(speaker) => html! { <span class="how">{ fill(WORDS.in_words_of, &[&speaker.name]) }</span> },
        None => Html::default(),
    }
}

/// What the actor is quoted saying in this article, each to jump to.
fn said(story: &Story, shown: usize, index: u16) -> Html {
    let mut said = facts::said(&story.documents[shown], index).peekable();
    if said.peek().is_none() {
        return html! { <p class="none">{ WORDS.not_quoted_here }</p> };
    }
    html! {
        <section>
            <h4>{ WORDS.quoted_here }</h4>
            <ul class="said">
                { for said.map(|said| html! {
                    <li>
                        <button type="button" class="jump" data-do={go(shown, said.line)}>
                            { said.words }<span class="at">{ fill(WORDS.line, &[&said.line.to_string()]) }</span>
                        </button>
                        <span class="how">{ WORDS.certainty(said.certainty) }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// How often each article names the actor, as bars.
fn named(story: &Story, shown: usize, index: u16) -> Html {
    let counts = || story.documents.iter().map(|document| facts::named(document, index));
    let most = counts().max().unwrap_or(1).max(1).to_string();
    let frame = ["0 0 ", &most, " 1"].concat();
    html! {
        <section>
            <h4>{ WORDS.named_in }</h4>
            <ul class="named">
                { for counts().zip(&story.documents).enumerate().map(|(at, (count, document))| html! {
                    <li aria-current={(at == shown).then_some("true")}>
                        <span>{ &*document.label }</span>
                        <svg viewBox={frame.clone()} preserveAspectRatio="none" aria-hidden="true"><rect width={count.to_string()} height="1" /></svg>
                        <span>{ fill(WORDS.times, &[&count.to_string()]) }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
