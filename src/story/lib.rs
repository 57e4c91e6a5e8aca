//! The story: what a page shows, as a model, as bytes, and as the folder it is written in.
//!
//! 1. [`model`]: the story ready for the page;
//! 2. [`mod@pack`]: the same as bytes.
#![no_std]
extern crate alloc;

pub mod model;
pub mod pack;

pub use model::Story;
pub use pack::{UnpackError, pack, unpack};
