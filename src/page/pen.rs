//! What elements are written with, one after the other: `open`, `set`, `text`, `close`.
//!
//! Two things are written so: what Yew draws at once, and a [`Sheet`](crate::sheet::Sheet), which is drawn elsewhere.

/// Writes elements.
pub trait Pen {
    /// Opens an element: `p`, or with a class `p.count`.
    fn open(&mut self, tag: &'static str);

    /// Sets an attribute of the element that is open.
    fn set(&mut self, name: &'static str, value: &str);

    /// Adds words.
    fn text(&mut self, text: &str);

    /// Closes the element that is open.
    fn close(&mut self);

    /// Opens a link to a view or a passage, by its path (see [`crate::route`]): a link with an address where the host lets the
    /// reader use it, else a button.
    fn link(&mut self, class: &'static str, path: &str);

    /// Adds the name of an actor, by its index, which opens its card where cards are on.
    fn name(&mut self, actor: u16, text: &str);

    /// Sets an attribute to a number.
    fn set_number(&mut self, name: &'static str, value: usize) {
        self.set(name, &value.to_string());
    }

    /// An element with nothing but words in it.
    fn leaf(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    /// Opens a button that does something at once, on the page it is on.
    fn button(&mut self, tag: &'static str, intent: &str) {
        self.open(tag);
        self.set("type", "button");
        self.set("data-do", intent);
    }
}
