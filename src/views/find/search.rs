//! What is asked of all articles, and which passages answer: every condition must hold.
//!
//! - words: each stands in the passage (see `fold`);
//! - an actor: named, quoted or reported in it;
//! - a side: somebody of it is quoted or reported in it;
//! - coded: as one framing, both or neither, by hand;
//! - quoted: the words stand inside quotation marks, those of the actor and the side asked for.

use core::ops::Range;

use framing_reader_page::route::encode;
use framing_reader_story::{
    Record, Story,
    model::{Block, BlockKind, Side, Speaker},
};

use super::fold::{Folded, Term, terms};

/// The sides, by their names in addresses.
pub(super) const SIDES: [(Side, &str); 4] =
    [(Side::Us, "us"), (Side::China, "china"), (Side::Industry, "industry"), (Side::Other, "other")];
/// The name of "both framings" in addresses.
pub(super) const BOTH: &str = "both";
/// The name of "neither framing" in addresses.
pub(super) const NEITHER: &str = "neither";

/// What is asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked<'a> {
    /// The words, as typed.
    pub(super) query: &'a str,
    pub(super) terms: Vec<Term>,
    pub(super) actor: Option<u16>,
    pub(super) side: Option<Side>,
    pub(super) coded: Option<Coded>,
    pub(super) document: Option<usize>,
    pub(super) quoted: bool,
}

/// How a paragraph is coded by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coded {
    /// With this framing, by index; perhaps with the other too.
    As(usize),
    Both,
    Neither,
}

/// A passage that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) document: usize,
    pub(super) block: usize,
    /// What in it answers, in bytes of its text, in order of place.
    pub(super) marks: Vec<Range<usize>>,
}

impl<'a> Asked<'a> {
    /// Reads what a path asks; what the story does not have is not asked.
    pub(super) fn read(story: &Story, pairs: &'a [(String, String)]) -> Asked<'a> {
        let mut asked = Asked::default();
        for (name, value) in pairs {
            match &**name {
                "q" => asked.query = value,
                "actor" => {
                    asked.actor = story.actors.iter().position(|actor| actor.id == *value).map(|at| at as u16);
                }
                "side" => asked.side = SIDES.iter().find(|(_, id)| id == value).map(|(side, _)| *side),
                "frame" => {
                    let framing = story.framings.iter().position(|framing| framing.id == *value);
                    asked.coded = framing.map(Coded::As).or(match &**value {
                        BOTH => Some(Coded::Both),
                        NEITHER => Some(Coded::Neither),
                        _ => None,
                    });
                }
                "document" => asked.document = story.documents.iter().position(|document| document.id == *value),
                "quoted" => asked.quoted = true,
                _ => {}
            }
        }
        asked.terms = terms(asked.query);
        asked
    }

    /// Whether nothing is asked.
    pub(super) fn is_nothing(&self) -> bool {
        self.without_one().is_empty()
    }

    /// The path that asks this.
    pub(super) fn path(&self, story: &Story) -> String {
        let side = |asked: &Side| SIDES.iter().find(|(side, _)| side == asked).map_or("", |(_, id)| *id);
        let coded = |coded: &Coded| match coded {
            Coded::As(at) => &*story.framings[*at].id,
            Coded::Both => BOTH,
            Coded::Neither => NEITHER,
        };
        let values = [
            ("q", self.query),
            ("actor", self.actor.map_or("", |actor| &story.actors[usize::from(actor)].id)),
            ("side", self.side.as_ref().map_or("", side)),
            ("frame", self.coded.as_ref().map_or("", coded)),
            ("document", self.document.map_or("", |at| &story.documents[at].id)),
        ];
        let mut path = String::from("find");
        let mut mark = '/';
        for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
            path.push(mark);
            path.push_str(&[name, "=", &*encode(value)].concat());
            mark = '&';
        }
        if self.quoted {
            path.push(mark);
            path.push_str("quoted");
        }
        path
    }

    /// The same with one condition left out, each with its place in the form.
    pub(super) fn without_one(&self) -> Vec<(usize, Asked<'a>)> {
        let looser = [
            (!self.terms.is_empty(), Asked { query: "", terms: Vec::new(), ..self.clone() }),
            (self.actor.is_some(), Asked { actor: None, ..self.clone() }),
            (self.side.is_some(), Asked { side: None, ..self.clone() }),
            (self.coded.is_some(), Asked { coded: None, ..self.clone() }),
            (self.document.is_some(), Asked { document: None, ..self.clone() }),
            (self.quoted, Asked { quoted: false, ..self.clone() }),
        ];
        looser.into_iter().enumerate().filter(|(_, (set, _))| *set).map(|(at, (_, looser))| (at, looser)).collect()
    }
}

/// All articles, ready to be searched.
pub(super) struct Searched<'a> {
    story: &'a Story,
    /// Who speaks in each document, in order of block.
    voices: Vec<Vec<Voice<'a>>>,
}

/// Words that somebody says in a block: quoted, or reported in a sentence.
struct Voice<'a> {
    block: u16,
    start: usize,
    end: usize,
    source: &'a Speaker,
    quoted: bool,
}

