//! What the keyboard means: one tab stop for each paragraph and picture, arrow keys between what is in it; the way into the card
//! and out of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{
    page::{self, Page},
    reader::Reader,
};
use crate::card::Event as Moment;

/// What the arrow keys go between: names, a line's number, the ticks of a picture.
pub(super) const STOPS: &str = "[data-name], .number, g.tick";
/// What they stay within.
const WITHIN: &str = ".block, svg";

impl Reader {
    /// What a key within the root means.
    pub(super) fn key(&mut self, page: &Page, event: &KeyboardEvent) -> Option<Moment> {
        let key = event.key();
        if let Some(stop) = page::around(event, STOPS) {
            return self.key_on_stop(page, event, &key, &stop);
        }
        let card = page::around(event, ".card")?;
        if key != "Tab" {
            return None;
        }
        let (first, last) = page::ends(&card)?;
        let focused = page.focused()?;
        if event.shift_key() && (focused == first || focused == card) {
            event.prevent_default();
            self.back_to_name(page);
        } else if !event.shift_key() && focused == last {
            // The browser goes on from the name to what follows it.
            self.back_to_name(page);
            return Some(Moment::Dismiss);
        }
        None
    }

    fn key_on_stop(&mut self, page: &Page, event: &KeyboardEvent, key: &str, stop: &Element) -> Option<Moment> {
        let name = page::number(stop, "data-name");
        let moment = match key {
            "Enter" | " " => match name {
                Some(name) => Some(Moment::Press(name)),
                // Links and buttons answer by themselves.
                None if stop.tag_name() == "g" => self.navigate(page, &stop.get_attribute("data-go")?),
                None => return None,
            },
            "ArrowLeft" | "ArrowUp" | "ArrowRight" | "ArrowDown" | "Home" | "End" => {
                let stops = page::all(&stop.closest(WITHIN).ok()??, STOPS);
                let at = stops.iter().position(|other| other == stop)?;
                let next = match key {
                    "ArrowLeft" | "ArrowUp" => at.checked_sub(1)?,
                    "ArrowRight" | "ArrowDown" => at + 1,
                    "Home" => 0,
                    _ => stops.len() - 1,
                };
                if let Some(next) = stops.get(next) {
                    stop_at(next);
                    let _ = next.unchecked_ref::<HtmlElement>().focus();
                }
                None
            }
            "Tab" if !event.shift_key() && name.is_some() && self.card.shown() == name => {
                if let Some((first, _)) = page.find(".card").and_then(|card| page::ends(&card)) {
                    page::focus(&first);
                }
                Some(Moment::Hold)
            }
            _ => return None,
        };
        event.prevent_default();
        moment
    }

    /// Gives the focus back to the name whose card is shown.
    pub(super) fn back_to_name(&self, page: &Page) {
        if let Some(name) = self.card.shown().and_then(|name| page.name(name)) {
            page::focus(&name);
        }
    }
}

/// Makes one of the stops of a paragraph or picture the one where the tab key stops.
pub(super) fn stop_at(stop: &Element) {
    let Ok(Some(within)) = stop.closest(WITHIN) else { return };
    for other in page::all(&within, STOPS) {
        let _ = other.set_attribute("tabindex", if other == *stop { "0" } else { "-1" });
    }
}
