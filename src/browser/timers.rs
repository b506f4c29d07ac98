//! Timers. Callbacks are boxed, since each type would be compiled separately.

use gloo_timers::callback::Timeout;

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
