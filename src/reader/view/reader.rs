//! The root component: takes what happens, keeps the view and the card, draws what changes with them.
//!
//! Every event comes through a few listeners at the root; what a control wants is written on it ([`Intent`]), and what
//! becomes of the card is the machine's business ([`Card`]).

use std::rc::Rc;

use framing_reader_story::Story;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, PointerEvent};
use yew::prelude::*;

use super::{
    card, masthead,
    page::{self, Page},
    still::{Part, Still},
    tree::Tree,
};
use crate::{
    card::{Card, Event as Moment, Name, State, Wait},
    embed::{
        Options, Shown, address,
        event::{self, Detail},
        listener::{Listener, Timer},
        storage,
    },
    intent::Intent,
    placement::{Point, on_the_way},
    route::{self, Route},
    state::{Action, Cards, Theme, View},
    words::ENGLISH as WORDS,
};

/// For how long a line that was jumped to is marked, in ms.
const LIT: u32 = 2_000;
/// How far the pointer may move while it rests, in pixels.
const TREMOR: f64 = 4.0;
/// What is heard within the root.
const INSIDE: &[&str] = &["click", "keydown", "pointerover", "pointerout", "pointermove", "pointerup", "focusin"];
/// What is heard around it.
const OUTSIDE: &[&str] = &["keydown", "pointerup", "scroll", "resize", "popstate", "hashchange"];

/// The story and the element's attributes at the start.
#[derive(Clone, Properties)]
pub(crate) struct ReaderProps {
    pub(crate) shown: Rc<Shown>,
    pub(crate) options: Options,
}

impl PartialEq for ReaderProps {
    fn eq(&self, other: &ReaderProps) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.options == other.options
    }
}

/// What the component is told.
pub(crate) enum Message {
    /// Attributes of the element changed.
    Options(Options),
    /// Another story.
    Story(Rc<Story>),
    /// An event within the root.
    Inside(Event),
    /// An event around it.
    Outside(Event),
    /// A wait of the card's is over.
    Due(u32),
    /// The line that was jumped to is marked long enough.
    Unlit,
}

/// The root component.
pub(crate) struct Reader {
    shown: Rc<Shown>,
    story: Rc<Story>,
    view: View,
    card: Card,
    /// The prefix of the fragment the reader may use.
    hash: Option<String>,
    /// The view of an address without a fragment.
    home: Route,
    /// The line of the address.
    line: Option<u32>,
    announcement: String,
    root: NodeRef,
    page: Option<Page>,
    listeners: Vec<Listener>,
    wait: Option<Timer>,
    lit: Option<Timer>,
    /// Where the pointer was last.
    pointer: Point,
    /// Where it came to rest.
    rest: Point,
    /// Which line of the card's name it was on.
    name_line: usize,
    /// What is being read and where it was, to be there again after drawing.
    reading: Option<(Element, f64)>,
    /// The line to show after drawing.
    go: Option<u32>,
    /// Whether the ticks are still to be scaled.
    unscaled: bool,
    /// The block whose tick says where the reader is.
    here: Option<String>,
}

impl Component for Reader {
    type Message = Message;
    type Properties = ReaderProps;

    fn create(ctx: &Context<Reader>) -> Reader {
        let ReaderProps { shown, options } = ctx.props().clone();
        let story = shown.story.borrow().clone();
        let mut reader = Reader {
            story,
            shown,
            view: View::default(),
            card: Card::default(),
            hash: None,
            home: Route::default(),
            line: None,
            announcement: String::new(),
            root: NodeRef::default(),
            page: None,
            listeners: Vec::new(),
            wait: None,
            lit: None,
            pointer: (0.0, 0.0),
            rest: (0.0, 0.0),
            name_line: 0,
            reading: None,
            go: None,
            unscaled: true,
            here: None,
        };
        reader.take(&options);
        reader.start();
        reader
    }

