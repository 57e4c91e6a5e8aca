//! How well the engine reads texts that were coded by hand: the articles of `tests/texts`, which are invented, and the five
//! saved articles where they are found. The figures are printed (`cargo test --test measure -- --nocapture`); the bars hold them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use framing_reader_engine::{Certainty, Document, Gazetteer, Quotation, Reading, Source, Statement, TextIndex, read};
use framing_reader_story::{
    load::{self, Folder, Problems},
    model::{BlockKind, Speaker},
};
use serde_json::Value;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn folder(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())).collect()
}

fn seeds() -> Folder {
    Folder { path: "seeds".into(), files: folder(&here("seeds")) }
}

fn gazetteer() -> Gazetteer {
    load::gazetteer(&seeds(), &mut Problems::default())
}

/// Hits, false hits and misses of one kind of finding.
#[derive(Default)]
struct Score {
    hits: usize,
    false_hits: usize,
    missed: usize,
}

impl Score {
    fn add<T: Ord>(&mut self, found: &BTreeSet<T>, key: &BTreeSet<T>) {
        self.hits += found.intersection(key).count();
        self.false_hits += found.difference(key).count();
        self.missed += key.difference(found).count();
    }

    fn f1(&self) -> f64 {
        2.0 * self.hits as f64 / (2 * self.hits + self.false_hits + self.missed).max(1) as f64
    }
}

fn id<'a>(source: Option<&'a Source>, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    match source? {
        Source::Actor(actor) => Some(&gazetteer.actors()[*actor].id),
        Source::Named(id) | Source::Unnamed(id) => Some(id),
    }
}

/// Whether two ids name the same speaker; of an unnamed one the order of the words and the small words do not count.
fn same(found: &str, key: &str) -> bool {
    let words = |id: &str| -> BTreeSet<String> {
        id.split('-')
            .filter(|word| !matches!(*word, "a" | "an" | "the" | "of" | "for" | "with" | "to" | "on"))
            .map(str::to_string)
            .collect()
    };
    found == key || words(found) == words(key)
}

#[derive(Default)]
struct Quotations {
    spans: Score,
    /// Span and source right at once.
    together: Score,
    certain: usize,
    certain_right: usize,
    all: usize,
    wanted: usize,
}

impl Quotations {
    fn add(&mut self, reading: &Reading<'_>, gazetteer: &Gazetteer, key: &[Said]) {
        let index = TextIndex::new(reading.document.text);
        let place = |q: &Quotation| (index.to_code_points(q.span.start), index.to_code_points(q.span.end));
        let places = |optional: bool| -> BTreeSet<(usize, usize)> {
            key.iter().filter(|entry| entry.3 == optional).map(|(start, end, ..)| (*start, *end)).collect()
        };
        let (wanted, optional) = (places(false), places(true));
        let found: Vec<&Quotation> = reading.quotations.iter().filter(|q| !optional.contains(&place(q))).collect();
        self.spans.add(&found.iter().map(|q| place(q)).collect(), &wanted);
        for quotation in &found {
            let sources = key.iter().find(|(start, end, ..)| place(quotation) == (*start, *end)).map(|entry| &entry.2);
            let speaker = id(quotation.source.as_ref(), gazetteer).unwrap_or("");
            let right = sources.is_some_and(|sources| sources.iter().any(|source| same(speaker, source)));
            let certain = quotation.certainty == Certainty::Certain;
            self.together.hits += usize::from(right);
            self.together.false_hits += usize::from(!right);
            self.certain += usize::from(certain);
            self.certain_right += usize::from(certain && right);
        }
        self.all += found.len();
        self.wanted += wanted.len();
        self.together.missed = self.wanted - self.together.hits.min(self.wanted);
    }

    fn line(&self) -> String {
        format!(
            "quotations F1 {:.3}, with source F1 {:.3}; certain {} of {}, of those right {:.3}",
            self.spans.f1(),
            self.together.f1(),
            self.certain,
            self.all,
            self.certain_right as f64 / self.certain.max(1) as f64
        )
    }
}

