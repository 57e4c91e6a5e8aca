//! The engine: what raw article text says, found by rules that explain themselves.
//!
//! Pure and total: no DOM, no I/O, no clock, no randomness; every function returns on every input. In order:
//!
//! 1. [`text`]: spans, lines and the three offset units;
//! 2. [`block`]: every non-empty line gets one kind, with the reason;
//! 3. [`gazetteer`] and [`mention`]: where the story's actors are named;
//! 4. [`quotation`]: who is quoted and who is reported to have said something, by which cue, how surely;
//! 5. [`frame`]: which frames a paragraph carries, and the words that decided;
//! 6. [`edition`]: which documents are the same article, which one sums another up, and what changed between them;
//! 7. [`reading`]: 2 to 5 in one call;
//! 8. [`propose`]: actors for texts whose actors nobody has listed.

pub mod agreement;
pub mod block;
pub mod edition;
pub mod frame;
pub mod gazetteer;
pub mod mention;
pub mod propose;
pub mod quotation;
pub mod reading;
pub mod text;

pub use block::{Block, BlockKind, Document};
pub use frame::{Evidence, Frame, Framing, Lexicon, Verdict};
pub use gazetteer::{ActorKind, ActorNames, Gazetteer};
pub use mention::Mention;
pub use quotation::{Certainty, Quotation, Source, Statement};
pub use reading::{Reading, read, read_by};
pub use text::{Place, Span, TextIndex};
