//! Delivering what is in the outbox, one link at a time, until all is done.
//!
//! The loop does nothing by itself that a test could not do as well: time, lock,
//! network and storage come from an [`Environment`]. In the browser that is the
//! page; in `tests/outbox/simulation.rs` it is a world of tabs, deaths and clocks,
//! which runs this very code.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Poll, Waker};

use chrono::{DateTime, Utc};

use super::{Answer, Entry, Outbox, StoredOutbox};
use crate::json::Store;

/// How long until a tab looks again, at most, while something is to be delivered,
/// in milliseconds: clocks are put right, and devices sleep.
const LONGEST_WAIT_MS: i64 = 10_000;

/// What the delivery loop of one card needs of a browser, beside a store.
pub trait Environment {
    /// A place in the line of tabs whose turn has come. Dropping it lets the next
    /// tab go on, once that can see what this one has stored.
    type Turn: Turn;

    /// The true time.
    fn now(&self) -> DateTime<Utc>;

    /// A number that is uniform over all of `u32`.
    fn random(&self) -> u32;

    /// Comes back after so many milliseconds.
    fn sleep(&self, milliseconds: u32) -> impl Future<Output = ()>;

    /// Comes back when it is this tab's turn to deliver: when no other tab
    /// does, or when the one that does `is_stalled` for a while.
    fn turn(&self, is_stalled: impl Fn() -> bool) -> impl Future<Output = Self::Turn>;

    /// Sends an entry, and gives the answer. Dropping the future ends the request.
    fn send(&self, entry: &Entry) -> impl Future<Output = Answer>;

    /// Told after every change: the whole outbox, and the entry that reached
    /// another state, if it was one.
    fn changed(&self, outbox: &Outbox, entry: Option<&Entry>);

    /// Tells the other tabs that something was stored.
    fn tell_other_tabs(&self);
}

/// What a tab knows of its turn.
pub trait Turn {
    /// Whether nobody else can be delivering. Not so where the turn was taken from
    /// a frozen tab, or where there is no lock.
    fn is_alone(&self) -> bool;

    /// Whether another tab has taken the turn since.
    fn is_lost(&self) -> bool;
}

/// The outbox of one card, and its delivery.
pub struct DeliveryLoop<S, E> {
    outbox: StoredOutbox<S>,
    environment: E,
    /// When the campaign stops taking links; `None` where there is no endpoint to
    /// deliver to, and the outbox is only kept.
    until: Option<DateTime<Utc>>,
    news: News,
    /// Whether to line up although nothing is due: what a tab that has died was
    /// sending is due once this one is alone.
    lines_up: Cell<bool>,
    is_stopped: Cell<bool>,
}

impl<S: Store, E: Environment> DeliveryLoop<S, E> {
    /// Nothing is taken up yet.
    pub fn new(store: S, environment: E, until: Option<DateTime<Utc>>) -> DeliveryLoop<S, E> {
        let outbox = StoredOutbox::new(store);
        let (news, is_stopped) = (News::default(), Cell::new(false));
        DeliveryLoop { outbox, environment, until, news, lines_up: Cell::new(true), is_stopped }
    }

    /// Takes up whatever is left from before.
    pub fn take_up(&self) {
        let now = self.environment.now();
        self.update(|outbox| outbox.forget_removed(now));
        self.show(None);
    }

    /// Delivers whatever is due, whenever it is, until dropped.
    pub async fn run(&self) {
        while !self.is_stopped.get() {
            self.wait_for_work().await;
            let is_stalled = || {
                let now = self.environment.now();
                self.until.is_some_and(|until| self.outbox.load().is_stalled(until, now))
            };
            let turn = self.environment.turn(is_stalled).await;
            self.deliver_all(&turn).await;
            self.lines_up.set(false);
        }
    }

