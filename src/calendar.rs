//! The campaign's deadline as a calendar file: iCalendar, RFC 5545.

use chrono::{DateTime, TimeDelta, Utc};

use crate::time::write_moment;
use crate::unicode::{JOINER, is_mark, is_tag, is_tone};

/// A deadline, and what a calendar says about it. The texts are one language's,
/// and none is empty.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// The campaign's id.
    pub campaign: &'a str,
    /// The host of the campaign's questionnaire: campaigns of two hosts may have
    /// the same id.
    pub host: &'a str,
    /// The first instant that counts, and the title of an entry of its own, which is
    /// there as long as that is ahead.
    pub start: (DateTime<Utc>, &'a str),
    /// The first instant that no longer counts, in whole seconds.
    pub end: DateTime<Utc>,
    /// The title of the entry. Since the entry is the last hour, it should name
    /// the end.
    pub summary: &'a str,
    /// What else there is to know, in any number of lines.
    pub description: &'a str,
    /// The page of the announcement, an `https:` address.
    pub page: Option<&'a str>,
    /// What the alarm a day before the end says.
    pub day_left: &'a str,
    /// What the alarm an hour before the end says.
    pub hour_left: &'a str,
}

/// The most octets of a line without its line break, RFC 5545 section 3.1.
const LINE: usize = 75;

const HOUR: TimeDelta = TimeDelta::hours(1);
const DAY: TimeDelta = TimeDelta::days(1);

impl Deadline<'_> {
    /// Writes the file, whose type is `text/calendar` in UTF-8, for a reader who
    /// asks for it at `now`.
    ///
    /// - **The entry is the last hour** before the end, and blocks no time
    ///   (`TRANSP`, section 3.8.2.7). An entry of no length is valid only without a
    ///   `DTEND` (sections 3.6.1 and 3.8.2.2). Google's interface refuses it, khal
    ///   makes it the hour after the deadline, and one at midnight would be shown on
    ///   the day after.
    /// - **Alarms** count from the start, as Outlook ([MS-OXCICAL]) and others
    ///   (`findings/alarm-before-the-end.sh`) count even those with `RELATED=END`
    ///   (section 3.8.6.3), which would ring an hour early. Outlook keeps one alarm
    ///   alone, so the earlier one comes first. An alarm that is due at `now` or before
    ///   is left out.
    /// - **The start** is an entry, too, while it is ahead: its first hour, with an alarm.
    /// - **A later file replaces an earlier one** in calendars that know entries by
    ///   their `UID`, which is the campaign's. `SEQUENCE` (section 3.8.7.4) never becomes
    ///   smaller. It counts minutes since 1970, so that no revision has to be
    ///   stored: unlike milliseconds, they fit into an integer's 32 bits (section
    ///   3.3.8). Within a minute, `DTSTAMP` decides (RFC 5546 section 2.1.5).
    /// - **No `METHOD`**, which makes a file a message between people: `PUBLISH` must
    ///   have an organizer (RFC 5546 section 3.2.1), and no server may keep an entry
    ///   with a method (RFC 4791 section 4.1).
    /// - The page is in the description, too: not every calendar shows a `URL`.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::calendar::Deadline;
    /// use campaign_widget::time::read_moment;
    ///
    /// let moment = |text| read_moment(text).expect("a moment").to_utc();
    /// let deadline = Deadline {
    ///     campaign: "spring-2026",
    ///     host: "forms.example",
    ///     start: (moment("2026-03-01T10:00:00+08:00"), "Spring begins"),
    ///     end: moment("2026-03-07T24:00:00+08:00"),
    ///     summary: "Spring: ends at 24:00 (UTC+8)",
    ///     description: "Hand in the link to your post.",
    ///     page: Some("https://gate.example/spring"),
    ///     day_left: "Spring ends in a day",
    ///     hour_left: "Spring ends in an hour",
    /// };
    /// let file = deadline.file(moment("2026-03-07T10:30:00+08:00"));
    /// assert!(file.contains("\r\nDTEND:20260307T160000Z\r\n"));
    /// // Less than a day is left.
    /// assert_eq!(file.matches("BEGIN:VALARM").count(), 1);
    /// ```
    ///
    /// [MS-OXCICAL]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcical/9710b22c-ba2e-4581-be59-e143a952708a
    pub fn file(&self, now: DateTime<Utc>) -> String {
        let mut file = File(String::new());
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//campaign-widget//NONSGML campaign-widget//EN");
        let uid = self.uid();
        let (start, summary) = self.start;
        if start > now {
            file.begin(&[&uid, "-start"].concat(), now, start, summary);
            file.alarm("TRIGGER:PT0S", summary);
            file.line("END:VEVENT");
        }
        file.begin(&uid, now, self.end - HOUR, self.summary);
        let page = self.page.unwrap_or_default();
        file.text("DESCRIPTION:", [self.description, page].join("\n").trim_end());
        if !page.is_empty() {
            file.line(&["URL:", page].concat());
        }
        let left = self.end - now;
        if left > DAY {
            file.alarm("TRIGGER:-PT23H", self.day_left);
        }
        if left > HOUR {
            file.alarm("TRIGGER:PT0S", self.hour_left);
        }
        file.line("END:VEVENT");
        file.line("END:VCALENDAR");
        file.0
    }

    /// The campaign's id, and the host as a number: a `UID` must not name a host
    /// (RFC 7986 section 5.3).
    fn uid(&self) -> String {
        // FNV-1a.
        let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let host = self.host.bytes().fold(0x811C_9DC5, mix);
        [self.campaign, "-", &host.to_string()].concat()
    }
}

