//! What is seen, drawn with Yew.
//!
//! 1. [`reader`]: the root component; it takes events, keeps the view and the card, and draws what changes with them;
//! 2. [`still`]: the parts that a switch and a card leave alone: [`articles`], [`article`], [`panel`];
//! 3. [`masthead`] and [`card`]: the parts that follow them;
//! 4. [`tree`] and [`parts`]: what they are written with;
//! 5. [`page`]: what is asked of the browser: where things are, focus, scrolling.

mod article;
mod articles;
mod card;
mod masthead;
mod page;
mod panel;
mod parts;
mod reader;
mod still;
mod tree;

pub(crate) use reader::{Message, Reader, ReaderProps};
