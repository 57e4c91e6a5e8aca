//! A frame's cue words and rules, read from a plain table (its syntax stands at the top of `lexicon/common.txt`).
//!
//! 1. lines are joined to entries (an indented line continues the one before);
//! 2. sets are collected, then every phrase becomes elements: words, sets, gaps, names;
//! 3. words are numbered, and each phrase is filed under the words it can begin with, so that reading a text looks at
//!    few phrases for each word.

use std::collections::HashMap;

use super::{Frame, words};
use crate::text::Span;

/// Which word of a story folder stands for which class: what people call a cue who write their own framing.
const STRENGTHS: [(&str, Class); 7] = [
    ("sure", Class::Decides),
    ("likely", Class::Fits),
    ("weak", Class::Adds),
    ("unsure", Class::Doubt),
    ("never", Class::Never),
    ("about", Class::Context),
    ("elsewhere", Class::Elsewhere),
];

/// What a phrase says about a paragraph, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Decides alone, whatever the paragraph is about.
    Decides,
    /// Decides where the subject fits.
    Fits,
    /// Decides where the document is a dispute; elsewhere half a decision.
    Leans,
    /// Half a decision where the subject fits.
    Adds,
    /// A quarter of one.
    Hints,
    /// Not a cue after all; where nothing else decides, the engine abstains.
    Doubt,
    /// Not a cue after all: a name, an idiom, a dismissal.
    Never,
    /// Shows that the subject fits.
    Context,
    /// Shows that it is another one.
    Elsewhere,
    /// Only looked for by other phrases' conditions.
    Condition,
}

impl Class {
    const WORDS: [(&'static str, Class); 9] = [
        ("decides", Class::Decides),
        ("fits", Class::Fits),
        ("leans", Class::Leans),
        ("adds", Class::Adds),
        ("hints", Class::Hints),
        ("doubt", Class::Doubt),
        ("never", Class::Never),
        ("context", Class::Context),
        ("elsewhere", Class::Elsewhere),
    ];
}

/// One step of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// One of these words, or a phrase of one of these sets (both sorted), or a name; with the signs of all.
    Any { words: Vec<usize>, sets: Vec<usize>, name: bool, signs: Signs },
    /// Up to this many words of the same sentence.
    Gap(usize),
}

impl Element {
    fn any(mut words: Vec<usize>, mut sets: Vec<usize>, name: bool) -> Element {
        words.sort_unstable();
        sets.sort_unstable();
        let signs = words.iter().map(|&w| Signs::word(w)).chain(sets.iter().map(|&s| Signs::set(s)));
        let signs = signs.chain(name.then_some(Signs::NAME)).fold(Signs::default(), Signs::with);
        Element::Any { words, sets, name, signs }
    }

    /// The sign without which it cannot stand; none where one of several will do.
    fn needs(&self) -> Signs {
        match self {
            Element::Any { signs, .. } if signs.0.is_power_of_two() => *signs,
            _ => Signs::default(),
        }
    }

    fn sets(&self) -> &[usize] {
        match self {
            Element::Any { sets, .. } => sets,
            Element::Gap(_) => &[],
        }
    }

    /// Whether it may stand where something has these signs.
    pub(super) fn may_be(&self, there: Signs) -> bool {
        match self {
            Element::Any { signs, .. } => signs.0 & there.0 != 0,
            Element::Gap(_) => true,
        }
    }
}

/// A small set of words, sets of words and names, in which some look alike: what has no sign in common is different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u64);

impl Signs {
    pub(super) const NAME: Signs = Signs(1 << 63);

    pub(super) fn word(word: usize) -> Signs {
        Signs(1 << (word % 63))
    }

    pub(super) fn set(set: usize) -> Signs {
        // Sets are few: the other half of the signs keeps them from the words that every table begins with.
        Signs(1 << ((set + 31) % 63))
    }

    pub(super) fn has(self, all: Signs) -> bool {
        self.0 & all.0 == all.0
    }

