//! Who may be speaking: names, roles and pronouns turned into sources, with a short memory of who was spoken of.

use super::{
    Source,
    lexicon::{
        self, ADVERB, AUXILIARY, BODY, CONCERN, CONJUNCTION, Class, FEMALE, FINITE, GIVEN_NAME, HE, IT, MALE, NATIONAL,
        PARTICLE, PLURAL, PREPOSITION, ROLE, SHE, SPEAKER, SUFFIX, THEY, TITLE,
    },
    names::{self, Names, Sort},
    phrases::{self, Head, Phrase},
    words::{Kind, Token},
};
use crate::{gazetteer::Gazetteer, mention::Mention};
use std::collections::{HashMap, HashSet, VecDeque};

/// How many sentences the memory goes back: a pronoun's person stands closer than that.
const SENTENCES: usize = 8;

/// A speaker's number in [`Speakers`].
pub(super) type SpeakerId = usize;

/// Somebody, or a body, that can speak.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub(super) source: Source,
    pub(super) gender: Class,
    pub(super) sort: Sort,
    pub(super) plural: bool,
    /// In how many sentences it was the subject or spoke: whom an article is about, "she" is too.
    pub(super) sentences: u32,
}

/// How a phrase led to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By a name.
    Name,
    /// By a role of its own: "a senior official".
    Role,
    /// By a description that refers back: "the minister".
    Back,
    /// By a pronoun.
    Pronoun,
}

/// A sentence as the memory keeps it.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Whom the sentence is about.
    pub(super) subject: Option<SpeakerId>,
    /// Who else is named.
    pub(super) others: Vec<SpeakerId>,
    /// Number of its paragraph.
    pub(super) paragraph: usize,
    /// Who is quoted in it.
    pub(super) speaker: Option<SpeakerId>,
    /// Who is reported in it to have said something.
    pub(super) reported: Option<SpeakerId>,
}

/// The paragraph at hand.
#[derive(Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    pub(super) mentions: &'p [Mention],
    /// Its number, from 1.
    pub(super) number: usize,
}

impl Page<'_> {
    /// The actor whose mention ends with token `at`.
    fn actor_ending(&self, at: usize) -> Option<usize> {
        let end = self.tokens.get(at)?.span.end;
        let found = self.mentions.binary_search_by_key(&end, |m| m.span.end).ok()?;
        Some(self.mentions[found].actor)
    }
}

/// All speakers of a document and who was spoken of last.
pub(super) struct Speakers<'g> {
    actors: HashMap<&'g str, usize>,
    names: Names,
    list: Vec<Speaker>,
    by_id: HashMap<String, SpeakerId>,
    /// Who was introduced as "mayor", "spokeswoman".
    roles: HashMap<String, SpeakerId>,
    /// The latest unnamed speaker for each noun.
    unnamed: HashMap<String, SpeakerId>,
    /// The latest unnamed speaker of all.
    latest: Option<SpeakerId>,
    /// Whose name may hold more than the name.
    unsure: HashSet<SpeakerId>,
    /// The latest body for each of its words: "ministry", "union".
    bodies: HashMap<String, SpeakerId>,
    /// The names of the sentence at hand, by the byte they start at.
    known: Vec<(usize, Option<SpeakerId>)>,
    memory: VecDeque<Record>,
    clock: usize,
}

