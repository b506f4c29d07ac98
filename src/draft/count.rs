//! How much the person wrote.

use super::scan::{Piece, writing};
use crate::campaign::Unit;
use crate::unicode::{graphemes, words};

/// What counts of `text` towards the minimum: all but the `pieces`, white space
/// and characters that nobody sees.
///
/// The text on either side of a piece is counted by itself, so that taking the
/// piece out joins nothing.
pub fn count(text: &str, pieces: &[Piece], unit: Unit) -> usize {
    let count = match unit {
        Unit::Characters => graphemes::count,
        Unit::Words => words::count,
    };
    writing(text, pieces).map(count).sum()
}
