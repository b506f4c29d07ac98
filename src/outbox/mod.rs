//! Delivery of links: the entries, the meaning of each answer, and the times of
//! retries.
//!
//! The outbox only holds state. The [`StoredOutbox`] loads it, changes it by
//! one method and stores it again: [`Outbox::add`] when a link is submitted,
//! [`Outbox::begin`] before a request, [`Outbox::settle`] after the answer. So
//! the stored state is never behind what the server was told, and after a crash
//! [`Outbox::take_over`] continues from it.
//!
//! One tab delivers at a time. If there is no lock, or the tab that holds it is
//! frozen, an attempt reserves its entry until its lease ends: see
//! [`Entry::next_attempt_at`].
//!
//! ```
//! use campaign_widget::campaign::Platform;
//! use campaign_widget::link::Post;
//! use campaign_widget::outbox::{Answer, Body, Outbox, State};
//! use chrono::{DateTime, TimeDelta};
//!
//! let now = DateTime::from_timestamp(1_751_900_000, 0).expect("an instant");
//! let until = now + TimeDelta::days(1);
//! let post = Post { platform: Platform::X, handle: None, id: 1_940_000_000_000_000_000 };
//! let answer = |code| Answer::Status { code, body: Body::Json, retry_after: None, message: None };
//!
//! let mut outbox = Outbox::default();
//! let key = outbox.add(&post, "a fresh UUID".into(), now).expect("a new post");
//! let sent = outbox.begin(&key, until, now).expect("it is due").clone();
//! // The questionnaire is overloaded: the same key goes out again later.
//! outbox.settle(&sent, &answer(503), now, 0);
//! assert_eq!(outbox.due(until, now), None);
//! let later = outbox.next_wake(until, now).expect("another attempt");
//! let sent = outbox.begin(&key, until, later).expect("it is due").clone();
//! outbox.settle(&sent, &answer(200), later, 0);
//! assert_eq!(outbox.get(&key).expect("the entry").state, State::Delivered);
//! ```

mod answer;
mod backoff;
mod csv;
mod delivery_loop;
mod entry;
mod entry_json;
mod page_title;
mod progress;
mod queue;
mod request;
mod retry_after;
mod stored_outbox;
mod verdict;
mod words;

pub use answer::{Answer, Body, Response};
pub use csv::csv_line;
pub use delivery_loop::{DeliveryLoop, Environment, Turn};
pub use entry::{Cause, Entry, State};
pub use progress::{Batch, Progress};
pub use queue::{AlreadyThere, Outbox};
pub use request::{Request, request};
pub use retry_after::RetryAfter;
pub use stored_outbox::StoredOutbox;
pub use verdict::verdict;
pub use words::words;
