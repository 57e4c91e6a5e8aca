//! A story folder may hold anything: whatever its bytes, loading ends with a story or with problems, never with a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

use std::{fs, path::Path};

use framing_reader_story::{
    load::{self, Folder},
    pack::{UnpackError, pack, unpack},
};

fn seeds() -> Folder {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    Folder {
        path: "seeds".into(),
        files: files.map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(p).unwrap())).collect(),
    }
}

/// A small generator of numbers, so that a failure can be had again (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// What slips and malice put into files.
const NASTY: [&[u8]; 16] = [
    b"",
    b"[",
    b"]]",
    b"[[",
    b"=",
    b"\"",
    b"\"\"\"",
    b"\xff\xfe",
    b"\0",
    b"\r",
    "“".as_bytes(),
    "é".as_bytes(),
    b"[0]",
    b"[99999999999]",
    b"a.b.c = 1\n",
    b"frames = {}\n",
];

#[test]
fn a_damaged_folder_never_panics() {
    let whole = seeds();
    let names: Vec<String> = whole.files.keys().filter(|name| !name.ends_with(".md")).cloned().collect();
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    for round in 0..240 {
        let mut folder = whole.clone();
        for _ in 0..1 + round % 4 {
            let name = &names[numbers.below(names.len())];
            let bytes = folder.files.get_mut(name).unwrap();
            let at = numbers.below(bytes.len() + 1);
            let end = (at + numbers.below(40)).min(bytes.len());
            let insert = NASTY[numbers.below(NASTY.len())];
            bytes.splice(at..if round % 3 == 0 { at } else { end }, insert.iter().copied());
        }
        if round % 17 == 0 {
            folder.files.remove(&names[numbers.below(names.len())]);
        }
        let mut loaded = load::load(&folder);
        let diagnostics = loaded.problems.diagnostics();
        assert!(diagnostics.iter().all(|d| d.place.line >= 1 && d.place.column >= 1));
        assert_eq!(loaded.retold().is_none(), loaded.problems.has_errors());
    }
}

#[test]
fn the_same_folder_gives_the_same_bytes_and_they_give_the_same_story() {
    let packed = || pack(&load::load(&seeds()).retold().unwrap().story);
    let bytes = packed();
    assert_eq!(bytes, packed());
    let story = unpack(&bytes).unwrap();
    assert_eq!(pack(&story), bytes);
    assert_eq!(story.documents.len(), 5);
}

#[test]
fn damaged_bytes_are_refused_not_believed() {
    let bytes = pack(&load::load(&seeds()).retold().unwrap().story);
    assert_eq!(unpack(b""), Err(UnpackError::NotAStory));
    assert_eq!(unpack(b"wasm?"), Err(UnpackError::NotAStory));
    assert_eq!(unpack(b"FRST\x07"), Err(UnpackError::Version(7)));
    assert_eq!(unpack(b"FRST"), Err(UnpackError::Damaged));
    let mut numbers = Numbers(7);
    for _ in 0..400 {
        let cut = numbers.below(bytes.len());
        assert!(unpack(&bytes[..cut]).is_err(), "cut at {cut}");
        let mut flipped = bytes.clone();
        flipped[cut] ^= 1 << numbers.below(8);
        // Some flips are other valid words; none may panic, and pieces are read with care.
        if let Ok(story) = unpack(&flipped) {
            let blocks = story.documents.iter().flat_map(|document| &document.blocks);
            blocks.for_each(|block| block.words().for_each(drop));
        }
    }
}
