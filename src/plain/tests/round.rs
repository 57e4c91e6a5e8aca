//! What is written is read again: the shipped story, and stories that nobody wrote.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod common;

use common::shipped;
use framing_reader_plain::{Value, annotations, read, write};
use framing_reader_story::{Record, Story, marks::Marks, model::*, pack, pack_record, record::*};
use proptest::{collection::vec, prelude::*, sample::Index, string::string_regex};

/// Packed, plain, JSON, plain, packed.
fn goes_round(story: &Story, record: &Record) {
    let json = serde_json::to_string(&write(story, record)).unwrap();
    let value = Value::read(&mut serde_json::Deserializer::from_str(&json)).unwrap();
    let (again, behind) = read(&value).unwrap_or_else(|problems| panic!("{problems:#?}\n{json:.2000}"));
    assert_eq!(&again, story);
    assert_eq!(&behind, record);
    assert_eq!(pack(&again), pack(story));
    assert_eq!(pack_record(&behind), pack_record(record));
}

#[test]
fn the_shipped_story_is_the_same_again() {
    let (story, record) = shipped();
    goes_round(&story, &record);
}

#[test]
fn the_saved_articles_are_the_same_again() {
    let Some((story, record)) = common::as_published() else { return };
    goes_round(&story, &record);
}

fn words() -> impl Strategy<Value = String> {
    string_regex("[a-zé中😀“”\u{301}\u{0} \n]{0,24}").unwrap()
}

/// Half-open, in bytes.
type Spans = Vec<(u32, u32)>;

/// Spans between characters of a text, in order, none over another; in bytes.
fn spans(text: &str, cuts: &[Index]) -> Spans {
    let places: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
    let mut ends: Vec<u32> = cuts.iter().map(|cut| *cut.get(&places)).collect();
    ends.sort_unstable();
    ends.dedup();
    ends.chunks_exact(2).map(|ends| (ends[0], ends[1])).collect()
}

fn block(line: u32) -> impl Strategy<Value = (Block, Spans, Spans)> {
    let cuts = || vec(any::<Index>(), 0..8);
    (words(), cuts(), cuts(), cuts(), cuts(), any::<Option<(u8, [bool; 2])>>(), 0..7_usize).prop_map(
        move |(text, mentions, first, second, quotations, code, kind)| {
            let evidence = [first, second].into_iter().enumerate().flat_map(|(framing, cuts)| {
                spans(&text, &cuts).into_iter().map(move |(start, end)| (start..end, framing))
            });
            let marks = Marks { mentions: Vec::new(), evidence: evidence.collect() };
            // Mentions are numbered by their document, which cuts the words anew.
            let kinds = [
                BlockKind::Para,
                BlockKind::Title,
                BlockKind::Heading,
                BlockKind::Caption,
                BlockKind::Credit,
                BlockKind::Byline,
                BlockKind::Copyright,
            ];
            let code = code.map(|(frames, notes)| Code {
                frames: [0, 1].into_iter().filter(|n| frames >> n & 1 == 1).fold(Frames::default(), Frames::with),
                engine: [
                    [Verdict::Absent, Verdict::Present, Verdict::Unsure][usize::from(frames) % 3],
                    Verdict::Unsure,
                ],
                notes: notes.map(|there| {
                    there.then(|| Note { text: text.clone(), sources: vec![Place { document: 0, line: line + 1 }] })
                }),
            });
            let mentions = spans(&text, &mentions);
            let quotations = spans(&text, &quotations);
            let pieces = marks.cut(text.len() as u32);
            (Block { kind: kinds[kind], line, text, pieces, code }, mentions, quotations)
        },
    )
}

/// Lays mentions on a block that has evidence only.
fn with_mentions(block: &mut Block, spans: &[(u32, u32)], first: u16) {
    let mut start = 0;
    let mut evidence = Vec::new();
    for piece in &block.pieces {
        let framings = [0, 1].into_iter().filter(|framing| piece.evidence.has(*framing));
        evidence.extend(framings.map(|framing| (start..piece.end, framing)));
        start = piece.end;
    }
    let mentions = spans.iter().zip(first..).map(|((start, end), number)| (*start..*end, number)).collect();
    block.pieces = Marks { mentions, evidence }.cut(block.text.len() as u32);
}

