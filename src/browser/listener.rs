//! Listening to events. Callbacks are boxed, since each type would be compiled
//! separately.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::active_card;

/// Runs a callback at each event until dropped. It may prevent the default
/// action.
pub fn listen(
    target: &EventTarget,
    event: &'static str,
    run: impl FnMut(&Event) + 'static,
) -> Listener {
    Listener::new(target, event, false, Box::new(run))
}

/// The same in the capture phase, before the targets inside.
pub fn listen_first(
    target: &EventTarget,
    event: &'static str,
    run: impl FnMut(&Event) + 'static,
) -> Listener {
    Listener::new(target, event, true, Box::new(run))
}

/// Hears an event until dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    /// Whether before the targets inside.
    is_first: bool,
    heard: Closure<dyn FnMut(&Event)>,
}

impl Listener {
    fn new(
        target: &EventTarget,
        event: &'static str,
        is_first: bool,
        mut run: Box<dyn FnMut(&Event)>,
    ) -> Listener {
        let card = active_card::running();
        let heard = Closure::new(move |event: &Event| {
            active_card::run_as(card);
            run(event);
        });
        let listener = Listener { target: target.clone(), event, is_first, heard };
        let callback = listener.heard.as_ref().unchecked_ref();
        // No browser refuses this.
        let _ = target.add_event_listener_with_callback_and_bool(event, callback, is_first);
        listener
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.heard.as_ref().unchecked_ref();
        let Listener { target, event, is_first, .. } = self;
        let _ = target.remove_event_listener_with_callback_and_bool(event, callback, *is_first);
    }
}
