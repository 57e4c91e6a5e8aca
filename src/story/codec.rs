//! How values are written as bytes and read again: little code in the browser, and bytes that compress well.
//!
//! 1. Numbers and texts are kept apart, each among its like: see [`Column`];
//! 2. a [`Packer`] takes values one after the other, an [`Unpacker`] gives them back in the same order;
//! 3. [`Packed`] is what can be written: here numbers, texts and lists, and by the `packed!` macro structs and enums.
//!
//! Reading never fails on the way: bytes that end early or cannot be right give zeros, empty texts and empty lists, and
//! [`Unpacker::is_whole`] tells at the end. Passing a failure on after every value would be most of the code.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// Where a value is written: each column is a run of bytes of its own. Against one run of everything that is 1,800 bytes less
/// for the shipped story (brotli -q 11).
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// Kinds, sets, switches and the lengths of lists.
    Small,
    /// Indexes.
    Index,
    /// Lines and offsets.
    Place,
    /// Texts, each with [`END_OF_TEXT`] behind it.
    Text,
}

/// How many columns there are.
const COLUMNS: usize = Column::Text as usize + 1;
/// A byte that no UTF-8 holds. It compresses better than a length before each text.
const END_OF_TEXT: u8 = 0xff;

/// What can be written as bytes.
pub(crate) trait Packed {
    /// Writes it.
    fn put(&self, to: &mut Packer);

    /// Reads it.
    fn take(from: &mut Unpacker<'_>) -> Self;
}

/// Writes values.
#[derive(Default)]
pub(crate) struct Packer {
    columns: [Vec<u8>; COLUMNS],
}

impl Packer {
    /// Writes a number: seven bits a byte, the lowest first, the high bit set in all but the last (LEB128).
    pub(crate) fn number(&mut self, column: Column, mut number: u32) {
        let column = &mut self.columns[column as usize];
        while number >= 0x80 {
            column.push(number as u8 | 0x80);
            number >>= 7;
        }
        column.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        let column = &mut self.columns[Column::Text as usize];
        column.extend_from_slice(text.as_bytes());
        column.push(END_OF_TEXT);
    }

    /// Adds the columns to bytes: the lengths of all but the last, then one after the other.
    pub(crate) fn add_to(self, bytes: &mut Vec<u8>) {
        let mut lengths = Packer::default();
        for column in &self.columns[..COLUMNS - 1] {
            lengths.number(Column::Small, column.len() as u32);
        }
        bytes.extend(lengths.columns.into_iter().chain(self.columns).flatten());
    }
}

/// Reads what a [`Packer`] wrote.
pub(crate) struct Unpacker<'a> {
    columns: [&'a [u8]; COLUMNS],
    /// Bytes of all columns: no list is longer, since every value takes a byte at least.
    size: usize,
    damaged: bool,
}

impl<'a> Unpacker<'a> {
    /// Of the bytes of all columns.
    pub(crate) fn new(bytes: &'a [u8]) -> Unpacker<'a> {
        // The lengths are read as if they were texts: that column is what is left when the others are cut off.
        let mut unpacker = Unpacker { columns: [bytes; COLUMNS], size: bytes.len(), damaged: false };
        let lengths = [(); COLUMNS - 1].map(|()| unpacker.number(Column::Text) as usize);
        for (column, length) in lengths.into_iter().enumerate() {
            let rest = unpacker.columns[COLUMNS - 1];
            unpacker.damaged |= length > rest.len();
            (unpacker.columns[column], unpacker.columns[COLUMNS - 1]) = rest.split_at(length.min(rest.len()));
        }
        unpacker
    }

    /// Reads a number.
    #[inline(never)]
    pub(crate) fn number(&mut self, column: Column) -> u32 {
        let column = &mut self.columns[column as usize];
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let Some((byte, rest)) = column.split_first() else { break };
            *column = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return number;
            }
        }
        self.damaged = true;
        0
    }

    /// Reads the length of a list. It is 0 once something was damaged, so that the bytes that are left are an upper bound of
    /// what is still taken from memory.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let length = self.number(Column::Small) as usize;
        self.damaged |= length > self.size;
        if self.damaged { 0 } else { length }
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let column = &mut self.columns[Column::Text as usize];
        let text = column.iter().position(|byte| *byte == END_OF_TEXT).and_then(|end| {
            let text = core::str::from_utf8(&column[..end]).ok();
            *column = &column[end + 1..];
            text
        });
        self.damaged |= text.is_none();
        text.unwrap_or_default().to_owned()
    }

    /// Something read cannot be.
    pub(crate) fn damaged(&mut self) {
        self.damaged = true;
    }

    /// Whether everything was there, and nothing else.
    pub(crate) fn is_whole(&self) -> bool {
        !self.damaged && self.columns.iter().all(|column| column.is_empty())
    }
}

impl Packed for String {
    fn put(&self, to: &mut Packer) {
        to.text(self);
    }

    fn take(from: &mut Unpacker<'_>) -> String {
        from.text()
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, to: &mut Packer) {
        to.number(Column::Small, self.len() as u32);
        self.iter().for_each(|value| value.put(to));
    }

    fn take(from: &mut Unpacker<'_>) -> Vec<T> {
        (0..from.length()).map(|_| T::take(from)).collect()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, to: &mut Packer) {
        self.is_some().put(to);
        self.iter().for_each(|value| value.put(to));
    }

