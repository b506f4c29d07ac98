//! Native suite: reading links to posts.
#![cfg(not(target_arch = "wasm32"))]
