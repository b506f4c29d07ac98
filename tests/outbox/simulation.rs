//! Tabs, their storage, a lock, a clock and a server, under whatever happens to
//! them: nothing is lost, nothing is doubled, nothing is claimed that is not so.
//!
//! Each run is made of one number, and one that fails tells what happened in it
//! and how to make it again. `CAMPAIGN_WIDGET_RUNS=100000` makes more of them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt;
use std::rc::Rc;

use super::random::Random;
use super::servers::Server;
use super::{ID, ms, now, post, until};
use campaign_widget::campaign::Json;
use campaign_widget::outbox::{Answer, Entry, Kept, Outbox, State, Store};
use chrono::{DateTime, TimeDelta, Utc};

/// How many runs, and of how many events each.
const RUNS: u64 = 2_000;
const EVENTS: u32 = 250;

/// How many posts the person has.
const POSTS: usize = 6;

/// What the browser keeps for the site, and what each of its processes has seen
/// of that so far.
#[derive(Default)]
struct Disk {
    kept: BTreeMap<String, Rc<Json>>,
    is_full: bool,
    /// Posts that it refused to keep, or was cleared of, and has not again.
    lacks: BTreeSet<String>,
}

impl Disk {
    fn clear(&mut self) {
        self.lacks.extend(std::mem::take(&mut self.kept).into_keys());
    }
}

/// One tab's view of the storage: a snapshot, until the news of what other
/// processes wrote arrives.
#[derive(Clone)]
struct View {
    disk: Rc<RefCell<Disk>>,
    seen: Rc<RefCell<BTreeMap<String, Rc<Json>>>>,
    /// What the browser refused to keep.
    memory: Rc<RefCell<BTreeMap<String, Rc<Json>>>>,
}

impl View {
    fn of(disk: &Rc<RefCell<Disk>>) -> View {
        let seen = disk.borrow().kept.clone();
        View { disk: disk.clone(), seen: Rc::new(RefCell::new(seen)), memory: Rc::default() }
    }

    fn catch_up(&self) {
        *self.seen.borrow_mut() = self.disk.borrow().kept.clone();
    }
}

impl Store for View {
    fn ids(&self) -> Vec<String> {
        let (seen, memory) = (self.seen.borrow(), self.memory.borrow());
        seen.keys().chain(memory.keys()).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn get(&self, id: &str) -> Option<Json> {
        let (seen, memory) = (self.seen.borrow(), self.memory.borrow());
        memory.get(id).or_else(|| seen.get(id)).map(|entry| (**entry).clone())
    }

    fn put(&self, id: &str, entry: &Json) {
        let (mut memory, mut disk) = (self.memory.borrow_mut(), self.disk.borrow_mut());
        if disk.is_full {
            disk.lacks.insert(id.to_owned());
            memory.insert(id.to_owned(), Rc::new(entry.clone()));
            return;
        }
        memory.remove(id);
        disk.lacks.remove(id);
        let entry = Rc::new(entry.clone());
        self.seen.borrow_mut().insert(id.to_owned(), entry.clone());
        disk.kept.insert(id.to_owned(), entry);
    }

    fn forget(&self, id: &str) {
        self.memory.borrow_mut().remove(id);
        self.seen.borrow_mut().remove(id);
        self.disk.borrow_mut().kept.remove(id);
    }
}

/// How far a tab is with its round.
enum Round {
    Idle,
    /// In line for the lock.
    Waiting,
    /// Holds the lock, or has none to hold.
    Ready,
    /// Stored that it sends, and has not sent.
    Begun(Entry),
    /// The request is out; this will come back.
    Sent(Entry, Answer),
    /// The answer is there and not stored.
    Answered(Entry, Answer),
}

impl Round {
    /// What is being sent.
    fn entry(&self) -> Option<&Entry> {
        match self {
            Round::Begun(entry) | Round::Sent(entry, _) | Round::Answered(entry, _) => Some(entry),
            Round::Idle | Round::Waiting | Round::Ready => None,
        }
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Round::Idle => write!(f, "idle"),
            Round::Waiting => write!(f, "in line"),
            Round::Ready => write!(f, "ready"),
            Round::Begun(entry) => write!(f, "about to send {}", entry.key),
            Round::Sent(entry, answer) => write!(f, "sent {}, {answer:?}", entry.key),
            Round::Answered(entry, answer) => write!(f, "answered {}, {answer:?}", entry.key),
        }
    }
}

