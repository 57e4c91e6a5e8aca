//! Why this passage: what was found in a line by hand and by the engine, and on what grounds.
//!
//! 1. the verdicts of both in a table, and in words whether they differ;
//! 2. the coder's reason, with the sentences of the codebook it names;
//! 3. for each framing: the words that decided by hand, and those that spoke for it by the engine's rules, under the sentence of
//!    the codebook that each rule follows;
//! 4. who is quoted and reported, the margin notes, how to cite the passage, the paragraphs before and after.

use framing_reader_page::{
    facts,
    parts::{columns, framing_name, framings, mark, sources},
    pen::Pen,
    route::Section,
    sheet::Sheet,
    words::{self, ENGLISH, fill, why::Why},
};
use framing_reader_story::{
    Record, Story,
    model::{Block, Certainty, Code, Document, Speaker, Verdict},
    record::{Cue, Finding, Reasons},
};

const WORDS: &Why = &ENGLISH.why;

/// The reasons of the codes of a line.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record, document: usize, line: u32) {
    let found = story.documents.get(document).and_then(|it| Some((it, it.block_at(line)?)));
    let Some((shown, at)) = found else { return sheet.leaf("p.none", WORDS.no_such_line) };
    let block = &shown.blocks[at];
    sheet.open("div.reasons");
    sheet.open("h2");
    sheet.set("id", "why-name");
    sheet.leaf("span.over", WORDS.title);
    sheet.text(" ");
    sheet.leaf("span", &fill(ENGLISH.line_of, &[&shown.id, &line.to_string()]));
    sheet.close();
    match &block.code {
        None => sheet.leaf("p.none", &fill(WORDS.not_coded, &[ENGLISH.find.kinds[block.kind as usize]])),
        Some(code) => {
            let reasons = record.reasons.get(document).and_then(|reasons| reasons.get(at)?.as_ref());
            coded(sheet, Passage { story, record, block, code, reasons });
        }
    }
    voices(sheet, story, record, document, at);
    if let Some(code) = &block.code {
        notes(sheet, story, code);
    }
    cite(sheet, story, shown, line);
    neighbors(sheet, story, document, at);
    sheet.close();
}

/// A paragraph with its codes.
#[derive(Clone, Copy)]
struct Passage<'a> {
    story: &'a Story,
    record: &'a Record,
    block: &'a Block,
    code: &'a Code,
    reasons: Option<&'a Reasons>,
}

fn coded(sheet: &mut Sheet, passage: Passage<'_>) {
    verdicts(sheet, passage);
    let Passage { story, code, reasons, .. } = passage;
    let mut told = Vec::new();
    if code.is_by_hand() {
        by_hand(sheet, passage, &mut told);
    } else {
        sheet.leaf("p.agree", WORDS.by_nobody);
    }
    for framing in 0..2 {
        sheet.open("section.grounds");
        sheet.set("data-mark", mark(framing));
        sheet.leaf("h3", &story.framings[framing].name);
        if code.is_by_hand() {
            evidence(sheet, passage, framing);
        }
        if let Some(reasons) = reasons {
            findings(sheet, passage, framing, &reasons.engine[framing], &mut told);
        }
        sheet.close();
    }
}

/// Whether the coder and the engine agree, and why the coder coded so.
fn by_hand(sheet: &mut Sheet, passage: Passage<'_>, told: &mut Vec<u16>) {
    let Passage { story, record, code, reasons, .. } = passage;
    let mut agree = true;
    for framing in 0..2 {
        if let Some(verdict) = facts::differs(code, framing) {
            let words = WORDS.differ[usize::from(!code.frames.has(framing))][verdict as usize];
            sheet.leaf("p.differ", &fill(words, &[&framing_name(story, framing)]));
            agree = false;
        }
    }
    if agree {
        sheet.leaf("p.agree", WORDS.agree);
    }
    sheet.leaf("h3", WORDS.reason);
    let reason = reasons.map_or("", |reasons| &reasons.hand);
    sheet.leaf("p.reason", &sentence(if reason.is_empty() { WORDS.no_reason } else { reason }));
    for index in reasons.iter().flat_map(|reasons| &reasons.rules) {
        rule(sheet, record, *index, told);
    }
}

