//! The top of the page: the story's title, the switch, and the story in two sentences under each framing.

use framing_reader_story::Story;
use yew::prelude::*;

use super::parts::{intent, only, sources};
use crate::{
    state::{Cards, Theme, View},
    words::{ENGLISH as WORDS, fill},
};

/// The title, what the texts are, and the reading options.
pub(crate) fn title(story: &Story, view: &View) -> Html {
    html! {
        <header class="masthead">
            <div class="kicker">
                <p>{ &*story.text }</p>
                <button type="button" class="jump" data-do="panel">{ WORDS.how_coded }</button>
                { options(view) }
            </div>
            <h2 class="title">{ &*story.title }</h2>
        </header>
    }
}

/// How cards open, and light or dark.
fn options(view: &View) -> Html {
    let cards = [Cards::Hover, Cards::Click, Cards::Off];
    let themes = [Theme::Auto, Theme::Light, Theme::Dark];
    let choice = |verb: &str, word: &str, label: &'static str, on: bool| {
        let mut intent = String::from(verb);
        intent.push(' ');
        intent.push_str(word);
        html! {
            <button type="button" class="choice" data-do={intent} aria-pressed={if on { "true" } else { "false" }}>{ label }</button>
        }
    };
    html! {
        <details class="options">
            <summary>{ WORDS.options }</summary>
            <div class="choices">
                <div role="group" aria-label={WORDS.cards}>
                    <span>{ WORDS.cards }</span>
                    { for cards.iter().map(|mode| choice("cards", mode.word(), WORDS.card_modes[*mode as usize], view.cards == *mode)) }
                </div>
                <div role="group" aria-label={WORDS.theme}>
                    <span>{ WORDS.theme }</span>
                    { for themes.iter().map(|mode| choice("theme", mode.word(), WORDS.themes[*mode as usize], view.theme == *mode)) }
                </div>
            </div>
        </details>
    }
}

/// The switch, always in view, and how many paragraphs of the article the framing is in.
pub(crate) fn switch(story: &Story, view: &View) -> Html {
    let document = &story.documents[view.document];
    let all = document.paragraph_count().to_string();
    let count = match view.framing {
        Some(framing) => fill(WORDS.count, &[&document.framed_count(framing).to_string(), &all]),
        None => fill(WORDS.count_neither, &[&all]),
    };
    html! {
        <div class="bar">
            <div class="switch" role="group" aria-label={WORDS.read_as}>
                <span class="label" aria-hidden="true">{ WORDS.read_as }</span>
                { for story.framings.iter().enumerate().map(|(index, framing)| html! {
                    <button type="button" data-mark={only(index)} data-do={intent("toggle", index)}
                        aria-pressed={if view.framing == Some(index) { "true" } else { "false" }}>{ &*framing.name }</button>
                }) }
            </div>
            <p class="count">{ count }</p>
            <p class="where">{ &*document.label }</p>
        </div>
    }
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
pub(crate) fn standfirsts(story: &Story) -> Html {
    html! {
        <div class="standfirsts">
            { for story.framings.iter().enumerate().map(|(index, framing)| html! {
                <section class="standfirst" data-mark={only(index)}>
                    <h3>{ &*framing.name }</h3>
                    <p class="asks">{ &*framing.asks }</p>
                    <p class="sentences">{ &*framing.standfirst }</p>
                    { sources(story, &framing.sources) }
                </section>
            }) }
        </div>
    }
}