struct Tab {
    kept: Kept<View>,
    view: View,
    round: Round,
    is_frozen: bool,
    /// How wrong its clock is.
    error: TimeDelta,
}

struct World {
    seed: u64,
    random: Random,
    disk: Rc<RefCell<Disk>>,
    tabs: Vec<Tab>,
    /// Who holds the lock: none where the browser has no locks.
    has_locks: bool,
    holder: Option<usize>,
    server: Server,
    now: DateTime<Utc>,
    keys_made: u32,
    /// Posts that the person handed in and has neither removed nor taken to the
    /// form since.
    wanted: BTreeSet<String>,
    /// Posts whose key not every page could know, for the storage was cleared or
    /// full; of which the person was told.
    excused: BTreeSet<String>,
    /// Every key under which a post was sent.
    sent: BTreeMap<String, BTreeSet<String>>,
    story: Vec<String>,
}

impl World {
    fn new(seed: u64) -> World {
        let mut random = Random::new(seed);
        let has_locks = !random.one_in(4);
        let server = Server::any(&mut random);
        let mut world = World {
            seed,
            random,
            disk: Rc::default(),
            tabs: Vec::new(),
            has_locks,
            holder: None,
            server,
            now: now(),
            keys_made: 0,
            wanted: BTreeSet::new(),
            excused: BTreeSet::new(),
            sent: BTreeMap::new(),
            story: Vec::new(),
        };
        world.tell(format!("the server is {:?}", world.server.manner));
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
        let kept = Kept::in_store(view.clone());
        self.tabs.push(Tab { kept, view, round: Round::Idle, is_frozen: false, error });
        self.tell(format!("a tab opens: {}", self.tabs.len()));
    }

    fn any_tab(&mut self) -> Option<usize> {
        let awake: Vec<usize> =
            (0..self.tabs.len()).filter(|&tab| !self.tabs[tab].is_frozen).collect();
        (!awake.is_empty()).then(|| awake[self.random.below(awake.len())])
    }

    fn time(&self, tab: usize) -> DateTime<Utc> {
        self.now + self.tabs[tab].error
    }

    /// A tab dies, whatever it is doing; its lock is free.
    fn close(&mut self, tab: usize) {
        self.tell(format!("tab {tab} dies: {}", self.tabs[tab].round));
        // It has said that this would not outlive it.
        let memory = self.tabs.remove(tab).view.memory.take();
        self.disk.borrow_mut().lacks.extend(memory.into_keys());
        self.holder = match self.holder {
            Some(holder) if holder == tab => None,
            Some(holder) if holder > tab => Some(holder - 1),
            holder => holder,
        };
        self.excuse_what_is_forgotten();
    }

    /// What neither a new page nor any open one lists any more.
    fn excuse_what_is_forgotten(&mut self) {
        let fresh = Kept::in_store(View::of(&self.disk)).load();
        let open = self.tabs.iter().map(|tab| tab.kept.load());
        let listed: BTreeSet<String> = open
            .chain([fresh])
            .flat_map(|list| list.entries().map(|entry| entry.post_id.clone()).collect::<Vec<_>>())
            .collect();
        let gone: Vec<String> = self.wanted.difference(&listed).cloned().collect();
        for post in gone {
            self.wanted.remove(&post);
            // What has arrived may go from the list with the storage.
            if !self.server.has(&post) {
                assert!(self.disk.borrow().lacks.contains(&post), "{post} is lost");
            }
            self.excused.insert(post);
        }
    }

