//! The story as bytes: `FRST`, one byte of version, then the model in postcard. The same story gives the same bytes.

use alloc::vec::Vec;

use crate::model::Story;

/// What every packed story starts with.
const MAGIC: &[u8] = b"FRST";
/// Version of the layout behind it; a change of [`crate::model`] changes it.
const VERSION: u8 = 1;
/// Name of the wasm custom section that holds the packed story.
pub const SECTION: &str = "framing-reader-story";

/// Why bytes are no story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// They do not start like one.
    NotAStory,
    /// They are one of another version.
    Version(u8),
    /// They are cut off or damaged.
    Damaged,
}

impl core::fmt::Display for UnpackError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            UnpackError::NotAStory => f.write_str("expected a packed story, found other bytes"),
            UnpackError::Version(found) => {
                write!(f, "expected a packed story of version {VERSION}, found version {found}")
            }
            UnpackError::Damaged => f.write_str("expected a whole packed story, found damaged bytes"),
        }
    }
}

/// Packs a story.
pub fn pack(story: &Story) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    // Writing to a Vec cannot fail, and the model holds nothing postcard refuses.
    postcard::to_extend(story, bytes).unwrap_or_default()
}

/// Unpacks a story, checking nothing but its form.
pub fn unpack(bytes: &[u8]) -> Result<Story, UnpackError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(UnpackError::NotAStory)?;
    match rest.split_first() {
        Some((&VERSION, body)) => postcard::from_bytes(body).map_err(|_| UnpackError::Damaged),
        Some((&other, _)) => Err(UnpackError::Version(other)),
        None => Err(UnpackError::Damaged),
    }
}
