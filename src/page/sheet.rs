//! A sheet: elements as bytes, from the module that writes a view to the one that shows it.
//!
//! A stream of marks, each one byte: an element opens (and which), an attribute (and which) with its value, words, the element
//! closes, a link opens, an actor's name. Elements and attributes are numbered by two tables, so that whoever shows a sheet knows all that can be
//! in it: nothing in a story can become an element, and no attribute here runs anything. Lengths are LEB128, in bytes.

use crate::pen::Pen;

/// The elements that views are made of, in one string: a table of many would be 300 bytes more of what every page loads (brotli).
const TAGS: &str = "div p span section h2 h3 h4 h5 ul ol li dl dt dd table caption thead tbody tr th td details summary q mark b i \
    del ins svg rect line path title form label select option input button nav article sup small fieldset legend \
    em col";

/// Their attributes.
const ATTRIBUTES: &str = "class id lang role type name value for scope colspan tabindex title aria-label aria-describedby aria-hidden \
    aria-current data-do data-frames data-only data-mark data-kind data-line data-size data-change data-show \
    viewBox preserveAspectRatio x y width height x1 y1 x2 y2 r d selected checked autocomplete dir span data-view \
    data-copy spellcheck enterkeyhint data-lit";

const CLOSE: u8 = 0;
const OPEN: u8 = 1;
const SET: u8 = 2;
const TEXT: u8 = 3;
const LINK: u8 = 4;
const NAME: u8 = 5;

/// Elements being written down.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    bytes: Vec<u8>,
    /// How many elements are open.
    open: usize,
}

impl Sheet {
    /// An empty one.
    pub fn new() -> Sheet {
        Sheet::default()
    }

    /// What was written; elements still open are closed.
    pub fn into_bytes(mut self) -> Vec<u8> {
        while self.open > 0 {
            self.close();
        }
        self.bytes
    }

