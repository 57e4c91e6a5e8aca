//! From quoted stretches to quotations: which count, and who said each, sentence by sentence.
//!
//! For every stretch, in order: the rules of its own sentence; else the piece before it; else who was spoken of last.
//! A fragment that nothing gives a source is a term or a title, and no quotation.

use super::{
    Certainty, Quotation,
    clause::{REACH, Sentence},
    lexicon::{self, AUXILIARY, CONJUNCTION, FINITE, NAMING, PREPOSITION, RELATIVE, SAY, SPEAKER, WORK},
    marks::Quoted,
    names::Sort,
    phrases::{self, Head, Phrase},
    reported::{Reports, Statement},
    rules::{self, Found, Who},
    speakers::{Page, Record, SpeakerId, Speakers, Way},
    words::{Kind, Token},
};
use crate::{mention::Mention, text::Span};

/// A paragraph made ready.
#[derive(Debug)]
pub(super) struct Paragraph<'m> {
    /// Index among the document's blocks.
    pub(super) block: usize,
    pub(super) quoted: Vec<Quoted>,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<(usize, usize)>,
    pub(super) mentions: &'m [Mention],
    /// Whether it goes on a quotation that the paragraph before left open.
    pub(super) goes_on: bool,
}

/// Who said something, and how that was found.
#[derive(Clone, Copy, Debug)]
struct Said {
    speaker: Option<SpeakerId>,
    cue: Option<Span>,
    certainty: Certainty,
    rule: &'static str,
}

/// What is kept from one paragraph to the next.
#[derive(Default)]
struct Thread {
    /// The last attributed quotation, and the number of its paragraph.
    last: Option<(Said, usize)>,
    /// Indexes of quotations that still wait for their source: pieces of one that runs on.
    open: Vec<usize>,
    /// The latest turns of a dialogue: speaker, paragraph, whether it was a question.
    turns: [Option<(SpeakerId, usize, bool)>; 2],
    /// Whether the paragraph before ended with a colon.
    colon: bool,
}

/// Walks a document's paragraphs and gives its quotations their sources.
pub(super) struct Walk<'t, 'g> {
    text: &'t str,
    speakers: Speakers<'g>,
    thread: Thread,
    number: usize,
    found: Vec<Attributed>,
    reports: Reports,
}

/// A quotation whose source is still a number.
pub(super) type Attributed = (Quotation, Option<SpeakerId>);

impl<'t, 'g> Walk<'t, 'g> {
    pub(super) fn new(text: &'t str, speakers: Speakers<'g>) -> Self {
        Walk { text, speakers, thread: Thread::default(), number: 0, found: Vec::new(), reports: Reports::default() }
    }

    /// All quotations and all statements, each in order of place.
    pub(super) fn finish(self) -> (Vec<Quotation>, Vec<Statement>) {
        let speakers = self.speakers;
        let statements = self.reports.finish(&self.found, &speakers);
        let sourced = |(mut quotation, speaker): Attributed| {
            quotation.source = speaker.map(|id| speakers.get(id).source.clone());
            quotation
        };
        (self.found.into_iter().map(sourced).collect(), statements)
    }

