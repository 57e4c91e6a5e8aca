//! A framing as the engine needs it: an id, and the cues that tell where it is.

use std::sync::OnceLock;

use super::{Frame, Lexicon, Verdict};
use crate::quotation::Certainty;

/// One of the two readings a story can be given.
#[derive(Clone, Debug)]
pub struct Framing {
    id: String,
    cues: Cues,
}

/// Where a framing's cues come from.
#[derive(Clone, Debug)]
enum Cues {
    Shipped(Frame),
    Own(Lexicon),
    /// Nowhere: a lexicon without phrases, and the engine abstains.
    None(Lexicon),
}

impl Framing {
    /// The framing with this id: where the engine has rules of its own for it, with those; else it abstains.
    pub fn named(id: &str) -> Framing {
        let shipped = Frame::ALL.into_iter().find(|frame| frame.as_str() == id);
        Framing { id: id.to_owned(), cues: shipped.map_or_else(|| Cues::None(Lexicon::default()), Cues::Shipped) }
    }

    /// A framing with cues of its own.
    pub fn with_cues(id: &str, lexicon: Lexicon) -> Framing {
        Framing { id: id.to_owned(), cues: Cues::Own(lexicon) }
    }

    /// Kebab-case name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the engine can find it at all.
    pub fn has_cues(&self) -> bool {
        !matches!(self.cues, Cues::None(_))
    }

    /// Whether its cues are its own.
    pub(super) fn is_own(&self) -> bool {
        matches!(self.cues, Cues::Own(_))
    }

    /// The rules by which it can be found, in the order of its table, each once.
    pub fn rules(&self) -> Vec<&str> {
        let mut rules: Vec<&str> = Vec::new();
        for title in self.lexicon().groups.iter().map(|group| group.title.as_str()) {
            if !rules.contains(&title) {
                rules.push(title);
            }
        }
        rules
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        static SHIPPED: OnceLock<[Lexicon; 2]> = OnceLock::new();
        match &self.cues {
            Cues::Shipped(frame) => &SHIPPED.get_or_init(|| Frame::ALL.map(Lexicon::shipped))[*frame as usize],
            Cues::Own(lexicon) | Cues::None(lexicon) => lexicon,
        }
    }
}

/// The shipped pair.
pub fn shipped() -> &'static [Framing; 2] {
    static PAIR: OnceLock<[Framing; 2]> = OnceLock::new();
    PAIR.get_or_init(|| Frame::ALL.map(|frame| Framing::named(frame.as_str())))
}

/// What the engine says of a paragraph under a framing without cues.
pub(super) fn abstention(verdict: Verdict) -> Verdict {
    let reason = Some("the story gives this framing no cue words".to_owned());
    Verdict { present: None, certainty: Certainty::Unknown, evidence: Vec::new(), reason, ..verdict }
}
