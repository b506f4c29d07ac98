//! Native suite: the campaign file and its window.
#![cfg(not(target_arch = "wasm32"))]
// .clippy.toml excuses the tests alone, not the functions that they share.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod address;
mod clock;
mod endpoint;
mod faults;
mod follow;
mod json;
mod language;
mod moment;
mod nearest;
mod place;
mod pool;
mod real_campaign;
mod repeated;
mod sample;
mod schema;
mod step;
mod tag;
mod window;