impl<'a> Searched<'a> {
    /// Those of a story.
    pub(super) fn new(story: &'a Story, record: &'a Record) -> Searched<'a> {
        let voices = |(at, document): (usize, &'a framing_reader_story::model::Document)| {
            let quoted = document.quotations.iter().map(|said| (said.block, said.start, said.end, &said.source, true));
            let statements = record.statements.get(at).map_or(&[][..], |statements| statements);
            let reported = statements.iter().map(|said| (said.block, said.start, said.end, &said.source, false));
            let mut voices: Vec<_> = quoted
                .chain(reported)
                .map(|(block, start, end, source, quoted)| Voice {
                    block,
                    start: start as usize,
                    end: end as usize,
                    source,
                    quoted,
                })
                .collect();
            voices.sort_by_key(|voice| (voice.block, voice.start));
            voices
        };
        Searched { story, voices: story.documents.iter().enumerate().map(voices).collect() }
    }

    /// The passages that answer, in order of place.
    pub(super) fn hits(&self, asked: &Asked<'_>) -> Vec<Hit> {
        let mut folded = Folded::default();
        let mut hits = Vec::new();
        for document in 0..self.story.documents.len() {
            if asked.document.is_some_and(|only| only != document) {
                continue;
            }
            for (at, block) in self.story.documents[document].blocks.iter().enumerate() {
                if let Some(marks) = self.marks(asked, document, at, block, &mut folded) {
                    hits.push(Hit { document, block: at, marks });
                }
            }
        }
        hits
    }

    /// What in a block answers; `None` where it does not.
    fn marks(
        &self,
        asked: &Asked<'_>,
        document: usize,
        at: usize,
        block: &Block,
        folded: &mut Folded,
    ) -> Option<Vec<Range<usize>>> {
        asked.coded.is_none_or(|coded| is_coded(block, coded)).then_some(())?;
        let voices = of_block(&self.voices[document], at, |voice| voice.block);
        let by = |voice: &Voice<'_>, actor| *voice.source == Speaker::Actor(actor);
        let beside = |voice: &Voice<'_>, side| match voice.source {
            Speaker::Actor(actor) => self.story.actors.get(usize::from(*actor)).is_some_and(|actor| actor.side == side),
            Speaker::Other(_) | Speaker::Unknown => false,
        };
        if let Some(actor) = asked.actor {
            let mentions = of_block(&self.story.documents[document].mentions, at, |mention| mention.block);
            let named = mentions.iter().any(|mention| mention.actor == actor);
            (named || voices.iter().any(|voice| by(voice, actor))).then_some(())?;
        }
        if let Some(side) = asked.side {
            voices.iter().any(|voice| beside(voice, side)).then_some(())?;
        }
        // Whose words are asked for.
        let theirs = |voice: &&Voice<'_>| {
            asked.actor.is_none_or(|actor| by(voice, actor)) && asked.side.is_none_or(|side| beside(voice, side))
        };
        let within = |voice: &Voice<'_>| voice.start..voice.end.min(block.text.len());
        let quotations = || voices.iter().filter(theirs).filter(|voice| voice.quoted);
        let mut marks = Vec::new();
        if asked.terms.is_empty() {
            if asked.quoted {
                marks.extend(quotations().map(within));
                (!marks.is_empty()).then_some(())?;
            } else if asked.actor.is_some() || asked.side.is_some() {
                marks.extend(self.names(document, block, asked.actor));
                marks.extend(voices.iter().filter(theirs).map(within));
            } else if let Some(coded) = asked.coded {
                marks.extend(pieces(block, |piece| match coded {
                    Coded::As(framing) => piece.evidence.has(framing),
                    Coded::Both | Coded::Neither => !piece.evidence.is_empty(),
                }));
            }
        } else {
            folded.fold(&block.text);
            for term in &asked.terms {
                let before = marks.len();
                folded.find(term, |found| {
                    let inside = |voice: &Voice<'_>| voice.start <= found.start && found.end <= voice.end;
                    if !asked.quoted || quotations().any(inside) {
                        marks.push(found);
                    }
                });
                (marks.len() > before).then_some(())?;
            }
        }
        Some(in_order(marks, &block.text))
    }

    /// Where an actor is named in a block.
    fn names(&self, document: usize, block: &Block, actor: Option<u16>) -> Vec<Range<usize>> {
        let mentions = &self.story.documents[document].mentions;
        pieces(block, |piece| {
            let mention = piece.mention.and_then(|index| mentions.get(usize::from(index)));
            mention.is_some_and(|mention| Some(mention.actor) == actor)
        })
    }
}

fn is_coded(block: &Block, coded: Coded) -> bool {
    let has = |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing));
    match coded {
        Coded::As(framing) => has(framing),
        Coded::Both => has(0) && has(1),
        Coded::Neither => block.kind == BlockKind::Para && !has(0) && !has(1),
    }
}

/// Those entries of a list in order of block that belong to one block.
fn of_block<T>(entries: &[T], block: usize, of: impl Fn(&T) -> u16) -> &[T] {
    let start = entries.partition_point(|entry| usize::from(of(entry)) < block);
    let end = entries.partition_point(|entry| usize::from(of(entry)) <= block);
    &entries[start..end.max(start)]
}

/// Where the pieces stand that are wanted.
fn pieces(block: &Block, wanted: impl Fn(framing_reader_story::model::Piece) -> bool) -> Vec<Range<usize>> {
    let mut start = 0;
    let places = block.pieces.iter().map(|piece| (core::mem::replace(&mut start, piece.end as usize), *piece));
    places.filter(|(_, piece)| wanted(*piece)).map(|(start, piece)| start..piece.end as usize).collect()
}

/// Marks in order of place, those that meet as one; what does not fit the text is left out.
fn in_order(mut marks: Vec<Range<usize>>, text: &str) -> Vec<Range<usize>> {
    marks.retain(|mark| text.get(mark.clone()).is_some_and(|words| !words.is_empty()));
    marks.sort_by_key(|mark| mark.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match merged.last_mut().filter(|last| mark.start <= last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => merged.push(mark),
        }
    }
    merged
}
