//! The server's time on a device whose own clock may be wrong.

use chrono::{DateTime, TimeDelta, Utc};

/// A reading of the device's two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The wall clock, in milliseconds since 1970; the user can change it.
    pub wall: i64,
    /// The monotonic clock, in milliseconds since an arbitrary start. It cannot
    /// be changed, but on many devices it stops during sleep.
    pub monotonic: i64,
}

impl Reading {
    /// Returns the reading expected after this many milliseconds.
    pub fn plus(self, millis: i64) -> Reading {
        Reading {
            wall: self.wall.saturating_add(millis),
            monotonic: self.monotonic.saturating_add(millis),
        }
    }

    /// Whether either clock is more than two seconds past `due`: the device has
    /// slept, its wall clock was changed, or the page was blocked.
    pub fn is_long_after(self, due: Reading) -> bool {
        let late = |now: i64, due: i64| now.saturating_sub(due) > TOLERANCE.num_milliseconds();
        late(self.wall, due.wall) || late(self.monotonic, due.monotonic)
    }
}

/// A clock that follows the device's monotonic clock from one known instant.
///
/// # Examples
///
/// ```
/// use campaign_widget::time::{Clock, Reading};
/// use chrono::DateTime;
///
/// let instant = |seconds| DateTime::from_timestamp(seconds, 0).expect("an instant");
/// // The device is an hour slow, and says so until a server tells the time.
/// let mut clock = Clock::of_device(Reading { wall: 10_000_000, monotonic: 0 });
/// assert_eq!(clock.now(Reading { wall: 10_005_000, monotonic: 5_000 }), instant(10_005));
/// clock.synchronise(instant(13_605), Reading { wall: 10_005_000, monotonic: 5_000 });
/// // From then on, setting the device's clock changes nothing.
/// assert_eq!(clock.now(Reading { wall: 0, monotonic: 6_000 }), instant(13_606));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    instant: DateTime<Utc>,
    at: Reading,
}

/// The resolution of a server's time is a second (RFC 9110 section 5.6.7);
/// differences below this are ignored.
const TOLERANCE: TimeDelta = TimeDelta::seconds(2);

/// The largest error that is corrected by standing still; a greater one is
/// corrected at once.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(1);

impl Clock {
    /// Creates a clock that shows `instant` at the reading `at`.
    pub fn showing(instant: DateTime<Utc>, at: Reading) -> Clock {
        Clock { instant, at }
    }

    /// Creates a clock that follows the device.
    pub fn of_device(at: Reading) -> Clock {
        Clock::showing(DateTime::from_timestamp_millis(at.wall).unwrap_or_default(), at)
    }

    /// Returns the time at a reading.
    ///
    /// Never before the instant to which the clock was last set.
    pub fn now(&self, reading: Reading) -> DateTime<Utc> {
        let passed = reading.monotonic.saturating_sub(self.at.monotonic).max(0);
        let passed = TimeDelta::try_milliseconds(passed).unwrap_or_default();
        self.instant.checked_add_signed(passed).unwrap_or(self.instant)
    }

    /// Sets the clock to a server's time `server` at the reading `at`, unless
    /// the two agree within two seconds.
    ///
    /// A clock that was up to a minute fast stands still until the time catches
    /// up, so that digits never jump backwards.
    pub fn synchronise(&mut self, server: DateTime<Utc>, at: Reading) {
        let shown = self.now(at);
        let ahead = shown.signed_duration_since(server);
        if ahead.abs() <= TOLERANCE {
            // A wall clock that was set back must not mask the next sleep.
            let passed = at.monotonic.saturating_sub(self.at.monotonic);
            self.at.wall = at.wall.saturating_sub(passed);
            return;
        }
        *self = if ahead > TimeDelta::zero() && ahead <= LONGEST_PAUSE {
            Clock::showing(shown, at.plus(ahead.num_milliseconds()))
        } else {
            Clock::showing(server, at)
        };
    }

    /// Corrects the clock after a sleep of the device, during which only the
    /// wall clock ran. Returns whether the clocks differ: the wall clock may
    /// have been changed instead, which only a server can tell.
    pub fn wake(&mut self, reading: Reading) -> bool {
        let wall = reading.wall.saturating_sub(self.at.wall);
        let monotonic = reading.monotonic.saturating_sub(self.at.monotonic);
        let slept = wall.saturating_sub(monotonic);
        let tolerance = TOLERANCE.num_milliseconds();
        if slept > tolerance {
            self.at.monotonic = self.at.monotonic.saturating_sub(slept);
        }
        slept > tolerance || slept < -tolerance
    }
}
