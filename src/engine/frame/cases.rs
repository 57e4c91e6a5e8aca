//! What the shipped tables find, must not find, and nearly find: a case for every kind of rule, and short paragraphs of
//! our own on many subjects, coded by the codebook (`code | text`, b for bargaining, s for security, - for not).
//!
//! Single paragraphs, which mostly avoid the words that give a frame away: `cases/tuned.txt` may be looked at while the
//! tables are changed; `cases/held.txt` measures (nine of its paragraphs have been looked at since it was set apart).
//!
//! Whole short articles (`# subject`, then one paragraph a line), in which the document helps: `cases/articles.txt` was
//! worked with, `cases/articles_held.txt` only measures, and in `cases/articles_none.txt`, on other things, hardly
//! anything may be found. All are coded before the engine reads them, and by the hand that wrote the tables: somebody
//! else's articles are the better judge, and are harder.

use proptest::prelude::*;

use super::{Evidence, Frame, Framing, Lexicon, LexiconProblem, Verdict, frames, lexicon::Class, tried, verdicts};
use crate::{
    agreement::agreement,
    block::{Block, BlockKind, Document},
    mention::Mention,
    quotation::Certainty,
    text::{self, Span},
};

/// A document of which every line is a paragraph.
fn paragraphs(text: &str) -> Document<'_> {
    let lines = text::lines(text).enumerate().filter(|(_, span)| !span.is_empty());
    let block = |(n, span)| Block { line: n + 1, span, kind: BlockKind::Para, reason: "" };
    Document::from_blocks(text, lines.map(block).collect())
}

fn judged(text: &str) -> [Verdict; 2] {
    let verdicts = frames(&paragraphs(text), &[]);
    verdicts.try_into().unwrap()
}

fn words<'t>(verdict: &Verdict, text: &'t str) -> Vec<&'t str> {
    verdict.evidence.iter().map(|e| e.span.of(text)).collect()
}

/// Asserts what is said of a paragraph, bargaining first.
#[track_caller]
fn assert_frames(text: &str, bargaining: bool, security: bool) {
    let found = judged(text).map(|v| v.present);
    assert_eq!(found, [Some(bargaining), Some(security)], "{text}");
}

#[test]
fn an_exchange_is_bargaining_and_its_words_are_the_evidence() {
    let text = "Lima would lift its duty on Chilean wine in return for a cheaper ferry.";
    let [bargaining, security] = judged(text);
    assert_eq!((bargaining.present, bargaining.certainty), (Some(true), Certainty::Certain));
    assert!(words(&bargaining, text).contains(&"in return for"));
    assert!(bargaining.evidence.iter().all(|e| !e.rule.is_empty()));
    assert_eq!((security.present, security.evidence), (Some(false), vec![]));
}

#[test]
fn talk_of_an_exchange_is_bargaining_even_where_it_is_denied() {
    assert_frames("There was no quid pro quo between the port and the pardon, the envoy said.", true, false);
}

#[test]
fn an_exchange_needs_no_cue_word() {
    assert_frames("We have the wells they want, they have the ports we want.", true, false);
    assert_frames("If Baku wants the port, Yerevan should open the road.", true, false);
    assert_frames("The prisoners would be released once Lisbon paid for the wheat.", true, false);
    assert_frames("Manila would open its ports and Hanoi would drop its tax on rice.", true, false);
}

#[test]
fn talks_and_pressure_are_bargaining_where_measures_are_at_stake() {
    assert_frames("The truce on tariffs was signed after three days of talks in Oslo.", true, false);
    assert_frames("The ministry threatened to cut off the water unless Amman voted for the treaty.", true, false);
}

#[test]
fn an_exchange_of_another_kind_is_none() {
    for text in [
        "The studio agreed a deal with the singer for three albums.",
        "Bargain hunters queued outside the shop from five in the morning.",
        "The stock exchange closed early, and the bank cut its forecast.",
        "He bought potato chips from the chip shop by the pier.",
        "The minister paid a great deal of attention to the choir.",
        "The trade fair in Milan drew ministers from nine countries.",
        "The talks by the two novelists sold out in an hour.",
    ] {
        assert_frames(text, false, false);
    }
}

