//! The rules that give a quotation its source inside its own sentence, surest first.
//!
//! 1. [`after`]: “…,” said Ana Ruiz; “…,” Ruiz said; “…,” according to Ruiz; “…,” Ana Ruiz, a tenant;
//! 2. [`before`]: Ruiz said the plan was “…”; Ruiz, calling it “…”; In a letter, Ruiz: “…”;
//! 3. [`later`]: a “…” plan, Ruiz said.

use super::{
    Certainty,
    clause::{REACH, Sentence, Stands, is_personal, speaks},
    lexicon::{
        ADVERB, AUXILIARY, CONJUNCTION, FINITE, NAMING, PHRASAL, PREPOSITION, RELATIVE, SAY, SAYING, SPEECH_NOUN, TIME,
        WEAK,
    },
    phrases::{self, Head, Phrase},
    words::Kind,
};
use crate::text::Span;

/// What a rule found: the phrase of the speaker and the words that say so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Who speaks.
    pub(super) who: Who,
    /// The cue, in bytes of the text.
    pub(super) cue: Option<Span>,
    /// How surely, if the phrase names its speaker.
    pub(super) certainty: Certainty,
    /// The rule's name.
    pub(super) rule: &'static str,
    /// How many tokens lie between the cue and the quotation.
    pub(super) gap: usize,
}

/// Whom a rule points at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
    /// A phrase of the sentence.
    Phrase(Phrase),
    /// Whoever said the quotation at this token.
    As(usize),
}

impl Found {
    /// Whether a name says so in one clause.
    pub(super) fn is_named(&self) -> bool {
        self.certainty == Certainty::Certain
            && matches!(self.who, Who::Phrase(phrase) if matches!(phrase.head, Head::Name(_)))
    }
}

/// How many cues around one quotation are weighed: prose has two or three, and time must stay linear.
const CUES: usize = 8;

fn found(sentence: &Sentence<'_>, phrase: Phrase, cue: usize, certain: bool, rule: &'static str, gap: usize) -> Found {
    let certainty = if certain { Certainty::Certain } else { Certainty::Likely };
    Found { who: Who::Phrase(phrase), cue: Some(sentence.tokens[cue].span), certainty, rule, gap }
}

/// The source right behind the quotation at token `at`. `comma` says whether the quotation ends as one that goes on.
pub(super) fn after(sentence: &Sentence<'_>, at: usize, comma: bool) -> Option<Found> {
    let mut next = at + 1;
    let mut comma = comma;
    while matches!(sentence.kind(next), Kind::Comma | Kind::Dash) && next < sentence.end {
        comma = true;
        next += 1;
    }
    let dash = sentence.kind(at + 1) == Kind::Dash;
    if next >= sentence.end {
        return None;
    }
    if let Some(found) = according(sentence, next, at) {
        return Some(found);
    }
    let mut cue = next;
    while sentence.is(cue, ADVERB) && !sentence.is(cue, FINITE) {
        cue += 1;
    }
    // “…,” said Ana Ruiz
    if sentence.is(cue, SAY.or(NAMING)) && !sentence.is_nominal(cue) {
        let mut from = cue + 1;
        while sentence.is(from, ADVERB) && sentence.starting(from).is_none() {
            from += 1;
        }
        if let Some(phrase) = sentence.starting_near(from).map(|p| one_of(sentence, p)) {
            let phrase = sentence.as_speaker(sentence.named_in_apposition(phrase));
            if speaks(phrase) && sentence.is(cue, SAY) {
                return Some(found(sentence, phrase, cue, true, "verb and name after the quotation", 0));
            }
        }
    }
    // “…,” Ruiz, the mayor, said
    if let Some(found) = unlisted(sentence, next, comma) {
        return Some(found);
    }
    let phrase = sentence.starting_near(next)?;
    let next = phrase.start;
    // “…,” one of them said
    let of_them = sentence.word(phrase.end) == "of" && matches!(sentence.word(phrase.end + 1), "them" | "those" | "us");
    if comma && of_them && sentence.is(phrase.end + 2, SAY) {
        return Some(found(
            sentence,
            sentence.as_speaker(phrase),
            phrase.end + 2,
            false,
            "name and verb after the quotation",
            0,
        ));
    }
    // “…,” the puddler said
    let plain = sentence.as_speaker(phrase);
    if comma
        && phrase.head == Head::Other
        && plain != phrase
        && sentence.is(phrase.end, SAY)
        && closes(sentence, phrase.end)
    {
        return Some(found(sentence, plain, phrase.end, false, "name and verb after the quotation", 0));
    }
    if let Some((verb, subject, stands)) = verb_of(sentence, next) {
        let governs_next = at > sentence.start && governs_a_later_quotation(sentence, verb);
        if comma && !governs_next {
            let certain = stands != Stands::Far;
            return Some(found(sentence, subject, verb, certain, "name and verb after the quotation", 0));
        }
        if !comma && !governs_next && closes(sentence, verb) {
            return Some(found(sentence, subject, verb, false, "name and verb after the quotation", 0));
        }
        return None;
    }
    // “…,” Kevin Hall, a tenant; “…” – Kevin Hall
    let ends = matches!(sentence.kind(phrase.end), Kind::Comma | Kind::Stop | Kind::Open);
    let verbless =
        comma && ends && matches!(phrase.head, Head::Name(run) if is_personal(sentence.tokens, run.core, run.end));
    let finite = (phrase.end..sentence.end.min(phrase.end + REACH)).any(|i| sentence.is(i, FINITE.or(AUXILIARY)));
    if verbless && (dash || !finite || sentence.kind(phrase.end) == Kind::Comma) {
        let span = Span::new(sentence.tokens[phrase.start].span.start, sentence.tokens[phrase.end - 1].span.end);
        return Some(Found {
            who: Who::Phrase(phrase),
            cue: Some(span),
            certainty: Certainty::Likely,
            rule: "name without a verb after the quotation",
            gap: 0,
        });
    }
    None
}

