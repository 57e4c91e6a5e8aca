//! What the words beside a name say its bearer is: a title before it, a role with or without a comma, an apposition behind it.

use super::{
    Role,
    collect::{Place, span},
};
use crate::quotation::{
    lexicon::{
        ADVERB, AUXILIARY, BODY, CONCERN, CONJUNCTION, Class, DATE, DETERMINER, FINITE, GIVEN_NAME, MODIFIER, NATIONAL,
        PLURAL, PORTFOLIO, PREPOSITION, PRONOUN, RANK, RELATIVE, ROLE, SAYING, TITLE,
    },
    names::Run,
    words::{Kind, Token},
};

/// Words of a role that are read at most; longer ones are sentences.
const LONGEST: usize = 14;

/// What the words beside a name call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    Person,
    Company,
    Media,
    Organisation,
    Body,
    /// The administration of the person before it.
    Administration,
    /// A state, by its ministers or its government.
    State,
    /// A person or a company: "owner".
    Either,
}

/// A role that was read, and what it makes of its bearer.
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub(super) called: Called,
    pub(super) role: Role,
}

/// What stands beside a name: behind it, before it, or as its title.
pub(super) fn described(place: &Place<'_>, run: Run) -> Option<Described> {
    behind(place, run).or_else(|| before(place, run)).or_else(|| comma_before(place, run))
}

fn found(place: &Place<'_>, from: usize, to: usize, called: Called) -> Option<Described> {
    let skipped = |at: usize| {
        let token = &place.tokens[at];
        token.kind != Kind::Word
            || matches!(
                place.word(token),
                "a" | "an" | "the" | "The" | "A" | "An" | "its" | "their" | "his" | "her" | "and"
            )
    };
    let from = (from..to).find(|&at| !skipped(at))?;
    let span = span(place, from, to);
    Some(Described { called, role: Role { text: span.of(place.text).to_owned(), document: place.document, span } })
}

/// "Ana Ruiz, the head of the port authority,": up to the next comma, "who" or verb.
fn behind(place: &Place<'_>, run: Run) -> Option<Described> {
    if place.at(run.end)?.kind != Kind::Comma || place.tokens[run.end - 1].possessive {
        return None;
    }
    let from = run.end + 1;
    let mut head = None;
    let mut to = from;
    let mut of = false;
    while let Some(token) = place.at(to).filter(|_| to - from < LONGEST) {
        let ends = match token.kind {
            Kind::Word => {
                token.is(RELATIVE.or(PRONOUN).or(SAYING)) || token.is(AUXILIARY) || is_plain_verb(place, to, from)
            }
            Kind::Number => false,
            _ => true,
        };
        if ends || head.is_none() && token.is(PREPOSITION.or(CONJUNCTION)) {
            break;
        }
        of |= token.is(PREPOSITION);
        if !of && let Some(called) = calls(place, token, to) {
            head = Some(called);
        }
        to += 1;
    }
    let called = head.or_else(|| is_anything(place, run, from, to).then_some(Called::Person))?;
    // "Ana Ruiz, Leo Hale, the mayor, and": a second name before the role is a list.
    let opener = place.at(from)?;
    let apposes = opener.is(DETERMINER.or(RANK).or(MODIFIER).or(NATIONAL).or(ROLE).or(TITLE))
        || opener.possessive
        || (from..to)
            .take(3)
            .any(|at| place.tokens[at].possessive || place.tokens[at].is(ROLE.or(TITLE)) && !place.tokens[at].capital);
    let closes = place.at(to).is_none_or(|t| {
        matches!(t.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Semicolon | Kind::Close)
            || t.is(RELATIVE)
            || to - from >= 2 && t.is(AUXILIARY.or(FINITE).or(SAYING))
    });
    if opener.is(GIVEN_NAME) || !apposes || !closes || to == from { None } else { found(place, from, to, called) }
}

/// "Ana Ruiz, a crab fisher.": some noun behind "a", of a person by the given name.
fn is_anything(place: &Place<'_>, run: Run, from: usize, to: usize) -> bool {
    let given = run.end - run.core > 1 && place.tokens[run.core].is(GIVEN_NAME);
    let article = place.at(from).is_some_and(|token| matches!(place.word(token), "a" | "an"));
    given && article && (2..=5).contains(&(to - from))
}

