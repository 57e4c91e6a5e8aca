//! What a summary made of each paragraph of its article: kept, merged, changed or dropped.
//!
//! 1. the pairs of the comparison say where each paragraph of the summary stands in the article;
//! 2. each clause of the summary looks around there for the paragraphs it has its words from;
//! 3. a paragraph that a clause has words from is answered; whether it is changed is judged by names, numbers, negations
//!    and who speaks ([`speaker`](super::speaker)).
//!
//! What the summary merely leaves out of an answered paragraph is no change. A fate is a rule's word, as a class is.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};

use super::{
    Comparison, Relation,
    align::Rarity,
    compare,
    fact::{Facts, NameSet, Names, is_negation},
    features::{Features, common},
    speaker::speakers,
    token::{Class, Token, sentences, tokens},
};
use crate::{block::Document, text::Span};

/// What became of a paragraph of an article in its summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Paragraphs of the summary answer it and no other.
    Kept,
    /// A paragraph of the summary answers it together with others.
    Merged,
    /// It is answered, but not with the same facts: a speaker it names is named no longer, or a sentence that has its
    /// words from it brings a name or number which is not there, or negates what it states.
    Changed,
    /// No paragraph of the summary answers it.
    Dropped,
}

impl Fate {
    /// A word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::Kept => "kept",
            Fate::Merged => "merged",
            Fate::Changed => "changed",
            Fate::Dropped => "dropped",
        }
    }
}

/// A paragraph of the article, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphFate {
    /// Block index in the article.
    pub block: usize,
    /// What became of it.
    pub fate: Fate,
    /// Block indices in the summary that answer it, in order.
    pub answers: Vec<usize>,
    /// Why, in a few words for people.
    pub reason: &'static str,
}

/// Part of a clause's words, by how rare they are, that a paragraph brings when it is a source of the clause. Less is what
/// two texts on one subject share by chance, as in [`align`](super::align).
const SOURCE: f64 = 0.2;

/// Stems that the best source of a clause shares with it at least.
const FEWEST: usize = 2;

/// Stems that any further source brings at least.
const FEWEST_FURTHER: usize = 3;

/// Words of a clause at least; less is left with its neighbor.
const CLAUSE: usize = 6;

/// Part of a clause's words that a sentence shares when the two are one statement, so that a negation can be missed.
const STATEMENT: f64 = 0.5;

/// Sentences of a paragraph that are looked at; no paragraph of news has more.
const SENTENCES: usize = 40;

/// Paragraphs of the article in which the sources of one paragraph of the summary are looked for, at most.
const WINDOW: usize = 60;

/// Stems they share at least.
const FEWEST_STATED: usize = 4;

/// Compares two documents, whichever of them came first: where `second` is no edition and no summary of `first`, `first` may
/// be a summary of `second`. The flag says that the two were exchanged for the comparison.
pub fn compare_either_way(first: &Document<'_>, second: &Document<'_>) -> (Comparison, bool) {
    let comparison = compare(first, second);
    if comparison.relation == Relation::Unrelated {
        let exchanged = compare(second, first);
        if exchanged.relation != Relation::Unrelated {
            return (exchanged, true);
        }
    }
    (comparison, false)
}

/// The fates of all paragraphs of `first`, in order; `comparison` is that of `first` with `second`. Of unrelated documents
/// everything is dropped.
pub fn fates(first: &Document<'_>, second: &Document<'_>, comparison: &Comparison) -> Vec<ParagraphFate> {
    let (article, summary) = (Paragraphs::of(first), Paragraphs::of(second));
    let mut names = Names::default();
    article.tokens.iter().chain(&summary.tokens).for_each(|tokens| names.learn(tokens));
    let clauses = match comparison.relation {
        Relation::Unrelated => Vec::new(),
        Relation::Edition | Relation::Summary => traced(&article, &summary, comparison),
    };
    let mut answers: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); article.blocks.len()];
    for pair in &comparison.pairs {
        for m in pair.first.iter().filter_map(|&block| article.place(block)) {
            answers[m].extend(pair.second.iter().filter_map(|&block| summary.place(block)));
        }
    }
    for clause in &clauses {
        clause.sources.iter().for_each(|&m| _ = answers[m].insert(clause.paragraph));
    }
    let changed = changed(&article, &clauses, &names);
    let said = speakers(first, &article.tokens, &article.texts, &names);
    let mut answered = vec![0; summary.blocks.len()];
    answers.iter().flatten().for_each(|&n| answered[n] += 1);
    let named: Vec<NameSet> = summary.tokens.iter().map(|t| NameSet::new(&Facts::of(t.iter(), &names).names)).collect();
    let fate = |m: usize| {
        let answers = &answers[m];
        let unheard = |speaker: &Vec<String>| !answers.iter().any(|&n| speaker.iter().any(|name| named[n].has(name)));
        if answers.is_empty() {
            (Fate::Dropped, "no paragraph has its words")
        } else if let Some(reason) = changed[m] {
            (Fate::Changed, reason)
        } else if said[m].iter().any(unheard) {
            (Fate::Changed, "who says it is named no longer")
        } else if answers.iter().all(|&n| answered[n] == 1) {
            (Fate::Kept, "answered by itself")
        } else {
            (Fate::Merged, "answered together with others")
        }
    };
    (0..article.blocks.len())
        .map(|m| {
            let (fate, reason) = fate(m);
            let answers = answers[m].iter().map(|&n| summary.blocks[n]).collect();
            ParagraphFate { block: article.blocks[m], fate, answers, reason }
        })
        .collect()
}

