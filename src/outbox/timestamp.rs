//! Writing times. By hand, since chrono's formatting would add a sixth to the
//! whole widget.

use chrono::{Datelike, NaiveDateTime, Timelike};

/// `2025-07-04T05:03:56`, with `between` the day and the time.
pub(super) fn timestamp(time: NaiveDateTime, between: &'static str) -> String {
    let mut text = String::with_capacity(24);
    let parts = [
        ("", u32::try_from(time.year()).unwrap_or(0), 4),
        ("-", time.month(), 2),
        ("-", time.day(), 2),
        (between, time.hour(), 2),
        (":", time.minute(), 2),
        (":", time.second(), 2),
    ];
    for (mark, value, width) in parts {
        text.push_str(mark);
        push_digits(&mut text, value, width);
    }
    text
}

/// A number with at least so many digits.
pub(super) fn push_digits(text: &mut String, value: u32, width: usize) {
    let digits = value.to_string();
    for _ in digits.len()..width {
        text.push('0');
    }
    text.push_str(&digits);
}