prop_compose! {
    fn stories()(
        blocks in vec((1..60_u32).prop_flat_map(block), 1..5),
        title in words(),
        stated in any::<Option<bool>>(),
        speakers in vec(0..3_usize, 40),
    ) -> (Story, Record) {
        let framing = |id: &str| Framing {
            id: id.into(), name: title.clone(), asks: String::new(), standfirst: title.clone(),
            sources: vec![Place { document: 0, line: 7 }],
        };
        let actor = |id: &str, kind, side| Actor {
            id: id.into(), name: title.clone(), kind, side, role: title.clone(), role_sources: Vec::new(),
            stances: [None, Some(Stance {
                quoted: stated.is_some(), lead: String::new(), text: title.clone(), said_by: Some(0),
                sources: vec![Place { document: 0, line: 9 }],
            })],
        };
        let mut document = Document {
            id: "100".into(), label: title.clone(), about: String::new(), title: stated.map(|_| title.clone()),
            outlet: None, date: None, edition_of: None, summary_of: stated.map(|_| 0), blocks: Vec::new(),
            mentions: Vec::new(), quotations: Vec::new(),
        };
        let mut record = Record {
            reasons: vec![Vec::new()], statements: vec![Vec::new()], cues: vec![Vec::new()],
            files: vec![File { name: title.clone(), blocks: Vec::new() }],
            rules: vec![Rule { number: "B1".into(), name: title.clone(), text: String::new() }],
            ..Record::default()
        };
        let mut line = 0;
        for ((mut block, mentions, quotations), speaker) in blocks.into_iter().zip(speakers) {
            let number = document.blocks.len() as u16;
            line += block.line;
            block.line = line;
            with_mentions(&mut block, &mentions, document.mentions.len() as u16);
            document.mentions.extend(mentions.iter().map(|_| Mention { block: number, actor: 1 }));
            let source = || [Speaker::Actor(1), Speaker::Other(title.clone()), Speaker::Unknown][speaker].clone();
            for (start, end) in quotations {
                let certainty = Certainty::Likely;
                document.quotations.push(Quotation { block: number, start, end, source: source(), certainty });
                record.cues[0].push(title.clone());
                let statement = Statement { block: number, start, end, source: source(), certainty };
                record.statements[0].push(statement);
            }
            let finding = |cues| Finding { certainty: Certainty::Certain, cues, reason: title.clone() };
            let cues = mentions.iter().map(|(start, end)| Cue {
                start: *start, end: *end, by: title.clone(), rule: stated.map(|_| 0),
            });
            let reasons = Reasons { hand: title.clone(), rules: vec![0], engine: [finding(cues.collect()), finding(vec![])] };
            record.reasons[0].push(block.code.as_ref().map(|_| reasons));
            record.files[0].blocks.push(stated.map(|_| Stretch {
                document: 0, start: line, before: title.clone(), after: String::new(),
            }));
            document.blocks.push(block);
        }
        let overruled = |(what, end)| Overruled {
            document: 0, line, start: 0, end, what, engine: title.clone(), hand: String::new(),
        };
        let length = document.blocks.last().map_or(0, |block| block.text.len() as u32);
        record.overruled = [(Corrected::Block, 0), (Corrected::Mention, length), (Corrected::Quotation, length)]
            .into_iter().map(overruled).collect();
        let framings = ["toll", "sea"].map(framing);
        let coding = Coding { coder: title.clone(), date: String::new(), version: String::new() };
        let actors = vec![
            actor("ana-ruiz", ActorKind::Person, Side::China), actor("harbor-board", ActorKind::Media, Side::Us),
        ];
        let story = Story {
            id: "ferry".into(), title: title.clone(), language: "en".into(), text: String::new(), coding, framings,
            documents: vec![document], actors,
        };
        (story, record)
    }
}

proptest! {
    #[test]
    fn a_story_that_nobody_wrote_is_the_same_again((story, record) in stories()) {
        goes_round(&story, &record);
    }
}

#[test]
fn paragraphs_that_nobody_coded_stay_so() {
    let (mut story, record) = shipped();
    let blocks = story.documents.iter_mut().flat_map(|document| &mut document.blocks);
    for code in blocks.filter_map(|block| block.code.as_mut()) {
        let found = [0, 1].into_iter().filter(|framing| code.engine[*framing] == Verdict::Present);
        code.frames = found.fold(Frames::by_engine(), Frames::with);
    }
    goes_round(&story, &record);
}

#[test]
fn a_story_of_ones_own_is_the_same_again_and_its_corrections_have_a_creator() {
    let (story, record) = common::own();
    assert_eq!(record.overruled.len(), 3);
    goes_round(&story, &record);
    let all = serde_json::to_value(annotations(&story, &record)).unwrap();
    let by_hand: Vec<(&str, &str)> = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|annotation| annotation["creator"]["name"] == "class 7b")
        .map(|annotation| (annotation["body"]["type"].as_str().unwrap(), annotation["body"]["value"].as_str().unwrap()))
        .collect();
    assert_eq!(by_hand, [("Block", "caption"), ("Mention", "jon-berg"), ("Quotation", "an-old-woman")]);
}
