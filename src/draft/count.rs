//! How much the person wrote.

use unicode_segmentation::UnicodeSegmentation;

use super::chars::{is_han_kana_hangul, is_unseen};
use super::scan::Piece;
use crate::campaign::Unit;

/// What counts of `text` towards the minimum: all but the `pieces`, white space
/// and characters that nobody sees.
///
/// The text on either side of a piece is counted by itself, so that taking the
/// piece out joins nothing.
pub fn count(text: &str, pieces: &[Piece], unit: Unit) -> usize {
    let of = match unit {
        Unit::Characters => characters,
        Unit::Words => words,
    };
    let mut total = 0;
    let mut start = 0;
    for piece in pieces {
        total += of(text.get(start..piece.range.start).unwrap_or_default());
        start = piece.range.end;
    }
    total + of(text.get(start..).unwrap_or_default())
}

/// User-perceived characters: extended grapheme clusters, UAX #29. A cluster in
/// which there is nothing to see is none; joiners and styles inside an emoji
/// stay where they are.
fn characters(text: &str) -> usize {
    let seen = |c: char| !c.is_whitespace() && !is_unseen(c);
    text.graphemes(true).filter(|cluster| cluster.contains(seen)).count()
}

/// Words, UAX #29: what stands between two word boundaries and holds a letter
/// or a number. Each Han, Kana or Hangul-syllable character is one.
fn words(text: &str) -> usize {
    text.split_word_bounds().map(words_between_bounds).sum()
}

fn words_between_bounds(segment: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    for c in segment.chars() {
        if is_han_kana_hangul(c) {
            words += 1;
            inside = false;
        } else if !inside && c.is_alphanumeric() && !is_unseen(c) {
            words += 1;
            inside = true;
        }
    }
    words
}
