//! Times in words.

use campaign_widget::language::{Language, Midnight, ThisYear};
use chrono::{DateTime, FixedOffset};

use super::{language, languages};

fn at(moment: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(moment).expect(moment)
}

#[test]
fn the_end_of_a_day_is_24_00_of_it_in_every_language() {
    let midnight = at("2025-07-10T00:00:00+08:00");
    for language in languages() {
        let says = |midnight_is| language.moment_of(midnight, midnight_is, ThisYear(2025));
        let (ends, starts) = (says(Midnight::EndsDay), says(Midnight::StartsDay));
        assert!(ends.contains("24:00") && ends.contains('9') && !ends.contains("10"), "{ends}");
        assert!(starts.contains("00:00") && starts.contains("10"), "{starts}");
    }
}

#[test]
fn a_moment_reads_as_the_language_writes_it() {
    let end = at("2025-07-10T00:00:00+08:00");
    for (tag, this_year, other_year) in [
        ("zh-CN", "7月9日 24:00", "2025年7月9日 24:00"),
        ("en", "July 9, 24:00", "July 9, 2025, 24:00"),
    ] {
        let says = |year| language(tag).moment_of(end, Midnight::EndsDay, ThisYear(year));
        assert_eq!(says(2025), this_year);
        assert_eq!(says(2024), other_year);
    }
}

#[test]
fn the_end_is_told_in_words_within_a_day_of_it() {
    let english = language("en");
    let says = |end: &str, now: &str| english.end_in_words(at(end), at(now));
    // Announcements write 24:00; that is today, also for whoever is in another day.
    let end = "2025-07-10T00:00:00+08:00";
    for (now, words) in [
        ("2025-07-08T23:59:59+08:00", None),
        ("2025-07-09T00:00:00+08:00", Some("Ends today at 24:00 (UTC+8), in 24 hours")),
        ("2025-07-09T20:31:00+08:00", Some("Ends today at 24:00 (UTC+8), in 3 hours")),
        ("2025-07-09T22:31:00+08:00", Some("Ends today at 24:00 (UTC+8), in 89 minutes")),
        ("2025-07-09T23:59:00+08:00", Some("Ends today at 24:00 (UTC+8), in 1 minute")),
        ("2025-07-09T23:59:59+08:00", Some("Ends today at 24:00 (UTC+8), in 1 minute")),
        ("2025-07-10T00:00:00+08:00", None),
        ("2025-07-10T09:00:00+08:00", None),
    ] {
        assert_eq!(says(end, now).as_deref(), words, "{now}");
    }
    for (end, now, words) in [
        // The same end for a reader in Seoul, where it is another day; in New York; and on
        // both sides of the date line, where the days are a day apart.
        (
            "2025-07-10T01:00:00+09:00",
            "2025-07-09T22:00:00+09:00",
            "Ends tomorrow at 01:00 (UTC+9), in 3 hours",
        ),
        (
            "2025-07-10T01:00:00+09:00",
            "2025-07-10T00:10:00+09:00",
            "Ends today at 01:00 (UTC+9), in 50 minutes",
        ),
        (
            "2025-07-09T12:00:00-04:00",
            "2025-07-08T23:00:00-04:00",
            "Ends tomorrow at 12:00 (UTC-4), in 13 hours",
        ),
        (
            "2025-07-09T05:00:00-11:00",
            "2025-07-09T02:00:00-11:00",
            "Ends today at 05:00 (UTC-11), in 3 hours",
        ),
        (
            "2025-07-10T06:00:00+14:00",
            "2025-07-10T03:00:00+14:00",
            "Ends today at 06:00 (UTC+14), in 3 hours",
        ),
        // A clock that is put forward, and back, in between.
        (
            "2025-03-30T04:00:00+02:00",
            "2025-03-30T01:00:00+01:00",
            "Ends today at 04:00 (UTC+2), in 2 hours",
        ),
        (
            "2025-10-26T03:00:00+01:00",
            "2025-10-26T00:00:00+02:00",
            "Ends today at 03:00 (UTC+1), in 4 hours",
        ),
    ] {
        assert_eq!(says(end, now).as_deref(), Some(words));
    }
}

/// Of one language a person would see the wrong day a whole night long.
#[test]
fn today_and_tomorrow_differ_in_every_language() {
    let end = at("2025-07-10T01:00:00+09:00");
    let says = |language: &Language, now| language.end_in_words(end, at(now)).unwrap();
    for language in languages() {
        let (tomorrow, today) = (
            says(&language, "2025-07-09T23:10:00+09:00"),
            says(&language, "2025-07-10T00:10:00+09:00"),
        );
        assert_ne!(tomorrow.replace("110", "50"), today, "{}", language.tag());
    }
}
