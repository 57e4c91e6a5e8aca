//! Small texts with the quotations they hold: for each rule what it finds, what it must not find, and near misses.

use super::*;
use crate::{
    block::{Block, BlockKind},
    gazetteer::{ActorKind, ActorNames},
    text,
};
use proptest::prelude::*;

/// A document whose every line is a paragraph.
pub(super) fn document(text: &str) -> Document<'_> {
    let lines = text::lines(text).enumerate().filter(|(_, span)| !span.of(text).trim().is_empty());
    let block = |(n, span)| Block { line: n + 1, span, kind: BlockKind::Para, reason: "a line of the test" };
    Document::from_blocks(text, lines.map(block).collect())
}

/// Two actors for the cases that need a story.
pub(super) fn gazetteer() -> Gazetteer {
    let actor = |id: &str, name: &str, kind, aliases: &[&str]| ActorNames {
        id: id.into(),
        name: name.into(),
        kind,
        aliases: aliases.iter().map(|&a| a.into()).collect(),
    };
    Gazetteer::new(vec![
        actor("craig-moss", "Craig Moss", ActorKind::Person, &["Moss"]),
        actor("norland", "Norland", ActorKind::Government, &["Norville"]),
    ])
}

/// Each quotation as "source certainty: words".
fn read(text: &str) -> Vec<String> {
    let (document, gazetteer) = (document(text), gazetteer());
    let found = quotations(&document, &gazetteer, &[]);
    let source = |q: &Quotation| match &q.source {
        Some(Source::Actor(index)) => gazetteer.actors()[*index].id.clone(),
        Some(Source::Named(id) | Source::Unnamed(id)) => id.clone(),
        None => "-".to_owned(),
    };
    let words = |q: &Quotation| q.span.of(text).chars().filter(|c| !"“”\"«»‘’„'`".contains(*c)).collect::<String>();
    found.iter().map(|q| format!("{} {}: {}", source(q), q.certainty.as_str(), words(q).trim())).collect()
}

