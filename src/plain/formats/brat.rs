//! brat's stand-off: the text in one file, what is said of it in another, by code points of the text.
//!
//! | line | what it says |
//! |---|---|
//! | `T1 Mention 0 9 …` | words of the text: `Mention`, `Quotation`, `Frame` (a paragraph), `Evidence` |
//! | `N1 Reference T1 actor:ID NAME` | the actor named, or who is quoted (`speaker:ID`) |
//! | `A1 Certainty T2 certain` | `Certainty`; of a frame also its `Framing`, `Unsure` and `ByHand` |
//! | `R1 Decides Arg1:T4 Arg2:T3` | evidence T4 decides the frame T3 |
//! | `#1 Cue T2 said` | `Cue` of a quotation, `Reason` of a frame, `Rule` of evidence |
//!
//! Cannot hold: blocks (the text's lines), empty spans, line ends at either edge of a span, the context of words.
//! Line ends within a span cut it into fragments, as brat wants. Characters that lines of this format have another use for
//! are escaped with percent signs.

use std::collections::HashMap;

use framing_reader_engine::text::TextIndex;

use super::{
    Malformed,
    escape::{ends_line, escape, unescape},
    mark::{Evidence, Frame, Mark, Said},
};

/// What brat must know to show these annotations: the file `annotation.conf` beside them.
pub const CONFIGURATION: &str = "[entities]\nMention\nQuotation\nFrame\nEvidence\n\n\
    [relations]\nDecides\tArg1:Evidence, Arg2:Frame\n\n[events]\n\n\
    [attributes]\nCertainty\tArg:Quotation|Frame, Value:certain|likely|unknown\nFraming\tArg:Frame, Value:.*\n\
    Unsure\tArg:Frame\nByHand\tArg:Frame\n";

/// What this format can hold of marks of a text, in their order.
pub fn held(text: &str, marks: &[Mark]) -> Vec<Mark> {
    let index = TextIndex::new(text);
    let trim = |start: u32, end: u32| {
        let pieces = fragments(text, &index, start, end);
        Some((pieces.first()?.0, pieces.last()?.1))
    };
    let mark = |mark: &Mark| {
        let (start, end) = trim(mark.start, mark.end)?;
        let mut said = mark.said.clone();
        if let Said::Frame(frame) = &mut said {
            let evidence = |one: &Evidence| {
                let (start, end) = trim(one.start, one.end)?;
                Some(Evidence { start, end, rule: one.rule.clone() })
            };
            frame.evidence = frame.evidence.iter().filter_map(evidence).collect();
        }
        Some(Mark { start, end, said })
    };
    marks.iter().filter_map(mark).collect()
}

/// A span without line ends, in code points: one piece for each stretch between them.
fn fragments(text: &str, index: &TextIndex<'_>, start: u32, end: u32) -> Vec<(u32, u32)> {
    let byte = |point: u32| index.from_code_points(point as usize);
    let mut pieces = Vec::new();
    let mut point = start;
    for piece in text.get(byte(start)..byte(end)).unwrap_or("").split(ends_line) {
        let length = piece.chars().count() as u32;
        if length > 0 {
            pieces.push((point, point + length));
        }
        point += length + 1;
    }
    pieces
}

/// Writes the annotations of a text.
pub fn write(text: &str, marks: &[Mark]) -> String {
    let mut writer = Writer { text, index: TextIndex::new(text), lines: String::new(), counts: HashMap::new() };
    for mark in held(text, marks) {
        writer.mark(&mark);
    }
    writer.lines
}

struct Writer<'t> {
    text: &'t str,
    index: TextIndex<'t>,
    lines: String,
    /// How many lines of each sort there are.
    counts: HashMap<char, usize>,
}

