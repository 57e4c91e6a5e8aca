//! Governments by the names of their countries and capitals: party, place or modifier (CODEBOOK, section 2).
//!
//! 1. joined to another word by a hyphen, or a dateline: no mention;
//! 2. a possessive: a party, unless what it has is a place or a name of its own;
//! 3. after a preposition of place, or a verb or noun of travel: a place;
//! 4. before a noun: a modifier;
//! 5. everything else: a party.

use super::{
    grammar::{self, Role},
    token::Case,
    view::View,
};

/// Words looked back for what coordinates a name with others ("to Norway, Kenya and Turkey").
const COORDINATION_REACH: usize = 8;

/// Words looked at behind a possessive for what it has.
const POSSESSION_REACH: usize = 4;

/// Whether the name at words `i..j` can be read as the party that acts, is acted upon or is dealt with.
pub(super) fn is_party(view: &View<'_>, i: usize, j: usize) -> bool {
    if is_compound(view, i, j) || is_dateline(view, i, j) || is_longer_name(view, i) {
        return false;
    }
    if view.tokens[j - 1].possessive {
        return possesses_as_party(view, j);
    }
    let role = role_behind(view, j);
    let before = view.word(i.wrapping_sub(1 + usize::from(view.has_article(i))));
    let subject_of_participle = role == Role::Gerund && before == "in";
    // "In Oslo, Norway said": a subject behind a pause is no part of the list before it.
    let subject = view.tokens[i].gap.is_comma() && role == Role::Verb;
    if stands_as_place(view, i) && !subject_of_participle && !subject {
        return false;
    }
    if view.name_behind(j) || is_coordinated_modifier(view, j) {
        return false;
    }
    if role == Role::Noun && !(takes_two_objects(view, i, j) || governs_verb(&before) || has_plain_verb(view, i, j)) {
        return false;
    }
    // "the Norway question", "its Kenya policy": countries that take no article modify what follows.
    !(role != Role::Else && is_determined(view, i) && !takes_article(view, i, j))
}

/// "US-China", "Oslo-based", "pro-Kenya", "US–China", "Norway/Sweden".
fn is_compound(view: &View<'_>, i: usize, j: usize) -> bool {
    let behind = view.tokens.get(j).is_some_and(|t| {
        (t.gap.is_hyphen() || t.gap.is_tight_other() || (t.gap.is_tight_dash() && t.is_capital()))
            && !view.tokens[j - 1].possessive
    });
    let gap = view.tokens[i].gap;
    let before =
        gap.is_hyphen() || gap.is_tight_other() || (gap.is_tight_dash() && i > 0 && view.tokens[i - 1].is_capital());
    behind || before
}

/// "OSLO, May 3 —", "Nairobi (AFP) -", "New Delhi:" at a paragraph's start.
fn is_dateline(view: &View<'_>, i: usize, j: usize) -> bool {
    if i != 0 {
        return false;
    }
    let near = &view.tokens[j.min(view.tokens.len())..view.tokens.len().min(j + 6)];
    let run = near.iter().position(|t| t.gap.ends_dateline());
    run.is_some_and(|n| near[..n].iter().all(|t| t.is_capital() || t.case == Case::Number))
}

/// "South Korea", "Bank of China", "George Washington": the end of a longer name.
fn is_longer_name(view: &View<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|p| &view.tokens[p]) else { return false };
    if !view.tokens[i].gap.is_space() || before.possessive {
        return false;
    }
    let word = before.of(view.text);
    if before.is_capital() {
        let opens = before.first && !is_compass(word);
        let harmless = opens || grammar::is_function_word(word) || grammar::is_calendar(word) || view.is_mention(i - 1);
        return !(harmless || before.case == Case::Upper && word.len() > 4);
    }
    // "Bank of China", "House Select Committee on China" where those are no actors themselves
    if matches!(word, "of" | "on" | "for") && i >= 2 {
        let head = &view.tokens[i - 2];
        let named =
            head.is_capital() && !head.first && head.of(view.text).len() > 2 && view.tokens[i - 1].gap.is_space();
        return named && word == "of" && !view.is_mention(i - 2);
    }
    false
}

fn is_compass(word: &str) -> bool {
    matches!(
        word,
        "North"
            | "South"
            | "East"
            | "West"
            | "New"
            | "Air"
            | "Mainland"
            | "Greater"
            | "Latin"
            | "Central"
            | "Northern"
            | "Southern"
            | "Eastern"
            | "Western"
            | "Inner"
            | "Outer"
            | "Old"
            | "Upper"
            | "Lower"
            | "Little"
    )
}

