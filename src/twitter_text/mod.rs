//! What X makes of a text: its weighted length, and the links and hashtags in it.
//!
//! The rules are those of twitter-text 3.1.0, which X publishes; `tests/conformance`
//! holds this room to that library's own conformance suite, and the tables to its
//! source.

pub mod emoji;
mod hashtag;
pub mod url;
mod weight;
mod word_list;

pub use hashtag::{hashtags, is_sign, is_tag_char, starts_hashtag_after};
pub use weight::{LIMIT, weigh};
