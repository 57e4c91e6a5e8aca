//! Elements for Yew, written with a pen.
//!
//! `html!` would read better and take 10,000 bytes more of what every page loads (brotli): it writes the making of each
//! element out in full, where here it is a few calls.

use framing_reader_page::{pen::Pen, words::together};
use yew::{
    AttrValue, Html, NodeRef,
    virtual_dom::{Key, VList, VNode, VTag, VText},
};

/// Names in what is fetched are numbered from here. Those of an article are the numbers of its mentions, which are 16 bits.
pub(crate) const FETCHED: usize = 1 << 16;

/// Elements in the making.
pub(crate) struct Tree {
    /// The elements that are not closed yet, the outermost first; its first holds what is outside of all.
    open: Vec<VTag>,
    /// What comes before a path in an address; `None` where the host keeps its address to itself.
    prefix: Option<AttrValue>,
    /// The number of the next name in what is fetched; `None` where names are plain text.
    names: Option<usize>,
}

impl Tree {
    /// An empty one, for a host that lets the reader use addresses with this prefix, or none.
    pub(crate) fn new(prefix: &Option<AttrValue>) -> Tree {
        Tree { open: vec![VTag::new("div")], prefix: prefix.clone(), names: Some(FETCHED) }
    }

    /// Names open no cards here.
    pub(crate) fn without_names(&mut self) {
        self.names = None;
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

    /// Adds what is drawn elsewhere.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: Html) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_child(node);
        }
    }

    /// What was written.
    pub(crate) fn html(mut self) -> Html {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().and_then(VTag::into_children).unwrap_or_else(|| VNode::VList(VList::new().into()))
    }
}

impl Pen for Tree {
    #[inline(never)]
    fn open(&mut self, tag: &'static str) {
        let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
        self.open.push(VTag::new(tag));
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_attribute(name, value.to_owned());
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.node(VText::new(text.to_owned()).into());
    }

    #[inline(never)]
    fn close(&mut self) {
        if self.open.len() > 1
            && let Some(tag) = self.open.pop()
        {
            self.node(tag.into());
        }
    }

    #[inline(never)]
    fn link(&mut self, class: &'static str, path: &str) {
        match self.prefix.clone() {
            Some(prefix) => {
                self.open("a");
                self.set("href", &together(&["#", &prefix, "/", path]));
            }
            None => {
                self.open("button");
                self.set("type", "button");
            }
        }
        self.set("data-go", path);
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    fn name(&mut self, actor: u16, text: &str) {
        let Some(number) = self.names else { return self.text(text) };
        self.names = Some(number + 1);
        self.open("span.name");
        name(self, number, true);
        self.set_number("data-actor", usize::from(actor));
        self.text(text);
        self.close();
    }

    #[inline(never)]
    fn leaf(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    #[inline(never)]
    fn button(&mut self, tag: &'static str, intent: &str) {
        self.open(tag);
        self.set("type", "button");
        self.set("data-do", intent);
    }
}

/// Makes the element that is open a name that opens a card; `stop`: whether the tab key stops there.
pub(crate) fn name(tree: &mut Tree, number: usize, stop: bool) {
    tree.set("role", "button");
    tree.set("tabindex", if stop { "0" } else { "-1" });
    tree.set("aria-haspopup", "dialog");
    tree.set("aria-expanded", "false");
    tree.set_number("data-name", number);
}
