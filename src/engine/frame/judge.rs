//! From cues to verdicts.
//!
//! 1. names, idioms and dismissals are put aside ("National Security Council" is no cue);
//! 2. whether the subject fits: the paragraph's own words, else what most of the document is about;
//!    and whether the document is a dispute, in which weaker words decide, save where the other frame is plain;
//! 3. overlapping cues: the strongest and longest holds the words;
//! 4. the weights add up to present, absent, or not sure.

use super::{
    Evidence, Verdict,
    find::{Finder, Hit},
    lexicon::{Class, Lexicon, Reach},
    words::{Numbers, Page, Word},
};
use crate::{block::Document, mention::Mention, quotation::Certainty, text::Span};

/// The weight from which a frame is there.
const ENOUGH: usize = 4;
/// The weight from which the engine abstains rather than denies.
const SOME: usize = 3;
/// A document is about such things when one paragraph in this many is, and fewer are about others.
const ABOUT: usize = 5;

/// A document is a dispute when one paragraph in this many has half a decision or more for either frame.
const DISPUTE: usize = 4;

/// The classes of cues, in their order.
const CUES: [Class; 5] = [Class::Decides, Class::Fits, Class::Leans, Class::Adds, Class::Hints];

/// What the whole document is, as one paragraph and frame may use it.
#[derive(Clone, Copy)]
struct Whole {
    /// Whether it is about things the frames can speak of.
    about: bool,
    /// Whether it is a dispute about them, and the other frame does not outweigh this one in the paragraph.
    dispute: bool,
}

/// What speaks for a frame in a paragraph, before the document's subject is known.
#[derive(Default)]
struct Finding {
    block: usize,
    cues: Vec<Cue>,
    /// Phrases that are no cues but say how those are to be taken; empty unless they were asked for.
    others: Vec<Cue>,
    /// How many different cues there are of each class.
    different: [u32; CUES.len()],
    subject: Subject,
    /// Whether its subject fits wherever no word speaks for another one.
    anywhere: bool,
    doubted: bool,
}

/// Whether a paragraph is about things the frame can speak of: how many different words speak for that and against.
#[derive(Clone, Copy, Default)]
struct Subject {
    here: usize,
    elsewhere: usize,
}

impl Subject {
    fn is_here(self) -> bool {
        self.here > self.elsewhere
    }

    fn is_elsewhere(self) -> bool {
        self.elsewhere > self.here
    }

    /// In a document `about` the subject, a single word of another one is a figure of speech.
    fn fits(self, about: bool) -> bool {
        self.is_here() || about && self.elsewhere < 2
    }
}

impl Finding {
    /// Whether nothing speaks for the frame, nor for or against its subject.
    fn is_silent(&self) -> bool {
        self.cues.is_empty() && !self.doubted && self.subject.here == 0 && self.subject.elsewhere == 0
    }

    /// How much a cue of a class weighs in this paragraph, in quarters of a decision.
    fn weight(&self, class: Class, whole: Whole) -> usize {
        let fits = self.subject.fits(whole.about) || self.anywhere && !self.subject.is_elsewhere();
        match class {
            Class::Decides if fits || !self.subject.is_elsewhere() => 4,
            Class::Fits if fits => 4,
            Class::Leans if fits && whole.dispute => 4,
            Class::Leans | Class::Adds if fits => 2,
            Class::Hints if fits => 1,
            _ => 0,
        }
    }

    /// Whether a single cue decides, whatever else the document says.
    fn is_plain(&self, whole: Whole) -> bool {
        self.cues.iter().any(|cue| cue.class <= Class::Fits && self.weight(cue.class, whole) > 0)
    }

    /// The weight of all different cues.
    fn total(&self, whole: Whole) -> usize {
        CUES.iter().zip(self.different).map(|(class, count)| count as usize * self.weight(*class, whole)).sum()
    }
}

struct Cue {
    class: Class,
    phrase: usize,
    spans: Vec<Span>,
}

