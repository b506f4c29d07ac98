//! What can go wrong with a questionnaire, on demand.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How one coming submission goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is stored; the answer has this status.
    Status {
        /// The HTTP status, 200 to 599.
        status: u16,
        /// The header `Retry-After`: seconds, or an HTTP date.
        retry_after: Option<String>,
        /// Sent as JSON `{"message": …}`; without it the body is empty.
        message: Option<String>,
    },
    /// Nothing is stored; the answer is 200 with a page, as a login page is.
    Html,
    /// Nothing is stored and no answer comes until the client gives up.
    Hang,
    /// Stored and answered as always, but only after this time.
    Delay(Duration),
    /// Nothing is stored; the connection is reset before the answer.
    Reset,
    /// Stored, but the connection is reset before the answer.
    StoreThenReset,
    /// The answer lacks the CORS headers, so that a page cannot read it. The
    /// preflight counts: a submission that needs one is never sent.
    WithoutCors,
}

impl Fault {
    /// A [`Fault::Status`] without more.
    pub fn status(status: u16) -> Fault {
        Fault::Status { status, retry_after: None, message: None }
    }

    /// Those that a person can choose on the questionnaire's page, by the
    /// value that the form sends.
    pub fn offered() -> Vec<(&'static str, Fault)> {
        let with_message = |status, message: &str| Fault::Status {
            status,
            retry_after: None,
            message: Some(message.into()),
        };
        vec![
            ("503", Fault::status(503)),
            (
                "429",
                Fault::Status {
                    status: 429,
                    retry_after: Some("10".into()),
                    message: Some("too many requests".into()),
                },
            ),
            ("409", with_message(409, "already received")),
            ("422", with_message(422, "this link cannot be accepted")),
            ("html", Fault::Html),
            ("hang", Fault::Hang),
            ("delay", Fault::Delay(Duration::from_secs(5))),
            ("reset", Fault::Reset),
            ("store-then-reset", Fault::StoreThenReset),
            ("without-cors", Fault::WithoutCors),
        ]
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Status { status, retry_after: None, .. } => write!(out, "status {status}"),
            Fault::Status { status, retry_after: Some(after), .. } => {
                write!(out, "status {status}, Retry-After: {after}")
            }
            Fault::Html => write!(out, "status 200 with an HTML page"),
            Fault::Hang => write!(out, "no answer at all"),
            Fault::Delay(time) => write!(out, "an answer after {} s", time.as_secs_f32()),
            Fault::Reset => write!(out, "connection reset, nothing stored"),
            Fault::StoreThenReset => write!(out, "stored, then connection reset"),
            Fault::WithoutCors => write!(out, "an answer without CORS headers"),
        }
    }
}

/// The faults of the coming submissions, the next one first. Clones share
/// one queue.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<VecDeque<Fault>>>);

impl Faults {
    /// Spoils one more submission, after those that are spoilt already.
    pub fn push(&self, fault: Fault) {
        self.queue().push_back(fault);
    }

    /// Spoils nothing any more.
    pub fn clear(&self) {
        self.queue().clear();
    }

    /// What is still to happen, the next one first.
    pub fn pending(&self) -> Vec<Fault> {
        self.queue().iter().cloned().collect()
    }

    /// Takes the fault of the submission that has just come.
    pub(super) fn next(&self) -> Option<Fault> {
        self.queue().pop_front()
    }

    /// Takes the next fault if it is one that already spoils a preflight.
    pub(super) fn next_of_preflight(&self) -> Option<Fault> {
        let mut queue = self.queue();
        match queue.front() {
            Some(Fault::WithoutCors) => queue.pop_front(),
            _ => None,
        }
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
