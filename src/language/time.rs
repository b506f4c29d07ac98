//! Times and offsets, written alike in all languages.

use chrono::{DateTime, Datelike, FixedOffset, TimeDelta, Timelike, Utc};

use super::Midnight;

/// An offset from UTC: `UTC+8`, `UTC-3:30`.
pub(super) fn zone(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}

/// Year, month, day and `hh:mm`.
///
/// Midnight at the end of a day is 24:00 of that day, as announcements write it:
/// 00:00 on the 10th is easily taken for a day more.
pub(super) fn parts(moment: DateTime<FixedOffset>, midnight: Midnight) -> (i32, u32, u32, String) {
    let ends_day = midnight == Midnight::EndsDay && moment.num_seconds_from_midnight() == 0;
    let day = match ends_day {
        true => moment.checked_sub_signed(TimeDelta::days(1)).unwrap_or(moment),
        false => moment,
    };
    let hour = if ends_day { 24 } else { moment.hour() };
    (day.year(), day.month(), day.day(), format!("{hour:02}:{:02}", moment.minute()))
}

/// `hh:mm:ss` of a clock.
pub(super) fn clock(moment: DateTime<FixedOffset>) -> String {
    format!("{:02}:{:02}:{:02}", moment.hour(), moment.minute(), moment.second())
}

/// Minutes and seconds until `then`, one of which is 0: rounded minutes from one
/// and a half on, otherwise seconds.
pub(super) fn until(then: Option<DateTime<Utc>>, now: DateTime<Utc>) -> (i64, i64) {
    let seconds = then.map_or(0, |then| (then - now).num_seconds().max(0));
    match seconds {
        0..90 => (0, seconds),
        _ => ((seconds + 30) / 60, 0),
    }
}
