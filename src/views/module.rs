//! The views as a module of their own in the browser, next to the page's.

use framing_reader_story::{Record, Story, pack};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

/// The views of one story.
#[wasm_bindgen]
pub struct Views {
    story: Story,
    record: Record,
}

#[wasm_bindgen]
impl Views {
    /// Of a packed story and its packed record.
    #[wasm_bindgen(constructor)]
    pub fn new(story: &[u8], record: &[u8]) -> Result<Views, JsError> {
        let failed = |error: pack::UnpackError| JsError::new(&error.to_string());
        Ok(Views { story: pack::unpack(story).map_err(failed)?, record: pack::unpack_record(record).map_err(failed)? })
    }

    /// The sheet of a path.
    pub fn draw(&self, path: &str) -> Vec<u8> {
        crate::draw(&self.story, &self.record, path)
    }
}

/// The styles these views need beside the page's.
#[wasm_bindgen]
pub fn styles() -> String {
    crate::STYLES.to_owned()
}
