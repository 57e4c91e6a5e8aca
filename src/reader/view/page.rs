//! What is asked of the browser: where things are on the page, which of them has the focus, scrolling.

use framing_reader_page::words::together;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, ShadowRoot, Window};

use crate::{
    embed::Shell,
    placement::{self, Rect},
};

/// The app's root element, the window it is in, and what the element's script does for it.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) root: Element,
    pub(crate) window: Window,
    pub(crate) shell: Shell,
}

/// What can have the focus within a card.
const FOCUSABLE: &str = "button, a";
/// A strip that is lower than this lies, in pixels.
const STRIP: f64 = 60.0;
/// How far beyond the window's edges something still counts as in sight, in heights of the window.
const NEAR: f64 = 0.5;
/// Between two notes of a margin, in pixels.
const NOTE_DISTANCE: f64 = 16.0;

impl Page {
    /// The first element a selector finds.
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok()?
    }

    /// The element of a selector with an attribute's number: `[data-name="17"]`.
    pub(crate) fn numbered(&self, before: &str, number: usize) -> Option<Element> {
        self.find(&together(&[before, "=\"", &number.to_string(), "\"]"]))
    }

    /// A name in the text.
    pub(crate) fn name(&self, index: usize) -> Option<Element> {
        self.numbered("[data-name", index)
    }

    /// Every element of a selector.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.root, selector)
    }

    /// The element the page is a guest in.
    pub(crate) fn host(&self) -> Option<Element> {
        Some(self.root.get_root_node().dyn_into::<ShadowRoot>().ok()?.host())
    }

    /// What has the focus within the root.
    pub(crate) fn focused(&self) -> Option<Element> {
        self.root.get_root_node().unchecked_into::<ShadowRoot>().active_element()
    }

    /// The part of the viewport that nothing sticks over.
    pub(crate) fn room(&self) -> Rect {
        // The root's own width: without the scroll bar.
        let page = self.window.document().and_then(|document| document.document_element());
        let right = page.map_or(0.0, |page| f64::from(page.client_width()));
        Rect { left: 0.0, top: self.stuck(), right, bottom: self.height() }
    }

    /// The height of the viewport.
    fn height(&self) -> f64 {
        self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
    }

    /// The lower edge of what sticks at the top of the viewport; 0 where nothing does.
    pub(crate) fn stuck(&self) -> f64 {
        let bar = self.find(".bar").map_or(0.0, |bar| rect(&bar).bottom).max(0.0);
        // A strip that lies sticks under the bar; one that stands is beside the text.
        let strip = self.find(".strip").map(|strip| rect(&strip)).filter(|strip| strip.bottom - strip.top < STRIP);
        strip.map_or(bar, |strip| if strip.top < bar + 1.0 { strip.bottom.max(bar) } else { bar })
    }

    /// The first words of the article in view: those being read. Words, not blocks: of a block only its note may be left in view,
    /// and notes come and go.
    pub(crate) fn first_words(&self) -> Option<Element> {
        let top = self.stuck() + 1.0;
        // First the leaf: to ask a block of one that is out of sight would lay that leaf out.
        first_below(&first_below(&self.root, ".article .leaf", top)?, ".text", top)
    }

    /// Scrolls by so many pixels, without motion.
    pub(crate) fn scroll_by(&self, down: f64) {
        if down.abs() >= 0.5 {
            self.shell.scroll(down);
        }
    }

    /// Scrolls an element up to what sticks.
    pub(crate) fn bring_up(&self, element: &Element) {
        // What sticks does so only once the page has scrolled; the second time it is where it will be.
        for _ in 0..2 {
            self.scroll_by(rect(element).top - self.stuck() - placement::MARGIN);
        }
    }

    /// Brings up the beginning of the section that is shown, or what its address names, and gives it the focus if it may have it.
    pub(crate) fn begin(&self, take: bool) {
        if let Some(named) = self.find(".view [data-lit]") {
            return self.show(&named, take);
        }
        if let Some((ways, bar)) = self.find(".ways").zip(self.find(".bar")) {
            let (at, bar) = (rect(&ways), rect(&bar));
            // Once the bar sticks it has left the ways above it, also in a box of the host's that scrolls.
            if at.top < 0.0 || bar.top - at.bottom > 1.0 {
                ways.scroll_into_view();
            }
        }
        if let Some(section) = self.find(".view, .overview, .article").filter(|_| take) {
            let _ = section.set_attribute("tabindex", "-1");
            focus(&section);
        }
    }

    /// Brings a block up and gives it the focus if it may have it, so that reading goes on from there.
    pub(crate) fn show(&self, block: &Element, take: bool) {
        self.bring_up(block);
        if take {
            let _ = block.set_attribute("tabindex", "-1");
            focus(block);
        }
    }

    /// Puts the card where there is room for it; `line`: the one of the name's lines the reader was on.
    pub(crate) fn place(&self, name: &Element, line: usize) {
        let Some(card) = self.find("#card").and_then(|card| card.dyn_into::<HtmlElement>().ok()) else { return };
        let style = card.style();
        for property in ["translate", "max-height"] {
            let _ = style.remove_property(property);
        }
        // Where it stands of itself, and how large its pixels are where a host zooms.
        let origin = rect(&card);
        let (width, height) = (origin.right - origin.left, origin.bottom - origin.top);
        let zoom = width / f64::from(card.offset_width());
        let place = placement::place(&lines(name), line, (width, height), self.room());
        let right = pixels((place.left - origin.left) / zoom);
        let down = pixels(((place.top - origin.top) / zoom).ceil());
        // Moved so, it is not laid out again.
        let _ = style.set_property("translate", &together(&[&right, " ", &down]));
        // To no purpose, it would have all of the card laid out again.
        if place.height < height {
            set_pixels(&card, "max-height", (place.height / zoom).floor());
        }
    }

    /// Whether an element is where it can be seen.
    pub(crate) fn shows(&self, element: &Element) -> bool {
        let (at, room) = (rect(element), self.room());
        at.bottom > room.top && at.top < room.bottom
    }

    /// Lifts what is to lie over the page above all of it, where no box of the host's cuts it off or moves it.
    pub(crate) fn lift(&self) {
        for element in self.all("[popover]:not(:popover-open)") {
            call(&element, "showPopover");
        }
    }

    /// Puts on the leaves of the page, all of them or those in sight, which framing is on, as [`on`](super::going::on) says it: what
    /// is not seen can wait until the rest is.
    pub(crate) fn put_on(&self, on: &str, all: bool) {
        let mut leaves = self.all(&together(&[".leaf:not([data-on=\"", on, "\"])"]));
        if !all {
            // All are asked where they are before one changes: else the page would be laid out for each.
            let (above, below) = (self.height() * -NEAR, self.height() * (1.0 + NEAR));
            leaves.retain(|leaf| {
                let at = rect(leaf);
                at.bottom > above && at.top < below
            });
        }
        for leaf in leaves {
            let _ = leaf.set_attribute("data-on", on);
            let _ = leaf.toggle_attribute_with_force("data-framed", on.len() == 1);
        }
    }

    /// Whether notes stand beside their paragraphs, so that no paragraph moves when others come.
    pub(crate) fn notes_are_beside(&self) -> bool {
        let beside = |note: Element| Some(rect(&note).left >= rect(&note.parent_element()?).right);
        self.find(".margin").and_then(beside).unwrap_or(true)
    }

    /// Shows on paper another framing than the one that is on, or both.
    pub(crate) fn print_as(&self, on: &str) {
        let _ = self.root.set_attribute("data-on", on);
        self.put_on(on, true);
    }

    /// Moves the notes of each framing down where the one before would cover them.
    pub(crate) fn stack_notes(&self) {
        for selector in [".margin[data-only=f0]", ".margin[data-only=f1]"] {
            let notes: Vec<HtmlElement> = self.all(selector).into_iter().map(JsCast::unchecked_into).collect();
            let places: Vec<(f64, f64)> = notes
                .iter()
                .map(|note| {
                    (note.parent_element().map_or(0.0, |block| rect(&block).top), f64::from(note.offset_height()))
                })
                .collect();
            for (note, down) in notes.iter().zip(placement::stack(&places, NOTE_DISTANCE)) {
                set_pixels(note, "top", down);
            }
        }
    }

    /// Gives every tick the length of its paragraph, which no attribute may say under a strict content policy.
    pub(crate) fn scale_ticks(&self) {
        for tick in self.all(".tick") {
            if let (Some(size), Some(tick)) = (tick.get_attribute("data-size"), tick.dyn_ref::<HtmlElement>()) {
                let _ = tick.style().set_property("flex-grow", &size);
            }
        }
    }
}