#[test]
fn a_topic_alone_is_neither() {
    assert_frames("The tariff on bicycles is 14 percent.", false, false);
    assert_frames("The chip has nine billion transistors and is made in two factories.", false, false);
}

#[test]
fn security_as_the_reason_for_a_measure_is_security() {
    assert_frames("The export of the lenses was forbidden on grounds of national security.", false, true);
    assert_frames("The agency refused the license because the pumps are dual-use.", false, true);
    assert_frames("Selling the engines would hand our adversaries a decade of work, he said.", false, true);
    assert_frames("The ban is meant to protect the country's technological lead.", false, true);
    assert_frames("The metal is needed by defense manufacturers, and supplies have been cut off.", false, true);
    assert_frames("The company was put on the blacklist for selling sonar to the navy.", false, true);
}

#[test]
fn names_idioms_and_dismissals_are_not_security() {
    for text in [
        "The National Security Council has a new press office, the government said.",
        "The Security Council met on Tuesday to elect a president.",
        "Social Security payments will rise, the ministry said.",
        "Her defense lawyer asked for the license to be returned.",
        "The ban on phones is no longer just about national security.",
        "The striker's attack on the defense was a threat all season.",
        "The think tank published a report on exports of cheese.",
    ] {
        assert_frames(text, false, false);
    }
}

#[test]
fn what_is_not_open_to_bargaining_is_security() {
    assert_frames("The export controls are national security matters and not up for debate.", false, true);
    assert_frames("The controls on reactors are not negotiable, the minister said.", false, true);
}

#[test]
fn a_chip_that_is_denied_to_be_one_makes_the_engine_abstain() {
    let [bargaining, _] = judged("The islands are not a bargaining chip, the minister said.");
    assert_eq!((bargaining.present, bargaining.certainty), (None, Certainty::Unknown));
    assert!(bargaining.reason.is_some() && bargaining.evidence.is_empty());
}

#[test]
fn one_weak_cue_does_not_decide_and_two_do() {
    assert_eq!(judged("The ministry hinted that the tariff was old.")[0].present, Some(false));
    let text = "The ministry hinted that the tariff was a deadline.";
    let [bargaining, _] = judged(text);
    assert_eq!((bargaining.present, bargaining.certainty), (Some(true), Certainty::Likely));
    assert_eq!(words(&bargaining, text), ["hinted", "deadline"]);
}

#[test]
fn the_document_tells_what_a_bare_word_is_about() {
    let alone = "The deal collapsed on Monday.";
    assert_eq!(judged(alone)[0].present, Some(false));
    let text = "The ministers argued about the tariff on wine.\nThe sanctions remain, the embassy said.\nThe deal collapsed on Monday.";
    let verdicts = frames(&paragraphs(text), &[]);
    assert_eq!(verdicts[4].present, Some(true));
}

#[test]
fn words_in_an_actors_name_are_no_cue() {
    let text = "The export license was issued by Leverage Blacklist, the government said.";
    let document = paragraphs(text);
    let start = text.find("Leverage").unwrap();
    let span = Span::new(start, start + "Leverage Blacklist".len());
    let verdicts = frames(&document, &[Mention { span, actor: 0, block: 0 }]);
    assert!(verdicts.iter().all(|v| v.present == Some(false)));
}