/// What a key says of a quotation or a statement: start and end in code points, the sources that are right (empty string: the
/// text does not say), whether it is debatable.
type Said = (usize, usize, Vec<String>, bool);

/// Reported statements, sentence and source right at once.
#[derive(Default)]
struct Statements {
    score: Score,
    /// Each mistake as "document:line source", with what is wrong.
    mistakes: Vec<String>,
}

impl Statements {
    fn add(&mut self, name: &str, reading: &Reading<'_>, gazetteer: &Gazetteer, key: &[Said]) {
        let index = TextIndex::new(reading.document.text);
        let speaker = |statement: &Statement| id(statement.source.as_ref(), gazetteer).unwrap_or("").to_string();
        let mut waiting: Vec<&Said> = key.iter().collect();
        for statement in &reading.statements {
            let (start, end) = (index.to_code_points(statement.span.start), index.to_code_points(statement.span.end));
            let speaker = speaker(statement);
            let right =
                |s: &&Said| s.0 < end && start < s.1 && (s.3 || s.2.iter().any(|source| same(&speaker, source)));
            match waiting.iter().position(right) {
                Some(at) => self.score.hits += usize::from(!waiting.remove(at).3),
                None => {
                    let line = reading.document.blocks[statement.block].line;
                    self.mistakes.push(format!("{name}:{line} {speaker:?} is none"));
                    self.score.false_hits += 1;
                }
            }
        }
        for (start, _, sources, optional) in waiting {
            if !optional {
                let block = reading.document.blocks.iter().rfind(|b| index.to_code_points(b.span.start) <= *start);
                let line = block.map_or(0, |b| b.line);
                self.mistakes.push(format!("{name}:{line} {:?} is missed", sources.last()));
                self.score.missed += 1;
            }
        }
    }

    fn line(&self) -> String {
        let Score { hits, false_hits, missed } = self.score;
        let mistakes = self.mistakes.join("\n  ");
        let f1 = self.score.f1();
        format!("statements F1 {f1:.3} ({hits} right, {false_hits} wrong, {missed} missed)\n  {mistakes}")
    }
}

#[test]
fn articles_on_other_stories_are_read() {
    let gazetteer = gazetteer();
    let (mut lines, mut kinds_right, mut kept, mut kept_key) = (0, 0, Score::default(), 0);
    let mut quotations = Quotations::default();
    let mut statements = Statements::default();
    let mut frames = [Score::default(), Score::default()];
    for (name, bytes) in folder(&here("tests/texts")) {
        let Some(stem) = name.strip_suffix(".txt") else { continue };
        let text = String::from_utf8(bytes).unwrap();
        let key: Value =
            serde_json::from_slice(&fs::read(here(&format!("tests/texts/{stem}.key.json"))).unwrap()).unwrap();
        let reading = read(Document::parse(&text), &gazetteer);
        let article = |kind: &str| ["para", "title", "heading"].contains(&kind);
        for block in &reading.document.blocks {
            let wanted = key["blocks"][block.line.to_string()].as_str().unwrap();
            lines += 1;
            kinds_right += usize::from(wanted == block.kind.as_str());
            let length = block.span.len();
            match (article(block.kind.as_str()), article(wanted)) {
                (true, true) => kept.hits += length,
                (true, false) => kept.false_hits += length,
                (false, true) => kept.missed += length,
                _ => {}
            }
            kept_key += if article(wanted) { length } else { 0 };
        }
        let strings = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().map(|v| v.as_str().unwrap_or("").to_string()).collect()
        };
        let said = |q: &Value| {
            let mut sources = strings(&q["accept"]);
            sources.push(q["source"].as_str().unwrap_or("").to_string());
            let place = |field: &str| q[field].as_u64().unwrap() as usize;
            (place("start"), place("end"), sources, q["optional"].as_bool().unwrap_or(false))
        };
        let all = |field: &str| -> Vec<Said> { key[field].as_array().unwrap().iter().map(said).collect() };
        quotations.add(&reading, &gazetteer, &all("quotations"));
        statements.add(stem, &reading, &gazetteer, &all("statements"));
        for (line, codes) in key["frames"].as_object().into_iter().flatten() {
            for (frame, score) in frames.iter_mut().enumerate() {
                let verdict = reading.frames.iter().find(|verdict| {
                    verdict.framing == frame && reading.document.blocks[verdict.block].line.to_string() == *line
                });
                let found = verdict.is_some_and(|verdict| verdict.present == Some(true));
                match (found, codes[frame].as_bool().unwrap()) {
                    (true, true) => score.hits += 1,
                    (true, false) => score.false_hits += 1,
                    (false, true) => score.missed += 1,
                    _ => {}
                }
            }
        }
    }
    let recall = kept.hits as f64 / kept_key as f64;
    println!("tests/texts: kinds {kinds_right} of {lines}; article text F1 {:.3}, kept {recall:.3}", kept.f1());
    println!("tests/texts: {}", quotations.line());
    println!("tests/texts: {}", statements.line());
    println!("tests/texts: frames F1 bargaining {:.3}, security {:.3}", frames[0].f1(), frames[1].f1());
    assert!(kept.f1() >= 0.90 && recall >= 0.98);
    assert!(quotations.together.f1() >= 0.85);
    assert!(quotations.certain * 3 >= quotations.all);
    assert!(quotations.certain_right as f64 >= 0.96 * quotations.certain as f64);
    assert!(statements.score.f1() >= 0.80);
    assert!(frames.iter().all(|score| score.f1() >= 0.70));
}