    /// Whether another page has this post under another key, on its list or on
    /// the way.
    fn is_known_elsewhere(&self, post: &str, key: &str) -> bool {
        let is_other = |entry: &Entry| entry.post_id == post && entry.key != key;
        self.sent.get(post).is_some_and(|keys| !keys.contains(key))
            || self.tabs.iter().any(|tab| {
                tab.kept.load().entries().any(is_other) || tab.round.entry().is_some_and(is_other)
            })
    }

    fn person(&mut self, tab: usize) {
        let n = self.random.below(POSTS) as u64;
        let id = (ID + n).to_string();
        let now = self.time(tab);
        let entry = self.tabs[tab].kept.load();
        let entry = entry.entries().find(|entry| entry.post_id == id).cloned();
        let Some(entry) = entry else {
            self.keys_made += 1;
            let key = format!("key-{}", self.keys_made);
            self.tell(format!("tab {tab}: hands in {n} under {key}"));
            let kept = &self.tabs[tab].kept;
            let (added, _) = kept.change(|outbox| outbox.add(&post(ID + n), key.clone(), now));
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
        let kept = &self.tabs[tab].kept;
        match choice {
            0 => {
                kept.change(|outbox| outbox.remove(key, now));
                self.wanted.remove(&id);
            }
            1 => {
                kept.change(|outbox| outbox.hand_over(key, now));
                self.wanted.remove(&id);
            }
            2..=4 => {
                kept.change(|outbox| outbox.retry_now(key, now));
                self.wanted.insert(id);
            }
            5 => {
                // Removes it and thinks better of it.
                kept.change(|outbox| outbox.remove(key, now));
                kept.change(|outbox| outbox.restore(key));
            }
            _ => {
                let _ = kept.change(|outbox| outbox.add(&post(ID + n), "unused".into(), now));
                self.wanted.insert(id);
            }
        }
        self.tell(format!("tab {tab}: the person does {choice} to {n}"));
    }

    /// A tab goes one step on with its round, as `browser::courier` does.
    fn step(&mut self, tab: usize) {
        let now = self.time(tab);
        let round = std::mem::replace(&mut self.tabs[tab].round, Round::Idle);
        self.tell(format!("tab {tab} goes on: {round}"));
        let kept = &self.tabs[tab].kept;
        self.tabs[tab].round = match round {
            Round::Idle => match kept.load().next_wake(until(), now) {
                Some(at) if at <= now => Round::Waiting,
                _ => Round::Idle,
            },
            Round::Waiting if !self.has_locks => Round::Ready,
            Round::Waiting => {
                let is_stalled = kept.load().is_stalled(until(), now);
                let is_taken = self.holder.is_some();
                if !is_taken || (is_stalled && self.random.one_in(3)) {
                    self.holder = Some(tab);
                    kept.change(|outbox| {
                        outbox.forget_removed(now);
                        // What was taken from a frozen tab may still be out.
                        if !is_taken {
                            outbox.take_over(now);
                        }
                    });
                    Round::Ready
                } else {
                    Round::Waiting
                }
            }
            Round::Ready => {
                let begun = kept.change(|outbox| {
                    let key = outbox.due(until(), now)?.to_owned();
                    outbox.begin(&key, until(), now).cloned()
                });
                match begun.0 {
                    Some(entry) => Round::Begun(entry),
                    None => {
                        if self.holder == Some(tab) {
                            self.holder = None;
                        }
                        Round::Idle
                    }
                }
            }
            Round::Begun(entry) => {
                self.sent.entry(entry.post_id.clone()).or_default().insert(entry.key.clone());
                let answer = self.server.take(&entry, self.now, &mut self.random);
                Round::Sent(entry, answer)
            }
            Round::Sent(entry, answer) => Round::Answered(entry, answer),
            Round::Answered(entry, answer) => {
                let random = (self.random.next() >> 32) as u32;
                kept.change(|outbox| outbox.settle(&entry, &answer, now, random).is_some());
                Round::Ready
            }
        };
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
            10..=64 => self.step(tab),
            65..=74 => {
                self.now += ms(self.random.below(40_000) as i64);
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
                self.tabs[tab].error = ms(jump);
            }
            94 => self.tabs[tab].error = TimeDelta::zero(),
            95 => self.server.is_down = self.random.one_in(2),
            _ => {
                let now = self.time(tab);
                self.tabs[tab].kept.change(|outbox| outbox.wake(now));
            }
        }
    }