/// The officials of "one of the officials".
fn one_of(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let whole =
        sentence.starting(phrase.end + 1).filter(|_| phrase.head == Head::Other && sentence.word(phrase.end) == "of");
    whole.map(|p| sentence.as_speaker(p)).map_or(phrase, |w| Phrase { start: phrase.start, ..w })
}

/// A verb no list has, between a quotation that goes on and the end of its clause: “…,” he corrects.
fn unlisted(sentence: &Sentence<'_>, at: usize, comma: bool) -> Option<Found> {
    let verb = |i: usize| {
        let word = sentence.word(i);
        let plain = sentence.kind(i) == Kind::Word && sentence.tokens[i].class == super::lexicon::Class::default();
        comma && plain && word.starts_with(char::is_lowercase) && (word.ends_with("ed") || word.ends_with('s'))
    };
    let behind = sentence.starting(at + 1).filter(|_| verb(at)).map(|p| sentence.named_in_apposition(p));
    let inverted = behind.filter(|p| matches!(p.head, Head::Name(_) | Head::Pronoun | Head::Role(_)) && speaks(*p));
    if let Some(phrase) = inverted {
        return Some(found(sentence, phrase, at, false, "unlisted verb after the quotation", 0));
    }
    let subject = sentence.starting(at).filter(|p| matches!(p.head, Head::Name(_) | Head::Pronoun) && speaks(*p))?;
    let object = matches!(sentence.word(subject.end + 1), "me" | "him" | "her" | "them" | "us" | "himself" | "herself");
    (verb(subject.end) && (object || closes(sentence, subject.end)))
        .then(|| found(sentence, subject, subject.end, false, "unlisted verb after the quotation", 0))
}

/// The first verb of saying whose subject is the phrase at `from`: "[Ruiz, who won, said]".
fn verb_of(sentence: &Sentence<'_>, from: usize) -> Option<(usize, Phrase, Stands)> {
    let limit = sentence.end.min(from + REACH / 2);

    (from..limit)
        .take_while(|&i| !matches!(sentence.kind(i), Kind::Quote(_) | Kind::Semicolon))
        .filter(|&i| sentence.is_verb(i) && sentence.is(i, SAY.or(PHRASAL)) && !sentence.is_passive(i))
        .take(CUES)
        .find_map(|verb| {
            let (subject, stands) = sentence.subject(verb)?;
            // "one of the officials said"
            let one_of = sentence.word(from + 1) == "of" && subject.start == from + 2;
            let starts =
                subject.start == from || one_of || sentence.named_in_apposition(sentence.starting(from)?) == subject;
            (starts && stands != Stands::Far).then_some((verb, subject, stands))
        })
}

