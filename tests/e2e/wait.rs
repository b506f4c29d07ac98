//! Waiting for something that happens by itself.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long anything may take; the widget itself gives a request 15 s. What a
/// page that is gone was sending is sent again after 20 s at the latest, which
/// must not pass for sending it again at once.
const TIMEOUT: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// How long an answer is held back so that a test gets to see, and to do
/// something about, what comes before it, on a busy machine too.
pub const HELD: Duration = Duration::from_secs(6);

/// Looks again and again until what it sees is as `wanted`.
///
/// # Errors
///
/// When 20 s were not enough: with what was waited for and what was seen.
pub async fn until<T: Debug>(
    what: &str,
    look: impl AsyncFnMut() -> Result<T>,
    wanted: impl Fn(&T) -> bool,
) -> Result<T> {
    until_within(TIMEOUT, what, look, wanted).await
}

/// As [`until`], for what takes a time of its own.
///
/// # Errors
///
/// When that time was not enough.
pub async fn until_within<T: Debug>(
    timeout: Duration,
    what: &str,
    mut look: impl AsyncFnMut() -> Result<T>,
    wanted: impl Fn(&T) -> bool,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = look().await;
        match &seen {
            Ok(value) if wanted(value) => return seen,
            _ if start.elapsed() > timeout => {
                bail!("waited {timeout:?} for {what}, and last saw {seen:?}")
            }
            _ => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    }
}
