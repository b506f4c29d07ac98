//! How X reads a text: its weighted length, and its links and hashtags.
//!
//! The rules are those of twitter-text 3.1.0, which X publishes;
//! `tests/conformance` checks this room against that library's own conformance
//! suite, and the tables against its source.

pub mod emoji;
mod hashtag;
pub mod url;
mod weight;
mod word_list;

pub use hashtag::{hashtags, is_sign, is_tag_char, starts_hashtag_after};
pub use weight::{LIMIT, weigh};
