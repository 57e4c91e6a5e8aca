//! The desk: a reader's own articles, read where they are. It runs in a worker of the browser and is fetched only where somebody
//! brings articles of their own.
//!
//! 1. [`text`]: one article as pasted or dropped, read by the engine step by step, and what was found in it;
//! 2. [`edition`]: which of several articles are the same one, or sum another one up;
//! 3. [`actors`]: actors proposed from the texts;
//! 4. [`folder`]: a story folder made ready for the page, with all its problems;
//! 5. [`edit`]: values of the folder's TOML files changed in their places, everything else in them kept;
//! 6. [`corrected`]: what somebody corrected of an article, held against its text and the engine;
//! 7. [`cues`]: the framings' cue words, written and checked; [`trial`]: what they catch and miss;
//! 8. `module`: the same for the browser, compiled for wasm32 only.
//!
//! Pure: files come as names and bytes, and what is found goes out as plain values.

pub mod actors;
pub mod corrected;
pub mod cues;
pub mod edit;
pub mod edition;
pub mod folder;
pub mod text;
pub mod trial;

#[cfg(target_arch = "wasm32")]
pub mod module;
