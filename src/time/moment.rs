//! Reads and writes instants.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, TimeZone, Timelike, Utc};

/// Why a text is not an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentError {
    /// Not of the form `2025-07-09T24:00:00+08:00`.
    Shape,
    /// A date and a time without an offset from UTC, which could be any of 38
    /// instants.
    NoOffset,
    /// There is no such day or time.
    NoSuchTime,
}

/// Reads an instant in the format of RFC 3339 section 5.6.
///
/// More lenient than the RFC in three ways that people rely on: `24:00` is the
/// end of the day (ISO 8601-1:2019/Amd 1:2022), seconds are optional, and a
/// space may replace the `T`. Stricter in one: a second 60 is invalid, for
/// neither X nor browsers count leap seconds. Digits beyond milliseconds are
/// truncated.
///
/// # Examples
///
/// ```
/// use campaign_widget::time::{MomentError, read_moment};
///
/// let end_of_day = read_moment("2025-07-09T24:00:00+08:00")?;
/// assert_eq!(end_of_day, read_moment("2025-07-10T00:00:00+08:00")?);
/// assert_eq!(read_moment("2025-07-09T24:00:00"), Err(MomentError::NoOffset));
/// # Ok::<(), MomentError>(())
/// ```
pub fn read_moment(text: &str) -> Result<DateTime<FixedOffset>, MomentError> {
    let mut rest = Cursor(text);
    let year = rest.digits(4)?;
    rest.one_of("-")?;
    let month = rest.digits(2)?;
    rest.one_of("-")?;
    let day = rest.digits(2)?;
    rest.one_of("Tt ")?;
    let hour = rest.digits(2)?;
    rest.one_of(":")?;
    let minute = rest.digits(2)?;
    let mut second = 0;
    let mut milli = 0;
    let mut whole = true;
    if rest.one_of(":").is_ok() {
        second = rest.digits(2)?;
        if rest.one_of(".").is_ok() {
            (milli, whole) = rest.fraction()?;
        }
    }
    let offset = rest.offset()?;

    let end_of_day = hour == 24 && minute == 0 && second == 0 && whole;
    let hour = if end_of_day { 0 } else { hour };
    let date = i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .and_then(|date| if end_of_day { date.succ_opt() } else { Some(date) });
    date.and_then(|date| date.and_hms_milli_opt(hour, minute, second, milli))
        .and_then(|local| offset.from_local_datetime(&local).single())
        .ok_or(MomentError::NoSuchTime)
}

/// Writes an instant as RFC 3339 in UTC, to the millisecond:
/// `2025-07-04T05:03:56.693Z`.
pub fn write_moment(instant: DateTime<Utc>) -> String {
    // chrono's own formatter would add some 15 KB.
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        instant.year(),
        instant.month(),
        instant.day(),
        instant.hour(),
        instant.minute(),
        instant.second(),
        instant.timestamp_subsec_millis().min(999),
    )
}

struct Cursor<'t>(&'t str);

impl Cursor<'_> {
    fn digits(&mut self, count: usize) -> Result<u32, MomentError> {
        let (digits, rest) = self.0.split_at_checked(count).ok_or(MomentError::Shape)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MomentError::Shape);
        }
        self.0 = rest;
        digits.parse().map_err(|_| MomentError::Shape)
    }

    fn one_of(&mut self, allowed: &str) -> Result<char, MomentError> {
        let mut rest = self.0.chars();
        let found = rest
            .next()
            .filter(|&c| allowed.chars().any(|one| one == c))
            .ok_or(MomentError::Shape)?;
        self.0 = rest.as_str();
        Ok(found)
    }

    /// Reads the digits after the decimal point, truncated to milliseconds, and
    /// whether all of them are zero.
    fn fraction(&mut self) -> Result<(u32, bool), MomentError> {
        let length = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at_checked(length).ok_or(MomentError::Shape)?;
        if digits.is_empty() {
            return Err(MomentError::Shape);
        }
        self.0 = rest;
        let mut millis = 0;
        for place in 0..3 {
            let digit = digits.as_bytes().get(place).map_or(0, |byte| u32::from(byte - b'0'));
            millis = millis * 10 + digit;
        }
        Ok((millis, digits.bytes().all(|digit| digit == b'0')))
    }

    fn offset(&mut self) -> Result<FixedOffset, MomentError> {
        if self.0.is_empty() {
            return Err(MomentError::NoOffset);
        }
        let sign = match self.one_of("Zz+-")? {
            '+' => 1,
            '-' => -1,
            _ => 0,
        };
        let mut minutes = 0;
        if sign != 0 {
            let hours = self.digits(2)?;
            self.one_of(":")?;
            let rest = self.digits(2)?;
            if hours > 23 || rest > 59 {
                return Err(MomentError::NoSuchTime);
            }
            minutes = i64::from(hours * 60 + rest);
        }
        if !self.0.is_empty() {
            return Err(MomentError::Shape);
        }
        let seconds = TimeDelta::minutes(minutes).num_seconds() * sign;
        i32::try_from(seconds).ok().and_then(FixedOffset::east_opt).ok_or(MomentError::NoSuchTime)
    }
}
