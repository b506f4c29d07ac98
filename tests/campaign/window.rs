//! The window, its phases and its countdown.

use campaign_widget::campaign::{Phase, Window};
use campaign_widget::time::read_moment;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

fn window(start: &str, end: &str) -> Window {
    let read = |text| read_moment(text).expect("a moment");
    Window { start: read(start), end: read(end) }
}

fn xstocks() -> Window {
    window("2025-07-03T16:00:00+08:00", "2025-07-09T24:00:00+08:00")
}

fn at(text: &str) -> DateTime<Utc> {
    read_moment(text).expect("a moment").to_utc()
}

#[test]
fn is_half_open_to_the_millisecond() {
    let table = [
        ("2025-07-03T00:00:00Z", Phase::Before),
        ("2025-07-03T15:59:59.999+08:00", Phase::Before),
        ("2025-07-03T16:00:00.000+08:00", Phase::Open),
        ("2025-07-03T16:00:00.001+08:00", Phase::Open),
        ("2025-07-04T05:03:56.693Z", Phase::Open),
        ("2025-07-09T23:59:59.999+08:00", Phase::Open),
        ("2025-07-09T15:59:59.999Z", Phase::Open),
        ("2025-07-10T00:00:00.000+08:00", Phase::Closed),
        ("2025-07-09T16:00:00.000Z", Phase::Closed),
        ("2025-07-10T00:00:00.001+08:00", Phase::Closed),
        ("2026-01-01T00:00:00Z", Phase::Closed),
    ];
    for (text, phase) in table {
        assert_eq!(xstocks().phase(at(text)), phase, "{text}");
        assert_eq!(xstocks().contains(at(text)), phase == Phase::Open, "{text}");
    }
}

#[test]
fn counts_whole_seconds_to_the_next_boundary() {
    let table = [
        ("2025-07-03T15:00:00+08:00", 3600),
        ("2025-07-03T15:59:58.001+08:00", 2),
        ("2025-07-03T15:59:59.000+08:00", 1),
        ("2025-07-03T15:59:59.999+08:00", 1),
        // Six days and eight hours of campaign.
        ("2025-07-03T16:00:00+08:00", 6 * 86_400 + 8 * 3600),
        ("2025-07-09T23:59:59.000+08:00", 1),
        ("2025-07-09T23:59:59.001+08:00", 1),
        ("2025-07-09T23:59:59.999+08:00", 1),
        ("2025-07-10T00:00:00+08:00", 0),
        ("2025-07-10T00:00:01+08:00", 0),
        ("2030-01-01T00:00:00Z", 0),
    ];
    for (text, seconds) in table {
        assert_eq!(xstocks().seconds_left(at(text)), seconds, "{text}");
    }
}

#[test]
fn a_nanosecond_is_still_a_second_to_go() {
    let window = xstocks();
    for boundary in [window.start.to_utc(), window.end.to_utc()] {
        assert_eq!(window.seconds_left(boundary - TimeDelta::nanoseconds(1)), 1);
    }
}

#[test]
fn a_change_of_clocks_in_between_costs_nothing() {
    // A Polish campaign, from summer time into winter time.
    let window = window("2024-10-14T18:00:00+02:00", "2024-11-11T16:55:00+01:00");
    assert_eq!(window.seconds_left(window.start.to_utc()), 28 * 86_400 - 5 * 60);
}

#[test]
fn phases_have_the_names_of_the_hooks() {
    let names = [Phase::Before, Phase::Open, Phase::Closed].map(Phase::name);
    assert_eq!(names, ["before", "open", "closed"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Waiting exactly for the count, no less and no more, reaches the next
    /// phase.
    #[test]
    fn the_phase_changes_exactly_when_the_count_has_run_out(
        before in 0..2_000_000_000_000_000_i64, length in 1..1_000_000_000_000_000_i64,
    ) {
        let now = at("2025-01-01T00:00:00Z");
        let start = now + TimeDelta::nanoseconds(before);
        let end = start + TimeDelta::nanoseconds(length);
        let window = Window { start: start.fixed_offset(), end: end.fixed_offset() };
        for now in [now, start, end - TimeDelta::nanoseconds(1), end] {
            let phase = window.phase(now);
            let left = window.seconds_left(now);
            prop_assert_eq!(left == 0, phase == Phase::Closed);
            if left > 0 {
                let boundary = if phase == Phase::Before { start } else { end };
                let gap = boundary - now;
                prop_assert!(TimeDelta::seconds(left - 1) < gap && gap <= TimeDelta::seconds(left));
                prop_assert_ne!(window.phase(boundary), phase);
                prop_assert_eq!(window.phase(boundary - TimeDelta::nanoseconds(1)), phase);
            }
        }
    }

    #[test]
    fn the_countdown_never_goes_up_within_a_phase(
        first in 0..700_000_000_i64, second in 0..700_000_000_i64,
    ) {
        let window = xstocks();
        let origin = at("2025-07-03T00:00:00Z");
        let earlier = origin + TimeDelta::milliseconds(first.min(second));
        let later = origin + TimeDelta::milliseconds(first.max(second));
        if window.phase(earlier) == window.phase(later) {
            prop_assert!(window.seconds_left(later) <= window.seconds_left(earlier));
        }
    }
}