/// A verdict for each paragraph of `document` and each frame, in order of place.
pub(super) fn verdicts<'a>(
    document: &'a Document<'_>,
    mentions: &[Mention],
    lexicons: [&'a Lexicon; 2],
) -> impl Iterator<Item = Verdict> + 'a {
    let (findings, paragraphs) = findings(document, mentions, lexicons, [false; 2]);
    judged(document, findings, paragraphs, lexicons)
}

/// The same, with every cue that stands in the paragraphs, for each frame; for those with `others` also the phrases that only say how
/// cues are to be taken.
pub(super) fn tried(
    document: &Document<'_>,
    mentions: &[Mention],
    lexicons: [&Lexicon; 2],
    others: [bool; 2],
) -> (Vec<Verdict>, [Vec<super::Cue>; 2]) {
    let (findings, paragraphs) = findings(document, mentions, lexicons, others);
    let cues = [0, 1].map(|n| {
        let of_paragraph = |finding: &Finding| {
            let block = finding.block;
            let cue = |cue: &Cue| super::Cue {
                block,
                spans: cue.spans.clone(),
                rule: lexicons[n].rule(cue.phrase).0,
                speaks: cue.class <= Class::Hints,
            };
            finding.cues.iter().chain(&finding.others).map(cue).collect::<Vec<_>>()
        };
        findings.iter().flat_map(|finding| of_paragraph(&finding[n])).collect()
    });
    (judged(document, findings, paragraphs, lexicons).collect(), cues)
}

/// Verdicts from what speaks for the frames in `paragraphs` paragraphs.
fn judged<'a>(
    document: &'a Document<'_>,
    findings: Vec<[Finding; 2]>,
    paragraphs: usize,
    lexicons: [&'a Lexicon; 2],
) -> impl Iterator<Item = Verdict> + 'a {
    let text = document.text;
    let count = |is: &dyn Fn(&[Finding; 2]) -> bool| findings.iter().filter(|f| is(f)).count();
    let is_many = |some: usize, share: usize| paragraphs > 1 && some * share >= paragraphs;
    let here = count(&|f| f.iter().any(|frame| frame.subject.is_here()));
    let elsewhere = count(&|f| f.iter().all(|frame| frame.subject.is_elsewhere()));
    let whole = Whole { about: is_many(here, ABOUT) && here > elsewhere, dispute: false };
    let has_cues = |f: &[Finding; 2]| [0, 1].iter().any(|&n| f[n].total(whole) >= ENOUGH / 2);
    let is_dispute = whole.about && is_many(count(&has_cues), DISPUTE);
    let mut findings = findings.into_iter().peekable();
    document.paragraphs().flat_map(move |(block, _)| {
        let Some(f) = findings.next_if(|f| f[0].block == block) else {
            return [0, 1].map(|framing| absent(block, framing));
        };
        [0, 1].map(|n| {
            let (own, other) = (&f[n], &f[1 - n]);
            let dispute = is_dispute && !other.is_plain(whole) && own.total(whole) >= other.total(whole);
            verdict(own, Whole { dispute, ..whole }, lexicons[n], text, n)
        })
    })
}

/// What speaks for the frames, paragraphs without anything left out, and how many paragraphs there are; with `others` also what
/// only says how that is to be taken.
fn findings(
    document: &Document<'_>,
    mentions: &[Mention],
    lexicons: [&Lexicon; 2],
    others: [bool; 2],
) -> (Vec<[Finding; 2]>, usize) {
    let text = document.text;
    let lower = text.to_ascii_lowercase();
    let mut finders = [0, 1].map(|n| Finder::new(lexicons[n], text, &lower));
    let mentions: Vec<Span> = mentions.iter().map(|m| m.span).collect();
    let (mut page, mut numbers) = (Page::default(), Numbers::new());
    let (mut findings, mut paragraphs) = (Vec::new(), 0);
    for (block, paragraph) in document.paragraphs() {
        paragraphs += 1;
        let from = mentions.partition_point(|m| m.end <= paragraph.span.start);
        let to = mentions.partition_point(|m| m.start < paragraph.span.end);
        page.read(text, &lower, paragraph.span, mentions.get(from..to).unwrap_or_default(), &mut numbers);
        // Most paragraphs have no word of either lexicon, and are passed over.
        let can_hit = [0, 1].map(|n| finders[n].can_hit(&page));
        if can_hit == [false; 2] {
            continue;
        }
        let both = [0, 1].map(|n| finding(block, &page, lexicons[n], finders[n].hits(&page), others[n]));
        if others.contains(&true) || !both.iter().all(Finding::is_silent) {
            findings.push(both);
        }
    }
    (findings, paragraphs)
}

