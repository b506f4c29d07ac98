//! Dates in HTTP headers.

use chrono::{DateTime, NaiveDate, Utc};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Reads the one form that servers send, `Sun, 06 Nov 1994 08:49:37 GMT`
/// (IMF-fixdate, RFC 9110, section 5.6.7). The day of the week is not
/// checked. The two obsolete forms are not read.
pub(super) fn parse(text: &str) -> Option<DateTime<Utc>> {
    let mut parts = text.split(' ');
    let mut next = || parts.next();
    let (_weekday, day, month, year, time, zone) =
        (next()?, next()?, next()?, next()?, next()?, next()?);
    if zone != "GMT" || next().is_some() {
        return None;
    }
    let month = (1..).zip(MONTHS).find(|(_, name)| *name == month)?.0;
    let mut clock = time.split(':');
    let mut next = || number(clock.next()?, 2);
    let (hour, minute, second) = (next()?, next()?, next()?);
    if clock.next().is_some() {
        return None;
    }
    let year = i32::try_from(number(year, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, month, number(day, 2)?)?;
    Some(date.and_hms_opt(hour, minute, second)?.and_utc())
}

fn number(digits: &str, width: usize) -> Option<u32> {
    let plain = digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}
