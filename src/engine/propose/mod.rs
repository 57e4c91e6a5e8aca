//! Actors proposed from texts whose actors nobody has listed: names, kinds, roles, other names, for a reader to accept.
//!
//! 1. [`collect`]: every run of capitals in a paragraph that reads as a name ([`runs`]), with what stands around it, added up
//!    over all documents;
//! 2. [`around`] and [`role`]: whether the words around a name let it act, and a title or an apposition says of its bearer ("the
//!    port's manager, Ana Ruiz");
//! 3. [`group`]: short names go to the one full name they can stand for; a name that two bear goes to neither;
//! 4. [`kind`]: whether a name is an actor's and of what kind, by its own [`nouns`] and by what was collected, or is dropped;
//! 5. [`countries`]: governments by their countries' names, capitals and adjectives;
//! 6. [`crate::mention`] counts where the actors so found are named: who is named nowhere is dropped.
//!
//! Pure and total. There is no list of people, companies or bodies: only words that go with them. Nothing that a proposal
//! says is more than its words: [`Proposal::reason`] tells by what it was found.

mod around;
mod collect;
mod countries;
mod group;
mod kind;
mod nouns;
mod render;
mod role;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use self::render::toml;
use crate::{
    block::Document,
    gazetteer::{ActorNames, Gazetteer},
    mention::{self, Mention},
    quotation::{Certainty, names::kebab},
    text::Span,
};

/// More actors than a reader could go through: of a longer list those named most often are kept.
const MOST: usize = 600;

/// How often mentions are looked for at most; two or three times are enough for texts that people wrote.
const PASSES: usize = 6;

/// An actor that the texts seem to have.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Id (kebab-case of the fullest name), fullest name, kind, and other printed names that can stand for nobody else.
    pub names: ActorNames,
    /// What the texts say it is.
    pub role: Option<Role>,
    /// Where it is named, document by document, in order of place.
    pub mentions: Vec<Named>,
    /// How surely it is an actor of its kind.
    pub certainty: Certainty,
    /// By what it was found, in a few words for people.
    pub reason: &'static str,
}

impl Proposal {
    /// How often each of so many documents names it.
    pub fn counts(&self, documents: usize) -> Vec<usize> {
        let mut counts = vec![0; documents];
        for named in &self.mentions {
            if let Some(count) = counts.get_mut(named.document) {
                *count += 1;
            }
        }
        counts
    }
}

/// A place where a proposed actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Index of the document.
    pub document: usize,
    /// The words, in bytes of that document's text; [`Mention::actor`] is the proposal's index.
    pub mention: Mention,
}

/// What a text says that somebody is, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The words, without article: "head of the port authority".
    pub text: String,
    /// Index of the document.
    pub document: usize,
    /// The words in that document's text, in bytes.
    pub span: Span,
}

/// Proposes actors, those named most often first. `documents` are read as one story. Takes time in proportion to their length.
pub fn proposals(documents: &[Document<'_>]) -> Vec<Proposal> {
    let collected = collect::collect(documents);
    let mut found = kind::judged(group::grouped(collected));
    found.truncate(MOST);
    let governments = countries::governments().into_iter().map(|names| {
        let reason = "a country, its capital or its government, where it can act";
        Proposal { names, role: None, mentions: Vec::new(), certainty: Certainty::Certain, reason }
    });
    found.extend(governments);
    with_ids(&mut found);
    named(documents, found)
}

/// The name list that accepts every proposal.
pub fn gazetteer(proposals: &[Proposal]) -> Gazetteer {
    Gazetteer::new(proposals.iter().map(|proposal| proposal.names.clone()).collect())
}

/// Gives each an id of its own; who has a name that another has already is left out.
fn with_ids(proposals: &mut Vec<Proposal>) {
    let mut ids = HashSet::new();
    proposals.retain_mut(|proposal| {
        proposal.names.id = kebab(&proposal.names.name);
        !proposal.names.id.is_empty() && ids.insert(proposal.names.id.clone())
    });
    let mut taken: HashSet<String> = proposals.iter().map(|proposal| proposal.names.name.to_lowercase()).collect();
    for proposal in proposals {
        proposal.names.aliases.retain(|alias| taken.insert(alias.to_lowercase()));
    }
}

/// Those that the documents name, most often first. Whoever is named nowhere is dropped, and so are names that stand nowhere:
/// they must not keep them from others. Done until nothing changes, so that accepting all gives just these mentions.
fn named(documents: &[Document<'_>], mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    for pass in 1..=PASSES {
        let printed = count(documents, &mut proposals);
        let before: Vec<ActorNames> = proposals.iter().map(|proposal| proposal.names.clone()).collect();
        if pass == PASSES {
            break;
        }
        for (proposal, printed) in proposals.iter_mut().zip(&printed) {
            proposal.names.aliases.retain(|alias| printed.contains(alias.as_str()));
        }
        proposals.retain(|proposal| !proposal.mentions.is_empty());
        proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.mentions.len()));
        let same =
            |(one, other): (&ActorNames, &Proposal)| one.id == other.names.id && one.aliases == other.names.aliases;
        if before.len() == proposals.len() && before.iter().zip(&proposals).all(same) {
            break;
        }
    }
    proposals
}

/// Finds the proposals' mentions; which words each is printed as.
fn count<'t>(documents: &[Document<'t>], proposals: &mut [Proposal]) -> Vec<HashSet<&'t str>> {
    let gazetteer = gazetteer(proposals);
    let mut printed = vec![HashSet::new(); proposals.len()];
    proposals.iter_mut().for_each(|proposal| proposal.mentions.clear());
    for (number, document) in documents.iter().enumerate() {
        for mention in mention::mentions(document, &gazetteer) {
            printed[mention.actor].insert(mention.span.of(document.text));
            proposals[mention.actor].mentions.push(Named { document: number, mention });
        }
    }
    printed
}
