//! The components and the browser's edge in a real browser, by
//! wasm-bindgen-test.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "the lints do not know these for tests")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

#[path = "web/address.rs"]
mod address;
#[path = "web/card.rs"]
mod card;
#[path = "web/composing.rs"]
mod composing;
#[path = "web/device.rs"]
mod device;
#[path = "web/lifecycle.rs"]
mod lifecycle;
#[path = "web/page.rs"]
mod page;
#[path = "web/paint.rs"]
mod paint;
#[path = "web/piece.rs"]
mod piece;
#[path = "web/press_guard.rs"]
mod press_guard;
#[path = "web/share.rs"]
mod share;
#[path = "web/signal.rs"]
mod signal;
#[path = "web/storage.rs"]
mod storage;
#[path = "web/style.rs"]
mod style;
#[path = "web/text.rs"]
mod text;
#[path = "web/unannounced.rs"]
mod unannounced;

wasm_bindgen_test_configure!(run_in_browser);
