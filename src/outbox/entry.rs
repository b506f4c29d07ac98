//! One link on its way.

use super::backoff::has_come;
use chrono::{DateTime, TimeDelta, Utc};

/// How long after the last link was taken delivery is still attempted.
const GRACE: TimeDelta = TimeDelta::days(1);

/// How long an attempt may be under way, in milliseconds: the 15 s for which
/// an answer is awaited, and time to record it. Whoever is silent for longer
/// is gone or frozen, and another tab may send the link again.
pub(super) const LEASE_MS: i64 = 20_000;

/// One logical submission: one post, one key, however many attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// A UUID that goes with every attempt, so that the server can tell a
    /// retry from a new submission.
    pub key: String,
    /// The canonical link.
    pub link: String,
    /// The post's id: text, since it exceeds 2^53.
    pub post_id: String,
    /// When the post was made, where its id tells.
    pub posted_at: Option<DateTime<Utc>>,
    /// When the link was handed in.
    pub added_at: DateTime<Utc>,
    /// How far it has come.
    pub state: State,
    /// How often it was sent since it was last queued.
    pub attempts: u32,
    /// While waiting: not to be sent before this. While being sent: when the
    /// attempt is given up.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was delivered, refused, left unconfirmed or handed over.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it is waiting, unconfirmed or refused.
    pub cause: Option<Cause>,
    /// The HTTP status of the last answer, if it had one.
    pub status: Option<u16>,
    /// The server's own words, to be shown as text: at most 500 characters.
    pub message: Option<String>,
    /// When the server first said 409 to it since it was last queued.
    pub conflict_since: Option<DateTime<Utc>>,
    /// When the person took it off the list.
    pub removed_at: Option<DateTime<Utc>>,
}

/// How far an [`Entry`] has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not sent yet.
    Queued,
    /// Sent; the answer is out.
    Sending,
    /// To be sent again.
    Waiting,
    /// The server has it. Final.
    Delivered,
    /// Sent, but nobody saw whether the server has it.
    Unconfirmed,
    /// The server does not want it.
    Refused,
    /// The person took it to the form; only they know what became of it.
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

    /// The value of `data-state`, and how it is stored.
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
    /// The status says it; see [`Entry::status`].
    Status,
    /// No connection to the server.
    Offline,
    /// No answer in time.
    Timeout,
    /// The page was left before the answer came.
    Interrupted,
    /// A page for people, such as a login, instead of an answer.
    Html,
    /// The browser may not show the answer (`no-cors`).
    Opaque,
    /// An answer that tells neither: text that is neither JSON nor HTML, JSON
    /// whose verdict is not understood, words about an earlier submission, or a
    /// status outside 2xx, 4xx and 5xx.
    Unexpected,
    /// A service worker of the page's site answered instead of the server.
    Worker,
}

impl Cause {
    pub(super) const ALL: [Cause; 8] = [
        Cause::Status,
        Cause::Offline,
        Cause::Timeout,
        Cause::Interrupted,
        Cause::Html,
        Cause::Opaque,
        Cause::Unexpected,
        Cause::Worker,
    ];

    /// How it is stored.
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
        }
    }
}

impl Entry {
    /// Whether its time is over: links are taken `until` then, and what is
    /// not delivered a day later is no longer sent.
    pub fn expired(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.is_on_its_way()
            && !self.is_under_way(now)
            && until.checked_add_signed(GRACE).is_some_and(|end| now >= end)
    }

    /// Whether the person may have it sent, again or at once.
    pub fn can_retry(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        match self.state {
            State::Waiting => !self.expired(until, now),
            State::Refused | State::Unconfirmed | State::Manual => now < until,
            State::Queued | State::Sending | State::Delivered => false,
        }
    }

    /// Whether it may not arrive by itself, so that the person had better take
    /// it to the form.
    pub fn needs_manual_submission(&self) -> bool {
        !matches!(self.state, State::Queued | State::Sending | State::Delivered)
    }

    /// Whether it is still to be delivered by the widget.
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.state, State::Queued | State::Sending | State::Waiting)
    }

    /// Whether an attempt is out whose answer may still come.
    pub(super) fn is_under_way(&self, now: DateTime<Utc>) -> bool {
        self.state == State::Sending && !self.has_lapsed(now)
    }

    /// Whether an attempt was given up. One that would end later than any can
    /// was begun by a clock that has since been put back.
    fn has_lapsed(&self, now: DateTime<Utc>) -> bool {
        let left = self.next_attempt_at.map_or(0, |at| (at - now).num_milliseconds());
        !(1..=LEASE_MS).contains(&left)
    }

    /// When it is to be sent, seen from `now`: `now` where that is overdue,
    /// and `None` where it is not to be sent.
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

    /// Whether this is the attempt that `sent` began.
    pub(super) fn is_same_attempt(&self, sent: &Entry) -> bool {
        self.state == State::Sending
            && (self.attempts, self.next_attempt_at) == (sent.attempts, sent.next_attempt_at)
    }

    /// Starts over, under the same key.
    pub(super) fn requeue(&mut self) {
        self.rest(State::Queued, None);
        self.attempts = 0;
        self.conflict_since = None;
    }

    /// Reaches a state in which nothing is awaited.
    pub(super) fn rest(&mut self, state: State, settled_at: Option<DateTime<Utc>>) {
        self.state = state;
        self.next_attempt_at = None;
        self.settled_at = settled_at;
        self.cause = None;
        self.status = None;
        self.message = None;
    }
}