fn finding(block: usize, page: &Page, lexicon: &Lexicon, hits: Vec<Hit>, others: bool) -> Finding {
    if hits.is_empty() {
        return Finding { block, anywhere: !lexicon.has_subject, ..Finding::default() };
    }
    let words = &page.words;
    let class = |hit: &Hit| lexicon.phrases[hit.phrase].class;
    let conditions = Conditions::new(&hits, words, lexicon);

    let mut aside = vec![false; words.len()];
    let mut doubted = false;
    for hit in hits.iter().filter(|h| matches!(class(h), Class::Never | Class::Doubt)) {
        if conditions.hold(hit) {
            doubted |= class(hit) == Class::Doubt;
            let (from, to) = (hit.pieces[0].0, hit.pieces[hit.pieces.len() - 1].1);
            aside[from..to].iter_mut().for_each(|a| *a = true);
        }
    }
    let is_aside = |hit: &Hit| {
        let mut covered = hit.pieces.iter().flat_map(|&(from, to)| from..to);
        let printed = lexicon.phrases[hit.phrase].printed;
        covered.clone().any(|at| aside[at])
            || covered.clone().all(|at| page.is_mentioned[at])
            || !printed
                && covered.all(|at| {
                    page.capital_tells[at] && (!words[at].opens || page.capital_tells.get(at + 1) == Some(&true))
                })
    };
    let count = |wanted| {
        let mut phrases: Vec<usize> = hits
            .iter()
            .filter(|h| class(h) == wanted && !h.pieces.iter().any(|&(from, to)| aside[from..to].contains(&true)))
            .filter(|h| conditions.hold(h))
            .map(|h| h.phrase)
            .collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases.len()
    };
    let subject = Subject { here: count(Class::Context), elsewhere: count(Class::Elsewhere) };
    let mut standing: Vec<&Hit> =
        hits.iter().filter(|h| class(h) <= Class::Hints && !is_aside(h) && conditions.hold(h)).collect();
    standing.sort_by_cached_key(|h| {
        (class(h), std::cmp::Reverse(h.pieces.iter().map(|(from, to)| to - from).sum::<usize>()))
    });
    let spans = |ranges: &[(usize, usize)]| {
        let span = |&(from, to): &(usize, usize)| Span::new(words[from].span.start, words[to - 1].span.end);
        ranges.iter().map(span).collect()
    };
    let cue =
        |hit: &Hit, ranges: &[(usize, usize)]| Cue { class: class(hit), phrase: hit.phrase, spans: spans(ranges) };
    let is_other =
        |hit: &&Hit| others && (Class::Doubt..Class::Condition).contains(&class(hit)) && conditions.hold(hit);
    let others = hits.iter().filter(is_other).map(|hit| cue(hit, &joined(&hit.pieces))).collect();
    let mut taken = vec![false; words.len()];
    let mut cues = Vec::new();
    for hit in standing {
        let ranges = joined(&hit.pieces);
        let free = !ranges.iter().any(|&(from, to)| taken[from..to].contains(&true));
        if free {
            ranges.iter().for_each(|&(from, to)| taken[from..to].iter_mut().for_each(|t| *t = true));
            cues.push(cue(hit, &ranges));
        }
    }
    let mut counted: Vec<(Class, usize)> = cues.iter().map(|c| (c.class, c.phrase)).collect();
    counted.sort_unstable();
    counted.dedup();
    let different = CUES.map(|class| counted.iter().map(|(c, _)| u32::from(*c == class)).sum());
    Finding { block, cues, others, different, subject, anywhere: !lexicon.has_subject, doubted }
}

