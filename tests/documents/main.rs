//! Native suite: what the documents say of the repository is true of it: their
//! links, the names of files, and the map of the rooms.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

mod backends;
mod links;
mod rooms;
mod snippet;
mod sources;
mod versions;
