//! A fuzz target that runs on stable: small texts, mutated again and again, for `FUZZ_SECONDS` seconds.
//!
//! A failure prints the text; put it into [`FOUND`] so that it is tried first from then on.

mod common;

use common::{NASTY, gazetteer, hold};
use std::time::{Duration, Instant};

/// Seconds, unless the environment says otherwise: long enough for thousands of texts, short enough for every run.
const DEFAULT_SECONDS: u64 = 5;

/// Longest text, in bytes: everything the engine looks at fits into far less.
const LONGEST: usize = 4000;

const SEEDS: &[&str] = &[
    "Harbor Post\n\nPort lease splits town\n\nBy Ada Berg\nMay 3, 2019\n\nThe port will be leased for ten years, Norway said on Monday.\n“We need the money,” said Nils Berg, the mayor. “And they need the quay.”\nAlso Read: Gulls return\nTern Inc. declined to comment.\n© 2019 Harbor Post\nComments\nNo comments yet",
    "\"It is a chip,' Berg said. \"Not a principle.'\r\nThe U.S. and Norway have agreed; talks in Oslo go on.\r\n\r\nA crosshead\r\nIn a letter, the Ministry of Harbors called it \"all part of a plan,\" adding that security matters.",
    "‘Nobody asked us,’ he said.\r“First paragraph of a long quotation,\r“and its second,” He Wei told The Daily Gull.",
    "日本語の記事。東京は「賛成」と述べた。\nنص عربي قصير.\nDer Minister sagte: „Nein.“",
];

/// Texts that once broke something.
const FOUND: &[&str] = &[];

/// A small generator of numbers (xorshift): the run must not depend on the machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }

    /// A character boundary of `text`.
    fn boundary(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (at..=text.len()).find(|&b| text.is_char_boundary(b)).unwrap_or(text.len())
    }
}

/// One change: a piece put in, a stretch cut out, doubled or moved, two texts spliced.
fn mutate(text: &str, dice: &mut Dice) -> String {
    let (a, b) = (dice.boundary(text), dice.boundary(text));
    let (from, to) = (a.min(b), a.max(b));
    match dice.below(5) {
        0 | 1 => format!("{}{}{}", &text[..a], NASTY[dice.below(NASTY.len())], &text[a..]),
        2 => format!("{}{}", &text[..from], &text[to..]),
        3 => format!("{}{}{}", &text[..to], &text[from..to], &text[to..]),
        _ => {
            let other = SEEDS[dice.below(SEEDS.len())];
            let cut = dice.boundary(other);
            format!("{}{}", &text[..a], &other[cut..])
        }
    }
}

#[test]
fn mutated_texts_can_be_read() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(DEFAULT_SECONDS);
    let gazetteer = gazetteer();
    let mut pool: Vec<String> = SEEDS.iter().chain(FOUND).map(|s| (*s).to_owned()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut tried = 0_u32;
    while Instant::now() < end {
        let at = dice.below(pool.len());
        let mut text = mutate(&pool[at], &mut dice);
        let cut = (0..=LONGEST.min(text.len())).rev().find(|&b| text.is_char_boundary(b)).unwrap_or(0);
        text.truncate(cut);
        let result = std::panic::catch_unwind(|| hold(&text, &gazetteer));
        assert!(result.is_ok(), "this text breaks the engine: {text:?}");
        // The pool drifts, but keeps its seeds.
        if pool.len() < 256 {
            pool.push(text);
        } else if at >= SEEDS.len() + FOUND.len() {
            pool[at] = text;
        }
        tried += 1;
    }
    println!("{tried} texts in {seconds} s");
}
