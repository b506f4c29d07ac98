//! When an entry is sent, and sent again.

use super::{ID, answered, begun, ms, now, only, post, queued, sent, state, status, until, wait};
use campaign_widget::outbox::{Answer, Body, State};
use chrono::TimeDelta;
use proptest::prelude::*;

#[test]
fn the_wait_doubles_from_2_s_to_150_s_and_is_longer_by_chance_up_to_twice() {
    let mut outbox = queued();
    let mut at = now();
    for least in [2, 4, 8, 16, 32, 64, 128, 150, 150, 150] {
        let least = least * 1_000;
        for (random, expected) in
            [(0, least), (u32::MAX / 2, least * 3 / 2 - 1), (u32::MAX, least * 2 - 1)]
        {
            let mut outbox = outbox.clone();
            let entry = sent(&mut outbox, &Answer::TimedOut, at, random).unwrap();
            let wait = (entry.next_attempt_at.unwrap() - at).num_milliseconds();
            assert_eq!(wait, expected, "{random}");
        }
        sent(&mut outbox, &Answer::TimedOut, at, 0).unwrap();
        at += ms(least);
    }
}

#[test]
fn retry_after_is_followed_within_reason_and_by_chance_half_as_long_again() {
    let hour = 3_600_000;
    let table = [
        ("7", 7_000, 10_499),
        (" 120 ", 120_000, 179_999),
        // The own jitter is longer.
        ("3", 3_000, 4_999),
        ("1", 2_000, 3_999),
        ("0", 2_000, 3_999),
        ("3600", hour, hour + hour / 2 - 1),
        ("3601", hour, hour + hour / 2 - 1),
        ("31536000", hour, hour + hour / 2 - 1),
        ("99999999999999999999999", hour, hour + hour / 2 - 1),
        ("Fri, 04 Jul 2025 06:00:30 GMT", 30_000, 44_999),
        ("Fri, 04 Jul 2025 05:59:30 GMT", 2_000, 3_999),
        ("Thu, 03 Jul 1980 06:00:30 GMT", 2_000, 3_999),
        ("Sat, 04 Jul 2026 06:00:00 GMT", hour, hour + hour / 2 - 1),
    ];
    for (header, least, most) in table {
        for (random, expected) in [(0, least), (u32::MAX, most)] {
            let mut outbox = queued();
            let entry = sent(&mut outbox, &wait(header), now(), random).unwrap();
            let wait = entry.next_attempt_at.unwrap() - now();
            assert_eq!(wait.num_milliseconds(), expected, "{header}");
        }
    }
}

#[test]
fn a_retry_after_that_cannot_be_read_is_as_none() {
    for header in ["", "soon", "-1", "+7", "1.5", "７"] {
        let at = |random| {
            let mut outbox = queued();
            let entry = sent(&mut outbox, &wait(header), now(), random).unwrap();
            (entry.next_attempt_at.unwrap() - now()).num_milliseconds()
        };
        assert_eq!((at(0), at(u32::MAX)), (2_000, 3_999), "{header}");
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
    // Further ahead than any wait is: half an hour more, and a millisecond.
    let put_back = now() - TimeDelta::minutes(30) - ms(1);
    assert_eq!(outbox.due(until(), put_back), Some("k"));
    assert_eq!(outbox.next_wake(until(), put_back), Some(put_back));
    let mut outbox = queued();
    let years_ago = now() - TimeDelta::days(4_000);
    assert_eq!(outbox.due(until(), years_ago), Some("k"));
    assert!(outbox.begin("k", until(), years_ago).is_some());
}

/// The longest wait that there is, seen by a clock that was put back by the
/// millisecond that it lacks to an hour and a half.
#[test]
fn the_longest_wait_is_waited_out() {
    let mut outbox = queued();
    sent(&mut outbox, &wait("3600"), now(), u32::MAX).unwrap();
    let at = only(&outbox).next_attempt_at.unwrap();
    let before = at - TimeDelta::minutes(90);
    assert_eq!(before, now() - ms(1));
    assert_eq!(outbox.due(until(), before), None);
    assert_eq!(outbox.next_wake(until(), before), Some(at));
    assert_eq!(outbox.due(until(), before - ms(1)), Some("k"));
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

/// Seconds, a date of the days around, or anything at all.
fn retry_after() -> impl Strategy<Value = String> {
    let dates = -200_000..200_000_i64;
    let date = |seconds| {
        let at = now() + TimeDelta::seconds(seconds);
        at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    };
    prop_oneof!["[0-9]{1,25}", dates.prop_map(date), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_retry_after_leaves_a_wait_within_bounds(header in retry_after(), attempts in 1usize..40, random: u32) {
        let mut outbox = queued();
        let mut at = now();
        for _ in 0..attempts {
            let next = sent(&mut outbox, &wait(&header), at, random).unwrap().next_attempt_at.unwrap();
            let wait = next - at;
            prop_assert!(wait >= ms(2_000) && wait <= TimeDelta::minutes(90));
            at = next;
        }
    }
}
