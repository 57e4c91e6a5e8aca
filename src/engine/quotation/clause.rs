//! Clauses: the subject of a verb, by its place in the sentence.

use super::{
    lexicon::{
        ADVERB, AUXILIARY, BODY, CONJUNCTION, DETERMINER, FINITE, MODIFIER, NATIONAL, PREPOSITION, RELATIVE, SAYING,
        SPEECH_NOUN, TIME,
    },
    phrases::{Head, Phrase},
    words::{Kind, Token},
};

/// How far a search within one sentence goes, in tokens: beyond it a clause is over, and time stays linear.
pub(super) const REACH: usize = 60;

/// A sentence of a paragraph, with its phrases.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'s> {
    pub(super) text: &'s str,
    pub(super) tokens: &'s [Token],
    pub(super) phrases: &'s [Phrase],
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How a subject stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stands {
    /// Right before or behind it.
    Beside,
    /// With an apposition in between.
    Apposed,
    /// Further off in the sentence.
    Far,
}

impl Sentence<'_> {
    /// The words of the token at `at`, or nothing outside the sentence.
    pub(super) fn word(&self, at: usize) -> &str {
        if (self.start..self.end).contains(&at) { self.tokens[at].span.of(self.text) } else { "" }
    }

    /// What kind of token stands at `at`; `Stop` outside the sentence.
    pub(super) fn kind(&self, at: usize) -> Kind {
        if (self.start..self.end).contains(&at) { self.tokens[at].kind } else { Kind::Stop }
    }

    /// Whether the word at `at` is of one of these classes.
    pub(super) fn is(&self, at: usize, class: super::lexicon::Class) -> bool {
        (self.start..self.end).contains(&at) && self.tokens[at].is(class)
    }

    /// The phrase that starts with token `at`.
    pub(super) fn starting(&self, at: usize) -> Option<Phrase> {
        let found = self.phrases.binary_search_by_key(&at, |p| p.start).ok()?;
        Some(self.phrases[found])
    }

    /// The phrase that starts at `at` or behind a plain word or two: "[city] planner Omar Diaz".
    pub(super) fn starting_near(&self, at: usize) -> Option<Phrase> {
        let plain = |i: usize| {
            self.kind(i) == Kind::Word
                && self.tokens[i].class == super::lexicon::Class::default()
                && !self.tokens[i].capital
        };
        (at..at + 3).take_while(|&i| i == at || plain(i - 1)).find_map(|i| self.starting(i))
    }

    /// The phrase that ends before token `at`.
    pub(super) fn ending(&self, at: usize) -> Option<Phrase> {
        let found = self.phrases.binary_search_by_key(&at, |p| p.end).ok()?;
        Some(self.phrases[found])
    }

    /// The phrase that token `at` lies in.
    pub(super) fn around(&self, at: usize) -> Option<Phrase> {
        let after = self.phrases.partition_point(|p| p.start <= at);
        self.phrases[..after].last().filter(|p| at < p.end).copied()
    }

    /// The subject of the finite verb at `verb`.
    pub(super) fn subject(&self, verb: usize) -> Option<(Phrase, Stands)> {
        let at = self.back_over_adverbs(verb);
        if at <= self.start {
            return None;
        }
        let before = at - 1;
        if let Some(phrase) = self.ending(at) {
            // "Ruiz and Diaz said": the first speaks for both.
            let pair = phrase.start > self.start + 1
                && self.word(phrase.start - 1) == "and"
                && matches!(phrase.head, Head::Name(_));
            if let Some(first) = self
                .ending(phrase.start.wrapping_sub(1))
                .filter(|p| pair && matches!(p.head, Head::Name(_)) && speaks(*p))
            {
                return Some((first, Stands::Far));
            }
            if phrase.end == phrase.start + 1 && stands_alone(self.word(phrase.start)) {
                return Some((Phrase { head: Head::Role(phrase.start), ..phrase }, Stands::Beside));
            }
            let head = self.chain(phrase);
            if speaks(head) {
                return Some((head, Stands::Beside));
            }
            // "a whistleblower said" says who; "the fighting said" leaves it to those who flee it.
            let fresh = matches!(self.word(head.start), "a" | "an" | "A" | "An" | "one" | "One");
            let far = self.far(head.start).filter(|_| !fresh);
            return far.or(Some((self.as_speaker(head), Stands::Beside)).filter(|(p, _)| speaks(*p)));
        }
        match self.kind(before) {
            Kind::Comma => self.apposed(before).or_else(|| self.far(before)),
            Kind::Dash => self
                .matching(before, Kind::Dash)
                .and_then(|open| self.ending(open))
                .map(|p| self.chain(p))
                .filter(|p| speaks(*p))
                .map(|p| (p, Stands::Apposed)),
            Kind::Close => {
                let open = self.matching(before, Kind::Open)?;
                let phrase = self.chain(self.ending(open)?);
                speaks(phrase).then_some((phrase, Stands::Apposed))
            }
            _ if self.is(before, RELATIVE) => {
                let comma = usize::from(self.kind(before.wrapping_sub(1)) == Kind::Comma);
                let noun = before - comma;
                // "trolls who called": an unlisted noun is one before "who".
                let plain = || {
                    (comma == 0 && noun > self.start && self.word(before) == "who" && self.kind(noun - 1) == Kind::Word)
                        .then(|| Phrase { start: noun - 1, end: noun, head: Head::Role(noun - 1), possessive: false })
                };
                let near = self.ending(noun).map(|p| self.bearer(self.as_speaker(self.chain(p))));
                let phrase = near.or_else(plain).filter(|p| speaks(*p));
                phrase.map(|p| (p, Stands::Far)).or_else(|| self.far(before))
            }
            // "her aunt rose and [said]": the clause the first verb stands in.
            _ if self.is(before, CONJUNCTION) => self.coordinate(before).or_else(|| self.far(before)),
            _ => self.far(before),
        }
    }

    /// The subject of a verb joined by "and": in the nearest stretch between commas that has one.
    fn coordinate(&self, conjunction: usize) -> Option<(Phrase, Stands)> {
        let mut right = conjunction;
        for _ in 0..4 {
            let left = self.comma_before(right);
            if let Some(phrase) = self.first_subject(left.map_or(self.start, |c| c + 1), right) {
                return Some((phrase, Stands::Far));
            }
            right = left?;
        }
        None
    }

    /// Steps back from a verb over its adverbs, auxiliaries and times: "Ruiz on Friday also flatly [said]".
    pub(super) fn back_over_adverbs(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > self.start {
            let token = &self.tokens[at - 1];
            let year = token.kind == Kind::Number && token.span.len() <= 4;
            // "a teacher is said to have [told]"
            if self.word(at - 1) == "to" && self.is(at.wrapping_sub(2), super::lexicon::SAY) && self.is_passive(at - 2)
            {
                at -= 2;
                continue;
            }
            if token.is(TIME) && !token.is(AUXILIARY) || year && (self.is(at.wrapping_sub(2), PREPOSITION.or(TIME))) {
                if self.around(at - 1).is_some_and(|p| matches!(p.head, Head::Name(_) | Head::Role(_)) && p.end >= at) {
                    break;
                }
                at -= 1;
                while at > self.start
                    && (self.is(at - 1, TIME)
                        || matches!(
                            self.word(at - 1),
                            "on" | "in"
                                | "at"
                                | "last"
                                | "this"
                                | "next"
                                | "late"
                                | "early"
                                | "earlier"
                                | "later"
                                | "since"
                                | "the"
                                | "that"
                                | "by"
                                | "during"
                        ))
                {
                    at -= 1;
                }
            } else if token.is(ADVERB.or(AUXILIARY)) && !token.is(DETERMINER) && !token.capital {
                at -= 1;
            } else {
                break;
            }
        }
        at
    }

    /// The head of "a spokesman for the ministry in Lima", given its last phrase.
    pub(super) fn chain(&self, last: Phrase) -> Phrase {
        let mut head = last;
        for _ in 0..4 {
            if head.start <= self.start || !self.is(head.start - 1, PREPOSITION) {
                break;
            }
            let mut link = head.start - 1;
            if link > self.start && self.is(link - 1, PREPOSITION) {
                link -= 1;
            }
            match self.ending(link) {
                Some(outer) if outer.head != Head::Pronoun => {
                    // "one of the officials": the officials say who.
                    if outer.head == Head::Other && speaks(head) && self.word(link) == "of" {
                        break;
                    }
                    head = outer;
                }
                _ => break,
            }
        }
        head
    }

    /// The subject before an apposition that ends with the comma at `comma`: "Ruiz, who won, [said]".
    fn apposed(&self, comma: usize) -> Option<(Phrase, Stands)> {
        let mut right = comma;
        for _ in 0..6 {
            let left = self.comma_before(right)?;
            // A name between two commas after its role: "the mayor, Ana Ruiz, said".
            if let Some(phrase) = self.starting(left + 1)
                && phrase.end == right
                && matches!(phrase.head, Head::Name(run) if is_personal(self.tokens, run.core, run.end))
                && let Some(bearer) = self.ending(left)
                && (!matches!(bearer.head, Head::Name(_)) || matches!(self.chain(bearer).head, Head::Role(_)))
            {
                // "a spokesman for the operator, Acme, said": Acme is the operator.
                let of_body = matches!(bearer.head, Head::Role(noun) if self.tokens[noun].is(BODY))
                    && self.chain(bearer) != bearer;
                return Some((if of_body { self.chain(bearer) } else { phrase }, Stands::Apposed));
            }
            let fresh = |p: Phrase| {
                if matches!(self.word(p.start), "a" | "an" | "A" | "An" | "one" | "One") {
                    self.as_speaker(p)
                } else {
                    p
                }
            };
            if let Some(phrase) = self.ending(left).map(|p| fresh(self.chain(p)))
                && speaks(phrase)
                && !self.is(phrase.start.wrapping_sub(1), PREPOSITION)
            {
                return Some((phrase, Stands::Apposed));
            }
            if let Some(phrase) = self.ending(left)
                && matches!(phrase.head, Head::Name(_))
                && !self.is(phrase.start.wrapping_sub(1), PREPOSITION)
            {
                return Some((phrase, Stands::Apposed));
            }
            right = left;
        }
        None
    }

    /// The name that a role stands beside: "Ana Ruiz, [a retired judge], who"; else the phrase itself.
    fn bearer(&self, phrase: Phrase) -> Phrase {
        let comma = phrase.start.wrapping_sub(1);
        let apposed = matches!(phrase.head, Head::Role(_))
            && phrase.start > self.start
            && self.kind(comma) == Kind::Comma
            && matches!(self.word(phrase.start), "a" | "an" | "the");
        let name = self.ending(comma).filter(|p| apposed && matches!(p.head, Head::Name(_)) && speaks(*p));
        name.unwrap_or(phrase)
    }

    /// The name that opens the stretch between commas before a participle and stands beside its verb: "When the vote was lost,
    /// [Ruiz] left the hall, saying".
    pub(super) fn stretch_subject(&self, participle: usize) -> Option<Phrase> {
        let comma = participle.checked_sub(1).filter(|&at| at > self.start && self.kind(at) == Kind::Comma)?;
        let start = self.comma_before(comma)? + 1;
        let name = self.starting(start).filter(|p| matches!(p.head, Head::Name(_)) && !p.possessive && speaks(*p))?;
        let verb = self.word(name.end).starts_with(char::is_lowercase)
            && !self.is(name.end, PREPOSITION.or(CONJUNCTION).or(RELATIVE));
        (name.end < comma && verb).then_some(name)
    }

    pub(super) fn comma_before(&self, at: usize) -> Option<usize> {
        let from = self.start.max(at.saturating_sub(REACH / 2));
        (from..at)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), Kind::Semicolon | Kind::Quote(_)))
            .find(|&i| self.kind(i) == Kind::Comma)
    }

    fn matching(&self, at: usize, kind: Kind) -> Option<usize> {
        let from = self.start.max(at.saturating_sub(REACH / 2));
        (from..at).rev().find(|&i| self.kind(i) == kind)
    }

    /// The subject of the clause that ends before `limit`, when it does not stand beside its verb.
    pub(super) fn far(&self, limit: usize) -> Option<(Phrase, Stands)> {
        let from = self.start.max(limit.saturating_sub(REACH));
        let clause = (from..limit).rev().find(|&i| {
            self.kind(i) == Kind::Semicolon
                || self.kind(i) == Kind::Comma
                    && matches!(self.word(i + 1), "but" | "and" | "while" | "though" | "although")
        });
        let clause = clause.and_then(|at| self.first_subject(at + 1, limit));
        clause.or_else(|| self.first_subject(from, limit)).map(|phrase| (phrase, Stands::Far))
    }

    /// A phrase of an unlisted noun, taken for a speaker because a verb of saying stands beside it: "the puddler said".
    pub(super) fn as_speaker(&self, phrase: Phrase) -> Phrase {
        let more = phrase.end > phrase.start + 1 || stands_alone(self.word(phrase.start));
        match phrase.head {
            Head::Other if !phrase.possessive && more => Phrase { head: Head::Role(phrase.end - 1), ..phrase },
            _ => phrase,
        }
    }

    /// The subject of the sentence: of its main clause, when an opening clause comes before a comma.
    pub(super) fn main_subject(&self) -> Option<Phrase> {
        let first = self.word(self.start);
        let subordinate = matches!(
            first,
            "When"
                | "If"
                | "As"
                | "After"
                | "Before"
                | "Since"
                | "Until"
                | "While"
                | "Although"
                | "Though"
                | "Because"
                | "Unless"
                | "Once"
                | "Told"
        ) || self.is(self.start, FINITE) && first.ends_with("ed")
            || first.ends_with("ing");
        let comma = (self.start..self.end.min(self.start + REACH))
            .find(|&i| self.kind(i) == Kind::Comma)
            .filter(|_| subordinate);
        comma.and_then(|c| self.first_subject(c + 1, self.end)).or_else(|| self.first_subject(self.start, self.end))
    }

    /// The first phrase between two tokens that can be a subject.
    pub(super) fn first_subject(&self, from: usize, limit: usize) -> Option<Phrase> {
        let first = self.phrases.partition_point(|p| p.start < from);
        let fitting = |p: &&Phrase| {
            let before = p.start.wrapping_sub(1);
            let governed = p.start > self.start
                && (self.is(before, PREPOSITION) && !self.is(before, CONJUNCTION) || self.is(before, SAYING));
            (speaks(**p) || self.named_in_apposition(**p) != **p) && !governed && !p.possessive && p.end <= limit
        };
        let subject = self.phrases[first..].iter().take(REACH).take_while(|p| p.start < limit).find(fitting).copied();
        subject.map(|phrase| self.named_in_apposition(phrase))
    }

    /// The name that a role is followed by: "said the mayor, [Ana Ruiz], …"; else the phrase itself.
    pub(super) fn named_in_apposition(&self, phrase: Phrase) -> Phrase {
        let is = matches!(self.word(phrase.end), "is" | "was");
        if !matches!(phrase.head, Head::Role(_) | Head::Other) {
            return phrase;
        }
        // "the president of the salt dealers, Chief Ada Obi,"
        let mut end = phrase.end;
        while self.is(end, PREPOSITION)
            && let Some(inner) = self.starting(end + 1)
        {
            end = inner.end;
        }
        if self.word(end) == "of" && matches!(self.word(end + 1), "them" | "us" | "whom") {
            end += 2;
        }
        if self.kind(end) != Kind::Comma && !is {
            return phrase;
        }
        let Some(name) = self.starting(end + 1) else { return phrase };
        if end > phrase.end && !matches!(name.head, Head::Name(run) if run.end - run.start > 1) {
            return phrase;
        }
        let closed =
            matches!(self.kind(name.end), Kind::Comma | Kind::Stop | Kind::Colon | Kind::Quote(_) | Kind::Open);
        match name.head {
            Head::Name(run) if closed && !name.possessive && is_personal(self.tokens, run.core, run.end) => name,
            _ => phrase,
        }
    }

    /// Whether the listed verb at `at` is used as a noun or an adjective here: "the claims", "his report".
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        if at <= self.start {
            return false;
        }
        let before = at - 1;
        let token = &self.tokens[before];
        token.is(DETERMINER)
            && !stands_alone(self.word(before))
            && !matches!(
                self.word(before),
                "that"
                    | "all"
                    | "both"
                    | "many"
                    | "some"
                    | "few"
                    | "others"
                    | "several"
                    | "one"
                    | "most"
                    | "another"
                    | "each"
                    | "either"
                    | "neither"
            )
            || token.possessive
            || (token.is(MODIFIER.or(NATIONAL))
                && !token.is(super::lexicon::ROLE.or(ADVERB))
                && self.is(at, SPEECH_NOUN))
            || self.is(before, PREPOSITION) && self.is(at, SPEECH_NOUN)
    }

    /// Whether the verb at `at` is passive: "was called", "has been described".
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.start && self.is(before - 1, ADVERB) && !self.is(before - 1, AUXILIARY) {
            before -= 1;
        }
        before > self.start
            && matches!(self.word(before - 1), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "get" | "got")
    }

    /// Whether the verb at `at` is denied: "did not say", "hasn't confirmed".
    pub(super) fn is_denied(&self, at: usize) -> bool {
        (self.start.max(at.saturating_sub(2))..at).any(|i| {
            let word = self.word(i);
            matches!(word, "not" | "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
        })
    }

    /// Whether a cue stands at `at` that is a verb here.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.is(at, FINITE) && !self.is_nominal(at)
    }
}

/// Quantities that stand for somebody: "another wrote", "one said".
fn stands_alone(word: &str) -> bool {
    matches!(word, "one" | "another" | "others" | "some" | "both" | "One" | "Another" | "Others" | "Some" | "Both")
}

/// Whether a phrase can be somebody who speaks.
pub(super) fn speaks(phrase: Phrase) -> bool {
    match phrase.head {
        Head::Pronoun => true,
        Head::Other => false,
        Head::Name(_) | Head::Role(_) => !phrase.possessive,
    }
}

/// Whether a name looks like a person's: no place, no body among its words.
pub(super) fn is_personal(tokens: &[Token], core: usize, end: usize) -> bool {
    use super::lexicon::{GIVEN_NAME, PLACE};
    let words = &tokens[core..end];
    words.first().is_some_and(|t| t.is(GIVEN_NAME)) || words.iter().all(|t| !t.is(PLACE.or(BODY)))
}
