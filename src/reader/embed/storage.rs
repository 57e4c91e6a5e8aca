//! What the reader's browser remembers: how cards open, light or dark. A browser that refuses is not asked again.

use web_sys::{Storage, Window};

/// Keys, under the element's name.
pub(crate) const CARDS: &str = "framing-reader:cards";
pub(crate) const THEME: &str = "framing-reader:theme";

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}

/// What was remembered.
pub(crate) fn read(window: &Window, key: &str) -> Option<String> {
    storage(window)?.get_item(key).ok()?
}

/// Remembers a word.
pub(crate) fn write(window: &Window, key: &str, word: &str) {
    if let Some(storage) = storage(window) {
        // A full or forbidden storage forgets; nothing else depends on it.
        let _ = storage.set_item(key, word);
    }
}
