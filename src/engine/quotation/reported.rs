//! Reported statements: sentences that present somebody as having said something, without quoting it (CODEBOOK, R1 to R10).
//!
//! For every sentence, in the one walk that also finds the quotations:
//!
//! 1. each word of [`saying`] and each "according to" gives a candidate, with the phrase that speaks;
//! 2. what stands inside another's statement is left to that other;
//! 3. the phrases become sources, one statement for each;
//! 4. at the end, whoever is quoted in the sentence is taken out.

use super::{
    Certainty, Quotation, Source,
    attribution::Attributed,
    clause::{REACH, Sentence, Stands, speaks},
    lexicon::{ADVERB, AUXILIARY, BODY, CONJUNCTION, DETERMINER, FINITE, MODIFIER, NATIONAL, PRONOUN},
    lexicon::{PREPOSITION, RELATIVE, ROLE, SPEAKER, SPEECH_NOUN, TIME},
    phrases::{Head, Phrase},
    rules::{self, Who},
    saying::{self, Form},
    speakers::{Page, Record, SpeakerId, Speakers, Way},
    words::Kind,
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

/// How many words of saying are weighed in one sentence: prose has two or three, and time must stay linear.
const CUES: usize = 8;

/// How many words may stand between "Ruiz said" and the stop behind it: "Ruiz said in a letter to the council on Monday."
const TAIL: usize = 9;

/// Somebody who says something.
#[derive(Clone, Copy, Debug)]
struct Heard {
    phrase: Phrase,
    /// The token that says so.
    cue: usize,
    /// Whether it is set in or behind the words of the sentence, which then are all theirs: "…, Ruiz said."
    whole: bool,
    certain: bool,
    rule: &'static str,
}

/// The statements of a document, while it is walked.
#[derive(Debug, Default)]
pub(super) struct Reports {
    found: Vec<(Statement, Option<SpeakerId>)>,
}

impl Reports {
    /// Takes in one sentence. `record` is what the memory is about to keep of it.
    pub(super) fn sentence(
        &mut self,
        block: usize,
        sentence: &Sentence<'_>,
        page: Page<'_>,
        record: &Record,
        speakers: &mut Speakers<'_>,
    ) {
        let first = self.found.len();
        for heard in heard(sentence) {
            let (speaker, certainty) = if is_somebody(sentence, heard.phrase) {
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
            let (Some(start), Some(end)) = (tokens.first(), tokens.last()) else { return };
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

/// Whether the phrase is a bare "some" or "others": somebody, but the text does not say who (R6).
fn is_somebody(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    let word = sentence.word(phrase.start).to_lowercase();
    phrase.end == phrase.start + 1
        && matches!(word.as_str(), "some" | "many" | "most" | "others" | "several" | "few" | "both" | "all")
}

fn names_before(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    phrase.head == Head::Pronoun && { sentence.phrases }
        .iter()
        .take_while(|p| p.start < phrase.start)
        .take(CUES)
        .any(|p| matches!(p.head, Head::Name(_)))
}

/// Who says something in a sentence, statements inside statements left out.
fn heard(sentence: &Sentence<'_>) -> Vec<Heard> {
    let all = (sentence.start..sentence.end).filter_map(|at| heard_at(sentence, at)).take(CUES).collect();
    outermost(sentence, all)
}

fn heard_at(sentence: &Sentence<'_>, at: usize) -> Option<Heard> {
    if matches!(sentence.word(at), "according" | "According" | "in" | "In" | "as" | "As")
        && let Some(found) = rules::according(sentence, at, at)
        && let Who::Phrase(phrase) = found.who
    {
        return Some(Heard { phrase, cue: at, whole: true, certain: true, rule: found.rule });
    }
    let (phrase, stands, rule) = match saying::form(sentence, at)? {
        Form::Finite => {
            let (phrase, stands) = subject(sentence, at)?;
            (phrase, stands, "subject of a verb of saying")
        }
        Form::Passive => (agent(sentence, at)?, Stands::Apposed, "said by somebody"),
        Form::Participle => (behind(sentence, at)?, Stands::Far, "participle of a verb of saying"),
    };
    let conditional = phrase.start > sentence.start
        && matches!(sentence.word(phrase.start - 1), "if" | "If" | "unless" | "Unless" | "whether" | "Whether");
    if !speaks(phrase) || sentence.is(phrase.start, SPEAKER) || conditional || is_evidence(sentence, phrase) {
        return None;
    }
    let whole = stands != Stands::Far && is_set_in(sentence, phrase, at);
    Some(Heard { phrase, cue: at, whole, certain: stands != Stands::Far, rule })
}

/// The subject of the verb of saying at `verb`.
fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<(Phrase, Stands)> {
    if let Some(phrase) = inverted(sentence, verb) {
        return Some((phrase, Stands::Beside));
    }
    let at = sentence.back_over_adverbs(verb);
    // "the plan announced in May" announces nothing: without an auxiliary the form may be a participle.
    let open = at == verb && sentence.word(verb).ends_with("ed") && sentence.word(verb + 1) != "that";
    if open && sentence.word(verb + 1) == "by" {
        return None;
    }
    if let Some(noun) = plain_noun(sentence, at) {
        return Some((noun, Stands::Beside)).filter(|_| !open || is_agent(sentence, noun.end - 1));
    }
    let beside = sentence.ending(at).map(|p| sentence.chain(p));
    if open && beside.is_some_and(|p| !speaks(p) && !is_agent(sentence, p.end - 1)) {
        return None;
    }
    let (phrase, stands) = sentence.subject(verb)?;
    let listed = match phrase.head {
        Head::Role(noun) => sentence.is(noun, ROLE.or(BODY).or(SPEECH_NOUN)),
        _ => true,
    };
    // A verb that is a noun as well needs its subject beside it.
    let sure = stands != Stands::Far || listed && !sentence.is(verb, SPEECH_NOUN);
    sure.then_some((phrase, stands))
}

/// "…, explains Ana Ruiz, who led the trial."
fn inverted(sentence: &Sentence<'_>, verb: usize) -> Option<Phrase> {
    let word = sentence.word(verb);
    let inverts = word.ends_with('s') && !matches!(word, "tells" | "asks")
        || matches!(word, "said" | "wrote" | "explained" | "added" | "argued" | "noted" | "suggested" | "reported");
    if !inverts || verb == sentence.start || !matches!(sentence.kind(verb - 1), Kind::Comma | Kind::Dash) {
        return None;
    }
    let phrase = sentence.starting_near(verb + 1)?;
    let phrase = sentence.as_speaker(sentence.named_in_apposition(phrase));
    let closed = matches!(sentence.kind(phrase.end), Kind::Comma | Kind::Stop | Kind::Colon)
        || sentence.word(phrase.end) == "who";
    (closed && speaks(phrase)).then_some(phrase)
}

/// A noun of no list right before `at`, with what describes it: "US [glaziers] complain".
fn plain_noun(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let noun = at.checked_sub(1).filter(|&i| i >= sentence.start)?;
    let token = &sentence.tokens[noun];
    let known = ROLE.or(BODY).or(ADVERB).or(PREPOSITION).or(CONJUNCTION).or(RELATIVE).or(AUXILIARY).or(FINITE);
    let plain = token.kind == Kind::Word && !token.possessive && !token.is(known.or(PRONOUN).or(TIME).or(DETERMINER));
    if !plain || sentence.around(noun).is_some() {
        return None;
    }
    let describes = |i: usize| sentence.is(i, MODIFIER.or(NATIONAL)) || sentence.kind(i) == Kind::Number;
    let mut start = noun;
    while start > sentence.start && start + 3 > noun && describes(start - 1) {
        start -= 1;
    }
    // "Norwegian glaziers": the adjective may have been read as a name.
    if let Some(before) = sentence.ending(start).filter(|p| !p.possessive && p.head != Head::Pronoun) {
        start = before.start;
    }
    Some(Phrase { start, end: noun + 1, head: Head::Role(noun), possessive: false })
}

/// Whether a noun of no list is somebody by its form: "glaziers", "Dubliners", "pianists".
fn is_agent(sentence: &Sentence<'_>, noun: usize) -> bool {
    let word = sentence.word(noun);
    let endings = ["ers", "ors", "ists", "ians", "ants", "ents", "men", "er", "or", "ist", "ian"];
    sentence.tokens[noun].capital || endings.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

/// Whether the phrase is figures or pictures, which show and do not say (R4).
fn is_evidence(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    matches!(
        sentence.word(phrase.end - 1),
        "data" | "figures" | "numbers" | "statistics" | "results" | "evidence" | "images" | "photos" | "findings"
    )
}

/// Whoever "by" names behind a passive: "was called a fool by Ruiz".
fn agent(sentence: &Sentence<'_>, verb: usize) -> Option<Phrase> {
    let ahead = (verb + 1..verb + 12).take_while(|&i| sentence.kind(i) == Kind::Word);
    let by = { ahead }.find(|&i| sentence.word(i) == "by")?;
    let phrase = sentence.as_speaker(sentence.starting(by + 1)?);
    let phrase = sentence.named_in_apposition(phrase);
    let body = sentence.is(phrase.end - 1, ROLE.or(BODY));
    (body || matches!(phrase.head, Head::Name(_))).then_some(phrase)
}

/// Who says what a participle tells.
fn behind(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    if (sentence.start..at).all(|i| sentence.is(i, PREPOSITION.or(ADVERB).or(CONJUNCTION))) {
        return sentence.main_subject();
    }
    let loose = sentence.kind(at - 1) != Kind::Word || sentence.is(at - 1, PREPOSITION.or(CONJUNCTION).or(ADVERB));
    if loose {
        let Who::Phrase(phrase) = rules::participle(sentence, at, at + 1, 0)?.who else { return None };
        return Some(phrase);
    }
    // "calls from owners saying", "a letter warning"
    sentence.ending(at).or_else(|| plain_noun(sentence, at)).filter(|p| speaks(*p))
}

/// Whether "Ruiz said" is set in or behind the words it reports: a comma before it, and nothing reported behind it.
fn is_set_in(sentence: &Sentence<'_>, phrase: Phrase, verb: usize) -> bool {
    let from = phrase.start.min(verb);
    if from == sentence.start || !matches!(sentence.kind(from - 1), Kind::Comma | Kind::Dash) {
        return false;
    }
    let tail = (phrase.end.max(verb + 1)..sentence.end.min(verb + REACH))
        .take_while(|&i| !matches!(sentence.kind(i), Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Dash));
    let plain = |i: usize| !sentence.is(i, AUXILIARY.or(PRONOUN).or(RELATIVE).or(FINITE));
    let opens = sentence.kind(verb + 1) != Kind::Word
        || sentence.is(verb + 1, PREPOSITION.or(TIME).or(ADVERB))
        || phrase.start > verb
        || matches!(sentence.word(verb), "told" | "tells");
    opens && { tail.clone() }.count() <= TAIL && { tail }.all(plain)
}

/// Leaves out who is heard only inside another's statement (R8).
fn outermost(sentence: &Sentence<'_>, all: Vec<Heard>) -> Vec<Heard> {
    let mut kept: Vec<Heard> = Vec::with_capacity(all.len());
    for heard in all {
        let hands_on = matches!(sentence.word(heard.cue), "reported" | "reports");
        match kept.last().copied() {
            // "Ruiz left the board, the Gazette reported": handed on.
            Some(_) if heard.whole && hands_on => {}
            // "The plan that Ruiz had praised was dead, a clerk said."
            Some(_) if heard.whole && !opens_clause(sentence, heard.phrase) => {
                let from = clause_start(sentence, heard.phrase.start.min(heard.cue));
                kept.retain(|k| k.cue < from);
                kept.push(heard);
            }
            Some(last) if heard.phrase.start > last.cue && !is_apart(sentence, last, heard) => {}
            _ => kept.push(heard),
        }
    }
    kept
}

/// Where the clauses begin that a statement set in at `at` can cover: behind the last semicolon.
fn clause_start(sentence: &Sentence<'_>, at: usize) -> usize {
    let from = sentence.start.max(at.saturating_sub(REACH));
    (from..at).rev().find(|&i| sentence.kind(i) == Kind::Semicolon).map_or(sentence.start, |i| i + 1)
}

/// Whether a conjunction stands before the phrase: ", but Ruiz said".
fn opens_clause(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    phrase.start > sentence.start
        && matches!(sentence.word(phrase.start - 1), "but" | "and" | "while" | "whereas" | "though" | "although")
}

/// Whether a later speaker stands in a clause of their own, and not in what the earlier one says.
fn is_apart(sentence: &Sentence<'_>, earlier: Heard, later: Heard) -> bool {
    let mut at = later.phrase.start;
    while at > sentence.start && sentence.is(at - 1, CONJUNCTION.or(ADVERB)) {
        at -= 1;
    }
    let comma = at > sentence.start && matches!(sentence.kind(at - 1), Kind::Comma | Kind::Semicolon | Kind::Dash);
    // "According to Ruiz, Oslo denied it": all of it is Ruiz's.
    comma && (!earlier.whole || at < later.phrase.start)
}
