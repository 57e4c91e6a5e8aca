//! One article as it was pasted or dropped:
//!
//! 1. [`Text::step`] lets the engine read it, one kind of finding after the other, so that a page can show how far it is;
//! 2. [`Text::summary`] counts what was found;
//! 3. [`Text::passages`] gives some of its lines with what was found in them: a page shows no more than it has room for.
//!
//! Offsets in what goes out are UTF-16 units of a line's words, half-open, as JavaScript counts.

use std::collections::BTreeMap;

use framing_reader_engine::{
    Block, BlockKind, Document, Framing, Gazetteer, Mention, Quotation, Source, Span, TextIndex, Verdict, frame,
    mention, quotation,
};
use framing_reader_plain::Value;

/// What articles are read for: a story's actors and its two framings.
#[derive(Clone, Debug)]
pub struct Sought {
    /// The actors' names.
    pub gazetteer: Gazetteer,
    /// The framings with their cue words.
    pub framings: [Framing; 2],
}

impl Default for Sought {
    fn default() -> Sought {
        Sought { gazetteer: Gazetteer::default(), framings: frame::shipped().clone() }
    }
}

impl Sought {
    /// The id of an actor.
    pub(crate) fn actor(&self, actor: usize) -> Option<&str> {
        self.gazetteer.actors().get(actor).map(|actor| actor.id.as_str())
    }

    /// Who is quoted: an actor's id, or the name of somebody else in kebab-case.
    pub(crate) fn speaker<'q>(&'q self, quotation: &'q Quotation) -> Option<&'q str> {
        match quotation.source.as_ref()? {
            Source::Actor(actor) => self.actor(*actor),
            Source::Named(id) | Source::Unnamed(id) => Some(id),
        }
    }
}

/// What is read in one step, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What each line is.
    Blocks,
    /// Where the story's actors are named.
    Mentions,
    /// Who is quoted.
    Quotations,
    /// Which frames each paragraph carries.
    Frames,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Step; 4] = [Step::Blocks, Step::Mentions, Step::Quotations, Step::Frames];

    /// The word for it outside.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Blocks => "blocks",
            Step::Mentions => "mentions",
            Step::Quotations => "quotations",
            Step::Frames => "frames",
        }
    }
}

/// An article and what was found in it so far.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub(crate) text: String,
    done: usize,
    /// As the engine has them.
    pub(crate) blocks: Vec<Block>,
    /// What lines are where somebody says so, by their numbers.
    kinds: BTreeMap<usize, BlockKind>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) quotations: Vec<Quotation>,
    /// Those that are there, and those on which the engine abstains.
    frames: Vec<Verdict>,
}

impl Text {
    /// A text that nothing was found in yet.
    pub fn new(text: String) -> Text {
        Text { text, ..Text::default() }
    }

    /// Takes the next step; gives the one that was taken, none when all are done.
    pub fn step(&mut self, sought: &Sought) -> Option<Step> {
        let step = *Step::ALL.get(self.done)?;
        self.done += 1;
        if step == Step::Blocks {
            self.blocks = Document::parse(&self.text).blocks;
            return Some(step);
        }
        let document = Document::from_blocks(&self.text, by_hand(&self.blocks, &self.kinds));
        match step {
            Step::Blocks => {}
            Step::Mentions => self.mentions = mention::mentions(&document, &sought.gazetteer),
            Step::Quotations => self.quotations = quotation::quotations(&document, &sought.gazetteer, &self.mentions),
            Step::Frames => {
                let verdicts = frame::verdicts(&document, &self.mentions, &sought.framings);
                self.frames = verdicts.filter(|verdict| verdict.present != Some(false)).collect();
            }
        }
        Some(step)
    }

    /// Lets everything from a step on be found anew.
    pub fn again(&mut self, from: Step) {
        self.done = self.done.min(from as usize);
    }

    /// Reads lines as what somebody says they are, by their numbers, from now on. Whether that lets anything be found anew.
    pub fn overrule(&mut self, kinds: BTreeMap<usize, BlockKind>) -> bool {
        let anew = self.kinds != kinds;
        self.kinds = kinds;
        if anew {
            self.again(Step::Mentions);
        }
        anew
    }

