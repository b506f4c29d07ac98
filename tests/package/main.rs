//! Native suite: the npm package says what is true of the widget, to npm and to
//! editors. What TypeScript and readers are told is generated of that: see
//! `xtask::surface`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

mod manifest;
mod npm;