    fn update(&mut self, ctx: &Context<Reader>, message: Message) -> bool {
        let Some(page) = self.page.clone() else { return false };
        let before = (self.view, self.card.shown());
        let moment = match message {
            Message::Inside(event) => self.inside(&page, &event),
            Message::Outside(event) => self.outside(&page, &event),
            Message::Due(token) => Some(Moment::Due(token)),
            Message::Options(options) => {
                self.keep_reading(&page);
                self.take(&options);
                None
            }
            Message::Story(story) => {
                *self.shown.story.borrow_mut() = story.clone();
                self.story = story;
                self.act(Action::Document(0));
                self.act(Action::Framing(None));
                Some(Moment::Dismiss)
            }
            Message::Unlit => {
                unlight(&page);
                None
            }
        };
        if let Some(moment) = moment {
            self.step(ctx, moment);
        }
        if self.view.document != before.0.document || self.view.cards != before.0.cards {
            self.step(ctx, Moment::Dismiss);
            self.unscaled = true;
        }
        self.report(&page, before);
        before != (self.view, self.card.shown()) || self.go.is_some()
    }

    fn view(&self, _: &Context<Reader>) -> Html {
        let (story, view) = (&self.story, &self.view);
        let still = |part| html! { <Still {part} story={story.clone()} document={view.document} names={view.cards != Cards::Off} /> };
        let mut tree = Tree::new();
        tree.open("div.root");
        tree.refer(&self.root);
        tree.set("lang", WORDS.language);
        tree.set("data-framing", view.framing.map_or("none", |framing| &story.framings[framing].id));
        tree.set("data-on", view.framing.map_or("none", |framing| ["0", "1"][framing]));
        tree.set("data-theme", view.theme.word());
        tree.set("data-cards", view.cards.word());
        tree.open("div.page");
        masthead::title(&mut tree, story, view);
        masthead::switch(&mut tree, story, view);
        masthead::standfirsts(&mut tree, story);
        tree.node(still(Part::Articles));
        tree.open("div.sheet");
        tree.node(still(Part::Strip));
        tree.node(still(Part::Article));
        tree.close();
        tree.node(still(Part::Panel));
        tree.close();
        tree.open("p.unseen");
        tree.set("role", "status");
        tree.text(&self.announcement);
        tree.close();
        // Always there: Yew compares children from the last one on, and one more would build all others again.
        tree.open("div");
        if let Some(actor) = self.actor() {
            card::draw(&mut tree, story, view, actor);
        }
        tree.close();
        tree.close();
        tree.html()
    }

    fn rendered(&mut self, ctx: &Context<Reader>, first: bool) {
        if first {
            self.settle(ctx);
        }
        let Some(page) = &self.page else { return };
        if std::mem::take(&mut self.unscaled) {
            page.scale_ticks();
            page.stack_notes();
            self.here = None;
        }
        if let Some((words, top)) = self.reading.take() {
            page.scroll_by(page::rect(&words).top - top);
        }
        if let Some(line) = self.go.take() {
            let block = page.numbered(".block[data-line", line as usize);
            if let Some(block) = block {
                page.show(&block);
                unlight(page);
                let _ = block.set_attribute("data-lit", "");
                let link = ctx.link().clone();
                self.lit = Timer::new(LIT, Box::new(move || link.send_message(Message::Unlit)));
            }
        }
        if let Some(name) = self.card.shown().and_then(|name| page.name(name)) {
            page.place(&name, self.name_line);
        }
        self.mark_here();
    }
}

impl Reader {
    /// After the first drawing: finds the page, listens to it, and says that it is ready.
    fn settle(&mut self, ctx: &Context<Reader>) {
        let (Some(root), Some(window)) = (self.root.cast::<Element>(), web_sys::window()) else { return };
        let (inside, outside) = (ctx.link().clone(), ctx.link().clone());
        self.listeners = vec![
            Listener::new(
                root.clone().into(),
                INSIDE,
                Box::new(move |event| inside.send_message(Message::Inside(event))),
            ),
            Listener::new(
                window.clone().into(),
                OUTSIDE,
                Box::new(move |event| outside.send_message(Message::Outside(event))),
            ),
        ];
        self.page = Some(Page { root, window });
    }

