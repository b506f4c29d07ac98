//! The window as a picture, in which its last hour is enlarged.

use campaign_widget::campaign::Window;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_751_529_600, 0).expect("a moment")
}

fn at(second: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(second)
}

/// A window of so many seconds.
fn window(length: i64) -> Window {
    Window { start: start().fixed_offset(), end: at(length).fixed_offset() }
}

#[test]
fn a_long_window_gives_its_last_hour_a_fifth() {
    for length in [6 * HOUR, DAY, 6 * DAY + 8 * HOUR, 400 * DAY] {
        let window = window(length);
        assert_eq!(window.place(at(0)), 0);
        assert_eq!(window.place(at((length - HOUR) / 2)), 4_000, "{length}");
        assert_eq!(window.place(at(length - HOUR)), 8_000, "{length}");
        assert_eq!(window.place(at(length - HOUR / 2)), 9_000, "{length}");
        assert_eq!(window.place(at(length)), 10_000);
    }
}

/// Where the last hour has a fifth without help, nothing is enlarged.
#[test]
fn a_short_window_is_drawn_to_scale() {
    for length in [10 * MINUTE, HOUR, 2 * HOUR, 5 * HOUR] {
        let window = window(length);
        for percent in [0, 1, 10, 25, 50, 75, 90, 99, 100] {
            let place = window.place(at(length * percent / 100));
            assert!((place - percent * 100).abs() <= 1, "{length}: {percent} % at {place}");
        }
    }
}

#[test]
fn what_lies_outside_stands_at_the_ends() {
    for length in [1, 10 * MINUTE, HOUR, DAY] {
        let window = window(length);
        for before in [1, HOUR, 400 * DAY] {
            assert_eq!(window.place(at(-before)), 0, "{length}");
            assert_eq!(window.place(at(length + before)), 10_000, "{length}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn time_goes_on_from_one_end_to_the_other(
        length in prop_oneof![1..=7 * HOUR, 1..=400 * DAY],
        first in -100..=1_100_i64,
        second in -100..=1_100_i64,
    ) {
        let window = window(length);
        // In thousandths of the window: some are outside.
        let place = |share| window.place(start() + TimeDelta::milliseconds(length * share));
        let (earlier, later) = (place(first.min(second)), place(first.max(second)));
        prop_assert!(earlier <= later, "{} after {}", earlier, later);
        for place in [earlier, later] {
            prop_assert!((0..=10_000).contains(&place), "{}", place);
        }
    }

    #[test]
    fn the_last_hour_has_a_fifth_at_least(length in 1..=400 * DAY) {
        let window = window(length);
        prop_assert!(window.place(at(length - HOUR)) <= 8_000);
        prop_assert_eq!((window.place(at(0)), window.place(at(length))), (0, 10_000));
    }
}