/// A reason as a sentence: some coders write one, some a clause.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(letters.as_str());
    if !sentence.ends_with(['.', '!', '?', '…', '。']) {
        sentence.push('.');
    }
    sentence
}

/// What hand and engine say of each framing.
fn verdicts(sheet: &mut Sheet, passage: Passage<'_>) {
    sheet.open("table.figures verdicts");
    sheet.open("caption.unseen");
    sheet.text(WORDS.verdicts);
    sheet.close();
    columns(sheet, &[WORDS.framing, WORDS.by_hand, WORDS.engine]);
    sheet.open("tbody");
    for framing in 0..2 {
        sheet.open("tr");
        sheet.open("th");
        sheet.set("scope", "row");
        framings(sheet, passage.story, |it| it == framing);
        sheet.close();
        if !passage.code.is_by_hand() {
            sheet.leaf("td", WORDS.uncoded);
        } else if passage.code.frames.has(framing) {
            verdict(sheet, Verdict::Present, None);
        } else {
            verdict(sheet, Verdict::Absent, None);
        }
        let finding = passage.reasons.map(|reasons| reasons.engine[framing].certainty);
        verdict(sheet, passage.code.engine[framing], finding);
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

fn verdict(sheet: &mut Sheet, verdict: Verdict, certainty: Option<Certainty>) {
    sheet.open("td");
    sheet.set("data-show", ["absent", "present", "unsure"][verdict as usize]);
    sheet.text(words::verdict(verdict));
    let surely = certainty.filter(|_| verdict == Verdict::Present).map_or("", |it| WORDS.surely[it as usize]);
    if !surely.is_empty() {
        sheet.text(", ");
        sheet.text(surely);
    }
    sheet.close();
}

/// The words that decided for a framing by hand.
fn evidence(sheet: &mut Sheet, passage: Passage<'_>, framing: usize) {
    if !passage.code.frames.has(framing) {
        return sheet.leaf("p.none", WORDS.nothing_found);
    }
    let words = evidence_words(passage.block, framing);
    if words.is_empty() {
        return sheet.leaf("p.none", WORDS.no_evidence);
    }
    sheet.leaf("h4", WORDS.evidence);
    sheet.open("ul.evidence");
    for words in words {
        sheet.open("li");
        printed(sheet, passage.story, framing, words);
        sheet.close();
    }
    sheet.close();
}

/// Stretches of evidence; a name inside one cuts it in the story, but not here.
fn evidence_words(block: &Block, framing: usize) -> Vec<&str> {
    let mut stretches = Vec::new();
    let (mut start, mut begun) = (0, None);
    for piece in &block.pieces {
        if piece.evidence.has(framing) {
            begun = begun.or(Some(start));
        } else if let Some(from) = begun.take() {
            stretches.extend(block.text.get(from..start));
        }
        start = piece.end as usize;
    }
    stretches.extend(begun.and_then(|from| block.text.get(from..start)));
    stretches
}

/// Words of the article, marked as the framing marks them.
fn printed(sheet: &mut Sheet, story: &Story, framing: usize, words: &str) {
    sheet.open("span.words");
    sheet.set("data-show", mark(framing));
    sheet.set("lang", &story.language);
    sheet.set("dir", "auto");
    sheet.leaf("mark", words);
    sheet.close();
}

/// What the engine went by: its words under the sentences of the codebook that its rules follow, or why it abstains.
fn findings<'a>(sheet: &mut Sheet, passage: Passage<'a>, framing: usize, finding: &'a Finding, told: &mut Vec<u16>) {
    if !finding.reason.is_empty() {
        sheet.leaf("p", &fill(WORDS.abstains, &[finding.reason.trim_end_matches('.')]));
    }
    if finding.cues.is_empty() {
        // Why it abstains says enough.
        if finding.reason.is_empty() {
            sheet.leaf("p.none", WORDS.no_cues);
        }
        return;
    }
    sheet.leaf("h4", WORDS.cues[passage.code.engine[framing] as usize]);
    let known = |rule: &u16| usize::from(*rule) < passage.record.rules.len();
    let cue = |cue: &'a Cue| {
        let words = passage.block.text.get(cue.start as usize..cue.end as usize)?;
        Some((cue.rule.filter(known), &*cue.by, words))
    };
    let mut cues: Vec<_> = finding.cues.iter().filter_map(cue).collect();
    // Words of one rule together, in the order of the codebook; those of none at the end.
    cues.sort_by_key(|(rule, by, _)| (rule.is_none(), *rule, *by));
    for of_rule in cues.chunk_by(|one, next| one.0 == next.0) {
        match of_rule[0].0 {
            Some(index) => rule(sheet, passage.record, index, told),
            None => sheet.leaf("p.rule", WORDS.no_rule),
        }
        for cues in of_rule.chunk_by(|one, next| one.1 == next.1) {
            sheet.open("div.cues");
            if !cues[0].1.is_empty() {
                sheet.leaf("p.by", cues[0].1);
            }
            sheet.open("ul.evidence");
            for (_, _, words) in cues {
                sheet.open("li");
                printed(sheet, passage.story, framing, words);
                sheet.close();
            }
            sheet.close();
            sheet.close();
        }
    }
}

