//! The command line: `framing-reader check | annotate | agree | build | serve`. One file for each verb.

mod annotate;
mod annotation;
mod files;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// A reader for one news story told by several articles.
#[derive(Parser)]
#[command(name = "framing-reader", version, about)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Print what the engine finds in saved articles, one W3C Web Annotation a line
    Annotate {
        /// Folder of the story whose actors are looked for; without it, the shipped one
        #[arg(long, value_name = "STORY")]
        story: Option<PathBuf>,
        /// Saved articles, plain text in UTF-8; `-` is standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().verb {
        Verb::Annotate { story, files } => annotate::run(story, &files),
    }
}
