//! What is exported is read back the same, as far as its format can hold it; what is malformed is told by line and column.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod common;

use common::shipped;
use framing_reader_plain::{
    Value, annotations,
    formats::{
        self, Format, Malformed, brat, conll, csv, jsonl,
        mark::{Evidence, Frame, Mark, Said},
        web_annotation,
    },
};
use framing_reader_story::{Record, Story};
use proptest::{collection::vec, option, prelude::*, sample::Index, string::string_regex};

/// Texts in which bytes, UTF-16 units and code points all differ, and lines end in every way.
const TEXTS: &[&str] = &[
    "😀 Ana Ruiz said “no, never” to the port.\r\nThe port said “later”.\r\n",
    "قالت ليلى: «لن نبيع الميناء»، ثم غادرت.\nانتهى.",
    "港口局局长李梅说：“我们不卖。”\n第二天，李梅离开了。😀",
    "e\u{301}tude\u{2028}of\u{85}lines\t👩‍👩‍👧;tabs %41 and #1",
];

fn all(story: &Story, record: &Record) -> Vec<Value> {
    match annotations(story, record) {
        Value::List(annotations) => annotations,
        _ => unreachable!(),
    }
}

/// Every format of a story, read back.
fn goes_round(story: &Story, record: &Record) {
    let annotations = all(story, record);
    let only = |format| formats::export(story, record, format).remove(0).text;
    assert_eq!(jsonl::read(&only(Format::JsonLines)).unwrap(), annotations);
    assert_eq!(web_annotation::read(&only(Format::WebAnnotation)).unwrap(), annotations);
    assert_eq!(csv::read(&only(Format::Csv)).unwrap(), csv::rows(&annotations));
    let tokens = formats::export(story, record, Format::Conll);
    let stand_off = formats::export(story, record, Format::Brat);
    for (at, one) in formats::marked(story, record).iter().enumerate() {
        assert_eq!(brat::held(&one.text, &one.marks), one.marks, "nothing of a story is lost");
        assert_eq!(stand_off[2 * at].text, one.text);
        assert_eq!(brat::read(&one.text, &stand_off[2 * at + 1].text).unwrap(), one.marks);
        let named = |mark: &&Mark| !matches!(mark.said, Said::Frame(_));
        assert_eq!(conll::held(&one.text, &one.marks).len(), one.marks.iter().filter(named).count());
        assert_eq!(conll::read(&tokens[at].text).unwrap(), conll::held(&one.text, &one.marks));
    }
}

#[test]
fn the_shipped_story_goes_round_in_every_format() {
    let (story, record) = shipped();
    goes_round(&story, &record);
    let names: Vec<String> = formats::export(&story, &record, Format::Brat).into_iter().map(|file| file.name).collect();
    assert_eq!(names[..2], ["000.txt", "000.ann"]);
    assert_eq!(names.last().unwrap(), "annotation.conf");
}

#[test]
fn the_saved_articles_go_round_in_every_format() {
    let Some((story, record)) = common::as_published() else { return };
    goes_round(&story, &record);
}

#[test]
fn offsets_are_code_points_of_the_text() {
    let text = TEXTS[0];
    let said = Said::Mention { actor: "ana-ruiz".to_owned(), name: "Ana Ruiz".to_owned() };
    let marks = [Mark { start: 2, end: 10, said }];
    assert_eq!(brat::write(text, &marks), "T1\tMention 2 10\tAna Ruiz\nN1\tReference T1 actor:ana-ruiz\tAna Ruiz\n");
    let tokens = conll::write(text, &marks);
    let lines: Vec<&str> = tokens.lines().take(4).collect();
    assert_eq!(
        lines,
        [
            "😀\t0\t1\tO\tO\t_",
            "Ana\t2\t5\tB-ana-ruiz\tO\tname=Ana%20Ruiz",
            "Ruiz\t6\t10\tI-ana-ruiz\tO\t_",
            "said\t11\t15\tO\tO\t_"
        ]
    );
    assert!(tokens.contains("\n\nThe\t42\t45\t"), "{tokens}");
}

