//! Times: their parts are written alike in all languages, and put together by each.

use chrono::{DateTime, Datelike, FixedOffset, TimeDelta, Timelike, Utc};

use super::Language;

/// Converts an instant to the reader's time zone.
pub type Local<'a> = &'a dyn Fn(DateTime<Utc>) -> DateTime<FixedOffset>;

/// How midnight is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Midnight {
    /// `00:00` of the day that starts.
    StartsDay,
    /// `24:00` of the day that ends.
    EndsDay,
}

/// The current year. Moments in this year are written without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThisYear(pub i32);

/// An offset from UTC: `UTC+8`, `UTC-3:30`.
pub fn zone(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}

impl Language {
    /// A day and a time, without the year if it is this year.
    pub fn moment_of(
        &self,
        moment: DateTime<FixedOffset>,
        midnight: Midnight,
        this_year: ThisYear,
    ) -> String {
        let (day, clock) = day_and_clock(moment, midnight);
        let date = match day.year() == this_year.0 {
            true => self.date(self.month(day.month()), &day.day().to_string()),
            false => self.whole_date(day),
        };
        self.moment(&date, &clock)
    }

    /// The end of the campaign in words, where it is a day away or less; nothing where it
    /// is further, or over. Both are in the reader's time zone.
    pub fn end_in_words(
        &self,
        end: DateTime<FixedOffset>,
        now: DateTime<FixedOffset>,
    ) -> Option<String> {
        let left = (end - now).num_seconds();
        if !(1..=86_400).contains(&left) {
            return None;
        }
        let (day, clock) = day_and_clock(end, Midnight::EndsDay);
        let zone = zone(*end.offset());
        let ends = match (day.date_naive() - now.date_naive()).num_days() {
            0 => self.ends_today(&clock, &zone),
            1 => self.ends_tomorrow(&clock, &zone),
            _ => return None,
        };
        let minutes = usize::try_from(left).unwrap_or(0).div_ceil(60);
        Some(match minutes {
            ..90 => self.ends_in_minutes(&ends, minutes),
            _ => self.ends_in_hours(&ends, (minutes + 30) / 60),
        })
    }

    /// An instant in the campaign's time zone, and in the reader's if that is another.
    pub(super) fn in_both_zones(
        &self,
        instant: DateTime<Utc>,
        campaign_offset: FixedOffset,
        local: Local<'_>,
    ) -> String {
        let (theirs, yours) = (instant.with_timezone(&campaign_offset), local(instant));
        let precisely = |at: DateTime<FixedOffset>| {
            let clock = format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second());
            self.moment_in_zone(&self.moment(&self.whole_date(at), &clock), &zone(*at.offset()))
        };
        match theirs.offset() == yours.offset() {
            true => precisely(theirs),
            false => self.both_times(&precisely(theirs), &precisely(yours)),
        }
    }

    /// A past time, without the day if it is today.
    pub(super) fn past(&self, at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
        match at.date_naive() == now.date_naive() {
            true => day_and_clock(at, Midnight::StartsDay).1,
            false => self.moment_of(at, Midnight::StartsDay, ThisYear(now.year())),
        }
    }

    fn whole_date(&self, day: DateTime<FixedOffset>) -> String {
        let (year, number) = (day.year().to_string(), day.day().to_string());
        // In the order of the values of the sentence.
        self.date_with_year(&year, self.month(day.month()), &number)
    }

    fn month(&self, number: u32) -> &'static str {
        match number {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }
}

/// The day and `hh:mm`.
///
/// Midnight at the end of a day is 24:00 of that day, as announcements write it: 00:00 on
/// the 10th is easily taken for a day more.
fn day_and_clock(
    moment: DateTime<FixedOffset>,
    midnight: Midnight,
) -> (DateTime<FixedOffset>, String) {
    let ends_day = midnight == Midnight::EndsDay && moment.num_seconds_from_midnight() == 0;
    let day = match ends_day {
        true => moment.checked_sub_signed(TimeDelta::days(1)).unwrap_or(moment),
        false => moment,
    };
    let hour = if ends_day { 24 } else { moment.hour() };
    (day, format!("{hour:02}:{:02}", moment.minute()))
}

/// Minutes and seconds until `then`, one of which is 0: rounded minutes from one
/// and a half on, otherwise seconds.
pub(super) fn until(then: Option<DateTime<Utc>>, now: DateTime<Utc>) -> (usize, usize) {
    let seconds = then.map_or(0, |then| (then - now).num_seconds().max(0));
    let seconds = usize::try_from(seconds).unwrap_or(0);
    match seconds {
        0..90 => (0, seconds),
        _ => ((seconds + 30) / 60, 0),
    }
}