/// Whether the verb at `verb` introduces a quotation behind it: its quotation is that one.
fn governs_a_later_quotation(sentence: &Sentence<'_>, verb: usize) -> bool {
    let from = verb + 1;
    let ahead = (from..sentence.end.min(from + REACH)).take_while(|&i| sentence.kind(i) != Kind::Semicolon);
    !matches!(sentence.kind(from), Kind::Comma | Kind::Stop | Kind::Quote(_)) && { ahead }
        .any(|i| matches!(sentence.kind(i), Kind::Quote(_)))
}

/// Whether the clause ends soon behind a verb: "Ruiz said.", "Ruiz said in a letter."
fn closes(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    matches!(sentence.kind(next), Kind::Stop | Kind::Comma | Kind::Semicolon | Kind::Colon)
        || sentence.is(next, PREPOSITION.or(TIME).or(ADVERB))
}

/// "according to Ruiz", "in the words of Ruiz", "in Ruiz's words", "as Ruiz put it" starting at `at`.
pub(super) fn according(sentence: &Sentence<'_>, at: usize, quote: usize) -> Option<Found> {
    let gap = at.abs_diff(quote);
    let to = |offset: usize| {
        let phrase = sentence
            .starting_near(at + offset)
            .map(|p| sentence.named_in_apposition(p))
            .filter(|p| p.head != Head::Other)?;
        Some(found(sentence, phrase, at, true, "according to", gap))
    };
    match (sentence.word(at).to_lowercase().as_str(), sentence.word(at + 1)) {
        ("according", "to") => to(2),
        ("in", "the") if sentence.word(at + 2) == "words" && sentence.word(at + 3) == "of" => to(4),
        ("in", _) => {
            let phrase = sentence.starting(at + 1)?;
            let words = sentence.word(phrase.end.saturating_sub(1));
            let name = matches!(phrase.head, Head::Role(noun) if noun + 1 == phrase.end)
                && matches!(words, "words" | "phrase");
            let owner = sentence.tokens[at + 1..phrase.end].iter().any(|t| t.possessive);
            let owner = owner && name;
            owner.then(|| found(sentence, possessor(sentence, phrase), at, true, "in somebody's words", gap))
        }
        ("as", _) => {
            let verb = (at + 1..sentence.end.min(at + 16)).find(|&i| sentence.is_verb(i))?;
            let (subject, stands) = sentence.subject(verb)?;
            let it = sentence.word(verb + 1) == "it" || sentence.is(verb, SAY);
            (subject.start == at + 1 && stands != Stands::Far && it)
                .then(|| found(sentence, subject, verb, true, "as somebody put it", gap))
        }
        _ => None,
    }
}

/// The owner at the start of a phrase: "Ruiz's" of "Ruiz's words".
fn possessor(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let last = (phrase.start..phrase.end).find(|&i| sentence.tokens[i].possessive).unwrap_or(phrase.start);
    let named = (phrase.start..=last)
        .find_map(|i| phrases::owner(sentence.text, sentence.tokens, Phrase { start: i, ..phrase }));
    named.unwrap_or(Phrase { start: phrase.start, end: last + 1, head: Head::Role(last), possessive: false })
}

