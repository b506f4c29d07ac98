//! All links of one person for one campaign.

use super::entry::LEASE_MS;
use super::{Answer, Cause, Entry, State, backoff};
use crate::link::Post;
use chrono::{DateTime, TimeDelta, Utc};

/// The maximum length of a server's message, in characters.
const LONGEST_MESSAGE: usize = 500;

/// How long a server may answer 409 to an entry, in milliseconds, before the
/// attempt in progress is given up.
const LONGEST_CONFLICT_MS: i64 = 5 * 60 * 1_000;

/// How long a removed entry can be restored.
const KEPT_REMOVED: TimeDelta = TimeDelta::days(1);

/// All links of one person for one campaign.
///
/// Every method accepts the key of an entry that another tab may have deleted,
/// and then does nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outbox {
    /// Including removed entries, the newest last.
    pub(super) entries: Vec<Entry>,
}

/// The link is already in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlreadyThere {
    /// The key of its entry.
    pub key: String,
}

impl Outbox {
    /// Returns the entries on the list, the newest last.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.removed_at.is_none())
    }

    /// Returns the entries on the list, and those of `removed` that were
    /// removed from it.
    pub fn entries_and<'o>(
        &'o self,
        removed: &'o [String],
    ) -> impl DoubleEndedIterator<Item = &'o Entry> {
        let is_listed = |entry: &&Entry| entry.removed_at.is_none() || removed.contains(&entry.key);
        self.entries.iter().filter(is_listed)
    }

    /// Returns the entry of `key`, on the list or removed.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Queues a post under `key`, a fresh UUID. Returns the entry's key.
    ///
    /// A post that was refused, left unconfirmed or submitted by hand is queued
    /// again under its key, since it is the same submission, with the link as
    /// it now reads. A removed one is restored to the list.
    ///
    /// # Errors
    ///
    /// [`AlreadyThere`] if the post is being delivered or delivered. Posts are
    /// compared by id: those of Gate have half as many digits as those of X.
    pub fn add(
        &mut self,
        post: &Post,
        key: String,
        now: DateTime<Utc>,
    ) -> Result<String, AlreadyThere> {
        let post_id = post.id.to_string();
        let known = self.entries.iter_mut().find(|entry| entry.post_id == post_id);
        if let Some(entry) = known {
            let was_removed = entry.removed_at.take().is_some();
            match entry.state {
                State::Refused | State::Unconfirmed | State::Manual => {
                    entry.requeue();
                    entry.link = post.canonical();
                }
                State::Queued | State::Sending | State::Waiting if was_removed => {}
                _ => return Err(AlreadyThere { key: entry.key.clone() }),
            }
            return Ok(entry.key.clone());
        }
        self.entries.push(Entry {
            key: key.clone(),
            link: post.canonical(),
            post_id,
            posted_at: post.posted_at(),
            added_at: now,
            state: State::Queued,
            attempts: 0,
            next_attempt_at: None,
            settled_at: None,
            cause: None,
            status: None,
            message: None,
            conflict_since: None,
            removed_at: None,
        });
        Ok(key)
    }

    /// Deletes entries that were removed a day ago.
    pub fn forget_removed(&mut self, now: DateTime<Utc>) {
        self.entries.retain(|entry| {
            let end = entry.removed_at.and_then(|at| at.checked_add_signed(KEPT_REMOVED));
            end.is_none_or(|end| now < end)
        });
    }

    /// Takes over from a tab that was closed: the answers to entries being sent
    /// will not arrive, so these are due at once, under their keys.
    pub fn take_over(&mut self, now: DateTime<Utc>) {
        for entry in self.listed() {
            if entry.state == State::Sending {
                entry.rest(State::Waiting, None);
                entry.next_attempt_at = Some(now);
                entry.cause = Some(Cause::Interrupted);
            }
        }
    }

    /// Makes the entries due that wait for the connection. Waits that a server
    /// asked for continue.
    pub fn wake(&mut self, now: DateTime<Utc>) {
        for entry in self.listed() {
            let is_cut_off = matches!(entry.cause, Some(Cause::Offline | Cause::Worker));
            if entry.state == State::Waiting && is_cut_off {
                entry.next_attempt_at = Some(now);
            }
        }
    }

    /// Returns the key of the entry to send next: those never sent before
    /// retries, each in order of time. Nothing is due a day after `until`, when
    /// the campaign stops accepting links.
    pub fn due(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<&str> {
        self.entries
            .iter()
            .filter(|entry| is_due(entry, until, now))
            .min_by_key(|entry| entry.next_attempt_at)
            .map(|entry| entry.key.as_str())
    }

    /// Returns when [`due`](Self::due) will next return a key: `now` if it does
    /// already, `None` if it never will without a change.
    pub fn next_wake(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.entries
            .iter()
            .filter_map(|entry| Some((entry, entry.due_at(now)?)))
            .filter(|(entry, at)| !entry.expired(until, *at))
            .map(|(_, at)| at)
            .min()
    }

    /// Whether an entry is due while none is being sent. If that lasts although
    /// a tab delivers, the browser has frozen it.
    pub fn is_stalled(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.due(until, now).is_some() && !self.entries.iter().any(|entry| entry.is_under_way(now))
    }

    /// Marks a due entry as being sent, and returns it. Must be stored before
    /// the request is sent.
    pub fn begin(&mut self, key: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<&Entry> {
        let entry = self.find(key).filter(|entry| is_due(entry, until, now))?;
        entry.state = State::Sending;
        entry.attempts = entry.attempts.saturating_add(1);
        entry.next_attempt_at = now.checked_add_signed(TimeDelta::milliseconds(LEASE_MS));
        Some(entry)
    }

    /// Records the answer to the attempt `sent`, which [`begin`](Self::begin)
    /// returned, and returns the entry if it changed. `random` is uniform over
    /// all of `u32`.
    ///
    /// An answer after the end of the lease counts only if the server has the
    /// link.
    ///
    /// An entry whose answer the page may not read, though it was sent, is left
    /// unconfirmed after the second attempt: the first may have failed on its way.
    ///
    /// An entry that is answered 409 for 5 minutes is left unconfirmed: a
    /// server that marks a key before the work is done may answer so forever.
    pub fn settle(
        &mut self,
        sent: &Entry,
        answer: &Answer,
        now: DateTime<Utc>,
        random: u32,
    ) -> Option<&Entry> {
        let entry = self.find(&sent.key)?;
        let (mut state, cause) = answer.meaning();
        let news = state == State::Delivered && entry.state != State::Delivered;
        if !news && !entry.is_same_attempt(sent) {
            return None;
        }
        let (status, retry_after, message) = match answer {
            Answer::Status { code, retry_after, message, .. } => {
                (Some(*code), *retry_after, message.as_deref())
            }
            _ => (None, None, None),
        };
        if state == State::Waiting && status == Some(409) {
            let since = *entry.conflict_since.get_or_insert(now);
            // A clock that was put back ends it as well.
            if !(0..=LONGEST_CONFLICT_MS).contains(&(now - since).num_milliseconds()) {
                state = State::Unconfirmed;
            }
        }
        // A third attempt could store it once more, as unseen as the first two.
        if *answer == (Answer::Blocked { is_sent: true }) && entry.attempts > 1 {
            state = State::Unconfirmed;
        }
        entry.rest(state, Some(now).filter(|_| state != State::Waiting));
        entry.cause = cause;
        entry.status = status;
        entry.message = message.filter(|_| state != State::Delivered).and_then(shorten);
        if state == State::Waiting {
            let at = backoff::next_attempt(now, entry.attempts, retry_after, random);
            entry.next_attempt_at = Some(at);
        }
        Some(entry)
    }

    /// Makes the entry due at once, at the person's request: one that waits,
    /// was refused, left unconfirmed or submitted by hand.
    pub fn retry_now(&mut self, key: &str, now: DateTime<Utc>) {
        if let Some(entry) = self.find(key) {
            match entry.state {
                State::Waiting => entry.next_attempt_at = Some(now),
                State::Refused | State::Unconfirmed | State::Manual => entry.requeue(),
                State::Queued | State::Sending | State::Delivered => {}
            }
        }
    }

    /// Records that the person submits the link in the form. It is no longer
    /// sent, so that it does not arrive twice; a pending answer still counts.
    pub fn submit_by_hand(&mut self, key: &str, now: DateTime<Utc>) {
        if let Some(entry) = self.find(key).filter(|entry| entry.state != State::Delivered) {
            entry.rest(State::Manual, Some(now));
        }
    }

    /// Removes the entry from the list, and no longer sends it. An attempt in
    /// progress is not cancelled.
    pub fn remove(&mut self, key: &str, now: DateTime<Utc>) {
        if let Some(entry) = self.find(key) {
            entry.removed_at = Some(now);
        }
    }

    /// Restores a removed entry, within a day.
    pub fn restore(&mut self, key: &str) {
        if let Some(entry) = self.find(key) {
            entry.removed_at = None;
        }
    }

    /// Returns the entries that are still to be delivered, and can be.
    pub fn on_their_way(
        &self,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &Entry> {
        self.entries().filter(move |entry| entry.is_on_its_way() && !entry.expired(until, now))
    }

    /// Returns the entries on the list. Removed ones are not changed: the
    /// person may have submitted them again in another tab.
    fn listed(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.iter_mut().filter(|entry| entry.removed_at.is_none())
    }

    fn find(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key == key)
    }
}

fn is_due(entry: &Entry, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    entry.due_at(now).is_some_and(|at| at <= now) && !entry.expired(until, now)
}

fn shorten(message: &str) -> Option<String> {
    let message: String = message.trim().chars().take(LONGEST_MESSAGE).collect();
    Some(message).filter(|message| !message.is_empty())
}