#[test]
fn two_framings_of_ones_own_are_read_from_tables() {
    let (thrift, problems) = Lexicon::parse("== saving · T1 ==\ndecides sav* ... money | dome* · T2\n");
    assert_eq!(problems, []);
    let (splendor, problems) = Lexicon::parse("decides gild*\nwonders at\ndecides one/two-three | ... end\n");
    let lines: Vec<(usize, &str)> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
    assert_eq!(
        lines,
        [
            (2, "unknown class `wonders`"),
            (3, "put `two-three` into a set: it is several words"),
            (3, "expected a phrase that begins and ends with a word, found `... end`"),
        ]
    );
    let text = "The council saved a good deal of money.\nThe dome was gilded.";
    let framings = [Framing::with_cues("thrift", thrift), Framing::with_cues("splendor", splendor)];
    let verdicts: Vec<Verdict> = verdicts(&paragraphs(text), &[], &framings).collect();
    let present: Vec<_> = verdicts.iter().map(|v| v.present).collect();
    assert_eq!(present, [Some(true), Some(false), Some(true), Some(true)]);
    let saving = |start, end, number: &str| Evidence {
        span: Span::new(start, end),
        rule: "saving".to_owned(),
        number: Some(number.to_owned()),
    };
    assert_eq!(verdicts[0].evidence, [saving(12, 17, "T1"), saving(33, 38, "T1")]);
    assert_eq!(verdicts[2].evidence, [saving(44, 48, "T2")]);
    assert_eq!(verdicts[3].evidence[0].number, None);
}

/// Two framings with the cues of the first and none of the second.
fn pair(cues: &[(&str, &str)]) -> ([Framing; 2], Vec<LexiconProblem>) {
    let (lexicon, problems) = Lexicon::from_cues(cues);
    ([Framing::with_cues("harvest", lexicon), Framing::named("famine")], problems)
}

fn found(text: &str, framings: &[Framing; 2]) -> Vec<Option<bool>> {
    verdicts(&paragraphs(text), &[], framings).filter(|v| v.framing == 0).map(|v| v.present).collect()
}

#[test]
fn cues_of_ones_own_decide_by_their_strength_and_are_their_own_reason() {
    let cues = [
        ("sure", "bumper crop · H1"),
        ("weak", "sow*"),
        ("weak", "@grain"),
        ("never", "wheat beer"),
        ("unsure", "no bumper crop"),
        ("@grain", "wheat"),
        ("@grain", "ripe barley"),
    ];
    let (framings, problems) = pair(&cues);
    assert_eq!(problems, []);
    let text = "A bumper crop was brought in.\nThey sowed early.\nThey sowed wheat.\nRipe barley, sown late.\n\
                Wheat beer, sown late.\nThere was no bumper crop.\nNothing here.";
    assert_eq!(
        found(text, &framings),
        [Some(true), Some(false), Some(true), Some(true), Some(false), None, Some(false)]
    );
    let document = paragraphs(text);
    let first = verdicts(&document, &[], &framings).next().unwrap();
    assert_eq!((first.evidence[0].rule.as_str(), first.evidence[0].number.as_deref()), ("bumper crop", Some("H1")));
    let (judged, [own, other]) = tried(&document, &[], &framings);
    assert_eq!(judged, verdicts(&document, &[], &framings).collect::<Vec<_>>(), "told or not, they decide the same");
    assert_eq!(own.iter().filter(|cue| cue.rule == "sow*").count(), 4, "also where it decides nothing");
    assert_eq!(other, []);
    let silent = own.iter().filter(|cue| !cue.speaks).map(|cue| cue.rule.as_str()).collect::<Vec<_>>();
    assert_eq!(silent, ["wheat beer", "no bumper crop"], "and what only takes words out");
    assert_eq!(framings[0].rules(), ["bumper crop", "sow*", "@grain", "wheat beer", "no bumper crop"]);
}

#[test]
fn likely_cues_decide_where_the_subject_is_theirs() {
    let (framings, _) = pair(&[("likely", "season"), ("about", "farm*"), ("elsewhere", "football")]);
    let texts = ["The season was long on the farm.", "The football season was long.", "The season was long."];
    assert_eq!(texts.map(|text| found(text, &framings)[0]), [Some(true), Some(false), Some(false)]);
    let (framings, _) = pair(&[("likely", "season")]);
    assert_eq!(texts.map(|text| found(text, &framings)[0]), [Some(true); 3], "without a subject it fits everywhere");
}

#[test]
fn a_framing_without_cues_is_abstained_from_and_the_other_is_read_all_the_same() {
    let pair = [Framing::named("famine"), Framing::named("bargaining")];
    let verdicts: Vec<Verdict> =
        verdicts(&paragraphs("Lima lifted its duty in return for a ferry."), &[], &pair).collect();
    assert_eq!((verdicts[0].present, verdicts[1].present), (None, Some(true)));
    assert_eq!(verdicts[0].reason.as_deref(), Some("the story gives this framing no cue words"));
}

