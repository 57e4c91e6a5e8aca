//! The events the element raises, by name and detail.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// What an event says.
pub(crate) enum Detail<'a> {
    /// The framing that is on now, or `none`.
    Framing(&'a str),
    /// The actor whose card it is.
    Actor(&'a str),
}

/// As an object with one member. Derived it would be the same, and bring a table of names that it has for objects with more: 500 bytes
/// of what every page loads (brotli -q 11).
impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([match self {
            Detail::Framing(id) => ("framing", id),
            Detail::Actor(id) => ("actor", id),
        }])
    }
}

/// Raises an event on the element: it bubbles, leaves shadow roots, and its detail has one member.
pub(crate) fn raise(host: &EventTarget, name: &str, detail: &Detail<'_>) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let objects = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    init.set_detail(&detail.serialize(&objects).unwrap_or(JsValue::NULL));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}
