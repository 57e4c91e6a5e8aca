//! The articles at a glance: each with its strip, one tick a paragraph, and the strip beside the text.

use framing_reader_story::{Story, model::{BlockKind, Document}};
use yew::prelude::*;

use super::parts::{frames, go, intent};
use crate::words::{ENGLISH as WORDS, fill};

/// The articles to choose from.
pub(crate) fn draw(story: &Story, shown: usize) -> Html {
    html! {
        <nav class="articles" aria-label={WORDS.articles}>
            { for story.documents.iter().enumerate().map(|(index, document)| html! {
                <button type="button" class="choose" data-do={intent("document", index)}
                    aria-current={(index == shown).then_some("true")}>
                    <span class="number">{ &*document.id }</span>
                    <span class="name">{ &*document.label }</span>
                    { kinship(story, document) }
                    <span class="ticks" aria-hidden="true">{ for ticks(document) }</span>
                    <span class="unseen">{ counts(story, document) }</span>
                </button>
            }) }
        </nav>
    }
}

/// What it is of another article, if it is: an edition, a summary.
pub(crate) fn kinship(story: &Story, document: &Document) -> Html {
    let of = |words, of: Option<u16>| Some((words, &story.documents.get(usize::from(of?))?.label));
    match of(WORDS.another_edition, document.edition_of).or(of(WORDS.summary, document.summary_of)) {
        Some((words, label)) => html! { <span class="kinship">{ fill(words, &[label]) }</span> },
        None => Html::default(),
    }
}

/// The strip beside the text: each tick shows its paragraph.
pub(crate) fn strip(story: &Story, shown: usize) -> Html {
    let document = &story.documents[shown];
    html! {
        <div class="strip" role="img" aria-label={counts(story, document)}>
            { for paragraphs(document).map(|(at, block)| html! {
                <i class="tick" data-frames={frames(|framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing)))}
                    data-tick={at.to_string()} data-size={block.text.len().to_string()} data-do={go(shown, block.line)}></i>
            }) }
        </div>
    }
}

/// The ticks of a strip that is only looked at.
fn ticks(document: &Document) -> impl Iterator<Item = Html> {
    paragraphs(document).map(|(_, block)| {
        let frames = frames(|framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing)));
        html! { <i class="tick" data-frames={frames} data-size={block.text.len().to_string()}></i> }
    })
}

/// The paragraphs with the indexes of their blocks.
fn paragraphs(document: &Document) -> impl Iterator<Item = (usize, &framing_reader_story::model::Block)> {
    document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Para)
}

/// How many paragraphs each framing is in, as a sentence.
fn counts(story: &Story, document: &Document) -> String {
    let all = document.paragraph_count().to_string();
    let [first, second] = [0, 1].map(|framing| document.framed_count(framing).to_string());
    fill(WORDS.strip, &[&story.framings[0].name, &first, &all, &story.framings[1].name, &second, &all])
}
