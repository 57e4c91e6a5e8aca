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

use std::rc::Rc;

use framing_reader_story::Story;
use serde::Deserialize;
use wasm_bindgen::{JsError, JsValue, prelude::wasm_bindgen};
use web_sys::Element;
use yew::AppHandle;

use crate::view::{Message, Reader, ReaderProps};

/// The element's attributes, each where it is set; for an update, each that changed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Options {
    /// Name of the framing, or `none`.
    pub(crate) framing: Option<String>,
    /// Name of the document.
    pub(crate) document: Option<String>,
    /// `auto`, `light` or `dark`.
    pub(crate) theme: Option<String>,
    /// `hover`, `click` or `off`.
    pub(crate) cards: Option<String>,
    /// The prefix of the fragment the reader may use; empty for none.
    pub(crate) hash: Option<String>,
}

/// A running app.
#[wasm_bindgen]
pub struct App(AppHandle<Reader>);

/// Starts the app in an element of a shadow root, with a packed story and the element's attributes.
#[wasm_bindgen]
pub fn mount(root: Element, story: &[u8], options: JsValue) -> Result<App, JsError> {
    // Yew's own hook would print a stack; the script reports what ends the app.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let story = unpack(story)?;
    let options = serde_wasm_bindgen::from_value(options).unwrap_or_default();
    style::adopt(&root);
    Ok(App(yew::Renderer::with_root_and_props(root, ReaderProps { story, options }).render()))
}

#[wasm_bindgen]
impl App {
    /// Takes the attributes that changed.
    pub fn update(&self, options: JsValue) {
        if let Ok(options) = serde_wasm_bindgen::from_value(options) {
            self.0.send_message(Message::Options(options));
        }
    }

    /// Shows another packed story.
    pub fn load(&self, story: &[u8]) -> Result<(), JsError> {
        self.0.send_message(Message::Story(unpack(story)?));
        Ok(())
    }

    /// Ends it.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

fn unpack(story: &[u8]) -> Result<Rc<Story>, JsError> {
    match framing_reader_story::unpack(story) {
        Ok(story) if !story.documents.is_empty() => Ok(Rc::new(story)),
        Ok(_) => Err(JsError::new("expected a story with documents, found one without")),
        Err(error) => Err(JsError::new(&error.to_string())),
    }
}