/// A clause of the summary, and the paragraphs of the article that it has its words from.
struct Clause<'t> {
    /// Of the summary.
    paragraph: usize,
    tokens: &'t [Token],
    features: Features,
    /// Of the article, the best first.
    sources: Vec<usize>,
    /// Where in the article they were looked for.
    window: Range<usize>,
}

/// All clauses of the summary with their sources.
fn traced<'p>(article: &Paragraphs<'_>, summary: &'p Paragraphs<'_>, comparison: &Comparison) -> Vec<Clause<'p>> {
    let rarity = Rarity::new(&article.features, &summary.features);
    let windows = windows(article, summary, comparison);
    let mut traced = Vec::new();
    for (paragraph, tokens) in summary.tokens.iter().enumerate() {
        let text = summary.texts[paragraph];
        for sentence in sentences(text, tokens) {
            for clause in clauses(tokens, sentence) {
                let tokens = &tokens[clause];
                let (Some(head), Some(tail)) = (tokens.first(), tokens.last()) else { continue };
                let features = Features::of(Span::new(head.span.start, tail.span.end).of(text));
                let window = windows[paragraph].clone();
                let sources = sources(&rarity, article, &features, window.clone());
                traced.push(Clause { paragraph, tokens, features, sources, window });
            }
        }
    }
    traced
}

/// The paragraphs a clause has its words from: the one that brings most of them, and whoever brings many of the rest.
fn sources(rarity: &Rarity, article: &Paragraphs<'_>, clause: &Features, window: Range<usize>) -> Vec<usize> {
    let weight = |stems: &[u64]| stems.iter().map(|&stem| rarity.weight(stem)).sum::<f64>();
    let all = weight(&clause.stems);
    let (mut sources, mut rest) = (Vec::new(), clause.stems.clone());
    loop {
        let brought = |m: usize| -> Vec<u64> {
            let stems = &article.features[m].stems;
            rest.iter().copied().filter(|stem| stems.binary_search(stem).is_ok()).collect()
        };
        let best = window.clone().map(|m| (m, brought(m))).max_by(|a, b| weight(&a.1).total_cmp(&weight(&b.1)));
        let fewest = if sources.is_empty() { FEWEST } else { FEWEST_FURTHER };
        match best {
            Some((m, stems)) if stems.len() >= fewest && weight(&stems) >= SOURCE * all => {
                rest.retain(|stem| !stems.contains(stem));
                sources.push(m);
            }
            _ => return sources,
        }
    }
}

/// A sentence's clauses: cut at its commas where enough words stand on either side.
fn clauses(tokens: &[Token], sentence: Range<usize>) -> Vec<Range<usize>> {
    let words = |range: Range<usize>| tokens[range].iter().filter(|t| t.class == Class::Word).count();
    let mut left = words(sentence.clone());
    let (mut clauses, mut start, mut here) = (Vec::new(), sentence.start, 0);
    for n in sentence.clone() {
        let word = usize::from(tokens[n].class == Class::Word);
        (here, left) = (here + word, left - word);
        if matches!(tokens[n].key.as_str(), "," | ";" | ":" | "-") && here >= CLAUSE && left >= CLAUSE {
            clauses.push(start..n + 1);
            (start, here) = (n + 1, 0);
        }
    }
    clauses.push(start..sentence.end);
    clauses
}