    fn string(&mut self, text: &str) {
        let mut length = text.len();
        while length > 0x7f {
            self.bytes.push(length as u8 | 0x80);
            length >>= 7;
        }
        self.bytes.push(length as u8);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// The number of a word in a table. One that is missing is a mistake of whoever writes the sheet.
    fn number(table: &str, word: &str) -> u8 {
        let place = table.split(' ').position(|entry| entry == word);
        debug_assert!(place.is_some(), "`{word}` is not in the tables of src/page/sheet.rs");
        place.unwrap_or_default() as u8
    }
}

impl Pen for Sheet {
    fn open(&mut self, tag: &'static str) {
        let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
        self.bytes.extend([OPEN, Sheet::number(TAGS, tag)]);
        self.open += 1;
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    fn set(&mut self, name: &'static str, value: &str) {
        self.bytes.extend([SET, Sheet::number(ATTRIBUTES, name)]);
        self.string(value);
    }

    fn text(&mut self, text: &str) {
        self.bytes.push(TEXT);
        self.string(text);
    }

    fn close(&mut self) {
        if self.open > 0 {
            self.open -= 1;
            self.bytes.push(CLOSE);
        }
    }

    fn link(&mut self, class: &'static str, path: &str) {
        self.bytes.push(LINK);
        self.string(path);
        self.open += 1;
        self.set("class", class);
    }

    fn name(&mut self, actor: u16, text: &str) {
        self.bytes.push(NAME);
        self.bytes.extend(actor.to_le_bytes());
        self.string(text);
    }
}

/// Writes a sheet's elements with another pen; what is damaged ends it.
pub fn copy(mut bytes: &[u8], pen: &mut impl Pen) {
    let bytes = &mut bytes;
    while let Some(mark) = byte(bytes) {
        if copy_mark(mark, bytes, pen).is_none() {
            return;
        }
    }
}

fn copy_mark(mark: u8, bytes: &mut &[u8], pen: &mut impl Pen) -> Option<()> {
    match mark {
        CLOSE => pen.close(),
        OPEN => pen.open(entry(TAGS, bytes)?),
        SET => {
            let name = entry(ATTRIBUTES, bytes)?;
            pen.set(name, string(bytes)?);
        }
        TEXT => pen.text(string(bytes)?),
        // The class follows as any attribute does.
        LINK => pen.link("", string(bytes)?),
        NAME => {
            let actor = u16::from_le_bytes([byte(bytes)?, byte(bytes)?]);
            pen.name(actor, string(bytes)?);
        }
        _ => return None,
    }
    Some(())
}

/// The word of a table whose number comes next.
fn entry(table: &'static str, bytes: &mut &[u8]) -> Option<&'static str> {
    table.split(' ').nth(usize::from(byte(bytes)?))
}

fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn string<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let (mut length, mut shift) = (0, 0);
    loop {
        let part = byte(bytes)?;
        length |= usize::from(part & 0x7f) << shift;
        shift += 7;
        if part < 0x80 {
            break;
        }
        if shift > 21 {
            return None;
        }
    }
    let text = bytes.get(..length)?;
    *bytes = &bytes[length..];
    core::str::from_utf8(text).ok()
}

/// A sheet as text that people can read, for tests: `<p class="x">words</p>`, links as `<a go="…">`.
#[cfg(any(test, feature = "fixture"))]
pub fn readable(bytes: &[u8]) -> String {
    /// Writes markup down.
    #[derive(Default)]
    struct Markup {
        text: String,
        open: Vec<&'static str>,
        /// Whether the tag that opened last is still without its `>`.
        inside: bool,
    }

    impl Markup {
        fn end_tag(&mut self) {
            if std::mem::take(&mut self.inside) {
                self.text.push('>');
            }
        }
    }

    impl Pen for Markup {
        fn open(&mut self, tag: &'static str) {
            self.end_tag();
            self.text.push('<');
            self.text.push_str(tag);
            self.open.push(tag);
            self.inside = true;
        }

        fn set(&mut self, name: &'static str, value: &str) {
            assert!(self.inside, "the attribute {name} comes after the element's content");
            self.text.push_str(&format!(" {name}=\"{value}\""));
        }

        fn text(&mut self, text: &str) {
            self.end_tag();
            self.text.push_str(text);
        }

        fn close(&mut self) {
            self.end_tag();
            let tag = self.open.pop().unwrap_or_default();
            self.text.push_str(&format!("</{tag}>"));
        }

        fn link(&mut self, _: &'static str, path: &str) {
            self.open("a");
            self.set("go", path);
        }

        fn name(&mut self, actor: u16, text: &str) {
            self.text(&format!("[{actor}:{text}]"));
        }
    }

    let mut markup = Markup::default();
    copy(bytes, &mut markup);
    assert!(markup.open.is_empty(), "left open: {:?}", markup.open);
    markup.text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Sheet)) -> Vec<u8> {
        let mut sheet = Sheet::new();
        write(&mut sheet);
        sheet.into_bytes()
    }

    #[test]
    fn what_is_written_is_read() {
        let long = "長い".repeat(100);
        let bytes = written(|sheet| {
            sheet.open("p.count");
            sheet.set_number("data-line", 7);
            sheet.text(&long);
            sheet.link("jump", "100/7");
            sheet.text("line 7");
            sheet.close();
            sheet.name(3, "Ana Ruiz");
            sheet.open("ul");
        });
        let readable = readable(&bytes);
        assert!(readable.starts_with("<p class=\"count\" data-line=\"7\">長い長い"), "{readable}");
        assert!(readable.contains("<a go=\"100/7\" class=\"jump\">line 7</a>"), "{readable}");
        assert!(readable.contains("[3:Ana Ruiz]<ul></ul></p>"), "{readable}");
    }

    #[test]
    fn a_damaged_sheet_ends_where_it_is_damaged() {
        let whole = written(|sheet| {
            sheet.open("p.count");
            sheet.text("words");
        });
        let mut seen = Sheet::new();
        for end in 0..=whole.len() {
            copy(&whole[..end], &mut seen);
        }
        for garbage in
            [&[9, 9][..], &[OPEN, 255], &[TEXT, 0xff, 0xff, 0xff, 0xff, 0xff], &[TEXT, 2, 0xff, 0xfe], &[SET, 0]]
        {
            copy(garbage, &mut seen);
        }
    }
}
