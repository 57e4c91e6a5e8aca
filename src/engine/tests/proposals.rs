//! How well actors are proposed: on the invented articles of `tests/actors`, half of them held back while rules were written,
//! and on the five saved articles where `FRAMING_READER_ORIGINALS` names their folder. The figures are printed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use framing_reader_engine::{
    Document,
    propose::{self, Proposal},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// An actor of a key.
struct Actor {
    kind: String,
    /// Lower case, the fullest first.
    names: Vec<String>,
    role: String,
}

/// What was found of a key.
#[derive(Default)]
struct Score {
    /// Actors of the key, and those of them that were proposed.
    actors: usize,
    found: usize,
    /// Proposals, and those of them that are actors of the key.
    proposals: usize,
    right: usize,
    /// Of those found: with the key's kind, with the key's role, of those that have one.
    kinds: usize,
    roles: [usize; 2],
}

impl Score {
    fn recall(&self) -> f64 {
        self.found as f64 / self.actors.max(1) as f64
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.proposals.max(1) as f64
    }

    fn tell(&self, what: &str) {
        println!(
            "{what}: recall {:.3} ({} of {}), precision {:.3} ({} of {}), kind right {} of {}, role right {} of {}",
            self.recall(),
            self.found,
            self.actors,
            self.precision(),
            self.right,
            self.proposals,
            self.kinds,
            self.found,
            self.roles[0],
            self.roles[1],
        );
    }
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Holds proposals against a key. A name tells them for the same: one proposal stands for one actor.
fn score(proposals: &[&Proposal], key: &[Actor], score: &mut Score, show: bool) {
    let forms = |proposal: &Proposal| -> BTreeSet<String> {
        proposal.names.aliases.iter().chain([&proposal.names.name]).map(|name| name.to_lowercase()).collect()
    };
    let mut taken = BTreeSet::new();
    for actor in key {
        let stands = |(at, proposal): &(usize, &&Proposal)| {
            !taken.contains(at) && actor.names.iter().any(|name| forms(proposal).contains(name))
        };
        score.actors += 1;
        let best = |name: &str| proposals.iter().position(|proposal| proposal.names.name.to_lowercase() == name);
        let exact = best(&actor.names[0]).filter(|at| !taken.contains(at));
        match exact.or_else(|| proposals.iter().enumerate().find(stands).map(|(at, _)| at)) {
            None if show => println!("  missed {}", actor.names[0]),
            None => {}
            Some(at) => {
                taken.insert(at);
                score.found += 1;
                let (found, wanted) = (proposals[at].names.kind.as_str(), &actor.kind);
                score.kinds += usize::from(found == wanted);
                if show && found != wanted {
                    println!("  {}: {found}, by the key {wanted}", actor.names[0]);
                }
                if !actor.role.is_empty() {
                    let role = proposals[at].role.as_ref().map_or("", |role| &role.text);
                    let right = role.to_lowercase().contains(&actor.role.to_lowercase());
                    score.roles[0] += usize::from(right);
                    score.roles[1] += 1;
                    if show && !right {
                        println!("  {}: role `{role}`, by the key `{}`", actor.names[0], actor.role);
                    }
                }
            }
        }
    }
    score.proposals += proposals.len();
    score.right += taken.len();
    for (at, proposal) in proposals.iter().enumerate().filter(|(at, _)| show && !taken.contains(at)) {
        println!("  too much {at} {} ({}, {})", proposal.names.name, proposal.mentions.len(), proposal.reason);
    }
}

fn key(text: &str) -> Vec<Actor> {
    let actor = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let kind = fields.next().unwrap();
        let name = fields.next().unwrap().to_lowercase();
        let others = fields.next().unwrap_or_default();
        let others = others.split('|').filter(|other| !other.is_empty()).map(str::to_lowercase);
        Actor { kind, names: [name].into_iter().chain(others).collect(), role: fields.next().unwrap_or_default() }
    };
    text.lines().filter(|line| !line.is_empty()).map(actor).collect()
}

/// The figures of a folder of articles, each read alone.
fn folder(name: &str, show: bool) -> Score {
    let mut total = Score::default();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(here("tests/actors").join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let text = fs::read_to_string(path).unwrap();
        let proposals = propose::proposals(&[Document::parse(&text)]);
        if show {
            println!("{}", path.file_stem().unwrap().to_string_lossy());
        }
        let all: Vec<&Proposal> = proposals.iter().collect();
        score(&all, &key(&fs::read_to_string(path.with_extension("key")).unwrap()), &mut total, show);
    }
    total.tell(name);
    total
}

#[test]
fn the_articles_in_sight_reach_the_bars() {
    let score = folder("open", true);
    assert!(score.recall() >= 0.9 && score.precision() >= 0.9);
}

#[test]
fn the_articles_held_back_reach_the_bars() {
    let score = folder("held", std::env::var_os("SHOW_HELD").is_some());
    assert!(score.recall() >= 0.8 && score.precision() >= 0.8);
}

/// The shipped story's actors, and how often a person marked each in the saved articles.
#[test]
fn the_saved_articles_reach_the_bars() {
    let Some(folder) = std::env::var_os("FRAMING_READER_ORIGINALS") else { return };
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()).collect();
    let documents: Vec<Document<'_>> = texts.iter().map(|text| Document::parse(text)).collect();
    let proposals = propose::proposals(&documents);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in fs::read_to_string(here("tests/originals/mentions.tsv")).unwrap().lines() {
        *counts.entry(line.split('\t').nth(3).unwrap_or("").to_owned()).or_default() += 1;
    }
    let (mut often, mut all) = (Vec::new(), Vec::new());
    for entry in fs::read_to_string(here("seeds/actors.toml")).unwrap().split("[[actor]]").skip(1) {
        let field = |name: &str| {
            let line = entry.lines().find(|line| line.starts_with(&format!("{name} = "))).unwrap_or("");
            line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<String>>()
        };
        let actor = || Actor {
            kind: field("kind")[0].clone(),
            names: field("name").iter().chain(&field("aliases")).map(|name| name.to_lowercase()).collect(),
            role: String::new(),
        };
        if counts.get(&field("id")[0]).is_some_and(|count| *count > 1) {
            often.push(actor());
        }
        all.push(actor());
    }
    let twice: Vec<&Proposal> = proposals.iter().filter(|proposal| proposal.mentions.len() > 1).collect();
    let every: Vec<&Proposal> = proposals.iter().collect();
    let [mut of_often, mut of_twice, mut of_all] = <[Score; 3]>::default();
    score(&every, &often, &mut of_often, false);
    score(&twice, &all, &mut of_twice, false);
    score(&every, &all, &mut of_all, true);
    println!("saved articles, actors mentioned twice or more: recall {:.3}", of_often.recall());
    println!("saved articles, proposals named twice or more: precision {:.3}", of_twice.precision());
    of_all.tell("saved articles, every proposal against every actor");
    assert!(of_often.recall() >= 0.9 && of_twice.precision() >= 0.8);
}
