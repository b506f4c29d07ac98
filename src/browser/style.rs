//! The style sheet of a card.

/// The sheets of `style/` in one line, which `style/build.rs` makes of them.
pub const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/card.css"));