impl<'g> Speakers<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer, names: Names) -> Self {
        Speakers {
            actors: gazetteer.actors().iter().enumerate().map(|(index, actor)| (actor.id.as_str(), index)).collect(),
            names,
            list: Vec::new(),
            by_id: HashMap::new(),
            roles: HashMap::new(),
            unnamed: HashMap::new(),
            latest: None,
            unsure: HashSet::new(),
            bodies: HashMap::new(),
            known: Vec::new(),
            memory: VecDeque::new(),
            clock: 0,
        }
    }

    pub(super) fn get(&self, id: SpeakerId) -> &Speaker {
        &self.list[id]
    }

    /// Whether a speaker's name surely is the name alone.
    pub(super) fn is_sure_of_name(&self, id: SpeakerId) -> bool {
        !self.unsure.contains(&id)
    }

    /// The latest sentences, newest first.
    pub(super) fn recent(&self) -> impl Iterator<Item = &Record> {
        self.memory.iter().rev()
    }

    /// Keeps a sentence in mind.
    pub(super) fn remember(&mut self, record: Record) {
        if self.memory.len() == SENTENCES {
            self.memory.pop_front();
        }
        for id in record.speaker.into_iter().chain(record.subject.filter(|&s| record.speaker != Some(s))) {
            self.list[id].sentences += 1;
        }
        self.memory.push_back(record);
    }

    fn intern(&mut self, speaker: Speaker) -> SpeakerId {
        let key = match &speaker.source {
            Source::Actor(index) => format!("@{index}"),
            Source::Named(id) | Source::Unnamed(id) => id.clone(),
        };
        if let Some(&known) = self.by_id.get(&key) {
            let kept = &mut self.list[known];
            if kept.gender == Class::default() {
                kept.gender = speaker.gender;
            }
            return known;
        }
        self.list.push(speaker);
        self.by_id.insert(key, self.list.len() - 1);
        self.list.len() - 1
    }

    /// Leaves out lone capitals that open a sentence and are no name: "Furious nurses …", "Heard that …".
    pub(super) fn leave_out_common(&self, page: Page<'_>, phrases: &mut Vec<Phrase>, end: usize) {
        let Some(phrase) = phrases.first() else { return };
        let Head::Name(run) = phrase.head else { return };
        let token = page.tokens[run.start];
        let lone = run.end - run.start == 1 && phrase.end == run.end && !token.possessive;
        let next = page.tokens.get(run.end).filter(|_| run.end < end);
        // "Ruiz on Friday said" opens with a name, "Drivers of vans said" and "Speaking at dawn" do not.
        let word = token.span.of(page.text);
        let named = |t: &Token| t.is(PREPOSITION) && !["s", "ing", "ed"].iter().any(|e| word.ends_with(e));
        let verbal = next
            .is_none_or(|t| t.kind != Kind::Word || t.is(FINITE.or(AUXILIARY).or(ADVERB).or(CONJUNCTION)) || named(t));
        if lone && !verbal && !self.names.knows(token.span.of(page.text)) {
            phrases.remove(0);
        }
    }

    /// Takes note of the phrases of a sentence: who bears which role, which bodies are named.
    pub(super) fn meet(&mut self, page: Page<'_>, phrases: &[Phrase]) {
        self.known.clear();
        for (n, phrase) in phrases.iter().enumerate() {
            let Head::Name(run) = phrase.head else { continue };
            let id = self.bearer(page, *phrase);
            self.known.push((page.tokens[run.core].span.start, id));
            let Some(id) = id else { continue };
            if self.list[id].sort == Sort::Body {
                for token in page.tokens[run.core..run.end].iter().filter(|t| t.is(BODY)) {
                    self.bodies.insert(token.span.of(page.text).to_lowercase(), id);
                }
                continue;
            }
            self.introduce(page, phrase.start..run.core, id);
            let next = phrases.get(n + 1).filter(|p| adjoins(page, phrase.end, p.start) && !p.possessive);
            let before = n.checked_sub(1).and_then(|b| phrases.get(b)).filter(|p| adjoins(page, p.end, phrase.start));
            for other in [next, before].into_iter().flatten() {
                if let Head::Role(noun) = other.head {
                    self.introduce(page, other.start..noun + 1, id);
                }
            }
        }
    }

    fn introduce(&mut self, page: Page<'_>, range: std::ops::Range<usize>, id: SpeakerId) {
        for token in page.tokens.get(range).unwrap_or_default() {
            if token.is(ROLE.or(TITLE)) && !token.possessive {
                let word = token.span.of(page.text).to_lowercase();
                if token.is(MALE) != token.is(FEMALE) && self.list[id].gender == Class::default() {
                    self.list[id].gender = if token.is(MALE) { MALE } else { FEMALE };
                }
                self.roles.insert(word, id);
            }
        }
    }

    /// The speaker a name phrase stands for.
    pub(super) fn named(&mut self, page: Page<'_>, phrase: Phrase) -> Option<SpeakerId> {
        let Head::Name(run) = phrase.head else { return None };
        match self.known.binary_search_by_key(&page.tokens[run.core].span.start, |k| k.0) {
            Ok(at) => self.known[at].1,
            Err(_) => self.bearer(page, phrase),
        }
    }

    fn bearer(&mut self, page: Page<'_>, phrase: Phrase) -> Option<SpeakerId> {
        let Head::Name(run) = phrase.head else { return None };
        let index = self.names.fullest(page.text, page.tokens, run);
        self.clock += 1;
        if let Some(index) = index {
            self.names.see(index, self.clock);
        }
        let name = index.map(|i| self.names.get(i));
        let mentioned = page.actor_ending(run.end - 1);
        // A fuller name of this document beats a surname of the story: another Allen is not ours.
        let actor = name.and_then(|n| n.actor).or_else(|| mentioned.filter(|_| name.is_none_or(|n| n.words.len() < 2)));
        let printed =
            name.map_or_else(|| names::core_span(page.tokens, run).of(page.text).to_owned(), |n| n.words.join(" "));
        let (sort, gender) = name.map_or((Sort::Unclear, Class::default()), |n| (n.sort, n.gender));
        // "Glassblower Hild Arnesson": three words of which none is known for a given name may hold a title.
        let long = |w: &&str| {
            w.chars().filter(|c| c.is_alphabetic()).count() > 1 && !lexicon::classes(w).is(PARTICLE.or(SUFFIX))
        };
        let unsure = actor.is_none()
            && sort != Sort::Body
            && printed.split(' ').filter(long).count() > 2
            && !printed.split(' ').next().is_some_and(|w| lexicon::classes(w).is(GIVEN_NAME));
        let plain = page.tokens[run.end - 1];
        let plural = plain.is(PLURAL) || plain.is(NATIONAL) && phrase.start < run.start;
        let source = match actor {
            Some(index) => Source::Actor(index),
            None => {
                let id = match names::government(&printed) {
                    Some(id) => id.to_owned(),
                    None => names::kebab(&printed),
                };
                match self.actors.get(id.as_str()) {
                    Some(&index) => Source::Actor(index),
                    None if id.is_empty() => return None,
                    None => Source::Named(id),
                }
            }
        };
        let sort = if names::government(&printed).is_some() { Sort::Body } else { sort };
        let id = self.intern(Speaker { source, gender, sort, plural, sentences: 0 });
        if unsure {
            self.unsure.insert(id);
        }
        Some(id)
    }

    /// The speaker any phrase stands for.
    pub(super) fn resolve(&mut self, page: Page<'_>, phrase: Phrase) -> Option<(SpeakerId, Way)> {
        self.resolve_near(page, phrase, None)
    }

    /// The same, with `here` standing nearest of the sentences that a pronoun may look back to.
    pub(super) fn resolve_near(
        &mut self,
        page: Page<'_>,
        phrase: Phrase,
        here: Option<&Record>,
    ) -> Option<(SpeakerId, Way)> {
        match phrase.head {
            Head::Other => None,
            Head::Pronoun => {
                self.pronoun(page.tokens[phrase.start].class, page.number, here).map(|id| (id, Way::Pronoun))
            }
            Head::Name(_) => self.named(page, phrase).map(|id| (id, Way::Name)),
            Head::Role(noun) => Some(self.role(page, phrase, noun)),
        }
    }

    fn role(&mut self, page: Page<'_>, phrase: Phrase, noun: usize) -> (SpeakerId, Way) {
        if let Some(actor) = page.actor_ending(phrase.end - 1) {
            let sort = Sort::Body;
            return (
                self.intern(Speaker {
                    source: Source::Actor(actor),
                    gender: Class::default(),
                    sort,
                    plural: false,
                    sentences: 0,
                }),
                Way::Name,
            );
        }
        let token = page.tokens[noun];
        let word = token.span.of(page.text).to_lowercase();
        if let Some(id) = self.back(page, phrase, noun) {
            return (id, Way::Back);
        }
        let mut id = phrases::role_id(page.text, page.tokens, phrase);
        if id.is_empty() || matches!(word.as_str(), "second" | "third" | "fourth" | "fifth") {
            // "Another wrote": another of those before.
            if let Some(latest) = self.latest {
                return (latest, Way::Back);
            }
            id.clone_from(&word);
        }
        let gender = match (token.is(MALE), token.is(FEMALE)) {
            (true, false) => MALE,
            (false, true) => FEMALE,
            _ => Class::default(),
        };
        let plural = token.is(PLURAL);
        let sort = if token.is(ROLE) {
            Sort::Person
        } else if token.is(BODY) {
            Sort::Body
        } else {
            Sort::Unclear
        };
        let speaker = self.intern(Speaker { source: Source::Unnamed(id), gender, sort, plural, sentences: 0 });
        self.unnamed.insert(word, speaker);
        self.latest = Some(speaker);
        (speaker, Way::Role)
    }

    /// Whom a description refers back to, if it is one that does: "the minister".
    pub(super) fn back(&self, page: Page<'_>, phrase: Phrase, noun: usize) -> Option<SpeakerId> {
        let token = page.tokens[noun];
        let word = token.span.of(page.text).to_lowercase();
        let article = page.tokens[phrase.start].span.of(page.text).to_lowercase();
        // "the mayor of Lima", "the man at the door" is described afresh; "the minister" is not.
        let described = page.tokens.get(phrase.end).is_some_and(|t| {
            t.is(PREPOSITION) && matches!(t.span.of(page.text), "of" | "for" | "at" | "with" | "in" | "from" | "behind")
        });
        let one_of =
            article == "one" && page.tokens.get(phrase.start + 1).is_some_and(|t| t.span.of(page.text) == "of");
        // "the “Night Boat” singer"
        let quoted = phrase.start >= 2
            && matches!(page.tokens[phrase.start - 1].kind, Kind::Quote(_))
            && page.tokens[phrase.start - 2].span.of(page.text).eq_ignore_ascii_case("the");
        let named_inside =
            (phrase.start..noun).any(|at| page.tokens[at].capital && at > phrase.start || page.tokens[at].possessive);
        let refers =
            (one_of || quoted || matches!(article.as_str(), "the" | "this" | "that" | "these" | "those" | "both"))
                && !named_inside
                && phrase.end == noun + 1
                && !described;
        if refers { self.referred(&word, token, phrase.end - phrase.start <= 2) } else { None }
    }

    /// Whom "the minister", "the company", "the official" refers back to.
    fn referred(&self, word: &str, token: Token, alone: bool) -> Option<SpeakerId> {
        let unnamed = self.unnamed.get(word).copied();
        if let Some(&id) = self.roles.get(word) {
            return Some(id);
        }
        if token.is(BODY) && !token.is(ROLE) {
            let near = || self.recent().take(4);
            let everyone = near().flat_map(|r| r.speaker.into_iter().chain(r.subject).chain(r.others.iter().copied()));
            let subjects = near().filter_map(|r| r.speaker.or(r.subject));
            let body = { everyone }.find(|&id| self.list[id].sort == Sort::Body);
            let unclear = |&id: &SpeakerId| {
                let speaker = &self.list[id];
                speaker.sort == Sort::Unclear && matches!(speaker.source, Source::Named(_))
            };
            let latest = || { subjects }.find(unclear).or(body).filter(|_| token.is(CONCERN));
            return self.bodies.get(word).copied().or_else(latest).filter(|_| alone).or(unnamed);
        }
        if unnamed.is_some() {
            return unnamed;
        }
        if token.is(ROLE) && !token.is(PLURAL) {
            let gender = token.class;
            let near = self
                .recent()
                .take(3)
                .flat_map(|r| r.speaker.into_iter().chain(r.subject).chain(r.others.iter().copied()));
            return { near }.find(|&id| {
                let speaker = &self.list[id];
                let clash = gender.is(MALE) != gender.is(FEMALE)
                    && speaker.gender != Class::default()
                    && !gender.is(speaker.gender);
                let lone = matches!(&speaker.source, Source::Named(id) if !id.ends_with('s'));
                (speaker.sort == Sort::Person || speaker.sort == Sort::Unclear && lone) && !speaker.plural && !clash
            });
        }
        None
    }

    /// The likeliest person of a pronoun: near sentences before far ones, subjects before others, known gender before unknown.
    fn pronoun(&self, class: Class, now: usize, here: Option<&Record>) -> Option<SpeakerId> {
        if class.is(SPEAKER) {
            return None;
        }
        let mut best: Option<(u32, SpeakerId)> = None;
        for (distance, record) in here.into_iter().chain(self.recent()).enumerate() {
            let speaker = record.speaker.or(record.reported).map(|id| (id, 0)).into_iter();
            let subject = record.subject.iter().map(|&id| (id, 1));
            let led = record.subject.or(record.speaker).is_some_and(|id| self.list[id].sort == Sort::Person);
            let others = record.others.iter().map(|&id| (id, if led { 5 } else { 3 }));
            for (id, cost) in speaker.chain(subject).chain(others) {
                let Some(misfit) = self.misfit(id, class) else { continue };
                // An unnamed one of unknown gender seldom outlives its paragraph.
                let earlier = match record.paragraph == now {
                    true => 0,
                    false if matches!(self.list[id].source, Source::Unnamed(_)) => {
                        if misfit > 0 {
                            9
                        } else {
                            6
                        }
                    }
                    false => 3,
                };
                let cost = 4 * u32::try_from(distance).unwrap_or(u32::MAX) + cost + misfit + earlier;
                let cost = (cost + 3).saturating_sub(self.list[id].sentences.min(6) / 2);
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, id));
                }
            }
        }
        best.map(|(_, id)| id)
    }

    /// How badly a speaker fits a pronoun, from 0; none when not at all.
    fn misfit(&self, id: SpeakerId, pronoun: Class) -> Option<u32> {
        let speaker = &self.list[id];
        let person = if speaker.sort == Sort::Person { 0 } else { 4 };
        let body = matches!(speaker.sort, Sort::Body | Sort::Place);
        if pronoun.is(THEY) {
            return if speaker.plural {
                Some(0)
            } else if body {
                Some(6)
            } else {
                None
            };
        }
        if pronoun.is(IT) {
            return match speaker.sort {
                Sort::Body => Some(0),
                Sort::Unclear => Some(3),
                Sort::Place => Some(6),
                Sort::Person => None,
            };
        }
        let wanted = if pronoun.is(HE) { MALE } else { FEMALE };
        if body || speaker.plural || !pronoun.is(HE.or(SHE)) {
            return None;
        }
        match speaker.gender {
            g if g == wanted => Some(0),
            g if g == Class::default() => {
                Some(3 + person / 2 + if matches!(speaker.source, Source::Unnamed(_)) { 3 } else { 0 })
            }
            _ => None,
        }
    }
}

/// Whether only a comma stands between the end of one phrase and the start of the next.
fn adjoins(page: Page<'_>, end: usize, start: usize) -> bool {
    start == end + 1 && page.tokens[end].kind == Kind::Comma
}