    /// The text with its blocks.
    pub fn document(&self) -> Document<'_> {
        Document::from_blocks(&self.text, by_hand(&self.blocks, &self.kinds))
    }

    /// How much of everything there is; its title, if a line of it is one.
    pub fn summary(&self, sought: &Sought) -> Value {
        let title = self.blocks.iter().find(|block| block.kind == BlockKind::Title);
        let kinds = KINDS.iter().filter_map(|kind| {
            let count = self.blocks.iter().filter(|block| block.kind == *kind).count();
            (count > 0).then(|| (kind.as_str().to_owned(), number(count)))
        });
        let frames = [0, 1].map(|framing| {
            let of = |present| self.frames.iter().filter(|v| v.framing == framing && v.present == present).count();
            let counts = [("present", number(of(Some(true)))), ("abstained", number(of(None)))];
            (sought.framings[framing].id().to_owned(), Value::object(counts))
        });
        let sourced = self.quotations.iter().filter(|quotation| quotation.source.is_some()).count();
        Value::object([
            ("title", title.map(|block| block.span.of(&self.text).trim()).into()),
            ("blocks", number(self.blocks.len())),
            ("kinds", Value::Object(kinds.collect())),
            ("mentions", number(self.mentions.len())),
            ("quotations", number(self.quotations.len())),
            ("sourced", number(sourced)),
            ("frames", Value::Object(frames.into())),
        ])
    }

    /// At most `count` blocks from block number `from` on, counted from 0, each with all that was found in it.
    pub fn passages(&self, sought: &Sought, from: usize, count: usize) -> Value {
        self.blocks
            .iter()
            .enumerate()
            .skip(from)
            .take(count)
            .map(|(number, block)| self.passage(sought, number, block))
            .collect()
    }

    /// Which frames the engine finds in a block, by the framings' ids; nothing where it abstains.
    pub(crate) fn verdicts(&self, sought: &Sought, at: usize) -> Value {
        let verdict = |framing: usize| {
            let mut found = within(&self.frames, at, |verdict| verdict.block);
            found.find(|verdict| verdict.framing == framing).map_or(Some(false), |verdict| verdict.present)
        };
        let framings = sought.framings.iter().enumerate();
        Value::Object(framings.map(|(at, framing)| (framing.id().to_owned(), verdict(at).into())).collect())
    }

    fn passage(&self, sought: &Sought, at: usize, block: &Block) -> Value {
        let words = block.span.of(&self.text);
        let index = TextIndex::new(words);
        let unit = |byte: usize| number(index.to_utf16(byte.saturating_sub(block.span.start)));
        let place = |span: Span| Value::object([("start", unit(span.start)), ("end", unit(span.end))]);
        let mentions = within(&self.mentions, at, |mention| mention.block)
            .map(|mention| place(mention.span).and(Value::object([("actor", sought.actor(mention.actor).into())])));
        let quotations = within(&self.quotations, at, |quotation| quotation.block).map(|quotation| {
            let speaker = sought.speaker(quotation);
            let is_actor = matches!(quotation.source, Some(Source::Actor(_)));
            place(quotation.span).and(Value::object([
                ("actor", speaker.filter(|_| is_actor).into()),
                ("other", speaker.filter(|_| !is_actor).into()),
                ("cue", quotation.cue.map(|cue| cue.of(&self.text)).into()),
                ("certainty", quotation.certainty.as_str().into()),
                ("rule", quotation.rule.into()),
            ]))
        });
        let frames = within(&self.frames, at, |verdict| verdict.block).map(|verdict| {
            let evidence = verdict.evidence.iter().map(|evidence| {
                let rule = [("rule", evidence.rule.as_str().into()), ("number", evidence.number.as_deref().into())];
                place(evidence.span).and(Value::object(rule))
            });
            Value::object([
                ("frame", sought.framings.get(verdict.framing).map(Framing::id).into()),
                ("present", verdict.present.is_some().into()),
                ("certainty", verdict.certainty.as_str().into()),
                ("reason", verdict.reason.as_deref().into()),
                ("evidence", evidence.collect()),
            ])
        });
        Value::object([
            ("line", number(block.line)),
            ("kind", block.kind.as_str().into()),
            ("reason", block.reason.into()),
            ("text", words.into()),
            ("mentions", mentions.collect()),
            ("quotations", quotations.collect()),
            ("frames", frames.collect()),
        ])
    }
}