/// The source in front of the quotation at token `at`. `fragment` says whether it is part of somebody else's sentence.
pub(super) fn before(sentence: &Sentence<'_>, at: usize, fragment: bool) -> Option<Found> {
    let from = sentence.start.max(at.saturating_sub(REACH));
    let mut weak: Option<Found> = None;
    let mut noted = false;
    let mut cues = 0;
    let mut crossed = false;
    for cue in (from..at).rev() {
        let gap = at - cue - 1;
        cues += usize::from(sentence.is(cue, FINITE.or(SAYING).or(SPEECH_NOUN)));
        if cues > CUES {
            break;
        }
        match sentence.kind(cue) {
            Kind::Semicolon => break,
            Kind::Quote(_) => crossed = true,
            Kind::Word if sentence.word(cue).eq_ignore_ascii_case("according") => {
                if let Some(mut found) = according(sentence, cue, at) {
                    found.gap = gap;
                    return Some(found);
                }
            }
            Kind::Word if sentence.is(cue, SAYING) && !sentence.is_nominal(cue) => {
                if let Some(found) = participle(sentence, cue, at, gap) {
                    return Some(found);
                }
            }
            // "is said to have …" is hearsay: whoever the words come from, the sentence does not tell.
            Kind::Word
                if matches!(
                    sentence.word(cue),
                    "said" | "reported" | "believed" | "thought" | "alleged" | "expected" | "known"
                ) && sentence.is_passive(cue)
                    && sentence.word(cue + 1) == "to"
                    && sentence.subject(cue).is_some() =>
            {
                break;
            }
            Kind::Word if sentence.is_verb(cue) && !sentence.is_denied(cue) => {
                if let Some(found) = finite(sentence, cue, at, gap, crossed) {
                    let put_it = sentence.is(cue, PHRASAL) && sentence.word(cue + 1) == "it";
                    let strong = put_it || sentence.is(cue, SAY.or(NAMING));
                    if strong {
                        return Some(match weak {
                            // "said Ruiz wanted “revenge”": said by whoever said so.
                            Some(weak) if !noted && sentence.is(cue, NAMING) && !sentence.is(cue, SAY) => weak,
                            _ => found,
                        });
                    }
                    if fragment && gap <= 14 && weak.is_none() {
                        weak = Some(found);
                    }
                }
            }
            Kind::Word if sentence.is(cue, SPEECH_NOUN) && weak.is_none() => {
                if let Some(found) = noun(sentence, cue, at, gap) {
                    weak = Some(found);
                    noted = true;
                }
            }
            _ => {}
        }
    }
    let led = || introduced(sentence, at).filter(|_| !fragment || sentence.kind(at - 1) == Kind::Colon);
    weak.or_else(led).or_else(|| opinion(sentence, at).filter(|_| fragment))
}

/// A finite verb in front: "Ruiz said", "said Ruiz", "was called “…” by Ruiz".
fn finite(sentence: &Sentence<'_>, cue: usize, at: usize, gap: usize, crossed: bool) -> Option<Found> {
    // “…,” said Ruiz, “…”: the verb belongs to the quotation before it.
    let mut left = cue;
    while left > sentence.start && (sentence.kind(left - 1) == Kind::Comma || sentence.is(left - 1, ADVERB)) {
        left -= 1;
    }
    if left > sentence.start && matches!(sentence.kind(left - 1), Kind::Quote(_)) && sentence.is(cue, SAY) {
        let inverted = sentence.starting(cue + 1).is_some();
        if inverted || sentence.kind(cue + 1) == Kind::Comma {
            return Some(Found {
                who: Who::As(left - 1),
                cue: Some(sentence.tokens[cue].span),
                certainty: Certainty::Certain,
                rule: "second piece of a split quotation",
                gap,
            });
        }
    }
    if sentence.is_passive(cue) {
        let by = (cue + 1..sentence.end.min(at + 12)).find(|&i| sentence.word(i) == "by")?;
        let agent = sentence.starting(by + 1).map(|p| sentence.as_speaker(p)).filter(|p| speaks(*p))?;
        return sentence
            .is(cue, NAMING.or(SAY))
            .then(|| found(sentence, sentence.named_in_apposition(agent), cue, false, "said by somebody", gap));
    }
    let infinitive = cue > sentence.start
        && (sentence.word(cue - 1) == "to"
            || sentence.is(cue - 1, ADVERB) && sentence.word(cue.wrapping_sub(2)) == "to");
    if infinitive {
        let (subject, _) = sentence.far(cue)?;
        return Some(found(sentence, subject, cue, false, "infinitive before the quotation", gap));
    }
    // "The birds rest, suggests Mira Holt, who has seen one “…”"
    let behind = sentence.starting_near(cue + 1).filter(|p| speaks(*p) && p.end <= at);
    if sentence.kind(cue.wrapping_sub(1)) == Kind::Comma
        && sentence.is(cue, SAY)
        && let Some(subject) = behind
        // "Ruiz, the mayor, told Diaz that “…”": Diaz is told.
        && (matches!(sentence.kind(subject.end), Kind::Comma | Kind::Colon)
            || sentence.is(subject.end, RELATIVE) && sentence.word(subject.end) != "that")
    {
        return Some(found(
            sentence,
            sentence.named_in_apposition(subject),
            cue,
            false,
            "verb and name before the quotation",
            gap,
        ));
    }
    let (subject, stands) = sentence.subject(cue)?;
    // Said in one clause: nothing but words of the clause between the verb and the quotation.
    let commas = (cue + 1..at).filter(|&i| matches!(sentence.kind(i), Kind::Comma | Kind::Dash | Kind::Colon)).count();
    let direct = gap == 0 || commas <= 1 && matches!(sentence.kind(at - 1), Kind::Comma | Kind::Colon) || commas == 0;
    let rival = (cue + 1..at).any(|i| sentence.is_verb(i) && sentence.is(i, SAY.or(WEAK)));
    // A word or two deep inside a reported clause may be the writer's own marks.
    let term = gap > 3 && sentence.tokens[at].span.len() < 28;
    // "said a sign bore the words “…”"
    let term = term || gap > 1 && sentence.is(at - 1, SPEECH_NOUN);
    let certain = stands != Stands::Far
        && direct
        && !term
        && !rival
        && !crossed
        && !sentence.is(cue, WEAK)
        && (sentence.is(cue, SAY) || gap <= 6);
    Some(found(sentence, subject, cue, certain, "name and verb before the quotation", gap))
}