#[test]
fn cues_are_found_in_any_writing() {
    let (framings, problems) = pair(&[("sure", "丰收"), ("sure", "Ernte*"), ("sure", "österlich*"), ("sure", "حصاد")]);
    assert_eq!(problems, []);
    let text =
        "今年小麦丰收了。\nDie Ernte war gut.\nÖsterliche und gute Tage 😀\nكان حصاد القمح جيدا\n丰年\nDie Felder";
    assert_eq!(found(text, &framings), [Some(true), Some(true), Some(true), Some(true), Some(false), Some(false)]);
}

#[test]
fn cues_that_cannot_be_read_are_told_by_their_place_and_the_others_kept() {
    let endless = "?a ".repeat(40) + "b";
    let cues = [("sure", "crop"), ("certain", "field"), ("sure", " "), ("weak", "@none"), ("weak", &*endless)];
    let gaps = ["a", "b", "c", "d", "e"].join(" ... ");
    let (framings, problems) = pair(&[&cues[..], &[("sure", &*gaps), ("@empty", "..."), ("sure", "@empty")]].concat());
    let told: Vec<(usize, &str)> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (7, "expected a phrase that begins and ends with a word, found `...`"),
            (
                2,
                "unknown strength `certain`: expected one of sure, likely, weak, unsure, never, about, elsewhere, or `@` and the name of a set"
            ),
            (3, "expected a phrase that begins and ends with a word, found ``"),
            (4, "unknown set `@none`"),
            (5, "expected at most 6 words that may be left out, found more"),
            (6, "expected at most 3 gaps, found more"),
        ]
    );
    assert_eq!(found("A crop.\nempty", &framings), [Some(true), Some(false)]);
}

#[test]
fn the_shipped_tables_have_no_problems_and_every_cue_follows_a_rule_of_the_codebook() {
    let codebook = include_str!("../../../seeds/CODEBOOK.md");
    let common = include_str!("lexicon/common.txt");
    for own in [include_str!("lexicon/bargaining.txt"), include_str!("lexicon/security.txt")] {
        let (lexicon, problems) = Lexicon::parse(&[common, own].concat());
        assert_eq!(problems, []);
        for phrase in (0..lexicon.phrases.len()).filter(|&n| lexicon.phrases[n].class <= Class::Hints) {
            let (title, number) = lexicon.rule(phrase);
            assert!(number.is_some_and(|number| codebook.contains(&["- **", &number, " "].concat())), "{title}");
        }
    }
}

/// The paragraphs of each document of a table, with their codes: whole articles, or each paragraph by itself.
fn coded(table: &str, by_article: bool) -> Vec<Vec<(&str, &str)>> {
    let mut documents: Vec<Vec<(&str, &str)>> = Vec::new();
    for line in table.lines() {
        match line.split_once(" | ") {
            Some(case) if by_article => documents.last_mut().unwrap().push(case),
            Some(case) => documents.push(vec![case]),
            None => documents.push(Vec::new()),
        }
    }
    documents.retain(|document| !document.is_empty());
    documents
}

/// The code and the engine's answer for each paragraph, bargaining first.
fn answers(documents: &[Vec<(&str, &str)>]) -> [Vec<(bool, Option<bool>)>; 2] {
    let mut answers = [Vec::new(), Vec::new()];
    for document in documents {
        let text: Vec<&str> = document.iter().map(|(_, paragraph)| *paragraph).collect();
        let text = text.join("\n");
        let verdicts = frames(&paragraphs(&text), &[]);
        for ((code, _), found) in document.iter().zip(verdicts.chunks(2)) {
            for n in [0, 1] {
                answers[n].push((code.as_bytes()[n] != b'-', found[n].present));
            }
        }
    }
    answers
}

