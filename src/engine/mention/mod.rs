//! Mentions: where the story's actors are named in a document's paragraphs (CODEBOOK, section 2). In order:
//!
//! 1. [`token`]: the paragraph cut into words;
//! 2. of the names that begin at a word the longest is taken, with what belongs to it ("Inc.", a middle name);
//! 3. [`party`] for governments, [`name`] for everybody else: whether the name is a mention where it stands;
//! 4. a surname goes to whoever of that name was named in full last.

mod grammar;
mod name;
mod party;
#[cfg(test)]
mod tests;
pub(crate) mod token;
mod view;

use crate::{
    block::Document,
    gazetteer::{ActorKind, Form, Gazetteer},
    text::Span,
};
use token::{Case, Token};
use view::View;

/// A place where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name alone, in bytes of the document's text.
    pub span: Span,
    /// Index of the actor in the gazetteer.
    pub actor: usize,
    /// Index of its paragraph among the document's blocks.
    pub block: usize,
}

/// Finds every mention, in order of place; none overlap.
pub fn mentions(document: &Document<'_>, gazetteer: &Gazetteer) -> Vec<Mention> {
    let mut found = Vec::new();
    if gazetteer.actors().is_empty() {
        return found;
    }
    let mut memory = name::Memory::new(document, gazetteer);
    let mut tokens = Vec::new();
    for (block, paragraph) in document.paragraphs() {
        token::tokens(paragraph.span.of(document.text), paragraph.span.start, &mut tokens);
        let mut view = View { text: document.text, tokens: &tokens, mentioned: 0 };
        let mut i = 0;
        while i < tokens.len() {
            let Some((form, j)) = longest_name(&view, gazetteer, i) else {
                i += 1;
                continue;
            };
            memory.step();
            if let Some(actor) = actor_at(&view, gazetteer, &mut memory, form, i, j) {
                let j = if takes_legal_form(gazetteer, actor) { with_legal_form(&view, i, j) } else { j };
                found.push(Mention { span: Span::new(tokens[i].start, name_end(&view, j)), actor, block });
                view.mentioned = j;
                i = j;
            } else {
                i = j;
            }
        }
    }
    found
}

/// The longest name that begins at word `i`, and one past its last word.
fn longest_name<'g>(view: &View<'_>, gazetteer: &'g Gazetteer, i: usize) -> Option<(&'g Form, usize)> {
    let mut forms = gazetteer.forms_from(view.tokens[i].hash).peekable();
    forms.peek()?;
    forms.find_map(|form| match_end(view, form, i).map(|j| (form, j)))
}

/// One past the last word of `form` at word `i`, if it stands there; a middle name may stand within a person's two words.
fn match_end(view: &View<'_>, form: &Form, i: usize) -> Option<usize> {
    let is = |n: usize, word: &str| view.tokens.get(n).is_some_and(|t| token::is(t.of(view.text), word));
    let joined = |n: usize, hyphen: bool| {
        let gap = view.tokens[n].gap;
        !view.tokens[n - 1].possessive && if hyphen { gap.is_hyphen() } else { gap.joins() || gap.is_amid_name() }
    };
    if !is(i, &form.words[0]) {
        return None;
    }
    let mut rest = (1..form.words.len()).map(|k| (i + k, &form.words[k], form.hyphens[k]));
    if rest.all(|(n, word, hyphen)| is(n, word) && joined(n, hyphen)) {
        return Some(i + form.words.len());
    }
    if form.words.len() != 2 || !form.of_person {
        return None;
    }
    let middle = |n: usize| view.tokens.get(n).is_some_and(|t| t.is_capital() && !t.first) && joined(n, false);
    (1..=2)
        .find(|&k| (1..=k).all(|m| middle(i + m)) && is(i + k + 1, &form.words[1]) && joined(i + k + 1, false))
        .map(|k| i + k + 2)
}

/// Who is named by the words `i..j`, if that is a mention.
fn actor_at(
    view: &View<'_>,
    gazetteer: &Gazetteer,
    memory: &mut name::Memory,
    form: &Form,
    i: usize,
    j: usize,
) -> Option<usize> {
    let of = |actor: usize| gazetteer.actors()[actor].kind;
    // A name that a person shares with a company is the person's once the person was named in full.
    let person = form.claims.iter().any(|&(actor, _)| of(actor) == ActorKind::Person && memory.knows(actor));
    let first = form.claims.first()?.0;
    match if person { ActorKind::Person } else { of(first) } {
        ActorKind::Person => name::person(view, memory, form, i, j),
        // Administrations are governments by kind and bodies by name: no country's name, no place.
        ActorKind::Government if form.words.len() > 1 && !is_state(form) => {
            (!view.tokens[i].gap.is_hyphen()).then_some(first)
        }
        ActorKind::Government => (!is_shouted(view, i, j) && party::is_party(view, i, j)).then_some(first),
        kind => name::organisation(view, memory, form, kind, i, j).then_some(first),
    }
}

/// Whether a name of several words is a country's or capital's, rather than a government's.
fn is_state(form: &Form) -> bool {
    let last = form.words.last().map_or("", String::as_str);
    let governs = |w: &str| {
        matches!(w, "government" | "Government" | "administration" | "Administration" | "officials" | "government's")
    };
    !governs(last) && !governs(&form.words[0])
}

/// "TELL US NOW": among capitals, "US" may be the pronoun.
fn is_shouted(view: &View<'_>, i: usize, j: usize) -> bool {
    let upper = |n: Option<usize>| n.and_then(|n| view.tokens.get(n)).is_some_and(|t| t.case == Case::Upper);
    let single = j - i == 1 && view.tokens[i].case == Case::Upper && !view.tokens[i].of(view.text).contains('.');
    single
        && (upper(i.checked_sub(1)) && (upper(Some(j)) || j >= view.tokens.len())
            || i == 0 && upper(Some(j)) && upper(Some(j + 1)))
}

fn takes_legal_form(gazetteer: &Gazetteer, actor: usize) -> bool {
    matches!(gazetteer.actors()[actor].kind, ActorKind::Company | ActorKind::Organisation | ActorKind::Media)
}

/// "Corp.", "Inc." behind a company's name belong to it.
fn with_legal_form(view: &View<'_>, i: usize, j: usize) -> usize {
    let follows = view.tokens.get(j).is_some_and(|t| {
        (t.gap.is_space() || t.gap.is_comma())
            && !view.tokens[j - 1].possessive
            && grammar::is_legal_form(t.of(view.text))
    });
    if follows && j > i { j + 1 } else { j }
}

/// Where the name of the words up to `j` ends: the period of "Corp." belongs to it.
fn name_end(view: &View<'_>, j: usize) -> usize {
    let last: &Token = &view.tokens[j - 1];
    let dotted = matches!(last.of(view.text), "Corp" | "Inc" | "Ltd" | "Co" | "Bros" | "Jr" | "Sr");
    if dotted && view.text.get(last.end..).is_some_and(|rest| rest.starts_with('.')) { last.end + 1 } else { last.end }
}
