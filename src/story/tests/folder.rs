//! Story folders that readers make of articles of their own: what is enough, what is told, and what nobody has to say.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod common;

use common::{ARTICLE, MANIFEST, folder, told};
use framing_reader_story::{
    load::{self, Proposal},
    model::{BlockKind, Frames, Verdict},
    pack, pack_record, unpack, unpack_record,
};

#[test]
fn a_manifest_and_one_article_as_it_was_saved_are_a_story() {
    let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", ARTICLE)]));
    assert_eq!(told(&loaded), [""; 0]);
    let assembled = loaded.retold().unwrap();
    let (story, record) = (&assembled.story, &assembled.record);
    let document = &story.documents[0];
    assert_eq!((document.label.as_str(), story.text.as_str()), ("pier", "as published"));
    assert_eq!(document.title.as_deref(), Some("The pier will close for good"));
    let paragraphs: Vec<_> = document.blocks.iter().filter(|block| block.kind == BlockKind::Para).collect();
    assert_eq!(paragraphs.len(), 4);
    let code = paragraphs[0].code.as_ref().unwrap();
    assert!(!code.is_by_hand(), "nobody coded it");
    assert_eq!((code.engine, code.frames), ([Verdict::Present, Verdict::Absent], Frames::by_engine().with(0)));
    let marked: Vec<&str> =
        paragraphs[0].words().filter(|(piece, _)| piece.evidence.has(0)).map(|(_, words)| words).collect();
    assert_eq!(marked, ["too dear"]);
    let reasons = record.reasons[0].iter().flatten().next().unwrap();
    assert_eq!((reasons.hand.as_str(), reasons.engine[0].cues[0].by.as_str()), ("", "too dear"));
    assert_eq!(record.method.agreement[0].items, 0, "nothing to compare with");
    assert_eq!(unpack(&pack(story)).as_ref(), Ok(story));
    assert_eq!(unpack_record(&pack_record(record)).as_ref(), Ok(record));
}

#[test]
fn paragraphs_coded_by_hand_are_compared_and_the_others_are_the_engines() {
    let codes = "[[paragraph]]\nline = 3\nframes = []\nreason = \"only a price\"\n\n[[paragraph]]\nline = 5\nnote.memory = { text = \"who remembers\", sources = [\"pier:5\"] }\n";
    let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("pier.toml", codes)]));
    assert_eq!(told(&loaded), [""; 0]);
    let assembled = loaded.retold().unwrap();
    let document = &assembled.story.documents[0];
    let code = |line| document.blocks[document.block_at(line).unwrap()].code.as_ref().unwrap();
    assert!(code(3).is_by_hand() && code(3).frames.is_empty());
    assert!(!code(5).is_by_hand() && code(5).notes[1].is_some());
    assert_eq!(assembled.record.method.agreement.map(|agreement| agreement.items), [1, 1]);
    assert_eq!((assembled.differences.len(), assembled.differences[0].line), (1, 3));
}

#[test]
fn codes_of_a_text_that_has_changed_are_told_and_keep_nothing_from_being_read() {
    let codes = "[[paragraph]]\nline = 99\nframes = [\"cost\"]\n\n[[paragraph]]\nline = 3\nframes = [\"cost\"]\nevidence.cost = [\"not there\"]\n";
    let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("pier.toml", codes)]));
    assert_eq!(
        told(&loaded),
        [
            "pier.toml:2:8: warning: line 99 of `pier` does not exist",
            "pier.toml:8:18: warning: evidence `not there` is not in the text",
        ]
    );
    assert!(loaded.retold().is_some());
}

#[test]
fn every_end_of_line_and_every_writing_is_read() {
    let lines: Vec<&str> = ARTICLE.lines().collect();
    let expected: Vec<String> = lines
        .iter()
        .filter(|line| !line.is_empty() && !line.starts_with("Share"))
        .map(|line| line.to_string())
        .collect();
    for end in ["\n", "\r\n", "\r"] {
        let manifest = MANIFEST.replace('\n', if end == "\r" { "\n" } else { end });
        let text = ["\u{feff}", &lines.join(end)].concat();
        let mut loaded = load::load(&folder(&[("story.toml", &["\u{feff}", &manifest].concat()), ("pier.txt", &text)]));
        assert_eq!(told(&loaded), [""; 0], "{end:?}");
        let story = loaded.retold().unwrap().story;
        let words: Vec<String> = story.documents[0]
            .blocks
            .iter()
            .map(|block| block.text.trim_start_matches('\u{feff}').to_string())
            .collect();
        assert_eq!(words, expected, "{end:?}");
    }
    for text in [
        "😀 码头太贵了。\n\n港口将关闭，因为修理太贵。",
        "الرصيف غالي جدا\n\nقال العمدة: «سنتذكر»",
        "\u{202e}evil\u{202c}\n\n\u{0}\u{b}",
        "# not a remark\n[1] not a bracket",
    ] {
        let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", text)]));
        let assembled = loaded.retold().unwrap_or_else(|| panic!("{text}: {:?}", told(&loaded)));
        assert!(assembled.story.documents[0].blocks.iter().all(|block| text.contains(&*block.text)));
    }
}