/// A sentence of the codebook: its number and name, and its words where they were not told already.
fn rule(sheet: &mut Sheet, record: &Record, index: u16, told: &mut Vec<u16>) {
    let Some(rule) = record.rules.get(usize::from(index)) else { return };
    sheet.open("p.rule");
    sheet.leaf("b", [&*rule.number, " ", &rule.name].concat().trim_end());
    if !told.contains(&index) {
        told.push(index);
        sheet.text(" ");
        sheet.text(&rule.text);
    }
    sheet.close();
}

/// Who is quoted and reported in a block, and how surely.
fn voices(sheet: &mut Sheet, story: &Story, record: &Record, document: usize, at: usize) {
    let text = &*story.documents[document].blocks[at].text;
    let quoted = story.documents[document].quotations.iter();
    let quoted = quoted.filter(|said| usize::from(said.block) == at);
    let quoted: Vec<_> = quoted.map(|said| (said.start, said.end, &said.source, said.certainty)).collect();
    let reported = record.statements.get(document).map_or(&[][..], |statements| statements).iter();
    let reported = reported.filter(|said| usize::from(said.block) == at);
    let reported: Vec<_> = reported.map(|said| (said.start, said.end, &said.source, said.certainty)).collect();
    if quoted.is_empty() && reported.is_empty() {
        return sheet.leaf("p.none nobody", WORDS.nobody);
    }
    for (title, voices) in [(WORDS.quoted, quoted), (WORDS.reported, reported)] {
        if voices.is_empty() {
            continue;
        }
        sheet.leaf("h3", title);
        sheet.open("ul.voices");
        for (start, end, source, certainty) in voices {
            sheet.open("li");
            sheet.open("span.words");
            sheet.set("lang", &story.language);
            sheet.set("dir", "auto");
            sheet.text(text.get(start as usize..end as usize).unwrap_or(""));
            sheet.close();
            sheet.text(" ");
            speaker(sheet, story, source, certainty);
            sheet.close();
        }
        sheet.close();
    }
}

