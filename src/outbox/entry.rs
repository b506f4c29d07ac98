//! One link on its way.

use chrono::{DateTime, TimeDelta, Utc};

/// How long after the last link was taken delivery is still attempted.
const GRACE: TimeDelta = TimeDelta::days(1);

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
    /// While waiting: not to be sent before this.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was delivered, refused or left unconfirmed.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it is waiting, unconfirmed or refused.
    pub cause: Option<Cause>,
    /// The HTTP status of the last answer, if it had one.
    pub status: Option<u16>,
    /// The server's own words, to be shown as text: at most 500 characters.
    pub message: Option<String>,
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
}

impl State {
    pub(super) const ALL: [State; 6] = [
        State::Queued,
        State::Sending,
        State::Waiting,
        State::Delivered,
        State::Unconfirmed,
        State::Refused,
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
    /// An answer that an endpoint does not give: text that is neither JSON
    /// nor HTML, or a status outside 2xx, 4xx and 5xx.
    Unexpected,
}

impl Cause {
    pub(super) const ALL: [Cause; 7] = [
        Cause::Status,
        Cause::Offline,
        Cause::Timeout,
        Cause::Interrupted,
        Cause::Html,
        Cause::Opaque,
        Cause::Unexpected,
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
        }
    }
}

impl Entry {
    /// Whether its time is over: links are taken `until` then, and what is
    /// not delivered a day later is no longer sent.
    pub fn expired(&self, until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.is_ready() && until.checked_add_signed(GRACE).is_some_and(|end| now >= end)
    }

    /// Whether it is to be sent, now or later.
    pub(super) fn is_ready(&self) -> bool {
        matches!(self.state, State::Queued | State::Waiting)
    }

    /// Starts over, under the same key.
    pub(super) fn requeue(&mut self) {
        self.state = State::Queued;
        self.attempts = 0;
        self.next_attempt_at = None;
        self.settled_at = None;
        self.cause = None;
        self.status = None;
        self.message = None;
    }
}