    pub(super) fn with(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// Where a condition must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// In the same sentence.
    Sentence,
    /// In the same paragraph.
    Paragraph,
    /// Nowhere in the same sentence.
    NotSentence,
}

/// A phrase, what it says, and what else must stand nearby.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) class: Class,
    /// Index of the heading it stands under.
    pub(super) group: usize,
    /// The codebook's rule it follows, where that is not its heading's.
    pub(super) number: Option<String>,
    pub(super) elements: Vec<Element>,
    /// The fewest words it can stand on.
    pub(super) fewest: usize,
    /// Another phrase, by its index, and where.
    pub(super) conditions: Vec<(Reach, usize)>,
    /// Whether it, or a set it uses, is written with capitals, so that names may match it.
    pub(super) printed: bool,
    pub(super) has_gap: bool,
}

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The reason people are told.
    pub(super) title: String,
    /// Number of the codebook's rule that its phrases follow.
    pub(super) number: Option<String>,
}

/// The cue words and rules of one frame.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Number of each whole word; written with a capital it matches as printed.
    whole: HashMap<String, usize>,
    /// Number of each beginning.
    stems: HashMap<String, usize>,
    /// Bytes of the longest beginning: no more of an endless word is looked up.
    longest_stem: usize,
    pub(super) phrases: Vec<Phrase>,
    pub(super) groups: Vec<Group>,
    /// The phrases of sets, as word numbers: the set, and one list of alternatives a word.
    pub(super) members: Vec<(usize, Vec<Vec<usize>>)>,
    /// Members and phrases by the word they begin with, phrases by set, phrases that begin with a name.
    pub(super) members_by_word: Vec<Vec<usize>>,
    pub(super) phrases_by_word: Vec<Vec<usize>>,
    pub(super) phrases_by_set: Vec<Vec<usize>>,
    pub(super) phrases_by_name: Vec<usize>,
    /// The fewest words of any phrase that can begin with each word, and of those that can begin with a name.
    pub(super) fewest: Vec<usize>,
    pub(super) fewest_by_name: usize,
    /// What each phrase without gaps surely needs: looked at before the phrase itself, most of which stand nowhere near.
    pub(super) needs: Vec<Signs>,
    /// Whether phrases tell where its subject fits; where none do, it fits wherever nothing speaks for another one.
    pub(super) has_subject: bool,
}

/// What is wrong with a line of a lexicon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconProblem {
    /// Line of the table, from 1; of cues of one's own, the place in their list.
    pub line: usize,
    /// For people, lower case, without a full stop.
    pub message: String,
}

/// How many words `..` and `...` may pass over.
const GAPS: [(&str, usize); 2] = [("..", 3), ("...", 10)];

/// How many gaps a phrase may have: each multiplies the ways of reading a sentence by eleven.
const MOST_GAPS: usize = 3;
/// How many words of a phrase may be left out: each doubles the phrases to look for.
const MOST_OPTIONAL: usize = 6;

impl Lexicon {
    /// Why a phrase is a cue: in a few words for people, and by the number of the codebook's rule.
    pub(super) fn rule(&self, phrase: usize) -> (String, Option<String>) {
        let phrase = &self.phrases[phrase];
        let group = self.groups.get(phrase.group);
        let number = phrase.number.clone().or_else(|| group.and_then(|group| group.number.clone()));
        (group.map(|group| group.title.clone()).unwrap_or_default(), number)
    }

    /// The shipped lexicon of a frame.
    pub fn shipped(frame: Frame) -> Lexicon {
        let own = match frame {
            Frame::Bargaining => include_str!("lexicon/bargaining.txt"),
            Frame::Security => include_str!("lexicon/security.txt"),
        };
        Lexicon::parse(&[include_str!("lexicon/common.txt"), own].concat()).0
    }

    /// Reads a table; lines with a problem are left out and named.
    pub fn parse(table: &str) -> (Lexicon, Vec<LexiconProblem>) {
        let mut parser = Parser::default();
        for (line, entry) in entries(table) {
            parser.entry(line, &entry);
        }
        let mut lexicon = parser.lexicon;
        lexicon.file();
        (lexicon, parser.problems)
    }

    /// Reads cues that somebody wrote for a framing of their own: a strength and a phrase each, told to people as the reason
    /// where it is found; or `@name` and a phrase of that set. Those with a problem are left out and named.
    pub fn from_cues(cues: &[(&str, &str)]) -> (Lexicon, Vec<LexiconProblem>) {
        let mut parser = Parser::default();
        // Sets first, so that phrases may use them wherever they stand.
        let (sets, phrases): (Vec<_>, Vec<_>) = (1..).zip(cues).partition(|(_, (key, _))| key.starts_with('@'));
        for (line, (key, phrase)) in sets.into_iter().chain(phrases) {
            if let Err(message) = parser.cue(key, phrase) {
                parser.problems.push(LexiconProblem { line, message });
            }
        }
        let mut lexicon = parser.lexicon;
        lexicon.file();
        (lexicon, parser.problems)
    }

