//! A count as a number and a bar: words as one solid bar, statements as strokes, one each as far as there is room.
//!
//! Before a framing is chosen the whole bar is dark. Under a framing it is pale, and the part that counts under it is laid over
//! its beginning: in one piece for the first framing, in two lines for the second. All three are drawn; the styles show one.

use framing_reader_page::{
    parts,
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
    sheet.open("span");
    sheet.set("data-only", "none");
    sheet.leaf("b", &all);
    sheet.close();
    for framing in 0..2 {
        sheet.open("span");
        sheet.set("data-only", parts::mark(framing));
        sheet.leaf("b", &count.framed[framing].to_string());
        sheet.leaf("small", &fill(WORDS.speakers.of, &[&all]));
        sheet.close();
    }
    sheet.close();
}

fn bar(sheet: &mut Sheet, kind: Kind, count: Count, scale: usize) {
    match kind {
        Kind::Words => {
            let long = |count: usize| (count * LONG / scale).max(usize::from(count > 0));
            svg::open_stretched(sheet, "svg.length", LONG, THICK);
            svg::rect(sheet, "rect.whole", [0, 0, long(count.all), THICK]);
            part(sheet, 0, |sheet| svg::rect(sheet, "rect", [0, 0, long(count.framed[0]), THICK]));
            part(sheet, 1, |sheet| {
                for y in [0, THICK - LINE] {
                    svg::rect(sheet, "rect", [0, y, long(count.framed[1]), LINE]);
                }
            });
        }
        Kind::Statements => {
            let shown = |count: usize| if scale > MOST { (count * MOST).div_ceil(scale) } else { count };
            let strokes = |count: usize, lines: &[[usize; 2]]| {
                let at = |stroke: usize| (stroke * 4 + 2).to_string();
                let line = |stroke, [from, to]: &[usize; 2]| {
                    ["M", &at(stroke), " ", &from.to_string(), "V", &to.to_string()].concat()
                };
                (0..shown(count))
                    .flat_map(|stroke| lines.iter().map(move |ends| line(stroke, ends)))
                    .collect::<String>()
            };
            svg::open_stretched(sheet, "svg.strokes", scale.clamp(FEWEST, MOST) * 4, THICK);
            svg::path(sheet, "path.whole", &strokes(count.all, &[[0, THICK]]));
            part(sheet, 0, |sheet| svg::path(sheet, "path", &strokes(count.framed[0], &[[0, THICK]])));
            part(sheet, 1, |sheet| {
                svg::path(sheet, "path", &strokes(count.framed[1], &[[0, LINE], [THICK - LINE, THICK]]));
            });
        }
    }
    sheet.close();
}

fn part(sheet: &mut Sheet, framing: usize, draw: impl FnOnce(&mut Sheet)) {
    sheet.open("g");
    sheet.set("data-only", parts::mark(framing));
    draw(sheet);
    sheet.close();
}
