//! What changed between two editions of a paragraph: runs of words, each change with its class and the reason.
//!
//! 1. [`token`](super::token): words and marks; spellings of one word compare equal;
//! 2. [`diff`](super::diff): the words both have, in order; what lies between is a change;
//! 3. changes of words with nothing but small words between them are one change;
//! 4. [`classify`](super::classify) says what kind each is, by rules that look at words only.
//!
//! A class is a rule's word, not an editor's: who knows better may overrule it.

use std::collections::HashMap;

use super::{
    classify::Judge,
    date::is_part,
    diff,
    fact::is_content,
    token::{Class, Token, ends_sentence, tokens},
};
use crate::{block::BlockKind, text::Span};

/// What kind a change is, from the lightest to the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Spelling and style: the same words in other letters. Case, punctuation, hyphens, periods of abbreviations, the shape
    /// of quotation marks, British and American spelling, numbers in words or figures, contractions, one date written two
    /// ways, and how somebody is introduced ("Mr.", "President").
    Spelling,
    /// Only a date differs, and both can be the same day: one is told from the day of printing ("last week", a weekday) and
    /// the other by the calendar, or one says more ("Tuesday, July 15"), or only one edition has a date.
    Date,
    /// Other words, and nothing that [`ChangeKind::Meaning`] goes by.
    Wording,
    /// A picture's caption that only the second has.
    CaptionAdded,
    /// A picture's caption that only the first has.
    CaptionRemoved,
    /// A paragraph that only the second has.
    ParagraphAdded,
    /// A paragraph that only the first has.
    ParagraphRemoved,
    /// The facts may differ: another number, unit, name or date; a negation, a modal or a word for how sure or how many in one
    /// only; a question in one only; or a clause in one only, which is three new words of content or more, two where it is
    /// a sentence.
    Meaning,
}

impl ChangeKind {
    /// The class of a block that stands in one document only, `added` where that is the second; none for headings,
    /// credits and furniture.
    pub fn alone(kind: BlockKind, added: bool) -> Option<ChangeKind> {
        match (kind, added) {
            (BlockKind::Para, true) => Some(ChangeKind::ParagraphAdded),
            (BlockKind::Para, false) => Some(ChangeKind::ParagraphRemoved),
            (BlockKind::Caption, true) => Some(ChangeKind::CaptionAdded),
            (BlockKind::Caption, false) => Some(ChangeKind::CaptionRemoved),
            _ => None,
        }
    }

    /// A word for it, kebab-case.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Spelling => "spelling",
            ChangeKind::Date => "date",
            ChangeKind::Wording => "wording",
            ChangeKind::CaptionAdded => "caption-added",
            ChangeKind::CaptionRemoved => "caption-removed",
            ChangeKind::ParagraphAdded => "paragraph-added",
            ChangeKind::ParagraphRemoved => "paragraph-removed",
            ChangeKind::Meaning => "meaning",
        }
    }
}

/// A change's class, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The class.
    pub kind: ChangeKind,
    /// Which rule said so, in a few words for people.
    pub reason: &'static str,
}

/// A stretch of two paragraphs: the same words in both (spaces may differ), or a change. Either span may be empty, then it
/// is the place where the other's words are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// In bytes of the first text.
    pub first: Span,
    /// In bytes of the second text.
    pub second: Span,
    /// The change; none where both have the same words.
    pub change: Option<Change>,
}

/// Words between two changes, all of them small, that do not keep them apart.
const ISLAND: usize = 2;

/// Compares two editions of a paragraph. The runs cover both texts, in order. Time grows with the length of the texts:
/// what is too different to be told word by word is one change.
pub fn differences(first: &str, second: &str) -> Vec<Run> {
    let (one, other) = (tokens(first), tokens(second));
    let whole = |kind, reason| {
        let change = Change { kind, reason };
        vec![Run { first: Span::new(0, first.len()), second: Span::new(0, second.len()), change: Some(change) }]
    };
    match (one.is_empty(), other.is_empty()) {
        (true, true) if first.is_empty() && second.is_empty() => Vec::new(),
        (true, true) => {
            vec![Run { first: Span::new(0, first.len()), second: Span::new(0, second.len()), change: None }]
        }
        (true, false) => whole(ChangeKind::ParagraphAdded, "stands in the second only"),
        (false, true) => whole(ChangeKind::ParagraphRemoved, "stands in the first only"),
        (false, false) => {
            let pair = Pair::new(first, second, &one, &other);
            pair.runs(&pair.joined(pair.atoms()))
        }
    }
}

/// Tokens `i..i_end` of the first and `j..j_end` of the second paragraph.
#[derive(Clone, Copy, Debug)]
struct Atom {
    i: usize,
    i_end: usize,
    j: usize,
    j_end: usize,
    change: Option<Change>,
}

