//! How a story's framings do on its texts: which cues stand where, and, paragraph by paragraph, what hand and engine say.

use std::collections::HashMap;

use framing_reader_engine::{self as engine, Span, frame, mention};

use super::{
    actors,
    diagnostic::Problems,
    seeds::{DocumentSeeds, Seeds},
    texts::{self, Text},
};

/// How both framings do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Each framing's cues as written, in their order; of a shipped framing, its rules.
    pub cues: [Vec<String>; 2],
    /// Every paragraph of every document, in reading order.
    pub paragraphs: Vec<Tried>,
}

/// How they do on one paragraph; framings in the story's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The document's id.
    pub document: String,
    /// Its line.
    pub line: u32,
    /// Its words.
    pub words: String,
    /// What a person says; `None` where nobody coded it.
    pub hand: Option<[bool; 2]>,
    /// What the engine says; `None` where it abstains.
    pub engine: [Option<bool>; 2],
    /// Why, where the engine abstains; a few words for people.
    pub reasons: [Option<String>; 2],
    /// Every cue that stands in it, also where it decides nothing.
    pub cues: Vec<Standing>,
}

/// A cue in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose it is, 0 or 1.
    pub framing: usize,
    /// Its index among that framing's cues.
    pub cue: usize,
    /// Whether it speaks for the framing; else it only says how what does is to be taken.
    pub speaks: bool,
    /// The words it stands on, in bytes of the paragraph's words; of a cue with gaps each stretch.
    pub spans: Vec<Span>,
}

impl Tried {
    /// Whether hand and engine both say something of this framing, and not the same.
    pub fn differs(&self, framing: usize) -> bool {
        self.hand.is_some_and(|hand| self.engine[framing] == Some(!hand[framing]))
    }
}

/// Tries both framings.
pub(crate) fn trial(seeds: &Seeds, problems: &Problems) -> Trial {
    let gazetteer = actors::gazetteer(&seeds.actors);
    let rules = seeds.framings.each_ref().map(|framing| framing.rules());
    let numbers = rules.each_ref().map(|rules| rules.iter().copied().zip(0..).collect::<HashMap<&str, usize>>());
    let of_document = |(text, document): (&Text, &DocumentSeeds)| {
        let words = engine::Document::from_blocks(&text.text, text.blocks.clone());
        let mentions = mention::mentions(&words, &gazetteer);
        let (verdicts, cues) = frame::tried(&words, &mentions, &seeds.framings);
        let mut cues = cues.map(|cues| cues.into_iter().peekable());
        // A verdict for each paragraph and framing, in their order.
        let tried = words.paragraphs().zip(verdicts.chunks(2)).map(|((index, block), verdicts)| {
            let mut standing = Vec::new();
            for (framing, cues) in cues.iter_mut().enumerate() {
                while let Some(cue) = cues.next_if(|cue| cue.block <= index) {
                    let Some(known) = numbers[framing].get(&*cue.rule) else { continue };
                    let within = |span: &Span| Span::new(span.start - block.span.start, span.end - block.span.start);
                    standing.push(Standing {
                        framing,
                        cue: *known,
                        speaks: cue.speaks,
                        spans: cue.spans.iter().map(within).collect(),
                    });
                }
            }
            let code = document.codes.iter().find(|code| code.line() as usize == block.line);
            let frames = code.and_then(|code| seeds.resolve(code).frames).map(|frames| seeds.frames(&frames));
            let verdict = |framing: usize| verdicts.iter().find(|verdict| verdict.framing == framing);
            Tried {
                document: document.entry.id.value.clone(),
                line: block.line as u32,
                words: block.span.of(&text.text).to_string(),
                hand: frames.map(|frames| [0, 1].map(|framing| frames.has(framing))),
                engine: [0, 1].map(|framing| verdict(framing).and_then(|verdict| verdict.present)),
                reasons: [0, 1].map(|framing| verdict(framing).and_then(|verdict| verdict.reason.clone())),
                cues: standing,
            }
        });
        tried.collect::<Vec<_>>()
    };
    let texts = texts::of_folder(seeds, problems);
    let paragraphs = texts.iter().zip(&seeds.documents).flat_map(of_document).collect();
    Trial { cues: rules.map(|rules| rules.into_iter().map(str::to_string).collect()), paragraphs }
}