    /// The words that name how strong a cue is, the strongest first.
    pub fn strengths() -> impl Iterator<Item = &'static str> {
        STRENGTHS.iter().map(|(word, _)| *word)
    }

    /// The numbers of a word: `lower` is `printed` in lower case.
    pub(super) fn numbers(&self, printed: &str, lower: &str, into: &mut Vec<usize>) {
        for form in [lower, printed].into_iter().take(if printed == lower { 1 } else { 2 }) {
            self.numbers_of(form, into);
        }
        // `lower` knows the capitals of ASCII only.
        if !printed.is_ascii() && printed.chars().any(|c| !c.is_ascii() && c.is_uppercase()) {
            self.numbers_of(&printed.to_lowercase(), into);
        }
    }

    fn numbers_of(&self, form: &str, into: &mut Vec<usize>) {
        into.extend(self.whole.get(form));
        let ends = form.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= self.longest_stem);
        into.extend(ends.filter_map(|end| self.stems.get(form.get(..end)?)));
    }

    fn number(&mut self, word: &str) -> usize {
        let next = self.whole.len() + self.stems.len();
        match word.strip_suffix('*') {
            Some(stem) => {
                self.longest_stem = self.longest_stem.max(stem.len());
                *self.stems.entry(stem.to_owned()).or_insert(next)
            }
            None => *self.whole.entry(word.to_owned()).or_insert(next),
        }
    }

    /// Files every phrase and member under what it begins with.
    fn file(&mut self) {
        let count = self.whole.len() + self.stems.len();
        self.members_by_word = vec![Vec::new(); count];
        self.phrases_by_word = vec![Vec::new(); count];
        self.has_subject = self.phrases.iter().any(|phrase| phrase.class == Class::Context);
        let in_phrases = self.phrases.iter().flat_map(|phrase| &phrase.elements).flat_map(Element::sets);
        let sets = self.members.iter().map(|(set, _)| set).chain(in_phrases).max().map_or(0, |last| last + 1);
        self.phrases_by_set = vec![Vec::new(); sets];
        for (index, (_, member)) in self.members.iter().enumerate() {
            for &word in member.first().into_iter().flatten() {
                self.members_by_word[word].push(index);
            }
        }
        for (index, phrase) in self.phrases.iter().enumerate() {
            match phrase.elements.first() {
                Some(Element::Any { words, sets, name, .. }) => {
                    words.iter().for_each(|&w| self.phrases_by_word[w].push(index));
                    sets.iter().for_each(|&s| self.phrases_by_set[s].push(index));
                    self.phrases_by_name.extend(name.then_some(index));
                }
                Some(Element::Gap(_)) | None => {}
            }
        }
        let fewest = |phrases: &[usize]| phrases.iter().map(|&p| self.phrases[p].fewest).min().unwrap_or(usize::MAX);
        let by_set = |&member: &usize| fewest(&self.phrases_by_set[self.members[member].0]);
        let by_word = |(phrases, members): (&Vec<usize>, &Vec<usize>)| {
            members.iter().map(by_set).fold(fewest(phrases), std::cmp::Ord::min)
        };
        self.fewest = self.phrases_by_word.iter().zip(&self.members_by_word).map(by_word).collect();
        self.fewest_by_name = fewest(&self.phrases_by_name);
        let needs = |phrase: &Phrase| {
            let signs = phrase.elements.iter().filter(|_| !phrase.has_gap).map(Element::needs);
            signs.fold(Signs::default(), Signs::with)
        };
        self.needs = self.phrases.iter().map(needs).collect();
    }
}

/// The entries of a table with the line each begins on: remarks and empty lines left out, indented lines joined.
fn entries(table: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (n, line) in table.lines().enumerate() {
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        match found.last_mut() {
            Some((_, entry)) if line.starts_with([' ', '\t']) => {
                entry.push(' ');
                entry.push_str(words);
            }
            _ => found.push((n + 1, words.to_owned())),
        }
    }
    found
}

/// A heading or phrase and, behind a middle dot, the number of the codebook's rule that it follows.
fn numbered(words: &str) -> (&str, Option<String>) {
    match words.rsplit_once('·') {
        Some((words, number)) => (words.trim_end(), Some(number.trim().to_owned())),
        None => (words, None),
    }
}

