//! The root component: takes what happens, keeps the view and the card, draws what changes with them.
//!
//! Every event comes through a few listeners at the root; what a control wants is written on it ([`Intent`]), and what
//! becomes of the card is the machine's business ([`Card`]).

use std::rc::Rc;

use framing_reader_page::{
    pen::Pen,
    route::{Route, Section},
    words::ENGLISH as WORDS,
};
use framing_reader_story::Story;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::{
    card,
    going::{Fetched, Found, Go, on},
    keys, late, masthead,
    page::{self, Page},
    still::{Part, Still},
    tree::{FETCHED, Tree},
};
use crate::{
    card::{Card, Event as Moment, Name, State, Wait},
    embed::{
        Options, Shell, Shown, address,
        event::{self, Detail},
        listener::{Listener, Timer},
        storage,
    },
    placement::Point,
    state::{Action, Cards, Theme, View},
};

/// What the root and its leaves say while no framing is on.
const NEITHER: &str = "none";
/// A switch that takes the browser longer than a frame, in ms, is divided from then on: first what is in sight.
const FRAME: f64 = 16.0;
/// For how long a line that was jumped to is marked, in ms.
const LIT: u32 = 2_000;
/// What is heard within the root.
const INSIDE: &[&str] =
    &["click", "keydown", "pointerover", "pointerleave", "pointermove", "pointerup", "focusin", "input", "submit"];
/// What is heard around it.
const OUTSIDE: &[&str] = &["keydown", "pointerup", "scroll", "resize", "popstate", "hashchange", "afterprint"];

/// The story and the element's attributes at the start.
#[derive(Clone, Properties)]
pub(crate) struct ReaderProps {
    pub(crate) shown: Rc<Shown>,
    pub(crate) options: Options,
    pub(crate) shell: Shell,
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
    /// What was drawn is seen; the browser took so many ms for it.
    Seen(f64),
    /// A view that was asked for by its path, or that it could not be fetched.
    Fetched(String, Option<Vec<u8>>),
    /// Whether the words that were to be copied have been.
    Copied(bool),
}

/// The root component.
pub(crate) struct Reader {
    shown: Rc<Shown>,
    pub(super) shell: Shell,
    pub(super) story: Rc<Story>,
    pub(super) view: View,
    pub(super) card: Card,
    /// The prefix of the fragment the reader may use.
    pub(super) hash: Option<AttrValue>,
    /// The view of an address without a fragment.
    pub(super) home: Route,
    pub(super) announcement: String,
    /// Whether it is shown to those who see, too.
    pub(super) toast: bool,
    root: NodeRef,
    page: Option<Page>,
    listeners: Vec<Listener>,
    wait: Option<Timer>,
    /// Whether what is drawn is waited for to be seen, with what can wait so long.
    unseen: bool,
    /// Whether the address is still to be written.
    pub(super) unwritten: bool,
    /// Whether the framing is still to be put on the leaves out of sight.
    unturned: bool,
    /// Whether the notes are still to be moved apart, and the tick to be marked.
    unstacked: bool,
    /// Whether what is to be seen is a switch.
    switched: bool,
    /// Whether a switch is divided here.
    slow: bool,
    lit: Option<Timer>,
    /// Where the pointer was last.
    pub(super) pointer: Point,
    /// Where it came to rest.
    pub(super) rest: Point,
    /// Which line of the card's name it was on.
    pub(super) name_line: usize,
    /// What is being read and where it was, to be there again after drawing.
    pub(super) reading: Option<(Element, f64)>,
    /// The same, while the rest of a switch is still to come.
    kept: Option<(Element, f64)>,
    /// Where to go after drawing.
    pub(super) go: Option<Go>,
    /// Which line of the plain article was being read at the start.
    reading_on: Option<Section>,
    /// Whether the focus stays where it is, since something of the host had it at the start.
    calm: bool,
    /// The view that was fetched last.
    pub(super) fetched: Option<Fetched>,
    /// The path of the view that was asked for last.
    pub(super) wanted: Option<String>,
    /// The passages that were found last.
    pub(super) found: Option<Found>,
    /// Where the root's upper edge was when a path was left, in pixels.
    pub(super) left: Vec<(String, f64)>,
    /// Whether the ticks are still to be scaled.
    unscaled: bool,
    /// The block whose tick says where the reader is.
    here: Option<String>,
}

impl Component for Reader {
    type Message = Message;
    type Properties = ReaderProps;

