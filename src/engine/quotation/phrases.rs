//! Noun phrases that can speak: names, pronouns, and roles such as "a senior official familiar with the talks".

use super::{
    lexicon::{
        ADVERB, AUXILIARY, BODY, CONJUNCTION, Class, DATE, DETERMINER, FINITE, GIVEN_NAME, MODIFIER, NATIONAL,
        PREPOSITION, PRONOUN, RELATIVE, ROLE, SAYING, SPEECH_NOUN, TIME, TITLE,
    },
    names::{self, Run},
    words::{Kind, Token},
};

/// What stands at the center of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A name at its end, a role before it or not.
    Name(Run),
    /// A lower-case noun for a person, a body or a document: the token of the noun.
    Role(usize),
    Pronoun,
    /// A noun that does not speak.
    Other,
}

/// A phrase, as a range of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) head: Head,
    /// Whether a possessive ends it: "Ruiz's" before a noun that is none of ours.
    pub(super) possessive: bool,
}

/// Words a phrase may have; longer ones are lists.
const LONGEST: usize = 14;

/// Noun heads of all three sorts.
const NOUN: Class = ROLE.or(BODY).or(SPEECH_NOUN);

/// The phrases of one sentence, in order.
pub(super) fn phrases(text: &str, tokens: &[Token], sentence: (usize, usize)) -> Vec<Phrase> {
    let (start, end) = sentence;
    let tokens = &tokens[..end];
    let (mut found, mut at) = (Vec::new(), start);
    while at < end {
        match phrase_at(text, tokens, at, at == start) {
            Some(phrase) => {
                at = phrase.end.max(at + 1);
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

fn phrase_at(text: &str, tokens: &[Token], at: usize, first: bool) -> Option<Phrase> {
    let token = &tokens[at];
    if token.kind == Kind::Number {
        // "13 people", "4,000 residents"
        let next = tokens.get(at + 1)?;
        return if next.is(ROLE.or(MODIFIER)) && !next.capital {
            noun_phrase(text, tokens, at, at + 1, first)
        } else {
            None
        };
    }
    if token.kind != Kind::Word {
        return None;
    }
    if let Some(run) = names::run_at(text, tokens, at, first) {
        return noun_phrase(text, tokens, at, run.start, first);
    }
    if token.is(PRONOUN) {
        return Some(Phrase { start: at, end: at + 1, head: Head::Pronoun, possessive: false });
    }
    if token.is(DETERMINER)
        && !(token.is(RELATIVE)
            && tokens.get(at + 1).is_none_or(|t| t.is(FINITE.or(AUXILIARY).or(PRONOUN).or(DETERMINER))))
    {
        return noun_phrase(text, tokens, at, at + 1, first);
    }
    let noun = token.is(NOUN.or(MODIFIER).or(NATIONAL)) && !token.is(FINITE.or(PREPOSITION).or(CONJUNCTION).or(SAYING));
    if noun || token.is(ROLE) && first {
        return noun_phrase(text, tokens, at, at, first);
    }
    None
}

/// The phrase that starts at `start` and whose nouns start at `from`.
fn noun_phrase(text: &str, tokens: &[Token], start: usize, from: usize, first: bool) -> Option<Phrase> {
    let mut at = from;
    let mut head = Head::Other;
    let mut noun_end = at;
    let mut possessive = false;
    let determined = from > start;
    while at < tokens.len() && at - start < LONGEST {
        let token = &tokens[at];
        if token.kind != Kind::Word {
            break;
        }
        if let Some(run) = names::run_at(text, tokens, at, first && at == start) {
            if let Some(noun) = capital_role(tokens, run, determined) {
                head = Head::Role(noun);
                (at, noun_end, possessive) = (run.end, run.end, tokens[noun].possessive);
                continue;
            }
            // "his Republican counterpart": an adjective, when a plain noun follows.
            let adjective = tokens[run.start..run.end].iter().all(|t| t.is(NATIONAL))
                && tokens
                    .get(run.end)
                    .is_some_and(|t| t.kind == Kind::Word && !t.capital && t.class == Class::default())
                // "the US blacklisted them" acts itself.
                && !tokens[run.end].span.of(text).ends_with("ed");
            if adjective && determined {
                at = run.end;
                continue;
            }
            // A capital after a role names its bearer; "the official Tuesday" was left out by the run.
            at = run.end;
            head = Head::Name(run);
            noun_end = at;
            possessive = tokens[at - 1].possessive;
            continue;
        }
        let function = token.is(PREPOSITION.or(CONJUNCTION).or(RELATIVE).or(AUXILIARY).or(PRONOUN))
            || token.is(DETERMINER) && !token.is(MODIFIER);
        if function && !(at == from && token.is(MODIFIER)) || token.is(DATE) && token.capital {
            break;
        }
        let noun = token.is(NOUN);
        let named = matches!(head, Head::Name(_)) && !possessive;
        let settled = (matches!(head, Head::Role(_)) || noun_end > from) && !possessive;
        // A verb of saying is a noun only right after a determiner, an adjective or a possessive: "the report said".
        if token.is(FINITE.or(SAYING))
            && !(at == from && determined)
            && !(possessive && noun)
            && !(token.is(SPEECH_NOUN) && at == from && !token.is(super::lexicon::SAY))
        {
            break;
        }
        if token.is(ADVERB) && !token.is(MODIFIER) {
            break;
        }
        if noun || token.is(MODIFIER) {
            if noun {
                head = Head::Role(at);
                noun_end = at + 1;
                possessive = token.possessive;
            }
            at += 1;
            continue;
        }
        // An unlisted word: part of the phrase unless its noun has come, and then only before a further noun.
        if settled || named {
            let further = tokens.get(at + 1).is_some_and(|t| t.is(ROLE.or(BODY)) && !t.is(FINITE));
            if !further || looks_verbal(text, token) {
                break;
            }
        }
        // "the company's counsel", "Ruiz's predecessor": no noun of ours, but no company and no Ruiz either.
        if possessive {
            head = Head::Other;
            noun_end = at + 1;
        }
        possessive = token.possessive;
        if !determined && head == Head::Other && at > from + 3 {
            break;
        }
        at += 1;
    }
    if head == Head::Other {
        if !determined && noun_end == from {
            return None;
        }
        noun_end = noun_end.max(at);
    }
    let mut end = noun_end.max(start + 1);
    if let Head::Role(_) = head
        && !possessive
    {
        end = complement(text, tokens, end);
    }
    Some(Phrase { start, end, head, possessive })
}

/// The noun of "the Senator", "the Prime Minister", "the Council": capitals that name no one by themselves.
fn capital_role(tokens: &[Token], run: Run, determined: bool) -> Option<usize> {
    let noun = run.end - 1;
    let common = NOUN.or(MODIFIER).or(TITLE).or(NATIONAL);
    let listed = tokens[run.start..run.end].iter().all(|t| t.is(common) && !t.is(GIVEN_NAME));
    let person = tokens[noun].is(ROLE) && !tokens[noun].is(BODY);
    (determined && listed && (person || run.end - run.start == 1 && tokens[noun].is(BODY))).then_some(noun)
}

/// Whether an unlisted word after a noun is rather its verb.
fn looks_verbal(text: &str, token: &Token) -> bool {
    let word = token.span.of(text);
    word.ends_with("ed") || word.ends_with("es") || (word.ends_with('s') && !word.ends_with("ss"))
}

/// The end of "familiar with the talks", "briefed on the plan", "for the ministry" behind a role that ends at `end`.
fn complement(text: &str, tokens: &[Token], end: usize) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.span.of(text));
    let linked = match (word(end), word(end + 1)) {
        ("familiar" | "acquainted", "with") | ("briefed", "on") | ("close", "to") | ("involved", "in") => 2,
        ("with", "knowledge" | "access") => 3,
        ("with", "direct") => 4,
        _ => return end,
    };
    // Up to the verb of saying where it follows at once, else the first noun.
    let from = end + linked;
    let stops = |at: usize| {
        let token = &tokens[at];
        let noun = at > from && (tokens[at - 1].is(DETERMINER.or(MODIFIER)) || tokens[at - 1].possessive);
        token.kind != Kind::Word
            || token.is(PREPOSITION.or(CONJUNCTION).or(RELATIVE).or(AUXILIARY))
            || token.is(FINITE) && !noun
    };
    let limit = tokens.len().min(from + 7);
    let stop = (from..limit).find(|&at| stops(at)).unwrap_or(limit);
    if stop < tokens.len() && tokens[stop].is(FINITE) {
        return stop;
    }
    let plain = (from..stop).find(|&at| !tokens[at].is(DETERMINER.or(MODIFIER).or(NATIONAL)) && !tokens[at].capital);
    plain.map_or(stop, |noun| noun + 1)
}

/// The id of a role: its words without articles and quantities, a possessive ending off, and whom it speaks for.
pub(super) fn role_id(text: &str, tokens: &[Token], phrase: Phrase) -> String {
    let mut words = String::new();
    let mut add = |token: &Token| {
        let one = token.span == tokens[phrase.start].span
            && tokens.get(phrase.start + 1).is_some_and(|t| t.span.of(text) == "of");
        let dropped = token.is(DETERMINER) && !one || token.kind == Kind::Number;
        if !dropped && token.kind != Kind::Comma {
            words.push_str(token.span.of(text));
            words.push(' ');
        }
    };
    tokens[phrase.start..phrase.end].iter().for_each(&mut add);
    if let Head::Role(noun) = phrase.head
        && (tokens[noun].span.of(text).starts_with("spokes")
            || matches!(tokens[noun].span.of(text), "member" | "members" | "group" | "representative"))
        && tokens.get(phrase.end).is_some_and(|t| matches!(t.span.of(text), "for" | "of"))
    {
        add(&tokens[phrase.end]);
        let whom = phrase.end + 1;
        let stop = tokens[whom..].iter().take(8).position(|t| {
            t.kind != Kind::Word || t.is(FINITE.or(RELATIVE).or(AUXILIARY).or(CONJUNCTION).or(PREPOSITION).or(TIME))
        });
        tokens[whom..].iter().take(stop.unwrap_or(8).min(tokens.len() - whom)).for_each(&mut add);
    }
    names::kebab(&words)
}

/// The name at the start of a phrase that owns the rest: "Ruiz's" of "Ruiz's brother".
pub(super) fn owner(text: &str, tokens: &[Token], phrase: Phrase) -> Option<Phrase> {
    let run = names::run_at(text, tokens, phrase.start, false)?;
    let owns = tokens[run.end - 1].possessive && run.end < phrase.end || run.end == phrase.end && phrase.possessive;
    owns.then_some(Phrase { start: run.start, end: run.end, head: Head::Name(run), possessive: false })
}
