//! One timer for every countdown on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::page::{self, Registration, Stage, is_hidden};
use super::timers::after;
use super::{active_card, device};
use crate::time::Reading;

/// Shows the time and gives how many milliseconds later it wants to be called
/// again.
type Show = Rc<dyn Fn() -> u32>;

#[derive(Default)]
struct Ticker {
    shows: Vec<(usize, Show)>,
    next_id: usize,
    timer: Option<Timeout>,
    /// What the clocks show when the timer is over in time.
    due: Option<Reading>,
    returns: Option<Registration>,
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
        let card = active_card::running();
        let show = move || {
            active_card::run_as(card);
            show()
        };
        let id = TICKER.with_borrow_mut(|ticker| {
            ticker.next_id += 1;
            ticker.shows.push((ticker.next_id, Rc::new(show)));
            ticker.next_id
        });
        if TICKER.with_borrow(|ticker| ticker.returns.is_none()) {
            let returns = page::on(Stage::Tick, run);
            TICKER.with_borrow_mut(|ticker| ticker.returns = Some(returns));
        }
        run();
        Tick(id)
    }
}

impl Drop for Tick {
    fn drop(&mut self) {
        let over = TICKER.with_borrow_mut(|ticker| {
            ticker.shows.retain(|(id, _)| *id != self.0);
            ticker.shows.is_empty().then(|| (ticker.timer.take(), ticker.returns.take()))
        });
        drop(over);
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
    let wait = next.map(|wait| wait + ROUNDING);
    TICKER.with_borrow_mut(|ticker| {
        ticker.due = wait.map(|wait| device::reading().plus(i64::from(wait)));
        ticker.timer = wait.map(|wait| after(wait, tick));
    });
}

/// The timer is over. When far more time has passed than it was set for, the
/// device has slept with the page in view, for which there is no event.
fn tick() {
    let due = TICKER.with_borrow(|ticker| ticker.due);
    match due.is_some_and(|due| device::reading().is_long_after(due)) && !is_hidden() {
        true => page::returned(),
        false => run(),
    }
}