/// The lines so far.
struct File(String);

impl File {
    /// Writes a line, folded where it is too long (section 3.1): between
    /// characters, and not inside what a reader sees as one.
    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LINE);
        while let Some((head, tail)) = split(rest, room) {
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            (rest, room) = (tail, LINE - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }

    /// Writes a property whose value is a TEXT (section 3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut line = name.to_owned();
        for c in text.chars() {
            match c {
                '\n' => line.push_str("\\n"),
                // No text may contain these.
                c if c.is_control() && c != '\t' => {}
                c => {
                    if matches!(c, '\\' | ';' | ',') {
                        line.push('\\');
                    }
                    line.push(c);
                }
            }
        }
        self.line(&line);
    }

    /// Writes a property whose value is an instant: a DATE-TIME in UTC (section
    /// 3.3.5).
    fn moment(&mut self, name: &str, instant: DateTime<Utc>) {
        let mut line = name.to_owned();
        let written = write_moment(instant);
        let seconds = written.split('.').next().unwrap_or_default();
        line.extend(seconds.split(['-', ':']));
        line.push('Z');
        self.line(&line);
    }

    /// Begins an entry of an hour.
    fn begin(&mut self, uid: &str, now: DateTime<Utc>, start: DateTime<Utc>, summary: &str) {
        self.line("BEGIN:VEVENT");
        self.text("UID:", uid);
        self.line(&["SEQUENCE:", &(now.timestamp() / 60).to_string()].concat());
        self.moment("DTSTAMP:", now);
        self.moment("DTSTART:", start);
        self.moment("DTEND:", start + HOUR);
        self.line("TRANSP:TRANSPARENT");
        self.text("SUMMARY:", summary);
    }

    fn alarm(&mut self, trigger: &str, text: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(trigger);
        self.text("DESCRIPTION:", text);
        self.line("END:VALARM");
    }
}

/// Splits `text` after at most `room` octets, if it is longer.
fn split(text: &str, room: usize) -> Option<(&str, &str)> {
    let longest = text.floor_char_boundary(room);
    let mut at = longest;
    while is_inside(text, at) {
        at = text.floor_char_boundary(at - 1);
    }
    // A letter may have any number of marks.
    let at = if at == 0 { longest } else { at };
    text.split_at_checked(at).filter(|(_, tail)| !tail.is_empty())
}

/// Whether what a reader sees as one character would be parted.
fn is_inside(text: &str, at: usize) -> bool {
    let (head, tail) = text.split_at_checked(at).unwrap_or_default();
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return false;
    };
    let is_flag = |c| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    before == JOINER
        || after == JOINER
        || is_mark(after)
        || is_tone(after)
        || is_tag(after)
        || is_flag(before) && is_flag(after)
}
