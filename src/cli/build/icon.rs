//! The mark of the reader: the line of bargaining above the double line of security, on paper. Made of boxes alone, so that the drawing
//! ([`svg`]) and the pictures ([`png`]), which systems want for an installed page, are the same.

use super::picture::{self, FIRST, PALETTE, PAPER};

/// The side of the drawing; boxes count in it.
const SIDE: usize = 64;
/// Left, top, width and height, and the color in the palette. All of them lie within the circle that no system cuts off, four fifths of
/// the side across, so that one picture serves as it is and cut to any shape.
const BOXES: [([usize; 4], u8); 3] =
    [([14, 19, 36, 9], FIRST), ([14, 35, 36, 4], FIRST + 1), ([14, 42, 36, 4], FIRST + 1)];

/// Names and sides in pixels of the pictures.
pub(super) const PICTURES: [(&str, usize); 2] = [("icon-192.png", 192), ("icon-512.png", 512)];
/// Name of the drawing.
pub(super) const DRAWING: &str = "icon.svg";

/// The mark as a drawing.
pub(super) fn svg() -> String {
    let mut svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\">");
    for ([left, top, width, height], color) in [([0, 0, SIDE, SIDE], PAPER)].iter().chain(&BOXES) {
        let [red, green, blue] = PALETTE[usize::from(*color)];
        svg +=
            &format!("<path fill=\"#{red:02x}{green:02x}{blue:02x}\" d=\"M{left} {top}h{width}v{height}h-{width}z\"/>");
    }
    svg + "</svg>"
}

/// The mark as a picture with so many pixels a side.
pub(super) fn png(side: usize) -> Vec<u8> {
    let mut pixels = vec![PAPER; side * side];
    for (sides, color) in BOXES {
        let [left, top, width, height] = sides.map(|length| length * side / SIDE);
        for row in pixels.chunks_mut(side).skip(top).take(height) {
            row.iter_mut().skip(left).take(width).for_each(|pixel| *pixel = color);
        }
    }
    picture::encode(side, side, &pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shape_that_a_system_cuts_takes_anything_of_the_mark() {
        /// Of the circle that stays, as the manifest's standard has it: two fifths of the side.
        const RADIUS: f64 = 0.4 * SIDE as f64;
        for ([left, top, width, height], _) in BOXES {
            for [x, y] in [[left, top], [left + width, top], [left, top + height], [left + width, top + height]] {
                let middle = SIDE as f64 / 2.0;
                assert!((x as f64 - middle).hypot(y as f64 - middle) <= RADIUS, "{x} {y}");
            }
        }
    }
}
