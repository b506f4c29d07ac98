//! The outbox over reloads and in several tabs.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{ID, ms, now, post, status, until};
use campaign_widget::json::{Json, Store};
use campaign_widget::outbox::{Body, Outbox, State, StoredOutbox};

/// A store that several tabs share.
#[derive(Clone, Default)]
struct Shared {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
    is_full: Rc<Cell<bool>>,
}

impl Store for Shared {
    fn ids(&self) -> Vec<String> {
        self.entries.borrow().keys().cloned().collect()
    }

    fn get(&self, id: &str) -> Option<Json> {
        serde_json::from_str(self.entries.borrow().get(id)?).ok()
    }

    fn put(&self, id: &str, entry: &Json) {
        if !self.is_full.get() {
            let entry = serde_json::to_string(entry).unwrap();
            self.entries.borrow_mut().insert(id.to_owned(), entry);
        }
    }

    fn forget(&self, id: &str) {
        self.entries.borrow_mut().remove(id);
    }
}

impl Shared {
    fn tab(&self) -> StoredOutbox<Shared> {
        StoredOutbox::new(self.clone())
    }
}

fn add(tab: &StoredOutbox<Shared>, id: u64, key: &str) {
    tab.change(|outbox| outbox.add(&post(id), key.to_owned(), now()).unwrap());
}

/// Sends what is due, and gives what the answer did.
fn deliver(tab: &StoredOutbox<Shared>) {
    let (sent, _) = tab.change(|outbox| {
        let key = outbox.due(until(), now())?.to_owned();
        outbox.begin(&key, until(), now()).cloned()
    });
    tab.change(|outbox| {
        outbox.settle(&sent.unwrap(), &status(201, Body::Json), now(), 0).is_some()
    });
}

fn states(outbox: &Outbox) -> Vec<(String, State)> {
    outbox.entries().map(|entry| (entry.key.clone(), entry.state)).collect()
}

#[test]
fn what_one_tab_keeps_the_next_load_finds() {
    let store = Shared::default();
    add(&store.tab(), ID, "k");
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Queued)]);
    deliver(&store.tab());
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Delivered)]);
}

#[test]
fn a_tab_sees_what_another_does() {
    let store = Shared::default();
    let (one, other) = (store.tab(), store.tab());
    add(&one, ID, "k");
    add(&other, ID + 1, "l");
    let both = [("k".into(), State::Queued), ("l".into(), State::Queued)];
    assert_eq!(states(&one.load()), both);
    assert_eq!(states(&other.load()), both);
    deliver(&one);
    assert_eq!(states(&other.load())[0], ("k".into(), State::Delivered));
    other.change(|outbox| outbox.remove("k", now()));
    assert_eq!(states(&one.load()), [("l".into(), State::Queued)]);
    one.change(|outbox| outbox.restore("k"));
    assert_eq!(states(&other.load())[0], ("k".into(), State::Delivered));
}

#[test]
fn what_does_not_change_is_not_written() {
    let store = Shared::default();
    let tab = store.tab();
    assert!(tab.change(|outbox| outbox.add(&post(ID), "k".to_owned(), now()).is_ok()).1);
    assert!(!tab.change(|outbox| outbox.wake(now())).1);
    assert!(!tab.change(|outbox| outbox.retry_now("k", now())).1);
    let before = store.entries.borrow().clone();
    add(&tab, ID + 1, "l");
    let id = ID.to_string();
    assert_eq!(store.entries.borrow()[&id], before[&id]);
}

#[test]
fn the_list_is_in_the_order_of_handing_in_then_of_posting() {
    let store = Shared::default();
    let tab = store.tab();
    for (id, key, at) in [
        (ID + 9, "second", now()),
        (ID, "first", now()),
        (20, "older", now()),
        (ID + 3, "last", now() + ms(1)),
    ] {
        tab.change(|outbox| outbox.add(&post(id), key.to_owned(), at).unwrap());
    }
    let keys: Vec<_> = states(&store.tab().load()).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["older", "first", "second", "last"]);
}