/// For each paragraph of the article why a clause that has its words from it states something else.
fn changed(article: &Paragraphs<'_>, clauses: &[Clause<'_>], names: &Names) -> Vec<Option<&'static str>> {
    let facts: Vec<Facts> = article.tokens.iter().map(|tokens| Facts::of(tokens.iter(), names)).collect();
    let known = NameSet::new(&facts.iter().flat_map(|f| f.names.iter().cloned()).collect::<Vec<String>>());
    let numbers: Vec<HashSet<&String>> = facts.iter().map(|f| f.numbers.iter().collect()).collect();
    let mut changed = vec![None; article.blocks.len()];
    for clause in clauses {
        let Some(&m) = clause.sources.first() else { continue };
        let stated = Facts::of(clause.tokens.iter(), names);
        // "The two countries" counts nothing.
        let number = |number: &&String| !matches!(number.as_str(), "1e0" | "2e0");
        let counted = |number: &String| numbers[clause.window.clone()].iter().any(|all| all.contains(number));
        if stated.numbers.iter().filter(number).any(|number| !counted(number)) {
            changed[m] = Some("a number that is not there");
        } else if stated.names.iter().any(|name| !known.has(name)) {
            changed[m] = Some("a name that is not there");
        } else if article.negated(m, &clause.features).is_some_and(|negated| negated != (stated.negations > 0)) {
            changed[m] = Some("negated in one only");
        }
    }
    changed
}

/// The paragraphs of a document.
struct Paragraphs<'t> {
    blocks: Vec<usize>,
    texts: Vec<&'t str>,
    features: Vec<Features>,
    tokens: Vec<Vec<Token>>,
    sentences: Vec<Vec<Sentence>>,
}

impl<'t> Paragraphs<'t> {
    fn of(document: &Document<'t>) -> Self {
        let (blocks, texts): (Vec<usize>, Vec<&str>) =
            document.paragraphs().map(|(index, block)| (index, block.span.of(document.text))).unzip();
        let features = texts.iter().map(|text| Features::of(text)).collect();
        let tokens = texts.iter().map(|text| tokens(text)).collect();
        let sentences =
            texts.iter().zip(&tokens).map(|(text, tokens): (_, &Vec<Token>)| Sentence::all(text, tokens)).collect();
        Paragraphs { blocks, texts, features, tokens, sentences }
    }

    /// Which paragraph a block is.
    fn place(&self, block: usize) -> Option<usize> {
        self.blocks.binary_search(&block).ok()
    }

    /// Whether the sentence of paragraph `m` that makes a clause's statement is negated; none where no sentence makes it.
    fn negated(&self, m: usize, clause: &Features) -> Option<bool> {
        let shared = |sentence: &Sentence| common(&sentence.stems, &clause.stems).count();
        let sentence = self.sentences[m].iter().max_by_key(|s| shared(s))?;
        let one = shared(sentence) >= FEWEST_STATED && shared(sentence) as f64 >= STATEMENT * clause.stems.len() as f64;
        one.then_some(sentence.negated)
    }
}

/// A sentence of the article.
struct Sentence {
    stems: Vec<u64>,
    negated: bool,
}

impl Sentence {
    /// The sentences of a paragraph, the first of them where it is endless.
    fn all(text: &str, tokens: &[Token]) -> Vec<Sentence> {
        let sentence = |range: Range<usize>| {
            let tokens = &tokens[range];
            let (head, tail) = (tokens.first()?, tokens.last()?);
            let stems = Features::of(Span::new(head.span.start, tail.span.end).of(text)).stems;
            Some(Sentence { stems, negated: tokens.iter().any(|t| is_negation(&t.key)) })
        };
        sentences(text, tokens).into_iter().take(SENTENCES).filter_map(sentence).collect()
    }
}

/// For each paragraph of the summary where in the article its sources may stand: from the last place known before it to
/// the next one behind it.
fn windows(article: &Paragraphs<'_>, summary: &Paragraphs<'_>, comparison: &Comparison) -> Vec<Range<usize>> {
    let mut known: Vec<Option<(usize, usize)>> = vec![None; summary.blocks.len()];
    for pair in &comparison.pairs {
        let places: Vec<usize> = pair.first.iter().filter_map(|&block| article.place(block)).collect();
        let (Some(&low), Some(&high)) = (places.iter().min(), places.iter().max()) else { continue };
        for n in pair.second.iter().filter_map(|&block| summary.place(block)) {
            known[n] = Some((low, high));
        }
    }
    let last = article.blocks.len();
    (0..known.len())
        .map(|n| {
            let low = known[..n].iter().rev().flatten().next().map_or(0, |&(low, _)| low);
            let high = known[n + 1..].iter().flatten().next().map_or(last, |&(_, high)| high + 1);
            let low = low.min(high);
            // Around the place that is known, or else from the last one on.
            let from = known[n].map_or(low, |(own, _)| own.saturating_sub(WINDOW / 2).max(low));
            from..high.min(from + WINDOW).max(from)
        })
        .collect()
}