/// What has been read so far.
#[derive(Default)]
struct Parser {
    lexicon: Lexicon,
    sets: HashMap<String, usize>,
    /// The sets that hold a phrase written with capitals.
    printed_sets: Vec<usize>,
    conditions: HashMap<String, Vec<usize>>,
    problems: Vec<LexiconProblem>,
}

impl Parser {
    fn entry(&mut self, line: usize, entry: &str) {
        let (word, rest) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
        let class = Class::WORDS.iter().find(|(name, _)| *name == word).map(|(_, class)| *class);
        if let Some(title) = entry.strip_prefix("==") {
            let (title, number) = numbered(title.trim_matches(['=', ' ']));
            self.lexicon.groups.push(Group { title: title.to_owned(), number });
        } else if let Some(name) = word.strip_prefix('@') {
            let set = self.set(name.trim_end_matches(':'));
            self.each(line, rest, |parser, member| parser.member(set, member.trim()));
        } else if let Some(class) = class {
            self.each(line, rest, |parser, phrase| parser.phrase(class, phrase));
        } else {
            self.problems.push(LexiconProblem { line, message: ["unknown class `", word, "`"].concat() });
        }
    }

    /// Reads a cue of somebody's own; where it is found it is its own reason.
    fn cue(&mut self, key: &str, phrase: &str) -> Result<(), String> {
        if let Some(name) = key.strip_prefix('@') {
            let set = self.set(name);
            return self.member(set, phrase.trim());
        }
        let (_, class) = STRENGTHS.iter().find(|(word, _)| *word == key).ok_or_else(|| {
            let known: Vec<&str> = Lexicon::strengths().collect();
            ["unknown strength `", key, "`: expected one of ", &known.join(", "), ", or `@` and the name of a set"]
                .concat()
        })?;
        let (title, number) = numbered(phrase.trim());
        self.lexicon.groups.push(Group { title: title.to_owned(), number });
        self.phrase(*class, phrase)
    }

    /// The number of the set with this name.
    fn set(&mut self, name: &str) -> usize {
        let next = self.sets.len();
        *self.sets.entry(name.to_owned()).or_insert(next)
    }

    /// Reads each phrase of an entry; one that cannot be read does not keep the others out.
    fn each(&mut self, line: usize, phrases: &str, mut read: impl FnMut(&mut Self, &str) -> Result<(), String>) {
        for phrase in phrases.split('|') {
            if let Err(message) = read(self, phrase) {
                self.problems.push(LexiconProblem { line, message });
            }
        }
    }

    fn member(&mut self, set: usize, member: &str) -> Result<(), String> {
        if member.contains(char::is_uppercase) {
            self.printed_sets.push(set);
        }
        if let Some(other) = member.strip_prefix('@') {
            let other = self.known_set(other)?;
            let copied: Vec<_> = self.lexicon.members.iter().filter(|(s, _)| *s == other).cloned().collect();
            self.lexicon.members.extend(copied.into_iter().map(|(_, words)| (set, words)));
            return Ok(());
        }
        for elements in self.elements(member)? {
            let words = elements.into_iter().map(|e| match e {
                Element::Any { words, sets, name: false, .. } if sets.is_empty() => Ok(words),
                _ => Err(["a set holds words only: `", member, "`"].concat()),
            });
            let words = words.collect::<Result<Vec<_>, String>>()?;
            self.lexicon.members.push((set, words));
        }
        Ok(())
    }

    fn known_set(&self, name: &str) -> Result<usize, String> {
        self.sets.get(name).copied().ok_or_else(|| ["unknown set `@", name, "`"].concat())
    }

    fn phrase(&mut self, class: Class, phrase: &str) -> Result<(), String> {
        let (phrase, number) = numbered(phrase);
        let tokens: Vec<&str> = phrase.split_whitespace().collect();
        let mut parts = tokens.split(|t| matches!(*t, "&" | "&&" | "!&"));
        let reaches = tokens.iter().filter_map(|t| match *t {
            "&" => Some(Reach::Sentence),
            "&&" => Some(Reach::Paragraph),
            "!&" => Some(Reach::NotSentence),
            _ => None,
        });
        let main = parts.next().unwrap_or_default().join(" ");
        let mut conditions = Vec::new();
        for (reach, part) in reaches.zip(parts) {
            let part = part.join(" ");
            let ids = match self.conditions.get(&part) {
                Some(ids) => ids.clone(),
                None => {
                    let ids = self.add(Class::Condition, &part, &[], None)?;
                    self.conditions.insert(part, ids.clone());
                    ids
                }
            };
            match ids[..] {
                [id] => conditions.push((reach, id)),
                _ => return Err("a condition cannot leave words out".to_owned()),
            }
        }
        self.add(class, &main, &conditions, number).map(drop)
    }