/// What a possessive has: no place, and no name of its own.
fn possesses_as_party(view: &View<'_>, j: usize) -> bool {
    for (n, token) in view.tokens.iter().enumerate().skip(j).take(POSSESSION_REACH) {
        if !token.gap.is_space() && !token.gap.is_hyphen() || token.first {
            break;
        }
        let word = token.of(view.text);
        if token.is_capital() {
            let acronym = token.case == Case::Upper && n > j;
            let lead = n == j
                && (grammar::is_government_word(word) || grammar::is_calendar(word) || is_acronym_modifier(view, n));
            if lead || acronym {
                continue;
            }
            return n > j;
        }
        if grammar::is_place_noun(word) {
            return false;
        }
        if grammar::is_linking(word) || grammar::is_auxiliary(word) {
            break;
        }
    }
    true
}

/// "Norway's AI strategy": capitals that modify a noun, rather than a name of their own.
fn is_acronym_modifier(view: &View<'_>, n: usize) -> bool {
    view.tokens[n].case == Case::Upper
        && view.tokens.get(n + 1).is_some_and(|t| {
            let after = view.word(n + 2);
            t.gap.is_space() && t.case == Case::Lower && grammar::role(t.of(view.text), &after) == Role::Noun
        })
}

/// What the word behind the name is to it.
fn role_behind(view: &View<'_>, j: usize) -> Role {
    let Some(next) = view.tokens.get(j).filter(|t| t.gap.is_space() && !t.first) else { return Role::Else };
    match next.case {
        Case::Lower => {
            let after = view.tokens.get(j + 1).filter(|t| t.gap.is_space()).map_or("", |t| t.of(view.text));
            grammar::role(next.of(view.text), after)
        }
        // "the US 10-year yield"
        Case::Number if view.tokens.get(j + 1).is_some_and(|t| t.gap.is_hyphen()) => Role::Noun,
        _ => Role::Else,
    }
}

/// "US and Kenyan officials": the name modifies what its partner modifies.
fn is_coordinated_modifier(view: &View<'_>, j: usize) -> bool {
    if !matches!(&*view.word(j), "and" | "or") || !view.tokens[j].gap.is_space() {
        return false;
    }
    let (Some(partner), Some(noun)) = (view.tokens.get(j + 1), view.tokens.get(j + 2)) else { return false };
    let word = partner.of(view.text);
    let modifies = grammar::is_nationality(word)
        || partner.is_capital()
            && matches!(
                noun.of(view.text),
                "officials"
                    | "talks"
                    | "relations"
                    | "ties"
                    | "negotiators"
                    | "trade"
                    | "troops"
                    | "companies"
                    | "firms"
                    | "leaders"
                    | "diplomats"
                    | "governments"
                    | "ministers"
                    | "markets"
                    | "stocks"
            );
    modifies && noun.gap.is_space() && noun.case == Case::Lower && grammar::role(noun.of(view.text), "") == Role::Noun
}

/// Whether the name stands where something is or goes, rather than for who does or suffers something.
fn stands_as_place(view: &View<'_>, i: usize) -> bool {
    let mut at = i;
    for _ in 0..COORDINATION_REACH {
        if view.tokens[at].first || at == 0 {
            return false;
        }
        let gap = view.tokens[at].gap;
        let before = at - 1;
        let word = view.word(before);
        let list = gap.is_comma() || matches!(&*word, "and" | "or" | "nor");
        if !gap.is_space() && !gap.is_comma() {
            return false;
        }
        if list {
            // "in Norway, Kenya and Turkey": go back to the first of them
            let from = if gap.is_comma() { before } else { before.saturating_sub(1) };
            let partner = &view.tokens[from];
            let pause = grammar::is_calendar(partner.of(view.text)) || grammar::is_function_word(partner.of(view.text));
            if before == 0 || !partner.is_capital() || partner.possessive || partner.first || pause {
                return false;
            }
            at = view.name_start(from);
            continue;
        }
        if matches!(
            &*word,
            "the"
                | "mainland"
                | "neighboring"
                | "neighbouring"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "central"
                | "rural"
                | "nearby"
                | "both"
        ) {
            at = before;
            continue;
        }
        return is_place_behind(view, before);
    }
    false
}

