//! The device's clocks, its time zone, its randomness and its console.

use chrono::{DateTime, FixedOffset, Utc};
use js_sys::{Date, Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::console;

use crate::time::Reading;

/// Reads the device's clocks.
pub fn reading() -> Reading {
    Reading { wall: Date::now() as i64, monotonic: monotonic() }
}

/// Reads the clock that nobody sets, in milliseconds.
pub fn monotonic() -> i64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or_else(Date::now, |clock| clock.now()) as i64
}

/// Converts an instant to the reader's time zone.
pub fn local(instant: DateTime<Utc>) -> DateTime<FixedOffset> {
    let date = Date::new(&JsValue::from_f64(instant.timestamp_millis() as f64));
    let west = date.get_timezone_offset() as i32;
    let offset = FixedOffset::east_opt(west.saturating_mul(-60));
    match offset {
        Some(offset) => instant.with_timezone(&offset),
        None => instant.fixed_offset(),
    }
}

/// Writes an error to the console.
pub fn report(error: &str) {
    console::error_1(&["<campaign-widget>: ", error].concat().into());
}

/// Waits for this many milliseconds.
pub async fn pause(milliseconds: i32) {
    let wait = |done: Function, _: Function| {
        let window = web_sys::window();
        window.map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds)
        });
    };
    let _ = JsFuture::from(Promise::new(&mut { wait })).await;
}

/// Returns a promise that rejects after this many milliseconds.
pub fn deadline(milliseconds: i32) -> Promise {
    Promise::new(&mut |_: Function, fail: Function| {
        let window = web_sys::window();
        let _ = window.map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&fail, milliseconds)
        });
    })
}

/// Returns a uniform random number.
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Returns a random UUID, RFC 9562 section 5.4.
pub fn uuid() -> String {
    let mut bytes = [0u8; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    // randomUUID exists only in secure contexts; this exists everywhere.
    let random_bytes = crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if !matches!(random_bytes, Some(Ok(_))) {
        bytes.fill_with(|| random() as u8);
    }
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
    *version = (*version & 0x0f) | 0x40;
    *variant = (*variant & 0x3f) | 0x80;
    let mut key = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            key.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            key.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    key
}