impl Writer<'_> {
    fn mark(&mut self, mark: &Mark) {
        match &mark.said {
            Said::Mention { actor, name } => {
                let target = self.words("Mention", mark.start, mark.end);
                self.reference(&target, "actor", actor, name);
            }
            Said::Quotation { speaker, cue, certainty } => {
                let target = self.words("Quotation", mark.start, mark.end);
                if let Some(speaker) = speaker {
                    self.reference(&target, "speaker", speaker, speaker);
                }
                self.attribute("Certainty", &target, Some(certainty));
                self.note("Cue", &target, cue.as_deref());
            }
            Said::Frame(frame) => self.frame(mark, frame),
        }
    }

    fn frame(&mut self, mark: &Mark, frame: &Frame) {
        let target = self.words("Frame", mark.start, mark.end);
        self.attribute("Framing", &target, Some(&frame.framing));
        for (name, flag) in [("Unsure", frame.unsure), ("ByHand", frame.by_hand)] {
            if flag {
                self.attribute(name, &target, None);
            }
        }
        if let Some(certainty) = &frame.certainty {
            self.attribute("Certainty", &target, Some(certainty));
        }
        self.note("Reason", &target, frame.reason.as_deref());
        for evidence in &frame.evidence {
            let words = self.words("Evidence", evidence.start, evidence.end);
            self.line('R', &format!("Decides Arg1:{words} Arg2:{target}"));
            self.note("Rule", &words, evidence.rule.as_deref());
        }
    }

    /// A line of words; its name.
    fn words(&mut self, kind: &str, start: u32, end: u32) -> String {
        let pieces = fragments(self.text, &self.index, start, end);
        let places: Vec<String> = pieces.iter().map(|(start, end)| format!("{start} {end}")).collect();
        let words = joined(self.text, &self.index, &pieces);
        self.line('T', &format!("{kind} {}\t{words}", places.join(";")))
    }

    fn reference(&mut self, target: &str, base: &str, id: &str, name: &str) {
        self.line('N', &format!("Reference {target} {base}:{}\t{}", value(id), note(name)));
    }

    fn attribute(&mut self, name: &str, target: &str, said: Option<&str>) {
        let said = said.map_or(String::new(), |said| format!(" {}", value(said)));
        self.line('A', &format!("{name} {target}{said}"));
    }

    fn note(&mut self, name: &str, target: &str, said: Option<&str>) {
        if let Some(said) = said {
            self.line('#', &format!("{name} {target}\t{}", note(said)));
        }
    }

    /// Adds a line of this sort; its name.
    fn line(&mut self, sort: char, rest: &str) -> String {
        let count = self.counts.entry(sort).or_default();
        *count += 1;
        let name = format!("{sort}{count}");
        self.lines.push_str(&format!("{name}\t{rest}\n"));
        name
    }
}

/// The words of a span's pieces, as brat joins them.
fn joined(text: &str, index: &TextIndex<'_>, pieces: &[(u32, u32)]) -> String {
    let byte = |point: u32| index.from_code_points(point as usize);
    let words = |&(start, end): &(u32, u32)| text.get(byte(start)..byte(end)).unwrap_or("");
    pieces.iter().map(words).collect::<Vec<_>>().join(" ")
}

/// A value: no white space.
fn value(text: &str) -> String {
    escape(text, |c| !c.is_whitespace() && !c.is_control())
}

/// A note: no end of line, no tab.
fn note(text: &str) -> String {
    escape(text, |c| !ends_line(c) && !c.is_control())
}

/// Reads the annotations of a text, in the order of their words.
pub fn read(text: &str, annotations: &str) -> Result<Vec<Mark>, Vec<Malformed>> {
    let mut reader = Reader {
        text,
        index: TextIndex::new(text),
        length: text.chars().count() as u32,
        found: Vec::new(),
        names: HashMap::new(),
    };
    let mut problems = Vec::new();
    // Words first: other lines may stand before those that they speak of.
    for words in [true, false] {
        for (at, line) in annotations.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.is_empty() || line.starts_with('T') != words {
                continue;
            }
            if let Err((column, message)) = reader.line(line) {
                problems.push(Malformed::new(at + 1, column, message));
            }
        }
    }
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() { Ok(reader.marks()) } else { Err(problems) }
}

/// Words of the text, and what lines say of them.
#[derive(Default)]
struct Words {
    kind: String,
    start: u32,
    end: u32,
    /// The id and the name that they refer to.
    reference: Option<(String, String)>,
    /// Attributes and notes by name.
    said: HashMap<String, String>,
    /// Words that decide these, in order.
    evidence: Vec<usize>,
}

struct Reader<'t> {
    text: &'t str,
    index: TextIndex<'t>,
    /// Of the text, in code points.
    length: u32,
    found: Vec<Words>,
    /// Names of lines of words.
    names: HashMap<String, usize>,
}