/// Blocks with the kinds that somebody gave to their lines.
fn by_hand(blocks: &[Block], kinds: &BTreeMap<usize, BlockKind>) -> Vec<Block> {
    let mut blocks = blocks.to_vec();
    for block in &mut blocks {
        block.kind = kinds.get(&block.line).copied().unwrap_or(block.kind);
    }
    blocks
}

/// Every kind of block, in the order they are counted in.
const KINDS: [BlockKind; 9] = [
    BlockKind::Title,
    BlockKind::Para,
    BlockKind::Heading,
    BlockKind::Caption,
    BlockKind::Credit,
    BlockKind::Byline,
    BlockKind::Copyright,
    BlockKind::Chrome,
    BlockKind::Other,
];

/// What was found in one block; findings are in order of their blocks.
pub(crate) fn within<T>(found: &[T], block: usize, of: impl Fn(&T) -> usize) -> impl Iterator<Item = &T> {
    let first = found.partition_point(|one| of(one) < block);
    let last = found.partition_point(|one| of(one) <= block);
    found[first..last].iter()
}

/// A count for the outside.
pub(crate) fn number(count: usize) -> Value {
    Value::Number(count as f64)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json, to_value};

    use super::*;

    fn read(text: &str) -> Text {
        let mut read = Text::new(text.to_owned());
        let steps: Vec<Step> = std::iter::from_fn(|| read.step(&Sought::default())).collect();
        assert_eq!(steps, Step::ALL);
        read
    }

    fn passages(text: &Text) -> Json {
        to_value(text.passages(&Sought::default(), 0, usize::MAX)).unwrap()
    }

    const HARBOR: &str = "The harbor board voted on Monday to lease the old quay to a ferry company, its chairman said.\n\n\
                          “We gave up 😀 nothing,” said Ada Berg, the chairman of the board, after the long meeting.\r\n\
                          The lease is a bargaining chip in the talks over the toll, a member of the board said later.\n";

    #[test]
    fn a_line_comes_with_its_kind_and_the_reason_for_it() {
        let found = passages(&read(HARBOR));
        let lines: Vec<_> = found.as_array().unwrap().iter().map(|block| block["line"].as_u64().unwrap()).collect();
        assert_eq!(lines, [1, 3, 4]);
        assert!(found[0]["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
    }

    #[test]
    fn places_count_utf16_units_of_their_line() {
        let found = passages(&read(HARBOR));
        let (line, quotation) = (found[1]["text"].as_str().unwrap(), &found[1]["quotations"][0]);
        let [start, end] = ["start", "end"].map(|name| quotation[name].as_u64().unwrap() as usize);
        let units: Vec<u16> = line.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "“We gave up 😀 nothing,”");
        assert_eq!((&quotation["other"], &quotation["cue"]), (&json!("ada-berg"), &json!("said")));
    }

    #[test]
    fn a_frame_comes_with_the_words_that_decided() {
        let found = passages(&read(HARBOR));
        assert_eq!(found[2]["frames"][0]["frame"], "bargaining");
        assert_eq!(found[2]["frames"][0]["evidence"][0]["start"], json!("The lease is a ".len()));
    }

    #[test]
    fn the_summary_counts_what_the_passages_hold() {
        let text = read(HARBOR);
        let summary = to_value(text.summary(&Sought::default())).unwrap();
        assert_eq!(summary["blocks"], 3);
        assert_eq!(summary["quotations"], 1);
        assert_eq!(summary["frames"]["bargaining"]["present"], 1);
        assert_eq!(to_value(text.passages(&Sought::default(), 1, 1)).unwrap().as_array().unwrap().len(), 1);
        assert_eq!(to_value(text.passages(&Sought::default(), 7, 1)).unwrap(), json!([]));
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", "\u{feff}", "\r\r\r", "”", "他说：“不”。", "قال: «لا»", "\u{fffd}\0\u{fffd}"]
        {
            passages(&read(text));
        }
    }
}
