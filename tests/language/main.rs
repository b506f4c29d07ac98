//! Native suite: every sentence that a person reads, in every language.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

mod all;
mod check;
mod found;
mod literals;
mod phrases;
mod scripts;
