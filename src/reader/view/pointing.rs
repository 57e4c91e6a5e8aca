//! What the pointer means for the card.

use web_sys::{Element, PointerEvent};

use super::{
    page::{self, Page},
    reader::Reader,
};
use crate::{
    card::{Event as Moment, State},
    placement::on_the_way,
    state::Cards,
};

/// How far the pointer may move while it rests, in pixels.
const TREMOR: f64 = 4.0;

impl Reader {
    /// What a movement of the pointer means.
    pub(super) fn point(&mut self, page: &Page, event: &PointerEvent) -> Option<Moment> {
        if event.pointer_type() == "touch" {
            return None;
        }
        let kind = event.type_();
        let leaves = kind == "pointerleave";
        // What is within the root is left all the time, but what the pointer comes upon next says more.
        if leaves && event.target().is_none_or(|target| target != **page.root) {
            return None;
        }
        let from = self.pointer;
        let to = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.pointer = to;
        if leaves {
            return Some(Moment::Leave);
        }
        let approaches = || {
            let name = self.card.shown().and_then(|name| page.name(name));
            let card = page.find(".card");
            name.zip(card).is_some_and(|(name, card)| on_the_way(from, to, &page::lines(&name), page::rect(&card)))
        };
        let leaving = matches!(self.card.state(), State::Leaving { .. });
        if kind == "pointermove" {
            if leaving {
                return approaches().then_some(Moment::Approach);
            }
            if matches!(self.card.state(), State::Pending(_)) {
                // A hand that holds still moves a little all the same.
                let moved = (to.0 - self.rest.0).abs() + (to.1 - self.rest.1).abs() > TREMOR;
                if moved {
                    self.rest = to;
                }
                return moved.then_some(Moment::Stir);
            }
            if self.card.state() != State::Closed {
                return None;
            }
        }
        if let Some(name) = page::around(event, "[data-name]") {
            if self.view.cards != Cards::Hover {
                return None;
            }
            let index = page::number(&name, "data-name")?;
            // Browsers also tell of what came under a pointer that nobody moved, by scrolling: that opens nothing.
            if from == to && self.card.shown() != Some(index) {
                return Some(Moment::Leave);
            }
            let on_the_way = leaving && approaches();
            if !on_the_way {
                self.name_line = self.line_of(&name).unwrap_or(0);
            }
            self.rest = to;
            return Some(Moment::Enter { name: index, on_the_way });
        }
        if kind == "pointermove" {
            return None;
        }
        Some(if page::around(event, ".card").is_some() { Moment::Keep } else { Moment::Leave })
    }

    /// Which line of a name the pointer is on, if any.
    pub(super) fn line_of(&self, name: &Element) -> Option<usize> {
        page::lines(name).iter().position(|line| line.distance(self.pointer) < 1.0)
    }
}
