//! Story folders that readers make of articles of their own: what is enough, what is told, and what nobody has to say.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod common;

use common::{ACTORS, ARTICLE, CORRECTIONS, MANIFEST, folder, told};
use framing_reader_story::{
    load::{self, Assembled, Proposal},
    model::{BlockKind, Frames, Place, Speaker, Verdict},
    pack, pack_record,
    record::Corrected,
    unpack, unpack_record,
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
    let codes = "[[paragraph]]\nline = 3\nframes = []\nreason = \"only a price\"\n\n[[paragraph]]\nline = 5\nnote.memory = { text = \"who remembers\", sources = [\"pier:5\"] }\n\n[[paragraph]]\nline = 7\nnote.cost = { text = \"what it takes\" }\n";
    let mut loaded = load::load(&folder(&[("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("pier.toml", codes)]));
    assert_eq!(told(&loaded), [""; 0]);
    let assembled = loaded.retold().unwrap();
    let document = &assembled.story.documents[0];
    let code = |line| document.blocks[document.block_at(line).unwrap()].code.as_ref().unwrap();
    assert!(code(3).is_by_hand() && code(3).frames.is_empty());
    assert!(!code(5).is_by_hand() && code(5).notes[1].is_some());
    assert_eq!(code(7).notes[0].as_ref().unwrap().sources, [Place { document: 0, line: 7 }], "its own paragraph");
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
    let trial = loaded.trial().unwrap();
    let said: Vec<_> = trial.paragraphs.iter().map(|tried| (tried.line, tried.hand, tried.engine)).collect();
    let code = |frames| Some(frames);
    assert_eq!(
        said,
        [
            (3, code([true, false]), [Some(true), Some(false)]),
            (5, code([true, false]), [Some(false), Some(true)]),
            (7, code([false, false]), [Some(true), Some(false)]),
            (9, None, [Some(false), Some(false)]),
        ]
    );
    let differing: Vec<_> = trial.paragraphs.iter().map(|tried| [0, 1].map(|n| tried.differs(n))).collect();
    assert_eq!(differing, [[false, false], [true, true], [true, false], [false, false]]);
    let places = |rule: &str| {
        let cue = trial.cues[0].iter().position(|cue| cue == rule).unwrap();
        let standing = trial.paragraphs.iter().flat_map(|tried| tried.cues.iter().map(move |cue| (tried, cue)));
        let own = standing.filter(|(_, standing)| (standing.framing, standing.cue) == (0, cue));
        own.flat_map(|(tried, cue)| cue.spans.iter().map(|span| (tried.line, span.of(&tried.words))))
            .collect::<Vec<_>>()
    };
    assert_eq!(places("too dear")[0], (3, "too dear"));
    assert_eq!(places("mend*").len(), 1, "a weak cue is told where it decides nothing");
    assert_eq!(places("sav*"), []);
}

#[test]
fn cues_that_cannot_be_read_keep_the_others_from_nothing() {
    let manifest = MANIFEST.replace("\"too dear\"", "\"too dear\", \"... dear\"");
    let loaded = load::load(&folder(&[("story.toml", &manifest), ("pier.txt", ARTICLE)]));
    assert_eq!(loaded.trial().unwrap().paragraphs[0].engine[0], Some(true));
    let broken = [("story.toml", &*manifest), ("pier.txt", ARTICLE), ("pier.toml", "[[paragraph]]\nframes = 7\n")];
    assert!(load::load(&folder(&broken)).trial().is_none(), "what else is wrong does");
}

/// The words of a story's mentions, each with the actor's id.
fn mentions(story: &framing_reader_story::Story) -> Vec<(String, String)> {
    let document = &story.documents[0];
    let mut found: Vec<(u16, String)> = Vec::new();
    for (piece, words) in document.blocks.iter().flat_map(|block| block.words()) {
        match (piece.mention, found.last_mut()) {
            (Some(number), Some((last, all))) if *last == number => all.push_str(words),
            (Some(number), _) => found.push((number, words.to_string())),
            (None, _) => {}
        }
    }
    let id = |number: u16| story.actors[usize::from(document.mentions[usize::from(number)].actor)].id.clone();
    found.into_iter().map(|(number, words)| (words, id(number))).collect()
}

#[test]
fn corrections_by_hand_are_shown_and_what_the_engine_said_is_kept() {
    let mut loaded = load::load(&folder(&[
        ("story.toml", MANIFEST),
        ("pier.txt", ARTICLE),
        ("actors.toml", ACTORS),
        ("pier.toml", CORRECTIONS),
    ]));
    assert_eq!(told(&loaded), [""; 0]);
    let Assembled { story, record, .. } = loaded.retold().unwrap();
    let document = &story.documents[0];
    assert_eq!(document.blocks[document.block_at(9).unwrap()].kind, BlockKind::Caption);
    let found = mentions(&story);
    let named = |words: &str| found.iter().find(|(printed, _)| printed == words).map(|(_, id)| id.as_str());
    assert_eq!((named("Ada Lind"), named("the kiosk")), (None, Some("jon-berg")), "{found:?}");
    assert_eq!(document.quotations[0].source, Speaker::Other("an-old-woman".into()));
    let said: Vec<_> = record
        .overruled
        .iter()
        .map(|overruled| (overruled.line, overruled.what, overruled.engine.as_str(), overruled.hand.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (9, Corrected::Block, "para", "caption"),
            (3, Corrected::Mention, "ada-lind", ""),
            (5, Corrected::Mention, "", "jon-berg"),
            (5, Corrected::Quotation, "jon-berg", "an-old-woman"),
        ]
    );
    assert_eq!(unpack_record(&pack_record(&record)), Ok(record));
}

#[test]
fn corrections_and_codes_survive_a_text_that_was_saved_anew() {
    let changed = ["Menu\n\nSubscribe\n\n", &ARTICLE.replace("closed for good in the autumn", "shut before winter")]
        .concat()
        .replace("and was given nothing by the county in the end", "but the county gave nothing");
    let codes = [
        CORRECTIONS,
        "[[paragraph]]\nline = 7\nexact = \"The council had asked for half a million crowns to replace the rotten beams, \
         and was given nothing by the county in the end.\"\nframes = [\"memory\"]\n",
    ]
    .concat();
    let files = |text: &str| {
        folder(&[("story.toml", MANIFEST), ("pier.txt", text), ("actors.toml", ACTORS), ("pier.toml", &codes)])
    };
    for (text, moved) in [(ARTICLE, 0), (&*changed, 4)] {
        let mut loaded = load::load(&files(text));
        let cited = "actors.toml:8:15: warning: line 3 of `pier` does not exist";
        assert_eq!(told(&loaded), [cited][..moved.min(1) as usize]);
        let Assembled { story, record, .. } = loaded.retold().unwrap();
        let lines: Vec<u32> = record.overruled.iter().map(|overruled| overruled.line).collect();
        assert_eq!(lines, [9, 3, 5, 5].map(|line| line + moved));
        let document = &story.documents[0];
        let code = document.blocks[document.block_at(7 + moved).unwrap()].code.as_ref().unwrap();
        assert!(code.is_by_hand() && code.frames.has(1));
    }
}

#[test]
fn a_correction_that_finds_no_place_is_told_and_keeps_nothing_from_being_read() {
    let text = ARTICLE.replace("Ada Lind", "the mayor of Nordhavn").replace("A ferry of", "Boats of");
    let mut loaded = load::load(&folder(&[
        ("story.toml", MANIFEST),
        ("pier.txt", &text),
        ("actors.toml", ACTORS),
        ("pier.toml", &CORRECTIONS.replace("line = 9", "line = 90")),
    ]));
    assert_eq!(
        told(&loaded),
        ["pier.toml:7:9: warning: the words “Ada Lind” stand nowhere in `pier.txt` any more"],
        "and the line is known by its words"
    );
    assert_eq!(loaded.retold().unwrap().record.overruled.len(), 3);
}

#[test]
fn wrong_corrections_are_told_all_at_once() {
    let wrong = "[[block]]\nline = 1\nkind = \"captoin\"\n[[mention]]\nline = 3\nexact = \"Ada Lind\"\nactor = \"ada-lint\"\n\
                 [[mention]]\nline = 3\nactor = \"none\"\n[[quotation]]\nline = 5\nexact = \"Every\"\nspeaker = \"A Woman\"\n";
    let files = [("story.toml", MANIFEST), ("pier.txt", ARTICLE), ("actors.toml", ACTORS), ("pier.toml", wrong)];
    assert_eq!(
        told(&load::load(&folder(&files))),
        [
            "pier.toml:3:8: error: unknown kind `captoin`",
            "pier.toml:7:9: error: unknown actor `ada-lint`",
            "pier.toml:8:1: error: expected `exact`, found none",
            "pier.toml:14:11: error: expected an id in kebab-case, found `A Woman`",
        ]
    );
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
