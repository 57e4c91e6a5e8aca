//! The names the engine knows: the actors of one story, and how each of them may be printed.
//!
//! A form is a printed name cut into words ([`crate::mention`] cuts texts the same way). Besides the forms a story
//! declares there are some that follow from them: a person's surname, a company in capitals, the officials of an
//! administration, the government of a country.

use crate::mention::token::{self, Token};

/// What kind of actor a name stands for; it decides which of a name's uses count as a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A person: surnames count after the full name.
    Person,
    /// A company.
    Company,
    /// A government, also by its country's or capital's name: places and modifiers do not count.
    Government,
    /// A government body: a ministry, a council, a committee, an administration.
    Body,
    /// A newspaper, agency or broadcaster.
    Media,
    /// Any other organisation.
    Organisation,
}

impl ActorKind {
    /// The word of the story folder.
    pub fn as_str(self) -> &'static str {
        match self {
            ActorKind::Person => "person",
            ActorKind::Company => "company",
            ActorKind::Government => "government",
            ActorKind::Body => "body",
            ActorKind::Media => "media",
            ActorKind::Organisation => "organisation",
        }
    }
}

/// The names of one actor.
#[derive(Clone, Debug)]
pub struct ActorNames {
    /// Kebab-case of the fullest name.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Every other printed form.
    pub aliases: Vec<String>,
}

/// How a form came to stand for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The story says so.
    Declared,
    /// It is the last word of a person's name: it counts once the whole name was read.
    Surname,
}

/// One printed form and whom it may stand for.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Its words, without periods.
    pub(crate) words: Vec<String>,
    /// For each word: whether a hyphen joins it to the one before.
    pub(crate) hyphens: Vec<bool>,
    /// The actors, in the order of the story.
    pub(crate) claims: Vec<(usize, Claim)>,
    /// Whether it is a person's name.
    pub(crate) of_person: bool,
    /// For a name of one word: its place among the names that could be words.
    pub(crate) word: Option<usize>,
}

/// All names of a story, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    actors: Vec<ActorNames>,
    forms: Vec<Form>,
    /// Hash of a form's first word, and the form; sorted, of one hash the longest form first.
    index: Vec<(u64, usize)>,
    /// Hashes of one-word names in lower case, sorted: a text that has them may mean the word.
    lowercase: Vec<u64>,
}

impl Gazetteer {
    /// Builds the name list; an actor's index is its place in `actors`.
    pub fn new(actors: Vec<ActorNames>) -> Self {
        let mut forms: Vec<Form> = Vec::new();
        for (n, actor) in actors.iter().enumerate() {
            for printed in std::iter::once(&actor.name).chain(&actor.aliases) {
                claim(&mut forms, printed, n, Claim::Declared);
            }
            for printed in following(actor) {
                claim(&mut forms, &printed, n, Claim::Declared);
            }
            if let Some(surname) = surname(actor) {
                claim(&mut forms, surname, n, Claim::Surname);
            }
        }
        let mut index: Vec<(u64, usize)> =
            forms.iter().enumerate().filter_map(|(f, form)| Some((token::hash(form.words.first()?), f))).collect();
        index.sort_by_key(|&(hash, f)| {
            (hash, std::cmp::Reverse((forms[f].words.len(), forms[f].words.concat().len())), f)
        });
        let as_word = |form: &Form| {
            let word = form.words[0].to_lowercase();
            (form.words.len() == 1 && word.chars().count() > 2).then(|| token::hash(&word))
        };
        let mut lowercase: Vec<u64> = forms.iter().filter_map(as_word).collect();
        lowercase.sort_unstable();
        lowercase.dedup();
        for form in &mut forms {
            form.word = as_word(form).and_then(|hash| lowercase.binary_search(&hash).ok());
            form.of_person = form.claims.iter().any(|&(actor, _)| actors[actor].kind == ActorKind::Person);
        }
        Gazetteer { actors, forms, index, lowercase }
    }

    /// The actors, in the order they were given.
    pub fn actors(&self) -> &[ActorNames] {
        &self.actors
    }

    /// The forms that begin with a word of this hash, the longest first.
    pub(crate) fn forms_from(&self, hash: u64) -> impl Iterator<Item = &Form> {
        let from = self.index.partition_point(|&(h, _)| h < hash);
        self.index[from..].iter().take_while(move |&&(h, _)| h == hash).map(|&(_, f)| &self.forms[f])
    }

    /// Where the lower-case word of this hash stands among the names that are also words.
    pub(crate) fn word_name(&self, hash: u64) -> Option<usize> {
        self.lowercase.binary_search(&hash).ok()
    }

    /// How many names could also be words.
    pub(crate) fn word_names(&self) -> usize {
        self.lowercase.len()
    }
}

/// Adds an actor to the form that `printed` is.
fn claim(forms: &mut Vec<Form>, printed: &str, actor: usize, how: Claim) {
    let mut tokens: Vec<Token> = Vec::new();
    token::tokens(printed, 0, &mut tokens);
    let words: Vec<String> = tokens.iter().map(|t| token::plain(&printed[t.start..t.end])).collect();
    if words.is_empty() {
        return;
    }
    let hyphens: Vec<bool> = tokens.iter().map(|t| t.gap.is_hyphen()).collect();
    match forms.iter_mut().find(|f| f.words == words && f.hyphens == hyphens) {
        Some(form) if form.claims.iter().any(|&(a, _)| a == actor) => {}
        Some(form) => form.claims.push((actor, how)),
        None => forms.push(Form { words, hyphens, claims: vec![(actor, how)], of_person: false, word: None }),
    }
}

/// Forms that follow from an actor's name without being declared.
fn following(actor: &ActorNames) -> Vec<String> {
    let mut forms = Vec::new();
    let names = || std::iter::once(&actor.name).chain(&actor.aliases);
    for name in names() {
        let stem = name.strip_suffix(" administration").or_else(|| name.strip_suffix(" Administration"));
        if let Some(stem) = stem {
            forms.extend(["administration", "Administration", "officials"].map(|what| format!("{stem} {what}")));
        }
    }
    match actor.kind {
        ActorKind::Government if !actor.name.contains("dministration") => {
            forms.extend([format!("{} government", actor.name), format!("government of {}", actor.name)]);
            forms.push(format!("Government of {}", actor.name));
        }
        ActorKind::Person if actor.name.contains(' ') => forms.push(actor.name.to_uppercase()),
        ActorKind::Company | ActorKind::Media | ActorKind::Organisation => {
            // Four letters or more: shorter ones in capitals could be anything.
            let long = names().filter(|n| n.chars().filter(|c| c.is_alphabetic()).count() >= 4);
            forms.extend(long.map(|n| n.to_uppercase()));
        }
        _ => {}
    }
    forms
}

/// The last word of a person's name of two words or more.
fn surname(actor: &ActorNames) -> Option<&str> {
    let last = actor.name.split_whitespace().next_back()?;
    let fits = last.chars().count() >= 2
        && last.starts_with(char::is_uppercase)
        && !matches!(last, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III");
    (actor.kind == ActorKind::Person && actor.name.contains(' ') && fits).then_some(last)
}