    /// Reads one paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph<'_>) {
        self.number += 1;
        let first = self.found.len();
        let mut waiting: Vec<usize> = Vec::new();
        let mut here: Option<Said> = None;
        for &(start, end) in &paragraph.sentences {
            let mut phrases = phrases::phrases(self.text, &paragraph.tokens, (start, end));
            let page =
                Page { text: self.text, tokens: &paragraph.tokens, mentions: paragraph.mentions, number: self.number };
            self.speakers.leave_out_common(page, &mut phrases, end);
            let sentence = Sentence { text: self.text, tokens: &paragraph.tokens, phrases: &phrases, start, end };
            self.speakers.meet(page, &phrases);
            self.sentence(paragraph, sentence, page, &mut waiting, &mut here);
        }
        self.settle(first, &waiting, here);
        let last = paragraph.quoted.last();
        let ended = paragraph.tokens.last();
        self.thread.colon = ended.is_some_and(|t| t.kind == Kind::Colon);
        let runs_on = last.is_some_and(|q| !q.closed) && matches!(ended.map(|t| t.kind), Some(Kind::Quote(_)));
        let piece = self.found.len().checked_sub(1).filter(|&i| i >= first && runs_on);
        match piece {
            Some(index) if self.found[index].1.is_none() => self.thread.open.push(index),
            _ if runs_on => {}
            _ => self.thread.open.clear(),
        }
    }

    fn sentence(
        &mut self,
        paragraph: &Paragraph<'_>,
        sentence: Sentence<'_>,
        page: Page<'_>,
        waiting: &mut Vec<usize>,
        here: &mut Option<Said>,
    ) {
        let mut said: Vec<(usize, Option<Said>)> = Vec::new();
        let mut spoke: Option<SpeakerId> = None;
        let mut record = None;
        for at in sentence.start..sentence.end {
            let Kind::Quote(n) = sentence.tokens[at].kind else { continue };
            let quote = paragraph.quoted[n];
            if is_nickname(&sentence, at) {
                continue;
            }
            let comma = sentence.kind(at + 1) == Kind::Comma;
            let shape = Shape::of(self.text, quote, comma);
            let record = record.get_or_insert_with(|| self.record(&sentence, page));
            let ruled = self.rules(&sentence, page, at, &shape, &said, record);
            let bare = ruled.is_none();
            let counts = match &ruled {
                Some((_, found)) => counts(&sentence, at, &shape, found),
                None => {
                    (shape.stands_alone() || shape.ends && sentence.end - sentence.start == 1)
                        && !follows_work(&sentence, at)
                }
            };
            if !counts {
                said.push((at, None));
                continue;
            }
            let continued = paragraph.goes_on && n == 0;
            let answer = match ruled {
                _ if continued && bare => {
                    self.thread.last.map(|(said, _)| Said { rule: "quotation that runs on", ..said })
                }
                Some((said, _)) => Some(said),
                None => self.context(record, *here, shape.full),
            };
            let index = self.found.len();
            let unknown =
                Said { speaker: None, cue: None, certainty: Certainty::Unknown, rule: "no source in the text" };
            let answer_or = answer.unwrap_or(unknown);
            self.found.push((
                Quotation {
                    span: quote.span,
                    source: None,
                    cue: answer_or.cue,
                    certainty: answer_or.certainty,
                    rule: answer_or.rule,
                    block: paragraph.block,
                },
                answer_or.speaker,
            ));
            if continued && !bare && answer_or.speaker.is_some() {
                let back = std::mem::take(&mut self.thread.open);
                self.assign(&back, answer_or, "quotation that runs on");
            }
            match answer {
                Some(answer) if answer.speaker.is_some() => {
                    if !bare && !waiting.is_empty() {
                        let back = std::mem::take(waiting);
                        self.assign(&back, answer, "said with the quotation behind it");
                    }
                    spoke = answer.speaker;
                    *here = Some(answer);
                    let question = self.is_question(index);
                    self.hear(answer, question);
                }
                _ if bare => waiting.push(index),
                _ => {}
            }
            said.push((at, answer));
        }
        let mut record = record.unwrap_or_else(|| self.record(&sentence, page));
        if let Some(speaker) = spoke {
            record.speaker = Some(speaker);
        }
        // "Ruiz asked her whether she had": a turn without marks.
        if said.is_empty()
            && let Some(asker) = record.subject
            && (sentence.start..sentence.end.min(sentence.start + REACH))
                .any(|i| matches!(sentence.word(i), "asked" | "asks"))
        {
            self.take_turn(asker, true);
        }
        record.reported = self.reports.sentence(paragraph.block, &sentence, page, &record, &mut self.speakers);
        self.speakers.remember(record);
    }

    /// What the memory keeps of a sentence: its subject and who else is named.
    fn record(&mut self, sentence: &Sentence<'_>, page: Page<'_>) -> Record {
        let subject = sentence.main_subject().and_then(|p| self.speakers.resolve(page, p));
        let mut record = Record { subject: subject.map(|(id, _)| id), paragraph: self.number, ..Record::default() };
        for phrase in sentence.phrases.iter().filter(|p| !matches!(p.head, Head::Pronoun)).take(8) {
            let id = match phrase.head {
                Head::Name(_) => self.speakers.named(page, *phrase),
                Head::Role(noun) if self.speakers.back(page, *phrase, noun).is_some() => {
                    self.speakers.back(page, *phrase, noun)
                }
                // "Ruiz's hand" names Ruiz.
                _ => phrases::owner(self.text, &sentence.tokens[..sentence.end], *phrase)
                    .and_then(|owner| self.speakers.named(page, owner)),
            };
            if let Some(id) = id
                && record.subject != Some(id)
                && record.others.len() < 4
            {
                record.others.push(id);
            }
        }
        record
    }

    /// The rules within the sentence, in the order in which they win.
    fn rules(
        &mut self,
        sentence: &Sentence<'_>,
        page: Page<'_>,
        at: usize,
        shape: &Shape,
        said: &[(usize, Option<Said>)],
        record: &Record,
    ) -> Option<(Said, Found)> {
        let after = rules::after(sentence, at, shape.goes_on);
        let before = || rules::before(sentence, at, !shape.full);
        let found = match after {
            // "Ruiz called it “dead,” his aide said": Ruiz's words all the same.
            Some(after) if !shape.full => before().filter(Found::is_named).or(Some(after)),
            Some(after) => Some(after),
            None => before().or_else(|| rules::later(sentence, at)),
        };
        found.and_then(|found| Some((self.said(sentence, page, found, said, record)?, found)))
    }

    /// Turns what a rule found into a speaker.
    fn said(
        &mut self,
        sentence: &Sentence<'_>,
        page: Page<'_>,
        found: Found,
        said: &[(usize, Option<Said>)],
        record: &Record,
    ) -> Option<Said> {
        let phrase = match found.who {
            Who::As(at) => {
                let earlier = said.iter().rev().find(|(token, _)| *token == at).and_then(|(_, said)| *said)?;
                return Some(Said { cue: found.cue, rule: found.rule, ..earlier });
            }
            Who::Phrase(phrase) => phrase,
        };
        if phrase.head == Head::Pronoun && sentence.is(phrase.start, SPEAKER) {
            return Some(Said {
                speaker: None,
                cue: found.cue,
                certainty: Certainty::Unknown,
                rule: "said by the writer",
            });
        }
        // A pronoun may refer to the sentence it stands in: "When Ruiz came, “…,” she said."
        // "When Ruiz asked her, she replied, “…”": the answer is another's.
        let answers =
            found.cue.is_some_and(|c| matches!(c.of(self.text), "replied" | "answered" | "responded" | "replies"));
        if phrase.head == Head::Pronoun && self.names_before(sentence, phrase) {
            let subject = record.subject.filter(|_| !answers);
            let others = record.others.iter().copied().filter(|&o| !answers || Some(o) != record.subject).collect();
            self.speakers.remember(Record { subject, others, ..*record });
        }
        let (speaker, way) = self.speakers.resolve(page, phrase)?;
        let certainty = match way {
            Way::Name if self.speakers.is_sure_of_name(speaker) => found.certainty,
            _ => Certainty::Likely,
        };
        Some(Said { speaker: Some(speaker), cue: found.cue, certainty, rule: found.rule })
    }

    fn names_before(&self, sentence: &Sentence<'_>, pronoun: Phrase) -> bool {
        sentence.phrases.iter().take_while(|p| p.start < pronoun.start).take(8).any(|p| matches!(p.head, Head::Name(_)))
    }

    /// Who said a quotation that its own sentence gives no source.
    fn context(&self, record: &Record, here: Option<Said>, full: bool) -> Option<Said> {
        let likely =
            |speaker, rule| Some(Said { speaker: Some(speaker), cue: None, certainty: Certainty::Likely, rule });
        let before = self.speakers.recent().next().filter(|r| r.paragraph == self.number);
        if let Some(said) = here {
            // “…,” she said. “…”: nothing in between but the sentence she said it in.
            let straight =
                before.is_some_and(|r| r.speaker.is_some() && r.speaker == said.speaker) && record.subject.is_none();
            let newcomer = before
                .filter(|r| r.speaker.is_none())
                .and_then(|r| r.subject)
                .filter(|&s| Some(s) != said.speaker && self.is_person(s));
            return match newcomer {
                Some(speaker) => likely(speaker, "subject of the sentence before"),
                None if straight && full => Some(Said { cue: None, rule: "next piece of a split quotation", ..said }),
                None => Some(Said { cue: None, certainty: Certainty::Likely, rule: "same speaker as before", ..said }),
            };
        }
        if let Some(subject) = record.subject.filter(|&s| self.is_person(s)) {
            return likely(subject, "subject of the sentence");
        }
        let subject = self
            .speakers
            .recent()
            .take_while(|r| r.paragraph == self.number)
            .filter_map(|r| r.speaker.or(r.subject))
            .find(|&s| self.is_person(s));
        if let Some(subject) = subject {
            return likely(subject, "subject of the sentence before");
        }
        None
    }

    fn is_person(&self, id: SpeakerId) -> bool {
        !matches!(self.speakers.get(id).sort, Sort::Place | Sort::Body)
    }

    /// Gives the quotations of a paragraph that found no source what the paragraph before suggests.
    fn settle(&mut self, first: usize, waiting: &[usize], here: Option<Said>) {
        if waiting.is_empty() {
            return;
        }
        if let Some(said) = here {
            return self.assign(waiting, said, "said with the quotation behind it");
        }
        debug_assert!(waiting.iter().all(|&i| i >= first));
        let previous = self.speakers.recent().find(|r| r.paragraph + 1 == self.number);
        let subject = previous.and_then(|r| r.speaker.or(r.subject));
        let last = self.thread.last.filter(|&(_, number)| number + 1 == self.number).and_then(|(said, _)| said.speaker);
        let asks = waiting.iter().any(|&i| self.is_question(i));
        let (speaker, rule) = match (self.turn_of(asks), subject) {
            (Some(other), _) => (Some(other), "turn in a dialogue"),
            (_, Some(subject)) if self.thread.colon || self.is_person(subject) => {
                (Some(subject), "same speaker as in the paragraph before")
            }
            _ => (last, "same speaker as in the paragraph before"),
        };
        if let Some(speaker) = speaker {
            let said = Said { speaker: Some(speaker), cue: None, certainty: Certainty::Likely, rule };
            self.assign(waiting, said, rule);
            self.hear(said, asks);
        }
    }

    /// Whose turn it is when two speak by turns and one of them asks; none outside such a dialogue.
    fn turn_of(&self, asks: bool) -> Option<SpeakerId> {
        let [Some((last, number, question)), Some((other, earlier, first))] = self.thread.turns else { return None };
        let adjacent = number + 1 == self.number && earlier + 1 >= number;
        (adjacent && last != other && (asks || question || first)).then_some(other)
    }

    fn is_question(&self, index: usize) -> bool {
        let quote = self.found[index].0.span.of(self.text);
        quote.trim_end_matches(['”', '"', '’', '\'', '»']).ends_with('?')
    }

    /// Notes who spoke last.
    fn hear(&mut self, said: Said, question: bool) {
        let Some(speaker) = said.speaker else { return };
        self.thread.last = Some((said, self.number));
        self.take_turn(speaker, question);
    }

    fn take_turn(&mut self, speaker: SpeakerId, question: bool) {
        let turn = Some((speaker, self.number, question));
        match self.thread.turns[0] {
            Some((last, number, _)) if last == speaker && number == self.number => self.thread.turns[0] = turn,
            last => self.thread.turns = [turn, last],
        }
    }

    fn assign(&mut self, indexes: &[usize], said: Said, rule: &'static str) {
        for &index in indexes {
            let (quotation, speaker) = &mut self.found[index];
            *speaker = said.speaker;
            quotation.certainty = Certainty::Likely;
            quotation.rule = rule;
        }
    }
}

