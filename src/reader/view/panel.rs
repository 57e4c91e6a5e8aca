//! How this was coded: who, when, by which rules; what the marks mean; how far hand and engine agree, where they do
//! not; what was corrected.

use framing_reader_story::{Story, model::Agreement};
use yew::prelude::*;

use super::{
    article::difference,
    parts::{framing_name, jump, only, sources},
};
use crate::{
    facts,
    words::{ENGLISH as WORDS, fill},
};

/// The panel.
pub(crate) fn draw(story: &Story) -> Html {
    let coding = &story.coding;
    let rows: [(&str, &str); 6] = [
        (WORDS.coder, &coding.coder),
        (WORDS.coded_on, &coding.date),
        (WORDS.version, &coding.version),
        (WORDS.codebook, &coding.codebook),
        (WORDS.method, &coding.method),
        (WORDS.contact, &coding.contact),
    ];
    html! {
        <details class="panel">
            <summary>{ WORDS.how_coded }</summary>
            <dl>{ for rows.iter().map(|(term, text)| html! { <><dt>{ *term }</dt><dd>{ *text }</dd></> }) }</dl>
            <h3>{ WORDS.marks }</h3>
            { legend(story) }
            <h3>{ WORDS.agreement }</h3>
            <ul>{ for [0, 1].map(|framing| html! { <li>{ agreement(story, framing) }</li> }) }</ul>
            <h4>{ WORDS.differ }</h4>
            { for [0, 1].map(|framing| differences(story, framing)) }
            <h3>{ WORDS.corrections }</h3>
            { corrections(story) }
        </details>
    }
}

fn legend(story: &Story) -> Html {
    let [first, second, rule, dots, gray] = WORDS.mark_meanings;
    html! {
        <ul class="legend">
            <li><mark data-show="f0">{ fill(first, &[&framing_name(story, 0)]) }</mark></li>
            <li><mark data-show="f1">{ fill(second, &[&framing_name(story, 1)]) }</mark></li>
            <li data-show="rule">{ rule }</li>
            <li data-show="dots">{ dots }</li>
            <li data-show="gray">{ gray }</li>
        </ul>
    }
}

fn agreement(story: &Story, framing: usize) -> String {
    let Agreement { items, agree, abstained, kappa } = story.agreement[framing];
    let percent = (agree * 100 + items / 2).checked_div(items).unwrap_or(0).to_string();
    fill(
        WORDS.agreement_of,
        &[
            &story.framings[framing].name,
            &agree.to_string(),
            &items.to_string(),
            &percent,
            &thousandths(kappa),
            &abstained.to_string(),
        ],
    )
}

/// A number of thousandths as a decimal with two places.
fn thousandths(value: i16) -> String {
    let hundredths = (value.unsigned_abs() + 5) / 10;
    let sign = if value < 0 { "-" } else { "" };
    let tens = if hundredths % 100 < 10 { ".0" } else { "." };
    [sign, &(hundredths / 100).to_string(), tens, &(hundredths % 100).to_string()].concat()
}

fn differences(story: &Story, framing: usize) -> Html {
    let count = facts::differences(story, framing).count().to_string();
    html! {
        <details data-mark={only(framing)}>
            <summary>{ fill(WORDS.differ_count, &[&story.framings[framing].name, &count]) }</summary>
            <ul>
                { for facts::differences(story, framing).map(|(document, block, code, verdict)| html! {
                    <li>{ jump(story, document, block.line) }{ " " }{ difference(story, code, framing, verdict) }</li>
                }) }
            </ul>
        </details>
    }
}

fn corrections(story: &Story) -> Html {
    if story.corrections.is_empty() {
        return html! { <p>{ WORDS.none_so_far }</p> };
    }
    html! {
        <ul>
            { for story.corrections.iter().map(|correction| html! {
                <li>{ &*correction.date }{ ": " }{ &*correction.what }{ sources(story, &correction.sources) }</li>
            }) }
        </ul>
    }
}
