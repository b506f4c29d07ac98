//! One timer for every countdown on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;

use super::culprit;
use super::later::after;
use super::page::{is_hidden, on_return};

/// Shows the time and gives how many milliseconds later it wants to be called
/// again.
type Show = Rc<dyn Fn() -> u32>;

#[derive(Default)]
struct Ticker {
    shows: Vec<(usize, Show)>,
    next_id: usize,
    timer: Option<Timeout>,
    waking: Vec<EventListener>,
}

/// Clocks that were read a moment apart differ by their rounding, in milliseconds:
/// so late, all of them are in the same second, and no card needs a call of its
/// own.
const ROUNDING: u32 = 10;

thread_local! {
    static TICKER: RefCell<Ticker> = RefCell::default();
}

/// Keeps a countdown ticking; dropping it ends that.
pub struct Tick(usize);

impl Tick {
    /// Calls `show` now, whenever the time that it asks for has passed, and
    /// whenever the page comes back into view. Never while it is hidden.
    pub fn start(show: impl Fn() -> u32 + 'static) -> Tick {
        let card = culprit::running();
        let show = move || {
            culprit::run_as(card);
            show()
        };
        let id = TICKER.with_borrow_mut(|ticker| {
            ticker.next_id += 1;
            ticker.shows.push((ticker.next_id, Rc::new(show)));
            if ticker.waking.is_empty() {
                ticker.waking = on_return(run);
            }
            ticker.next_id
        });
        run();
        Tick(id)
    }
}

impl Drop for Tick {
    fn drop(&mut self) {
        TICKER.with_borrow_mut(|ticker| {
            ticker.shows.retain(|(id, _)| *id != self.0);
            if ticker.shows.is_empty() {
                ticker.timer = None;
                ticker.waking.clear();
            }
        });
    }
}

fn run() {
    // The list is copied, since a show may end a countdown or start one.
    let shows: Vec<Show> =
        TICKER.with_borrow(|ticker| ticker.shows.iter().map(|(_, show)| show.clone()).collect());
    let next = match is_hidden() {
        true => None,
        false => shows.iter().map(|show| show()).min(),
    };
    TICKER.with_borrow_mut(|ticker| ticker.timer = next.map(|wait| after(wait + ROUNDING, run)));
}