#[test]
fn a_span_over_a_line_end_is_cut_for_brat() {
    let said = Said::Quotation { speaker: None, cue: None, certainty: "unknown".to_owned() };
    let marks = [Mark { start: 1, end: 5, said }];
    let written = brat::write("ab\r\ncd", &marks);
    assert_eq!(written, "T1\tQuotation 1 2;4 5\tb c\nA1\tCertainty T1 unknown\n");
    assert_eq!(brat::read("ab\r\ncd", &written).unwrap(), marks);
}

#[test]
fn a_web_annotation_has_what_the_standard_asks_for() {
    let (story, record) = shipped();
    let written = formats::export(&story, &record, Format::WebAnnotation).remove(0).text;
    let collection: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    for (at, item) in items.iter().enumerate() {
        assert_eq!(item["id"], format!("#annotation-{}", at + 1));
        assert!(item["target"]["source"].is_string() && item["body"].is_object());
    }
}

#[test]
fn a_source_that_is_no_address_is_escaped() {
    let target = Value::object([("source", "my notes: 100% 中.txt".into())]);
    let annotation = Value::object([("type", "Annotation".into()), ("target", target)]);
    let written = web_annotation::write(std::slice::from_ref(&annotation));
    assert!(written.contains("my%20notes%3A%20100%25%20%E4%B8%AD.txt"), "{written}");
    assert_eq!(web_annotation::read(&written).unwrap(), [annotation]);
}

fn places(problems: Vec<Malformed>) -> Vec<String> {
    problems.iter().map(Malformed::to_string).collect()
}

#[test]
fn malformed_lines_of_brat_are_told_by_their_place() {
    let wrong = "T1\tMention 0 3\tAna\nT2\tMention 3 99\tx\nT3\tMention 0 3\tEva\nA1\tCertainty T9 certain\nnothing\n\
                 T4\tMention 5 2\tx\nR1\tDecides Arg1:T1\nN1\tReference T1 ana\tAna\nA2\tCertainty T1 a%4\n";
    let told = places(brat::read("Ana Ruiz", wrong).unwrap_err());
    let starts = ["2:4: ", "3:4: ", "4:4: ", "5:1: ", "6:4: ", "7:4: ", "8:1: ", "9:4: "];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(&format!("{start}error: expected ")), "{told}");
    }
    assert_eq!(told[0], "2:4: error: expected a span within 8 code points, found `3 99`");
}

