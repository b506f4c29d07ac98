//! The length of a draft.

use super::scan::{Piece, writing};
use crate::campaign::Unit;
use crate::unicode::{graphemes, words};

/// Counts what `text` contributes to the minimum: everything but the `pieces`,
/// white space and invisible characters.
///
/// The texts on both sides of a piece are counted separately, so that removing
/// the piece joins nothing.
pub fn count(text: &str, pieces: &[Piece], unit: Unit) -> usize {
    let count = match unit {
        Unit::Characters => graphemes::count,
        Unit::Words => words::count,
    };
    writing(text, pieces).map(count).sum()
}
