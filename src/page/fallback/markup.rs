//! HTML, written with the pen that everything else of the page is written with. All text is escaped here and nowhere else.

use crate::pen::Pen;

/// Elements as HTML.
#[derive(Default)]
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
    /// Whether the tag that opened last is still without its `>`.
    inside: bool,
    /// What stands before a path in an address of this page.
    prefix: String,
}

impl Markup {
    /// Nothing yet, on a page whose addresses begin with `prefix`.
    pub(super) fn new(prefix: &str) -> Markup {
        Markup { prefix: prefix.to_owned(), ..Markup::default() }
    }

    /// What was written; elements still open are closed.
    pub(super) fn into_html(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    /// Makes the element that is open the place a path leads to.
    pub(super) fn place(&mut self, path: &str) {
        let id = format!("{}/{path}", self.prefix);
        self.set("id", &id);
    }

    /// Ends an element that has no content.
    pub(super) fn end(&mut self) {
        self.end_tag();
        self.open.pop();
    }

    /// Begins a new line of the file, for whoever reads it.
    pub(super) fn line(&mut self) {
        self.end_tag();
        self.text.push('\n');
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.inside) {
            self.text.push('>');
        }
    }
}

impl Pen for Markup {
    fn open(&mut self, tag: &'static str) {
        self.end_tag();
        let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
        self.text.push('<');
        self.text.push_str(tag);
        self.open.push(tag);
        self.inside = true;
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    fn set(&mut self, name: &'static str, value: &str) {
        debug_assert!(self.inside, "the attribute {name} comes after the element's content");
        self.text.extend([" ", name, "=\"", &escape(value), "\""]);
    }

    fn text(&mut self, text: &str) {
        self.end_tag();
        self.text.push_str(&escape(text));
    }

    fn close(&mut self) {
        self.end_tag();
        if let Some(tag) = self.open.pop() {
            self.text.extend(["</", tag, ">"]);
        }
    }

    fn link(&mut self, class: &'static str, path: &str) {
        self.open("a");
        if !class.is_empty() {
            self.set("class", class);
        }
        let address = format!("#{}/{path}", self.prefix);
        self.set("href", &address);
    }

    fn name(&mut self, _: u16, text: &str) {
        self.text(text);
    }
}

/// Text made safe for HTML, in content and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_story_stays_text() {
        assert_eq!(escape("<b a=\"1\" c='2'>&"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
    }

    #[test]
    fn elements_are_written_with_their_addresses() {
        let mut html = Markup::new("fr");
        html.open("p.count");
        html.place("100/3");
        html.link("", "100");
        html.text("<1>");
        assert_eq!(html.into_html(), "<p class=\"count\" id=\"fr/100/3\"><a href=\"#fr/100\">&lt;1&gt;</a></p>");
    }
}
