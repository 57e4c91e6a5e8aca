//! A small story of two documents for the tests of the crates that draw: a ferry, a toll and a harbour fort.

use framing_reader_story::{Story, model::*};

/// The story.
pub fn story() -> Story {
    let framing = |id: &str| Framing {
        id: id.into(),
        name: id.into(),
        asks: String::new(),
        standfirst: String::new(),
        sources: Vec::new(),
    };
    let actor = |id: &str| Actor {
        id: id.into(),
        name: id.into(),
        kind: ActorKind::Person,
        side: Side::Other,
        role: String::new(),
        role_sources: Vec::new(),
        stances: [None, None],
    };
    Story {
        id: "ferry".into(),
        title: "The ferry".into(),
        language: "en".into(),
        text: "retold".into(),
        coding: Coding { coder: String::new(), date: String::new(), version: String::new() },
        framings: [framing("bargaining"), framing("security")],
        documents: vec![document("100"), document("200")],
        actors: vec![actor("ana-ruiz"), actor("harbor-board")],
    }
}

/// A document of two paragraphs, on lines 1 and 3; Ruiz is named in both and quoted in the second.
fn document(id: &str) -> Document {
    let block = |line, text: &str, hand: Frames, engine| Block {
        kind: BlockKind::Para,
        line,
        text: text.into(),
        pieces: vec![Piece { end: text.len() as u32, mention: None, evidence: Frames::default() }],
        code: Some(Code { frames: hand, engine, notes: [None, None] }),
    };
    let none = Frames::default();
    Document {
        id: id.into(),
        label: id.into(),
        about: String::new(),
        title: None,
        outlet: None,
        date: None,
        edition_of: None,
        summary_of: None,
        blocks: vec![
            block(1, "Ana Ruiz met the Harbor Board.", none, [Verdict::Absent, Verdict::Absent]),
            block(3, "“No toll, no ferry,” Ruiz said.", none.with(0), [Verdict::Unsure, Verdict::Present]),
        ],
        mentions: vec![Mention { block: 0, actor: 0 }, Mention { block: 0, actor: 1 }, Mention { block: 1, actor: 0 }],
        quotations: vec![Quotation {
            block: 1,
            start: 0,
            end: 24,
            source: Speaker::Actor(0),
            certainty: Certainty::Certain,
        }],
    }
}
