//! Offsets of one block's text: bytes inside, UTF-16 units in the objects.

use framing_reader_engine::text::TextIndex;

/// Converts the offsets of one text.
pub(crate) struct Offsets<'t> {
    text: &'t str,
    index: TextIndex<'t>,
}

impl<'t> Offsets<'t> {
    /// Of this text.
    pub(crate) fn new(text: &'t str) -> Offsets<'t> {
        Offsets { text, index: TextIndex::new(text) }
    }

    /// UTF-16 units before a byte.
    pub(crate) fn units(&self, byte: u32) -> u32 {
        self.index.to_utf16(byte as usize) as u32
    }

    /// Unicode code points before a byte.
    pub(crate) fn points(&self, byte: u32) -> u32 {
        self.index.to_code_points(byte as usize) as u32
    }

    /// UTF-16 units of the whole text.
    pub(crate) fn end(&self) -> u32 {
        self.units(self.text.len() as u32)
    }

    /// The byte at which a UTF-16 unit starts; `None` in the middle of a character.
    pub(crate) fn byte(&self, unit: u32) -> Option<u32> {
        let byte = self.index.from_utf16(unit as usize) as u32;
        (self.units(byte) == unit).then_some(byte)
    }
}