    /// Takes attributes of the element; a value that means nothing changes nothing.
    fn take(&mut self, options: &Options) {
        for option in options.chunks_exact(2) {
            let (name, value) = (&option[0], &option[1]);
            let action = match &**name {
                "framing" => Some(Action::Framing(self.story.framings.iter().position(|framing| framing.id == *value))),
                "document" => {
                    self.story.documents.iter().position(|document| document.id == *value).map(Action::Document)
                }
                "theme" => Theme::parse(value).map(Action::Theme),
                "cards" => Cards::parse(value).map(Action::Cards),
                "hash" => {
                    self.hash = Some(value.clone()).filter(|prefix| !prefix.is_empty());
                    None
                }
                _ => None,
            };
            if let Some(action) = action {
                self.act(action);
            }
        }
    }

    /// At the start: what this browser remembers, and the view the address asks for.
    fn start(&mut self) {
        let Some(window) = web_sys::window() else { return };
        if let Some(cards) = storage::read(&window, storage::CARDS).and_then(|word| Cards::parse(&word)) {
            self.act(Action::Cards(cards));
        }
        if let Some(theme) = storage::read(&window, storage::THEME).and_then(|word| Theme::parse(&word)) {
            self.act(Action::Theme(theme));
        }
        self.home = Route { document: self.view.document, line: None, framing: self.view.framing };
        if let Some(route) = self.routed(&address::read(&window)) {
            self.follow(route);
        }
    }

    fn act(&mut self, action: Action) {
        self.view = self.view.after(action, self.story.documents.len());
        self.shown.view.set(self.view);
    }

    /// The route of a fragment; an empty one leads home.
    fn routed(&self, fragment: &str) -> Option<Route> {
        let prefix = self.hash.as_ref()?;
        if fragment.is_empty() { Some(self.home) } else { route::parse(fragment, prefix, &self.story) }
    }

    fn route(&self) -> Route {
        Route { document: self.view.document, line: self.line, framing: self.view.framing }
    }

    /// Shows what an address asks for.
    fn follow(&mut self, route: Route) {
        self.act(Action::Document(route.document));
        self.act(Action::Framing(route.framing));
        self.line = route.line;
        self.go = route.line;
    }

    /// Writes the view into the address, where the host lets the reader.
    fn write(&self, page: &Page, new_entry: bool) {
        if let Some(prefix) = &self.hash {
            address::write(&page.window, &route::write(self.route(), prefix, &self.story), new_entry);
        }
    }

    /// The actor whose card is shown.
    fn actor(&self) -> Option<u16> {
        Some(self.story.documents[self.view.document].mentions.get(self.card.shown()?)?.actor)
    }

    /// Remembers what is being read, so that drawing leaves it where it is.
    fn keep_reading(&mut self, page: &Page) {
        // While the bar has not come to stick, the reader is above the text, and what is above the bar stays.
        let stuck = page.find(".bar").zip(page.find(".standfirsts"));
        let stuck = stuck.is_some_and(|(bar, below)| page::rect(&below).top < page::rect(&bar).bottom);
        self.reading = page.first_words().filter(|_| stuck).map(|words| {
            let top = page::rect(&words).top;
            (words, top)
        });
    }

    /// Moves the card's machine on.
    fn step(&mut self, ctx: &Context<Reader>, moment: Moment) {
        let now = js_sys::Date::now();
        let state = self.card.state();
        if let Some(Wait { token, delay }) = self.card.step(moment, now) {
            let link = ctx.link().clone();
            self.wait = Timer::new(delay, Box::new(move || link.send_message(Message::Due(token))));
        } else if self.card.state() != state {
            self.wait = None;
        }
    }

