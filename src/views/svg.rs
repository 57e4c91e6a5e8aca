//! What the pictures are drawn with: SVG elements, in whole units of their own `viewBox`.

pub use framing_reader_page::parts::rect;
use framing_reader_page::pen::Pen;

/// Opens a picture of so many units; `class`: `svg.NAME`. It is hidden from screen readers: a table beside it says the same.
pub fn open(pen: &mut impl Pen, class: &'static str, width: usize, height: usize) {
    pen.open(class);
    pen.set("viewBox", &format!("0 0 {width} {height}"));
    pen.set("aria-hidden", "true");
}

/// A line.
pub fn line(pen: &mut impl Pen, class: &'static str, [x1, y1, x2, y2]: [usize; 4]) {
    pen.open(class);
    pen.set_number("x1", x1);
    pen.set_number("y1", y1);
    pen.set_number("x2", x2);
    pen.set_number("y2", y2);
    pen.close();
}

/// A path.
pub fn path(pen: &mut impl Pen, class: &'static str, d: &str) {
    pen.open(class);
    pen.set("d", d);
    pen.close();
}

/// Opens a picture that is stretched to whatever room its class gives it.
pub fn open_stretched(pen: &mut impl Pen, class: &'static str, width: usize, height: usize) {
    open(pen, class, width, height);
    pen.set("preserveAspectRatio", "none");
}
