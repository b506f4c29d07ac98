//! What can go wrong with a questionnaire, on demand.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{HeaderValue, header};

use super::reply::Reply;

/// How one coming submission goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is stored, and this is the answer.
    Answer(Reply),
    /// Stored, but this is the answer.
    StoreThenAnswer(Reply),
    /// Nothing is stored and no answer comes until the client gives up.
    Hang,
    /// Stored and answered as always, but only after this time.
    Delay(Duration),
    /// Stored and answered as always, but the body takes this time.
    Drip(Duration),
    /// Nothing is stored, and the connection is reset amid the answer, which
    /// seems to be a good one.
    Reset(Part),
    /// Stored, but the connection is reset amid the answer.
    StoreThenReset(Part),
    /// The answer lacks the CORS headers, so that a page cannot read it. The
    /// preflight counts: a submission that needs one is never sent.
    WithoutCors,
}

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The status and the headers.
    Head,
    /// What follows them.
    Body,
}

impl Fault {
    /// An answer that is a status and nothing more.
    pub fn status(status: u16) -> Fault {
        Fault::Answer(Reply::status(status))
    }

    /// Those that a person can choose on the questionnaire's page, by the
    /// value that the form sends.
    pub fn offered() -> Vec<(&'static str, Fault)> {
        let busy = Reply::status(429)
            .header(header::RETRY_AFTER, HeaderValue::from_static("10"))
            .message("too many requests");
        let login = Reply::status(303).header(header::LOCATION, HeaderValue::from_static("/login"));
        let under_way = Reply::status(409).message("an earlier attempt is in progress");
        let invalid = Reply::status(422).message("this link cannot be accepted");
        vec![
            ("503", Fault::status(503)),
            ("429", Fault::Answer(busy)),
            ("already-received", Fault::StoreThenAnswer(Reply::already_received())),
            ("409", Fault::Answer(under_way)),
            ("422", Fault::Answer(invalid)),
            ("html", Fault::Answer(Reply::login_page())),
            ("redirect", Fault::Answer(login)),
            ("hang", Fault::Hang),
            ("delay", Fault::Delay(Duration::from_secs(5))),
            ("drip", Fault::Drip(Duration::from_secs(5))),
            ("reset-head", Fault::Reset(Part::Head)),
            ("reset-body", Fault::Reset(Part::Body)),
            ("store-then-reset-head", Fault::StoreThenReset(Part::Head)),
            ("store-then-reset-body", Fault::StoreThenReset(Part::Body)),
            ("without-cors", Fault::WithoutCors),
        ]
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Answer(reply) => write!(out, "{reply}"),
            Fault::StoreThenAnswer(reply) => write!(out, "stored, then {reply}"),
            Fault::Hang => write!(out, "no answer"),
            Fault::Delay(time) => write!(out, "an answer after {} s", time.as_secs_f32()),
            Fault::Drip(time) => {
                write!(out, "an answer whose body takes {} s", time.as_secs_f32())
            }
            Fault::Reset(part) => write!(out, "connection reset {part}, nothing stored"),
            Fault::StoreThenReset(part) => write!(out, "stored, then connection reset {part}"),
            Fault::WithoutCors => write!(out, "an answer without CORS headers"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Head => write!(out, "during the headers"),
            Part::Body => write!(out, "during the body"),
        }
    }
}

/// The faults of the coming submissions, the next one first. Clones share
/// one queue.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<VecDeque<Ordered>>>);

/// A fault, and the post whose submission it spoils; without one, any.
struct Ordered {
    post_id: Option<String>,
    fault: Fault,
}

impl Faults {
    /// Spoils one more submission, after those that are spoilt already.
    pub fn push(&self, fault: Fault) {
        self.queue().push_back(Ordered { post_id: None, fault });
    }

    /// Spoils a submission of this post, the next one that is not spoilt
    /// already. Its preflight passes, since it does not say of which post.
    pub fn push_for(&self, post_id: &str, fault: Fault) {
        self.queue().push_back(Ordered { post_id: Some(post_id.into()), fault });
    }

    /// Spoils nothing any more.
    pub fn clear(&self) {
        self.queue().clear();
    }

    /// What is still to happen, the next one first.
    pub fn pending(&self) -> Vec<Fault> {
        self.queue().iter().map(|ordered| ordered.fault.clone()).collect()
    }

    /// Takes the fault of the submission that has just come; its post is
    /// unknown where it could not be read.
    pub(super) fn next(&self, post_id: Option<&str>) -> Option<Fault> {
        let mut queue = self.queue();
        let meant =
            |ordered: &Ordered| ordered.post_id.is_none() || ordered.post_id.as_deref() == post_id;
        let place = queue.iter().position(meant)?;
        queue.remove(place).map(|ordered| ordered.fault)
    }

    /// Takes the next fault if it is one that already spoils a preflight.
    pub(super) fn next_of_preflight(&self) -> Option<Fault> {
        let mut queue = self.queue();
        let place = queue.iter().position(|ordered| ordered.post_id.is_none())?;
        let spoilt = queue.get(place).is_some_and(|next| next.fault == Fault::WithoutCors);
        if spoilt { queue.remove(place).map(|ordered| ordered.fault) } else { None }
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Ordered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
