//! The story: what a page shows, as a model, as bytes, and as the folder it is written in.
//!
//! 1. [`model`]: the story ready for the page;
//! 2. [`record`]: what stands behind the pages and is fetched only when somebody asks;
//! 3. [`marks`]: a block's words cut into pieces; `similar` (feature `similar`): which name was meant;
//! 4. [`mod@pack`] with `codec`: both as bytes;
//! 5. `load` (feature `load`): the folder it is written in, read with the engine and checked.
#![cfg_attr(not(feature = "load"), no_std)]
extern crate alloc;

mod codec;
#[cfg(feature = "load")]
pub mod load;
pub mod marks;
pub mod model;
pub mod pack;
pub mod record;
#[cfg(feature = "similar")]
pub mod similar;

pub use model::Story;
pub use pack::{UnpackError, pack, pack_record, unpack, unpack_record};
pub use record::Record;
