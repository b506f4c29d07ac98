//! Timers and listeners. What they run is boxed, since a browser loads the code
//! of each type anew.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use web_sys::{Event, EventTarget};

use super::active_card;

/// Runs something after so many milliseconds, unless it is dropped before.
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

/// Runs something at each event, until it is dropped. It may prevent what the
/// browser would do.
pub fn listen(
    target: &EventTarget,
    event: &'static str,
    run: impl FnMut(&Event) + 'static,
) -> EventListener {
    listen_boxed(target, event, EventListenerPhase::Bubble, Box::new(run))
}

/// The same, but before whatever is inside the target hears of the event.
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