fn speaker(sheet: &mut Sheet, story: &Story, source: &Speaker, certainty: Certainty) {
    sheet.open("span.speaker");
    match source {
        Speaker::Actor(index) => match story.actors.get(usize::from(*index)) {
            Some(actor) => sheet.name(*index, &actor.name),
            None => sheet.text(WORDS.unknown),
        },
        Speaker::Other(description) => sheet.text(&description.replace('-', " ")),
        Speaker::Unknown => sheet.text(WORDS.unknown),
    }
    // Of one whom the text does not name nothing is theirs, surely or not.
    let surely = if *source == Speaker::Unknown { "" } else { words::certainty(certainty) };
    if !surely.is_empty() {
        sheet.text(", ");
        sheet.leaf("i", surely);
    }
    sheet.close();
}

/// The margin notes of both framings.
fn notes(sheet: &mut Sheet, story: &Story, code: &Code) {
    if code.notes.iter().all(Option::is_none) {
        return;
    }
    sheet.leaf("h3", WORDS.notes);
    for framing in 0..2 {
        let Some(note) = &code.notes[framing] else { continue };
        sheet.open("div.noted");
        sheet.set("data-mark", mark(framing));
        sheet.open("p");
        sheet.leaf("span.as", &fill(ENGLISH.read_as_note, &[&framing_name(story, framing)]));
        sheet.text(&note.text);
        sheet.close();
        sources(sheet, story, &note.sources);
        sheet.close();
    }
}

/// How to cite the line; the page puts its address before these words.
fn cite(sheet: &mut Sheet, story: &Story, document: &Document, line: u32) {
    sheet.leaf("h3", WORDS.cite);
    sheet.open("div.cite");
    sheet.open("p");
    sheet.set("data-copy", "");
    sheet.text(&citation(story, document, line));
    sheet.close();
    sheet.button("button.copy", "copy");
    sheet.text(WORDS.copy);
    sheet.close();
    sheet.close();
}

/// Sentences, each of parts; what is not stated is left out.
fn citation(story: &Story, document: &Document, line: u32) -> String {
    let coding = &story.coding;
    let labeled = |template, value: &str| if value.is_empty() { String::new() } else { fill(template, &[value]) };
    let label = if document.label == document.id { "" } else { &document.label };
    let stated = |value: &Option<String>| value.clone().unwrap_or_default();
    let sentences = [
        vec![story.title.clone()],
        vec![
            document.id.clone(),
            label.to_owned(),
            labeled(WORDS.titled, document.title.as_deref().unwrap_or_default()),
            stated(&document.outlet),
            stated(&document.date),
            fill(WORDS.line, &[&line.to_string()]),
        ],
        vec![labeled(WORDS.coded_by, &coding.coder), labeled(WORDS.version, &coding.version), coding.date.clone()],
        vec![labeled(WORDS.text, &story.text)],
    ];
    let mut citation = String::new();
    for mut parts in sentences {
        parts.retain(|part| !part.is_empty());
        if !parts.is_empty() {
            let space = if citation.is_empty() { "" } else { " " };
            citation.push_str(&[space, &parts.join(", "), "."].concat());
        }
    }
    citation
}

/// The paragraphs before and after, each to be asked the same.
fn neighbors(sheet: &mut Sheet, story: &Story, document: usize, at: usize) {
    let blocks = &story.documents[document].blocks;
    let coded = |block: &&Block| block.code.is_some();
    let before = blocks[..at].iter().rev().find(coded);
    let after = blocks[at + 1..].iter().find(coded);
    if before.or(after).is_none() {
        return;
    }
    sheet.open("nav.neighbors");
    sheet.set("aria-label", WORDS.neighbors);
    for (words, block) in [(WORDS.before, before), (WORDS.after, after)] {
        let Some(block) = block else { continue };
        let section = Section::Article { document, line: Some(block.line), why: true };
        sheet.link("jump", &section.path(story));
        sheet.text(&fill(words, &[&block.line.to_string()]));
        sheet.close();
    }
    sheet.close();
}

#[cfg(test)]
mod tests {
    use framing_reader_page::{fixture, sheet::readable};
    use framing_reader_story::{
        model::{BlockKind, Frames, Note, Piece, Place},
        record::{Rule, Statement},
    };