/// A column and what is wrong there.
type Wrong = (usize, String);

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Result<(), Wrong> {
        let expected = |what: &str| (1, format!("expected {what}, found `{line}`"));
        let (name, rest) = line.split_once('\t').ok_or_else(|| expected("a name and a tab"))?;
        let column = name.chars().count() + 2;
        let (head, tail) = rest.split_once('\t').unwrap_or((rest, ""));
        let mut parts = head.split(' ');
        let kind = parts.next().unwrap_or("");
        match name.chars().next() {
            Some('T') => self.words(name, head, tail).map_err(|message| (column, message)),
            Some('N' | 'A' | '#') => {
                let target = self.target(parts.next(), column)?;
                let said = parts.next().unwrap_or("");
                let plain =
                    |text| unescape(text).ok_or_else(|| (column, format!("expected escaped text, found `{text}`")));
                let words = &mut self.found[target];
                if name.starts_with('N') {
                    let (_, id) = said.split_once(':').ok_or_else(|| expected("a reference `base:id`"))?;
                    words.reference = Some((plain(id)?, plain(tail)?));
                } else {
                    let said = if name.starts_with('A') { said } else { tail };
                    words.said.insert(kind.to_owned(), plain(said)?);
                }
                Ok(())
            }
            Some('R') if kind == "Decides" => {
                let mut argument = |name| self.target(parts.next().and_then(|part| part.strip_prefix(name)), column);
                let (words, frame) = (argument("Arg1:")?, argument("Arg2:")?);
                self.found[frame].evidence.push(words);
                Ok(())
            }
            // Lines that other programs add.
            Some('R' | 'E' | 'M' | '*') => Ok(()),
            _ => Err(expected("a line of brat (T, N, A, R, E, M, `*` or #)")),
        }
    }

    fn target(&self, name: Option<&str>, column: usize) -> Result<usize, Wrong> {
        let name = name.unwrap_or("");
        self.names
            .get(name)
            .copied()
            .ok_or_else(|| (column, format!("expected the name of words (T1), found `{name}`")))
    }

    fn words(&mut self, name: &str, head: &str, words: &str) -> Result<(), String> {
        let (kind, places) =
            head.split_once(' ').ok_or_else(|| format!("expected a type and a span, found `{head}`"))?;
        let piece = |place: &str| {
            let (start, end) = place.split_once(' ')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        };
        let pieces: Option<Vec<(u32, u32)>> = places.split(';').map(piece).collect();
        let in_order = |pieces: &Vec<(u32, u32)>| {
            pieces.iter().all(|(start, end)| start < end) && pieces.windows(2).all(|pair| pair[0].1 <= pair[1].0)
        };
        let pieces = pieces.filter(in_order).ok_or_else(|| format!("expected a span like `0 9`, found `{places}`"))?;
        let (Some(&(start, _)), Some(&(_, end))) = (pieces.first(), pieces.last()) else {
            return Err("expected a span, found none".to_owned());
        };
        if end > self.length {
            return Err(format!("expected a span within {} code points, found `{places}`", self.length));
        }
        let there = joined(self.text, &self.index, &pieces);
        if there != words {
            return Err(format!("expected the words at `{places}`, which are `{there}`, found `{words}`"));
        }
        if self.names.insert(name.to_owned(), self.found.len()).is_some() {
            return Err(format!("expected a name of its own, found `{name}` again"));
        }
        self.found.push(Words { kind: kind.to_owned(), start, end, ..Words::default() });
        Ok(())
    }

    fn marks(&self) -> Vec<Mark> {
        self.found.iter().filter_map(|words| self.mark(words)).collect()
    }

    fn mark(&self, words: &Words) -> Option<Mark> {
        let said = |name: &str| words.said.get(name).cloned();
        let said = match &*words.kind {
            "Mention" => words.reference.clone().map(|(actor, name)| Said::Mention { actor, name })?,
            "Quotation" => Said::Quotation {
                speaker: words.reference.clone().map(|(id, _)| id),
                cue: said("Cue"),
                certainty: said("Certainty").unwrap_or_else(|| "unknown".to_owned()),
            },
            "Frame" => Said::Frame(Frame {
                framing: said("Framing")?,
                unsure: said("Unsure").is_some(),
                by_hand: said("ByHand").is_some(),
                certainty: said("Certainty"),
                reason: said("Reason"),
                evidence: words.evidence.iter().map(|&at| self.evidence(&self.found[at])).collect(),
            }),
            _ => return None,
        };
        Some(Mark { start: words.start, end: words.end, said })
    }

    fn evidence(&self, words: &Words) -> Evidence {
        Evidence { start: words.start, end: words.end, rule: words.said.get("Rule").cloned() }
    }
}