/// A participle in front: "Ruiz left, saying “…”"; "Calling it “…”, Ruiz left".
pub(super) fn participle(sentence: &Sentence<'_>, cue: usize, at: usize, gap: usize) -> Option<Found> {
    let lead = (sentence.start..cue).all(|i| sentence.is(i, PREPOSITION.or(ADVERB).or(CONJUNCTION)));
    if lead {
        // The main clause follows: its subject is the first phrase after the comma.
        let mut next = at + 1;
        let limit = sentence.end.min(at + REACH / 2);
        if !matches!(sentence.kind(next), Kind::Comma) && sentence.starting(next).is_none() {
            next = (next..limit).find(|&i| sentence.kind(i) == Kind::Comma)?;
        }
        if sentence.kind(next) == Kind::Comma {
            next += 1;
        }
        let subject = sentence.starting(next).map(|p| sentence.named_in_apposition(p)).filter(|p| speaks(*p))?;
        return Some(found(sentence, subject, cue, false, "participle before the main clause", gap));
    }
    // "a video of Ruiz saying": right behind a name, the name speaks.
    let beside = sentence.ending(cue).filter(|p| matches!(p.head, Head::Name(_)) && speaks(*p));
    if let Some(phrase) = beside
        && sentence.kind(cue - 1) != Kind::Comma
    {
        let head = sentence.chain(phrase);
        if matches!(head.head, Head::Name(_)) {
            return Some(found(sentence, head, cue, false, "participle behind a name", gap));
        }
    }
    // Else the subject of the verb of saying before it, or of the sentence.
    let from = sentence.start.max(cue.saturating_sub(REACH));
    let said =
        (from..cue).rev().filter(|&i| sentence.is_verb(i) && sentence.is(i, SAY.or(NAMING)) && !sentence.is_passive(i));
    let verb = said.take(CUES).find_map(|v| sentence.subject(v));
    let near = || sentence.stretch_subject(cue).map(|phrase| (phrase, Stands::Far));
    let (subject, stands) = near().or(verb).or_else(|| sentence.far(cue))?;
    // A quotation whose speaker stands behind it: “…,” said Ruiz, adding “…”
    let certain = stands != Stands::Far && sentence.kind(cue - 1) == Kind::Comma && gap <= 12;
    Some(found(sentence, subject, cue, certain, "participle before the quotation", gap))
}