    fn create(ctx: &Context<Reader>) -> Reader {
        let ReaderProps { shown, options, shell } = ctx.props().clone();
        let story = shown.story.borrow().clone();
        let mut reader = Reader {
            story,
            shown,
            shell,
            view: View::default(),
            card: Card::default(),
            hash: None,
            home: Route::default(),
            announcement: String::new(),
            toast: false,
            root: NodeRef::default(),
            page: None,
            listeners: Vec::new(),
            wait: None,
            unseen: false,
            unwritten: false,
            unturned: false,
            unstacked: false,
            switched: false,
            slow: false,
            lit: None,
            pointer: (0.0, 0.0),
            rest: (0.0, 0.0),
            name_line: 0,
            reading: None,
            kept: None,
            go: None,
            reading_on: None,
            calm: false,
            fetched: None,
            wanted: None,
            found: None,
            left: Vec::new(),
            unscaled: true,
            here: None,
        };
        reader.take(&options);
        reader.start();
        reader
    }

    fn update(&mut self, ctx: &Context<Reader>, message: Message) -> bool {
        let Some(page) = self.page.clone() else { return false };
        let before = (self.view.clone(), self.card.shown());
        let following = self.found.is_some();
        let mut draw = false;
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
                (self.fetched, self.found) = (None, None);
                self.view.section = Section::Overview;
                self.act(Action::Framing(None));
                draw = true;
                Some(Moment::Dismiss)
            }
            Message::Unlit => {
                unlight(&page);
                None
            }
            Message::Seen(took) => {
                self.complete(&page, took);
                None
            }
            Message::Fetched(path, sheet) => {
                draw = self.take_sheet(path, sheet);
                None
            }
            Message::Copied(whether) => {
                self.announcement = if whether { WORDS.copied } else { WORDS.not_copied }.to_owned();
                self.toast = true;
                draw = true;
                None
            }
        };
        if let Some(moment) = moment {
            self.step(ctx, moment);
        }
        if self.view.section != before.0.section || self.view.cards != before.0.cards {
            self.step(ctx, Moment::Dismiss);
            self.unscaled = true;
        }
        if self.view.section != before.0.section || draw || self.go.is_some() {
            self.unturned = false;
        } else if self.view.framing != before.0.framing {
            self.switched = true;
            self.unturned = self.slow && page.notes_are_beside();
            page.put_on(self.on(), !self.unturned);
        }
        self.wait_until_seen(ctx);
        let changed = before != (self.view.clone(), self.card.shown());
        self.shown.view.replace(self.view.clone());
        self.report(&page, before);
        draw |= self.ask();
        draw || changed || following != self.found.is_some() || self.go.is_some()
    }

    fn view(&self, _: &Context<Reader>) -> Html {
        let (story, view) = (&self.story, &self.view);
        let document = view.document();
        let still = |part| {
            html! { <Still {part} story={story.clone()} document={document.unwrap_or_default()} names={view.cards != Cards::Off} hash={self.hash.clone()} /> }
        };
        let mut tree = Tree::new(&self.hash);
        tree.open("div.root");
        tree.refer(&self.root);
        tree.set("lang", WORDS.language);
        tree.set("data-framing", view.framing.map_or("none", |framing| &story.framings[framing].id));
        tree.set("data-on", self.on());
        tree.set("data-theme", view.theme.word());
        tree.set("data-cards", view.cards.word());
        tree.open("div.page");
        tree.node(still(Part::Masthead(view.clone())));
        // Within one element, however many parts: Yew compares children from the last one on, and the masthead would be built again.
        tree.open("div");
        // Each section is an element of its own kind, so that none is made over into another.
        match &view.section {
            Section::View(path) => late::view(&mut tree, self.fetched.as_ref(), path, still),
            Section::Overview => {
                tree.node(still(Part::Standfirsts));
                tree.node(still(Part::Overview));
            }
            Section::Article { .. } => {
                tree.node(still(Part::Standfirsts));
                tree.node(still(Part::Articles));
                tree.open("div.sheet");
                tree.node(still(Part::Strip));
                tree.node(still(Part::Article));
                tree.close();
            }
        }
        tree.close();
        tree.close();
        tree.open(if self.toast { "p.toast" } else { "p.unseen" });
        tree.set("role", "status");
        if self.toast {
            tree.set("popover", "manual");
        }
        tree.text(&self.announcement);
        tree.close();
        // Always there, for the same reason.
        tree.open("div");
        if let Section::Article { why: true, .. } = view.section {
            late::why(&mut tree, self.fetched.as_ref(), &view.section.path(story), still);
        }
        tree.close();
        tree.open("div");
        if let Some(found) = self.found.as_ref().and_then(|found| found.at(&view.section.path(story))) {
            late::found(&mut tree, &found);
        }
        tree.close();
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
        let Some(page) = self.page.clone() else { return };
        if !self.unturned {
            page.put_on(self.on(), true);
        }
        page.lift();
        let moved = std::mem::take(&mut self.unscaled);
        if moved {
            page.scale_ticks();
            self.unstacked = true;
        }
        // Unless they show it can wait: to ask now where they are would have the page laid out before anybody can press something.
        if self.view.framing.is_some() {
            self.stack(&page);
        }
        self.stay(&page);
        let calm = std::mem::take(&mut self.calm);
        if let Some(lit) = self.arrive(&page, !calm) {
            unlight(&page);
            let _ = lit.set_attribute("data-lit", "");
            let link = ctx.link().clone();
            self.lit = Timer::new(LIT, Box::new(move || link.send_message(Message::Unlit)));
        }
        // Last, since it asks where things are.
        if let Some(name) = self.card.shown().and_then(|name| page.name(name)) {
            page.place(&name, self.name_line);
        }
        self.wait_until_seen(ctx);
        if first {
            self.shell.drawn();
        }
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
        self.page = Some(Page { root, window, shell: self.shell.clone() });
        // A view that the address names is fetched as soon as there is a page to show it on.
        if self.ask() {
            ctx.link().send_message(Message::Options(Vec::new()));
        }
    }

    /// Takes attributes of the element; a value that means nothing changes nothing.
    fn take(&mut self, options: &Options) {
        for option in options.chunks_exact(2) {
            let (name, value) = (&option[0], &option[1]);
            let action = match &**name {
                "framing" => Some(Action::Framing(self.story.framings.iter().position(|framing| framing.id == *value))),
                "document" | "path" | "reading" => {
                    let section = Section::parse(value, &self.story);
                    if name == "reading" {
                        self.reading_on = section;
                    } else if let Some(section) = section {
                        self.view.section = section;
                    }
                    None
                }
                "calm" => {
                    self.calm = true;
                    None
                }
                "theme" => Theme::parse(value).map(Action::Theme),
                "cards" => Cards::parse(value).map(Action::Cards),
                "hash" => {
                    self.hash = (!value.is_empty()).then(|| value.clone().into());
                    None
                }
                _ => None,
            };
            if let Some(action) = action {
                self.act(action);
            }
        }
    }

    /// At the start: what this browser remembers, the view the address asks for, and the line of the plain article that is being
    /// read.
    fn start(&mut self) {
        let Some(window) = web_sys::window() else { return };
        if let Some(cards) = storage::read(&window, storage::CARDS).and_then(|word| Cards::parse(&word)) {
            self.act(Action::Cards(cards));
        }
        if let Some(theme) = storage::read(&window, storage::THEME).and_then(|word| Theme::parse(&word)) {
            self.act(Action::Theme(theme));
        }
        self.home = self.route();
        let address = address::read(&window);
        let routed = self.routed(&address);
        let ours = routed.is_some();
        if let Some(route) = routed {
            self.follow(route);
        }
        // An address that leads to another view than an article leads there all the same.
        let elsewhere = ours && !address.is_empty() && self.view.document().is_none();
        if let Some(section) = self.reading_on.take().filter(|_| !elsewhere) {
            self.view.section = section;
            self.go = None;
            if ours {
                self.write(&window, false);
            }
        }
        self.shown.view.replace(self.view.clone());
    }

    pub(super) fn act(&mut self, action: Action) {
        self.view.act(action);
    }

    /// The actor whose card is shown.
    fn actor(&self) -> Option<u16> {
        self.named(&self.view, self.card.shown()?)
    }

    /// The actor a name stands for: in an article by its mention, elsewhere by what the name says.
    fn named(&self, view: &View, name: Name) -> Option<u16> {
        match view.document().filter(|_| name < FETCHED) {
            Some(document) => Some(self.story.documents.get(document)?.mentions.get(name)?.actor),
            None => self.page.as_ref()?.name(name)?.get_attribute("data-actor")?.parse().ok(),
        }
    }

    /// Remembers what is being read, so that drawing leaves it where it is.
    pub(super) fn keep_reading(&mut self, page: &Page) {
        self.reading = None;
        if self.view.document().is_none() {
            return;
        }
        // While the bar has not come to stick, the reader is above the text, and what is above the bar stays. Where a host lets
        // nothing stick, it has left the window instead.
        let stuck = page.find(".bar").zip(page.find(".standfirsts"));
        let stuck = stuck.is_some_and(|(bar, below)| page::rect(&below).top < page::rect(&bar).bottom.max(0.0));
        if stuck {
            self.reading = page.first_words().map(|words| {
                let top = page::rect(&words).top;
                (words, top)
            });
        }
    }

    /// Scrolls what is being read back to where it was; where a switch is divided, it is to be there at its end too.
    fn stay(&mut self, page: &Page) {
        if let Some((words, top)) = self.reading.take() {
            // Where a host zooms, a pixel of the page is not one of the window's: the second time it is nearly there.
            for _ in 0..2 {
                page.scroll_by(page::rect(&words).top - top);
            }
            self.kept = self.unturned.then_some((words, top));
        }
    }

    /// What the root and its leaves say of the framing that is on.
    fn on(&self) -> &'static str {
        on(self.view.framing, NEITHER)
    }

    /// Comes back to what can wait until the next frame is seen, if there is something.
    fn wait_until_seen(&mut self, ctx: &Context<Reader>) {
        if !self.unseen && (self.unturned || self.unwritten || self.unstacked || self.switched) {
            self.unseen = true;
            let link = ctx.link().clone();
            self.shell.seen(&Closure::once_into_js(move |took| link.send_message(Message::Seen(took))));
        }
    }

    /// Does what could wait: a new address takes the browser longer than a switch, and so does what is out of sight.
    fn complete(&mut self, page: &Page, took: f64) {
        self.unseen = false;
        self.slow |= std::mem::take(&mut self.switched) && took > FRAME;
        self.stack(page);
        if self.unwritten {
            self.write(&page.window, false);
        }
        if std::mem::take(&mut self.unturned) {
            self.keep_reading(page);
            // Browsers scroll by whole pixels: what the first step was short of, the second makes good, unless somebody has scrolled.
            if let Some((words, top)) =
                self.kept.take().filter(|(words, top)| (page::rect(words).top - top).abs() < 2.0)
            {
                self.reading = Some((words, top));
            }
            page.put_on(self.on(), true);
            self.stay(page);
        }
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
        if card != self.card.shown() {
            for (name, open, told) in
                [(card, false, "framing-reader:cardclose"), (self.card.shown(), true, "framing-reader:cardopen")]
            {
                let Some(name) = name else { continue };
                expand(page, name, open);
                let actor = self.named(&view, name).and_then(|actor| self.story.actors.get(usize::from(actor)));
                raise(told, Detail::Actor(actor.map_or("", |actor| &actor.id)));
            }
        }
        if view.framing != self.view.framing {
            self.announcement = masthead::announcement(&self.story, &self.view);
            let framing = self.view.framing.map_or("none", |framing| &self.story.framings[framing].id);
            raise("framing-reader:framingchange", Detail::Framing(framing));
        }
    }

    /// Moves the notes of an article apart that was drawn anew, and marks the tick of the block being read: scrolling does that by
    /// itself, and neither a framing nor a card changes it.
    fn stack(&mut self, page: &Page) {
        if std::mem::take(&mut self.unstacked) {
            page.stack_notes();
            self.here = None;
            self.mark_here();
        }
    }

    /// Marks the tick of the block being read.
    fn mark_here(&mut self) {
        let Some(page) = &self.page else { return };
        let here = self
            .view
            .document()
            .and_then(|_| page.first_words())
            .and_then(|words| words.parent_element()?.get_attribute("data-at"));
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
            "pointerover" | "pointermove" | "pointerleave" => self.point(page, event.unchecked_ref()),
            "pointerup" => {
                let kept = page::around(event, ".card, [data-name], [data-do], [data-go]").is_some();
                (!kept && self.card.shown().is_some()).then_some(Moment::Dismiss)
            }
            "focusin" => {
                if let Some(stop) = page::around(event, keys::STOPS) {
                    keys::stop_at(&stop);
                }
                page::around(event, ".card").map(|_| Moment::Hold)
            }
            "input" | "submit" => {
                self.asked(page, event);
                None
            }
            _ => None,
        }
    }

    /// What an event around the root means.
    fn outside(&mut self, page: &Page, event: &Event) -> Option<Moment> {
        match &*event.type_() {
            "keydown" => {
                let key: &KeyboardEvent = event.unchecked_ref();
                let shown = self.card.shown().is_some();
                if key.key() != "Escape" {
                    return None;
                }
                if !shown {
                    if let Section::Article { why: true, .. } = self.view.section {
                        event.prevent_default();
                        self.leave_why(page);
                    }
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
                // With the page the card scrolls by itself; in a box of the host's it is put beside its name again.
                let in_box = event.target().is_some_and(|target| target.is_instance_of::<Element>());
                match self.card.shown().filter(|_| in_box).and_then(|name| page.name(name)) {
                    Some(name) if !page.shows(&name) => return Some(Moment::Dismiss),
                    Some(name) => page.place(&name, self.name_line),
                    None => {}
                }
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
                self.back(page);
                None
            }
            "afterprint" => {
                page.print_as(self.on());
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

/// Says on a name whether its card is open.
fn expand(page: &Page, name: Name, open: bool) {
    let Some(name) = page.name(name) else { return };
    let _ = name.set_attribute("aria-expanded", if open { "true" } else { "false" });
    let _ = if open { name.set_attribute("aria-controls", "card") } else { name.remove_attribute("aria-controls") };
}
