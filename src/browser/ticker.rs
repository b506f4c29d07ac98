//! One timer for every countdown on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::page::{self, Registration, Stage, is_hidden};
use super::timers::after;
use super::{active_card, device};
use crate::time::Reading;

/// Shows the time and returns in how many milliseconds to call it again.
type Show = Rc<dyn Fn() -> u32>;

#[derive(Default)]
struct Ticker {
    shows: Vec<(usize, Show)>,
    next_id: usize,
    timer: Option<Timeout>,
    /// The clocks' expected reading when the timer fires.
    due: Option<Reading>,
    returns: Option<Registration>,
}

/// The difference by rounding between clocks that are read a moment apart, in
/// milliseconds: after that delay all of them show the same second, and cards
/// share one call.
const ROUNDING: u32 = 10;

thread_local! {
    static TICKER: RefCell<Ticker> = RefCell::default();
}

/// Keeps a countdown ticking until dropped.
pub struct Tick(usize);

impl Tick {
    /// Calls `show` now, after each wait that it returns, and whenever the page
    /// becomes visible. Never while the page is hidden.
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
    // The list is copied, since `show` may stop or start a countdown.
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

/// Runs when the timer fires. If far more time has passed, the device has slept
/// with the page visible, for which there is no event.
fn tick() {
    let due = TICKER.with_borrow(|ticker| ticker.due);
    match due.is_some_and(|due| device::reading().is_long_after(due)) && !is_hidden() {
        true => page::returned(),
        false => run(),
    }
}
