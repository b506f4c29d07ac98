//! Native suite: the npm package says what is true of the widget, to npm, to
//! TypeScript and to editors.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

mod declarations;
mod manifest;
mod npm;
mod readme;
mod sources;
mod types;
