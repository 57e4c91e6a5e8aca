//! The guest on the page: what the element's script calls, and the browser's tools behind the view.
//!
//! 1. [`mount`] unpacks a story, adopts the styles and starts the app in the element's shadow root;
//! 2. [`App`] is the handle the script keeps: it updates the running app and never mounts it again;
//! 3. dropping the handle ends every listener and timer.

pub(crate) mod address;
pub(crate) mod event;
mod heap;
pub(crate) mod listener;
pub(crate) mod storage;
mod style;

use std::{cell::RefCell, rc::Rc};

use framing_reader_story::{Story, pack::UnpackError};
use js_sys::Error;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::{
    state::View,
    view::{Message, Reader, ReaderProps},
};

/// Attributes of the element, each name followed by its value: all that are set at the start, later each that changed.
pub(crate) type Options = Vec<String>;

/// What the app shows, for the host to ask at any time, also from within an event.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) story: RefCell<Rc<Story>>,
    pub(crate) view: RefCell<View>,
}

#[wasm_bindgen]
extern "C" {
    /// What the element's script does for the app.
    #[derive(Clone, Debug)]
    pub type Shell;
    /// Takes that the app has drawn for the first time.
    #[wasm_bindgen(method)]
    pub(crate) fn drawn(this: &Shell);
    /// Calls a function a moment after the next frame was drawn, with how many ms that took.
    #[wasm_bindgen(method)]
    pub(crate) fn seen(this: &Shell, then: &wasm_bindgen::JsValue);
    /// Fetches a view by its path; the app is [shown](App::show) it.
    #[wasm_bindgen(method)]
    pub(crate) fn ask(this: &Shell, path: &str);
    /// Scrolls what the element stands in by so many pixels, without motion.
    #[wasm_bindgen(method)]
    pub(crate) fn scroll(this: &Shell, down: f64);
    /// Copies words, or selects the element they stand in where that is refused; the app is [told](App::copied).
    #[wasm_bindgen(method)]
    pub(crate) fn copy(this: &Shell, words: &str, element: &Element);
}

/// A running app.
#[wasm_bindgen]
pub struct App {
    handle: AppHandle<Reader>,
    shown: Rc<Shown>,
}

/// Starts the app in an element of a shadow root, with a packed story and the element's attributes.
#[wasm_bindgen]
pub fn mount(root: Element, story: &[u8], options: Options, shell: Shell) -> Result<App, Error> {
    // Yew's own hook would print a stack; the script reports what ends the app.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let story = unpack(story)?;
    style::adopt(&root);
    let shown = Rc::new(Shown { story: RefCell::new(story), view: RefCell::default() });
    let props = ReaderProps { shown: shown.clone(), options, shell };
    Ok(App { handle: yew::Renderer::with_root_and_props(root, props).render(), shown })
}

#[wasm_bindgen]
impl App {
    /// Takes the attributes that changed.
    pub fn update(&self, options: Options) {
        self.handle.send_message(Message::Options(options));
    }

    /// Shows another packed story.
    pub fn load(&self, story: &[u8]) -> Result<(), Error> {
        self.handle.send_message(Message::Story(unpack(story)?));
        Ok(())
    }

    /// Shows a view that was asked for by its path; without a sheet, that it could not be fetched.
    pub fn show(&self, path: String, sheet: Option<Vec<u8>>) {
        self.handle.send_message(Message::Fetched(path, sheet));
    }

    /// Takes whether words were copied.
    pub fn copied(&self, whether: bool) {
        self.handle.send_message(Message::Copied(whether));
    }

    /// What it shows of `framing`, `document` (empty where none is shown), `path`, `theme` or `cards`.
    pub fn state(&self, name: &str) -> Option<String> {
        let (story, view) = (self.shown.story.borrow(), self.shown.view.borrow());
        Some(match name {
            "framing" => view.framing.map_or("none", |framing| &story.framings[framing].id).to_owned(),
            "document" => {
                let document = view.document().and_then(|document| story.documents.get(document));
                document.map_or_else(String::new, |document| document.id.clone())
            }
            "path" => view.section.path(&story),
            "theme" => view.theme.word().to_owned(),
            "cards" => view.cards.word().to_owned(),
            _ => return None,
        })
    }

    /// Whether it has drawn and can draw again: not after a panic while it did.
    pub fn stands(&self) -> bool {
        self.handle.get_component().is_some()
    }

    /// Ends it.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// Unpacks a story; the cause of an error is that the story is damaged or of another version.
fn unpack(story: &[u8]) -> Result<Rc<Story>, Error> {
    let (cause, reason) = match framing_reader_story::unpack(story) {
        Ok(story) if !story.documents.is_empty() => return Ok(Rc::new(story)),
        Ok(_) => ("story", "expected a story with documents, found one without".to_owned()),
        Err(error) => (if let UnpackError::Version(_) = error { "version" } else { "story" }, error.to_string()),
    };
    let error = Error::new(&reason);
    error.set_cause(&cause.into());
    Err(error)
}
