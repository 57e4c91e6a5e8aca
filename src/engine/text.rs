//! Places in a text: half-open byte spans, lines, and the one type that converts between offset units.

/// A half-open range of bytes in one text: `start` belongs to it, `end` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte, from 0.
    pub start: usize,
    /// One past the last byte; never before `start`.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`, in bytes; an `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// The words of this span in `text`; empty when it does not lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly within.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// The lines of a text without their ends: LF, CRLF and CR each end one. Spans in bytes.
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let length = bytes[start..].iter().position(|b| matches!(b, b'\n' | b'\r'));
        let end = length.map_or(bytes.len(), |l| start + l);
        next = length.map(|_| if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 });
        Some(Span { start, end })
    })
}

/// How many bytes lie between two remembered offsets: smaller is faster, larger is leaner.
const STEP: usize = 256;

/// Converts byte offsets of one text to the units others count in, and back. Built once, in one pass.
#[derive(Clone, Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    /// At each multiple of `STEP` bytes: code points and UTF-16 units before the first character starting there or later.
    marks: Vec<(usize, usize)>,
    /// First byte of each line.
    line_starts: Vec<usize>,
}

impl<'t> TextIndex<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        let (mut marks, mut points, mut units) = (Vec::with_capacity(text.len() / STEP + 1), 0, 0);
        for (byte, c) in text.char_indices() {
            while marks.len() * STEP <= byte {
                marks.push((points, units));
            }
            points += 1;
            units += c.len_utf16();
        }
        while marks.len() * STEP <= text.len() {
            marks.push((points, units));
        }
        TextIndex { text, marks, line_starts: lines(text).map(|l| l.start).collect() }
    }

    /// Unicode code points before byte `at` (the unit of W3C selectors).
    pub fn to_code_points(&self, at: usize) -> usize {
        self.before(at).0
    }

    /// UTF-16 units before byte `at` (the unit of the DOM and JavaScript).
    pub fn to_utf16(&self, at: usize) -> usize {
        self.before(at).1
    }

    /// The byte at which code point number `point` starts; the text's length when there are fewer.
    pub fn from_code_points(&self, point: usize) -> usize {
        self.byte_at(point, |mark| mark.0, |_| 1)
    }

    /// The byte at which UTF-16 unit `unit` starts; in the middle of a pair, the start of its character.
    pub fn from_utf16(&self, unit: usize) -> usize {
        self.byte_at(unit, |mark| mark.1, char::len_utf16)
    }

    /// Line and column of byte `at`.
    pub fn place(&self, at: usize) -> Place {
        let line = self.line_starts.partition_point(|&start| start <= at).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        Place { line, column: self.to_code_points(at) - self.to_code_points(start) + 1 }
    }

    fn before(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let mark = at / STEP;
        let (mut points, mut units) = self.marks.get(mark).copied().unwrap_or((0, 0));
        // Bytes instead of characters: those that begin one, and those that begin one of two UTF-16 units.
        for byte in self.text.as_bytes().get(self.boundary(mark * STEP)..at).unwrap_or_default() {
            points += usize::from(byte & 0xc0 != 0x80);
            units += usize::from(byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0);
        }
        (points, units)
    }

    fn byte_at(&self, want: usize, unit: impl Fn(&(usize, usize)) -> usize, width: impl Fn(char) -> usize) -> usize {
        let mark = self.marks.partition_point(|mark| unit(mark) <= want).saturating_sub(1);
        let from = self.boundary(mark * STEP);
        let mut count = self.marks.get(mark).map_or(0, unit);
        for (byte, c) in self.text[from..].char_indices() {
            if count + width(c) > want {
                return from + byte;
            }
            count += width(c);
        }
        self.text.len()
    }

    /// The first character boundary at or after `at`.
    fn boundary(&self, at: usize) -> usize {
        (at.min(self.text.len())..=self.text.len()).find(|&b| self.text.is_char_boundary(b)).unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_at_lf_crlf_and_cr() {
        let text = "a\nb\r\nc\rd\n";
        let found: Vec<&str> = lines(text).map(|l| l.of(text)).collect();
        assert_eq!(found, ["a", "b", "c", "d", ""]);
    }

    #[test]
    fn a_place_counts_code_points_from_one() {
        let text = "a\nb😀c\r\nd";
        let index = TextIndex::new(text);
        assert_eq!(index.place(text.find('c').unwrap()), Place { line: 2, column: 3 });
        assert_eq!(index.place(text.len()), Place { line: 3, column: 2 });
    }

    proptest! {
        #[test]
        fn units_agree_with_counting_by_hand(text in "(?s).{0,700}") {
            let index = TextIndex::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                prop_assert_eq!(index.to_code_points(byte), before.chars().count());
                prop_assert_eq!(index.to_utf16(byte), before.encode_utf16().count());
                prop_assert_eq!(index.from_code_points(before.chars().count()), byte);
                prop_assert_eq!(index.from_utf16(before.encode_utf16().count()), byte);
            }
        }
    }
}
