//! A story's framings tried on its texts, for a page that shows it while they are written:
//!
//! 1. [`Tried::new`] reads the folder once more, without cues that cannot be read;
//! 2. [`Tried::summary`] counts: what each framing catches, by which cues, what neither does, where hand and engine differ;
//! 3. [`Tried::passages`] gives some paragraphs of one of those lists, with the words of every cue in them.
//!
//! Offsets in what goes out are UTF-16 units of a paragraph's words, half-open, as JavaScript counts.

use std::collections::BTreeMap;

use framing_reader_engine::TextIndex;
use framing_reader_plain::Value;
use framing_reader_story::load::{self, Diagnostic, Severity, Trial};

use crate::{folder::folder, text::number};

/// A trial of both framings.
#[derive(Clone, Debug, Default)]
pub struct Tried(Trial);

/// Some of the paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Those in which the engine finds a framing, 0 or 1.
    Caught(usize),
    /// Those in which it finds neither.
    Neither,
    /// Those of which hand and engine say different things.
    Differ,
    /// Those in which a cue of a framing stands.
    Cue(usize, usize),
}

impl List {
    /// `caught 0`, `neither`, `differ`, `cue 0 12`.
    pub fn parse(words: &str) -> Option<List> {
        let parts: Vec<&str> = words.split(' ').collect();
        let framing = |word: &str| word.parse().ok().filter(|framing| *framing < 2);
        match parts[..] {
            ["caught", of] => Some(List::Caught(framing(of)?)),
            ["neither"] => Some(List::Neither),
            ["differ"] => Some(List::Differ),
            ["cue", of, cue] => Some(List::Cue(framing(of)?, cue.parse().ok()?)),
            _ => None,
        }
    }

    fn has(self, tried: &load::Tried) -> bool {
        match self {
            List::Caught(framing) => tried.engine[framing] == Some(true),
            List::Neither => !tried.engine.contains(&Some(true)),
            List::Differ => [0, 1].iter().any(|framing| tried.differs(*framing)),
            List::Cue(framing, cue) => tried.cues.iter().any(|one| (one.framing, one.cue) == (framing, cue)),
        }
    }
}