#[test]
fn malformed_rows_of_conll_are_told_by_their_place() {
    let wrong = "# a remark\na\t0\t1\tI-x\tO\t_\nb\t1\n中\tx\t3\tO\tO\t_\nd\t3\t4\tQ\tO\t_\ne\t3\t9\tB-_\tO\t_\n";
    let told = places(conll::read(wrong).unwrap_err());
    let starts = ["2:7: ", "3:1: ", "4:3: ", "5:7: ", "6:7: "];
    assert!(told.len() == 5 && told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
}

#[test]
fn malformed_tables_are_told_by_their_place() {
    let head = "who,words,cue,certainty,document,line,start,end\r\n";
    let told = |rest: &str| places(csv::read(&format!("{head}{rest}")).unwrap_err());
    assert_eq!(told("a,b\r\n"), ["2:1: error: expected 8 fields, found 2"]);
    assert_eq!(told("a,中,,,d,x,1,2\n"), ["2:9: error: expected a number in `line`, found `x`"]);
    assert_eq!(told("a,\"b\nc\"d,,,d,1,1,2\n"), ["3:3: error: expected a comma behind `\"`, found `d`"]);
    assert!(told("a,\"b,,,d,1,1,2\n")[0].starts_with("2:3: error: expected a closing `\"`"));
    assert_eq!(places(csv::read("").unwrap_err()), ["1:1: error: expected a row of columns, found nothing"]);
    assert!(csv::read(&format!("\u{feff}{}", head.replace('\r', ""))).unwrap().is_empty());
}

#[test]
fn malformed_json_is_told_by_its_place() {
    let told = places(jsonl::read("{\"中\":1}\n{\"中\":}\n3\n").unwrap_err());
    assert!(told[0].starts_with("2:6: error: expected JSON: "), "{told:?}");
    assert_eq!(told[1], "3:1: error: expected an annotation, found another value");
    assert!(places(web_annotation::read("{\n\"first\": [}").unwrap_err())[0].starts_with("2:"));
    assert_eq!(places(web_annotation::read("3").unwrap_err()).len(), 1);
    let other = web_annotation::read("{\"first\":{\"items\":[{\"type\":\"Note\"}]}}").unwrap_err();
    assert_eq!(other[0].message, "expected the type `Annotation` of `items[0]`, found `Note`");
}

/// Words with everything that a format may have another use for.
fn words() -> impl Strategy<Value = String> {
    string_regex("[a-zé中😀م“”\u{301}\u{2028}\u{85}\u{0}%#;:_,\"\t\r\n -]{1,16}").unwrap()
}

fn said() -> impl Strategy<Value = Said> {
    let maybe = || option::of(words());
    let frame =
        (words(), any::<[bool; 2]>(), maybe(), maybe()).prop_map(|(framing, [unsure, by_hand], certainty, reason)| {
            Said::Frame(Frame { framing, unsure, by_hand, certainty, reason, evidence: Vec::new() })
        });
    prop_oneof![
        (words(), words()).prop_map(|(actor, name)| Said::Mention { actor, name }),
        (maybe(), maybe(), words()).prop_map(|(speaker, cue, certainty)| Said::Quotation { speaker, cue, certainty }),
        frame,
    ]
}

/// A text with marks anywhere in it.
fn marked() -> impl Strategy<Value = (String, Vec<Mark>)> {
    let text = prop_oneof![
        3 => string_regex("(?s)[a-zA-Zé中😀م“”\u{301}\u{2028}'. \t\r\n-]{0,80}").unwrap(),
        1 => prop::sample::select(TEXTS).prop_map(str::to_owned),
    ];
    let mark = (any::<[Index; 4]>(), option::of(words()), said());
    (text, vec(mark, 0..8)).prop_map(|(text, marks)| {
        let length = text.chars().count() + 1;
        let mark = |([a, b, c, d], rule, mut said): ([Index; 4], Option<String>, Said)| {
            let span = |a: Index, b: Index| {
                let (a, b) = (a.index(length) as u32, b.index(length) as u32);
                (a.min(b), a.max(b))
            };
            let ((start, end), (from, to)) = (span(a, b), span(c, d));
            if let Said::Frame(frame) = &mut said {
                frame.evidence.push(Evidence { start: from, end: to, rule });
            }
            Mark { start, end, said }
        };
        let marks = marks.into_iter().map(mark).collect();
        (text, marks)
    })
}

proptest! {
    #[test]
    fn any_marks_of_any_text_go_round((text, marks) in marked()) {
        let held = brat::held(&text, &marks);
        prop_assert_eq!(brat::held(&text, &held), held.clone());
        prop_assert_eq!(brat::read(&text, &brat::write(&text, &marks)).unwrap(), held);
        let held = conll::held(&text, &marks);
        prop_assert_eq!(conll::held(&text, &held), held.clone());
        prop_assert_eq!(conll::read(&conll::write(&text, &marks)).unwrap(), held);
    }

    #[test]
    fn any_table_goes_round(fields in vec((vec("(?s).{0,12}", 5), any::<[Option<u32>; 3]>()), 0..6)) {
        let rows: Vec<csv::Row> = fields.into_iter().map(|(texts, [line, start, end])| {
            let [who, words, cue, certainty, document] = <[String; 5]>::try_from(texts).unwrap();
            csv::Row { who, words, cue, certainty, document, line, start, end }
        }).collect();
        prop_assert_eq!(csv::read(&csv::write(&rows)).unwrap(), rows);
    }

    #[test]
    fn any_source_and_words_go_round(source in "(?s).{0,20}", exact in "(?s).{0,40}") {
        let quote = Value::object([("exact", (&*exact).into())]);
        let target = Value::object([("source", (&*source).into()), ("selector", [quote].into_iter().collect())]);
        let list = [Value::object([("type", "Annotation".into()), ("target", target)])];
        prop_assert_eq!(jsonl::read(&jsonl::write(&list)).unwrap(), list.clone());
        prop_assert_eq!(web_annotation::read(&web_annotation::write(&list)).unwrap(), list);
    }

    #[test]
    fn nothing_that_is_read_panics(text in "(?s).{0,60}", file in "[TNAR#EB\u{1}IO0-9;:,\"{}%a中 \t\r\n_-]{0,120}") {
        let _ = (brat::read(&text, &file), conll::read(&file), csv::read(&file), jsonl::read(&file), web_annotation::read(&file));
    }
}
