//! The events the element raises, by name and detail.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Raises an event on the element: it bubbles, leaves shadow roots, and its detail has one member.
pub(crate) fn raise(host: &EventTarget, name: &str, (key, value): (&str, &str)) {
    let detail = Object::new();
    // Setting a member of a new plain object cannot fail.
    let _ = Reflect::set(&detail, &key.into(), &value.into());
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}
