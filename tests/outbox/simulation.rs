//! Tabs, their storage, a lock, a clock and a server, under whatever happens to
//! them: nothing is lost, nothing is doubled, nothing is claimed that is not so.
//!
//! What runs is [`DeliveryLoop`] itself, as in the browser: each tab has its own, and
//! goes on by one step of it at a time.
//!
//! Each run is made of one number, and one that fails tells what happened in it
//! and how to make it again. `CAMPAIGN_WIDGET_RUNS=100000` makes more of them.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::disk::{Disk, View};
use super::random::Random;
use super::servers::Server;
use super::{ID, ms, now, post, until};
use campaign_widget::outbox::{
    Answer, DeliveryLoop, Entry, Environment, Outbox, State, StoredOutbox, Turn,
};
use chrono::{DateTime, TimeDelta, Utc};

/// How many runs, and of how many events each.
const RUNS: u64 = 2_000;
const EVENTS: u32 = 250;

/// How many posts the person has.
const POSTS: usize = 6;

/// What all tabs share: the time, the lock, the server.
struct Site {
    random: Random,
    now: DateTime<Utc>,
    /// Who holds the lock; false where the browser has no locks.
    has_locks: bool,
    holder: Option<Rc<Cell<bool>>>,
    server: Server,
    /// Every key under which a post was sent.
    sent: BTreeMap<String, BTreeSet<String>>,
}

/// What the loop of one tab sees of the world.
struct Page {
    site: Rc<RefCell<Site>>,
    /// How wrong its clock is.
    error: Rc<Cell<TimeDelta>>,
    /// What it is sending.
    sends: Rc<RefCell<Option<Entry>>>,
}

/// The lock, as a tab holds it.
struct Place {
    site: Rc<RefCell<Site>>,
    is_alone: bool,
    is_lost: Rc<Cell<bool>>,
}

impl Turn for Place {
    fn is_alone(&self) -> bool {
        self.is_alone
    }

    fn is_lost(&self) -> bool {
        self.is_lost.get()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut site = self.site.borrow_mut();
        if site.holder.as_ref().is_some_and(|holder| Rc::ptr_eq(holder, &self.is_lost)) {
            site.holder = None;
        }
    }
}

impl Environment for Page {
    type Turn = Place;

    fn now(&self) -> DateTime<Utc> {
        self.site.borrow().now + self.error.get()
    }

    fn random(&self) -> u32 {
        (self.site.borrow_mut().random.next() >> 32) as u32
    }

