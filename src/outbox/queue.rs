//! All links of one person for one campaign.

use super::{Answer, Body, Cause, Entry, State, backoff};
use crate::link::Post;
use chrono::{DateTime, Utc};

/// The longest message of a server that is kept, in characters.
const LONGEST_MESSAGE: usize = 500;

/// All links of one person for one campaign, the newest last.
///
/// Every method takes the key of an entry that another tab may have removed
/// meanwhile, and then does nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outbox {
    pub(super) entries: Vec<Entry>,
}

/// The link is in the outbox already and does not need to be added again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlreadyThere {
    /// How far it has come.
    pub state: State,
}

impl Outbox {
    /// All entries, the newest last.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry under `key`.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Queues a post under `key`, a fresh UUID. Returns the entry's key.
    ///
    /// A post that was refused or left unconfirmed is queued again under the
    /// key that it has, since it is the same submission, with the link as it
    /// now reads.
    ///
    /// # Errors
    ///
    /// [`AlreadyThere`] when the post is on its way or delivered. Posts are
    /// compared by id.
    pub fn add(
        &mut self,
        post: &Post,
        key: String,
        now: DateTime<Utc>,
    ) -> Result<String, AlreadyThere> {
        let post_id = post.id.to_string();
        let known = self.entries.iter_mut().find(|entry| entry.post_id == post_id);
        if let Some(entry) = known {
            return match entry.state {
                State::Refused | State::Unconfirmed => {
                    entry.requeue();
                    entry.link = post.canonical();
                    Ok(entry.key.clone())
                }
                state => Err(AlreadyThere { state }),
            };
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
        });
        Ok(key)
    }

    /// After a load, by the tab that delivers: an entry still marked as being
    /// sent is of a page that is gone, with an answer that nobody saw. It is
    /// sent again at once, under the same key. Returns whether there was one.
    pub fn recover(&mut self, now: DateTime<Utc>) -> bool {
        let mut changed = false;
        for entry in &mut self.entries {
            if entry.state == State::Sending {
                entry.state = State::Waiting;
                entry.next_attempt_at = Some(now);
                entry.cause = Some(Cause::Interrupted);
                entry.status = None;
                entry.message = None;
                changed = true;
            }
        }
        changed
    }

    /// When the connection may be back: what waits for it is due at once.
    /// What a server asked to wait goes on waiting. Returns whether anything
    /// changed.
    pub fn wake(&mut self, now: DateTime<Utc>) -> bool {
        let mut changed = false;
        for entry in &mut self.entries {
            if entry.state == State::Waiting && entry.cause == Some(Cause::Offline) {
                entry.next_attempt_at = Some(now);
                changed = true;
            }
        }
        changed
    }

    /// The key of the entry to send next: those never sent before those to
    /// be sent again, each in the order of their time. Nothing is due a day
    /// after `until`, when the campaign stops taking links.
    pub fn due(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<&str> {
        self.entries
            .iter()
            .filter(|entry| is_due(entry, until, now))
            .min_by_key(|entry| entry.next_attempt_at)
            .map(|entry| entry.key.as_str())
    }

    /// When [`due`](Self::due) will next give a key: `now` if it does
    /// already, `None` if it never will without a change.
    pub fn next_wake(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.entries
            .iter()
            .filter(|entry| entry.is_ready())
            .map(|entry| match entry.next_attempt_at {
                Some(at) if !backoff::has_come(at, now) => (entry, at),
                _ => (entry, now),
            })
            .filter(|(entry, at)| !entry.expired(until, *at))
            .map(|(_, at)| at)
            .min()
    }

    /// Marks the entry as being sent, and gives it, if it is due. To be
    /// stored before the request goes out.
    pub fn begin(&mut self, key: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<&Entry> {
        let entry = self.find(key).filter(|entry| is_due(entry, until, now))?;
        entry.state = State::Sending;
        entry.attempts = entry.attempts.saturating_add(1);
        entry.next_attempt_at = None;
        Some(entry)
    }

    /// Records the answer to an attempt, and gives the entry if that changed
    /// it. `random` is uniform over all of `u32`.
    ///
    /// An answer to an attempt that was given up meanwhile counts only if it
    /// says that the server has the link; nothing takes that back.
    pub fn settle(
        &mut self,
        key: &str,
        answer: &Answer,
        now: DateTime<Utc>,
        random: u32,
    ) -> Option<&Entry> {
        let entry = self.find(key)?;
        let (state, cause) = answer.meaning();
        let counts = match entry.state {
            State::Sending => true,
            State::Delivered => false,
            _ => state == State::Delivered,
        };
        if !counts {
            return None;
        }
        let (status, retry_after, message) = match answer {
            Answer::Status { code, body, retry_after, message } => {
                let words = message.as_deref().filter(|_| *body != Body::Html);
                (Some(*code), retry_after.as_deref(), words)
            }
            _ => (None, None, None),
        };
        entry.state = state;
        entry.cause = cause;
        entry.status = status;
        entry.message = message.filter(|_| state != State::Delivered).and_then(shorten);
        if state == State::Waiting {
            let at = backoff::next_attempt(now, entry.attempts, retry_after, random);
            entry.next_attempt_at = Some(at);
            entry.settled_at = None;
        } else {
            entry.next_attempt_at = None;
            entry.settled_at = Some(now);
        }
        Some(entry)
    }

    /// Makes the entry due at once, because the person asks for it: one that
    /// waits, or one that was refused or left unconfirmed. Returns whether
    /// anything changed.
    pub fn retry_now(&mut self, key: &str, now: DateTime<Utc>) -> bool {
        let Some(entry) = self.find(key) else {
            return false;
        };
        match entry.state {
            State::Waiting => entry.next_attempt_at = Some(now),
            State::Refused | State::Unconfirmed => entry.requeue(),
            State::Queued | State::Sending | State::Delivered => return false,
        }
        true
    }

    /// Takes the entry out. An attempt that is under way is not called back.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|entry| entry.key != key);
    }

    /// How many entries are still on their way: queued, being sent, waiting.
    pub fn undelivered(&self) -> usize {
        let on_its_way = |entry: &&Entry| entry.is_ready() || entry.state == State::Sending;
        self.entries.iter().filter(on_its_way).count()
    }

    fn find(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key == key)
    }
}

fn is_due(entry: &Entry, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let time_has_come = match entry.next_attempt_at {
        Some(at) => backoff::has_come(at, now),
        None => true,
    };
    entry.is_ready() && time_has_come && !entry.expired(until, now)
}

fn shorten(message: &str) -> Option<String> {
    let message: String = message.trim().chars().take(LONGEST_MESSAGE).collect();
    Some(message).filter(|message| !message.is_empty())
}
