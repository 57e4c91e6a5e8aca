//! Elements, written one after the other: `open`, `set`, `text`, `close`.
//!
//! Yew draws what comes out. `html!` would read better and take 10,000 bytes more of what every page loads (brotli):
//! it writes the making of each element out in full, where here it is a few calls.

use yew::{
    Html, NodeRef,
    virtual_dom::{Key, VList, VNode, VTag, VText},
};

/// Elements in the making.
pub(crate) struct Tree {
    /// The elements that are not closed yet, the outermost first; its first holds what is outside of all.
    open: Vec<VTag>,
}

impl Tree {
    /// An empty one.
    pub(crate) fn new() -> Tree {
        Tree { open: vec![VTag::new("div")] }
    }

    /// Opens an element: `p`, or with a class `p.count`.
    #[inline(never)]
    pub(crate) fn open(&mut self, tag: &'static str) {
        let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
        self.open.push(VTag::new(tag));
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    /// Sets an attribute of the element that is open.
    #[inline(never)]
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_attribute(name, value.to_owned());
        }
    }

    /// Sets an attribute to a number.
    pub(crate) fn set_number(&mut self, name: &'static str, value: usize) {
        self.set(name, &value.to_string());
    }

    /// Keeps a reference to the element that is open.
    pub(crate) fn refer(&mut self, reference: &NodeRef) {
        if let Some(tag) = self.open.last_mut() {
            tag.node_ref = reference.clone();
        }
    }

    /// Makes the element that is open another one whenever its key is.
    pub(crate) fn key(&mut self, key: usize) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(Key::from(key));
        }
    }

    /// Adds words.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.node(VText::new(text.to_owned()).into());
    }

    /// Adds what is drawn elsewhere.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: Html) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_child(node);
        }
    }

    /// Closes the element that is open.
    #[inline(never)]
    pub(crate) fn close(&mut self) {
        if self.open.len() > 1
            && let Some(tag) = self.open.pop()
        {
            self.node(tag.into());
        }
    }

    /// An element with nothing but words in it.
    #[inline(never)]
    pub(crate) fn leaf(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    /// Opens a button that does something (see [`crate::intent`]).
    #[inline(never)]
    pub(crate) fn button(&mut self, tag: &'static str, intent: &str) {
        self.open(tag);
        self.set("type", "button");
        self.set("data-do", intent);
    }

    /// What was written.
    pub(crate) fn html(mut self) -> Html {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().and_then(VTag::into_children).unwrap_or_else(|| VNode::VList(VList::new().into()))
    }
}
