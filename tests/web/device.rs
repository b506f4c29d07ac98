//! The device's randomness and clocks.

use std::collections::BTreeSet;

use campaign_widget::browser::device;
use chrono::DateTime;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn replace(owner: &str, name: &str, value: &Function) -> Function;
    #[wasm_bindgen(js_name = "function_of")]
    fn value(script: &str) -> Function;
}

/// With a value of the browser that is what a script gives.
fn with<T>(owner: &str, name: &str, script: &str, look: impl FnOnce() -> T) -> T {
    let undo = replace(owner, name, &value(script));
    let seen = look();
    undo.call0(&JsValue::NULL).unwrap();
    seen
}

/// Without randomness all keys were one.
#[wasm_bindgen_test]
fn every_key_is_new_without_the_randomness_of_the_browser_too() {
    for crypto in ["undefined", "({})", "(() => { throw new TypeError(); })()"] {
        let keys = || (0..500).map(|_| device::uuid()).collect::<BTreeSet<_>>();
        assert_eq!(with("window", "crypto", crypto, keys).len(), 500, "{crypto}");
    }
}

#[wasm_bindgen_test]
fn the_clock_goes_on_without_a_monotonic_one() {
    let reading = with("window", "performance", "undefined", device::reading);
    assert!((0..1_000).contains(&(reading.monotonic - reading.wall)));
}

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
