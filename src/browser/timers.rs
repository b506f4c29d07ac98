//! Timers and listeners. Callbacks are boxed, since each type would be compiled
//! separately.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use web_sys::{Event, EventTarget};

use super::active_card;

/// Runs a callback after this many milliseconds, unless dropped before.
pub fn after(wait: u32, run: impl FnOnce() + 'static) -> Timeout {
    after_boxed(wait, Box::new(run))
}

fn after_boxed(wait: u32, run: Box<dyn FnOnce()>) -> Timeout {
    let card = active_card::running();
    Timeout::new(wait, move || {
        active_card::run_as(card);
        run();
    })
}

/// Runs a callback at each event until dropped. It may prevent the default
/// action.
pub fn listen(
    target: &EventTarget,
    event: &'static str,
    run: impl FnMut(&Event) + 'static,
) -> EventListener {
    listen_boxed(target, event, EventListenerPhase::Bubble, Box::new(run))
}

/// The same in the capture phase, before the targets inside.
pub fn listen_first(
    target: &EventTarget,
    event: &'static str,
    run: impl FnMut(&Event) + 'static,
) -> EventListener {
    listen_boxed(target, event, EventListenerPhase::Capture, Box::new(run))
}

fn listen_boxed(
    target: &EventTarget,
    event: &'static str,
    phase: EventListenerPhase,
    mut run: Box<dyn FnMut(&Event)>,
) -> EventListener {
    let card = active_card::running();
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(target, event, options, move |event| {
        active_card::run_as(card);
        run(event);
    })
}
