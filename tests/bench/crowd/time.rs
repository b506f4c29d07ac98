//! Microseconds since the crowd begins to come.

use chrono::{DateTime, TimeDelta, Utc};

/// A moment, or a span of time.
pub type Micros = u64;

pub const SECOND: Micros = 1_000_000;
pub const MINUTE: Micros = 60 * SECOND;

/// The crowd comes in the five minutes before it.
pub const DEADLINE: Micros = 5 * MINUTE;

/// The moment as the outbox takes it.
pub fn instant(at: Micros) -> DateTime<Utc> {
    start() + TimeDelta::microseconds(at as i64)
}

/// The reverse of [`instant`].
pub fn micros(at: DateTime<Utc>) -> Micros {
    (at - start()).num_microseconds().map_or(0, |at| at.max(0) as Micros)
}

fn start() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}
