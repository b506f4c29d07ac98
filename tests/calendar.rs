//! Native suite: the deadline as a calendar file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

use campaign_widget::calendar::Deadline;
use campaign_widget::time::read_moment;
use chrono::{DateTime, TimeDelta, Utc};

#[path = "calendar/folded.rs"]
mod folded;
#[path = "calendar/properties.rs"]
mod properties;
#[path = "calendar/read.rs"]
mod read;
#[path = "calendar/texts.rs"]
mod texts;

use read::Entry;

fn moment(text: &str) -> DateTime<Utc> {
    read_moment(text).unwrap().to_utc()
}

const PAGE: &str = "https://gate.example/articles/45926?a=1,2;b";

fn deadline() -> Deadline<'static> {
    Deadline {
        campaign: "gate-xstocks-2025-07",
        host: "www.gate.com",
        start: (moment("2025-07-01T16:00:00+08:00"), "Gate xStocks 交易体验 · 活动已开始"),
        end: moment("2025-07-09T24:00:00+08:00"),
        summary: "Gate xStocks 交易体验：7 月 9 日 24:00 截止",
        description: "交作品链接",
        page: Some(PAGE),
        day_left: "还剩一天",
        hour_left: "还剩一小时",
    }
}

fn days_before(days: i64) -> DateTime<Utc> {
    deadline().end - TimeDelta::days(days)
}

#[test]
fn the_file_is_as_calendars_expect_it() {
    let expected = "BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//campaign-widget//NONSGML campaign-widget//EN\r
BEGIN:VEVENT\r
UID:gate-xstocks-2025-07-1999847150\r
SEQUENCE:29190525\r
DTSTAMP:20250702T044556Z\r
DTSTART:20250709T150000Z\r
DTEND:20250709T160000Z\r
TRANSP:TRANSPARENT\r
SUMMARY:Gate xStocks 交易体验：7 月 9 日 24:00 截止\r
DESCRIPTION:交作品链接\\nhttps://gate.example/articles/45926?a=1\\,2\\;b\r
URL:https://gate.example/articles/45926?a=1,2;b\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
TRIGGER:-PT23H\r
DESCRIPTION:还剩一天\r
END:VALARM\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
TRIGGER:PT0S\r
DESCRIPTION:还剩一小时\r
END:VALARM\r
END:VEVENT\r
END:VCALENDAR\r
";
    assert_eq!(deadline().file(moment("2025-07-02T04:45:56.789Z")), expected);
}

#[test]
fn without_a_page_there_is_no_address() {
    let file = Deadline { page: None, ..deadline() }.file(days_before(7));
    assert!(file.contains("\r\nDESCRIPTION:交作品链接\r\n"), "{file}");
    assert!(!file.contains("URL:"), "{file}");
}

#[test]
fn an_alarm_is_there_while_it_is_still_to_come() {
    let (hour, second) = (TimeDelta::hours(1), TimeDelta::seconds(1));
    let both = vec![(hour * 24, "还剩一天"), (hour, "还剩一小时")];
    let last = vec![(hour, "还剩一小时")];
    for (before_the_end, expected) in [
        (TimeDelta::days(400), &both),
        (hour * 24 + second, &both),
        (hour * 24, &last),
        (hour * 24 - second, &last),
        (hour + second, &last),
        (hour, &vec![]),
        (second, &vec![]),
        (-hour, &vec![]),
    ] {
        let deadline = deadline();
        let entry = Entry::read(&deadline.file(deadline.end - before_the_end));
        let alarms: Vec<_> =
            entry.alarms.iter().map(|(at, text)| (deadline.end - *at, text.as_str())).collect();
        assert_eq!(&alarms, expected, "{before_the_end} before the end");
    }
}

#[test]
fn the_entry_ends_with_the_last_day() {
    let entry = Entry::read(&deadline().file(days_before(7)));
    let in_china = |instant: DateTime<Utc>| (instant + TimeDelta::hours(8)).naive_utc().to_string();
    assert_eq!(in_china(entry.start), "2025-07-09 23:00:00");
    assert_eq!(in_china(entry.end), "2025-07-10 00:00:00");
}

#[test]
fn a_corrected_campaign_replaces_its_entry() {
    let first = Entry::read(&deadline().file(days_before(7)));
    let corrected = Deadline {
        end: deadline().end + TimeDelta::days(2),
        summary: "Another title",
        description: "Another text",
        page: None,
        ..deadline()
    };
    let corrected = Entry::read(&corrected.file(days_before(6)));
    assert_eq!(first.uid, corrected.uid);
    assert!(first.sequence < corrected.sequence);
    assert_eq!(corrected.end - first.end, TimeDelta::days(2));
    assert_eq!(corrected.alarms[0].0 - first.alarms[0].0, TimeDelta::days(2));
}

#[test]
fn two_campaigns_have_two_entries() {
    let uid = |deadline: Deadline| Entry::read(&deadline.file(days_before(7))).uid;
    let all = [
        uid(deadline()),
        uid(Deadline { host: "m.gate.com", ..deadline() }),
        uid(Deadline { campaign: "gate-xstocks-2025-08", ..deadline() }),
        uid(Deadline { campaign: "盖特-2025.07", ..deadline() }),
    ];
    for (at, one) in all.iter().enumerate() {
        assert!(!all[..at].contains(one), "{one}");
        assert!(!one.contains("gate.com"), "{one}");
    }
}

/// INTEGER, RFC 5545 section 3.3.8.
#[test]
fn the_sequence_is_an_integer_for_four_thousand_years() {
    let sequence = |now| Entry::read(&deadline().file(moment(now))).sequence;
    assert_eq!(sequence("1970-01-01T00:00:00Z"), 0);
    assert!(i32::try_from(sequence("6000-01-01T00:00:00Z")).is_ok());
}

/// Whoever asks before the campaign is reminded of its start as well.
#[test]
fn the_start_is_an_entry_of_its_own_while_it_is_ahead() {
    let (start, summary) = deadline().start;
    let file = deadline().file(start - TimeDelta::seconds(1));
    let [opening, closing] = &Entry::all(&file)[..] else { panic!("not two entries: {file}") };
    assert_eq!((opening.start, opening.end), (start, start + TimeDelta::hours(1)));
    assert_eq!(opening.alarms, [(start, summary.to_owned())]);
    assert_eq!(closing.end, deadline().end);
    assert_ne!(opening.uid, closing.uid);
    // From its first second on it is nothing to be reminded of.
    assert_eq!(deadline().file(start).matches("BEGIN:VEVENT").count(), 1);
}
