//! The article: its blocks as what they are, names and evidence marked, margin notes beside them.
//!
//! Both framings' marks and notes are in it; which of them shows is the root's `data-on` and the styles' business, so
//! that a switch builds nothing.

use framing_reader_story::{
    Story,
    model::{BlockKind, Code, Document, Piece, Verdict},
};
use yew::prelude::*;

use super::{
    articles::kinship,
    card::stance,
    parts::{frames, framing_name, go, only, sources},
};
use crate::{
    facts,
    words::{ENGLISH as WORDS, fill},
};

/// The article of a document; `names`: whether names open cards.
pub(crate) fn draw(story: &Story, shown: usize, names: bool) -> Html {
    let document = &story.documents[shown];
    let cast = facts::cast(document);
    html! {
        <article key={shown} class="article" lang={story.language.clone()} aria-label={document.label.clone()}>
            { head(story, document) }
            { for (0..document.blocks.len()).map(|at| block(story, shown, at, &cast, names)) }
            { notes(story, &cast) }
        </article>
    }
}

/// What the file states of itself.
fn head(story: &Story, document: &Document) -> Html {
    let stated = |label: &str, value: &Option<String>| {
        html! { <span>{ label }{ ": " }{ value.as_deref().unwrap_or(WORDS.not_stated) }</span> }
    };
    html! {
        <header class="head">
            <h3>{ &*document.label }</h3>
            <p class="about">{ kinship(story, document) }{ &*document.about }</p>
            <p class="stated">
                { stated(WORDS.title, &document.title) }
                { stated(WORDS.outlet, &document.outlet) }
                { stated(WORDS.date, &document.date) }
            </p>
        </header>
    }
}

/// One block with its line number and what stands in the margin.
fn block(story: &Story, shown: usize, at: usize, cast: &[u16], names: bool) -> Html {
    let document = &story.documents[shown];
    let block = &document.blocks[at];
    let kind = match block.kind {
        BlockKind::Para => "para",
        BlockKind::Title => "title",
        BlockKind::Heading => "heading",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Byline => "byline",
        BlockKind::Copyright => "copyright",
    };
    let words = words(document, at, cast, names);
    let coded = |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing));
    html! {
        <div class="block" data-kind={kind} data-frames={frames(coded)} data-line={block.line.to_string()} data-at={at.to_string()}>
            <span class="number" aria-hidden="true" data-do={go(shown, block.line)}>{ block.line.to_string() }</span>
            if block.kind == BlockKind::Heading {
                <h4 class="text">{ words }</h4>
            } else {
                <p class="text">{ for [0, 1].map(|framing| spoken(story, framing, coded)) }{ words }</p>
            }
            if let Some(code) = &block.code {
                { for [0, 1].map(|framing| margin(story, document, at, code, framing)) }
            }
        </div>
    }
}

/// What is said of a paragraph under a framing to those who do not see its marks.
fn spoken(story: &Story, framing: usize, coded: impl Fn(usize) -> bool) -> Html {
    let other = 1 - framing;
    let words = match (coded(framing), coded(other)) {
        (true, _) => fill(WORDS.marked, &[&story.framings[framing].name]),
        (false, true) => fill(WORDS.trace, &[&framing_name(story, other)]),
        (false, false) => return Html::default(),
    };
    html! { <span class="unseen" data-only={only(framing)}>{ words }</span> }
}

/// The words of a block, cut at names and evidence.
fn words(document: &Document, at: usize, cast: &[u16], names: bool) -> Html {
    let pieces: Vec<(Piece, &str)> = document.blocks[at].words().collect();
    let mut first = true;
    pieces
        .chunk_by(|(a, _), (b, _)| a.mention == b.mention)
        .map(|run| {
            let text: Html = run.iter().map(|(piece, text)| marked(piece, text)).collect();
            let mention = run[0].0.mention.map(usize::from);
            let Some((index, mention)) = mention.and_then(|index| Some((index, document.mentions.get(index)?))) else {
                return text;
            };
            // In print every name carries the number of its note; the article's words stay free of it.
            let note = cast.iter().position(|actor| *actor == mention.actor).map_or(0, |place| place + 1);
            let number = html! { <sup class="printed" data-note={note.to_string()}></sup> };
            if !names {
                return html! { <>{ text }{ number }</> };
            }
            // A span, because no browser breaks a button over two lines; one tab stop for each paragraph's names.
            let stop = if std::mem::take(&mut first) { "0" } else { "-1" };
            html! {
                <span class="name" role="button" tabindex={stop} aria-haspopup="dialog" aria-expanded="false"
                    data-name={index.to_string()}>{ text }{ number }</span>
            }
        })
        .collect()
}

/// Words with their evidence marks.
fn marked(piece: &Piece, text: &str) -> Html {
    match frames(|framing| piece.evidence.has(framing)) {
        Some(frames) => html! { <mark data-frames={frames}>{ text }</mark> },
        None => html! { text },
    }
}

/// What stands beside a paragraph under a framing: the note, and where hand and engine differ.
fn margin(story: &Story, document: &Document, at: usize, code: &Code, framing: usize) -> Html {
    let (note, differs) = (&code.notes[framing], facts::differs(code, framing));
    if note.is_none() && differs.is_none() {
        return Html::default();
    }
    let hangs = facts::margin_hangs(document, at, framing);
    html! {
        <div class="margin" role="note" data-only={only(framing)} data-hangs={hangs.then_some("")}>
            if let Some(note) = note {
                <p class="note">
                    <span class="as">{ fill(WORDS.read_as_note, &[&framing_name(story, framing)]) }</span>{ &*note.text }
                </p>
                { sources(story, &note.sources) }
            }
            if let Some(verdict) = differs {
                <p class="differs">{ difference(story, code, framing, verdict) }</p>
            }
        </div>
    }
}

/// That hand and engine differ, and the hand's reason.
pub(crate) fn difference(story: &Story, code: &Code, framing: usize, verdict: Verdict) -> String {
    let hand = if code.frames.has(framing) { WORDS.present } else { WORDS.absent };
    let hand = fill(hand, &[&framing_name(story, framing)]);
    fill(WORDS.hand_and_engine, &[&hand, WORDS.verdict(verdict), &code.reason])
}

/// The actors of the article as numbered notes, for print.
fn notes(story: &Story, cast: &[u16]) -> Html {
    html! {
        <section class="cast printed">
            <h4>{ WORDS.cast }</h4>
            <ol>
                { for cast.iter().filter_map(|index| story.actors.get(usize::from(*index))).map(|actor| html! {
                    <li>
                        <b>{ &*actor.name }</b>{ ", " }{ &*actor.role }
                        { for [0, 1].map(|framing| html! { <div data-print={only(framing)}>{ stance(story, actor, framing) }</div> }) }
                    </li>
                }) }
            </ol>
        </section>
    }
}
