//! Delivering links: what is to be delivered, what each answer of the
//! questionnaire means, and when to try again.
//!
//! The outbox does nothing by itself. Whoever holds it loads it, calls one
//! method and stores it again, at every step: [`Outbox::add`] when a link is
//! handed in, [`Outbox::begin`] before a request, [`Outbox::settle`] after
//! the answer. What is stored is then never behind what the server was told,
//! and after a crash [`Outbox::recover`] takes it up from there.

mod answer;
mod backoff;
mod entry;
mod http_date;
mod queue;
mod request;
mod stored;

pub use answer::{Answer, Body};
pub use entry::{Cause, Entry, State};
pub use queue::{AlreadyThere, Outbox};
pub use request::request;