#[test]
fn links_outlive_a_store_that_is_cleared_while_the_page_is_open() {
    let store = Shared::default();
    let tab = store.tab();
    add(&tab, ID, "k");
    deliver(&tab);
    add(&tab, ID + 1, "l");
    store.entries.borrow_mut().clear();
    let both = [("k".into(), State::Delivered), ("l".into(), State::Queued)];
    assert_eq!(states(&tab.load()), both);
    // What is still on its way is kept again; what has arrived need not be.
    tab.change(|_| ());
    assert_eq!(states(&store.tab().load()), [("l".into(), State::Queued)]);
    assert_eq!(states(&tab.load()), both);
    deliver(&tab);
    assert_eq!(states(&store.tab().load()), [("l".into(), State::Delivered)]);
}

#[test]
fn a_store_that_is_full_loses_nothing_while_the_page_is_open() {
    let store = Shared::default();
    let tab = store.tab();
    add(&tab, ID, "k");
    store.is_full.set(true);
    add(&tab, ID + 1, "l");
    deliver(&tab);
    let [k, l] = states(&tab.load()).try_into().unwrap();
    assert_eq!((k.1, l.1), (State::Delivered, State::Queued));
    // The next load knows less, and sends again under the same key.
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Queued)]);
    store.is_full.set(false);
    tab.change(|_| ());
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Delivered), l]);
}

#[test]
fn nothing_takes_back_that_a_link_was_delivered() {
    let store = Shared::default();
    let tab = store.tab();
    add(&tab, ID, "k");
    let before = store.entries.borrow().clone();
    deliver(&tab);
    // A tab of another process writes what it knew a moment ago.
    *store.entries.borrow_mut() = before;
    assert_eq!(states(&tab.load()), [("k".into(), State::Delivered)]);
    tab.change(|_| ());
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Delivered)]);
}

#[test]
fn what_another_tab_forgot_after_a_day_does_not_come_back() {
    let store = Shared::default();
    let (one, other) = (store.tab(), store.tab());
    add(&one, ID, "k");
    one.change(|outbox| outbox.remove("k", now()));
    assert_eq!(other.load().entries().count(), 0);
    one.change(|outbox| outbox.forget_removed(now() + ms(86_400_000)));
    assert!(store.entries.borrow().is_empty());
    other.change(|outbox| outbox.wake(now()));
    assert!(store.entries.borrow().is_empty());
    assert!(other.load().get("k").is_none());
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let store = Shared::default();
    let later = r#"{"version":9,"key":"of a later version"}"#;
    store.entries.borrow_mut().insert("1".into(), later.into());
    store.entries.borrow_mut().insert("2".into(), "damaged".into());
    // An entry under the id of another.
    let stray = store.tab();
    add(&stray, ID + 8, "m");
    let moved = store.entries.borrow_mut().remove(&(ID + 8).to_string()).unwrap();
    store.entries.borrow_mut().insert("3".into(), moved.clone());
    let tab = store.tab();
    add(&tab, ID, "k");
    deliver(&tab);
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Delivered)]);
    assert_eq!(store.entries.borrow()["1"], later);
    assert_eq!(store.entries.borrow()["2"], "damaged");
    assert_eq!(store.entries.borrow()["3"], moved);
}

/// Or the first would be found where the second is due, for ever.
#[test]
fn of_two_entries_with_one_key_there_is_one() {
    let store = Shared::default();
    add(&store.tab(), ID, "k");
    add(&store.tab(), ID + 1, "l");
    let id = (ID + 1).to_string();
    let forged = store.entries.borrow()[&id].replace("\"l\"", "\"k\"");
    store.entries.borrow_mut().insert(id, forged);
    assert_eq!(states(&store.tab().load()), [("k".into(), State::Queued)]);
}
