//! Delivering links: what is to be delivered, what each answer of the
//! questionnaire means, and when to try again.
//!
//! The outbox does nothing by itself. Whoever delivers changes it at every
//! step by [`Kept::change`], which loads it, calls one method and stores it
//! again: [`Outbox::add`] when a link is handed in, [`Outbox::begin`] before a
//! request, [`Outbox::settle`] after the answer. What is stored is then never
//! behind what the server was told, and after a crash [`Outbox::take_over`]
//! goes on from there.
//!
//! One tab delivers at a time. Where that cannot be had, or where the tab that
//! does is frozen, an attempt still holds its entry until it must have ended:
//! see [`Entry::next_attempt_at`].

mod answer;
mod backoff;
mod csv;
mod entry;
mod http_date;
mod kept;
mod progress;
mod queue;
mod request;
mod stored;
mod verdict;
mod words;

pub use answer::{Answer, Body};
pub use csv::csv_line;
pub use entry::{Cause, Entry, State};
pub use kept::{Kept, Store};
pub use progress::{Batch, Progress};
pub use queue::{AlreadyThere, Outbox};
pub use request::request;
pub use verdict::verdict;
pub use words::words;
