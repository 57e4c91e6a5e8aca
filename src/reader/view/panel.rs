//! How this was coded: who, when, by which rules; what the marks mean; how far hand and engine agree, where they do
//! not; what was corrected.

use framing_reader_story::{Story, model::Agreement};

use super::{
    article::difference,
    parts::{framing_name, jump, mark, sources},
    tree::Tree,
};
use crate::{
    facts,
    words::{ENGLISH as WORDS, fill},
};

/// The panel.
pub(crate) fn draw(tree: &mut Tree, story: &Story) {
    let coding = &story.coding;
    let rows: [(&str, &str); 6] = [
        (WORDS.coder, &coding.coder),
        (WORDS.coded_on, &coding.date),
        (WORDS.version, &coding.version),
        (WORDS.codebook, &coding.codebook),
        (WORDS.method, &coding.method),
        (WORDS.contact, &coding.contact),
    ];
    tree.open("details.panel");
    tree.leaf("summary", WORDS.how_coded);
    tree.open("dl");
    for (term, text) in rows {
        tree.leaf("dt", term);
        tree.leaf("dd", text);
    }
    tree.close();
    tree.leaf("h3", WORDS.marks);
    legend(tree, story);
    tree.leaf("h3", WORDS.agreement);
    tree.open("ul");
    for framing in 0..2 {
        tree.leaf("li", &agreement(story, framing));
    }
    tree.close();
    tree.leaf("h4", WORDS.differ);
    for framing in 0..2 {
        differences(tree, story, framing);
    }
    tree.leaf("h3", WORDS.corrections);
    corrections(tree, story);
    tree.close();
}

fn legend(tree: &mut Tree, story: &Story) {
    tree.open("ul.legend");
    for (show, meaning) in ["f0", "f1", "rule", "dots", "gray"].iter().zip(WORDS.mark_meanings) {
        tree.open("li");
        tree.set("data-show", show);
        match *show {
            "f0" => tree.leaf("mark", &fill(meaning, &[&framing_name(story, 0)])),
            "f1" => tree.leaf("mark", &fill(meaning, &[&framing_name(story, 1)])),
            _ => tree.text(meaning),
        }
        tree.close();
    }
    tree.close();
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
            &facts::thousandths(kappa),
            &abstained.to_string(),
        ],
    )
}

fn differences(tree: &mut Tree, story: &Story, framing: usize) {
    let count = facts::differences(story, framing).count().to_string();
    tree.open("details");
    tree.set("data-mark", mark(framing));
    tree.leaf("summary", &fill(WORDS.differ_count, &[&story.framings[framing].name, &count]));
    tree.open("ul");
    for (document, block, code, verdict) in facts::differences(story, framing) {
        tree.open("li");
        jump(tree, story, document, block.line);
        tree.text(" ");
        tree.text(&difference(story, code, framing, verdict));
        tree.close();
    }
    tree.close();
    tree.close();
}

fn corrections(tree: &mut Tree, story: &Story) {
    if story.corrections.is_empty() {
        return tree.leaf("p", WORDS.none_so_far);
    }
    tree.open("ul");
    for correction in &story.corrections {
        tree.open("li");
        tree.text(&[&correction.date, ": ", &*correction.what].concat());
        sources(tree, story, &correction.sources);
        tree.close();
    }
    tree.close();
}