#[test]
fn an_empty_or_furnished_document_is_told_and_shown() {
    for (text, words) in [("", "has no text"), (" \r\n\u{feff}\n", "has no text"), ("Share\n", "found no paragraph")] {
        let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", text)]));
        let said = told(&loaded);
        assert!(said.len() == 1 && said[0].contains("warning") && said[0].contains(words), "{said:?}");
        let story = loaded.retold().unwrap().story;
        assert_eq!(unpack(&pack(&story)), Ok(story));
    }
}

#[test]
fn bytes_that_are_not_utf8_are_a_warning_in_an_article() {
    let mut folder = folder(&[("story.toml", MANIFEST)]);
    folder.files.insert("pier.txt".into(), b"The p\xefer was too dear to mend, the mayor said on Monday.".to_vec());
    let mut loaded = load::load(&folder);
    assert_eq!(told(&loaded), ["pier.txt:1:6: warning: expected UTF-8, found the byte 0xef"]);
    assert!(loaded.retold().unwrap().story.documents[0].blocks[0].text.contains("p\u{fffd}er"));
}

#[test]
fn mistakes_in_cues_are_told_where_they_stand_all_at_once() {
    let manifest = MANIFEST.replace("\"too dear\"", "\"too dear\", \"... dear\"").replace("cues.weak", "cues.wobbly");
    let loaded = load::load(&folder(&[("story.toml", &manifest), ("pier.txt", ARTICLE)]));
    let said = told(&loaded);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].starts_with("story.toml:9:26: error: expected a phrase that begins and ends with a word"),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("story.toml:10:6: error: unknown strength `wobbly`: expected one of sure,"),
        "{said:?}"
    );
}

#[test]
fn a_framing_without_cues_is_abstained_from_with_that_as_the_reason() {
    let manifest = MANIFEST.lines().filter(|line| !line.starts_with("cues")).collect::<Vec<_>>().join("\n");
    let assembled = load::load(&folder(&[("story.toml", &manifest), ("pier.txt", ARTICLE)])).retold().unwrap();
    let reasons = assembled.record.reasons[0].iter().flatten().next().unwrap();
    assert_eq!(reasons.engine[0].reason, "the story gives this framing no cue words");
}

#[test]
fn editions_and_summaries_are_proposed_and_never_overrule_what_is_said() {
    let second =
        ARTICLE.replace("on Monday", "on 3 March").replace("The pier will close for good", "Farewell to the pier");
    let documents = [("pier.txt", ARTICLE), ("later.txt", &*second)];
    let manifest = [MANIFEST, "\n[[document]]\nid = \"later\"\ntext = \"published\"\n"].concat();
    let files = |manifest: &str| folder(&[&[("story.toml", manifest)], &documents[..]].concat());
    let assembled = load::load(&files(&manifest)).retold().unwrap();
    assert_eq!(assembled.story.documents[1].edition_of, Some(0));
    let proposal = Proposal { document: "later".into(), of: "pier".into(), summary: false };
    assert_eq!(assembled.proposals, [proposal]);
    let given = [&*manifest, "summary_of = \"pier\"\n"].concat();
    let assembled = load::load(&files(&given)).retold().unwrap();
    assert_eq!((assembled.story.documents[1].edition_of, assembled.story.documents[1].summary_of), (None, Some(0)));
    assert_eq!(assembled.proposals, []);
}

#[test]
fn a_framing_is_tried_on_the_texts_and_says_what_it_catches_and_misses() {
    let codes = "[[paragraph]]\nline = 3\nframes = [\"cost\"]\n[[paragraph]]\nline = 5\nframes = [\"cost\"]\n[[paragraph]]\nline = 7\nframes = []\n";
    let loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("pier.toml", codes)]));
    let [cost, memory] = loaded.trials().unwrap();
    let lines = |passages: &[load::Passage]| passages.iter().map(|passage| passage.line).collect::<Vec<_>>();
    assert_eq!(
        [&cost.caught, &cost.missed, &cost.beside, &cost.uncoded].map(|list| lines(list)),
        [vec![3], vec![5], vec![7], vec![]]
    );
    assert_eq!((lines(&memory.beside), lines(&memory.caught)), (vec![5], vec![]));
    let cue = |rule: &str| cost.cues.iter().find(|cue| cue.rule == rule).unwrap();
    assert_eq!(cue("too dear").places[0].words, "too dear");
    assert_eq!(lines(&cue("mend*").places), [3], "a weak cue is told where it decides nothing");
    assert_eq!(cue("sav*").places, []);
}

#[test]
fn a_retelling_still_needs_everything() {
    let manifest = MANIFEST.replace("text = \"published\"", "");
    let loaded = load::load(&folder(&[("story.toml", &manifest), ("pier.txt", ARTICLE)]));
    let said = told(&loaded).join("\n");
    for missing in ["`raw`", "`label`", "`text`", "[coding]", "actors.toml"] {
        assert!(missing == "actors.toml" || said.contains(missing), "{missing}: {said}");
    }
    assert!(loaded.problems.has_errors());
}
