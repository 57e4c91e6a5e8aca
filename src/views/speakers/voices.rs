//! Who speaks where: words quoted and statements reported, counted apart.
//!
//! 1. [`passages`]: what a document hands on of anybody's words, in order of place;
//! 2. [`Tally`]: passages counted, all of them and under each framing;
//! 3. [`voices`]: the same passages by who speaks, over all documents.
//!
//! A passage counts under a framing when its paragraph is coded with it by hand. A word is a run of letters and digits, with the
//! hyphens and apostrophes inside it.

use framing_reader_page::words::ENGLISH as WORDS;
use framing_reader_story::{Record, Story, model::*};

/// Speakers are counted by the sides of [`Side`], and apart from them whoever is no actor of the story or unnamed.
pub(crate) const GROUPS: usize = 5;

/// Words that somebody is quoted saying, or a sentence that reports what somebody said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    /// Index of the document.
    pub(crate) document: usize,
    /// Where it stands.
    pub(crate) block: &'a Block,
    /// First byte in the block's text.
    start: u32,
    /// The words: a quotation with its marks, a statement as its sentence.
    pub(crate) text: &'a str,
    /// Whose they are.
    pub(crate) source: &'a Speaker,
    /// How surely.
    pub(crate) certainty: Certainty,
    /// Whether they are quoted; else reported.
    pub(crate) quoted: bool,
}

/// What a document hands on of anybody's words, in order of place.
pub(crate) fn passages<'a>(story: &'a Story, record: &'a Record, index: usize) -> Vec<Passage<'a>> {
    let Some(document) = story.documents.get(index) else { return Vec::new() };
    let cut = |block: u16, start: u32, end: u32, source, certainty, quoted| {
        let block = document.blocks.get(usize::from(block))?;
        let text = block.text.get(start as usize..end as usize)?;
        Some(Passage { document: index, block, start, text, source, certainty, quoted })
    };
    let quoted = document.quotations.iter().filter_map(|at| {
        let Quotation { block, start, end, ref source, certainty } = *at;
        cut(block, start, end, source, certainty, true)
    });
    let reported = record.statements.get(index).into_iter().flatten().filter_map(|at| {
        let framing_reader_story::record::Statement { block, start, end, ref source, certainty } = *at;
        cut(block, start, end, source, certainty, false)
    });
    let mut passages: Vec<_> = quoted.chain(reported).collect();
    passages.sort_by_key(|passage| (passage.block.line, passage.start));
    passages
}

impl Passage<'_> {
    /// Whether its paragraph is coded with a framing.
    pub(crate) fn framed(&self, framing: usize) -> bool {
        self.block.code.as_ref().is_some_and(|code| code.frames.has(framing))
    }
}

/// How many words a text has.
pub(crate) fn word_count(text: &str) -> usize {
    let (mut count, mut inside, mut joined) = (0, false, false);
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            count += usize::from(!inside && !joined);
            (inside, joined) = (true, false);
        } else {
            joined = inside && matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’');
            inside = false;
        }
    }
    count
}

/// A count over all passages, and over those under each framing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Over all.
    pub(crate) all: usize,
    /// Under each framing.
    pub(crate) framed: [usize; 2],
}

/// Passages counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Words inside quotation marks.
    pub(crate) words: Count,
    /// Statements reported.
    pub(crate) statements: Count,
}

impl Tally {
    /// Of these passages.
    pub(crate) fn of<'a>(passages: impl IntoIterator<Item = &'a Passage<'a>>) -> Tally {
        let mut tally = Tally::default();
        for passage in passages {
            let (count, more) = match passage.quoted {
                true => (&mut tally.words, word_count(passage.text)),
                false => (&mut tally.statements, 1),
            };
            count.all += more;
            for framing in 0..2 {
                count.framed[framing] += if passage.framed(framing) { more } else { 0 };
            }
        }
        tally
    }
}

/// Which group a speaker is counted in.
pub(crate) fn group(story: &Story, source: &Speaker) -> usize {
    match source {
        Speaker::Actor(actor) => story.actors.get(usize::from(*actor)).map_or(GROUPS - 1, |actor| actor.side as usize),
        _ => GROUPS - 1,
    }
}

/// What a group is called.
pub(crate) fn group_name(group: usize) -> &'static str {
    WORDS.sides.get(group).unwrap_or(&WORDS.speakers.others)
}

/// Passages counted by group.
pub(crate) fn by_group<'a>(story: &Story, passages: &'a [Passage<'a>]) -> [Tally; GROUPS] {
    core::array::from_fn(|at| Tally::of(passages.iter().filter(|passage| group(story, passage.source) == at)))
}

/// Whether a document counts in totals: another edition of an article repeats its voices.
pub(crate) fn in_totals(story: &Story, document: usize) -> bool {
    story.documents.get(document).is_some_and(|document| document.edition_of.is_none())
}

/// Somebody who speaks, and all their passages in the order of the documents.
#[derive(Clone, Debug)]
pub(crate) struct Voice<'a> {
    /// Who.
    pub(crate) source: &'a Speaker,
    /// Where.
    pub(crate) passages: Vec<Passage<'a>>,
    /// Their count without other editions.
    pub(crate) tally: Tally,
}

/// Everybody who speaks, whoever is quoted with most words first.
pub(crate) fn voices<'a>(story: &Story, passages: &[Passage<'a>]) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice<'_>> = Vec::new();
    for passage in passages {
        match voices.iter_mut().find(|voice| voice.source == passage.source) {
            Some(voice) => voice.passages.push(*passage),
            None => {
                voices.push(Voice { source: passage.source, passages: vec![*passage], tally: Tally::default() });
            }
        }
    }
    for voice in &mut voices {
        voice.tally = Tally::of(voice.passages.iter().filter(|passage| in_totals(story, passage.document)));
    }
    voices.sort_by_key(|voice| core::cmp::Reverse((voice.tally.words.all, voice.tally.statements.all)));
    voices
}

/// What a speaker is called; who is no actor by the words of the articles.
pub(crate) fn speaker_name(story: &Story, source: &Speaker) -> String {
    match source {
        Speaker::Actor(actor) => {
            story.actors.get(usize::from(*actor)).map_or(String::new(), |actor| actor.name.clone())
        }
        Speaker::Other(words) if !words.is_empty() => capital(as_printed(story, &words.replace('-', " "))),
        Speaker::Other(_) | Speaker::Unknown => WORDS.speakers.unknown.to_owned(),
    }
}

/// Words with a capital first letter.
fn capital(words: String) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Words in small letters as the articles print them, with their capitals; as they are where no article has them.
fn as_printed(story: &Story, words: &str) -> String {
    let blocks = story.documents.iter().flat_map(|document| &document.blocks);
    let found = blocks.filter_map(|block| {
        let start = block.text.to_ascii_lowercase().find(words)?;
        block.text.get(start..start + words.len())
    });
    // Beginnings of sentences have a capital, too: the smallest print is the name's own.
    found.max().unwrap_or(words).to_owned()
}
