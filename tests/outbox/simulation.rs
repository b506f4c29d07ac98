//! A page, its storage and a server, under whatever happens to them.

use super::{ID, ms, now, post, reloaded, status, stored, until, wait};
use campaign_widget::outbox::{Answer, Body, Outbox, State};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a link, as the simulation throws it.
#[derive(Debug, Clone)]
enum Event {
    /// The person hands in one of a few posts.
    Add(u64),
    /// The outbox sends what is due, if anything.
    Attempt(Fate),
    /// The page goes away during an attempt: after the server stored the
    /// link, or before. The outbox comes back from what was stored.
    Crash {
        server_stored: bool,
    },
    /// A page that was left comes back with its answer from an earlier load.
    LateAnswer {
        post: u64,
        delivered: bool,
    },
    Clock(i64),
    Online,
    Retry(u64),
}

/// What the server does with an attempt, and what is seen of it.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Stored(Seen),
    NotStored(Seen),
}

#[derive(Debug, Clone, Copy)]
enum Seen {
    /// What the server truly says: 201, or 409 if it had it, or 422.
    Truth,
    BadGateway,
    TooMany,
    Page,
    Opaque,
    Nothing,
    Silence,
}

fn event() -> impl Strategy<Value = Event> {
    use Seen::{BadGateway, Nothing, Opaque, Page, Silence, TooMany, Truth};
    let seen =
        || prop::sample::select(vec![Truth, BadGateway, TooMany, Page, Opaque, Nothing, Silence]);
    let fate = prop_oneof![seen().prop_map(Fate::Stored), seen().prop_map(Fate::NotStored)];
    prop_oneof![
        3 => (0u64..4).prop_map(Event::Add),
        8 => fate.prop_map(Event::Attempt),
        2 => any::<bool>().prop_map(|server_stored| Event::Crash { server_stored }),
        1 => ((0u64..4), any::<bool>()).prop_map(|(post, delivered)| Event::LateAnswer { post, delivered }),
        4 => (0i64..400_000).prop_map(Event::Clock),
        1 => (-90_000_000i64..90_000_000).prop_map(Event::Clock),
        1 => Just(Event::Online),
        1 => (0u64..4).prop_map(Event::Retry),
    ]
}

/// A page, its storage and a server that tells retries by their key.
struct World {
    storage: String,
    now: DateTime<Utc>,
    /// The server's rows: key and post.
    rows: BTreeMap<String, String>,
    accepted: BTreeSet<String>,
    /// Every key under which a post was ever sent.
    keys: BTreeMap<String, BTreeSet<String>>,
    fresh_keys: u32,
}

impl World {
    fn new() -> World {
        World {
            storage: stored(&Outbox::default()),
            now: now(),
            rows: BTreeMap::new(),
            accepted: BTreeSet::new(),
            keys: BTreeMap::new(),
            fresh_keys: 0,
        }
    }

    fn load(&self) -> Outbox {
        reloaded(&self.storage).unwrap()
    }

    /// Load, modify, save.
    fn change<T>(&mut self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let mut outbox = self.load();
        let result = change(&mut outbox);
        self.storage = stored(&outbox);
        result
    }

    /// Begins what is due and sends it as far as the server.
    fn send(&mut self, server_stores: bool) -> Option<(String, bool)> {
        let now = self.now;
        let entry = self.change(|outbox| {
            let key = outbox.due(until(), now)?.to_owned();
            outbox.begin(&key, until(), now).cloned()
        })?;
        self.keys.entry(entry.post_id.clone()).or_default().insert(entry.key.clone());
        let had_it = self.rows.contains_key(&entry.key);
        if server_stores {
            self.rows.insert(entry.key.clone(), entry.post_id);
        }
        Some((entry.key, had_it))
    }

    fn settle(&mut self, key: &str, answer: &Answer, random: u32) {
        let now = self.now;
        self.change(|outbox| outbox.settle(key, answer, now, random).is_some());
    }

