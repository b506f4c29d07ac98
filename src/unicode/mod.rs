//! Properties of characters and the segmentation of text, as Unicode 17 has them.
//!
//! Browsers segment text (`Intl.Segmenter`), but differently: each has the
//! Unicode version of its year, its own dictionaries, and some rules that are
//! not Unicode's. A draft must have the same count in all of them, so the rules
//! of UAX #29 are implemented here.

mod approximate;
mod blank;
pub mod graphemes;
mod invisible;
mod letters;
mod marks;
mod nfc;
mod pictographs;
pub mod ranges;
pub mod words;

pub use approximate::may_be_letter;
pub use blank::is_blank;
pub use invisible::{is_invisible, is_visible};
pub use letters::{is_digit, is_han_kana_hangul, is_letter, lower_case, same_letter};
pub use marks::is_mark;
pub use nfc::is_surely_nfc;
pub use pictographs::{EMOJI_STYLE, JOINER, is_pictograph, is_tag, is_tone};
