//! How a story's framings do on its texts: which cues stand where, and what they catch and miss of what was coded by hand.

use framing_reader_engine::{Reading, Span, frame};

use super::{
    assemble::verdict_on,
    diagnostic::Problems,
    seeds::{DocumentSeeds, Seeds},
    texts,
};

/// How one framing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Its cues in the order they are written, with every place where they stand, also where they decide nothing.
    pub cues: Vec<CueTrial>,
    /// Paragraphs coded with it by hand that the engine finds.
    pub caught: Vec<Passage>,
    /// Paragraphs coded with it that the engine does not find.
    pub missed: Vec<Passage>,
    /// Paragraphs coded without it where the engine finds it.
    pub beside: Vec<Passage>,
    /// Coded paragraphs, either way, on which the engine abstains.
    pub unsure: Vec<Passage>,
    /// Paragraphs that nobody coded where the engine finds it.
    pub uncoded: Vec<Passage>,
}

/// A cue, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueTrial {
    /// The cue as written; of a shipped framing, its rule.
    pub rule: String,
    /// The words it stands on; of a cue with gaps each stretch.
    pub places: Vec<Passage>,
}

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The document's id.
    pub document: String,
    /// Its line.
    pub line: u32,
    /// The words: a whole paragraph, or a cue's.
    pub words: String,
}

/// Tries both framings.
pub(crate) fn trials(seeds: &Seeds, problems: &Problems) -> [Trial; 2] {
    let texts = texts::of_folder(seeds, problems);
    let mut trials = seeds.framings.each_ref().map(|framing| {
        let cue = |rule: &str| CueTrial { rule: rule.to_string(), places: Vec::new() };
        Trial { cues: framing.rules().into_iter().map(cue).collect(), ..Trial::default() }
    });
    for (document, reading) in seeds.documents.iter().zip(texts::readings(seeds, &texts).0) {
        let found = frame::cues(&reading.document, &reading.mentions, &seeds.framings);
        for (framing, (trial, found)) in trials.iter_mut().zip(found).enumerate() {
            for cue in found {
                let Some(tried) = trial.cues.iter_mut().find(|tried| tried.rule == cue.rule) else { continue };
                tried.places.extend(cue.spans.iter().map(|span| passage(document, &reading, cue.block, *span)));
            }
            sort(trial, framing, seeds, document, &reading);
        }
    }
    trials
}

/// Puts each paragraph where it belongs.
fn sort(trial: &mut Trial, framing: usize, seeds: &Seeds, document: &DocumentSeeds, reading: &Reading<'_>) {
    for (index, block) in reading.document.paragraphs() {
        let code = document.codes.iter().find(|code| code.line() as usize == block.line);
        let frames = code.and_then(|code| seeds.resolve(code).frames);
        let hand = frames.map(|frames| seeds.frames(&frames).has(framing));
        let engine = verdict_on(reading, index, framing).and_then(|verdict| verdict.present);
        let list = match (hand, engine) {
            (Some(true), Some(true)) => &mut trial.caught,
            (Some(true), Some(false)) => &mut trial.missed,
            (Some(false), Some(true)) => &mut trial.beside,
            (Some(_), None) => &mut trial.unsure,
            (None, Some(true)) => &mut trial.uncoded,
            (Some(false), Some(false)) | (None, _) => continue,
        };
        list.push(passage(document, reading, index, block.span));
    }
}

fn passage(document: &DocumentSeeds, reading: &Reading<'_>, block: usize, span: Span) -> Passage {
    Passage {
        document: document.entry.id.value.clone(),
        line: reading.document.blocks[block].line as u32,
        words: span.of(reading.document.text).to_string(),
    }
}
