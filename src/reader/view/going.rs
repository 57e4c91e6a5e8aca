//! Going from one place to another: links and controls, the address and the way back, views that are fetched, passages that were
//! found.

use std::rc::Rc;

use framing_reader_page::{
    route::{self, Route, Section},
    words::together,
};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, Window};

use super::{
    page::{self, Page},
    reader::Reader,
};
use crate::{
    card::Event as Moment,
    embed::{address, storage},
    intent::Intent,
    state::Action,
};

/// Where to go once the page is drawn.
pub(super) enum Go {
    /// To a line of the article.
    Line(u32),
    /// To the beginning of what is shown.
    Top,
    /// Into the reasons of a line.
    Why,
    /// To where the root's upper edge was before, in pixels of the viewport.
    Back(f64),
}

/// A view that was asked for.
pub(super) struct Fetched {
    /// Its path.
    pub(super) path: String,
    /// Its sheet; none where it could not be fetched.
    pub(super) sheet: Option<Rc<[u8]>>,
}

/// The passages that were found last.
pub(super) struct Found {
    /// Their paths, in order.
    paths: Vec<String>,
    /// The view that found them.
    by: String,
}

/// One of the passages that were found.
pub(super) struct FoundAt<'a> {
    pub(super) number: usize,
    pub(super) all: usize,
    pub(super) previous: Option<&'a str>,
    pub(super) next: Option<&'a str>,
    /// The path of the view that found it.
    pub(super) by: &'a str,
}

impl Found {
    /// The passage with a path.
    pub(super) fn at(&self, path: &str) -> Option<FoundAt<'_>> {
        let at = self.paths.iter().position(|other| other == path)?;
        let path = |at: usize| self.paths.get(at).map(String::as_str);
        Some(FoundAt {
            number: at + 1,
            all: self.paths.len(),
            previous: at.checked_sub(1).and_then(path),
            next: path(at + 1),
            by: &self.by,
        })
    }
}

impl Reader {
    /// The route of a fragment; an empty one leads home.
    pub(super) fn routed(&self, fragment: &str) -> Option<Route> {
        let prefix = self.hash.as_ref()?;
        if fragment.is_empty() { Some(self.home.clone()) } else { route::parse(fragment, prefix, &self.story) }
    }

    pub(super) fn route(&self) -> Route {
        Route { section: self.view.section.clone(), framing: self.view.framing }
    }

    /// Shows what an address asks for.
    pub(super) fn follow(&mut self, route: Route) {
        self.go = going(&route.section);
        self.view.section = route.section;
        self.act(Action::Framing(route.framing));
    }

    /// Writes the view into the address, where the host lets the reader.
    pub(super) fn write(&mut self, window: &Window, new_entry: bool) {
        self.unwritten = false;
        if let Some(prefix) = &self.hash {
            address::write(window, &route::write(&self.route(), prefix, &self.story), new_entry);
        }
    }

    /// Shows what a path leads to, and pushes an entry of the history.
    pub(super) fn navigate(&mut self, page: &Page, path: &str) -> Option<Moment> {
        let section = Section::parse(path, &self.story)?;
        self.leave(page);
        let here = self.view.document();
        self.go = match &section {
            // The reasons come up beside the line that is being read.
            Section::Article { document, why: true, .. } if here == Some(*document) => Some(Go::Why),
            other => going(other),
        };
        self.view.section = section;
        self.write(&page.window, true);
        Some(Moment::Dismiss)
    }

    /// After the browser went back or forward, or somebody changed the address.
    pub(super) fn back(&mut self, page: &Page) {
        let Some(route) = self.routed(&address::read(&page.window)).filter(|route| *route != self.route()) else {
            return;
        };
        self.unwritten = false;
        self.leave(page);
        self.follow(route);
        let path = self.view.section.path(&self.story);
        if let Some(at) = self.left.iter().position(|(left, _)| *left == path) {
            self.go = Some(Go::Back(self.left.swap_remove(at).1));
        }
    }

    /// Remembers where the root is, for when the reader comes back.
    fn leave(&mut self, page: &Page) {
        let path = self.view.section.path(&self.story);
        self.left.retain(|(left, _)| *left != path);
        self.left.push((path, page::rect(&page.root).top));
    }

    /// Goes where the reader is to be after drawing, with the focus if it may; the block to be marked, if that is one.
    pub(super) fn arrive(&mut self, page: &Page, focus: bool) -> Option<Element> {
        // What was typed before may differ from what the address asks.
        if self.go.is_some()
            && let Some(form) = page.find("form")
        {
            page::call(&form, "reset");
        }
        let go = self.go.take()?;
        // A view's beginning is not known before it has come.
        if let (Go::Top, Section::View(path)) = (&go, &self.view.section)
            && self.fetched.as_ref().is_none_or(|fetched| fetched.path != *path)
        {
            self.go = Some(go);
            return None;
        }
        match go {
            Go::Line(line) => {
                let block = page.numbered(".block[data-line", line as usize)?;
                page.show(&block, focus);
                return Some(block);
            }
            Go::Top => page.begin(focus),
            Go::Why => {
                if let Some(why) = page.find(".why") {
                    page::focus(&why);
                }
            }
            Go::Back(top) => page.scroll_by(page::rect(&page.root).top - top),
        }
        None
    }

    /// Asks for the view that is wanted, unless it was asked for already; whether it did.
    pub(super) fn ask(&mut self) -> bool {
        let wanted = match &self.view.section {
            Section::Article { why: true, .. } => Some(self.view.section.path(&self.story)),
            Section::View(path) => Some(path.clone()),
            _ => None,
        };
        if wanted == self.wanted {
            return false;
        }
        self.wanted = wanted;
        if let Some(path) = &self.wanted {
            self.shell.ask(path);
        }
        true
    }