    /// Changes the outbox, and delivers what is due after that.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let result = self.update(change);
        self.show(None);
        self.set_off();
        result
    }

    /// The connection may be back.
    pub fn wake(&self) {
        let now = self.environment.now();
        self.update(|outbox| outbox.wake(now));
        self.set_off();
    }

    /// Another tab has changed the outbox, or the store was cleared.
    pub fn refresh(&self) {
        self.keep();
        self.show(None);
        // Whoever wrote may be gone when it falls due.
        self.news.arrive();
    }

    /// Stores what the store lacks: it may have been cleared, which the page that
    /// does so is not told.
    pub fn keep(&self) {
        self.update(|_| ());
    }

    /// What is in the outbox now.
    pub fn outbox(&self) -> Outbox {
        self.outbox.load()
    }

    /// Ends the loop at once, also where it is in the middle of telling the page
    /// of a change.
    pub fn stop(&self) {
        self.is_stopped.set(true);
    }

    fn update<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let (result, is_written) = self.outbox.change(change);
        if is_written {
            self.environment.tell_other_tabs();
        }
        result
    }

    fn show(&self, entry: Option<&Entry>) {
        if !self.is_stopped.get() {
            self.environment.changed(&self.outbox.load(), entry);
        }
    }

    fn set_off(&self) {
        self.lines_up.set(true);
        self.news.arrive();
    }

    /// Comes back when something is due, or may be. Where nothing is on its way, a
    /// card lines up for no lock and sets no timer.
    async fn wait_for_work(&self) {
        loop {
            let (outbox, now) = (self.outbox.load(), self.environment.now());
            let until = self.until.filter(|_| outbox.entries().any(Entry::is_on_its_way));
            let Some(until) = until else {
                self.news.wait(None).await;
                continue;
            };
            if self.lines_up.get() || outbox.due(until, now).is_some() {
                return;
            }
            let next = outbox.next_wake(until, now);
            let wait = next.map_or(LONGEST_WAIT_MS, |next| (next - now).num_milliseconds());
            let wait = u32::try_from(wait.clamp(0, LONGEST_WAIT_MS)).unwrap_or_default();
            self.news.wait(Some(pin!(self.environment.sleep(wait)))).await;
        }
    }

    async fn deliver_all(&self, turn: &E::Turn) {
        let Some(until) = self.until else { return };
        let goes_on = || !self.is_stopped.get() && !turn.is_lost();
        if !goes_on() {
            return;
        }
        if turn.is_alone() {
            let now = self.environment.now();
            self.update(|outbox| outbox.take_over(now));
        }
        self.show(None);
        while goes_on() {
            let now = self.environment.now();
            let begun = self.update(|outbox| {
                let key = outbox.due(until, now)?.to_owned();
                outbox.begin(&key, until, now).cloned()
            });
            let Some(entry) = begun else { return };
            self.show(Some(&entry));
            // The page may have taken the card down at that news.
            if goes_on() {
                let answer = self.environment.send(&entry).await;
                self.settle(&entry, &answer);
            }
        }
    }

    fn settle(&self, sent: &Entry, answer: &Answer) {
        let (now, random) = (self.environment.now(), self.environment.random());
        let settled = self.update(|outbox| outbox.settle(sent, answer, now, random).cloned());
        self.show(settled.as_ref());
    }
}

/// That something has happened.
#[derive(Default)]
struct News {
    has_come: Cell<bool>,
    waiting: RefCell<Option<Waker>>,
}

impl News {
    fn arrive(&self) {
        self.has_come.set(true);
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }

    /// Comes back when there are news, or when `timer` is over.
    async fn wait(&self, mut timer: Option<Pin<&mut dyn Future<Output = ()>>>) {
        poll_fn(|context| {
            let is_over =
                timer.as_mut().is_some_and(|timer| timer.as_mut().poll(context).is_ready());
            if is_over || self.has_come.take() {
                return Poll::Ready(());
            }
            self.waiting.replace(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }
}
