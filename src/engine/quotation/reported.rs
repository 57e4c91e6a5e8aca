//! Reported statements: sentences that present somebody as having said something, without quoting it (CODEBOOK, R1 to R10).
//!
//! For every sentence, in the one walk that also finds the quotations:
//!
//! 1. [`heard`] finds the phrases that say something in it;
//! 2. the phrases become sources, one statement for each;
//! 3. at the end, whoever is quoted in the sentence is taken out.

use super::{
    Certainty, Quotation, Source,
    attribution::Attributed,
    clause::Sentence,
    heard::{self, is_somebody},
    lexicon::THEY,
    phrases::{Head, Phrase},
    speakers::{Page, Record, SpeakerId, Speakers, Way},
};
use crate::text::Span;

/// One sentence in which one source is presented as having said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Index of its paragraph among the document's blocks.
    pub block: usize,
    /// The sentence, in bytes of the document's text. Two sources in one sentence share it.
    pub span: Span,
    /// Who said it; none where the text names somebody without saying who ("some", "they").
    pub source: Option<Source>,
    /// The word that reports it ("denied", "according"), in bytes of the document's text.
    pub cue: Option<Span>,
    /// How surely `source` is right.
    pub certainty: Certainty,
    /// Which rule found the source, in a few words for people.
    pub rule: &'static str,
}

/// The statements of a document, while it is walked.
#[derive(Debug, Default)]
pub(super) struct Reports {
    found: Vec<(Statement, Option<SpeakerId>)>,
}

impl Reports {
    /// Takes in one sentence, and gives who is heard in it first. `record` is what the memory is about to keep of it.
    pub(super) fn sentence(
        &mut self,
        block: usize,
        sentence: &Sentence<'_>,
        page: Page<'_>,
        record: &Record,
        speakers: &mut Speakers<'_>,
    ) -> Option<SpeakerId> {
        let first = self.found.len();
        for heard in heard::heard(sentence) {
            // "Others disagree. They say …"
            let still_unknown = sentence.is(heard.phrase.start, THEY)
                && self.found.last().is_some_and(|(last, speaker)| last.block == block && speaker.is_none());
            let (speaker, certainty) = if is_somebody(sentence, heard.phrase) || still_unknown {
                (None, Certainty::Unknown)
            } else {
                // A pronoun may refer to the sentence it stands in: "When Ruiz came, she said that …"
                let here = Some(record).filter(|_| !heard.whole && names_before(sentence, heard.phrase));
                match speakers.resolve_near(page, heard.phrase, here) {
                    Some((id, Way::Name)) if heard.certain && speakers.is_sure_of_name(id) => {
                        (Some(id), Certainty::Certain)
                    }
                    Some((id, _)) => (Some(id), Certainty::Likely),
                    None if heard.phrase.head == Head::Pronoun => (None, Certainty::Unknown),
                    None => continue,
                }
            };
            if self.found[first..].iter().any(|(_, known)| *known == speaker) {
                continue;
            }
            let tokens = &sentence.tokens[sentence.start..sentence.end];
            let (start, end) = (tokens.first()?, tokens.last()?);
            let statement = Statement {
                block,
                span: Span::new(start.span.start, end.span.end),
                source: None,
                cue: Some(sentence.tokens[heard.cue].span),
                certainty,
                rule: heard.rule,
            };
            self.found.push((statement, speaker));
        }
        self.found[first..].iter().find_map(|(_, speaker)| *speaker)
    }

    /// All statements, in order of place, without those whose source is quoted in the same sentence (R7).
    pub(super) fn finish(self, quotations: &[Attributed], speakers: &Speakers<'_>) -> Vec<Statement> {
        let mut first = 0;
        let reported = |(mut statement, speaker): (Statement, Option<SpeakerId>)| {
            while quotations.get(first).is_some_and(|(q, _)| q.span.start < statement.span.start) {
                first += 1;
            }
            let inside = quotations[first..].iter().take_while(|(q, _)| q.span.start < statement.span.end);
            let quoted = |(q, said): &Attributed| *said == speaker || is_cue_of(q, &statement);
            if { inside }.any(quoted) {
                return None;
            }
            statement.source = speaker.map(|id| speakers.get(id).source.clone());
            Some(statement)
        };
        self.found.into_iter().filter_map(reported).collect()
    }
}

fn is_cue_of(quotation: &Quotation, statement: &Statement) -> bool {
    quotation.cue.is_some() && quotation.cue == statement.cue
}

/// Whether somebody stands before a pronoun in its own sentence.
fn names_before(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    phrase.head == Head::Pronoun && { sentence.phrases }
        .iter()
        .take_while(|p| p.start < phrase.start)
        .take(8)
        .any(|p| matches!(p.head, Head::Name(_) | Head::Role(_)))
}

#[cfg(test)]
mod tests;
