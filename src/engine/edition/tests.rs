//! Editions, summaries and strangers, on texts about a ferry and a bridge.

use super::*;

const FERRY: &str = "\
The council of Marlow voted on Tuesday to sell the ferry Lady Maud to a shipping company from the mainland for nine million crowns.\n\
Mayor Ruth Hallam said the town could no longer pay for the repairs of a vessel that was built in 1964 and breaks down every winter.\n\
“She has carried my grandmother and she has carried me,” said Peter Voss, a fisherman who has crossed the sound on her for forty years.\n\
The company, Northern Lines, promises to keep two crossings a day until the new bridge opens, and to keep all fourteen members of the crew.\n\
Opponents fear that fares will double once the contract ends, and have gathered eight hundred signatures for a referendum in spring.\n\
The harbor master refused to comment on reports that the hull had failed its last inspection.";

const FERRY_EDITED: &str = "\
The council of Marlow voted Tuesday to sell the ferry Lady Maud to a mainland shipping company for nine million crowns ($860,000).\n\
Mayor Ruth Hallam said the town could no longer pay for the repairs of a vessel that was built in 1964 and breaks down every winter.\n\
“She has carried my grandmother and she has carried me,” said Peter Voss, a fisherman who has crossed the sound on her for forty years.\n\
The company, Northern Lines, promises to keep two crossings a day until the new bridge opens.\n\
It also promises to keep all fourteen members of the crew.\n\
Two members of the council abstained.\n\
Opponents fear that fares will double once the contract ends, and have gathered eight hundred signatures for a referendum in spring.";

const FERRY_SUMMARY: &str = "\
Marlow's council has decided to sell its ferry, the Lady Maud, to the mainland shipping company Northern Lines for nine million crowns because the town cannot pay for repairs any longer, according to Mayor Ruth Hallam.\n\
Northern Lines promised to keep the crew and two crossings a day until the bridge opens, but opponents who gathered signatures for a referendum fear higher fares after the contract.";

const BRIDGE: &str = "\
Work on the bridge between Marlow and the mainland has stopped for the second time this year after the council found cracks in a pier.\n\
Mayor Ruth Hallam said the contractor would have to pay for the delay, and that the ferry would go on running for now.\n\
Engineers from the university measured the cracks on Monday and called them shallow but growing with every tide.\n\
The bridge was to open in June. Nobody in the town hall would name another date.\n\
Shopkeepers on the quay, who had ordered for a summer of visitors, asked for help with their rents.";

fn parse(text: &str) -> Document<'_> {
    let blocks = crate::text::lines(text)
        .enumerate()
        .map(|(n, span)| crate::Block { line: n + 1, span, kind: crate::BlockKind::Para, reason: "" })
        .collect();
    Document::from_blocks(text, blocks)
}

fn compared(first: &str, second: &str) -> Comparison {
    compare(&parse(first), &parse(second))
}

#[test]
fn an_edited_article_is_an_edition_either_way() {
    assert_eq!(compared(FERRY, FERRY_EDITED).relation, Relation::Edition);
    assert_eq!(compared(FERRY_EDITED, FERRY).relation, Relation::Edition);
    assert_eq!(compared(FERRY, FERRY).relation, Relation::Edition);
}

#[test]
fn split_dropped_and_added_paragraphs_find_their_place() {
    let pairs = compared(FERRY, FERRY_EDITED).pairs;
    let sides: Vec<(&[usize], &[usize])> = pairs.iter().map(|p| (&p.first[..], &p.second[..])).collect();
    let expected: [(&[usize], &[usize]); 7] =
        [(&[0], &[0]), (&[1], &[1]), (&[2], &[2]), (&[3], &[3, 4]), (&[], &[5]), (&[4], &[6]), (&[5], &[])];
    assert_eq!(sides, expected);
    assert_eq!(pairs[1].likeness, 100);
    assert!(pairs[0].likeness < 100 && pairs[0].likeness > 55);
}

#[test]
fn a_retelling_in_fewer_words_is_a_summary_of_the_longer_one_only() {
    let comparison = compared(FERRY, FERRY_SUMMARY);
    assert_eq!(comparison.relation, Relation::Summary);
    let first = comparison.pairs.iter().find(|p| p.second == [0]).unwrap();
    assert_eq!(first.first, [0, 1], "one paragraph sums two up");
    assert_eq!(compared(FERRY_SUMMARY, FERRY).relation, Relation::Unrelated);
}

#[test]
fn another_article_on_the_same_people_is_unrelated() {
    for (first, second) in [(FERRY, BRIDGE), (BRIDGE, FERRY), (BRIDGE, FERRY_SUMMARY)] {
        let comparison = compared(first, second);
        assert_eq!(comparison, Comparison { relation: Relation::Unrelated, pairs: Vec::new() });
    }
}

#[test]
fn nothing_is_an_edition_of_nothing() {
    assert_eq!(compared("", "").relation, Relation::Unrelated);
    assert_eq!(compared(FERRY, "").relation, Relation::Unrelated);
    assert_eq!(compared("Yes.", FERRY).relation, Relation::Unrelated);
}

/// An article on a glacier; what its summary makes of each paragraph is in [`a_summary_keeps_merges_changes_and_drops`].
const GLACIER: &str = "\
The glacier above Hinterried lost nine meters of ice last summer, the university in Graz reported on Monday, more than in any year since measurements began.\n\
Eva Moser, who has measured the ice since 1998, said the lake below the glacier could burst its dam within two years.\n\
The village council will not evacuate the valley, but it ordered sirens and a new road to the upper farms.\n\
Hotel owners complained that bookings for the winter had fallen by a third after the first reports.\n\
A local brass band played at the meeting, and the baker handed out rolls.";

const GLACIER_SUMMARY: &str = "\
The glacier above Hinterried lost twelve meters of ice last summer, more than in any year since measurements began.\n\
The lake below the glacier could burst its dam within two years.\n\
The village council will evacuate the valley and ordered sirens and a new road to the upper farms.\n\
Hotel owners complained that winter bookings had fallen by a third.";

fn made_of(first: &str, second: &str) -> Vec<(Fate, Vec<usize>)> {
    let (first, second) = (parse(first), parse(second));
    let comparison = compare(&first, &second);
    fates(&first, &second, &comparison).into_iter().map(|f| (f.fate, f.answers)).collect()
}

#[test]
fn a_summary_keeps_merges_changes_and_drops() {
    use Fate::{Changed, Dropped, Kept, Merged};
    let expected = [(Changed, vec![0]), (Changed, vec![1]), (Changed, vec![2]), (Kept, vec![3]), (Dropped, vec![])];
    assert_eq!(made_of(GLACIER, GLACIER_SUMMARY), expected, "a number, a speaker, a negation");
    let (zero, one) = (vec![0], vec![1]);
    let expected = [
        (Merged, zero.clone()),
        (Merged, zero),
        (Dropped, vec![]),
        (Merged, one.clone()),
        (Merged, one),
        (Dropped, vec![]),
    ];
    assert_eq!(made_of(FERRY, FERRY_SUMMARY), expected);
    assert!(made_of(FERRY, BRIDGE).iter().all(|(fate, _)| *fate == Dropped));
    assert!(made_of(FERRY, FERRY).iter().all(|(fate, _)| *fate == Kept));
}

#[test]
fn a_summary_is_found_whichever_comes_first() {
    let (article, summary) = (parse(FERRY), parse(FERRY_SUMMARY));
    let (comparison, exchanged) = compare_either_way(&summary, &article);
    assert!(exchanged && comparison == compare(&article, &summary));
    assert!(!compare_either_way(&article, &summary).1);
}
