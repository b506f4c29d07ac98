//! The time during which posts count.

use chrono::{DateTime, FixedOffset, Utc};
use schemars::JsonSchema;

use super::schema_parts;

/// The time during which the campaign is open: from `start` until just before
/// `end`.
///
/// Both are shown in the offset of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Window {
    /// The first instant that counts, with its offset from UTC: `+08:00`.
    #[schemars(schema_with = "schema_parts::moment")]
    pub start: DateTime<FixedOffset>,
    /// The first instant that no longer counts, with its offset from UTC.
    /// `24:00` is the end of a day.
    #[schemars(schema_with = "schema_parts::moment")]
    pub end: DateTime<FixedOffset>,
}

/// A picture of a window, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// The last hour, which the picture enlarges, in seconds.
const LAST_HOUR: i64 = 3_600;

/// The share of the picture that it takes at least.
const LAST_HOUR_SHARE: i64 = 2_000;

/// The phase of a [`Window`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before the start: readers can write, but not submit.
    Before,
    /// Open: posts and links count.
    Open,
    /// Ended: drafts can still be read and copied.
    Closed,
}

impl Phase {
    /// Returns the value of `data-phase`.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::Open => "open",
            Phase::Closed => "closed",
        }
    }
}

impl Window {
    /// Returns the phase at `now`.
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        if now < self.start {
            Phase::Before
        } else if now < self.end {
            Phase::Open
        } else {
            Phase::Closed
        }
    }

    /// Returns the whole seconds until the next boundary, rounded up so that
    /// the countdown reaches 0 exactly at the boundary; 0 when closed.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::campaign::{Phase, Window};
    /// use campaign_widget::time::read_moment;
    /// use chrono::TimeDelta;
    ///
    /// let moment = |text| read_moment(text).expect("a moment");
    /// let window = Window {
    ///     start: moment("2025-07-03T16:00:00+08:00"),
    ///     end: moment("2025-07-09T24:00:00+08:00"),
    /// };
    /// let just_before = moment("2025-07-09T15:59:59.600Z").to_utc();
    /// assert_eq!((window.phase(just_before), window.seconds_left(just_before)), (Phase::Open, 1));
    /// // Its end is the first instant that no longer counts.
    /// let end = just_before + TimeDelta::milliseconds(400);
    /// assert_eq!((window.phase(end), window.seconds_left(end)), (Phase::Closed, 0));
    /// ```
    pub fn seconds_left(&self, now: DateTime<Utc>) -> i64 {
        let boundary = match self.phase(now) {
            Phase::Before => self.start,
            Phase::Open => self.end,
            Phase::Closed => return 0,
        };
        let left = boundary.to_utc().signed_duration_since(now);
        left.num_seconds() + i64::from(left.subsec_nanos() > 0)
    }

    /// Whether a post made at `instant` counts.
    pub fn contains(&self, instant: DateTime<Utc>) -> bool {
        self.phase(instant) == Phase::Open
    }

    /// Returns where an instant stands in a picture of the window, in hundredths of a
    /// percent: 0 at its start and before, 10,000 at its end and after. The last hour
    /// takes at least a fifth of the picture.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::campaign::Window;
    /// use campaign_widget::time::read_moment;
    ///
    /// let moment = |text| read_moment(text).expect("a moment");
    /// let window = Window {
    ///     start: moment("2025-07-03T16:00:00+08:00"),
    ///     end: moment("2025-07-09T24:00:00+08:00"),
    /// };
    /// let place = |text| window.place(moment(text).to_utc());
    /// assert_eq!(place("2025-07-03T16:00:00+08:00"), 0);
    /// assert_eq!(place("2025-07-09T23:00:00+08:00"), 8_000);
    /// assert_eq!(place("2025-07-09T23:30:00+08:00"), 9_000);
    /// assert_eq!(place("2025-07-09T24:00:00+08:00"), 10_000);
    /// ```
    pub fn place(&self, instant: DateTime<Utc>) -> i64 {
        let length = self.end.signed_duration_since(self.start).num_seconds().max(1);
        let gone = instant.signed_duration_since(self.start).num_seconds().clamp(0, length);
        let last = LAST_HOUR.min(length);
        // In a short window the hour takes as much without help.
        let share = (WHOLE * last / length).max(LAST_HOUR_SHARE);
        match (length - last) - gone {
            before @ 1.. => (WHOLE - share) * (length - last - before) / (length - last),
            _ => WHOLE - share * (length - gone) / last,
        }
    }
}
