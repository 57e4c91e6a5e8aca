//! What a page says of its story and what `annotate` says of the same files: the same annotations wherever both say something.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use framing_reader_story::{
    Record, Story,
    load::{self, Assembled, Folder},
};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_string(), fs::read(&path).unwrap())).collect()
}

fn loaded() -> load::Loaded {
    load::load(&Folder { path: "seeds".to_string(), files: files(&Path::new(ROOT).join("seeds")) })
}

/// What a page says.
fn page(story: &Story, record: &Record) -> Vec<Value> {
    let all = serde_json::to_value(framing_reader_plain::annotations(story, record)).unwrap();
    all.as_array().unwrap().clone()
}

/// What the command line says of a file.
fn command_line(path: &Path) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_framing-reader")).arg("annotate").arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What an annotation is about: its kind, file and place, and of a frame which.
fn subject(annotation: &Value) -> String {
    let (body, target) = (&annotation["body"], &annotation["target"]);
    let frame = if body["type"] == "Frame" { [&body["value"], &body["frame"]] } else { [&Value::Null; 2] };
    let place = &target["selector"][1];
    format!("{} {} {} {} {:?}", body["type"], target["source"], place["start"], place["end"], frame)
}

/// Whether one says the same as the other, as far as it says anything; the page names document and line besides.
fn agree(page: &Value, command_line: &Value) -> bool {
    let body = page["body"].as_object().unwrap();
    page["motivation"] == command_line["motivation"]
        && page["target"]["selector"] == command_line["target"]["selector"]
        && body.iter().all(|(name, value)| command_line["body"][name] == *value)
}

/// Holds both against each other; how many of each kind were compared, and those of the page that the command line does not have.
fn compare(page: &[Value], paths: &[PathBuf]) -> (BTreeMap<String, usize>, Vec<Value>) {
    let told: BTreeMap<String, Value> =
        paths.iter().flat_map(|path| command_line(path)).map(|annotation| (subject(&annotation), annotation)).collect();
    let (mut compared, mut alone) = (BTreeMap::new(), Vec::new());
    for ours in page.iter().filter(|annotation| annotation.get("creator").is_none()) {
        match told.get(&subject(ours)) {
            Some(theirs) => {
                assert!(agree(ours, theirs), "the page says\n{ours}\nand the command line\n{theirs}");
                *compared.entry(ours["body"]["type"].as_str().unwrap().to_string()).or_default() += 1;
            }
            None => alone.push(ours.clone()),
        }
    }
    (compared, alone)
}

#[test]
fn the_retelling_is_annotated_as_its_files_are() {
    let Assembled { story, record, .. } = loaded().retold().unwrap();
    let all = page(&story, &record);
    let paths: Vec<PathBuf> = story
        .documents
        .iter()
        .map(|document| Path::new(ROOT).join("seeds").join(format!("{}.txt", document.id)))
        .collect();
    let (compared, _) = compare(&all, &paths);
    println!("{compared:?}");
    assert!(compared["Mention"] > 400, "{compared:?}");
    assert!(compared["Quotation"] > 40, "{compared:?}");
}

#[test]
fn selectors_point_into_the_files() {
    let Assembled { story, record, .. } = loaded().retold().unwrap();
    let texts: BTreeMap<String, Vec<char>> = files(&Path::new(ROOT).join("seeds"))
        .into_iter()
        .filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?.chars().collect())))
        .collect();
    for annotation in page(&story, &record) {
        let target = &annotation["target"];
        let text = &texts[target["source"].as_str().unwrap()];
        let [quote, place] = target["selector"].as_array().unwrap().as_slice() else { panic!("{annotation}") };
        let number = |value: &Value| value.as_u64().unwrap() as usize;
        let (start, end) = (number(&place["start"]), number(&place["end"]));
        let part = |from: usize, to: usize| text[from..to].iter().collect::<String>();
        assert_eq!(quote["exact"], part(start, end), "{annotation}");
        assert_eq!(quote["prefix"], part(start.saturating_sub(32), start), "{annotation}");
        assert_eq!(quote["suffix"], part(end, text.len().min(end + 32)), "{annotation}");
        for evidence in annotation["body"]["evidence"].as_array().into_iter().flatten() {
            assert!(start <= number(&evidence["start"]) && number(&evidence["end"]) <= end, "{annotation}");
        }
    }
}

#[test]
fn hand_and_engine_are_told_apart() {
    let Assembled { story, record, .. } = loaded().retold().unwrap();
    for annotation in page(&story, &record) {
        let by_hand = annotation.get("creator").is_some();
        assert!(!by_hand || annotation["creator"]["name"] == story.coding.coder, "{annotation}");
        assert!(!by_hand || annotation["body"]["type"] == "Frame", "{annotation}");
        assert_eq!(by_hand, annotation["body"]["type"] == "Frame" && annotation["body"].get("rules").is_none());
    }
}

/// The saved files, where the environment names their folder.
#[test]
fn the_articles_as_published_are_annotated_as_their_files_are() {
    let Some(folder) = std::env::var_os("FRAMING_READER_ORIGINALS").map(PathBuf::from) else { return };
    let originals = files(&folder);
    let Assembled { story, record, .. } = loaded().as_published(&originals).unwrap();
    let all = page(&story, &record);
    let sources: BTreeSet<&str> =
        all.iter().map(|annotation| annotation["target"]["source"].as_str().unwrap()).collect();
    let paths: Vec<PathBuf> = sources.iter().map(|name| folder.join(name)).collect();
    let (compared, alone) = compare(&all, &paths);
    println!("{compared:?}");
    assert!(alone.is_empty(), "{alone:#?}");
    assert_eq!(compared.len(), 4);
}

/// Without a record, positions count from the blocks joined by line feeds.
#[test]
fn without_a_record_the_text_is_the_blocks_line_by_line() {
    let Assembled { story, .. } = loaded().retold().unwrap();
    let all = page(&story, &Record::default());
    for document in &story.documents {
        let lines: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&document.id);
        fs::write(&path, lines.join("\n")).unwrap();
        let ours: Vec<Value> =
            all.iter().filter(|annotation| annotation["target"]["source"] == *document.id).cloned().collect();
        // Cues stand in the record.
        let without: Vec<Value> =
            ours.into_iter().filter(|annotation| annotation["body"]["type"] == "Mention").collect();
        let (compared, alone) = compare(&without, &[path]);
        assert!(compared["Mention"] > alone.len() * 5, "{}: {compared:?}, alone {alone:#?}", document.id);
    }
}
