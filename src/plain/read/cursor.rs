//! A value and how it was come by. Asking it for something that it is not tells a problem and gives something empty, so that
//! reading goes on and every problem of a story is told at once.

use std::cell::{Cell, RefCell};

use framing_reader_story::similar::did_you_mean;

use super::Problem;
use crate::{tables::Table, value::Value};

/// How many problems are told.
const TOLD: usize = 1000;
/// How many of them come with a guess at what was meant: a guess looks at every name there is.
const GUESSES: usize = 100;
/// How long a name a guess looks at, in bytes.
const GUESS: usize = 64;
/// How many characters of what was found are shown.
const SHOWN: usize = 40;
/// How long a list may be: the model counts with 16 bits.
const LONGEST: usize = u16::MAX as usize;

static NOTHING: Value = Value::Null;

/// What was found wrong so far.
#[derive(Default)]
pub(super) struct Problems {
    told: RefCell<Vec<Problem>>,
    more: Cell<usize>,
}

impl Problems {
    pub(super) fn is_empty(&self) -> bool {
        self.told.borrow().is_empty()
    }

    pub(super) fn into_list(self) -> Vec<Problem> {
        let (mut told, more) = (self.told.into_inner(), self.more.get());
        if more > 0 {
            let message = format!("{more} more problems");
            told.push(Problem { path: String::new(), message, hint: Some("mend these first".to_owned()) });
        }
        told
    }
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Start,
    Member(&'a str),
    Item(usize),
}

/// A value and the way to it.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    value: &'a Value,
    step: Step<'a>,
    parent: Option<&'a Cursor<'a>>,
    problems: &'a Problems,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(value: &'a Value, problems: &'a Problems) -> Cursor<'a> {
        Cursor { value, step: Step::Start, parent: None, problems }
    }

    /// Tells a problem with this value.
    pub(super) fn problem(&self, message: String, hint: Option<String>) {
        let mut told = self.problems.told.borrow_mut();
        if told.len() < TOLD {
            told.push(Problem { path: self.path(), message, hint });
        } else {
            self.problems.more.set(self.problems.more.get() + 1);
        }
    }

    /// Tells that something else should stand here.
    pub(super) fn expected(&self, what: &str) {
        self.problem(format!("expected {what}, found {}", self.found()), None);
    }

    /// Tells that one of the `known` words should stand here, and which of them may have been meant.
    pub(super) fn expected_one_of(&self, what: &str, known: &[&str]) {
        let guesses = self.problems.told.borrow().len() < GUESSES;
        let hint = match self.value {
            Value::Text(text) if guesses && text.len() <= GUESS => {
                did_you_mean(text, known.iter().copied().filter(|name| name.len() <= GUESS))
            }
            _ => None,
        };
        self.problem(format!("expected {what}, found {}", self.found()), hint);
    }

