//! The events the element raises, by name and detail.

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// What an event says.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Detail<'a> {
    /// The framing that is on now, or `none`.
    Framing(&'a str),
    /// The actor whose card it is.
    Actor(&'a str),
}

/// Raises an event on the element: it bubbles, leaves shadow roots, and its detail has one member.
pub(crate) fn raise(host: &EventTarget, name: &str, detail: &Detail<'_>) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&serde_wasm_bindgen::to_value(detail).unwrap_or(JsValue::NULL));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}