/// What a quoted stretch looks like from inside.
#[derive(Debug)]
struct Shape {
    words: usize,
    /// A sentence of its own: it starts with a capital and ends like one.
    full: bool,
    /// It ends with a comma, a question, an exclamation or a dash: the sentence around it goes on.
    goes_on: bool,
    /// It ends with a full stop, a question or an exclamation mark.
    ends: bool,
    /// Every word that matters has a capital: the name or title of something.
    title: bool,
}

impl Shape {
    fn of(text: &str, quote: Quoted, comma: bool) -> Shape {
        // A quotation within ends where this one does: “‘Never,’”
        let content = quote.content.of(text).trim().trim_matches(['‘', '’', '\'', '“', '”', '"']).trim();
        let mut words = 0;
        let mut title = true;
        for word in content.split_whitespace().take(40) {
            words += 1;
            let small = word.starts_with(char::is_lowercase);
            title &= !small
                || words > 1
                    && (lexicon::classes(word).is(PREPOSITION.or(CONJUNCTION)) || matches!(word, "a" | "an" | "the"));
        }
        let capital = content.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let ended = content.ends_with(['.', '!', '?', ',', '…', '—', '–', '-', ';', ':']);
        let one = words == 1;
        let title = title && words <= 8 && (!one || !ended || content.ends_with([',', '.'])) && capital;
        Shape {
            words,
            full: capital
                && (ended || comma && words >= 3 || !quote.closed || words >= 8)
                && (!title || content.ends_with(['.', '!', '?'])),
            ends: content.ends_with(['.', '!', '?', '…']),
            goes_on: comma || content.ends_with([',', '!', '?', '…', '—', '–', '-']),
            title,
        }
    }

