//! An entry of the outbox.

use super::backoff::has_come;
use chrono::{DateTime, TimeDelta, Utc};

/// How long delivery continues after links are no longer accepted.
const GRACE: TimeDelta = TimeDelta::days(1);

/// The lease of an attempt in milliseconds: the 15 s that an answer may take,
/// and time to record it. After that the tab is closed or frozen, and another
/// one may send the link again.
pub(super) const LEASE_MS: i64 = 20_000;

/// One logical submission: one post and one key, with any number of attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The idempotency key, a UUID that is the same in every attempt.
    pub key: String,
    /// The canonical link.
    pub link: String,
    /// The post's id: text, since it exceeds 2^53.
    pub post_id: String,
    /// When the post was made, if its id contains the time.
    pub posted_at: Option<DateTime<Utc>>,
    /// When the link was submitted.
    pub added_at: DateTime<Utc>,
    /// The state.
    pub state: State,
    /// The number of attempts since it was last queued.
    pub attempts: u32,
    /// While waiting: the earliest time of the next attempt. While sending: the
    /// end of the lease.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was delivered, refused, left unconfirmed or submitted by hand.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it is waiting, unconfirmed or refused.
    pub cause: Option<Cause>,
    /// The HTTP status of the last answer, if there was one.
    pub status: Option<u16>,
    /// The server's message, to be shown as text: at most 500 characters.
    pub message: Option<String>,
    /// When the server first answered 409 since it was last queued.
    pub conflict_since: Option<DateTime<Utc>>,
    /// When the person removed it from the list.
    pub removed_at: Option<DateTime<Utc>>,
}

/// The state of an [`Entry`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not sent yet.
    Queued,
    /// Sent; waiting for the answer.
    Sending,
    /// Waiting for a retry.
    Waiting,
    /// Received by the server. Final.
    Delivered,
    /// Sent, but it is unknown whether the server received it.
    Unconfirmed,
    /// Refused by the server.
    Refused,
    /// The person opened the form to submit it; the result is unknown.
    Manual,
}

impl State {
    pub(super) const ALL: [State; 7] = [
        State::Queued,
        State::Sending,
        State::Waiting,
        State::Delivered,
        State::Unconfirmed,
        State::Refused,
        State::Manual,
    ];

    /// Returns the value of `data-state`, also used in storage.
    pub fn name(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Sending => "sending",
            State::Waiting => "waiting",
            State::Delivered => "delivered",
            State::Unconfirmed => "unconfirmed",
            State::Refused => "refused",
            State::Manual => "manual",
        }
    }
}

/// Why an [`Entry`] is not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The status; see [`Entry::status`].
    Status,
    /// No connection to the server.
    Offline,
    /// No answer in time.
    Timeout,
    /// The page was closed before the answer came, or the connection broke.
    Interrupted,
    /// An HTML page, such as a login, instead of an answer.
    Html,
    /// The browser hides the answer (`no-cors`).
    Opaque,
    /// An ambiguous answer: neither JSON nor HTML, JSON without a clear result,
    /// a message about an earlier submission, or a status outside 2xx, 4xx and
    /// 5xx.
    Unexpected,
    /// A service worker of the page's site answered instead of the server.
    Worker,
    /// The server does not let the page in (CORS).
    Blocked,
}

impl Cause {
    pub(super) const ALL: [Cause; 9] = [
        Cause::Status,
        Cause::Offline,
        Cause::Timeout,
        Cause::Interrupted,
        Cause::Html,
        Cause::Opaque,
        Cause::Unexpected,
        Cause::Worker,
        Cause::Blocked,
    ];

    /// Returns the name used in storage.
    pub(super) fn name(self) -> &'static str {
        match self {
            Cause::Status => "status",
            Cause::Offline => "offline",
            Cause::Timeout => "timeout",
            Cause::Interrupted => "interrupted",
            Cause::Html => "html",
            Cause::Opaque => "opaque",
            Cause::Unexpected => "unexpected",
            Cause::Worker => "worker",
            Cause::Blocked => "blocked",
        }
    }
}

impl Entry {
    /// Whether delivery has ended: links are accepted `until` then, and not
    /// delivered for more than a day after that.
    pub fn expired(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.is_on_its_way()
            && !self.is_under_way(now)
            && until.checked_add_signed(GRACE).is_some_and(|end| now >= end)
    }

    /// Whether the person can retry it, or send it now.
    pub fn can_retry(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        match self.state {
            State::Waiting => !self.expired(until, now),
            State::Refused | State::Unconfirmed | State::Manual => now < until,
            State::Queued | State::Sending | State::Delivered => false,
        }
    }

    /// Whether it may not be delivered, so that the person should submit it in
    /// the form.
    pub fn needs_manual_submission(&self) -> bool {
        !matches!(self.state, State::Queued | State::Sending | State::Delivered)
    }

    /// Whether the widget still has to deliver it.
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.state, State::Queued | State::Sending | State::Waiting)
    }

    /// Whether an attempt is in progress.
    pub(super) fn is_under_way(&self, now: DateTime<Utc>) -> bool {
        self.state == State::Sending && !self.has_lapsed(now)
    }

    /// Whether the lease has ended. One that ends later than any lease can was
    /// started by a clock that has since been put back.
    fn has_lapsed(&self, now: DateTime<Utc>) -> bool {
        let left = self.next_attempt_at.map_or(0, |at| (at - now).num_milliseconds());
        !(1..=LEASE_MS).contains(&left)
    }

    /// Returns the time of the next attempt, seen from `now`: `now` if it is
    /// overdue, `None` if there is none.
    pub(super) fn due_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let at = match self.state {
            State::Queued => now,
            State::Waiting => self.next_attempt_at.filter(|&at| !has_come(at, now)).unwrap_or(now),
            State::Sending if self.has_lapsed(now) => now,
            State::Sending => self.next_attempt_at?,
            _ => return None,
        };
        Some(at).filter(|_| self.removed_at.is_none())
    }

    /// Whether this is the attempt of `sent`.
    pub(super) fn is_same_attempt(&self, sent: &Entry) -> bool {
        self.state == State::Sending
            && (self.attempts, self.next_attempt_at) == (sent.attempts, sent.next_attempt_at)
    }

    /// Queues it again, under the same key.
    pub(super) fn requeue(&mut self) {
        self.rest(State::Queued, None);
        self.attempts = 0;
        self.conflict_since = None;
    }

    /// Sets a state without a pending attempt.
    pub(super) fn rest(&mut self, state: State, settled_at: Option<DateTime<Utc>>) {
        self.state = state;
        self.next_attempt_at = None;
        self.settled_at = settled_at;
        self.cause = None;
        self.status = None;
        self.message = None;
    }
}