    fn spread_the_news(&self) {
        self.tabs.iter().for_each(|tab| tab.view.catch_up());
    }

    fn thaw(&mut self) {
        self.tell("all tabs go on".into());
        self.tabs.iter_mut().for_each(|tab| tab.is_frozen = false);
        self.spread_the_news();
    }

    fn check(&self) {
        for tab in &self.tabs {
            for entry in tab.kept.load().entries() {
                let is_there = self.server.has(&entry.post_id);
                assert!(
                    entry.state != State::Delivered || is_there,
                    "a success that nobody saw: {entry:?}"
                );
                let waits = matches!(entry.state, State::Waiting | State::Sending);
                assert_eq!(entry.next_attempt_at.is_some(), waits, "{entry:?}");
                let rests = !waits && entry.state != State::Queued;
                assert_eq!(entry.settled_at.is_some(), rests, "{entry:?}");
            }
        }
        for (post, keys) in &self.sent {
            let is_one = keys.len() == 1 || self.excused.contains(post);
            assert!(is_one, "{post} was sent as several submissions: {keys:?}");
        }
    }

    /// All is well at last: one tab, the true time, a server that can work. The
    /// person asks again for what was refused or left unconfirmed.
    fn end(&mut self) {
        self.thaw();
        self.disk.borrow_mut().is_full = false;
        self.server.heal();
        for tab in &mut self.tabs {
            tab.error = TimeDelta::zero();
            tab.round = Round::Idle;
            // Any change of a page keeps what the storage lacks.
            tab.kept.change(|_| ());
        }
        while !self.tabs.is_empty() {
            self.close(0);
        }
        self.open();
        let last = self.tabs.pop().unwrap();
        last.kept.change(|outbox| outbox.take_over(self.now));
        let list = last.kept.load();
        let held: Vec<&str> = list.entries().map(|entry| entry.post_id.as_str()).collect();
        let once: BTreeSet<&str> = held.iter().copied().collect();
        assert_eq!(once.len(), held.len(), "a link is there twice");
        for post in &self.wanted {
            assert!(once.contains(post.as_str()), "{post} is lost");
        }
        for entry in list.entries().filter(|entry| self.wanted.contains(&entry.post_id)) {
            last.kept.change(|outbox| outbox.retry_now(&entry.key, self.now));
        }
        while let Some(at) = last.kept.load().next_wake(until(), self.now) {
            self.now = self.now.max(at);
            let (sent, _) = last.kept.change(|outbox: &mut Outbox| {
                let key = outbox.due(until(), self.now).unwrap().to_owned();
                outbox.begin(&key, until(), self.now).unwrap().clone()
            });
            let answer = self.server.take(&sent, self.now, &mut self.random);
            last.kept.change(|outbox| outbox.settle(&sent, &answer, self.now, 0).is_some());
        }
        self.tabs.push(last);
        self.check();
        let list = self.tabs[0].kept.load();
        for entry in list.entries().filter(|e| self.wanted.contains(&e.post_id)) {
            assert!(self.server.allows_at_last(entry), "{entry:?}");
            let rows = self.server.rows.iter().filter(|(_, row)| *row == entry.post_id).count();
            let is_one = rows <= 1 || self.excused.contains(&entry.post_id);
            assert!(is_one, "{} has {rows} rows", entry.post_id);
        }
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
