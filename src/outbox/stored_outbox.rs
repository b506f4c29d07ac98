//! The outbox in a store that several tabs share.
//!
//! Each entry is stored separately: a tab that writes one never overwrites
//! another tab's change to another, however stale its view is. And a tab
//! remembers what it has seen, so that links outlive a store that is cleared or
//! loses data.

use std::cell::RefCell;

use super::{Entry, Outbox, State};
use crate::json::Store;

/// The outbox in a store, each entry under the id of its post.
pub struct StoredOutbox<S> {
    store: S,
    seen: RefCell<Outbox>,
}

impl<S: Store> StoredOutbox<S> {
    /// Opens the outbox in this store.
    pub fn new(store: S) -> StoredOutbox<S> {
        StoredOutbox { store, seen: RefCell::default() }
    }

    /// Loads the current outbox.
    pub fn load(&self) -> Outbox {
        let outbox = together(&self.seen.borrow(), &self.stored());
        self.seen.replace(outbox.clone());
        outbox
    }

    /// Loads, changes and stores the outbox in one step. Also returns whether
    /// anything was written.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> (T, bool) {
        let stored = self.stored();
        let before = together(&self.seen.borrow(), &stored);
        let mut outbox = before.clone();
        let result = change(&mut outbox);
        (result, self.write(outbox, &before, &stored))
    }

    /// Stores what was made of `before`. Returns whether anything was written.
    fn write(&self, outbox: Outbox, before: &Outbox, stored: &Outbox) -> bool {
        let mut is_written = false;
        for entry in &outbox.entries {
            let kept = find(stored, entry);
            let is_unchanged = find(before, entry) == Some(entry);
            // A deleted entry is stored again only while it matters.
            let is_over = entry.state == State::Delivered || entry.removed_at.is_some();
            let is_done_with = kept.is_none() && is_unchanged && is_over;
            if kept != Some(entry) && !is_done_with {
                self.store.put(&entry.post_id, &entry.to_json());
                is_written = true;
            }
        }
        for entry in stored.entries.iter().filter(|entry| find(&outbox, entry).is_none()) {
            self.store.forget(&entry.post_id);
            is_written = true;
        }
        self.seen.replace(outbox);
        is_written
    }

    /// Returns the readable entries of the store. Others, perhaps of a later
    /// version, are left untouched, and so are ones that no widget would have
    /// stored.
    fn stored(&self) -> Outbox {
        let mut entries: Vec<Entry> = Vec::new();
        for id in self.store.ids() {
            let entry = self.store.get(&id).and_then(|entry| Entry::from_json(&entry));
            let is_own = |entry: &Entry| {
                entry.post_id == id && !entries.iter().any(|other| other.key == entry.key)
            };
            if let Some(entry) = entry.filter(is_own) {
                entries.push(entry);
            }
        }
        in_order(entries)
    }
}

/// Merges both: the stored entry wins, except over one known here to be
/// delivered, or if it is missing.
fn together(seen: &Outbox, stored: &Outbox) -> Outbox {
    let mut entries = stored.entries.clone();
    for ours in &seen.entries {
        match entries.iter_mut().find(|entry| entry.post_id == ours.post_id) {
            Some(theirs) if ours.state == State::Delivered && theirs.state != ours.state => {
                *theirs = Entry { removed_at: theirs.removed_at, ..ours.clone() };
            }
            Some(_) => {}
            None if ours.removed_at.is_some() => {}
            None => entries.push(ours.clone()),
        }
    }
    in_order(entries)
}

/// Sorts by time of submission, then of posting.
fn in_order(mut entries: Vec<Entry>) -> Outbox {
    entries.sort_by(|one, other| {
        let rank = |entry: &Entry| (entry.added_at, entry.post_id.len());
        rank(one).cmp(&rank(other)).then_with(|| one.post_id.cmp(&other.post_id))
    });
    Outbox { entries }
}

fn find<'o>(outbox: &'o Outbox, entry: &Entry) -> Option<&'o Entry> {
    outbox.entries.iter().find(|other| other.post_id == entry.post_id)
}