    use super::*;

    /// The ferry's story; the quotation of line 3 is found by hand to bargain, and its evidence holds a name.
    fn story() -> Story {
        let mut story = fixture::story();
        let evidence = Frames::default().with(0);
        let piece = |end, mention, evidence| Piece { end, mention, evidence };
        story.documents[0].blocks[1].pieces = vec![
            piece(3, None, Frames::default()),
            piece(10, None, evidence),
            piece(20, Some(2), evidence),
            piece(35, None, Frames::default()),
        ];
        story
    }

    fn record() -> Record {
        let rule =
            |number: &str, name: &str| Rule { number: number.into(), name: name.into(), text: "One for one.".into() };
        let cue = |start, end, by: &str, rule| Cue { start, end, by: by.into(), rule };
        let engine = [
            Finding {
                certainty: Certainty::Unknown,
                cues: vec![
                    cue(3, 10, "exchange", Some(1)),
                    cue(12, 20, "unless", None),
                    cue(12, 14, "exchange", Some(1)),
                    cue(0, 9_999, "beyond", Some(99)),
                ],
                reason: "its words fall on both sides".into(),
            },
            Finding { certainty: Certainty::Likely, cues: Vec::new(), reason: String::new() },
        ];
        let reasons = Reasons { hand: "a ferry for a toll (B1)".into(), rules: vec![1], engine };
        let reported = Statement {
            block: 0,
            start: 0,
            end: 30,
            source: Speaker::Other("harbor-pilot".into()),
            certainty: Certainty::Likely,
        };
        Record {
            rules: vec![rule("A1", ""), rule("B1", "Exchange")],
            reasons: vec![vec![None, Some(reasons)]],
            statements: vec![vec![reported]],
            ..Record::default()
        }
    }

