//! The card whose code runs. All cards of a page share one module: if it traps,
//! only the card that caused it is removed, and `element.js` restarts the
//! others in a new module.
//!
//! So timers, listeners, effects and requests run as the card that created
//! them.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;

thread_local! {
    static RUNNING: Cell<u32> = const { Cell::new(0) };
}

/// Returns the number of the card whose code runs, or ran last.
pub fn running() -> u32 {
    RUNNING.get()
}

/// Marks this card as running.
pub fn run_as(card: u32) {
    RUNNING.set(card);
}

/// Makes a callback run as the card that creates it.
pub fn each_time(mut run: Box<dyn FnMut()>) -> impl FnMut() {
    let card = running();
    move || {
        run_as(card);
        run();
    }
}

/// Makes a future run as the card that starts it.
pub fn throughout(mut work: Pin<Box<dyn Future<Output = ()>>>) -> impl Future<Output = ()> {
    let card = running();
    poll_fn(move |context| {
        run_as(card);
        work.as_mut().poll(context)
    })
}
