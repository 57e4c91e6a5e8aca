//! The command line: `framing-reader check | annotate | export | agree | build | serve`. One file for each verb.

mod agree;
mod annotate;
mod annotation;
mod build;
#[cfg(all(feature = "compile", not(feature = "carry")))]
mod bundle;
mod check;
#[cfg(all(feature = "compile", not(feature = "carry")))]
mod compile;
mod export;
mod files;
mod serve;
mod wasm;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use framing_reader_plain::formats::Format;

/// A reader for one news story told by several articles.
#[derive(Parser)]
#[command(name = "framing-reader", version, about)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Name every problem of a story folder, with its place and a hint
    Check {
        /// The story folder; without it, the shipped one
        story: Option<PathBuf>,
    },
    /// Compare the hand codes with the engine: percent, Cohen's kappa, the paragraphs that differ
    Agree {
        /// The story folder; without it, the shipped one
        #[arg(long, value_name = "STORY")]
        story: Option<PathBuf>,
        /// Folder of the saved articles: compare on the published text instead of the retelling
        #[arg(long, value_name = "DIR")]
        originals: Option<PathBuf>,
    },
    /// Print what the engine finds in saved articles, one W3C Web Annotation a line
    Annotate {
        /// Folder of the story whose actors are looked for; without it, the shipped one
        #[arg(long, value_name = "STORY")]
        story: Option<PathBuf>,
        /// Saved articles, plain text in UTF-8; `-` is standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write what hand and engine say of a story's words in a format that other programs read
    Export {
        #[command(flatten)]
        text: Text,
        /// web-annotation, jsonl, brat, conll or csv
        #[arg(long, value_name = "FORMAT", value_parser = export::format)]
        format: Format,
        /// Folder to write into
        #[arg(short, value_name = "DIR")]
        out: PathBuf,
    },
    /// Build the site of a story
    Build {
        #[command(flatten)]
        text: Text,
        /// Address of the folder the site will stand in, for previews and oEmbed, which need whole addresses
        #[arg(long, value_name = "URL")]
        base: Option<build::Base>,
        /// Folder to write into
        #[arg(short, value_name = "DIR")]
        out: PathBuf,
    },
    /// Build the site of a story and show it on this machine
    Serve {
        #[command(flatten)]
        text: Text,
        /// Port on 127.0.0.1, 0 for any that is free; without it, 8080 or the next free one
        #[arg(long, value_name = "PORT")]
        port: Option<u16>,
    },
}

#[derive(clap::Args)]
struct Text {
    /// The story folder; without it, the shipped one
    #[arg(long, value_name = "STORY")]
    story: Option<PathBuf>,
    /// Folder of the saved articles: show them as published instead of retold
    #[arg(long, value_name = "DIR")]
    originals: Option<PathBuf>,
}

impl Text {
    fn based(self, base: Option<build::Base>) -> build::Input {
        build::Input { story: self.story, originals: self.originals, base }
    }
}

fn main() -> ExitCode {
    match Arguments::parse().verb {
        Verb::Check { story } => check::run(story.as_deref()),
        Verb::Agree { story, originals } => agree::run(story.as_deref(), originals.as_deref()),
        Verb::Annotate { story, files } => annotate::run(story, &files),
        Verb::Export { text, format, out } => {
            export::run(text.story.as_deref(), text.originals.as_deref(), format, &out)
        }
        Verb::Build { text, base, out } => build::run(&text.based(base), &out),
        Verb::Serve { text, port } => serve::run(&text.based(None), port),
    }
}

/// Says a failure in one line; the exit status that goes with it.
fn fail(failure: &str) -> ExitCode {
    eprintln!("error: {failure}");
    ExitCode::FAILURE
}

/// Prints to standard output. Whoever reads it may stop before its end (`| head`): that is no failure of ours.
fn print(text: &str) -> ExitCode {
    written(io::stdout().lock().write_all(text.as_bytes()))
}

/// The exit status of having written to standard output.
fn written(result: io::Result<()>) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            fail(&format!("failed to write to standard output ({error})"))
        }
        _ => ExitCode::SUCCESS,
    }
}
