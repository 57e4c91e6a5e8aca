//! Runs of capitals mended: what only looks like a part of a name is cut off, what belongs to it and is no capital is added.

use super::{collect::Place, countries::is_country};
use crate::quotation::{
    lexicon::{BODY, CONJUNCTION, DETERMINER, PARTICLE, ROLE, SUFFIX, TITLE},
    names::Run,
    words::{Kind, Token},
};

/// Words looked back over for the first half of a name with "and" in it, that word included.
const LONGEST_JOINED: usize = 5;

/// Small words before a name at most: "de la".
const PARTICLES: usize = 3;

/// A run as a name.
pub(super) fn mended(place: &Place<'_>, run: Run) -> Run {
    let mut run = cut(place, run);
    if run.core == run.start {
        run.core -= particles(place, run.core) + usize::from(is_month(place, run.core));
        run.core -= first_half(place, run);
        run.start = run.core;
    }
    run
}

/// Without the end of "White House AI".
fn cut(place: &Place<'_>, mut run: Run) -> Run {
    let is_short = |token: &Token| {
        let word = place.word(token);
        word.len() <= 3 && word.chars().all(char::is_uppercase)
    };
    while run.end - run.core > 2
        && is_short(&place.tokens[run.end - 1])
        && place.tokens[run.end - 2].is(BODY)
        && !place.tokens[run.end - 1].is(SUFFIX.or(BODY))
    {
        run.end -= 1;
    }
    run
}

/// How many small words of a name stand before `at`: "van der" of "van der Meulen".
fn particles(place: &Place<'_>, at: usize) -> usize {
    let is_particle = |by: &usize| {
        place.before(at, *by).is_some_and(|token| {
            let joins = matches!(place.word(token), "y" | "e" | "st");
            token.is(PARTICLE) && !token.capital && !token.is(CONJUNCTION) && !joins
        })
    };
    (1..=PARTICLES).take_while(is_particle).count()
}

/// "Mayor June Halloran": a month before `at` that is a given name, by the title before it.
fn is_month(place: &Place<'_>, at: usize) -> bool {
    let month =
        place.before(at, 1).is_some_and(|token| matches!(place.word(token), "April" | "May" | "June" | "August"));
    month && place.before(at, 2).is_some_and(|token| token.is(TITLE.or(ROLE)) || token.kind == Kind::Comma)
}

/// How many words of "the Food and Drug Administration" stand before "Drug": one article, one body.
fn first_half(place: &Place<'_>, run: Run) -> usize {
    let word = |by: usize| place.before(run.core, by).map_or("", |token| place.word(token));
    let nearest = place.before(run.core, 2).is_some_and(|token| !token.is(BODY) && !is_country(place.word(token)));
    let joined = matches!(word(1), "and" | "&") && place.tokens[run.end - 1].is(BODY) && nearest;
    let is_part = |by: &usize| {
        let part = |token: &Token| token.kind == Kind::Word && token.capital && !token.is(DETERMINER);
        place.before(run.core, *by).is_some_and(part)
    };
    let words = (2..=LONGEST_JOINED).take_while(is_part).count();
    let article = word(words + 2).eq_ignore_ascii_case("the");
    if joined && words > 0 && article { words + 1 } else { 0 }
}
