//! Whose code runs. All cards of a page share one module: should it trap, the
//! card to blame goes, and `element.js` lets the others go on in a new one.
//!
//! So what runs later, a timer, a listener, an effect or a request, says first
//! which card it belongs to: the one that it was made by.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;

thread_local! {
    static RUNNING: Cell<u32> = const { Cell::new(0) };
}

/// The number of the card whose code runs, or ran last.
pub fn running() -> u32 {
    RUNNING.get()
}

/// From here on the code of this card runs.
pub fn run_as(card: u32) {
    RUNNING.set(card);
}

/// What runs again and again runs as the card that sets it up.
pub fn each_time(mut run: Box<dyn FnMut()>) -> impl FnMut() {
    let card = running();
    move || {
        run_as(card);
        run();
    }
}

/// What takes a while runs as the card that starts it.
pub fn throughout(mut work: Pin<Box<dyn Future<Output = ()>>>) -> impl Future<Output = ()> {
    let card = running();
    poll_fn(move |context| {
        run_as(card);
        work.as_mut().poll(context)
    })
}