/// Whether the word at `p` makes a place of the name behind it.
fn is_place_behind(view: &View<'_>, p: usize) -> bool {
    let word = view.word(p);
    let before = || p.checked_sub(1).map_or_else(Default::default, |k| view.word(k));
    match &*word {
        "in" => !matches!(
            &*before(),
            "confidence"
                | "trust"
                | "faith"
                | "disappointed"
                | "believe"
                | "believes"
                | "interest"
                | "interested"
                | "resulted"
        ),
        w if grammar::is_locative(w) => true,
        w if grammar::is_visit(w) => true,
        // "when it comes to Norway" goes nowhere
        "to" if matches!(&*before(), "comes" | "came" | "come") && p >= 2 && view.word(p - 2) == "it" => false,
        "to" | "toward" | "towards" => (1..=3)
            .map_while(|k| p.checked_sub(k))
            .take_while(|&k| view.tokens[k + 1].gap.is_space())
            .any(|k| grammar::is_travel(&view.word(k))),
        "from" => matches!(
            &*before(),
            "flew"
                | "fly"
                | "flying"
                | "flown"
                | "returned"
                | "returning"
                | "return"
                | "back"
                | "arrived"
                | "arriving"
                | "traveled"
                | "travelled"
                | "reported"
                | "reporting"
                | "home"
                | "away"
                | "fled"
                | "live"
        ),
        "for" => matches!(
            &*before(),
            "left"
                | "leave"
                | "leaves"
                | "leaving"
                | "departed"
                | "departing"
                | "bound"
                | "headed"
                | "heading"
                | "depart"
        ),
        "of" => grammar::is_place_noun(&before()) || matches!(&*before(), "all" | "most" | "some" | "rest"),
        "left" => !view.tokens[p].first,
        _ => false,
    }
}

/// "gave Oslo leverage": the name is given something, and what stands behind it is that.
fn takes_two_objects(view: &View<'_>, i: usize, j: usize) -> bool {
    let verb = i > 0
        && view.tokens[i].gap.is_space()
        && matches!(
            &*view.word(i - 1),
            "gave"
                | "give"
                | "gives"
                | "giving"
                | "given"
                | "cost"
                | "costs"
                | "owe"
                | "owes"
                | "owed"
                | "deny"
                | "denied"
                | "denies"
                | "denying"
                | "grant"
                | "grants"
                | "granted"
                | "granting"
                | "hand"
                | "hands"
                | "handed"
                | "handing"
        );
    let people = view.word(j).ends_with('s') || matches!(&*view.word(j), "hawk" | "technology" | "tech");
    verb && !people && view.tokens[j - 1].case != Case::Upper && !view.tokens[j - 1].of(view.text).ends_with('.')
}

/// "talks with Oslo advance", "asked that Oslo relax": a verb in the form that looks like a noun.
fn has_plain_verb(view: &View<'_>, i: usize, j: usize) -> bool {
    // "asked that the United States relax"
    if grammar::is_plain_verb(&view.word(j))
        && view.word(i.wrapping_sub(1 + usize::from(view.has_article(i)))) == "that"
    {
        return true;
    }
    let preposition =
        i > 1 && matches!(&*view.word(i - 1), "with" | "from" | "to" | "on" | "of" | "against" | "over" | "between");
    preposition
        && view.tokens[i].gap.is_space()
        && view.word(i - 2).ends_with('s')
        && grammar::is_plain_verb(&view.word(j))
}

/// After "let", "help" and auxiliaries the word behind the name is its verb, whatever it looks like.
fn governs_verb(word: &str) -> bool {
    grammar::is_auxiliary(word)
        || matches!(
            word,
            "help"
                | "helps"
                | "helped"
                | "helping"
                | "let"
                | "lets"
                | "letting"
                | "make"
                | "makes"
                | "made"
                | "making"
                | "see"
                | "watch"
                | "watched"
        )
}

/// Whether an article or possessive stands before the name.
fn is_determined(view: &View<'_>, i: usize) -> bool {
    i > 0
        && view.tokens[i].gap.is_space()
        && matches!(
            &*view.word(i - 1),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "this" | "any" | "no" | "every"
        )
}

/// "the United States", "the US", "the Netherlands".
fn takes_article(view: &View<'_>, i: usize, j: usize) -> bool {
    let last = view.tokens[j - 1];
    last.case == Case::Upper || last.of(view.text).ends_with(['s', '.']) || j - i > 1
}