/// The hits that conditions ask for, filed by phrase and sentence.
struct Conditions<'h> {
    lexicon: &'h Lexicon,
    words: &'h [Word],
    filed: Vec<(usize, usize, &'h Hit)>,
}

impl<'h> Conditions<'h> {
    fn new(hits: &'h [Hit], words: &'h [Word], lexicon: &'h Lexicon) -> Self {
        let asked = hits.iter().filter(|h| lexicon.phrases[h.phrase].class == Class::Condition);
        let mut filed: Vec<_> = asked.map(|h| (h.phrase, words[h.pieces[0].0].sentence, h)).collect();
        filed.sort_by_key(|&(phrase, sentence, _)| (phrase, sentence));
        Conditions { lexicon, words, filed }
    }

    /// Whether everything that a hit's phrase asks for stands where it must, on other words than its own.
    fn hold(&self, hit: &Hit) -> bool {
        let apart = |other: &Hit| !other.pieces.iter().any(|o| hit.pieces.iter().any(|h| o.0 < h.1 && h.0 < o.1));
        let sentence = self.words[hit.pieces[0].0].sentence;
        self.lexicon.phrases[hit.phrase].conditions.iter().all(|&(reach, phrase)| {
            let from = |place| self.filed.partition_point(|&(p, s, _)| (p, s) < place);
            let near = |range: std::ops::Range<usize>| self.filed[range].iter().any(|&(.., other)| apart(other));
            match reach {
                Reach::Paragraph => near(from((phrase, 0))..from((phrase + 1, 0))),
                Reach::Sentence => near(from((phrase, sentence))..from((phrase, sentence + 1))),
                Reach::NotSentence => !near(from((phrase, sentence))..from((phrase, sentence + 1))),
            }
        })
    }
}

/// A hit's pieces, those that few words part made one.
fn joined(pieces: &[(usize, usize)]) -> Vec<(usize, usize)> {
    const FEW: usize = 3;
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &(from, to) in pieces {
        match ranges.last_mut() {
            Some(last) if from <= last.1 + FEW => last.1 = to,
            _ => ranges.push((from, to)),
        }
    }
    ranges
}

/// Nothing speaks for the frame.
fn absent(block: usize, framing: usize) -> Verdict {
    Verdict { block, framing, present: Some(false), certainty: Certainty::Certain, evidence: Vec::new(), reason: None }
}

fn verdict(finding: &Finding, whole: Whole, lexicon: &Lexicon, text: &str, framing: usize) -> Verdict {
    let weight = |class| finding.weight(class, whole);
    let total = finding.total(whole);
    let decisive = |class| class <= Class::Fits && weight(class) > 0;
    let decided = finding.is_plain(whole);
    let mut evidence: Vec<Evidence> = finding
        .cues
        .iter()
        .filter(|c| if decided { decisive(c.class) } else { weight(c.class) > 0 })
        .flat_map(|c| {
            let (rule, number) = lexicon.rule(c.phrase);
            c.spans.iter().map(move |&span| Evidence { span, rule: rule.clone(), number: number.clone() })
        })
        .collect();
    evidence.sort_by_key(|e| e.span);
    let (present, certainty) = match total {
        0 if !finding.doubted => (Some(false), Certainty::Certain),
        ENOUGH.. if decided => (Some(true), Certainty::Certain),
        ENOUGH.. => (Some(true), Certainty::Likely),
        _ if finding.doubted => (None, Certainty::Unknown),
        SOME.. => (None, Certainty::Unknown),
        _ => (Some(false), Certainty::Likely),
    };
    let reason = present.is_none().then(|| {
        if finding.doubted {
            return "the words name the frame and deny it".to_owned();
        }
        let weak: Vec<&str> = evidence.iter().map(|e| e.span.of(text)).collect();
        ["only weak cues: ", &weak.join(", ")].concat()
    });
    if present != Some(true) {
        evidence.clear();
    }
    Verdict { block: finding.block, framing, present, certainty, evidence, reason }
}