    async fn sleep(&self, milliseconds: u32) {
        let end = self.site.borrow().now + ms(milliseconds.into());
        poll_fn(|_| match self.site.borrow().now >= end {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
        .await;
    }

    async fn turn(&self, is_stalled: impl Fn() -> bool) -> Place {
        poll_fn(|_| {
            // Asks for the time, too.
            let is_stalled = is_stalled();
            let mut site = self.site.borrow_mut();
            let is_lost = Rc::new(Cell::new(false));
            let is_taken = site.holder.is_some();
            if !site.has_locks {
                return Poll::Ready(Place { site: self.site.clone(), is_alone: false, is_lost });
            }
            if is_taken && !(is_stalled && site.random.one_in(3)) {
                return Poll::Pending;
            }
            let before = site.holder.replace(is_lost.clone());
            before.iter().for_each(|before| before.set(true));
            Poll::Ready(Place { site: self.site.clone(), is_alone: !is_taken, is_lost })
        })
        .await
    }

    /// First the request is about to go, then it is out, then the answer is back.
    async fn send(&self, entry: &Entry) -> Answer {
        self.sends.replace(Some(entry.clone()));
        rest().await;
        let answer = {
            let site = &mut *self.site.borrow_mut();
            site.sent.entry(entry.post_id.clone()).or_default().insert(entry.key.clone());
            site.server.take(entry, site.now, &mut site.random)
        };
        rest().await;
        self.sends.replace(None);
        answer
    }

    fn changed(&self, outbox: &Outbox, entry: Option<&Entry>) {
        let site = self.site.borrow();
        for entry in outbox.entries().chain(entry) {
            assert!(
                entry.state != State::Delivered || site.server.has(&entry.post_id),
                "a success that nobody saw is shown: {entry:?}"
            );
        }
    }

    fn tell_other_tabs(&self) {}
}

/// Lets something else happen.
async fn rest() {
    let mut has_rested = false;
    poll_fn(|_| match std::mem::replace(&mut has_rested, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

struct Tab {
    delivery: Rc<DeliveryLoop<View, Page>>,
    task: Pin<Box<dyn Future<Output = ()>>>,
    view: View,
    sends: Rc<RefCell<Option<Entry>>>,
    is_frozen: bool,
    error: Rc<Cell<TimeDelta>>,
}

impl Tab {
    fn step(&mut self) {
        let _ = self.task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    }

    /// Sees what other processes have stored, and is told of it.
    fn catch_up(&self) {
        self.view.catch_up();
        self.delivery.refresh();
    }
}

struct World {
    seed: u64,
    /// Decides what happens next; the site has a generator of its own.
    random: Random,
    disk: Rc<RefCell<Disk>>,
    site: Rc<RefCell<Site>>,
    tabs: Vec<Tab>,
    keys_made: u32,
    /// Posts that the person handed in and has neither removed nor taken to the
    /// form since.
    wanted: BTreeSet<String>,
    /// Posts whose key not every page could know, for the storage was cleared or
    /// full; of which the person was told.
    excused: BTreeSet<String>,
    story: Vec<String>,
}

impl World {
    fn new(seed: u64) -> World {
        let mut random = Random::new(seed);
        let has_locks = !random.one_in(4);
        let server = Server::any(&mut random);
        let (sent, holder) = (BTreeMap::new(), None);
        let of_site = Random::new(random.next());
        let site = Site { random: of_site, now: now(), has_locks, holder, server, sent };
        let mut world = World {
            seed,
            random,
            disk: Rc::default(),
            site: Rc::new(RefCell::new(site)),
            tabs: Vec::new(),
            keys_made: 0,
            wanted: BTreeSet::new(),
            excused: BTreeSet::new(),
            story: Vec::new(),
        };
        let manner = world.site.borrow().server.manner;
        world.tell(format!("the server is {manner:?}, and there are locks: {has_locks}"));
        world.open();
        world
    }

    fn tell(&mut self, event: String) {
        self.story.push(event);
    }

    fn open(&mut self) {
        let view = View::of(&self.disk);
        let error = match self.random.below(6) {
            0 => ms(self.random.below(2_000) as i64),
            1 => ms(-(self.random.below(2_000) as i64)),
            _ => TimeDelta::zero(),
        };
        let (error, sends) = (Rc::new(Cell::new(error)), Rc::default());
        let page = Page { site: self.site.clone(), error: error.clone(), sends: Rc::clone(&sends) };
        let delivery = Rc::new(DeliveryLoop::new(view.clone(), page, Some(until())));
        delivery.take_up();
        let runs = delivery.clone();
        let task = Box::pin(async move { runs.run().await });
        self.tabs.push(Tab { delivery, task, view, sends, is_frozen: false, error });
        self.tell(format!("a tab opens: {}", self.tabs.len()));
    }

    fn any_tab(&mut self) -> Option<usize> {
        let awake: Vec<usize> =
            (0..self.tabs.len()).filter(|&tab| !self.tabs[tab].is_frozen).collect();
        (!awake.is_empty()).then(|| awake[self.random.below(awake.len())])
    }

    fn time(&self, tab: usize) -> DateTime<Utc> {
        self.site.borrow().now + self.tabs[tab].error.get()
    }

    fn is_stored_at_server(&self, post: &str) -> bool {
        self.site.borrow().server.has(post)
    }

    /// A tab dies, whatever it is doing; its lock is free.
    fn close(&mut self, tab: usize) {
        let sends = self.tabs[tab].sends.borrow().as_ref().map(|entry| entry.key.clone());
        self.tell(format!("tab {tab} dies, sending {sends:?}"));
        // It has said that this would not outlive it.
        let refused = self.tabs.remove(tab).view.refused();
        self.disk.borrow_mut().lacks.extend(refused.into_iter().map(|(id, _)| id));
        self.excuse_what_is_forgotten();
    }

    /// What neither a new page nor any open one lists any more.
    fn excuse_what_is_forgotten(&mut self) {
        let fresh = StoredOutbox::new(View::of(&self.disk)).load();
        let open = self.tabs.iter().map(|tab| tab.delivery.outbox());
        let listed: BTreeSet<String> = open
            .chain([fresh])
            .flat_map(|list| list.entries().map(|entry| entry.post_id.clone()).collect::<Vec<_>>())
            .collect();
        let gone: Vec<String> = self.wanted.difference(&listed).cloned().collect();
        for post in gone {
            self.wanted.remove(&post);
            // What has arrived may go from the list with the storage.
            if !self.is_stored_at_server(&post) {
                assert!(self.disk.borrow().lacks.contains(&post), "{post} is lost");
            }
            self.excused.insert(post);
        }
    }

    /// Whether another page has this post under another key, on its list or on
    /// the way.
    fn is_known_elsewhere(&self, post: &str, key: &str) -> bool {
        let is_other = |entry: &Entry| entry.post_id == post && entry.key != key;
        self.site.borrow().sent.get(post).is_some_and(|keys| !keys.contains(key))
            || self.tabs.iter().any(|tab| {
                tab.delivery.outbox().entries().any(is_other)
                    || tab.sends.borrow().as_ref().is_some_and(is_other)
            })
    }

    fn person(&mut self, tab: usize) {
        let n = self.random.below(POSTS) as u64;
        let id = (ID + n).to_string();
        let now = self.time(tab);
        let delivery = self.tabs[tab].delivery.clone();
        let entry = delivery.outbox().entries().find(|entry| entry.post_id == id).cloned();
        let Some(entry) = entry else {
            self.keys_made += 1;
            let key = format!("key-{}", self.keys_made);
            self.tell(format!("tab {tab}: hands in {n} under {key}"));
            let added = delivery.change(|outbox| outbox.add(&post(ID + n), key.clone(), now));
            if added.is_ok() {
                self.wanted.insert(id.clone());
            }
            let was_cleared = self.disk.borrow().lacks.contains(&id);
            if added == Ok(key.clone()) && (was_cleared || self.is_known_elsewhere(&id, &key)) {
                self.excused.insert(id);
            }
            return;
        };
        let key = entry.key.as_str();
        let choice = self.random.below(8);
        match choice {
            0 => {
                delivery.change(|outbox| outbox.remove(key, now));
                self.wanted.remove(&id);
            }
            1 => {
                delivery.change(|outbox| outbox.submit_by_hand(key, now));
                self.wanted.remove(&id);
            }
            2..=4 => {
                delivery.change(|outbox| outbox.retry_now(key, now));
                self.wanted.insert(id);
            }
            5 => {
                // Removes it and thinks better of it.
                delivery.change(|outbox| outbox.remove(key, now));
                delivery.change(|outbox| outbox.restore(key));
            }
            _ => {
                let _ = delivery.change(|outbox| outbox.add(&post(ID + n), "unused".into(), now));
                self.wanted.insert(id);
            }
        }
        self.tell(format!("tab {tab}: the person does {choice} to {n}"));
    }

    fn pass(&self, time: TimeDelta) {
        self.site.borrow_mut().now += time;
    }

    fn happen(&mut self) {
        let Some(tab) = self.any_tab() else {
            if self.tabs.is_empty() || self.random.one_in(2) {
                return self.open();
            }
            return self.thaw();
        };
        match self.random.below(100) {
            0..=9 => {
                // News take milliseconds, a person longer.
                self.spread_the_news();
                self.person(tab);
                self.spread_the_news();
            }
            10..=64 => {
                self.tabs[tab].step();
                let sends = self.tabs[tab].sends.borrow().as_ref().map(|entry| entry.key.clone());
                self.tell(format!("tab {tab} goes on, sending {sends:?}"));
            }
            65..=74 => {
                let time = ms(self.random.below(40_000) as i64);
                self.pass(time);
            }
            75..=79 => self.spread_the_news(),
            80..=83 => self.close(tab),
            84..=86 if self.tabs.len() < 5 => self.open(),
            87..=88 => {
                self.tell(format!("tab {tab} is frozen"));
                self.tabs[tab].is_frozen = true;
            }
            89..=90 => self.thaw(),
            91 => {
                self.tell("the storage is cleared".into());
                self.disk.borrow_mut().clear();
                self.spread_the_news();
                self.excuse_what_is_forgotten();
            }
            92 => {
                let is_full = self.random.one_in(2);
                self.tell(format!("the storage is full: {is_full}"));
                self.disk.borrow_mut().is_full = is_full;
            }
            93 => {
                let jump = self.random.below(172_800_000) as i64 - 86_400_000;
                self.tell(format!("the clock of tab {tab} jumps by {jump} ms"));
                self.tabs[tab].error.set(ms(jump));
            }
            94 => self.tabs[tab].error.set(TimeDelta::zero()),
            95 => self.site.borrow_mut().server.is_down = self.random.one_in(2),
            96 => self.tabs[tab].delivery.keep(),
            _ => self.tabs[tab].delivery.wake(),
        }
    }

    fn spread_the_news(&self) {
        self.tabs.iter().filter(|tab| !tab.is_frozen).for_each(Tab::catch_up);
    }

    fn thaw(&mut self) {
        self.tell("all tabs go on".into());
        self.tabs.iter_mut().for_each(|tab| tab.is_frozen = false);
        self.spread_the_news();
    }

    fn check(&self) {
        for tab in &self.tabs {
            for entry in tab.delivery.outbox().entries() {
                assert!(
                    entry.state != State::Delivered || self.is_stored_at_server(&entry.post_id),
                    "a success that nobody saw: {entry:?}"
                );
                let waits = matches!(entry.state, State::Waiting | State::Sending);
                assert_eq!(entry.next_attempt_at.is_some(), waits, "{entry:?}");
                let rests = !waits && entry.state != State::Queued;
                assert_eq!(entry.settled_at.is_some(), rests, "{entry:?}");
            }
        }
        for (post, keys) in &self.site.borrow().sent {
            let is_one = keys.len() == 1 || self.excused.contains(post);
            assert!(is_one, "{post} was sent as several submissions: {keys:?}");
        }
    }

    /// All is well at last: one tab, the true time, a server that can work. The
    /// person asks again for what was refused or left unconfirmed.
    fn end(&mut self) {
        self.disk.borrow_mut().is_full = false;
        self.thaw();
        self.site.borrow_mut().server.heal();
        self.tabs.iter().for_each(|tab| tab.error.set(TimeDelta::zero()));
        self.spread_the_news();
        while !self.tabs.is_empty() {
            self.close(0);
        }
        self.open();
        self.tabs[0].error.set(TimeDelta::zero());
        self.run_until_nothing_is_on_its_way();
        let list = self.tabs[0].delivery.outbox();
        let held: Vec<&str> = list.entries().map(|entry| entry.post_id.as_str()).collect();
        let once: BTreeSet<&str> = held.iter().copied().collect();
        assert_eq!(once.len(), held.len(), "a link is there twice");
        for post in &self.wanted {
            assert!(once.contains(post.as_str()), "{post} is lost");
        }
        let now = self.time(0);
        for entry in list.entries().filter(|entry| self.wanted.contains(&entry.post_id)) {
            self.tabs[0].delivery.change(|outbox| outbox.retry_now(&entry.key, now));
        }
        self.run_until_nothing_is_on_its_way();
        self.check();
        let site = self.site.borrow();
        let list = self.tabs[0].delivery.outbox();
        for entry in list.entries().filter(|e| self.wanted.contains(&e.post_id)) {
            assert!(site.server.allows_at_last(entry), "{entry:?}");
            let rows = site.server.rows.iter().filter(|(_, row)| *row == entry.post_id).count();
            let is_one = rows <= 1 || self.excused.contains(&entry.post_id);
            assert!(is_one, "{} has {rows} rows", entry.post_id);
        }
    }

    /// The only tab delivers by itself whatever there is.
    fn run_until_nothing_is_on_its_way(&mut self) {
        for _ in 0..3_000 {
            self.tabs[0].step();
            if self.tabs[0].delivery.outbox().on_their_way(until(), self.time(0)).next().is_none() {
                return;
            }
            self.pass(ms(10_000));
        }
        panic!("it is not delivered: {:?}", self.tabs[0].delivery.outbox());
    }
}

impl Drop for World {
    /// Tells what happened in a run that failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.story.join("\n"));
            eprintln!("CAMPAIGN_WIDGET_SEED={} makes this run again", self.seed);
        }
    }
}

fn run(seed: u64) {
    let mut world = World::new(seed);
    for _ in 0..EVENTS / 10 {
        (0..10).for_each(|_| world.happen());
        // A false claim stays, and so does a second key.
        world.check();
    }
    world.end();
}

#[test]
fn nothing_is_lost_or_doubled_or_claimed_whatever_happens() {
    let number = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    match number("CAMPAIGN_WIDGET_SEED") {
        Some(seed) => run(seed),
        None => (0..number("CAMPAIGN_WIDGET_RUNS").unwrap_or(RUNS)).for_each(run),
    }
}
