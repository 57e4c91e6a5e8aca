//! The engine's time grows linearly: four times the text, less than six times the time. Release builds only, where the
//! figures mean something.

#![cfg(not(debug_assertions))]

mod common;

use common::gazetteer;
use framing_reader_engine::{Document, read};
use std::time::{Duration, Instant};

/// Bytes of the smaller text; the larger one has four times as many. Small sizes first: what is quadratic shows there in
/// seconds, what a large constant hides shows in the others.
const SMALL: [usize; 2] = [100_000, 2_000_000];

/// How much longer four times the text may take; 4 is linear, 16 is quadratic.
const ALLOWED: u32 = 6;

/// Below this nothing can be told from the machine's other work.
const NOISE: Duration = Duration::from_millis(60);

/// How often a growth that looks too fast is measured again: the machine has other work.
const ATTEMPTS: usize = 3;

/// What long texts are made of: an article, one endless line, millions of short ones, marks without partner, endless
/// capitals and names, furniture; nothing but marks or periods, one endless word with and without periods.
const PIECES: &[&str] = &[
    "Ada Berg told The Daily Gull that Norway would sell the quay. “We need the money,” Berg said. “They need the port.”\n",
    "Norway said “no” to Tern in Oslo, and Berg told the US that security is not for sale. ",
    "a\n",
    "in saying that Berg denied it and Some in Oslo say ",
    "“it, said Berg ",
    "\"a ' b ",
    "Ada Berg Norway and Oslo, ",
    "Xy Berg ",
    "Share this\nMost read\nHarbor lease splits town again\nHarbor lease splits town again\nBy Ada Berg\n2 hours ago\n",
    "\"",
    ".",
    "x",
    "U.",
];

fn time(piece: &str, bytes: usize) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    let gazetteer = gazetteer();
    let start = Instant::now();
    std::hint::black_box(read(Document::parse(&text), &gazetteer));
    start.elapsed()
}

// One test, so that no two measurements share the machine.
#[test]
fn four_times_the_text_takes_less_than_six_times_as_long() {
    for (piece, small) in PIECES.iter().flat_map(|piece| SMALL.map(|small| (piece, small))) {
        let linear = (0..ATTEMPTS).any(|_| {
            let (short, long) = (time(piece, small), time(piece, 4 * small));
            println!("{short:?} for {small} bytes, {long:?} for four times as many of {piece:?}");
            long < short * ALLOWED || long < NOISE
        });
        assert!(linear, "time grows faster than the text, for a text of {piece:?}");
    }
}
