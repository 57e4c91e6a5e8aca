//! Small texts with the statements they report: for each rule of the codebook what it finds, what not, and near misses.

use crate::quotation::{
    Source, Statement, reported,
    tests::{document, gazetteer},
};

/// Each statement as "source cue".
fn read(text: &str) -> Vec<String> {
    let gazetteer = gazetteer();
    let source = |s: &Statement| match &s.source {
        Some(Source::Actor(index)) => gazetteer.actors()[*index].id.clone(),
        Some(Source::Named(id) | Source::Unnamed(id)) => id.clone(),
        None => "-".to_owned(),
    };
    let found = reported(&document(text), &gazetteer, &[]);
    found.iter().map(|s| format!("{} {}", source(s), s.cue.map_or("", |cue| cue.of(text)))).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong = |(text, want): &(&str, &[&str])| {
        let got = read(text);
        (got != *want).then(|| format!("{text}\n   want {want:?}\n   got  {got:?}\n"))
    };
    let misses: Vec<String> = cases.iter().filter_map(wrong).collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn a_sentence_and_a_source_make_a_statement() {
    check(&[
        ("Ana Ruiz said that the mill would close.", &["ana-ruiz said"]),
        (
            "Ana Ruiz said the mill would close, adding that it leaked. She warned of rats.",
            &["ana-ruiz said", "ana-ruiz warned"],
        ),
        ("Ana Ruiz, the mayor, has flatly denied any swap.", &["ana-ruiz denied"]),
        ("Ruiz and Diaz said that the mill would close.", &["ruiz said"]),
        ("Ana Ruiz denied it, and Omar Diaz insisted on it.", &["ana-ruiz denied", "omar-diaz insisted"]),
        ("While some tenants complain of noise, Ana Ruiz praised the mill.", &["tenants complain", "ana-ruiz praised"]),
        ("The mill would close, Ms. Ruiz argued.", &["ruiz argued"]),
        ("The mill leaks, explains Ana Ruiz, who runs it.", &["ana-ruiz explains"]),
        ("The mill leaks, glaziers complain.", &["glaziers complain"]),
        ("People familiar with the talks said the mill would close.", &["people-familiar-with-talks said"]),
        ("Calls came from owners saying that the mill leaked.", &["owners saying"]),
        ("Ana Ruiz left the hall, calling for a vote.", &["ana-ruiz calling"]),
        ("The mill was called a ruin by Ana Ruiz.", &["ana-ruiz called"]),
    ]);
}

#[test]
fn what_stands_for_a_verb_of_saying() {
    check(&[
        ("According to the Harbor Board, the mill leaks.", &["harbor-board According"]),
        ("The mill leaks, according to a register of 1911.", &["register according"]),
        ("As Ana Ruiz put it, the mill was a sieve.", &["ana-ruiz put"]),
        ("The mill, in the words of Ana Ruiz, is a sieve.", &["ana-ruiz in"]),
        ("Ana Ruiz voiced doubts about the mill.", &["ana-ruiz voiced"]),
        ("Ana Ruiz raised objections to the mill.", &["ana-ruiz raised"]),
        ("Ana Ruiz raised the mill by a foot.", &[]),
    ]);
}

#[test]
fn what_is_no_statement() {
    check(&[
        ("Ana Ruiz believes that the mill will close, and fears rats.", &[]),
        ("Norland agreed to close the mill.", &[]),
        ("Ana Ruiz agreed that the mill leaked.", &["ana-ruiz agreed"]),
        ("Ana Ruiz spoke for an hour.", &[]),
        ("Ana Ruiz declined to say whether the mill leaks.", &[]),
        ("Ana Ruiz did not say whether the mill leaks.", &[]),
        ("Critics may argue that the mill leaks.", &[]),
        ("If Ruiz says so, the mill will close.", &[]),
        ("The mill is believed to leak. Reportedly it is full of rats. It was said to be haunted.", &[]),
        ("The plan announced in May was dropped.", &[]),
        ("Test results suggest that the mill leaks.", &[]),
        ("Ana Ruiz laughed and went on.", &[]),
        ("Norland answered the levy with a levy of its own.", &[]),
        ("The claim that the mill leaks is old. So is the demand for a new one.", &[]),
    ]);
}

#[test]
fn somebody_without_a_name_is_unknown() {
    check(&[
        ("Others complain that the mill leaks. They say it smells.", &["- complain", "- say"]),
        ("The mill, most agreed, was the best in town.", &["- agreed"]),
        ("Some in the village say the mill leaks.", &["- say"]),
        ("The minister spoke of rats.", &["minister spoke"]),
    ]);
}

#[test]
fn who_is_quoted_is_not_reported_in_the_same_sentence() {
    check(&[
        ("“It leaks,” Ana Ruiz said.", &[]),
        ("Ana Ruiz said the mill was “a sieve” and that it would close.", &[]),
        ("When Omar Diaz asked whether it leaked, Ana Ruiz replied, “Ask the rats.”", &["omar-diaz asked"]),
        ("“It leaks,” Ana Ruiz said. She added that it smelled.", &["ana-ruiz added"]),
    ]);
}

#[test]
fn what_is_heard_inside_a_statement_is_not_counted() {
    check(&[
        ("Norland had denied any swap, two people familiar with the talks said.", &["people-familiar-with-talks said"]),
        ("Ana Ruiz said that Norland had denied any swap.", &["ana-ruiz said"]),
        ("According to Ana Ruiz, Norland denied any swap.", &["ana-ruiz According"]),
        ("Norland, clerks say, has promised a new mill.", &["clerks say"]),
        ("Ana Ruiz called the mill a ruin, the Gazette reported.", &["ana-ruiz called"]),
        ("The Gazette reported that the mill leaks.", &["gazette reported"]),
    ]);
}
