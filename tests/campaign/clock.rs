//! The true time, from a device whose own clock may be wrong.

use campaign_widget::campaign::{Milestone, Phase};
use campaign_widget::time::{Clock, Reading};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

/// An evening in the last hours of a campaign, in milliseconds since 1970.
const EVENING: i64 = 1_752_069_600_000;

fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).expect("an instant")
}

/// What the device shows so many milliseconds after it was read first.
fn after(millis: i64) -> Reading {
    Reading { wall: EVENING + millis, monotonic: 5_000 + millis }
}

#[test]
fn a_device_is_trusted_until_a_server_speaks() {
    let clock = Clock::of_device(after(0));
    assert_eq!(clock.now(after(0)), instant(EVENING));
    assert_eq!(clock.now(after(61_001)), instant(EVENING + 61_001));
}

#[test]
fn a_wall_clock_that_is_set_meanwhile_changes_nothing() {
    let clock = Clock::of_device(after(0));
    let set_back = Reading { wall: EVENING - 7_200_000, ..after(1_000) };
    assert_eq!(clock.now(set_back), instant(EVENING + 1_000));
}

#[test]
fn a_server_corrects_what_is_off_by_more_than_two_seconds() {
    let table = [
        // (the server is ahead by, the clock is then ahead by)
        (0, 0),
        (2_000, 0),
        (-2_000, 0),
        (2_001, 2_001),
        (5 * 3_600_000, 5 * 3_600_000),
        (-5 * 3_600_000, -5 * 3_600_000),
        (-60_001, -60_001),
    ];
    for (server, shown) in table {
        let mut clock = Clock::of_device(after(0));
        clock.synchronise(instant(EVENING + 1_000 + server), after(1_000));
        assert_eq!(clock.now(after(1_000)), instant(EVENING + 1_000 + shown), "{server}");
    }
}

#[test]
fn a_clock_that_is_up_to_a_minute_fast_stands_still_instead_of_jumping_back() {
    let mut clock = Clock::of_device(after(0));
    clock.synchronise(instant(EVENING - 30_000), after(0));
    assert_eq!(clock.now(after(0)), instant(EVENING));
    assert_eq!(clock.now(after(29_999)), instant(EVENING));
    assert_eq!(clock.now(after(31_000)), instant(EVENING + 1_000));
}

#[test]
fn what_the_device_slept_is_made_up_for() {
    let mut clock = Clock::of_device(after(0));
    // An hour by the wall clock, a second by the one that sleeps.
    let morning = Reading { wall: EVENING + 3_600_000, monotonic: 6_000 };
    assert!(clock.wake(morning));
    assert_eq!(clock.now(morning), instant(EVENING + 3_600_000));
}

/// Two clocks that are read one after the other may differ by a little.
#[test]
fn what_is_up_to_two_seconds_is_no_sleep() {
    for (slept, is_sleep) in [(2_000, false), (2_001, true)] {
        let mut clock = Clock::of_device(after(0));
        let later = Reading { wall: EVENING + 1_000 + slept, monotonic: 6_000 };
        assert_eq!(clock.wake(later), is_sleep, "{slept} ms");
    }
}

#[test]
fn without_a_sleep_waking_changes_nothing() {
    let mut clock = Clock::of_device(after(0));
    assert!(!clock.wake(after(90_000)));
    assert_eq!(clock.now(after(90_000)), instant(EVENING + 90_000));
}

/// Standing still was once taken for a sleep, and the clock set forward.
#[test]
fn standing_still_is_no_sleep() {
    let mut clock = Clock::of_device(after(0));
    clock.synchronise(instant(EVENING - 30_000), after(0));
    assert!(!clock.wake(after(10)));
    assert_eq!(clock.now(after(10)), instant(EVENING));
}

/// A clock that was a bit fast was set as if it had not stood still.
#[test]
fn a_sleep_while_the_clock_stands_still_is_made_up_for_once() {
    let mut clock = Clock::of_device(after(0));
    clock.synchronise(instant(EVENING - 30_000), after(0));
    // Ten seconds later it sleeps for an hour.
    let morning = Reading { wall: EVENING + 3_610_000, ..after(10_000) };
    assert!(clock.wake(morning));
    assert_eq!(clock.now(morning), instant(EVENING - 30_000 + 3_610_000));
}

/// The sleep was taken for the rest of what the clock had been set back.
#[test]
fn a_wall_clock_that_was_set_back_hides_no_sleep_once_a_server_has_told() {
    let mut clock = Clock::of_device(after(0));
    let set_back = Reading { wall: EVENING - 7_200_000, ..after(0) };
    assert!(clock.wake(set_back));
    assert_eq!(clock.now(set_back), instant(EVENING));
    clock.synchronise(instant(EVENING), set_back);
    assert!(!clock.wake(set_back));
    let morning = Reading { wall: set_back.wall + 3_600_000, ..after(0) };
    assert!(clock.wake(morning));
    assert_eq!(clock.now(morning), instant(EVENING + 3_600_000));
}

