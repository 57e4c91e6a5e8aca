//! Which words of a sentence report that somebody said something (CODEBOOK, R2 to R6).
//!
//! The [`lexicon`](super::lexicon) lists verbs that stand beside quotations. Without one they need a closer look: some say
//! nothing ("laughed"), some only with the right words behind ("agreed that"), and some were not said at all ("would say").

use super::{
    clause::Sentence,
    lexicon::{
        ADVERB, AUXILIARY, Class, DETERMINER, FINITE, NAMING, PLURAL, PREPOSITION, SAY, SAYING, SPEECH_NOUN, THEY, WEAK,
    },
    words::{Kind, Token},
};

/// How a word of saying stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "said", "has said", "is saying".
    Finite,
    /// "was called … by Ruiz".
    Passive,
    /// ", saying that".
    Participle,
}

/// Whether a word can be part of a report: a text without any such word has no statements, and need not be walked.
pub(super) fn may_report(text: &str, token: &Token) -> bool {
    token.is(SAY.or(NAMING).or(WEAK).or(SAYING).or(PREPOSITION)) || is_further(token.class, token.span.of(text))
}

/// The form of the word of saying at `at`; none where it is none, or where nothing was said.
pub(super) fn form(sentence: &Sentence<'_>, at: usize) -> Option<Form> {
    let token = sentence.tokens[at];
    let opens = at == sentence.start || sentence.kind(at - 1) == Kind::Colon;
    if token.kind != Kind::Word || token.capital && !opens {
        return None;
    }
    let word = sentence.word(at);
    let participle =
        token.is(SAYING) && !OTHER_PARTICIPLES.contains(&word) && (word != "adding" || sentence.word(at + 1) != "to");
    let finite = !token.capital && !participle && is_verb(sentence, at, word);
    if !participle && !finite || sentence.is_nominal(at) || is_noun(sentence, at, word) || is_unsaid(sentence, at) {
        return None;
    }
    match (participle, sentence.is_passive(at)) {
        (true, false) => Some(Form::Participle),
        // "is saying"
        (true, true) | (false, false) => Some(Form::Finite),
        (false, true) => Some(Form::Passive),
    }
}

/// Verbs beside quotations that are not said with words, or tell nothing of what was.
#[rustfmt::skip]
const SILENT: &[&str] = &[
    "attacked", "attacks", "began", "begged", "brands", "chuckled", "compared", "compares", "continued", "continues",
    "fumed", "grinned", "groaned", "growled", "hissed", "insulted", "interrupted", "invoked", "labeled", "labelled",
    "labels", "laughed", "moaned", "mused", "quoted", "reads", "related", "remembered", "remembers", "reversed",
    "scoffed", "sighed", "smiled", "snapped", "terms",
];

/// Whether the verb reports what somebody said, by itself or with the words behind it.
fn is_verb(sentence: &Sentence<'_>, at: usize, word: &str) -> bool {
    let token = sentence.tokens[at];
    let next = sentence.word(at + 1);
    match word {
        // Said only with a clause: "agreed that", not "agreed to".
        "added" | "adds" | "add" | "agreed" | "agrees" | "agree" | "observed" | "observes" | "concluded"
        | "concludes" | "responded" | "responds" | "posted" | "posts" | "reflected" | "states" | "repeated"
        | "repeats" | "answered" | "answers" | "answer" => closes(sentence, at) || that_follows(sentence, at),
        "pointed" | "points" => matches!(next, "out" | "to"),
        "point" => {
            matches!(next, "out" | "to") && at > sentence.start && sentence.is(at - 1, PLURAL.or(THEY).or(ADVERB))
        }
        "spoke" | "speaks" => next == "of",
        "referred" | "refers" => next == "to",
        "put" | "puts" => {
            next == "it"
                && (matches!(sentence.kind(at + 2), Kind::Comma | Kind::Stop)
                    || matches!(sentence.word(at + 2), "this" | "that"))
        }
        "raised" | "raises" => {
            voices(sentence, at, &["objections", "objection", "concerns", "concern", "doubts", "questions"])
        }
        // "made comments" tells nothing; "made comments welcoming the ships" does.
        "made" | "makes" => voices(sentence, at, &["comments", "remarks", "allegations", "promises"]),
        "tell" | "tells" | "told" if tells_story(sentence, at) => false,
        "called" | "calls" | "call" if calls_other(sentence, at) => false,
        "says" | "said" if next == "it" && sentence.word(at + 2) == "all" => false,
        _ => token.is(SAY.or(NAMING)) && !SILENT.contains(&word) || is_further(token.class, word),
    }
}

/// Verbs of saying that the lexicon does without, since quotations seldom stand beside them. In order of the alphabet.
#[rustfmt::skip]
const FURTHER: &[&str] = &[
    "accuse", "acknowledge", "admit", "advise", "allege", "answer", "apologise", "apologize", "assert", "blame",
    "boast", "caution", "challenged", "clarified", "clarify", "complain", "concede", "condemn", "confirm", "contend",
    "contest", "contested", "contests", "criticise", "criticize", "declare", "decry", "defend", "demand", "denounce",
    "deny", "disclose", "dismiss", "dispute", "disputed", "disputes", "downplayed", "emphasise", "emphasize",
    "estimate", "estimates", "explain", "express", "hint", "hinted", "hints", "indicate", "indicated", "indicates",
    "lament", "made", "maintain", "makes", "object", "objected", "objects", "pledge", "point", "praise", "predict",
    "promise", "propose", "question", "questioned", "questions", "raises", "recall", "recommend", "recommended",
    "recommends", "reiterate", "reject", "remind", "reply", "report", "request", "requested", "requests", "reveal",
    "speculate", "speculates", "stress", "suggest", "swear", "sworn", "testify", "urge", "voice", "voices", "vow",
    "welcome",
];

