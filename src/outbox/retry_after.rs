//! The wait that a server asks for.

use chrono::{DateTime, Utc};

/// The header `Retry-After` (RFC 9110, section 10.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// A number of seconds.
    Seconds(u64),
    /// A time.
    Date(DateTime<Utc>),
}

impl RetryAfter {
    /// Reads the header. `date` reads an HTTP date, section 5.6.7.
    pub fn read(
        header: &str,
        date: impl FnOnce(&str) -> Option<DateTime<Utc>>,
    ) -> Option<RetryAfter> {
        let header = header.trim();
        match !header.is_empty() && header.bytes().all(|b| b.is_ascii_digit()) {
            // A number too large asks for longer than is granted.
            true => Some(RetryAfter::Seconds(header.parse().unwrap_or(u64::MAX))),
            false => date(header).map(RetryAfter::Date),
        }
    }

    /// Returns the wait in milliseconds from `now` on.
    pub(super) fn milliseconds(self, now: DateTime<Utc>) -> u64 {
        match self {
            RetryAfter::Seconds(seconds) => seconds.saturating_mul(1_000),
            RetryAfter::Date(date) => {
                u64::try_from(date.signed_duration_since(now).num_milliseconds()).unwrap_or(0)
            }
        }
    }
}