    /// Takes a view that was fetched; whether it is still wanted.
    pub(super) fn take_sheet(&mut self, path: String, sheet: Option<Vec<u8>>) -> bool {
        let wanted = self.wanted.as_ref() == Some(&path);
        if wanted {
            self.fetched = Some(Fetched { path, sheet: sheet.map(Rc::from) });
        }
        wanted
    }

    /// The path of the line whose reasons are shown.
    fn without_why(&self) -> Option<(u32, Section)> {
        match self.view.section {
            Section::Article { document, line: Some(line), why: true } => {
                Some((line, Section::Article { document, line: Some(line), why: false }))
            }
            _ => None,
        }
    }

    /// Closes the reasons of a line; the focus goes back to its number.
    pub(super) fn leave_why(&mut self, page: &Page) {
        let Some((line, section)) = self.without_why() else { return };
        self.view.section = section;
        self.write(&page.window, false);
        let block = page.numbered(".block[data-line", line as usize);
        if let Some(number) = block.and_then(|block| block.query_selector(".number").ok()?) {
            page::focus(&number);
        }
    }

    /// What was asked in a form becomes the path of its view.
    pub(super) fn asked(&mut self, page: &Page, event: &Event) {
        let Some(form) = page::around(event, "form[data-view]") else { return };
        if event.type_() == "submit" {
            event.prevent_default();
        }
        let mut path = form.get_attribute("data-view").unwrap_or_default();
        let mut mark = "/";
        let mut ask = |asked: &[&str]| {
            path.push_str(mark);
            asked.iter().for_each(|part| path.push_str(part));
            mark = "&";
        };
        for control in page::all(&form, "[name]") {
            let get = |name: &str| Reflect::get(&control, &name.into()).ok();
            let name = control.get_attribute("name").unwrap_or_default();
            if control.get_attribute("type").as_deref() == Some("checkbox") {
                if get("checked").is_some_and(|checked| checked.is_truthy()) {
                    ask(&[&name]);
                }
            } else if let Some(value) =
                get("value").and_then(|value| value.as_string()).filter(|value| !value.is_empty())
            {
                ask(&[&name, "=", &route::encode(&value)]);
            }
        }
        if let Some(section) = Section::parse(&path, &self.story) {
            self.view.section = section;
            self.write(&page.window, false);
        }
    }

    /// What pressing something means.
    pub(super) fn click(&mut self, page: &Page, event: &Event) -> Option<Moment> {
        self.toast = false;
        if let Some(name) = page::around(event, "[data-name]") {
            self.name_line = self.line_of(&name).unwrap_or(0);
            return page::number(&name, "data-name").map(Moment::Press);
        }
        if let Some(link) = page::around(event, "[data-go]") {
            let press: &PointerEvent = event.unchecked_ref();
            if press.ctrl_key() || press.meta_key() || press.shift_key() {
                return None;
            }
            event.prevent_default();
            if link.closest(".result").ok().flatten().is_some() {
                let paths = page.all(".result").iter().filter_map(|result| result.get_attribute("data-go")).collect();
                self.found = Some(Found { paths, by: self.view.section.path(&self.story) });
            }
            return self.navigate(page, &link.get_attribute("data-go")?);
        }
        let control = page::around(event, "[data-do]")?;
        match Intent::parse(&control.get_attribute("data-do")?)? {
            Intent::Act(action) => {
                self.keep_reading(page);
                self.act(action);
                match action {
                    Action::Cards(cards) => storage::write(&page.window, storage::CARDS, cards.word()),
                    Action::Theme(theme) => storage::write(&page.window, storage::THEME, theme.word()),
                    Action::Toggle(_) | Action::Framing(_) => self.unwritten = true,
                }
                None
            }
            Intent::Close if page::around(event, ".why").is_some() => {
                self.leave_why(page);
                None
            }
            Intent::Close => {
                self.back_to_name(page);
                Some(Moment::Dismiss)
            }
            Intent::Copy => {
                self.copy(page);
                None
            }
            Intent::Retry => {
                self.wanted = None;
                self.fetched = None;
                None
            }
            Intent::Forget => {
                self.found = None;
                Some(Moment::Dismiss)
            }
            Intent::Print(framing) => {
                // Only for the paper: the view stays as it is, and says so again afterwards.
                page.print_as(on(framing, "both"));
                page::call(&page.window, "print");
                None
            }
        }
    }

    /// Copies the citation of a line, behind the line's address.
    fn copy(&self, page: &Page) {
        let Some(words) = page.find("[data-copy]") else { return };
        let location = page.window.location().href().unwrap_or_default();
        let link = match (&self.hash, self.without_why()) {
            (Some(prefix), Some((_, section))) => {
                let bare = location.split('#').next().unwrap_or_default();
                let route = Route { section, framing: self.view.framing };
                together(&[bare, &route::write(&route, prefix, &self.story)])
            }
            _ => location,
        };
        self.shell.copy(&together(&[&link, "\n", &words.text_content().unwrap_or_default()]), &words);
    }
}

/// What the root says of the framing that is on.
pub(super) fn on(framing: Option<usize>, none: &'static str) -> &'static str {
    framing.and_then(|framing| ["0", "1"].get(framing).copied()).unwrap_or(none)
}

/// Where a section is to be read from when a link leads to it.
fn going(section: &Section) -> Option<Go> {
    Some(match section {
        Section::Article { line: Some(line), .. } => Go::Line(*line),
        _ => Go::Top,
    })
}
