//! The wait before the next attempt, chosen by `tests/bench/crowd.rs`.

use super::RetryAfter;
use chrono::{DateTime, TimeDelta, Utc};

/// The minimum wait before the first retry; it doubles with each.
const FIRST_MS: u64 = 2_000;

/// The cap of the doubled minimum wait. With the jitter, a link waits at most 5
/// minutes unless the server asks for more.
const CAP_MS: u64 = 150_000;

/// The longest wait that a server may ask for: a mistaken `Retry-After` of a
/// year must not lose a link.
const LONGEST_ASKED_MS: u64 = 60 * 60 * 1_000;

/// The longest wait, including the jitter.
const LONGEST_MS: u64 = LONGEST_ASKED_MS + LONGEST_ASKED_MS / 2;

/// Returns the time of the attempt after number `attempts` (from 1).
///
/// Waits 2 s, doubled after each further attempt, up to 150 s; longer if the
/// server asks for it. Adds a random part of up to the same length, or half of
/// it if the server asked, so that clients that failed together return one by
/// one. Full jitter (a wait from 0 on) would be too short too often for an
/// overloaded server, which would never catch up.
///
/// `random` is uniform over all of `u32`.
pub(super) fn next_attempt(
    now: DateTime<Utc>,
    attempts: u32,
    retry_after: Option<RetryAfter>,
    random: u32,
) -> DateTime<Utc> {
    let doublings = attempts.saturating_sub(1).min(16);
    let own = (FIRST_MS << doublings).min(CAP_MS);
    let asked = retry_after.map_or(0, |asked| asked.milliseconds(now));
    let asked = asked.min(LONGEST_ASKED_MS);
    let jitter = (own.max(asked / 2) * u64::from(random)) >> 32;
    let wait = own.max(asked).saturating_add(jitter);
    i64::try_from(wait)
        .ok()
        .and_then(|ms| now.checked_add_signed(TimeDelta::milliseconds(ms)))
        .unwrap_or(now)
}

/// Whether the time of an attempt has come. One further ahead than any wait was
/// set by a clock that has since been put back.
pub(super) fn has_come(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let ahead = at.signed_duration_since(now).num_milliseconds();
    u64::try_from(ahead).map_or(true, |ms| ms == 0 || ms > LONGEST_MS)
}
