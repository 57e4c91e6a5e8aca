//! A count as a number and a bar: words as one solid bar, statements as strokes, one each as far as there is room.
//!
//! Before a framing is chosen the whole bar is dark. Under a framing it is pale, and the part that counts under it is laid over
//! its beginning: in one piece for the first framing, in two lines for the second. All three are drawn; the styles show one.

use framing_reader_page::{
    parts::mark,
    pen::Pen,
    sheet::Sheet,
    words::{ENGLISH as WORDS, fill},
};

use super::voices::Count;
use crate::svg;

/// Units of a bar's length.
const LONG: usize = 1000;
/// Units of its thickness.
const THICK: usize = 10;
/// Units of the part under the second framing: two lines and what is between them.
const LINE: usize = 4;
/// Strokes of a bar at least, so that a few statements do not stand far apart.
const FEWEST: usize = 20;
/// Strokes of a bar at most, so that they stay strokes on a phone; of more statements each stands for several.
const MOST: usize = 40;

/// Where a bar's lines begin and end across its thickness, in its units.
type Lines<'a> = &'a [[usize; 2]];

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words quoted.
    Words,
    /// Statements reported.
    Statements,
}

/// Writes a count; `scale`: the count whose bar is full.
pub(super) fn draw(sheet: &mut Sheet, kind: Kind, count: Count, scale: usize) {
    sheet.open("span.measure");
    sheet.set("data-kind", if kind == Kind::Words { "words" } else { "statements" });
    number(sheet, count);
    if count.all > 0 {
        bar(sheet, kind, count, scale.max(count.all));
    }
    sheet.close();
}

/// The number; under a framing, how many of all.
pub(super) fn number(sheet: &mut Sheet, count: Count) {
    let all = count.all.to_string();
    if count.all == 0 {
        sheet.leaf("span.zero", &all);
        return;
    }
    sheet.open("span.states");
    sheet.leaf("b.unframed", &all);
    for framing in 0..2 {
        sheet.open("b");
        sheet.set("data-only", mark(framing));
        sheet.text(&count.framed[framing].to_string());
        sheet.leaf("small", &fill(WORDS.speakers.of, &[&all]));
        sheet.close();
    }
    sheet.close();
}

fn bar(sheet: &mut Sheet, kind: Kind, count: Count, scale: usize) {
    match kind {
        Kind::Words => {
            let boxes = |count: usize, lines: Lines<'_>| {
                let long = (count * LONG / scale).max(1).to_string();
                let corners = |[from, to]: &[usize; 2]| {
                    ["M0 ", &from.to_string(), "H", &long, "V", &to.to_string(), "H0Z"].concat()
                };
                lines.iter().map(corners).collect()
            };
            svg::open_stretched(sheet, "svg.length", LONG, THICK);
            parts(sheet, count, boxes);
        }
        Kind::Statements => {
            let shown = |count: usize| if scale > MOST { (count * MOST).div_ceil(scale) } else { count };
            let strokes = |count: usize, lines: Lines<'_>| {
                let at = |stroke: usize| (stroke * 4 + 2).to_string();
                let line = |stroke, [from, to]: &[usize; 2]| {
                    ["M", &at(stroke), " ", &from.to_string(), "V", &to.to_string()].concat()
                };
                (0..shown(count)).flat_map(|stroke| lines.iter().map(move |ends| line(stroke, ends))).collect()
            };
            svg::open_stretched(sheet, "svg.strokes", scale.clamp(FEWEST, MOST) * 4, THICK);
            parts(sheet, count, strokes);
        }
    }
    sheet.close();
}

/// The whole, and over it what counts under each framing: one element each, since a switch asks the browser to look at all of them.
fn parts(sheet: &mut Sheet, count: Count, path: impl Fn(usize, Lines<'_>) -> String) {
    svg::path(sheet, "path.whole", &path(count.all, &[[0, THICK]]));
    let lines: [Lines<'_>; 2] = [&[[0, THICK]], &[[0, LINE], [THICK - LINE, THICK]]];
    for (framing, lines) in lines.into_iter().enumerate().filter(|(framing, _)| count.framed[*framing] > 0) {
        sheet.open("path");
        sheet.set("data-only", mark(framing));
        sheet.set("d", &path(count.framed[framing], lines));
        sheet.close();
    }
}
