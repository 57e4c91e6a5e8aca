//! The guest on the page: what the element's script calls, and the browser's tools behind the view.
//!
//! 1. [`mount`] unpacks a story, adopts the styles and starts the app in the element's shadow root;
//! 2. [`App`] is the handle the script keeps: it updates the running app and never mounts it again;
//! 3. dropping the handle ends every listener and timer.

pub(crate) mod address;
pub(crate) mod event;
pub(crate) mod listener;
pub(crate) mod storage;
mod style;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use framing_reader_story::Story;
use wasm_bindgen::{JsError, prelude::wasm_bindgen};
use web_sys::Element;
use yew::AppHandle;

use crate::{
    annotation,
    state::View,
    view::{Message, Reader, ReaderProps},
};

/// Attributes of the element, each name followed by its value: all that are set at the start, later each that changed.
pub(crate) type Options = Vec<String>;

/// What the app shows, for the host to ask at any time, also from within an event.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) story: RefCell<Rc<Story>>,
    pub(crate) view: Cell<View>,
}

/// A running app.
#[wasm_bindgen]
pub struct App {
    handle: AppHandle<Reader>,
    shown: Rc<Shown>,
}

/// Starts the app in an element of a shadow root, with a packed story and the element's attributes.
#[wasm_bindgen]
pub fn mount(root: Element, story: &[u8], options: Options) -> Result<App, JsError> {
    // Yew's own hook would print a stack; the script reports what ends the app.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let story = unpack(story)?;
    style::adopt(&root);
    let shown = Rc::new(Shown { story: RefCell::new(story), view: Cell::default() });
    let props = ReaderProps { shown: shown.clone(), options };
    Ok(App { handle: yew::Renderer::with_root_and_props(root, props).render(), shown })
}

#[wasm_bindgen]
impl App {
    /// Takes the attributes that changed.
    pub fn update(&self, options: Options) {
        self.handle.send_message(Message::Options(options));
    }

    /// Shows another packed story.
    pub fn load(&self, story: &[u8]) -> Result<(), JsError> {
        self.handle.send_message(Message::Story(unpack(story)?));
        Ok(())
    }

    /// What it shows of `framing`, `document`, `theme` or `cards`.
    pub fn state(&self, name: &str) -> Option<String> {
        let (story, view) = (self.shown.story.borrow(), self.shown.view.get());
        Some(match name {
            "framing" => view.framing.map_or("none", |framing| &story.framings[framing].id).to_owned(),
            "document" => story.documents.get(view.document)?.id.clone(),
            "theme" => view.theme.word().to_owned(),
            "cards" => view.cards.word().to_owned(),
            _ => return None,
        })
    }

    /// The story as W3C Web Annotations, in JSON.
    pub fn annotations(&self) -> String {
        annotation::json(&self.shown.story.borrow())
    }

    /// Ends it.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

fn unpack(story: &[u8]) -> Result<Rc<Story>, JsError> {
    match framing_reader_story::unpack(story) {
        Ok(story) if !story.documents.is_empty() => Ok(Rc::new(story)),
        Ok(_) => Err(JsError::new("expected a story with documents, found one without")),
        Err(error) => Err(JsError::new(&error.to_string())),
    }
}
