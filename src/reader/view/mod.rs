//! What is seen, drawn with Yew.
//!
//! 1. [`reader`]: the root component; it takes events, keeps the view and the card, and draws what changes with them;
//! 2. [`going`], [`pointing`], [`keys`]: what events mean: from place to place, for the card, on the keyboard;
//! 3. [`still`]: the parts that a switch and a card leave alone: [`overview`], [`articles`], [`article`];
//! 4. [`masthead`], [`card`] and [`late`], the views that are fetched: the parts that follow them;
//! 5. [`tree`]: what they are written with;
//! 6. [`page`]: what is asked of the browser: where things are, focus, scrolling.

mod article;
mod articles;
mod card;
mod going;
mod keys;
mod late;
mod masthead;
mod overview;
mod page;
mod pointing;
mod reader;
mod still;
mod tree;

pub(crate) use reader::{Message, Reader, ReaderProps};