fn is_further(class: Class, word: &str) -> bool {
    debug_assert!(FURTHER.is_sorted(), "the list is searched by halves");
    (class == Class::default() || class.is(SPEECH_NOUN.or(WEAK))) && FURTHER.binary_search(&word).is_ok()
}

/// Participles that tell what a deed shows rather than what somebody said, or that tell nothing of what was said.
#[rustfmt::skip]
const OTHER_PARTICIPLES: &[&str] = &[
    "begging", "comparing", "concluding", "confirming", "crying", "likening", "observing", "posting", "quoting",
    "referring", "replying", "reporting", "responding", "speaking", "suggesting", "threatening", "wondering",
];

/// Whether the verb tells what tests and tables do as well as people.
pub(super) fn shows(word: &str) -> bool {
    ["suggest", "indicate", "hint", "reveal", "recall", "explain"].iter().any(|verb| word.starts_with(verb))
}

/// Whether a clause with "that" follows: "agreed that", "agreed with Ruiz that".
fn that_follows(sentence: &Sentence<'_>, at: usize) -> bool {
    let ahead = at + 1..at + 8;
    sentence.word(at + 1) == "that"
        || sentence.word(at + 1) == "with" && { ahead }
            .take_while(|&i| sentence.kind(i) == Kind::Word)
            .any(|i| sentence.word(i) == "that")
}

/// Whether somebody is called up or a strike is called, and nobody called names.
fn calls_other(sentence: &Sentence<'_>, at: usize) -> bool {
    let ahead = (at + 1..at + 5).take_while(|&i| sentence.kind(i) == Kind::Word);
    let deed = { ahead }.any(|i| {
        matches!(
            sentence.word(i),
            "bluff"
                | "meeting"
                | "election"
                | "elections"
                | "vote"
                | "strike"
                | "halt"
                | "police"
                | "witness"
                | "witnesses"
        )
    });
    deed || matches!(sentence.word(at + 1), "off" | "up" | "in" | "upon")
}

/// Whether the form may be a noun here: "biggest requests of", "the Moss dispute".
fn is_noun(sentence: &Sentence<'_>, at: usize, word: &str) -> bool {
    let either = sentence.is(at, SPEECH_NOUN)
        || matches!(
            word,
            "answers"
                | "blame"
                | "calls"
                | "caution"
                | "dispute"
                | "disputes"
                | "estimate"
                | "estimates"
                | "praise"
                | "questions"
                | "request"
                | "requests"
                | "stress"
                | "welcome"
        );
    if !either {
        return false;
    }
    if matches!(sentence.word(at + 1), "of" | "from" | "by") || at == sentence.start {
        return true;
    }
    // "rejected calls for", "receiving calls"
    if sentence.is(at - 1, FINITE) || sentence.word(at - 1).ends_with("ing") {
        return true;
    }
    // "…, questions about the quay"
    let before = at - 1;
    if sentence.kind(before) != Kind::Word && sentence.is(at + 1, PREPOSITION) {
        return true;
    }
    // A plain form has several for its subject: "unions dispute".
    let several = sentence.is(before, PLURAL.or(THEY).or(ADVERB).or(AUXILIARY).or(DETERMINER))
        || sentence.word(before).ends_with('s')
        || sentence.kind(before) != Kind::Word;
    !word.ends_with('s') && !word.ends_with("ed") && !several
}

/// Whether the verb closes a clause that is set in or behind what was said: "It was, most agreed, the best."
fn closes(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.kind(at + 1), Kind::Comma | Kind::Stop) && at + 1 < sentence.end
}

/// Whether one of these nouns is voiced, and something follows it.
fn voices(sentence: &Sentence<'_>, at: usize, nouns: &[&str]) -> bool {
    let ahead = (at + 1..at + 4).take_while(|&i| !sentence.is(i, PREPOSITION));
    let noun = { ahead }.find(|&i| nouns.contains(&sentence.word(i)));
    noun.is_some_and(|i| sentence.kind(i + 1) == Kind::Word)
}

/// "That line tells the whole story", "She told it all her life".
fn tells_story(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at + 1) == "it" || (at + 1..at + 5).any(|i| matches!(sentence.word(i), "story" | "tale"))
}

/// Whether the verb tells what was not said, or not yet: "did not say", "may argue", "declined to comment".
fn is_unsaid(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut before = at;
    while before > sentence.start && before + 6 > at && sentence.is(before - 1, AUXILIARY.or(ADVERB)) {
        before -= 1;
        let word = sentence.word(before);
        let modal = matches!(
            word,
            "will"
                | "would"
                | "can"
                | "could"
                | "shall"
                | "should"
                | "may"
                | "might"
                | "must"
                | "cannot"
                | "not"
                | "never"
                | "hardly"
        );
        if modal || word.ends_with("n't") || word.ends_with("n’t") {
            return true;
        }
    }
    match if before > sentence.start { sentence.word(before - 1) } else { "" } {
        "without" | "nobody" | "Nobody" => true,
        // "went on to say" and "likes to say" are said, "declined to say" is not.
        "to" => !matches!(
            sentence.word(before.wrapping_sub(2)),
            "on" | "continued" | "continues" | "likes" | "liked" | "hastened" | "hastens"
        ),
        _ => false,
    }
}