    fn path(&self) -> String {
        let mut path = self.parent.map(Cursor::path).unwrap_or_default();
        match self.step {
            Step::Start => {}
            Step::Item(index) => path.push_str(&format!("[{index}]")),
            Step::Member(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&shown(name));
            }
        }
        path
    }

    /// What stands here, in a few words.
    fn found(&self) -> String {
        match self.value {
            Value::Null => "nothing".to_owned(),
            Value::Bool(flag) => format!("`{flag}`"),
            // Wording a fraction takes more code than reading a story.
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("`{}`", *number as i64),
            Value::Number(_) => "a number".to_owned(),
            Value::Text(text) => format!("`{}`", shown(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
            Value::Beyond => "something nested too deep".to_owned(),
        }
    }

    /// Whether anything stands here; `null` is nothing.
    pub(super) fn is_given(&self) -> bool {
        *self.value != Value::Null
    }

    /// Tells what is no object, and members that are not among the `known`.
    pub(super) fn has_only(&self, known: &[&str]) {
        match self.value {
            Value::Object(members) => {
                for (name, _) in members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
                    let found = Value::Text(name.clone());
                    let member = Cursor { value: &found, step: Step::Member(name), parent: Some(self), ..*self };
                    member.expected_one_of("a member of the format", known);
                }
            }
            Value::Null => {}
            _ => self.expected("an object"),
        }
    }

    /// One of its members; nothing where it has none of that name.
    pub(super) fn get<'c>(&'c self, name: &'c str) -> Cursor<'c> {
        let members = match self.value {
            Value::Object(members) => members.as_slice(),
            _ => &[],
        };
        let value = members.iter().find(|(known, _)| known == name).map_or(&NOTHING, |(_, value)| value);
        Cursor { value, step: Step::Member(name), parent: Some(self), problems: self.problems }
    }

    /// Its items; none where nothing stands here.
    pub(super) fn items(&self) -> impl Iterator<Item = Cursor<'_>> {
        let values = match self.value {
            Value::List(values) if values.len() <= LONGEST => values.as_slice(),
            Value::List(values) => {
                self.problem(format!("expected at most {LONGEST} entries, found {}", values.len()), None);
                &[]
            }
            Value::Null => &[],
            _ => {
                self.expected("a list");
                &[]
            }
        };
        let item =
            |(index, value)| Cursor { value, step: Step::Item(index), parent: Some(self), problems: self.problems };
        values.iter().enumerate().map(item)
    }

    /// One of its items; nothing where it has none at that place.
    pub(super) fn item(&self, index: usize) -> Cursor<'_> {
        let value = match self.value {
            Value::List(values) => values.get(index).unwrap_or(&NOTHING),
            _ => &NOTHING,
        };
        Cursor { value, step: Step::Item(index), parent: Some(self), problems: self.problems }
    }

    /// A text, where one is given.
    pub(super) fn text_if_given(&self) -> Option<String> {
        match self.value {
            Value::Text(text) => Some(text.clone()),
            Value::Null => None,
            _ => {
                self.expected("a text");
                None
            }
        }
    }

    /// A text that may be left out.
    pub(super) fn text_or_empty(&self) -> String {
        self.text_if_given().unwrap_or_default()
    }

    /// A text that must be given.
    pub(super) fn text(&self) -> String {
        if !self.is_given() {
            self.expected("a text");
        }
        self.text_or_empty()
    }

    /// A truth value; no where it is left out.
    pub(super) fn flag(&self) -> bool {
        match self.value {
            Value::Bool(flag) => *flag,
            Value::Null => false,
            _ => {
                self.expected("true or false");
                false
            }
        }
    }

    /// A text that must be given and fit; `fits` says what should stand in its place where it does not.
    pub(super) fn id(&self, what: &str, fits: fn(&str) -> Option<&'static str>) -> String {
        match self.value {
            Value::Text(text) => {
                fits(text).into_iter().for_each(|expected| self.expected(expected));
                text.clone()
            }
            _ => {
                self.expected(what);
                String::new()
            }
        }
    }

    /// A whole number within bounds, both included, if that is what stands here.
    pub(super) fn number_within(&self, least: u32, most: u32) -> Option<u32> {
        let fits = |number: f64| number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number);
        match self.value {
            Value::Number(number) if fits(*number) => Some(*number as u32),
            _ => None,
        }
    }

    /// A whole number that must be given, from `least`.
    pub(super) fn number(&self, least: u32) -> u32 {
        let number = self.number_within(least, u32::MAX);
        if number.is_none() {
            self.expected(&format!("a whole number from {least}"));
        }
        number.unwrap_or(least)
    }

    /// A number from -1 to 1 in thousandths; 0 where it is left out.
    pub(super) fn thousandths(&self) -> i16 {
        match self.value {
            Value::Number(number) if (-1.0..=1.0).contains(number) => (number * 1000.0).round() as i16,
            Value::Null => 0,
            _ => {
                self.expected("a number from -1 to 1");
                0
            }
        }
    }

    /// What one of a table's words stands for.
    pub(super) fn word<T: Copy>(&self, what: &str, table: &Table<T>) -> Option<T> {
        let found = match self.value {
            Value::Text(text) => table.iter().find(|(word, _)| word == text).map(|(_, kind)| *kind),
            Value::Null => return None,
            _ => None,
        };
        if found.is_none() {
            let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
            self.expected_one_of(&format!("{what} ({})", words.join(", ")), &words);
        }
        found
    }
}

/// The beginning of a text, without what would break a line.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
