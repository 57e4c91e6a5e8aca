//! The fragment of the page's address, for a host that lets the reader use it.

use wasm_bindgen::JsValue;
use web_sys::Window;

/// The fragment with its `#`; empty where there is none.
pub(crate) fn read(window: &Window) -> String {
    window.location().hash().unwrap_or_default()
}

/// Writes the fragment, as a new entry of the history or in place of the current one; the host's state stays in it.
pub(crate) fn write(window: &Window, fragment: &str, new_entry: bool) {
    let location = window.location();
    if read(window) == fragment {
        return;
    }
    // The whole path, because a `base` of the host would turn a bare fragment into another page.
    let mut address = location.pathname().unwrap_or_default();
    address.push_str(&location.search().unwrap_or_default());
    address.push_str(fragment);
    let Ok(history) = window.history() else { return };
    // A sandboxed page may refuse; then the address stays as it is.
    let _ = if new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(&address))
    };
}
