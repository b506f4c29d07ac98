//! Native suite: delivering links.
#![cfg(not(target_arch = "wasm32"))]