/// Texts and what stands in them; every miss is told at once.
fn check(cases: &[(&str, &[&str])]) {
    let wrong = |(text, want): &(&str, &[&str])| {
        let got = read(text);
        (got != *want).then(|| format!("{text}\n   want {want:#?}\n   got  {got:#?}\n"))
    };
    let misses: Vec<String> = cases.iter().filter_map(wrong).collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn who_follows_a_role_that_follows_a_name() {
    check(&[
        (
            "In June, Ana Ruiz, the mayor, told Parliament that there was “no plan of any kind to close the mill,” a clerk noted.",
            &["ana-ruiz certain: no plan of any kind to close the mill,"],
        ),
        (
            "“The mill is shut,” said Ana Ruiz, a retired judge, who added, “It will not open again.”",
            &["ana-ruiz certain: The mill is shut,", "ana-ruiz likely: It will not open again."],
        ),
        (
            "Yet when, the day after the meeting ended, Ben Diaz issued a notice that nobody had asked for, Ana Ruiz left the \
             hall in anger, saying that the notice “broke the peace” between them.",
            &["ana-ruiz likely: broke the peace"],
        ),
    ]);
}

#[test]
fn a_name_and_a_verb_behind_the_quotation() {
    check(&[
        ("“The mill is shut,” said Ana Ruiz, the mayor of Alder.", &["ana-ruiz certain: The mill is shut,"]),
        ("“The mill is shut,” Ana Ruiz said.", &["ana-ruiz certain: The mill is shut,"]),
        ("“Why now?” Ana Ruiz asked.", &["ana-ruiz certain: Why now?"]),
        ("“Why now?” asked the mayor, Ana Ruiz.", &["ana-ruiz certain: Why now?"]),
        ("“It is late,” Ruiz, who has led the union since 2010, said.", &["ruiz certain: It is late,"]),
        ("“It is late,” said council planner Omar Diaz.", &["omar-diaz certain: It is late,"]),
        ("“It is late,” said Gov. Lena de la Cruz.", &["lena-de-la-cruz certain: It is late,"]),
        ("“It is late,” said Hassan al-Amin of the Lantern Institute.", &["hassan-al-amin certain: It is late,"]),
        ("“It is late,” corrects Ruiz.", &["ruiz likely: It is late,"]),
        ("“It is late,” Kim Park, a tenant of the block.", &["kim-park likely: It is late,"]),
        ("“It is late,” the miller said.", &["miller likely: It is late,"]),
        (
            "“It is late,” said a senior official familiar with the talks.",
            &["senior-official-familiar-with-talks likely: It is late,"],
        ),
        ("“It is late,” said a spokesman for the Harbor Board.", &["spokesman-for-harbor-board likely: It is late,"]),
        ("The plan is “dead,” according to Ana Ruiz.", &["ana-ruiz certain: dead,"]),
        ("The roof was “more hole than roof,” as Ana Ruiz put it.", &["ana-ruiz certain: more hole than roof,"]),
        ("The fair opens “weather permitting,” in the words of Ana Ruiz.", &["ana-ruiz certain: weather permitting,"]),
    ]);
}

#[test]
fn a_name_and_a_verb_before_the_quotation() {
    check(&[
        ("Ana Ruiz said: “The mill is shut.”", &["ana-ruiz certain: The mill is shut."]),
        ("Ana Ruiz, the mayor, said, “The mill is shut.”", &["ana-ruiz certain: The mill is shut."]),
        (
            "The mayor, Ana Ruiz, said the mill was “shut for good and all.”",
            &["ana-ruiz certain: shut for good and all."],
        ),
        (
            "Ruiz on Friday told reporters the mill was “shut for good and all.”",
            &["ruiz certain: shut for good and all."],
        ),
        ("Ana Ruiz called the bridge “a sieve.”", &["ana-ruiz certain: a sieve."]),
        (
            "Ana Ruiz described it as a “sieve” but “not a ruin.”",
            &["ana-ruiz certain: sieve", "ana-ruiz likely: not a ruin."],
        ),
        ("Ana Ruiz praised the town for taking “small steps.”", &["ana-ruiz likely: small steps."]),
        ("The bridge was described as “a sieve” by Ana Ruiz.", &["ana-ruiz likely: a sieve"]),
        ("According to Ana Ruiz, the bridge is “a sieve.”", &["ana-ruiz certain: a sieve."]),
        ("Ana Ruiz left early, calling the debate “a waste of chairs.”", &["ana-ruiz likely: a waste of chairs."]),
        ("After telling the court it was “all a joke,” Ana Ruiz, the clerk, wept.", &["ana-ruiz likely: all a joke,"]),
        ("Ana Ruiz was blunt: “No.”", &["ana-ruiz likely: No."]),
        ("Ana Ruiz: “No, never.”", &["ana-ruiz certain: No, never."]),
        ("Ana Ruiz’s warning that the dam was “a loaded gun” went unheard.", &["ana-ruiz likely: a loaded gun"]),
        ("To Ana Ruiz, the dam was “a loaded gun.”", &["ana-ruiz likely: a loaded gun."]),
        ("Ana Ruiz was quoted as saying the dam was “a loaded gun.”", &["ana-ruiz likely: a loaded gun."]),
        (
            "In a letter Friday, Ana Ruiz, the chair of the Dam Board, said the wall was “as thin as a page.”",
            &["ana-ruiz certain: as thin as a page."],
        ),
        ("A whistleblower, who cannot be named, said: “Everyone knew.”", &["whistleblower likely: Everyone knew."]),
        ("Ana Ruiz and Omar Diaz said the deal was “dead in the water.”", &["ana-ruiz likely: dead in the water."]),
    ]);
}

#[test]
fn split_quotations_have_one_source() {
    check(&[
        ("“It is late,” said Ana Ruiz. “Go home.”", &["ana-ruiz certain: It is late,", "ana-ruiz certain: Go home."]),
        (
            "“It is late,” Ana Ruiz said, “and I am tired.”",
            &["ana-ruiz certain: It is late,", "ana-ruiz certain: and I am tired."],
        ),
        (
            "“It is late,” said Ana Ruiz, “and I am tired.”",
            &["ana-ruiz certain: It is late,", "ana-ruiz certain: and I am tired."],
        ),
        ("“Late,” Ana Ruiz told the hall, “is a word.”", &["ana-ruiz certain: Late,", "ana-ruiz certain: is a word."]),
        (
            "Ana Ruiz said the hall was “cold,” adding, “but I have a coat.”",
            &["ana-ruiz certain: cold,", "ana-ruiz likely: but I have a coat."],
        ),
    ]);
}

#[test]
fn pronouns_and_descriptions_refer_back() {
    check(&[
        ("Ana Ruiz runs the mill. “It is late,” she said.", &["ana-ruiz likely: It is late,"]),
        ("Ana Ruiz met Peter Holm. “It is late,” he said.", &["peter-holm likely: It is late,"]),
        ("Mrs. Holm sued the Rev. Amos Poole. “It is late,” he said.", &["amos-poole likely: It is late,"]),
        ("When Omar Diaz asked Ana Ruiz about it, she replied, “Never.”", &["ana-ruiz likely: Never."]),
        ("The mill minister, Ana Ruiz, left.\n“It is late,” the minister said.", &["ana-ruiz likely: It is late,"]),
        (
            "Brill Foods closed a plant. In a statement, the company said: “We regret it.”",
            &["brill-foods likely: We regret it."],
        ),
        (
            "A bank official refused to comment. “It is late,” the official said.",
            &["bank-official likely: It is late,"],
        ),
        (
            "Officials familiar with the plan met. “It is late,” one of the officials said.",
            &["officials-familiar-with-plan likely: It is late,"],
        ),
        ("Ana Ruiz resigned.\n“It is late,” Ruiz said.", &["ana-ruiz certain: It is late,"]),
        (
            "Ruiz resigned.\n“It is late,” Ana B. Ruiz said.\n“Go,” Ana Ruiz said.",
            &["ana-b-ruiz certain: It is late,", "ana-b-ruiz certain: Go,"],
        ),
        (
            "The Harbor Workers League (HWL) met. The HWL said it was “ready to strike.”",
            &["harbor-workers-league certain: ready to strike."],
        ),
    ]);
}

#[test]
fn what_the_paragraph_before_suggests() {
    check(&[
        ("“It is late,” Ana Ruiz said.\n“Go home.”", &["ana-ruiz certain: It is late,", "ana-ruiz likely: Go home."]),
        ("Ana Ruiz put it simply:\n“Go home.”", &["ana-ruiz likely: Go home."]),
        (
            "“Did you see it?” asked Ana Ruiz.\n“I did,” said Omar Diaz.\n“When?”\n“At noon.”",
            &[
                "ana-ruiz certain: Did you see it?",
                "omar-diaz certain: I did,",
                "ana-ruiz likely: When?",
                "omar-diaz likely: At noon.",
            ],
        ),
        ("“It is late,” I said.", &["- unknown: It is late,"]),
        ("“Who goes there in the night?”", &["- unknown: Who goes there in the night?"]),
    ]);
}

#[test]
fn a_quotation_runs_on_over_paragraphs() {
    check(&[
        (
            "“It is late,” Ana Ruiz said. “The mill is shut.\n“The town is shut.\n“I am shut.”",
            &[
                "ana-ruiz certain: It is late,",
                "ana-ruiz certain: The mill is shut.",
                "ana-ruiz certain: The town is shut.",
                "ana-ruiz certain: I am shut.",
            ],
        ),
        (
            "“The mill is shut.\n“The town is shut,” Ana Ruiz said.",
            &["ana-ruiz likely: The mill is shut.", "ana-ruiz certain: The town is shut,"],
        ),
        ("The “lost mark stays alone.\nAna Ruiz said: “Yes.”", &["ana-ruiz certain: Yes."]),
    ]);
}

#[test]
fn actors_of_the_story_are_told_by_their_names() {
    check(&[
        ("“It is late,” said Craig Moss.", &["craig-moss certain: It is late,"]),
        ("“It is late,” said Moss.", &["craig-moss certain: It is late,"]),
        ("Peter Moss is a baker.\n“It is late,” said Moss.", &["peter-moss certain: It is late,"]),
        ("Norville insisted that its dams were a “dual-purpose” work.", &["norland likely: dual-purpose"]),
    ]);
}

#[test]
fn terms_titles_and_nicknames_are_no_quotations() {
    let none: &[&str] = &[
        "The “second-class” ticket was dropped.",
        "Traders returned after “Freedom Day” in the square.",
        "Her novel “The Salt Road” sold well.",
        "The band played a song called “Rain on Tin.”",
        "Earl “Fatha” Dunn played the piano.",
        "Acme is said to have kept a “green list” of buyers.",
        "Acme has not confirmed the “green list” of buyers.",
        "The so-called “tin rule” was dropped.",
        "The tax, known as the “hat levy,” was dropped.",
        "He said the “historic” sign on the shop was plywood.",
        "A stretch of coast “at risk” was fenced.",
    ];
    for text in none {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_verb_of_saying_that_is_none_attributes_nothing() {
    check(&[
        // Reported by an agency, said by a woman.
        (
            "Rep. Ana Ruiz called it a shame, reported Newswire. “It is late,” she said.",
            &["ana-ruiz likely: It is late,"],
        ),
        // "the report" is a noun here.
        ("Ana Ruiz said the report was “a doorstop of a thing.”", &["ana-ruiz certain: a doorstop of a thing."]),
        // The aide passes on what the chief said.
        ("Chief Ana Ruiz described the fire as “a warning,” her aide said.", &["ana-ruiz certain: a warning,"]),
        // Not the company but its lawyer.
        (
            "The company’s counsel, Marcus Finch, called it “regrettable and right.”",
            &["marcus-finch certain: regrettable and right."],
        ),
        ("“It is funny,” countered Huber’s rival, Ulla Voss.", &["ulla-voss certain: It is funny,"]),
    ]);
}

#[test]
fn what_stands_before_a_name_is_no_part_of_it() {
    check(&[
        ("Campaigner Ana Ruiz said: “It is late.”", &["ana-ruiz certain: It is late."]),
        ("Chief Executive Ana Ruiz said: “It is late.”", &["ana-ruiz certain: It is late."]),
        ("Secretary of the Interior Omar Diaz said: “It is late.”", &["omar-diaz certain: It is late."]),
        ("“It is late,” said Lt Gen (Retd) Omar Diaz.", &["omar-diaz certain: It is late,"]),
        ("“It is late,” said Pope Linus.", &["pope-linus certain: It is late,"]),
        ("HOBART: Glassblower Hild Arn said: “It is late.”", &["hild-arn certain: It is late."]),
        (
            "LIMA, March 3 (Wire) - The harbor board said it was “ready to sail.”",
            &["harbor-board likely: ready to sail."],
        ),
        ("He Lifang left.\n“It is late,” said He Lifang.", &["he-lifang certain: It is late,"]),
        ("“It is late,” said the president of the Salt Board, Chief Ada Obi.", &["ada-obi certain: It is late,"]),
        ("The Teachers’ Union said it was “ready to strike.”", &["teachers-union certain: ready to strike."]),
        // Three words, none known for a given name: not certain to be the name alone.
        ("“It is late,” said Kwesa Tumelo Ndaba.", &["kwesa-tumelo-ndaba likely: It is late,"]),
    ]);
}

proptest! {
    #[test]
    fn any_text_gives_ordered_quotations_inside_their_paragraphs(
        pieces in proptest::collection::vec(
            prop_oneof![
                "[“”\"'‘’„«»`]{1,2}", "(Ruiz|Ana|he|she|the|a|said|told|of|and|Mr\\.|U\\.S\\.|calling|É)", "[ ,.:;—!?()\n-]{1,3}", "\\PC{0,4}",
            ],
            0..60,
        )
    ) {
        let text = pieces.join(" ");
        let document = document(&text);
        let found = quotations(&document, &gazetteer(), &[]);
        let mut end = 0;
        for quotation in found {
            prop_assert!(quotation.span.start >= end && !quotation.span.of(&text).is_empty());
            prop_assert!(document.blocks[quotation.block].span.contains(quotation.span));
            prop_assert_eq!(quotation.source.is_none(), quotation.certainty == Certainty::Unknown);
            end = quotation.span.end;
        }
    }
}

/// A hundred kilobytes of marks, capitals or cues in one line stays quick; a quadratic rule would take minutes.
#[test]
fn time_grows_with_the_text() {
    for piece in [
        "\"",
        "“a ",
        "'a ",
        "Ruiz ",
        "Ruiz “a” ",
        "said “a” ",
        "of the man ",
        "U.S. ",
        "“a",
        "‘a “b’ ",
        "said Ruiz ",
        ", Ruiz said",
        "saying, ",
        "denied by ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let began = std::time::Instant::now();
        said(&document(&text), &gazetteer(), &[]);
        assert!(began.elapsed().as_secs() < 20, "{piece:?} took {:?}", began.elapsed());
    }
}
