//! Timers and listeners. Callbacks are boxed, since each type would be compiled
//! separately.

use gloo_timers::callback::Timeout;
use web_sys::{Event, EventTarget};

use super::active_card;
use super::listener::Listener;

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