    fn happen(&mut self, event: &Event, random: u32) {
        let now = self.now;
        match event {
            Event::Add(n) => {
                self.fresh_keys += 1;
                let key = format!("key-{}", self.fresh_keys);
                let added = self.change(|outbox| outbox.add(&post(ID + n), key, now));
                if added.is_ok() {
                    self.accepted.insert((ID + n).to_string());
                }
            }
            Event::Attempt(fate) => {
                let (stores, seen) = match *fate {
                    Fate::Stored(seen) => (true, seen),
                    Fate::NotStored(seen) => (false, seen),
                };
                let Some((key, had_it)) = self.send(stores) else {
                    return;
                };
                let answer = match seen {
                    Seen::Truth if had_it => status(409, Body::Json),
                    Seen::Truth if stores => status(201, Body::Json),
                    Seen::Truth => status(422, Body::Json),
                    Seen::BadGateway => status(502, Body::Html),
                    Seen::TooMany => wait("30"),
                    Seen::Page => status(200, Body::Html),
                    Seen::Opaque => Answer::Opaque,
                    Seen::Nothing => Answer::NoConnection,
                    Seen::Silence => Answer::TimedOut,
                };
                self.settle(&key, &answer, random);
            }
            Event::Crash { server_stored } => {
                self.send(*server_stored);
                self.change(|outbox| outbox.recover(now));
            }
            Event::LateAnswer { post, delivered } => {
                let id = (ID + post).to_string();
                let key =
                    self.load().entries().iter().find(|e| e.post_id == id).map(|e| e.key.clone());
                // A server says "stored" only of what it stored.
                let Some(key) = key.filter(|key| !delivered || self.rows.contains_key(key)) else {
                    return;
                };
                let answer = status(if *delivered { 200 } else { 400 }, Body::Json);
                self.settle(&key, &answer, random);
            }
            Event::Clock(by) => self.now += ms(*by),
            Event::Online => {
                self.change(|outbox| outbox.wake(now));
            }
            Event::Retry(n) => {
                let id = (ID + n).to_string();
                self.change(|outbox| {
                    let key =
                        outbox.entries().iter().find(|e| e.post_id == id).map(|e| e.key.clone());
                    key.is_some_and(|key| outbox.retry_now(&key, now))
                });
            }
        }
    }

    fn check(&self) {
        let outbox = self.load();
        let held: Vec<_> = outbox.entries().iter().map(|e| e.post_id.clone()).collect();
        let once: BTreeSet<_> = held.iter().cloned().collect();
        assert_eq!(once, self.accepted, "a link is lost");
        assert_eq!(once.len(), held.len(), "a link is there twice");
        for entry in outbox.entries() {
            let on_server = self.rows.contains_key(&entry.key);
            assert!(
                entry.state != State::Delivered || on_server,
                "a success nobody saw: {entry:?}"
            );
            assert_eq!(entry.next_attempt_at.is_some(), entry.state == State::Waiting, "{entry:?}");
            let settled = !matches!(entry.state, State::Queued | State::Sending | State::Waiting);
            assert_eq!(entry.settled_at.is_some(), settled, "{entry:?}");
            assert!(entry.state != State::Sending, "no attempt is under way: {entry:?}");
        }
        for (post, keys) in &self.keys {
            assert_eq!(keys.len(), 1, "{post} was sent under several keys");
        }
        // Whatever waits has a time at which it is due.
        let waits = outbox.entries().iter().any(|e| {
            matches!(e.state, State::Queued | State::Waiting) && !e.expired(until(), self.now)
        });
        if let Some(at) = outbox.next_wake(until(), self.now) {
            assert!(waits && at >= self.now);
            assert!(outbox.due(until(), at).is_some());
        } else if waits {
            let grace = until() + TimeDelta::days(1) - self.now;
            assert!(grace <= TimeDelta::hours(1), "something waits and never wakes");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_link_is_lost_or_claimed_or_sent_as_two(
        events in prop::collection::vec((event(), any::<u32>()), 1..80),
    ) {
        let mut world = World::new();
        for (event, random) in &events {
            world.happen(event, *random);
            world.check();
        }
        // The clock is right and the server well at last; the person asks
        // again for what was refused or left unconfirmed.
        world.now = now() + TimeDelta::days(2);
        for n in 0..4 {
            world.happen(&Event::Retry(n), 0);
        }
        while let Some(at) = world.load().next_wake(until(), world.now) {
            world.now = at;
            world.happen(&Event::Attempt(Fate::Stored(Seen::Truth)), 0);
            world.check();
        }
        let outbox = world.load();
        prop_assert_eq!(outbox.undelivered(), 0);
        prop_assert!(outbox.entries().iter().all(|entry| entry.state == State::Delivered));
        let posts: Vec<_> = world.rows.values().cloned().collect();
        let once: BTreeSet<_> = posts.iter().cloned().collect();
        prop_assert_eq!(posts.len(), once.len());
        prop_assert_eq!(once, world.accepted);
    }
}
