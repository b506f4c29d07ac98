//! A file as the crate `icalendar` reads it.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use icalendar::parser::{Component, read_calendar, unfold};

/// What a calendar keeps of a file.
#[derive(Debug)]
pub struct Entry {
    pub uid: String,
    pub sequence: i64,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub summary: String,
    pub description: String,
    pub url: Option<String>,
    /// When each alarm rings, and what it says.
    pub alarms: Vec<(DateTime<Utc>, String)>,
}

impl Entry {
    /// The deadline, which comes last.
    pub fn read(file: &str) -> Self {
        Self::all(file).pop().expect("an entry")
    }

    pub fn all(file: &str) -> Vec<Self> {
        let unfolded = unfold(file);
        let calendar = read_calendar(&unfolded).expect("a calendar");
        calendar.components.iter().map(Self::of).collect()
    }

    fn of(event: &Component) -> Self {
        let start = instant(value(event, "DTSTART"));
        let alarm = |alarm: &Component| {
            let before = match value(alarm, "TRIGGER") {
                "-PT23H" => TimeDelta::hours(23),
                "PT0S" => TimeDelta::zero(),
                other => panic!("{other}"),
            };
            (start - before, value(alarm, "DESCRIPTION").to_owned())
        };
        Self {
            uid: value(event, "UID").to_owned(),
            sequence: value(event, "SEQUENCE").parse().expect("an integer"),
            start,
            end: instant(value(event, "DTEND")),
            summary: value(event, "SUMMARY").to_owned(),
            description: event.find_prop("DESCRIPTION").map_or("", |text| text.val.as_str()).into(),
            url: event.find_prop("URL").map(|url| url.val.as_str().to_owned()),
            alarms: event.components.iter().map(alarm).collect(),
        }
    }
}

fn value<'c>(component: &'c Component, name: &str) -> &'c str {
    component.find_prop(name).expect(name).val.as_str()
}

fn instant(text: &str) -> DateTime<Utc> {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").expect("an instant in UTC").and_utc()
}
