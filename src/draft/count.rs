//! How much the person wrote.
//!
//! Where a character or a word ends is for the segmenter to say. It is not asked
//! about what every Latin, Cyrillic or East Asian text is full of, and about the
//! rest in few calls: a text of 25,000 characters is counted with each key that
//! is pressed.

use super::chars::is_han_kana_hangul;
use super::scan::{Piece, writing};
use crate::campaign::Unit;
use crate::campaign::is_unseen;

/// Parts a text by UAX #29: into extended grapheme clusters where the unit is
/// characters, at each word boundary where it is words. Returns the lengths of
/// the parts in bytes, from left to right; they add up to that of the text.
pub type Segmenter = fn(&str, Unit) -> Vec<usize>;

/// How many bytes are enough to ask the segmenter about. A call for each part
/// would be dear, and Chromium's takes time quadratic in the length of the text.
const ENOUGH: usize = 500;

/// What counts of `text` towards the minimum: all but the `pieces`, white space
/// and characters that nobody sees.
///
/// The text on either side of a piece is counted by itself, so that taking the
/// piece out joins nothing.
pub fn count(text: &str, pieces: &[Piece], unit: Unit, segmenter: Segmenter) -> usize {
    let mut counter = Counter { unit, segmenter, counted: 0, open: String::new() };
    writing(text, pieces).for_each(|stretch| counter.read(stretch));
    counter.ask();
    counter.counted
}

struct Counter {
    unit: Unit,
    segmenter: Segmenter,
    counted: usize,
    /// What the segmenter must be asked about. A line feed, which is a boundary
    /// whatever stands around it, ends each part.
    open: String,
}

impl Counter {
    fn read(&mut self, text: &str) {
        let parts = match self.unit {
            Unit::Characters => between_characters,
            Unit::Words => between_words,
        };
        let mut start = 0;
        let mut before = None;
        for (at, c) in text.char_indices() {
            if let Some(before) = before
                && parts(before, c)
            {
                self.part(text.get(start..at).unwrap_or_default(), before);
                start = at;
            }
            before = Some(c);
        }
        if let Some(last) = before {
            self.part(text.get(start..).unwrap_or_default(), last);
        }
    }

    /// Counts `part`, which ends with `last`.
    fn part(&mut self, part: &str, last: char) {
        let single = part.len() == last.len_utf8();
        let known = match self.unit {
            Unit::Characters if single && stands_alone(last) => Some(usize::from(is_seen(last))),
            Unit::Characters => None,
            Unit::Words if single => Some(usize::from(is_written(last))),
            Unit::Words => words_without_segmenter(part),
        };
        match known {
            Some(count) => self.counted += count,
            None => {
                self.open.push_str(part);
                self.open.push('\n');
                if self.open.len() >= ENOUGH {
                    self.ask();
                }
            }
        }
    }

    fn ask(&mut self) {
        let mut rest = self.open.as_str();
        if rest.is_empty() {
            return;
        }
        for len in (self.segmenter)(rest, self.unit) {
            let (segment, after) = rest.split_at_checked(len).unwrap_or_default();
            self.counted += match self.unit {
                Unit::Characters => usize::from(segment.contains(is_seen)),
                Unit::Words => words_between_bounds(segment),
            };
            rest = after;
        }
        self.open.clear();
    }
}

/// A cluster in which there is nothing to see is none; joiners and styles
/// inside an emoji stay where they are.
fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !is_unseen(c)
}

/// Whether there is a cluster boundary between `a` and `b` for certain.
fn between_characters(a: char, b: char) -> bool {
    stands_alone(a) && stands_alone(b) || a == '\n' || b == '\n' || b == ' ' && !may_be_prefix(a)
}

/// Whether `c` makes no cluster with another character of this kind: neither a
/// mark nor a jamo, an emoji, a joiner or a sign that is written before others.
/// (CR LF is a cluster, but nothing to see in any case.)
fn stands_alone(c: char) -> bool {
    match c as u32 {
        // Most of what is written, before the list.
        0..=0xA8 | 0x4E00..=0x9FFF => true,
        code => {
            is_han_kana_hangul(c)
                || matches!(code, 0xAF..=0x2FF | 0x370..=0x482 | 0x48A..=0x52F | 0x1E00..=0x1FFE
                | 0x2010..=0x2027 | 0x3000..=0x3020 | 0xFF01..=0xFF60)
        }
    }
}

/// Whether `c` may be one of the signs, all Arabic or Indic, that are written
/// before others (Grapheme_Cluster_Break is Prepend).
fn may_be_prefix(c: char) -> bool {
    matches!(c as u32, 0x600..=0x605 | 0x6DD | 0x70F | 0x890..=0x891 | 0x8E2 | 0xD4E
        | 0x1_1000..=0x1_1FFF)
}

/// Whether `a` and `b` can be counted apart: there is a word boundary between
/// them, or one of them is a word by itself.
///
/// Hangul syllables and marks of repetition are also letters to UAX #29, to
/// which an apostrophe may tie what is beyond; so they need plain neighbours.
fn between_words(a: char, b: char) -> bool {
    let parts = |c: char| c.is_ascii_whitespace() || is_han_kana_hangul(c);
    let is_letter = |c| matches!(c, '가'..='힣' | '々' | '〻');
    if is_letter(b) {
        stands_alone(a)
    } else {
        parts(b) || parts(a) && stands_alone(b) && (is_written(b) || !is_letter(a))
    }
}

fn words_without_segmenter(part: &str) -> Option<usize> {
    let word = part.trim_matches(|c| !is_written(c));
    let mut chars = word.chars();
    if chars.next().is_none() {
        Some(0)
    } else if chars.next().is_none() || part.is_ascii() && word.chars().all(is_written) {
        Some(1)
    } else {
        None
    }
}

/// Whether `c` makes a word of the segment that it is in.
fn is_written(c: char) -> bool {
    is_han_kana_hangul(c) || c.is_alphanumeric() && !is_unseen(c)
}

/// The words of what stands between two word boundaries: one if it holds a
/// letter or a number, but each Han, Kana or Hangul-syllable character is one.
fn words_between_bounds(segment: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    for c in segment.chars() {
        if is_han_kana_hangul(c) {
            words += 1;
            inside = false;
        } else if !inside && is_written(c) {
            words += 1;
            inside = true;
        }
    }
    words
}