/// Sets a length of an element's own style.
fn set_pixels(element: &HtmlElement, property: &str, length: f64) {
    // Setting a known property to a length cannot fail.
    let _ = element.style().set_property(property, &pixels(length));
}

/// A length in whole pixels: writing fractions would take more code than this file.
fn pixels(length: f64) -> String {
    together(&[&(length as i32).to_string(), "px"])
}

/// Every element of a selector within an element.
pub(crate) fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).map(JsCast::unchecked_into).collect()
}

/// The first element of a selector that ends below a height of the viewport. They stand one below the other, so that halving
/// finds it among many.
fn first_below(within: &Element, selector: &str, top: f64) -> Option<Element> {
    let list = within.query_selector_all(selector).ok()?;
    let element = |at: u32| list.get(at).map(JsCast::unchecked_into::<Element>);
    let (mut from, mut to) = (0, list.length());
    while from < to {
        let middle = (from + to) / 2;
        if element(middle).is_some_and(|element| rect(&element).bottom > top) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    element(from)
}

/// The nearest element of a selector around an event's target.
pub(crate) fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest(selector).ok()?
}

/// The number in an attribute.
pub(crate) fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

/// Where an element is in the viewport.
pub(crate) fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

/// Where the lines of an inline element are in the viewport.
pub(crate) fn lines(element: &Element) -> Vec<Rect> {
    let list = element.get_client_rects();
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|rect| Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() })
        .collect()
}

/// Calls a method without arguments.
pub(crate) fn call(object: &JsValue, method: &str) {
    let method = js_sys::Reflect::get(object, &method.into());
    if let Some(method) = method.ok().and_then(|method| method.dyn_into::<js_sys::Function>().ok()) {
        let _ = method.call0(object);
    }
}

/// Gives an element the focus, without scrolling.
pub(crate) fn focus(element: &Element) {
    #[wasm_bindgen::prelude::wasm_bindgen]
    extern "C" {
        type Focus;
        #[wasm_bindgen(method)]
        fn focus(this: &Focus, options: &FocusOptions);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.unchecked_ref::<Focus>().focus(&options);
}

/// The first and the last thing in an element that can have the focus.
pub(crate) fn ends(element: &Element) -> Option<(Element, Element)> {
    let all = all(element, FOCUSABLE);
    Some((all.first()?.clone(), all.last()?.clone()))
}
