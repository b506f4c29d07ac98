//! When an entry is sent, and sent again.

use super::{ID, answered, begun, ms, now, only, post, queued, sent, state, status, until, wait};
use campaign_widget::outbox::{Answer, Body, State};
use chrono::TimeDelta;
use proptest::prelude::*;

#[test]
fn the_wait_has_full_jitter_and_doubles_up_to_five_minutes() {
    let mut outbox = queued();
    let mut at = now();
    for bound in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300] {
        for random in [0, u32::MAX / 2, u32::MAX] {
            let mut outbox = outbox.clone();
            let entry = sent(&mut outbox, &Answer::TimedOut, at, random).unwrap();
            let wait = (entry.next_attempt_at.unwrap() - at).num_milliseconds();
            let bound = bound * 1_000;
            let expected = match random {
                0 => 250,
                u32::MAX => bound - 1,
                _ => (bound + 250) / 2 - 1,
            };
            assert!((wait - expected).abs() <= 1, "{wait} of {bound}");
        }
        sent(&mut outbox, &Answer::TimedOut, at, 0).unwrap();
        at += ms(250);
    }
}

#[test]
fn retry_after_is_followed_within_reason() {
    let hour = 3_600_000;
    let table = [
        ("7", 7_000),
        (" 120 ", 120_000),
        ("0", 250),
        ("3600", hour),
        ("3601", hour),
        ("31536000", hour),
        ("99999999999999999999999", hour),
        ("Fri, 04 Jul 2025 06:00:30 GMT", 30_000),
        ("Fri, 04 Jul 2025 05:59:30 GMT", 250),
        ("Thu, 03 Jul 1980 06:00:30 GMT", 250),
        ("Sat, 04 Jul 2026 06:00:00 GMT", hour),
    ];
    for (header, expected) in table {
        for random in [0, u32::MAX] {
            let mut outbox = queued();
            let entry = sent(&mut outbox, &wait(header), now(), random).unwrap();
            let wait = entry.next_attempt_at.unwrap() - now();
            // Nobody comes sooner than asked, nor all at once.
            let most = match expected {
                250 => 999,
                asked => (asked + 1_000).min(hour),
            };
            let wait = wait.num_milliseconds();
            assert!((expected..=most).contains(&wait), "{header}: {wait}");
        }
    }
}

#[test]
fn a_retry_after_that_cannot_be_read_is_as_none() {
    for header in [
        "",
        "soon",
        "-1",
        "+7",
        "1.5",
        "７",
        "Friday, 04-Jul-25 06:00:30 GMT",
        "Fri Jul  4 06:00:30 2025",
        "Fri, 04 Jul 2025 06:00:30 +0800",
        "Fri, 04 Jul 2025 06:00:30",
        "Fri, 04 Jul 2025 06:00:30 GMT later",
        "Fri, 4 Jul 2025 06:00:30 GMT",
        "Fri, 31 Jun 2025 06:00:30 GMT",
        "Fri, 04 Jul 2025 24:00:30 GMT",
        "Fri, 04 Jul 2025 06:00 GMT",
        "Fri, 04 Jul 2025 06:00:30:00 GMT",
        "Fri, 04 jul 2025 06:00:30 GMT",
        "Fri, 04 Jul 2025 06:00:+3 GMT",
    ] {
        let at = |random| {
            let mut outbox = queued();
            let entry = sent(&mut outbox, &wait(header), now(), random).unwrap();
            (entry.next_attempt_at.unwrap() - now()).num_milliseconds()
        };
        assert_eq!((at(0), at(u32::MAX)), (250, 999), "{header}");
    }
}

#[test]
fn an_entry_is_due_exactly_when_its_wait_is_over() {
    let outbox = answered(&wait("7"));
    let at = only(&outbox).next_attempt_at.unwrap();
    assert_eq!(outbox.due(until(), at - ms(1)), None);
    assert_eq!(outbox.next_wake(until(), now()), Some(at));
    assert_eq!(outbox.due(until(), at), Some("k"));
    assert_eq!(outbox.next_wake(until(), at + ms(5)), Some(at + ms(5)));
    let mut outbox = outbox;
    assert!(outbox.begin("k", until(), at - ms(1)).is_none());
    assert!(outbox.begin("k", until(), at).is_some());
}

#[test]
fn a_clock_that_is_put_back_holds_nothing_up() {
    let outbox = answered(&wait("3600"));
    let put_back = now() - ms(1);
    assert_eq!(outbox.due(until(), put_back), Some("k"));
    assert_eq!(outbox.next_wake(until(), put_back), Some(put_back));
    let mut outbox = queued();
    let years_ago = now() - TimeDelta::days(4_000);
    assert_eq!(outbox.due(until(), years_ago), Some("k"));
    assert!(outbox.begin("k", until(), years_ago).is_some());
}

#[test]
fn new_links_go_before_those_that_wait() {
    let mut outbox = answered(&wait("7"));
    outbox.add(&post(ID + 1), "l".to_owned(), now()).unwrap();
    outbox.add(&post(ID + 2), "m".to_owned(), now()).unwrap();
    let later = now() + ms(10_000);
    for key in ["l", "m", "k"] {
        assert_eq!(outbox.due(until(), later), Some(key));
        outbox.begin(key, until(), later).unwrap();
    }
}

#[test]
fn delivery_is_attempted_until_a_day_after_the_end() {
    let day = TimeDelta::days(1);
    let last = until() + day - ms(1);
    let mut outbox = answered(&Answer::NoConnection);
    assert_eq!(outbox.due(until(), last), Some("k"));
    assert!(!outbox.get("k").unwrap().expired(until(), last));
    assert!(outbox.get("k").unwrap().expired(until(), until() + day));
    assert_eq!(outbox.due(until(), until() + day), None);
    assert_eq!(outbox.next_wake(until(), until() + day), None);
    assert!(outbox.begin("k", until(), until() + day).is_none());
    // A wait that would end after that day is never over.
    sent(&mut outbox, &wait("7"), last, 0).unwrap();
    assert_eq!(outbox.next_wake(until(), last), None);
    // An answer that comes later still counts.
    let mut outbox = queued();
    let last = begun(&mut outbox, last);
    outbox.settle(&last, &status(200, Body::Json), until() + day, 0).unwrap();
    assert_eq!(state(&outbox), State::Delivered);
    assert!(!outbox.get("k").unwrap().expired(until(), until() + day));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_retry_after_leaves_a_wait_within_bounds(header in any::<String>(), attempts in 1usize..40, random: u32) {
        let mut outbox = queued();
        let mut at = now();
        for _ in 0..attempts {
            let next = sent(&mut outbox, &wait(&header), at, random).unwrap().next_attempt_at.unwrap();
            let wait = next - at;
            prop_assert!(wait >= ms(250) && wait <= TimeDelta::hours(1));
            at = next;
        }
    }
}
