//! Where a card goes, and whether the pointer is on its way there. Pure geometry in CSS pixels of the viewport.

/// Between a name and its card: more would be a gap to cross, less would hide the name's marks.
pub const GAP: f64 = 6.0;
/// Between a card and the edge of the viewport.
pub const MARGIN: f64 = 8.0;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// A point.
pub type Point = (f64, f64);

impl Rect {
    /// The smallest rectangle around both.
    pub fn with(self, other: Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How far a point is from it; 0 inside.
    pub fn distance(self, (x, y): Point) -> f64 {
        let across = (self.left - x).max(x - self.right).max(0.0);
        let down = (self.top - y).max(y - self.bottom).max(0.0);
        (across * across + down * down).sqrt()
    }
}

/// Where a card goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// How high it may be; what is longer scrolls inside.
    pub height: f64,
}

/// Places a card of a size beside a name's lines: under them, else above, else where there is more room; `room` is
/// the part of the viewport nothing sticks over, and `line` the one of `lines` the reader was on.
pub fn place(lines: &[Rect], line: usize, (width, height): (f64, f64), room: Rect) -> Place {
    let Some(&at) = lines.get(line).or(lines.first()) else {
        return Place { left: room.left + MARGIN, top: room.top + MARGIN, height };
    };
    let around = lines.iter().fold(at, |around, line| around.with(*line));
    let under = room.bottom - MARGIN - (around.bottom + GAP);
    let over = (around.top - GAP) - (room.top + MARGIN);
    let left = (at.left - 2.0 * MARGIN).min(room.right - MARGIN - width).max(room.left + MARGIN);
    if height <= under || under >= over {
        let height = height.min(under.max(0.0));
        Place { left, top: around.bottom + GAP, height }
    } else {
        let height = height.min(over.max(0.0));
        Place { left, top: around.top - GAP - height, height }
    }
}

/// How far each note of a margin is moved down from the top of its paragraph so that none overlaps: notes come in order
/// with the top of their paragraph and their height, and keep a distance.
pub fn stack(notes: &[(f64, f64)], distance: f64) -> Vec<f64> {
    let mut free = f64::NEG_INFINITY;
    notes
        .iter()
        .map(|(top, height)| {
            let at = top.max(free);
            free = at + height + distance;
            at - top
        })
        .collect()
}

/// Whether a pointer that went from `from` to `to` is on its way from a name's lines to its card: within the convex
/// hull of both, and no farther from the card than before.
pub fn on_the_way(from: Point, to: Point, lines: &[Rect], card: Rect) -> bool {
    card.distance(to) <= card.distance(from) && within_hull(to, lines, card)
}

/// Whether a point is within the convex hull of the rectangles: on the left of each of the hull's edges, and such an
/// edge is a line between two corners that has every other corner on its left. Some dozen corners need no faster way.
fn within_hull(point: Point, lines: &[Rect], card: Rect) -> bool {
    let corners: Vec<Point> = lines
        .iter()
        .chain([&card])
        .flat_map(|rect| {
            [(rect.left, rect.top), (rect.right, rect.top), (rect.left, rect.bottom), (rect.right, rect.bottom)]
        })
        .collect();
    let is_edge = |a: Point, b: Point| a != b && corners.iter().all(|corner| turn(a, b, *corner) >= 0.0);
    corners.iter().all(|a| corners.iter().all(|b| turn(*a, *b, point) >= 0.0 || !is_edge(*a, *b)))
}

/// Positive where going from `a` over `b` to `c` turns left (with the y axis upwards), negative to the right.
fn turn(a: Point, b: Point, c: Point) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect { left: 0.0, top: 50.0, right: 1000.0, bottom: 800.0 };

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    #[test]
    fn a_card_goes_under_its_name_where_there_is_room() {
        let place = place(&[rect(300.0, 200.0, 380.0, 220.0)], 0, (320.0, 400.0), ROOM);
        assert_eq!(place, Place { left: 284.0, top: 226.0, height: 400.0 });
    }

    #[test]
    fn a_card_goes_above_near_the_lower_edge() {
        let place = place(&[rect(300.0, 700.0, 380.0, 720.0)], 0, (320.0, 400.0), ROOM);
        assert_eq!((place.top, place.height), (294.0, 400.0));
    }

    #[test]
    fn a_card_is_never_cut_off() {
        let sizes = [(320.0, 400.0), (320.0, 4000.0), (960.0, 20.0)];
        for x in [-10.0, 0.0, 500.0, 960.0, 999.0] {
            for y in [50.0, 300.0, 420.0, 780.0] {
                for size in sizes {
                    let place = place(&[rect(x, y, x + 40.0, y + 20.0)], 0, size, ROOM);
                    assert!(
                        place.left >= ROOM.left + MARGIN && place.left + size.0 <= ROOM.right - MARGIN,
                        "{place:?}"
                    );
                    assert!(place.top >= ROOM.top && place.top + place.height <= ROOM.bottom, "{y} {place:?}");
                }
            }
        }
    }

    #[test]
    fn a_card_hides_no_line_of_a_broken_name() {
        let lines = [rect(900.0, 300.0, 990.0, 320.0), rect(100.0, 330.0, 160.0, 350.0)];
        let place = place(&lines, 0, (320.0, 200.0), ROOM);
        assert!(place.top >= 350.0 && place.left > 600.0, "{place:?}");
    }

    #[test]
    fn notes_stand_by_their_paragraphs_and_make_room_for_each_other() {
        let notes = [(0.0, 100.0), (60.0, 50.0), (300.0, 20.0), (310.0, 20.0)];
        assert_eq!(stack(&notes, 10.0), [0.0, 50.0, 0.0, 20.0]);
    }

    #[test]
    fn the_way_to_the_card_is_safe() {
        let name = [rect(300.0, 200.0, 380.0, 220.0)];
        let card = rect(284.0, 260.0, 604.0, 600.0);
        assert!(on_the_way((340.0, 219.0), (345.0, 235.0), &name, card), "straight down");
        assert!(on_the_way((375.0, 219.0), (420.0, 240.0), &name, card), "slantwise to the far end");
        assert!(on_the_way((375.0, 219.0), (379.0, 219.0), &name, card), "level, because positions are whole pixels");
        assert!(!on_the_way((345.0, 235.0), (340.0, 222.0), &name, card), "back up");
        assert!(!on_the_way((305.0, 219.0), (200.0, 240.0), &name, card), "past the card");
    }

    #[test]
    fn the_way_from_each_line_of_a_broken_name_is_safe() {
        let name = [rect(900.0, 300.0, 990.0, 320.0), rect(100.0, 330.0, 160.0, 350.0)];
        let card = rect(672.0, 356.0, 992.0, 600.0);
        assert!(on_the_way((950.0, 319.0), (945.0, 340.0), &name, card));
        assert!(on_the_way((150.0, 345.0), (300.0, 350.0), &name, card));
    }
}