    /// Whether it is a quotation even where nothing says who speaks.
    fn stands_alone(&self) -> bool {
        !self.title && (self.full && self.words >= 2 || self.words >= 7)
    }
}

/// Whether a stretch that a rule gave a source is a quotation: no title of a work, no term.
fn counts(sentence: &Sentence<'_>, at: usize, shape: &Shape, found: &Found) -> bool {
    let direct = found.gap == 0 || found.gap == 1 && matches!(sentence.kind(at - 1), Kind::Comma | Kind::Colon);
    if shape.full && !shape.title {
        return true;
    }
    if follows_work(sentence, at) {
        return false;
    }
    let beside = matches!(sentence.kind(at + 1), Kind::Comma) || shape.goes_on;
    if shape.title {
        return direct
            && (beside
                || matches!(sentence.kind(at.wrapping_sub(1)), Kind::Comma | Kind::Colon)
                || sentence.is(at.wrapping_sub(1), SAY));
    }
    // the “historic” sign, its “smart” meters: a term, unless the verb gives it as a name
    let before = at.wrapping_sub(1);
    let definite = matches!(
        sentence.word(before),
        "the" | "its" | "their" | "his" | "her" | "these" | "those" | "such" | "so-called"
    ) || at > sentence.start && sentence.tokens[before].possessive;
    let modifies = sentence.kind(at + 1) == Kind::Word
        && !sentence.is(
            at + 1,
            PREPOSITION.or(CONJUNCTION).or(RELATIVE).or(AUXILIARY).or(FINITE).or(lexicon::TIME).or(lexicon::ADVERB),
        );
    let named = found.cue.is_some_and(|c| lexicon::classes(c.of(sentence.text)).is(NAMING)) && found.gap <= 3;
    !(definite && modifies && shape.words <= 3 && !named)
}

/// Whether the noun before says that this is a work's title: the film “…”, a song called “…”.
fn follows_work(sentence: &Sentence<'_>, at: usize) -> bool {
    let from = sentence.start.max(at.saturating_sub(2));
    (from..at).any(|i| sentence.is(i, WORK)) && !matches!(sentence.kind(at.wrapping_sub(1)), Kind::Colon)
}

/// Whether the stretch is a nickname inside a name: Earl “Fatha” Hines.
fn is_nickname(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.around(at).is_some_and(|p| matches!(p.head, Head::Name(run) if run.start < at && at < run.end))
}
