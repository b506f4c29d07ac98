//! The device's randomness and clocks.

use std::collections::BTreeSet;

use campaign_widget::browser::device;
use chrono::DateTime;
use wasm_bindgen_test::wasm_bindgen_test;

/// RFC 9562, sections 4 and 5.4.
#[wasm_bindgen_test]
fn every_key_is_a_new_random_uuid() {
    let keys: BTreeSet<String> = (0..500).map(|_| device::uuid()).collect();
    assert_eq!(keys.len(), 500);
    for key in &keys {
        let lengths: Vec<usize> = key.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{key}");
        assert!(key.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f' | '-')), "{key}");
        assert_eq!(key.chars().nth(14), Some('4'), "the version of {key}");
        assert!(key.chars().nth(19).is_some_and(|c| "89ab".contains(c)), "the variant of {key}");
    }
    // No digit that should be random is the same in all of them.
    for place in (0..36).filter(|place| ![8, 13, 14, 18, 19, 23].contains(place)) {
        let digits: BTreeSet<_> = keys.iter().map(|key| key.chars().nth(place)).collect();
        assert_eq!(digits.len(), 16, "at {place}");
    }
}

#[wasm_bindgen_test]
fn the_clocks_go_on_and_the_zone_keeps_the_instant() {
    let before = device::reading();
    let after = device::reading();
    assert!(before.wall > 1_700_000_000_000 && after.monotonic >= before.monotonic);
    let instant = DateTime::from_timestamp_millis(1_752_076_800_123).unwrap();
    assert_eq!(device::local(instant).to_utc(), instant);
}
