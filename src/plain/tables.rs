//! The words of the format for what the model has kinds of.

use framing_reader_story::{model::*, record::*};

/// Words and what they stand for.
pub(crate) type Table<T> = [(&'static str, T)];

/// The word for one of them.
pub(crate) fn word<T: PartialEq>(table: &Table<T>, value: T) -> &'static str {
    table.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

pub(crate) const BLOCKS: &Table<BlockKind> = &[
    ("para", BlockKind::Para),
    ("title", BlockKind::Title),
    ("heading", BlockKind::Heading),
    ("caption", BlockKind::Caption),
    ("credit", BlockKind::Credit),
    ("byline", BlockKind::Byline),
    ("copyright", BlockKind::Copyright),
];

pub(crate) const ACTORS: &Table<ActorKind> = &[
    ("person", ActorKind::Person),
    ("company", ActorKind::Company),
    ("government", ActorKind::Government),
    ("body", ActorKind::Body),
    ("media", ActorKind::Media),
    ("organisation", ActorKind::Organisation),
];

pub(crate) const VERDICTS: &Table<Verdict> =
    &[("absent", Verdict::Absent), ("present", Verdict::Present), ("unsure", Verdict::Unsure)];

pub(crate) const CERTAINTIES: &Table<Certainty> =
    &[("certain", Certainty::Certain), ("likely", Certainty::Likely), ("unknown", Certainty::Unknown)];

/// What a person can correct, in the words of annotations.
pub(crate) const CORRECTED: &Table<Corrected> =
    &[("Block", Corrected::Block), ("Mention", Corrected::Mention), ("Quotation", Corrected::Quotation)];

pub(crate) const PRECISIONS: &Table<Precision> = &[
    ("day", Precision::Day),
    ("week", Precision::Week),
    ("month", Precision::Month),
    ("season", Precision::Season),
    ("year", Precision::Year),
    ("range", Precision::Range),
];

pub(crate) const CHANGES: &Table<Change> = &[
    ("spelling", Change::Spelling),
    ("date", Change::Date),
    ("wording", Change::Wording),
    ("caption", Change::Caption),
    ("added", Change::Added),
    ("dropped", Change::Dropped),
    ("merged", Change::Merged),
    ("meaning", Change::Meaning),
];