/// A noun of saying in front: "Ruiz's warning that “…”", "in a statement: “…”".
fn noun(sentence: &Sentence<'_>, cue: usize, at: usize, gap: usize) -> Option<Found> {
    let phrase = sentence.around(cue)?;
    let near = gap == 0
        || gap <= 2
            && (matches!(sentence.kind(at - 1), Kind::Comma | Kind::Colon)
                || matches!(sentence.word(at - 1), "that" | "of"));
    let owned = sentence.tokens[phrase.start..cue].iter().any(|t| t.possessive);
    if owned && gap <= 8 {
        return Some(found(sentence, possessor(sentence, phrase), cue, false, "somebody's words", gap));
    }
    if matches!(sentence.word(cue + 1), "from" | "by" | "of")
        && let Some(owner) =
            sentence.starting(cue + 2).filter(|p| matches!(p.head, Head::Name(_) | Head::Role(_)) && p.end <= at)
        && gap <= 8
    {
        return Some(found(sentence, owner, cue, false, "words of somebody", gap));
    }
    if !near {
        return None;
    }
    let (subject, _) = sentence.far(phrase.start)?;
    Some(found(sentence, subject, cue, false, "statement before the quotation", gap))
}

/// "To Ruiz, the plan was “…”": whose view it is stands first.
fn opinion(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = matches!(sentence.word(sentence.start), "To" | "For" | "In");
    let phrase = sentence.starting(sentence.start + 1).filter(|p| first && p.end < at)?;
    let view = sentence.word(sentence.start) != "In"
        || matches!(sentence.word(phrase.end - 1), "view" | "opinion" | "telling" | "eyes");
    let whose = if view && sentence.word(sentence.start) == "In" { possessor(sentence, phrase) } else { phrase };
    let person = matches!(whose.head, Head::Name(run) if is_personal(sentence.tokens, run.core, run.end))
        || matches!(whose.head, Head::Role(_));
    let comma = (phrase.end..at.min(phrase.end + 8)).any(|i| sentence.kind(i) == Kind::Comma);
    (view && person && comma).then(|| found(sentence, whose, sentence.start, false, "somebody's view", 0))
}

/// A sentence that leads up to the quotation with a colon or a comma: "Ruiz was blunt: “…”".
fn introduced(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    if at == sentence.start || !matches!(sentence.kind(at - 1), Kind::Colon | Kind::Comma) {
        return None;
    }
    let colon = sentence.kind(at - 1) == Kind::Colon;
    let subject = sentence.first_subject(sentence.start.max(at.saturating_sub(REACH)), at)?;
    let alone = subject.start == sentence.start && subject.end + 1 == at && colon;
    let cue = at - 1;
    Some(found(
        sentence,
        subject,
        cue,
        alone && matches!(subject.head, Head::Name(_)),
        if colon { "colon before the quotation" } else { "sentence that leads up to the quotation" },
        0,
    ))
}

/// The source further behind in the sentence: "the “…” plan, Ruiz said", "…, according to Ruiz".
pub(super) fn later(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let limit = sentence.end.min(at + REACH);
    let mut cues = 0;
    for cue in at + 1..limit {
        cues += usize::from(sentence.is(cue, SAY));
        if cues > CUES {
            return None;
        }
        if sentence.kind(cue) == Kind::Semicolon {
            return None;
        }
        if sentence.is(cue, PREPOSITION)
            && sentence.word(cue) != "in"
            && let Some(mut found) = according(sentence, cue, at)
        {
            if !closes_sentence(sentence, found) {
                found.certainty = Certainty::Likely;
            }
            return Some(found);
        }
        if sentence.is(cue, SAY) && sentence.is_verb(cue) && !sentence.is_passive(cue) {
            let (subject, stands) = match sentence.subject(cue) {
                Some((subject, stands)) if stands != Stands::Far && subject.start > at => (subject, stands),
                _ => continue,
            };
            let behind_comma =
                subject.start > 0 && matches!(sentence.kind(subject.start - 1), Kind::Comma | Kind::Dash);
            if behind_comma && closes(sentence, cue) {
                let certain = stands == Stands::Beside && sentence.kind(cue + 1) == Kind::Stop;
                return Some(found(sentence, subject, cue, certain, "name and verb later in the sentence", cue - at));
            }
        }
    }
    None
}

fn closes_sentence(sentence: &Sentence<'_>, found: Found) -> bool {
    match found.who {
        Who::Phrase(phrase) => matches!(sentence.kind(phrase.end), Kind::Stop | Kind::Comma),
        Who::As(_) => false,
    }
}