    fn add(
        &mut self,
        class: Class,
        phrase: &str,
        conditions: &[(Reach, usize)],
        number: Option<String>,
    ) -> Result<Vec<usize>, String> {
        let mut ids = Vec::new();
        for elements in self.elements(phrase)? {
            ids.push(self.lexicon.phrases.len());
            self.lexicon.phrases.push(Phrase {
                class,
                group: self.lexicon.groups.len().saturating_sub(1),
                number: number.clone(),
                has_gap: elements.iter().any(|e| matches!(e, Element::Gap(_))),
                fewest: elements.iter().filter(|e| !matches!(e, Element::Gap(_))).count(),
                elements,
                conditions: conditions.to_vec(),
                printed: phrase.contains(char::is_uppercase) || self.uses_printed_set(phrase),
            });
        }
        Ok(ids)
    }

    fn uses_printed_set(&self, phrase: &str) -> bool {
        let names = phrase.split([' ', '/']).filter_map(|token| token.strip_prefix('@'));
        names.filter_map(|name| self.sets.get(name)).any(|set| self.printed_sets.contains(set))
    }

    /// The elements of a phrase, once with and once without each word that may be left out.
    fn elements(&mut self, phrase: &str) -> Result<Vec<Vec<Element>>, String> {
        let count = |is: fn(&str) -> bool| phrase.split_whitespace().filter(|token| is(token)).count();
        if count(|token| GAPS.iter().any(|(dots, _)| *dots == token)) > MOST_GAPS {
            return Err(format!("expected at most {MOST_GAPS} gaps, found more"));
        }
        if count(|token| token.starts_with('?')) > MOST_OPTIONAL {
            return Err(format!("expected at most {MOST_OPTIONAL} words that may be left out, found more"));
        }
        let mut variants: Vec<Vec<Element>> = vec![Vec::new()];
        for token in phrase.split_whitespace() {
            let bare = token.trim_start_matches('?');
            let steps = self.steps(bare)?;
            let mut longer = variants.clone();
            longer.iter_mut().for_each(|v| v.extend(steps.iter().cloned()));
            if bare.len() < token.len() { variants.extend(longer) } else { variants = longer }
        }
        let is_gap = |e: Option<&Element>| matches!(e, None | Some(Element::Gap(_)));
        if variants.iter().any(|v| is_gap(v.first()) || is_gap(v.last())) {
            return Err(["expected a phrase that begins and ends with a word, found `", phrase.trim(), "`"].concat());
        }
        Ok(variants)
    }

    /// One token of a phrase; a hyphened word is several steps.
    fn steps(&mut self, token: &str) -> Result<Vec<Element>, String> {
        if let Some((_, most)) = GAPS.iter().find(|(dots, _)| *dots == token) {
            return Ok(vec![Element::Gap(*most)]);
        }
        let (mut any, mut sets, mut name) = (Vec::new(), Vec::new(), false);
        for choice in token.split('/') {
            if choice == "<name>" {
                name = true;
                continue;
            }
            if let Some(name) = choice.strip_prefix('@') {
                sets.push(self.known_set(name)?);
                continue;
            }
            let stem = if choice.ends_with('*') { "*" } else { "" };
            let parts = words::words(choice, Span::new(0, choice.len()));
            let mut parts: Vec<String> = parts.iter().map(|w| w.span.of(choice).to_owned()).collect();
            if let Some(last) = parts.last_mut() {
                last.push_str(stem);
            }
            let numbers: Vec<usize> = parts.iter().map(|p| self.lexicon.number(p)).collect();
            match numbers[..] {
                [] => return Err(["expected a word, found `", choice, "`"].concat()),
                [word] => any.push(word),
                _ if token.contains('/') => return Err(["put `", choice, "` into a set: it is several words"].concat()),
                _ => {
                    return Ok(numbers.into_iter().map(|n| Element::any(vec![n], Vec::new(), false)).collect());
                }
            }
        }
        Ok(vec![Element::any(any, sets, name)])
    }
}
