//! The reader: a Yew app in an open shadow root, behind the `<framing-reader>` element.
//!
//! Pure rooms, compiled and tested natively:
//! 1. [`state`]: what the reader has chosen; [`intent`]: what a control wants;
//! 2. [`card`]: the card's life; [`placement`]: where it goes.
//!
//! Browser rooms, compiled for wasm32 only: `view` draws with Yew, `embed` is the guest on the page (the exported
//! functions, listeners, styles, address, storage). `view` imports the pure rooms and `embed`'s tools; nothing here
//! imports the engine.

pub mod card;
pub mod intent;
pub mod placement;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
mod view;