/// Without a server, a clock that is set back and right again has not slept.
#[test]
fn a_wall_clock_that_is_set_back_and_forth_changes_nothing() {
    let mut clock = Clock::of_device(after(0));
    assert!(clock.wake(Reading { wall: EVENING - 7_200_000, ..after(1_000) }));
    assert!(!clock.wake(after(2_000)));
    assert_eq!(clock.now(after(2_000)), instant(EVENING + 2_000));
}

#[test]
fn far_more_time_than_was_asked_for_by_either_clock_is_noticed() {
    let due = after(1_000);
    let table = [
        // (what the wall clock is late by, the monotonic clock, is it long?)
        (0, 0, false),
        (2_000, 2_000, false),
        (3_600_000, 3_600_000, true),
        // It stands still while the device sleeps.
        (3_600_000, 0, true),
        // The wall clock was set back meanwhile.
        (-7_200_000, 0, false),
        (-7_200_000, 3_600_000, true),
        (i64::MAX, i64::MIN, true),
    ];
    for (wall, monotonic, is_long) in table {
        let reading = Reading {
            wall: due.wall.saturating_add(wall),
            monotonic: due.monotonic.saturating_add(monotonic),
        };
        assert_eq!(reading.is_long_after(due), is_long, "{wall} {monotonic}");
    }
}

#[test]
fn milestones_are_few_and_in_order() {
    let table = [
        (Phase::Before, 30, Milestone::Before),
        (Phase::Open, 86_401, Milestone::Open),
        (Phase::Open, 86_400, Milestone::Day),
        (Phase::Open, 3_600, Milestone::Hour),
        (Phase::Open, 600, Milestone::TenMinutes),
        (Phase::Open, 60, Milestone::Minute),
        (Phase::Open, 1, Milestone::Minute),
        (Phase::Closed, 0, Milestone::Closed),
    ];
    for (phase, seconds, milestone) in table {
        assert_eq!(Milestone::at(phase, seconds), milestone, "{phase:?} {seconds}");
    }
}

/// Nothing, or so many milliseconds that they are noticed.
fn none_or_noticed() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 2_001i64..10_000_000]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn never_runs_backwards_between_readings(steps in prop::collection::vec(0i64..100_000, 1..20)) {
        let clock = Clock::of_device(after(0));
        let mut passed = 0;
        let mut last = clock.now(after(0));
        for step in steps {
            passed += step;
            let now = clock.now(after(passed));
            prop_assert_eq!(now - last, TimeDelta::milliseconds(step));
            last = now;
        }
    }

    /// Whatever servers say within a minute, no reader sees a digit return.
    #[test]
    fn small_corrections_never_turn_it_back(
        steps in prop::collection::vec((0i64..20_000, -59_000i64..59_000), 1..20),
    ) {
        let mut clock = Clock::of_device(after(0));
        let mut passed = 0;
        for (step, off) in steps {
            passed += step;
            let before = clock.now(after(passed));
            clock.synchronise(before + TimeDelta::milliseconds(off), after(passed));
            prop_assert!(clock.now(after(passed)) >= before);
        }
    }

    /// However often a device sleeps, and however its wall clock is set back, with a
    /// server that is asked whenever the clocks have come apart.
    #[test]
    fn no_sleep_is_lost(
        steps in prop::collection::vec((0i64..100_000, none_or_noticed(), none_or_noticed()), 1..20),
    ) {
        let mut clock = Clock::of_device(after(0));
        let (mut awake, mut asleep, mut set_back) = (0, 0, 0);
        for (run, sleep, back) in steps {
            set_back += back;
            let reading = Reading { wall: after(awake + asleep - set_back).wall, ..after(awake) };
            if clock.wake(reading) {
                clock.synchronise(instant(EVENING + awake + asleep), reading);
            }
            awake += run;
            asleep += sleep;
            let reading = Reading { wall: after(awake + asleep - set_back).wall, ..after(awake) };
            let before = clock.now(reading);
            clock.wake(reading);
            prop_assert!(clock.now(reading) >= before);
            prop_assert_eq!(clock.now(reading), instant(EVENING + awake + asleep));
        }
    }

    #[test]
    fn no_reading_makes_it_panic(
        wall in any::<i64>(), monotonic in any::<i64>(), other in any::<i64>(), server in any::<i64>(),
    ) {
        let mut clock = Clock::of_device(Reading { wall, monotonic });
        clock.synchronise(DateTime::from_timestamp_millis(server).unwrap_or_default(), after(0));
        clock.wake(Reading { wall: other, monotonic: wall });
        clock.now(Reading { wall: monotonic, monotonic: other });
        Reading { wall, monotonic }.plus(other).is_long_after(Reading { wall: other, monotonic: wall });
    }
}
