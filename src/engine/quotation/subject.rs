//! Who says what a word of saying tells: its subject, whoever "by" names behind it, or whom it belongs to as a participle.
//!
//! [`clause`](super::clause) finds the subject of a verb beside a quotation. Without one, more can go wrong: the form may be
//! a participle ("the plan announced in May"), and what stands before it no speaker ("results suggest").

use super::{
    clause::{REACH, Sentence, Stands, speaks},
    heard::Heard,
    lexicon::{self, ADVERB, AUXILIARY, BODY, CONJUNCTION, DETERMINER, FINITE, MODIFIER, NATIONAL, PLURAL},
    lexicon::{PREPOSITION, PRONOUN, RELATIVE, ROLE, SPEECH_NOUN, TIME, TITLE},
    phrases::{Head, Phrase},
    saying,
    words::Kind,
};

/// How many commas are looked back over.
const COMMAS: usize = 8;

/// Whether a word stands for somebody without saying who.
pub(super) fn is_quantity(word: &str) -> bool {
    ["some", "many", "most", "others", "several", "few", "them", "those"].iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// The subject of the verb of saying at `verb`. `last` was heard before it in the sentence.
pub(super) fn subject(sentence: &Sentence<'_>, verb: usize, last: Option<Heard>) -> Option<(Phrase, Stands)> {
    if let Some(phrase) = inverted(sentence, verb) {
        return Some((phrase, Stands::Beside));
    }
    let at = front(sentence, verb);
    let before = at.checked_sub(1).filter(|&i| i >= sentence.start)?;
    // "called it dead and vowed to sell it": one subject for both.
    if let Some(last) = last.filter(|last| !last.whole && matches!(sentence.word(before), "and" | "but" | "or")) {
        return Some((last.phrase, Stands::Far));
    }
    // "Some in both towns say", "It was, most agreed, the best."
    let bare = |i: usize| Phrase { start: i, end: i + 1, head: Head::Role(i), possessive: false };
    if is_quantity(sentence.word(before)) {
        return Some((bare(before), Stands::Beside));
    }
    if is_quantity(sentence.word(sentence.start))
        && matches!(sentence.word(sentence.start + 1), "in" | "at" | "on" | "among" | "inside" | "outside")
        && at < sentence.start + REACH
        && (sentence.start..at).all(|i| sentence.kind(i) == Kind::Word)
    {
        return Some((bare(sentence.start), Stands::Beside));
    }
    // "researchers report" may have been read as one noun.
    if sentence.is(before, PLURAL)
        && let Some(phrase) = sentence.around(verb)
    {
        return Some((Phrase { end: at, head: Head::Role(before), ..phrase }, Stands::Beside));
    }
    // "the plan announced in May" announces nothing: without an auxiliary the form may be a participle.
    let open = at == verb && sentence.word(verb).ends_with("ed") && sentence.word(verb + 1) != "that";
    if open && sentence.word(verb + 1) == "by" {
        return None;
    }
    // Tests and tables suggest a lot without saying a word.
    let people = open || saying::shows(sentence.word(verb));
    if let Some(noun) = plain_noun(sentence, at) {
        return Some((noun, Stands::Beside)).filter(|_| !people || is_agent(sentence, noun.end - 1));
    }
    match beside(sentence, verb, at, people) {
        Beside::Found(phrase, stands) => return Some((phrase, stands)),
        Beside::Nobody => return None,
        Beside::Open => {}
    }
    let (phrase, stands) = sentence.subject(verb)?;
    if saying::shows(sentence.word(verb)) && (stands == Stands::Far || sentence.is(phrase.start, lexicon::IT)) {
        return None;
    }
    let listed = match phrase.head {
        Head::Role(noun) => sentence.is(noun, ROLE.or(BODY).or(SPEECH_NOUN)),
        _ => true,
    };
    // A verb that is a noun as well needs its subject beside it.
    let sure = stands != Stands::Far || listed && !sentence.is(verb, SPEECH_NOUN);
    sure.then(|| (bearer(sentence, phrase, verb), stands))
}

/// What the phrase right before a verb says of its subject.
enum Beside {
    Found(Phrase, Stands),
    /// It is a thing, and the verb no verb of it.
    Nobody,
    /// The clause decides.
    Open,
}

/// Looks at the phrase that ends at `at`, right before `verb`. `people`: whether only people can be its subject.
fn beside(sentence: &Sentence<'_>, verb: usize, at: usize, people: bool) -> Beside {
    let Some(phrase) = sentence.ending(at) else { return Beside::Open };
    // "the day after Ruiz said": Ruiz and not the day.
    let link = if phrase.start > sentence.start { sentence.word(phrase.start - 1) } else { "" };
    let conjunction = ["after", "before", "since", "until", "till", "because", "as"];
    if conjunction.iter().any(|c| c.eq_ignore_ascii_case(link)) && speaks(phrase) {
        return Beside::Found(phrase, Stands::Beside);
    }
    let chain = sentence.chain(phrase);
    let head = owner_of_pair(sentence, chain);
    if speaks(head) {
        let moved = head != chain || at < sentence.back_over_adverbs(verb);
        return if moved { Beside::Found(head, Stands::Far) } else { Beside::Open };
    }
    if people && !is_agent(sentence, head.end - 1) {
        return Beside::Nobody;
    }
    // "…, the coastguard said": an unlisted noun that opens its clause.
    let opens = head.start == sentence.start
        || sentence.kind(head.start - 1) != Kind::Word
        || sentence.is(head.start - 1, CONJUNCTION.or(RELATIVE));
    let speaker = sentence.as_speaker(head);
    if opens && speaks(speaker) { Beside::Found(speaker, Stands::Beside) } else { Beside::Open }
}

/// Where the subject of a verb ends, past its adverbs and those who "consulted by Ruiz" describes.
fn front(sentence: &Sentence<'_>, verb: usize) -> usize {
    let mut at = sentence.back_over_adverbs(verb);
    // "have long argued": no list has every adverb.
    if at > sentence.start + 1
        && sentence.is(at - 2, AUXILIARY)
        && sentence.kind(at - 1) == Kind::Word
        && sentence.around(at - 1).is_none()
    {
        at = sentence.back_over_adverbs(at - 1);
    }
    // "Engineers consulted by the city insist"
    let phrase = sentence.ending(at).filter(|p| p.start > sentence.start + 2 && sentence.word(p.start - 1) == "by");
    phrase.map(|p| p.start - 2).filter(|&i| sentence.word(i).ends_with("ed")).unwrap_or(at)
}

/// The officials of "officials in the ministry and in the council".
fn owner_of_pair(sentence: &Sentence<'_>, head: Phrase) -> Phrase {
    let link = head.start.wrapping_sub(1);
    let pair = matches!(head.head, Head::Name(_))
        && head.start > sentence.start + 2
        && sentence.is(link, PREPOSITION)
        && matches!(sentence.word(link - 1), "and" | "or");
    let first = { pair.then(|| sentence.ending(link - 1)) }.flatten().map(|p| sentence.chain(p));
    first.filter(|p| speaks(*p)).unwrap_or(head)
}

/// Who bears a role that an apposition sets off: "the developer, [Northgate] of Lima, says"; "Ana Ruiz, the ports czar, who
/// says".
fn bearer(sentence: &Sentence<'_>, phrase: Phrase, verb: usize) -> Phrase {
    let named = |p: &Phrase| matches!(p.head, Head::Name(_)) && speaks(*p);
    let article = matches!(
        sentence.word(phrase.start),
        "the" | "The" | "its" | "Its" | "his" | "His" | "her" | "Her" | "their" | "Their" | "a" | "an"
    );
    if !article {
        return phrase;
    }
    let comma = phrase.start.wrapping_sub(1);
    if phrase.start > sentence.start && sentence.kind(comma) == Kind::Comma && sentence.is(verb, FINITE) {
        let who = (phrase.end..verb).rev().find(|&i| sentence.word(i) == "who");
        if who.is_some_and(|who| sentence.comma_before(who.saturating_sub(1)) == Some(comma)) {
            return sentence.ending(comma).filter(named).unwrap_or(phrase);
        }
    }
    let role = match phrase.head {
        Head::Name(run) => sentence.tokens[run.start..run.end].iter().all(|t| t.is(TITLE)),
        _ => true,
    };
    let role = role && sentence.kind(phrase.end) == Kind::Comma;
    let name = sentence.starting(phrase.end + 1).filter(|p| role && named(p) && p.end < verb);
    let closed = |p: &Phrase| sentence.is(p.end, PREPOSITION) || sentence.kind(p.end) == Kind::Comma;
    name.filter(|p| closed(p) && sentence.kind(sentence.back_over_adverbs(verb) - 1) == Kind::Comma).unwrap_or(phrase)
}

/// "…, explains Ana Ruiz, who led the trial."
fn inverted(sentence: &Sentence<'_>, verb: usize) -> Option<Phrase> {
    let word = sentence.word(verb);
    let inverts = word.ends_with('s') && !matches!(word, "tells" | "asks" | "puts")
        || matches!(word, "said" | "wrote" | "explained" | "added" | "argued" | "noted" | "suggested" | "reported");
    if !inverts || verb == sentence.start || !matches!(sentence.kind(verb - 1), Kind::Comma | Kind::Dash) {
        return None;
    }
    let phrase = sentence.starting_near(verb + 1).filter(|p| p.head != Head::Pronoun)?;
    let phrase = sentence.as_speaker(sentence.named_in_apposition(phrase));
    let closed = matches!(sentence.kind(phrase.end), Kind::Comma | Kind::Stop | Kind::Colon)
        || sentence.word(phrase.end) == "who";
    (closed && speaks(phrase)).then_some(phrase)
}

/// A noun of no list right before `at`, with what describes it: "US [glaziers] complain".
fn plain_noun(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let noun = at.checked_sub(1).filter(|&i| i >= sentence.start)?;
    let token = &sentence.tokens[noun];
    let first = noun == sentence.start || matches!(sentence.kind(noun - 1), Kind::Comma | Kind::Dash);
    let opens = first && token.is(SPEECH_NOUN);
    let known = ROLE.or(BODY).or(ADVERB).or(PREPOSITION).or(CONJUNCTION).or(RELATIVE).or(AUXILIARY).or(FINITE);
    let plain = token.kind == Kind::Word && !token.is(known.or(PRONOUN).or(TIME).or(DETERMINER)) || opens;
    if !plain || token.possessive || sentence.word(noun).ends_with("ing") || sentence.around(noun).is_some() {
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

/// Whether a noun is somebody by its form: "glaziers", "pianists", "companies".
fn is_agent(sentence: &Sentence<'_>, noun: usize) -> bool {
    let word = sentence.word(noun);
    let endings = ["ers", "ors", "ists", "ians", "ants", "ents", "men", "er", "or", "ist", "ian"];
    let body = || {
        let one = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
        let one = one.or_else(|| word.strip_suffix('s').map(str::to_owned));
        one.is_some_and(|one| lexicon::classes(&one).is(ROLE.or(BODY).or(SPEECH_NOUN)))
    };
    sentence.tokens[noun].capital || endings.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e)) || body()
}

/// Whoever "by" names behind a passive: "was called a fool by Ruiz".
pub(super) fn agent(sentence: &Sentence<'_>, verb: usize) -> Option<Phrase> {
    let by =
        (verb + 1..verb + 12).take_while(|&i| sentence.kind(i) == Kind::Word).find(|&i| sentence.word(i) == "by")?;
    let phrase = sentence.as_speaker(sentence.starting(by + 1)?);
    let phrase = sentence.named_in_apposition(phrase);
    let body = sentence.is(phrase.end - 1, ROLE.or(BODY));
    (body || matches!(phrase.head, Head::Name(_))).then_some(phrase)
}

/// Who says what the participle at `at` tells. `last` was heard before it in the sentence.
pub(super) fn behind(sentence: &Sentence<'_>, at: usize, last: Option<Heard>) -> Option<Phrase> {
    // A label before the sentence: "Harbors: Ruiz closed them all, citing …"
    let label = (sentence.start..at.min(sentence.start + 8)).rev().find(|&i| sentence.kind(i) == Kind::Colon);
    let start = label.map_or(sentence.start, |colon| colon + 1);
    let main = || if label.is_some() { None } else { sentence.main_subject() };
    if at < start + REACH && (start..at).all(|i| sentence.is(i, PREPOSITION.or(ADVERB).or(CONJUNCTION))) {
        // "Calling it “dead,” Ruiz left": the main clause begins behind the quotation.
        let ahead = (at + 1)..sentence.end.min(at + REACH);
        let end = { ahead }.find(|&i| matches!(sentence.kind(i), Kind::Quote(_) | Kind::Comma));
        let quoted = end.filter(|&i| sentence.kind(i) != Kind::Comma || label.is_some());
        return quoted.and_then(|i| sentence.first_subject(i + 1, sentence.end)).or_else(main);
    }
    let loose = sentence.kind(at - 1) != Kind::Word || sentence.is(at - 1, PREPOSITION.or(CONJUNCTION).or(ADVERB));
    if !loose {
        // "calls from owners saying", "a letter warning"
        let noun = || plain_noun(sentence, at).filter(|p| is_agent(sentence, p.end - 1));
        return sentence.ending(at).or_else(noun).filter(|p| speaks(*p));
    }
    if let Some(last) = last {
        // "When Ruiz asked, Oslo answered by saying": a new clause has its own subject.
        let clause = (last.cue..at).rev().filter(|&i| sentence.kind(i) == Kind::Comma).take(COMMAS);
        let subject = { clause }.filter_map(|comma| sentence.starting(comma + 1)).find(|p| {
            speaks(*p)
                && p.end < at
                && sentence.kind(p.end) == Kind::Word
                && !sentence.is(p.end, PREPOSITION.or(RELATIVE))
        });
        return Some(subject.unwrap_or(last.phrase));
    }
    if let Some(phrase) = sentence.stretch_subject(at) {
        return Some(phrase);
    }
    let named = main().or_else(|| sentence.first_subject(start, at)).filter(|p| p.end <= at);
    // "Three glaziers …, saying"
    let opening = || {
        let phrase = sentence.starting(sentence.start)?;
        let noun = (phrase.start..phrase.end).find(|&i| !sentence.is(i, DETERMINER) && is_agent(sentence, i))?;
        Some(Phrase { end: noun + 1, head: Head::Role(noun), possessive: false, ..phrase })
    };
    named.or_else(opening)
}