#[test]
fn paragraphs_of_our_own_are_told_apart() {
    let (tuned, held) = (include_str!("cases/tuned.txt"), include_str!("cases/held.txt"));
    let subjects = tuned.lines().filter(|line| line.starts_with('#')).count();
    let mut count = 0;
    for (name, table, floors) in [("tuned", tuned, [0.70, 0.65]), ("held back", held, [0.55, 0.70])] {
        let found = answers(&coded(table, false));
        count += found[0].len();
        for n in [0, 1] {
            let agreement = agreement(found[n].iter().copied());
            let abstained = agreement.abstained as f64 / found[n].len() as f64;
            println!("{name}: {}: kappa {:.3}, {abstained:.3} abstained", Frame::ALL[n].as_str(), agreement.kappa);
            assert!(agreement.kappa >= floors[n] && abstained < 0.08, "{name} {agreement:?}");
        }
    }
    assert!(count >= 150 && subjects >= 25);
}

#[test]
fn articles_of_our_own_are_told_apart() {
    let worked = include_str!("cases/articles.txt");
    let held = include_str!("cases/articles_held.txt");
    for (name, table, floors) in [("worked with", worked, [0.80, 0.80]), ("held back", held, [0.75, 0.75])] {
        let found = answers(&coded(table, true));
        for n in [0, 1] {
            let count = |wanted| found[n].iter().filter(|&&(code, is)| (code, is == Some(true)) == wanted).count();
            let (hits, false_hits, missed) = (count((true, true)), count((false, true)), count((true, false)));
            let f1 = 2.0 * hits as f64 / (2 * hits + false_hits + missed) as f64;
            println!("{name}: {}: F1 {f1:.3} over {} paragraphs", Frame::ALL[n].as_str(), found[n].len());
            assert!(f1 >= floors[n], "{name}: {} F1 {f1:.3}", Frame::ALL[n].as_str());
        }
    }
}

#[test]
fn articles_about_other_things_are_neither() {
    let [bargaining, security] = answers(&coded(include_str!("cases/articles_none.txt"), true));
    let found = bargaining.iter().chain(&security).filter(|(_, present)| *present == Some(true)).count();
    assert!(found * 20 <= bargaining.len() + security.len(), "{found} found");
}

proptest! {
    #[test]
    fn any_text_is_judged_and_evidence_lies_in_its_paragraph(
        text in "(if|unless|talks|Beijing|would lift|security|U\\.S\\.|ü|‘|\\.|\n| |for|not|\\PC){0,60}",
        at in 0usize..80,
    ) {
        let mention = Mention { span: Span::new(at, at + 7), actor: 0, block: 0 };
        let document = paragraphs(&text);
        let verdicts = frames(&document, &[mention]);
        prop_assert_eq!(verdicts.len(), 2 * document.blocks.len());
        for verdict in verdicts {
            let paragraph = document.blocks[verdict.block].span;
            prop_assert!(verdict.evidence.iter().all(|e| paragraph.contains(e.span) && !e.span.of(&text).is_empty()));
            prop_assert_eq!(verdict.present == Some(true), !verdict.evidence.is_empty());
            prop_assert_eq!(verdict.present.is_none(), verdict.reason.is_some());
        }
    }

    #[test]
    fn any_cues_on_any_text_have_an_answer(
        cues in proptest::collection::vec(("sure|likely|weak|unsure|never|about|@a|@b", "[a-cA-C?*.&@/<>|!· 中é]{0,24}"), 0..10),
        text in "[a-cA-C .中é\n]{0,200}",
    ) {
        let cues: Vec<(&str, &str)> = cues.iter().map(|(key, phrase)| (key.as_str(), phrase.as_str())).collect();
        let (framings, problems) = pair(&cues);
        prop_assert!(problems.iter().all(|problem| (1..=cues.len()).contains(&problem.line)));
        let document = paragraphs(&text);
        for verdict in verdicts(&document, &[], &framings) {
            prop_assert!(verdict.evidence.iter().all(|e| !e.span.of(&text).is_empty()));
        }
        let rules = framings[0].rules();
        for cue in &tried(&document, &[], &framings).1[0] {
            prop_assert!(rules.contains(&cue.rule.as_str()));
        }
    }
}
