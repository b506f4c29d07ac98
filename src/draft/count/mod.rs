//! How much the person wrote.
//!
//! Browsers can part a text (`Intl.Segmenter`), but not alike: each has the
//! Unicode of its year, dictionaries of its own, and some rules that are not
//! Unicode's. A draft shall have one count wherever it is written, so the rules
//! of UAX #29 are here.

mod characters;
mod words;

use super::scan::{Piece, writing};
use crate::campaign::{Unit, is_unseen};

/// What counts of `text` towards the minimum: all but the `pieces`, white space
/// and characters that nobody sees.
///
/// The text on either side of a piece is counted by itself, so that taking the
/// piece out joins nothing.
pub fn count(text: &str, pieces: &[Piece], unit: Unit) -> usize {
    let count = match unit {
        Unit::Characters => characters::count,
        Unit::Words => words::count,
    };
    writing(text, pieces).map(count).sum()
}

/// Joiners and styles inside an emoji are not seen, and stay where they are.
fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !is_unseen(c)
}
