//! Listeners and timers that end when they are dropped.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Event, EventTarget};

/// One function that listens to several events of one target until it is dropped.
#[must_use = "a listener that is dropped hears nothing"]
pub(crate) struct Listener {
    target: EventTarget,
    events: &'static [&'static str],
    function: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens while events go down to their target, so that scrolling inside the page is heard too.
    pub(crate) fn new(target: EventTarget, events: &'static [&'static str], function: Box<dyn Fn(Event)>) -> Listener {
        let function = Closure::wrap(function);
        for event in events {
            let callback = function.as_ref().unchecked_ref();
            // Fails only for a callback that is none.
            let _ = target.add_event_listener_with_callback_and_bool(event, callback, true);
        }
        Listener { target, events, function }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in self.events {
            let callback = self.function.as_ref().unchecked_ref();
            let _ = self.target.remove_event_listener_with_callback_and_bool(event, callback, true);
        }
    }
}

/// A function that runs once after a while unless it is dropped before.
#[must_use = "a timer that is dropped never runs"]
pub(crate) struct Timer {
    id: i32,
    _function: Closure<dyn Fn()>,
}

impl Timer {
    /// Waits so many ms.
    pub(crate) fn new(delay: u32, function: Box<dyn Fn()>) -> Option<Timer> {
        let function = Closure::wrap(function);
        let callback = function.as_ref().unchecked_ref();
        let delay = delay.try_into().unwrap_or(i32::MAX);
        let id = web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(callback, delay).ok()?;
        Some(Timer { id, _function: function })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