    /// Tells the page and its host what has changed.
    fn report(&mut self, page: &Page, (view, card): (View, Option<Name>)) {
        let host = page.host();
        let raise = |name: &str, detail: Detail<'_>| {
            if let Some(host) = &host {
                event::raise(host, name, &detail);
            }
        };
        let actor = |story: &Story, document: usize, name: Name| {
            let mention = story.documents.get(document)?.mentions.get(name)?;
            Some(story.actors.get(usize::from(mention.actor))?.id.clone())
        };
        if card != self.card.shown() {
            if let Some(name) = card {
                expand(page, name, false);
                raise(
                    "framing-reader:cardclose",
                    Detail::Actor(&actor(&self.story, view.document, name).unwrap_or_default()),
                );
            }
            if let Some(name) = self.card.shown() {
                expand(page, name, true);
                raise(
                    "framing-reader:cardopen",
                    Detail::Actor(&actor(&self.story, view.document, name).unwrap_or_default()),
                );
            }
        }
        if view.framing != self.view.framing {
            self.announcement = masthead::announcement(&self.story, &self.view);
            let framing = self.view.framing.map_or("none", |framing| &self.story.framings[framing].id);
            raise("framing-reader:framingchange", Detail::Framing(framing));
        }
    }

    /// Marks the tick of the block being read.
    fn mark_here(&mut self) {
        let Some(page) = &self.page else { return };
        let here = page.first_words().and_then(|words| words.parent_element()?.get_attribute("data-at"));
        if here != self.here {
            for tick in page.all(".tick[data-here]") {
                let _ = tick.remove_attribute("data-here");
            }
            if let Some(tick) = here.as_ref().and_then(|at| page.numbered(".tick[data-tick", at.parse().ok()?)) {
                let _ = tick.set_attribute("data-here", "");
            }
            self.here = here;
        }
    }

    /// What an event within the root means for the card, after what it means for the view.
    fn inside(&mut self, page: &Page, event: &Event) -> Option<Moment> {
        match &*event.type_() {
            "click" => self.click(page, event),
            "keydown" => self.key(page, event.unchecked_ref()),
            "pointerover" | "pointermove" | "pointerout" => self.point(page, event.unchecked_ref()),
            "pointerup" => {
                let kept = page::around(event, ".card, [data-name], [data-do]").is_some();
                (!kept && self.card.shown().is_some()).then_some(Moment::Dismiss)
            }
            "focusin" => {
                if let Some(name) = page::around(event, "[data-name]") {
                    stop_at(&name);
                }
                page::around(event, ".card").map(|_| Moment::Hold)
            }
            _ => None,
        }
    }

    fn click(&mut self, page: &Page, event: &Event) -> Option<Moment> {
        if let Some(name) = page::around(event, "[data-name]") {
            self.name_line = self.line_of(&name);
            return page::number(&name, "data-name").map(Moment::Press);
        }
        let control = page::around(event, "[data-do]")?;
        match Intent::parse(&control.get_attribute("data-do")?)? {
            Intent::Act(action) => {
                self.keep_reading(page);
                self.act(action);
                match action {
                    Action::Cards(cards) => storage::write(&page.window, storage::CARDS, cards.word()),
                    Action::Theme(theme) => storage::write(&page.window, storage::THEME, theme.word()),
                    Action::Document(_) => {
                        self.line = None;
                        self.reading = None;
                        self.write(page, true);
                    }
                    Action::Toggle(_) | Action::Framing(_) => self.write(page, false),
                }
                None
            }
            Intent::Go(document, line) => {
                self.act(Action::Document(document));
                (self.line, self.go) = (Some(line), Some(line));
                self.write(page, true);
                Some(Moment::Dismiss)
            }
            Intent::Panel => {
                if let Some(panel) = page.find(".panel") {
                    let _ = panel.set_attribute("open", "");
                    page.bring_up(&panel);
                    page::all(&panel, "summary").first().map(page::focus);
                }
                None
            }
            Intent::Close => {
                self.back_to_name(page);
                Some(Moment::Dismiss)
            }
        }
    }

    fn point(&mut self, page: &Page, event: &PointerEvent) -> Option<Moment> {
        if event.pointer_type() == "touch" {
            return None;
        }
        let from = self.pointer;
        let to = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.pointer = to;
        let kind = event.type_();
        if kind == "pointerout" {
            // Only where it leaves the root; within it, what it comes upon says more.
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            return (!page.root.contains(to.as_ref())).then_some(Moment::Leave);
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
            let on_the_way = leaving && approaches();
            if !on_the_way {
                self.name_line = self.line_of(&name);
            }
            self.rest = to;
            return Some(Moment::Enter { name: index, on_the_way });
        }
        if kind == "pointermove" {
            return None;
        }
        Some(if page::around(event, ".card").is_some() { Moment::Keep } else { Moment::Leave })
    }

    /// Which line of a name the pointer is on.
    fn line_of(&self, name: &Element) -> usize {
        page::lines(name).iter().position(|line| line.distance(self.pointer) < 1.0).unwrap_or(0)
    }

    fn key(&mut self, page: &Page, event: &KeyboardEvent) -> Option<Moment> {
        let key = event.key();
        if let Some(name) = page::around(event, "[data-name]") {
            return self.key_on_name(page, event, &key, &name);
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

    fn key_on_name(&self, page: &Page, event: &KeyboardEvent, key: &str, name: &Element) -> Option<Moment> {
        let index = page::number(name, "data-name")?;
        let names =
            || name.closest(".block").ok().flatten().map_or(Vec::new(), |block| page::all(&block, "[data-name]"));
        let at = |names: &[Element]| names.iter().position(|other| other == name);
        let moment = match key {
            "Enter" | " " => Some(Moment::Press(index)),
            "ArrowLeft" | "ArrowUp" | "ArrowRight" | "ArrowDown" | "Home" | "End" => {
                let names = names();
                let at = at(&names)?;
                let next = match key {
                    "ArrowLeft" | "ArrowUp" => at.checked_sub(1)?,
                    "ArrowRight" | "ArrowDown" => at + 1,
                    "Home" => 0,
                    _ => names.len() - 1,
                };
                if let Some(next) = names.get(next) {
                    stop_at(next);
                    let _ = next.unchecked_ref::<HtmlElement>().focus();
                }
                None
            }
            "Tab" if !event.shift_key() && self.card.shown() == Some(index) => {
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
    fn back_to_name(&self, page: &Page) {
        if let Some(name) = self.card.shown().and_then(|name| page.name(name)) {
            page::focus(&name);
        }
    }

    /// What an event around the root means.
    fn outside(&mut self, page: &Page, event: &Event) -> Option<Moment> {
        match &*event.type_() {
            "keydown" => {
                let key: &KeyboardEvent = event.unchecked_ref();
                let shown = self.card.shown().is_some();
                if key.key() != "Escape" || !shown {
                    return None;
                }
                let held = matches!(self.card.state(), State::Open { held: true, .. });
                if held || page.focused().is_some() {
                    self.back_to_name(page);
                }
                event.prevent_default();
                Some(Moment::Dismiss)
            }
            "pointerup" => {
                let host = page.host();
                let inside = event.target().is_some_and(|target| host.is_some_and(|host| target == **host));
                (!inside && self.card.shown().is_some()).then_some(Moment::Dismiss)
            }
            "scroll" => {
                self.mark_here();
                Some(Moment::Scroll)
            }
            "resize" => {
                page.stack_notes();
                if let Some(name) = self.card.shown().and_then(|name| page.name(name)) {
                    page.place(&name, self.name_line);
                }
                self.mark_here();
                None
            }
            "popstate" | "hashchange" => {
                if let Some(route) = self.routed(&address::read(&page.window)).filter(|route| *route != self.route()) {
                    self.follow(route);
                }
                None
            }
            _ => None,
        }
    }
}

/// Takes the mark off the line that was jumped to.
fn unlight(page: &Page) {
    for block in page.all(".block[data-lit]") {
        let _ = block.remove_attribute("data-lit");
    }
}

/// Makes a name the tab stop of its paragraph.
fn stop_at(name: &Element) {
    let Ok(Some(block)) = name.closest(".block") else { return };
    for other in page::all(&block, "[data-name]") {
        let _ = other.set_attribute("tabindex", if other == *name { "0" } else { "-1" });
    }
}

/// Says on a name whether its card is open.
fn expand(page: &Page, name: Name, open: bool) {
    let Some(name) = page.name(name) else { return };
    let _ = name.set_attribute("aria-expanded", if open { "true" } else { "false" });
    let _ = if open { name.set_attribute("aria-controls", "card") } else { name.remove_attribute("aria-controls") };
}