impl Tried {
    /// Tries the framings of a folder: its files by name. What keeps it from being read is the first problem that does.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Result<Tried, Diagnostic> {
        let loaded = load::load(&folder(files));
        let first = || loaded.problems.diagnostics().into_iter().find(|problem| problem.severity == Severity::Error);
        loaded.trial().map(Tried).ok_or_else(|| {
            first().unwrap_or_else(|| Diagnostic {
                path: "story.toml".to_owned(),
                place: framing_reader_engine::text::Place { line: 1, column: 1 },
                severity: Severity::Error,
                message: "expected a story, found none".to_owned(),
                hint: None,
            })
        })
    }

    /// How many paragraphs there are, how many each list has, and for each framing its cues with the places where they stand.
    pub fn summary(&self) -> Value {
        let count = |list: List| number(self.0.paragraphs.iter().filter(|tried| list.has(tried)).count());
        let framing = |framing: usize| {
            let mut stands = vec![0; self.0.cues[framing].len()];
            for standing in self.0.paragraphs.iter().flat_map(|tried| &tried.cues).filter(|one| one.framing == framing)
            {
                if let Some(stands) = stands.get_mut(standing.cue) {
                    *stands += 1;
                }
            }
            let cue = |(rule, count): (&String, usize)| {
                Value::object([("rule", rule.as_str().into()), ("count", number(count))])
            };
            let by = |hand: bool, engine: Option<bool>| {
                let is = |tried: &&load::Tried| {
                    tried.hand.is_some_and(|codes| codes[framing] == hand) && tried.engine[framing] == engine
                };
                number(self.0.paragraphs.iter().filter(is).count())
            };
            Value::object([
                ("caught", count(List::Caught(framing))),
                ("unsure", number(self.0.paragraphs.iter().filter(|tried| tried.engine[framing].is_none()).count())),
                ("right", by(true, Some(true))),
                ("missed", by(true, Some(false))),
                ("beside", by(false, Some(true))),
                ("cues", self.0.cues[framing].iter().zip(stands).map(cue).collect()),
            ])
        };
        let is_both = |tried: &&load::Tried| tried.engine == [Some(true); 2];
        Value::object([
            ("paragraphs", number(self.0.paragraphs.len())),
            ("coded", number(self.0.paragraphs.iter().filter(|tried| tried.hand.is_some()).count())),
            ("both", number(self.0.paragraphs.iter().filter(is_both).count())),
            ("neither", count(List::Neither)),
            ("differ", count(List::Differ)),
            ("framings", [0, 1].map(framing).into_iter().collect()),
        ])
    }

    /// At most `count` paragraphs of a list from number `from` on, counted from 0.
    pub fn passages(&self, list: List, from: usize, count: usize) -> Value {
        let listed = self.0.paragraphs.iter().filter(|tried| list.has(tried));
        listed.skip(from).take(count).map(|tried| self.passage(tried)).collect()
    }

    fn passage(&self, tried: &load::Tried) -> Value {
        let index = TextIndex::new(&tried.words);
        let marks = tried.cues.iter().flat_map(|standing| {
            let rule = self.0.cues[standing.framing].get(standing.cue).map(String::as_str);
            standing.spans.iter().map(|span| (standing, rule, *span)).collect::<Vec<_>>()
        });
        let marks = marks.map(|(standing, rule, span)| {
            Value::object([
                ("framing", number(standing.framing)),
                ("cue", number(standing.cue)),
                ("rule", rule.into()),
                ("speaks", standing.speaks.into()),
                ("start", number(index.to_utf16(span.start))),
                ("end", number(index.to_utf16(span.end))),
            ])
        });
        let said = |framing: usize| {
            Value::object([
                ("engine", tried.engine[framing].map_or(Value::Null, Value::from)),
                ("hand", tried.hand.map_or(Value::Null, |hand| hand[framing].into())),
                ("differs", tried.differs(framing).into()),
                ("reason", tried.reasons[framing].as_deref().into()),
            ])
        };
        Value::object([
            ("document", tried.document.as_str().into()),
            ("line", number(tried.line as usize)),
            ("text", tried.words.as_str().into()),
            ("framings", [0, 1].map(said).into_iter().collect()),
            ("marks", marks.collect()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json, to_value};

    use super::*;

    const MANIFEST: &str = "format = 1\nid = \"pier\"\ntitle = \"The pier\"\nlanguage = \"en\"\n\
                            [[framing]]\nid = \"cost\"\nname = \"Cost\"\ncues.sure = [\"too dear\", \".. dear\", \"purse\"]\n\
                            [[framing]]\nid = \"memory\"\nname = \"Memory\"\ncues.sure = [\"remember*\"]\n\
                            [[document]]\nid = \"001\"\ntext = \"published\"\n";
    const ARTICLE: &str = "The council 😀 says that the pier has become too dear for a town of four thousand people, and will close it.\n\
                           Old people remember the first summer of the pier, and some of them met on it sixty years ago.\n\
                           The vote was put off until Monday because two members of the council were away in the north.\n";

    fn tried(codes: &str) -> Tried {
        let files = [("story.toml", MANIFEST), ("001.txt", ARTICLE), ("001.toml", codes)];
        Tried::new(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into()).unwrap()
    }

    fn listed(tried: &Tried, list: &str) -> Vec<Json> {
        let passages = to_value(tried.passages(List::parse(list).unwrap(), 0, 9)).unwrap();
        passages.as_array().unwrap().clone()
    }

    #[test]
    fn what_each_framing_catches_is_counted_with_the_words_that_catch_nothing() {
        let tried = tried("");
        let summary = to_value(tried.summary()).unwrap();
        assert_eq!((&summary["paragraphs"], &summary["neither"], &summary["both"]), (&json!(3), &json!(1), &json!(0)));
        let cues: Vec<_> = summary["framings"][0]["cues"].as_array().unwrap().iter().map(|cue| &cue["count"]).collect();
        assert_eq!(summary["framings"][0]["cues"][0]["rule"], "too dear");
        assert_eq!(cues.last(), Some(&&json!(0)));
        assert_eq!(listed(&tried, "neither")[0]["line"], 3);
        assert_eq!(listed(&tried, "caught 1")[0]["line"], 2);
    }

    #[test]
    fn the_words_of_cues_count_utf16_units() {
        let passage = &listed(&tried(""), "cue 0 0")[0];
        let units: Vec<u16> = passage["text"].as_str().unwrap().encode_utf16().collect();
        let [start, end] = ["start", "end"].map(|name| passage["marks"][0][name].as_f64().unwrap() as usize);
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "too dear");
    }

    #[test]
    fn hand_and_engine_are_compared_where_there_are_hand_codes() {
        let tried =
            tried("[[paragraph]]\nline = 1\nframes = [\"cost\"]\n[[paragraph]]\nline = 3\nframes = [\"cost\"]\n");
        let summary = to_value(tried.summary()).unwrap();
        let cost = &summary["framings"][0];
        assert_eq!(
            [&summary["coded"], &summary["differ"], &cost["right"], &cost["missed"]],
            [2, 1, 1, 1].map(|n| json!(n)).each_ref()
        );
        let differing = listed(&tried, "differ");
        assert_eq!((differing.len(), &differing[0]["framings"][0]["differs"]), (1, &json!(true)));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let problem = Tried::new([("story.toml".to_owned(), b"format = 1\n".to_vec())].into()).unwrap_err();
        assert_eq!(problem.path, "story.toml");
        assert_eq!(List::parse("cue 2 0"), None);
        assert_eq!(List::parse("all"), None);
        assert_eq!(to_value(Tried::default().summary()).unwrap()["paragraphs"], 0);
    }
}