/// Whether a word behind the first one of a role is a verb rather than a part of it.
fn is_plain_verb(place: &Place<'_>, at: usize, from: usize) -> bool {
    let token = &place.tokens[at];
    at > from
        && !token.capital
        && token.is(FINITE)
        && !token.is(ROLE.or(BODY).or(MODIFIER).or(PREPOSITION))
        && !place.tokens[at - 1].is(DETERMINER)
}

/// "the port's manager Ana Ruiz", "Tern spokesman Leo Hale", "Treasury Secretary Ada Berg": a role right before the name.
fn before(place: &Place<'_>, run: Run) -> Option<Described> {
    let start = leftwards(place, run.core);
    let last = place.tokens.get(run.core.checked_sub(1)?)?;
    let called =
        if last.is(PORTFOLIO) && run.titled { Some(Called::Person) } else { calls(place, last, run.core - 1) }?;
    let honorific = |token: &Token| {
        matches!(
            place.word(token).trim_end_matches('.'),
            "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Dr" | "Sir" | "Dame" | "Lord" | "Lady" | "Mme" | "Señor" | "Señora"
        )
    };
    // "the president Mr Ruiz"
    let end = run.core - place.tokens[start..run.core].iter().rev().take_while(|token| honorific(token)).count();
    if start >= end || last.possessive {
        return None;
    }
    found(place, start, end, called)
}

/// "its chief executive, Ana Ruiz,"
fn comma_before(place: &Place<'_>, run: Run) -> Option<Described> {
    let comma = run.start.checked_sub(1).filter(|&at| at > place.from && place.tokens[at].kind == Kind::Comma)?;
    let closed = place.at(run.end).is_none_or(|token| matches!(token.kind, Kind::Comma | Kind::Stop));
    // "A spokesman for the operator, Tern, said" speaks of the operator.
    let of = (run.end - run.core > 1).then(|| of_before(place, comma)).flatten();
    let start = leftwards(place, of.unwrap_or(comma));
    let determined = start < comma && {
        let first = &place.tokens[start];
        first.is(DETERMINER)
            || first.possessive
            || place.tokens[start..comma].iter().any(|token| token.possessive)
            || place.before(start, 1).is_some_and(|token| token.is(DETERMINER))
    };
    let called = head(place, start, comma)?;
    if !closed || !determined { None } else { found(place, start, comma, called) }
}

/// What the noun of a role calls its bearer: the last word, or the last before "of" or "for".
fn head(place: &Place<'_>, start: usize, end: usize) -> Option<Called> {
    let of = (start + 1..end).find(|&at| matches!(place.word(&place.tokens[at]), "of" | "for"));
    let at = of.unwrap_or(end).checked_sub(1).filter(|&at| at >= start)?;
    calls(place, &place.tokens[at], at)
}

/// Where the words of a role begin that ends before `end`.
fn leftwards(place: &Place<'_>, end: usize) -> usize {
    let of_role = ROLE.or(TITLE).or(MODIFIER).or(RANK).or(NATIONAL).or(PORTFOLIO).or(BODY).or(CONCERN);
    let mut start = end;
    while start > place.from && end - start < LONGEST {
        let token = &place.tokens[start - 1];
        let next = place.at(start);
        // "secretary of state", "head of Tern"
        let of = start < end && is_of_role(place, start - 1);
        let name = token.kind == Kind::Word
            && token.capital
            && !token.is(DETERMINER.or(PREPOSITION).or(CONJUNCTION).or(PRONOUN).or(ADVERB).or(DATE));
        let part = token.kind == Kind::Word
            && !token.is(FINITE.or(AUXILIARY).or(DETERMINER))
            && token.is(of_role)
            && !token.is(PREPOSITION.or(ADVERB).or(CONJUNCTION));
        let role = !token.capital && calls(place, token, start - 1).is_some();
        let noun = token.kind == Kind::Word
            && !token.capital
            && token.class == Class::default()
            && next.is_some_and(|t| t.is(ROLE.or(TITLE)) && !t.capital)
            && start < end;
        let ends_name = token.possessive && token.capital;
        if !(of || role || name || part || noun || ends_name) {
            break;
        }
        start -= 1;
    }
    start
}

/// The "for" of "a spokesman for the port authority" that ends before `end`.
fn of_before(place: &Place<'_>, end: usize) -> Option<usize> {
    let plain = |at: &usize| {
        let token = &place.tokens[*at];
        token.kind == Kind::Word && !token.is(FINITE.or(AUXILIARY).or(PRONOUN).or(RELATIVE).or(CONJUNCTION))
    };
    let from = end.saturating_sub(LONGEST / 2).max(place.from);
    (from..end).rev().take_while(plain).find(|&at| is_of_role(place, at))
}

