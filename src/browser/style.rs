//! The style sheets of a card: those of `style/` in one line, which `style/build.rs` makes
//! of them.

/// What each card adopts first.
pub const CARD: &str = include_str!(concat!(env!("OUT_DIR"), "/card.css"));

/// The style of what comes after the countdown.
pub const FORMS: &str = include_str!(concat!(env!("OUT_DIR"), "/forms.css"));
