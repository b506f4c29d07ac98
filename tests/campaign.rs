//! Native suite: the campaign file and its window.
#![cfg(not(target_arch = "wasm32"))]