/// The folder of the five saved articles: where `FRAMING_READER_ORIGINALS` says, or beside the repository.
fn originals() -> Option<BTreeMap<String, Vec<u8>>> {
    let path = env::var_os("FRAMING_READER_ORIGINALS").map_or_else(|| here("../shared/seeds"), PathBuf::from);
    if !path.is_dir() {
        println!("the saved articles are not here (FRAMING_READER_ORIGINALS names no folder): not measured on them");
        return None;
    }
    Some(folder(&path).into_iter().filter(|(name, _)| name.ends_with(".txt")).collect())
}

fn key(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(here(&format!("tests/originals/{name}.tsv"))).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

#[test]
fn the_five_saved_articles_are_read() {
    let Some(originals) = originals() else { return };
    let gazetteer = gazetteer();
    let (mut kinds_right, mut lines, mut mentions, mut quotations) = (0, 0, Score::default(), Quotations::default());
    let mut statements = Statements::default();
    for (name, bytes) in &originals {
        let document = &name[..3];
        let text = String::from_utf8(bytes.clone()).unwrap();
        let reading = read(Document::parse(&text), &gazetteer);
        let kinds: BTreeMap<usize, &str> =
            reading.document.blocks.iter().map(|block| (block.line, block.kind.as_str())).collect();
        for row in key("blocks").iter().filter(|row| row[0] == document) {
            lines += 1;
            kinds_right += usize::from(kinds.get(&row[1].parse().unwrap()) == Some(&row[2].as_str()));
        }
        let index = TextIndex::new(&text);
        let found = reading.mentions.iter().map(|mention| {
            let (start, end) = (index.to_code_points(mention.span.start), index.to_code_points(mention.span.end));
            (start, end, gazetteer.actors()[mention.actor].id.clone())
        });
        let wanted = key("mentions").into_iter().filter(|row| row[0] == document);
        let wanted = wanted.map(|row| (row[1].parse().unwrap(), row[2].parse().unwrap(), row[3].clone()));
        mentions.add(&found.collect(), &wanted.collect());
        let said = |row: Vec<String>| {
            let sources = vec![row.get(4).cloned().unwrap_or_default()];
            (row[2].parse().unwrap(), row[3].parse().unwrap(), sources, row.len() > 5)
        };
        let all =
            |name: &str| -> Vec<Said> { key(name).into_iter().filter(|row| row[0] == document).map(said).collect() };
        quotations.add(&reading, &gazetteer, &all("quotations"));
        statements.add(document, &reading, &gazetteer, &all("statements"));
    }
    println!("originals: kinds {kinds_right} of {lines}; mentions F1 {:.3}; {}", mentions.f1(), quotations.line());
    println!("originals: {}", statements.line());
    assert_eq!((kinds_right, lines), (219, 219));
    assert!(mentions.f1() >= 0.98);
    assert!(quotations.spans.f1() >= 0.97);
    assert!(quotations.together.hits as f64 >= 0.95 * quotations.spans.hits as f64);
    assert!(statements.score.f1() >= 0.90);
}

#[test]
fn hand_codes_and_engine_agree_on_both_texts() {
    let mut loaded = load::load(&seeds());
    let mut texts = vec![loaded.retold().expect("the shipped story is whole")];
    match originals() {
        Some(originals) => {
            texts.push(loaded.as_published(&originals).expect("the saved files are those that were coded"))
        }
        None => println!("agreement measured on the retelling alone"),
    }
    for assembled in texts {
        for (framing, agreement) in assembled.story.framings.iter().zip(assembled.record.method.agreement) {
            let kappa = f64::from(agreement.kappa) / 1000.0;
            println!("{}: {} kappa {kappa:.3}, {} abstained", assembled.story.text, framing.id, agreement.abstained);
            assert!(kappa >= 0.80);
        }
        let paragraphs: Vec<usize> = assembled.story.documents.iter().map(|d| d.paragraph_count()).collect();
        assert_eq!(paragraphs.iter().sum::<usize>(), 163);
    }
}

/// The key is of the saved files; a retelling quotes the same words of the same people in the same paragraphs.
#[test]
fn nobody_is_misquoted_in_the_retelling() {
    let story = load::load(&seeds()).retold().unwrap().story;
    let mut wanted: BTreeMap<(String, u32), Vec<String>> = BTreeMap::new();
    let mut debatable = BTreeSet::new();
    for row in key("quotations") {
        if row.len() > 5 {
            debatable.insert((row[0].clone(), row[1].parse::<u32>().unwrap()));
            continue;
        }
        let speakers = wanted.entry((row[0].clone(), row[1].parse().unwrap())).or_default();
        speakers.push(row.get(4).cloned().unwrap_or_default());
    }
    let mut wrong = Vec::new();
    for document in &story.documents {
        for (index, block) in document.blocks.iter().enumerate() {
            let found = document.quotations.iter().filter(|quotation| quotation.block as usize == index);
            let mut found: Vec<&str> = found
                .map(|quotation| match &quotation.source {
                    Speaker::Actor(actor) => story.actors[*actor as usize].id.as_str(),
                    Speaker::Other(id) => id,
                    Speaker::Unknown => "",
                })
                .collect();
            let mut wanted = wanted.remove(&(document.id.clone(), block.line)).unwrap_or_default();
            found.sort_unstable();
            wanted.sort_unstable();
            if debatable.contains(&(document.id.clone(), block.line)) {
                continue;
            }
            if found.len() != wanted.len() || found.iter().zip(&wanted).any(|(found, wanted)| !same(found, wanted)) {
                wrong.push(format!("{}:{}: expected {wanted:?}, found {found:?}", document.id, block.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(wanted.is_empty(), "paragraphs that are not retold: {wanted:?}");
}

#[test]
fn a_saved_page_keeps_its_captions_as_captions() {
    let Some(originals) = originals() else { return };
    let story = load::load(&seeds()).as_published(&originals).unwrap().story;
    let edition = story.documents.iter().find(|document| document.id == "002").unwrap();
    let captions = edition.blocks.iter().filter(|block| block.kind == BlockKind::Caption);
    assert_eq!(captions.map(|block| block.line).collect::<Vec<_>>(), [15, 30, 47]);
    assert!(edition.block_at(81).is_none(), "an unrelated article is not part of the story");
}