/// Two paragraphs and who judges their changes.
struct Pair<'t> {
    texts: [&'t str; 2],
    tokens: [&'t [Token]; 2],
    judge: Judge<'t>,
}

impl<'t> Pair<'t> {
    fn new(first: &'t str, second: &'t str, one: &'t [Token], other: &'t [Token]) -> Self {
        Pair { texts: [first, second], tokens: [one, other], judge: Judge::new([one, other]) }
    }

    /// The words both have and what lies between, in order.
    fn atoms(&self) -> Vec<Atom> {
        let [one, other] = self.tokens;
        let mut ids: HashMap<&str, u32> = HashMap::new();
        let mut numbered = |tokens: &'t [Token]| -> Vec<u32> {
            let mut id = |token: &'t Token| {
                let next = ids.len() as u32;
                *ids.entry(&token.key).or_insert(next)
            };
            tokens.iter().map(&mut id).collect()
        };
        let (a, b) = (numbered(one), numbered(other));
        let mut atoms: Vec<Atom> = Vec::new();
        let (mut i, mut j) = (0, 0);
        let ends = [(one.len(), other.len())];
        for (k, (m, n)) in diff::matches(&a, &b).into_iter().chain(ends).enumerate() {
            if i < m || j < n {
                let change = Some(self.judge.classify([(i, m), (j, n)]));
                atoms.push(Atom { i, i_end: m, j, j_end: n, change });
            }
            if (m, n) == ends[0] {
                break;
            }
            let same = one[m].span.of(self.texts[0]) == other[n].span.of(self.texts[1]);
            let change = (!same).then_some(RESPELLED);
            match atoms.last_mut() {
                Some(last) if k > 0 && last.change == change && (last.i_end, last.j_end) == (m, n) => {
                    (last.i_end, last.j_end) = (m + 1, n + 1);
                }
                _ => atoms.push(Atom { i: m, i_end: m + 1, j: n, j_end: n + 1, change }),
            }
            (i, j) = (m + 1, n + 1);
        }
        atoms
    }

    /// The same, joined where hardly anything stands between them: changes of words, and the parts of a date.
    fn joined(&self, atoms: Vec<Atom>) -> Vec<Atom> {
        let dated = |atom: &Atom| atom.change.is_some_and(|c| c.kind == ChangeKind::Date);
        let grave = |atom: &Atom| atom.change.is_some_and(|c| c.kind >= ChangeKind::Wording);
        let mut all: Vec<Atom> = Vec::with_capacity(atoms.len());
        // Where in `all` the change stands that may still grow, and those that have grown.
        let mut open: Option<usize> = None;
        let mut grown: Vec<usize> = Vec::new();
        for atom in atoms {
            if !dated(&atom) && !grave(&atom) {
                let from = open.map_or(atom.i, |at| all[at].i_end);
                open = open.filter(|&at| self.small(from, atom.i_end, dated(&all[at])));
                all.push(atom);
            } else if let Some(at) = open.filter(|&at| dated(&all[at]) == dated(&atom)) {
                (all[at].i_end, all[at].j_end) = (atom.i_end, atom.j_end);
                all.truncate(at + 1);
                if grown.last() != Some(&at) {
                    grown.push(at);
                }
            } else {
                open = Some(all.len());
                all.push(atom);
            }
        }
        for at in grown {
            let Atom { i, i_end, j, j_end, .. } = all[at];
            all[at].change = Some(self.judge.classify([(i, i_end), (j, j_end)]));
        }
        all
    }

    /// Whether tokens of the first paragraph are few and of one sentence, and all small, or parts of a date between others.
    fn small(&self, from: usize, to: usize, dated: bool) -> bool {
        let tokens = &self.tokens[0][from..to];
        let words = tokens.iter().filter(|t| t.class == Class::Word).take(ISLAND + 1).count();
        words <= ISLAND
            && tokens.len() <= 2 * ISLAND
            && tokens.iter().all(|t| match t.class {
                Class::Word if dated => is_part(t),
                Class::Word => !is_content(&t.key),
                Class::Quote => false,
                Class::Mark => !t.key.starts_with(ends_sentence),
            })
    }

    /// The runs of atoms. Spaces that both have before or behind a change stay outside it.
    fn runs(&self, atoms: &[Atom]) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut at = [0, 0];
        for (n, atom) in atoms.iter().enumerate() {
            let next = atoms.get(n + 1);
            let ends = [(atom.i, atom.i_end), (atom.j, atom.j_end)];
            let ends: [usize; 2] = std::array::from_fn(|side| {
                let (from, to) = ends[side];
                if from == to { at[side] } else { self.tokens[side][to - 1].span.end }
            });
            let starts: [usize; 2] = std::array::from_fn(|side| {
                let to = [atom.i_end, atom.j_end][side];
                self.tokens[side].get(to).map_or(self.texts[side].len(), |t| t.span.start)
            });
            let gaps: [&str; 2] = std::array::from_fn(|side| Span::new(ends[side], starts[side]).of(self.texts[side]));
            let (mut cut, mut between) = (starts, None);
            match next {
                Some(next) if atom.change.is_none() && next.change.is_some() => {
                    let shared = shared_start(gaps[0], gaps[1]);
                    cut = ends.map(|end| end + shared);
                }
                Some(next) if atom.change.is_some() && next.change.is_none() => {
                    let shared = shared_end(gaps[0], gaps[1]);
                    cut = starts.map(|start| start - shared);
                }
                Some(_) if atom.change.is_some() => {
                    let shared = shared_start(gaps[0], gaps[1]);
                    cut = ends;
                    between = (shared > 0).then(|| ends.map(|end| end + shared));
                }
                _ => {}
            }
            let mut push = |to: [usize; 2], change| {
                runs.push(Run { first: Span::new(at[0], to[0]), second: Span::new(at[1], to[1]), change });
                at = to;
            };
            push(cut, atom.change);
            if let Some(to) = between {
                push(to, None);
            }
        }
        runs
    }
}

const RESPELLED: Change = Change { kind: ChangeKind::Spelling, reason: "the same word, written otherwise" };

/// Bytes of space that both begin with.
fn shared_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Bytes of space that both end with.
fn shared_end(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
