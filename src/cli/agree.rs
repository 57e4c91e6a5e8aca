//! `agree`: hand codes against the engine, on the retelling or on the saved files: figures, then every paragraph that differs.

use std::{fmt::Write, path::Path, process::ExitCode};

use framing_reader_story::load::{Assembled, Difference};

use crate::check;

/// Compares and prints.
pub(crate) fn run(story: Option<&Path>, originals: Option<&Path>) -> ExitCode {
    let assembled = match check::assembled(story, originals) {
        Ok(assembled) => assembled,
        Err(code) => return code,
    };
    crate::print(&report(&assembled))
}

fn report(assembled: &Assembled) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_report(assembled, &mut out);
    out
}

fn write_report(assembled: &Assembled, out: &mut String) -> std::fmt::Result {
    let story = &assembled.story;
    writeln!(out, "{}: hand codes against the engine, text {}", story.title, story.text)?;
    for (framing, agreement) in story.framings.iter().zip(assembled.record.method.agreement) {
        let percent = 100.0 * f64::from(agreement.agree) / f64::from(agreement.items.max(1));
        writeln!(
            out,
            "{:<12} {} of {} paragraphs agree ({percent:.1}%), kappa {:.3}, {} abstained",
            framing.id,
            agreement.agree,
            agreement.items,
            f64::from(agreement.kappa) / 1000.0,
            agreement.abstained,
        )?;
    }
    if assembled.record.method.agreement.iter().all(|agreement| agreement.items + agreement.abstained == 0) {
        writeln!(out, "no paragraph is coded by hand: there is nothing to compare")?;
    }
    let counted: Vec<&str> = story.documents.iter().filter(|d| d.edition_of.is_none()).map(|d| d.id.as_str()).collect();
    writeln!(out, "documents counted: {} (another edition of one of them is the same judgment)", counted.join(", "))?;
    writeln!(out)?;
    for difference in &assembled.differences {
        writeln!(out, "{}", line(difference))?;
    }
    writeln!(out, "{} differ", assembled.differences.len())
}

fn line(difference: &Difference) -> String {
    let hand = if difference.hand { "yes" } else { "no" };
    let engine = match difference.engine {
        Some(true) => "yes",
        Some(false) => "no",
        None => "abstains",
    };
    let Difference { document, line, framing, opening, .. } = difference;
    format!("{document}:{line}  {framing}  hand {hand}, engine {engine}  {opening}")
}
