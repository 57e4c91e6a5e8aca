//! Who says something in a sentence without being quoted: the phrases of the speakers (CODEBOOK, R1 to R8).
//!
//! 1. "according to Ruiz", "in her words";
//! 2. the subject of a verb of [`saying`], whoever "by" names behind a passive one, whom a participle belongs to;
//! 3. whoever is heard only inside another's statement is left out again.

use super::{
    clause::{REACH, Sentence, Stands, speaks},
    lexicon::{ADVERB, AUXILIARY, CONJUNCTION, FINITE, PREPOSITION, PRONOUN, RELATIVE, SPEAKER, TIME},
    phrases::Phrase,
    rules::{self, Who},
    saying::{self, Form},
    subject::{agent, behind, is_quantity, subject},
    words::Kind,
};

/// How many words of saying are weighed in one sentence: prose has two or three, and time must stay linear.
const CUES: usize = 8;

/// How many words may stand between "Ruiz said" and the stop behind it: "Ruiz said in a letter to the council on Monday."
const TAIL: usize = 9;

/// Somebody who says something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    pub(super) phrase: Phrase,
    /// The token that says so.
    pub(super) cue: usize,
    /// Whether it is set in or behind the words of the sentence, which then are all theirs: "…, Ruiz said."
    pub(super) whole: bool,
    pub(super) certain: bool,
    pub(super) rule: &'static str,
}

/// Who says something in a sentence, statements inside statements left out.
pub(super) fn heard(sentence: &Sentence<'_>) -> Vec<Heard> {
    let mut all: Vec<Heard> = Vec::new();
    for at in sentence.start..sentence.end {
        if all.len() == CUES {
            break;
        }
        all.extend(heard_at(sentence, at, all.last().copied()));
    }
    outermost(sentence, all)
}

/// Whether the phrase is a bare "some" or "others": somebody, but the text does not say who (R6).
pub(super) fn is_somebody(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    phrase.end == phrase.start + 1 && is_quantity(sentence.word(phrase.start))
}

fn heard_at(sentence: &Sentence<'_>, at: usize, last: Option<Heard>) -> Option<Heard> {
    if let Some((phrase, rule)) = attributed(sentence, at) {
        return Some(Heard { phrase, cue: at, whole: true, certain: true, rule });
    }
    let (phrase, stands, rule) = match saying::form(sentence, at)? {
        Form::Finite => {
            let (phrase, stands) = subject(sentence, at, last)?;
            (phrase, stands, "subject of a verb of saying")
        }
        Form::Passive => (agent(sentence, at)?, Stands::Apposed, "said by somebody"),
        Form::Participle => (behind(sentence, at, last)?, Stands::Far, "participle of a verb of saying"),
    };
    let before = if phrase.start > sentence.start { sentence.word(phrase.start - 1) } else { "" };
    let conditional = matches!(before, "if" | "If" | "unless" | "Unless" | "whether" | "Whether" | "than");
    if !speaks(phrase) || sentence.is(phrase.start, SPEAKER) || conditional || is_evidence(sentence, phrase) {
        return None;
    }
    let whole = stands != Stands::Far && is_set_in(sentence, phrase, at);
    Some(Heard { phrase, cue: at, whole, certain: stands != Stands::Far, rule })
}

/// "according to Ruiz", "in the words of Ruiz", "in Ruiz's words".
fn attributed(sentence: &Sentence<'_>, at: usize) -> Option<(Phrase, &'static str)> {
    match sentence.word(at) {
        "according" | "According" if sentence.word(at + 1) == "to" => {
            let phrase = sentence.starting_near(at + 2)?;
            let phrase = sentence.as_speaker(sentence.named_in_apposition(phrase));
            speaks(phrase).then_some((phrase, "according to"))
        }
        "in" | "In" => {
            let found = rules::according(sentence, at, at)?;
            let Who::Phrase(phrase) = found.who else { return None };
            Some((phrase, found.rule))
        }
        _ => None,
    }
}

/// Whether the phrase is figures or pictures, which show and do not say (R4).
fn is_evidence(sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    matches!(
        sentence.word(phrase.end - 1),
        "data" | "figures" | "numbers" | "statistics" | "results" | "evidence" | "images" | "photos" | "findings"
    )
}

/// Whether "Ruiz said" is set in or behind the words it reports: a comma before it, and nothing reported behind it.
fn is_set_in(sentence: &Sentence<'_>, phrase: Phrase, verb: usize) -> bool {
    // "As Ruiz put it, …"
    let from = phrase.start.min(verb);
    let from = if from > sentence.start && matches!(sentence.word(from - 1), "as" | "As") { from - 1 } else { from };
    let opens = if from > sentence.start {
        matches!(sentence.kind(from - 1), Kind::Comma | Kind::Dash)
    } else {
        sentence.word(from) == "As"
    };
    if !opens {
        return false;
    }
    let tail = phrase.end.max(verb + 1);
    let stops = |i: &usize| !matches!(sentence.kind(*i), Kind::Word | Kind::Number);
    let Some(stop) = (tail..sentence.end.min(tail + TAIL + 1)).find(stops) else { return false };
    // "When Diaz asked, Ruiz replied, “…”": what is quoted behind it is theirs, and not the clause before.
    if [stop, stop + 1].iter().any(|&i| matches!(sentence.kind(i), Kind::Quote(_))) {
        return false;
    }
    let plain = |i: usize| !sentence.is(i, AUXILIARY.or(PRONOUN).or(RELATIVE).or(FINITE));
    let ends = sentence.kind(verb + 1) != Kind::Word
        || sentence.is(verb + 1, PREPOSITION.or(TIME).or(ADVERB))
        || phrase.start > verb
        || matches!(sentence.word(verb), "told" | "tells");
    ends && (tail..stop).all(plain)
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
            // "Ruiz, the clerks say, has promised it."
            Some(last) if last.whole && heard.phrase.start < last.phrase.start.min(last.cue) => {}
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
    // "When Ruiz denied it, the fine was announced by Oslo."
    let mut at = later.phrase.start.min(later.cue);
    if later.phrase.start > later.cue {
        let comma = (earlier.cue..later.cue).rev().find(|&i| matches!(sentence.kind(i), Kind::Comma | Kind::Semicolon));
        return comma.is_some_and(|c| (c + 1..c + 3).all(|i| sentence.word(i) != "that"));
    }
    while at > sentence.start && sentence.is(at - 1, CONJUNCTION.or(ADVERB)) {
        at -= 1;
    }
    // "…, which Oslo denies"
    if at > sentence.start && sentence.word(at - 1) == "which" {
        at -= 1;
    }
    let comma = at > sentence.start && matches!(sentence.kind(at - 1), Kind::Comma | Kind::Semicolon | Kind::Dash);
    // "According to Ruiz, Oslo denied it": all of it is Ruiz's.
    comma && (!earlier.whole || at < later.phrase.start)
}