/// "of" behind a role: "secretary of state", "head of Tern".
fn is_of_role(place: &Place<'_>, at: usize) -> bool {
    matches!(place.word(&place.tokens[at]), "of" | "for")
        && place.before(at, 1).is_some_and(|token| calls(place, token, at - 1) == Some(Called::Person))
}

/// What a noun calls the name beside it.
fn calls(place: &Place<'_>, token: &Token, at: usize) -> Option<Called> {
    if token.kind != Kind::Word || token.is(PLURAL) && !token.is(TITLE) {
        return None;
    }
    let word = place.word(token).to_lowercase();
    let word = word.as_str();
    match word {
        "newspaper" | "broadcaster" | "outlet" | "tabloid" | "magazine" | "daily" | "weekly" | "newswire"
        | "website" | "publisher" => return Some(Called::Media),
        "ministry" | "department" | "regulator" | "watchdog" | "parliament" | "council" | "committee" | "court"
        | "commission" | "agency" | "authority" => {
            return Some(Called::Body);
        }
        "organization" | "organisation" | "charity" | "union" | "group" | "club" | "institute" | "university"
        | "federation" | "association" | "think-tank" | "party" | "team" | "foundation" | "museum" | "nonprofit"
        | "league" | "hospital" | "school" | "college" | "coalition" | "alliance" => {
            return Some(Called::Organisation);
        }
        "giant" | "maker" | "unit" | "supplier" | "manufacturer" | "operator" | "developer" | "lender" | "insurer"
        | "brewer" | "producer" | "subsidiary" | "conglomerate" | "contractor" | "builder" | "trader" | "grower"
        | "designer" | "owner" | "rival" | "seller" | "buyer" | "exporter" | "importer" | "refiner" | "miner" => {
            // "the owner Ana Ruiz" and "Tern, the owner of two quays": the name decides.
            return Some(if token.is(ROLE) { Called::Either } else { Called::Company });
        }
        _ => {}
    }
    if token.is(CONCERN) || ["maker", "retailer", "wholesaler"].iter().any(|end| word.ends_with(end)) && word.len() > 6
    {
        return Some(Called::Company);
    }
    let lone_adjective = token.is(MODIFIER.or(RANK).or(NATIONAL)) && !token.is(TITLE.or(ROLE));
    let is_name = token.capital && token.is(GIVEN_NAME) || at < place.from;
    let person = token.is(ROLE.or(TITLE))
        || ["ist", "man", "woman", "czar"].iter().any(|end| word.len() > end.len() + 3 && word.ends_with(end))
        || matches!(word, "head" | "partner" | "fellow" | "boss" | "deputy" | "fisher" | "graduate" | "pupil" | "heir");
    (person && !lone_adjective && !is_name).then_some(Called::Person)
}

/// "companies such as Tern", "the newspapers Gull and Courier", "Tern, Gull and other companies": what each of a list is, of
/// which a name stands at `at..end`.
pub(super) fn listed(place: &Place<'_>, at: usize, end: usize) -> Option<Called> {
    let word = |by: usize| place.before(at, by).map_or("", |token| place.word(token));
    let by = match word(1) {
        "as" if word(2) == "such" => 3,
        "including" | "like" => 2,
        _ => 1,
    };
    // "companies, including Tern"
    let noun = if word(by) == "," { word(by + 1) } else { word(by) };
    several(noun).or_else(|| {
        let list =
            |token: &&Token| token.kind == Kind::Comma || token.capital || matches!(place.word(token), "and" | "or");
        let other = end + place.tokens.get(end..)?.iter().take(LONGEST).take_while(list).count();
        let adjective = other > end && place.at(other).is_some_and(|token| place.word(token) == "other");
        several(place.word(place.at(other + 1).filter(|_| adjective)?))
    })
}

/// What each of several is.
fn several(noun: &str) -> Option<Called> {
    match noun {
        "companies" | "firms" | "makers" | "chipmakers" | "carmakers" | "automakers" | "retailers" | "banks"
        | "airlines" | "manufacturers" | "suppliers" | "startups" | "giants" | "brands" => Some(Called::Company),
        "newspapers" | "outlets" | "broadcasters" => Some(Called::Media),
        "charities" | "groups" | "unions" | "clubs" => Some(Called::Organisation),
        _ => None,
    }
}
