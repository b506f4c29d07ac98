//! Native suite: the rules of a draft.
#![cfg(not(target_arch = "wasm32"))]
