//! How a story's framings do on its texts: which cues stand where, and, paragraph by paragraph, what hand and engine say.

use framing_reader_engine::{Reading, Span, frame};

use super::{
    assemble::verdict_on,
    diagnostic::Problems,
    seeds::{DocumentSeeds, Seeds},
    texts,
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
    let texts = texts::of_folder(seeds, problems);
    let own = seeds.framings.each_ref().map(|framing| framing.rules());
    let readings = texts::readings(seeds, &texts).0;
    let of_document = |(document, reading): (&DocumentSeeds, &Reading<'_>)| {
        let mut found =
            frame::cues(&reading.document, &reading.mentions, &seeds.framings).map(|cues| cues.into_iter().peekable());
        let tried = reading.document.paragraphs().map(|(index, block)| {
            let mut cues = Vec::new();
            for (framing, found) in found.iter_mut().enumerate() {
                while let Some(cue) = found.next_if(|cue| cue.block <= index) {
                    let Some(known) = own[framing].iter().position(|rule| *rule == cue.rule) else { continue };
                    let spans = cue
                        .spans
                        .iter()
                        .map(|span| Span::new(span.start - block.span.start, span.end - block.span.start));
                    cues.push(Standing { framing, cue: known, spans: spans.collect() });
                }
            }
            let code = document.codes.iter().find(|code| code.line() as usize == block.line);
            let frames = code.and_then(|code| seeds.resolve(code).frames).map(|frames| seeds.frames(&frames));
            let verdicts = [0, 1].map(|framing| verdict_on(reading, index, framing));
            Tried {
                document: document.entry.id.value.clone(),
                line: block.line as u32,
                words: block.span.of(reading.document.text).to_string(),
                hand: frames.map(|frames| [0, 1].map(|framing| frames.has(framing))),
                engine: verdicts.map(|verdict| verdict.and_then(|verdict| verdict.present)),
                reasons: verdicts.map(|verdict| verdict.and_then(|verdict| verdict.reason.clone())),
                cues,
            }
        });
        tried.collect::<Vec<_>>()
    };
    let paragraphs = seeds.documents.iter().zip(&readings).flat_map(of_document).collect();
    Trial { cues: own.map(|rules| rules.into_iter().map(str::to_string).collect()), paragraphs }
}