    fn drawn(story: &Story, record: &Record, document: usize, line: u32) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, story, record, document, line);
        readable(&sheet.into_bytes())
    }

    #[test]
    fn where_nobody_coded_the_engine_stands_alone() {
        let mut story = story();
        let code = story.documents[0].blocks[1].code.as_mut().expect("line 3 is a paragraph");
        code.frames = Frames::by_engine();
        let panel = drawn(&story, &record(), 0, 3);
        assert!(panel.contains("not coded") && panel.contains("Nobody has coded this passage by hand"), "{panel}");
        for of_the_hand in ["Hand and engine", "The coder", "by hand</", "Found by hand", "By hand: not found"] {
            assert!(!panel.contains(of_the_hand), "{of_the_hand}: {panel}");
        }
    }

    #[test]
    fn hand_and_engine_stand_side_by_side_and_where_they_differ_it_is_said() {
        let panel = drawn(&story(), &record(), 0, 3);
        assert!(panel.contains("<td data-show=\"present\">found</td><td data-show=\"unsure\">unsure</td>"), "{panel}");
        assert!(panel.contains("<td data-show=\"absent\">not found</td><td data-show=\"present\">found, likely</td>"));
        assert!(panel.contains("On bargaining hand and engine differ: the coder found it, the engine abstains."));
        assert!(panel.contains("On security hand and engine differ: the engine finds it, the coder did not."));
        assert!(panel.contains("The engine abstains: its words fall on both sides."), "{panel}");
        assert!(drawn(&story(), &record(), 0, 1).contains("Hand and engine agree."));
    }

    #[test]
    fn words_stand_under_the_sentence_of_the_codebook_which_is_told_once() {
        let panel = drawn(&story(), &record(), 0, 3);
        assert!(
            panel.contains("A ferry for a toll (B1).</p><p class=\"rule\"><b>B1 Exchange</b> One for one.</p>"),
            "{panel}"
        );
        assert_eq!(panel.matches("One for one.").count(), 1);
        let words =
            |words: &str| panel.find(&format!("<mark>{words}</mark>")).unwrap_or_else(|| panic!("{words}: {panel}"));
        let rule = panel.rfind("B1 Exchange").unwrap();
        let none = panel.find(WORDS.no_rule).unwrap();
        assert!(rule < words("No toll") && words("No toll") < none && none < words("no ferry"), "{panel}");
    }

    #[test]
    fn a_name_inside_the_evidence_does_not_cut_it() {
        let mut story = story();
        let block = &mut story.documents[0].blocks[1];
        assert_eq!(evidence_words(block, 0), ["No toll, no ferry"]);
        assert_eq!(evidence_words(block, 1), [""; 0]);
        block.pieces.last_mut().unwrap().evidence = Frames::default().with(0);
        assert_eq!(evidence_words(block, 0), ["No toll, no ferry,” Ruiz said."]);
    }

    #[test]
    fn who_speaks_is_named_with_how_surely() {
        let panel = drawn(&story(), &record(), 0, 3);
        assert!(panel.contains("“No toll, no ferry,”</span> <span class=\"speaker\">"), "{panel}");
        assert!(panel.contains("[0:ana-ruiz]"), "{panel}");
        let panel = drawn(&story(), &record(), 0, 1);
        assert!(panel.contains("harbor pilot, <i>probably theirs</i>"), "{panel}");
        assert!(drawn(&story(), &Record::default(), 0, 1).contains(WORDS.nobody));
    }

    #[test]
    fn a_line_that_is_not_coded_says_what_it_is() {
        let mut story = story();
        let block = &mut story.documents[0].blocks[0];
        (block.kind, block.code) = (BlockKind::Caption, None);
        let panel = drawn(&story, &record(), 0, 1);
        assert!(panel.contains("Caption. Only paragraphs are coded"), "{panel}");
        assert!(panel.contains("data-do=\"copy\"") && !panel.contains(WORDS.reason), "{panel}");
        for (document, line) in [(0, 2), (9, 1)] {
            assert!(drawn(&story, &record(), document, line).contains(WORDS.no_such_line));
        }
    }

    #[test]
    fn a_passage_whose_reasons_are_not_there_says_so() {
        let panel = drawn(&fixture::story(), &Record::default(), 1, 3);
        assert!(panel.contains(WORDS.no_reason) && panel.contains(WORDS.no_evidence), "{panel}");
    }

    #[test]
    fn the_notes_of_both_framings_stand_with_their_sources() {
        let mut story = story();
        let note = Note { text: "a price is named.".into(), sources: vec![Place { document: 1, line: 1 }] };
        story.documents[0].blocks[1].code.as_mut().unwrap().notes = [Some(note.clone()), Some(note)];
        let panel = drawn(&story, &record(), 0, 3);
        assert!(panel.contains("Read as bargaining, </span>a price is named."), "{panel}");
        assert_eq!(panel.matches("go=\"200/1\"").count(), 2, "{panel}");
    }

    #[test]
    fn a_citation_holds_what_is_stated_and_nothing_else() {
        let mut story = story();
        let document = &mut story.documents[0];
        document.label = "The toll".into();
        document.title = Some("No toll, no ferry".into());
        document.outlet = Some("Harbor Gazette".into());
        story.coding.coder = "the pilots".into();
        story.coding.version = "1.2".into();
        let cited = citation(&story, &story.documents[0], 3);
        assert_eq!(
            cited,
            "The ferry. 100, The toll, “No toll, no ferry”, Harbor Gazette, line 3. Coded by the pilots, version 1.2. \
             Text: retold."
        );
        assert_eq!(citation(&fixture::story(), &story.documents[1], 1), "The ferry. 200, line 1. Text: retold.");
    }

    #[test]
    fn the_paragraphs_beside_it_are_one_step_away() {
        assert!(drawn(&story(), &record(), 0, 3).contains("<a go=\"100/1/why\""));
        assert!(drawn(&story(), &record(), 0, 1).contains("<a go=\"100/3/why\""));
    }
}