    fn take(from: &mut Unpacker<'_>) -> Option<T> {
        bool::take(from).then(|| T::take(from))
    }
}

impl<T: Packed> Packed for [T; 2] {
    fn put(&self, to: &mut Packer) {
        self.iter().for_each(|value| value.put(to));
    }

    fn take(from: &mut Unpacker<'_>) -> [T; 2] {
        [T::take(from), T::take(from)]
    }
}

impl Packed for bool {
    fn put(&self, to: &mut Packer) {
        to.number(Column::Small, u32::from(*self));
    }

    fn take(from: &mut Unpacker<'_>) -> bool {
        from.number(Column::Small) != 0
    }
}

/// Makes numbers [`Packed`], each in the column of its like. Only damaged bytes hold one that is too large for its type.
macro_rules! numbers {
    ($($number:ident $unsigned:ident $column:ident),+) => {$(
        impl Packed for $number {
            fn put(&self, to: &mut Packer) {
                to.number(Column::$column, u32::from(*self as $unsigned));
            }

            fn take(from: &mut Unpacker<'_>) -> $number {
                from.number(Column::$column) as $number
            }
        }
    )+};
}

numbers!(u8 u8 Small, u16 u16 Index, i16 u16 Index, u32 u32 Place);

/// Makes structs and enums [`Packed`], by their fields and variants in the order in which they are written. It does not compile
/// where one is missing.
macro_rules! packed {
    ($(struct $name:ident { $($field:tt),+ $(,)? })+) => {$(
        impl Packed for $name {
            fn put(&self, to: &mut Packer) {
                $(self.$field.put(to);)+
            }

            fn take(from: &mut Unpacker<'_>) -> $name {
                $name { $($field: Packed::take(from)),+ }
            }
        }
    )+};
    ($(enum $name:ident { $first:ident $(($value:ident))?, $($other:ident $(($content:ident))?),+ $(,)? })+) => {$(
        impl Packed for $name {
            fn put(&self, to: &mut Packer) {
                enum Number { $first, $($other),+ }
                match self {
                    $name::$first $(($value))? => {
                        to.number(Column::Small, Number::$first as u32);
                        $($value.put(to);)?
                    }
                    $($name::$other $(($content))? => {
                        to.number(Column::Small, Number::$other as u32);
                        $($content.put(to);)?
                    })+
                }
            }

            fn take(from: &mut Unpacker<'_>) -> $name {
                enum Number { $first, $($other),+ }
                let number = from.number(Column::Small);
                $(if number == Number::$other as u32 {
                    return $name::$other $(({
                        let $content = Packed::take(from);
                        $content
                    }))?;
                })+
                if number != Number::$first as u32 {
                    from.damaged();
                }
                $name::$first $(({
                    let $value = Packed::take(from);
                    $value
                }))?
            }
        }
    )+};
}
pub(crate) use packed;

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn bytes_of(value: &impl Packed) -> Vec<u8> {
        let mut packer = Packer::default();
        value.put(&mut packer);
        let mut bytes = Vec::new();
        packer.add_to(&mut bytes);
        bytes
    }

    fn read<T: Packed>(bytes: &[u8]) -> Option<T> {
        let mut unpacker = Unpacker::new(bytes);
        let value = T::take(&mut unpacker);
        unpacker.is_whole().then_some(value)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let numbers = vec![0, 1, 0x7f, 0x80, 0x3fff, 0x4000, u32::MAX - 1, u32::MAX];
        assert_eq!(read(&bytes_of(&numbers)), Some(numbers));
        let texts = [Some("Ferry “Nora”".to_owned()), None];
        assert_eq!(read(&bytes_of(&texts)), Some(texts));
        assert_eq!(read(&bytes_of(&vec![-1000_i16, 917])), Some(vec![-1000_i16, 917]));
        assert_eq!(read(&bytes_of(&vec![String::new(); 3])), Some(vec![String::new(); 3]));
    }

    #[test]
    fn a_length_beyond_the_bytes_takes_no_memory() {
        // One column of five bytes: the length of a list, 4,294,967,295.
        let bytes = [5, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f];
        assert_eq!(Unpacker::new(&bytes).number(Column::Small), u32::MAX);
        assert_eq!(Vec::<[u32; 2]>::take(&mut Unpacker::new(&bytes)).capacity(), 0);
        assert_eq!(read::<Vec<[u32; 2]>>(&bytes), None);
        // Lists of lists: the first that ends early is the last that is filled.
        let bytes = [4, 0, 0, 3, 3, 3, 3];
        assert_eq!(Vec::<Vec<u16>>::take(&mut Unpacker::new(&bytes)), [vec![0; 3], vec![], vec![]]);
    }

    #[test]
    fn what_cannot_be_is_damage() {
        assert_eq!(read::<u32>(&[0, 0, 5, 0x80, 0x80, 0x80, 0x80, 0x80]), None, "a number without end");
        assert_eq!(read::<String>(&[0, 0, 0, b'a']), None, "a text without end");
        assert_eq!(read::<String>(&[0, 0, 0, 0xc3, END_OF_TEXT]), None, "no UTF-8");
        assert_eq!(read::<bool>(&[1, 0, 0, 1]), Some(true));
        assert_eq!(read::<bool>(&[2, 0, 0, 1, 1]), None, "more than was asked for");
        assert_eq!(read::<bool>(&[200]), None, "a column that is not there");
    }
}
