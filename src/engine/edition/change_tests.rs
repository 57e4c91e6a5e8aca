//! Pairs of editions on invented subjects, each with the classes its changes should have.

use super::{ChangeKind::*, *};

/// The changes: class, words of the first, words of the second.
fn changes<'t>(first: &'t str, second: &'t str) -> Vec<(ChangeKind, &'t str, &'t str)> {
    let runs = differences(first, second);
    let of =
        |run: &Run| run.change.map(|change| (change.kind, run.first.of(first).trim(), run.second.of(second).trim()));
    runs.iter().filter_map(of).collect()
}

/// A first edition, a second, and the expected changes.
type Case = (&'static str, &'static str, &'static [(ChangeKind, &'static str, &'static str)]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Spelling and style.
    ("The US navy asked for a new harbour.", "The U.S. navy asked for a new harbor.", &[(Spelling, "US", "U.S."), (Spelling, "harbour", "harbor")]),
    ("A UK-based bank lost 30 percent.", "A U.K.-based bank lost 30 per cent.", &[(Spelling, "UK-based", "U.K.-based"), (Spelling, "percent", "per cent")]),
    ("“We sail at dawn,” said Ruth Hallam.", "\"We sail at dawn,' said Ms. Ruth Hallam.", &[(Spelling, "“", "\""), (Spelling, "”", "'"), (Spelling, "", "Ms.")]),
    ("The programme cost 1.2 million crowns.", "The program cost 1,200,000 crowns.", &[(Spelling, "programme", "program"), (Spelling, "1.2 million", "1,200,000")]),
    ("Three ferries, two tugs and a barge sank.", "3 ferries, two tugs, and a barge sank.", &[(Spelling, "Three", "3"), (Spelling, "", ",")]),
    ("The long-term lease isn't signed.", "The long term lease is not signed.", &[(Spelling, "long-term", "long term"), (Spelling, "isn't", "is not")]),
    ("President Ada Berg met the crew.", "Norwegian President Ada Berg met the crew.", &[(Spelling, "", "Norwegian")]),
    ("The fire began on July 4.", "The fire began on 4 July.", &[(Spelling, "July 4", "4 July")]),
    // Dates.
    ("The council voted Tuesday to close the pool.", "The council voted on March 3 to close the pool.", &[(Date, "Tuesday", "on March 3")]),
    ("The dam broke last week.", "The dam broke on June 12.", &[(Date, "last week", "on June 12")]),
    ("He resigned on May 2 over the report.", "He resigned on Monday, May 2, over the report.", &[(Date, "", "Monday,"), (Spelling, "", ",")]),
    ("Snow fell three days ago in the valley.", "Snow fell on Friday in the valley.", &[(Date, "three days ago", "on Friday")]),
    ("The vote takes place this week.", "The vote takes place last week.", &[(Date, "this", "last")]),
    ("The storm hit land on Sunday night.", "The storm hit land late Sunday.", &[(Date, "on Sunday night", "late Sunday")]),
    // Wording.
    ("Critics call the plan cruel.", "Critics call the plan “cruel.”", &[(Wording, "", "“"), (Wording, "", "”")]),
    ("The crew of 12 rested.", "The crew of a dozen rested.", &[(Wording, "", "a"), (Spelling, "12", "dozen")]),
    ("The choir began its tour in the north.", "The choir started its tour in the north.", &[(Wording, "began", "started")]),
    ("Farmers were quick to praise the rain.", "Farmers were happy to see the rain.", &[(Wording, "quick to praise", "happy to see")]),
    ("“The well is dry,” the farmer said.", "“The well is dry,” said the farmer.", &[(Wording, "", "said"), (Wording, "said", "")]),
    ("She said she will leave.", "She said she would leave.", &[(Wording, "will", "would")]),
    // Meaning.
    ("The minister will resign.", "The minister will not resign.", &[(Meaning, "", "not")]),
    ("The flood killed 14 people.", "The flood killed 17 people.", &[(Meaning, "14", "17")]),
    ("A spokesman for Tern declined to comment.", "A spokesman for Swan declined to comment.", &[(Meaning, "Tern", "Swan")]),
    ("The bridge will open in June.", "The bridge may open in June.", &[(Meaning, "will", "may")]),
    ("All schools are closed.", "Some schools are closed.", &[(Meaning, "All", "Some")]),
    ("The report was published.", "The report was published after lawyers removed four chapters about the mine.", &[(Meaning, "", "after lawyers removed four chapters about the mine")]),
    ("The court met on Tuesday.", "The court met on Thursday.", &[(Meaning, "Tuesday", "Thursday")]),
    ("The fund returns last year.", "The fund returns next year.", &[(Meaning, "last", "next")]),
    ("It rained last week.", "It rained last month.", &[(Meaning, "week", "month")]),
    ("In the final Austria won.", "In the final Australia won.", &[(Meaning, "Austria", "Australia")]),
    ("It cost $5 million.", "It cost €5 million.", &[(Meaning, "$", "€")]),
    ("They asked us to pay.", "They asked the US to pay.", &[(Meaning, "us", "the US")]),
    ("It is not clear who paid: the contract has never been shown.", "It is not clear who paid: the ministry printed a summary of it, though the full contract has not been shown.",
        &[(Meaning, "", "ministry printed a summary of it, though the full"), (Wording, "never", "not")]),
    ("The map was legal. Both parties appealed.", "The map was legal.", &[(Meaning, "Both parties appealed.", "")]),
    // Nothing, everything, other scripts.
    ("Nothing changed here.", "Nothing changed  here.", &[]),
    ("", "", &[]),
    ("", "A new paragraph.", &[(ParagraphAdded, "", "A new paragraph.")]),
    ("An old paragraph.", " ", &[(ParagraphRemoved, "An old paragraph.", "")]),
    ("渡轮将于周二停航。", "渡轮将不于周二停航。", &[(Meaning, "", "不")]),
    ("The crew 👩‍👩‍👧 waved 👍🏽.", "The crew 👩‍👩‍👧 waved 👍🏿.", &[(Wording, "👍🏽", "👍🏿")]),
    ("Gulls nest early.", "Ticket prices rose by a third, Ada Berg said.", &[(Meaning, "Gulls nest early", "Ticket prices rose by a third, Ada Berg said")]),
];

#[test]
fn every_change_has_its_class() {
    let wrong: Vec<_> = CASES
        .iter()
        .map(|&(first, second, expected)| (first, second, expected, changes(first, second)))
        .filter(|(_, _, expected, found)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_classes_of_a_change_do_not_depend_on_which_edition_is_first() {
    for &(first, second, _) in CASES {
        let kinds = |first, second| changes(first, second).iter().map(|c| c.0).max();
        let other = match kinds(second, first) {
            Some(ParagraphAdded) => Some(ParagraphRemoved),
            Some(ParagraphRemoved) => Some(ParagraphAdded),
            other => other,
        };
        assert_eq!(kinds(first, second), other, "{first:?} and {second:?}");
    }
}

#[test]
fn a_block_alone_is_a_caption_or_a_paragraph() {
    assert_eq!(ChangeKind::alone(BlockKind::Caption, true), Some(CaptionAdded));
    assert_eq!(ChangeKind::alone(BlockKind::Para, false), Some(ParagraphRemoved));
    assert_eq!(ChangeKind::alone(BlockKind::Credit, true), None);
}
