//! The text field, and places in it.
//!
//! Browsers count places in UTF-16 code units of what the field holds. Rules are
//! checked on text in NFC, where places are bytes. The two meet here alone.

use std::ops::Range;

use crate::draft::{Edit, apply, joined, moved};

/// What the field holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// The text, in whatever form it was typed.
    pub text: String,
    /// Where the caret is, or the end of the selection, in UTF-16 code units.
    pub caret: usize,
}

/// A stretch of the field to be replaced, as if the person had typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced, in UTF-16 code units.
    pub range: Range<usize>,
    /// By what.
    pub with: String,
    /// Where the caret goes, in UTF-16 code units of the new text.
    pub caret: usize,
    /// What the field holds after it.
    pub text: String,
}

impl Field {
    /// Where the caret is, in bytes of the text in NFC.
    pub(super) fn caret_in_nfc(&self, nfc: impl Fn(&str) -> String) -> usize {
        let before = self.text.get(..byte_at(&self.text, self.caret)).unwrap_or_default();
        nfc(before).len()
    }
}

impl Replacement {
    /// What makes `edits`, which are ordered and do not overlap, on the text in NFC:
    /// one replacement, so that one step of undo takes it back, with the caret among
    /// the same characters. `None` where there is nothing to do.
    pub(super) fn of(
        field: &Field,
        edits: &[Edit],
        nfc: impl Fn(&str) -> String,
    ) -> Option<Replacement> {
        let raw = &field.text;
        let text = nfc(raw);
        let caret = moved(field.caret_in_nfc(nfc), edits);
        let Edit { range, with } = match *raw == text {
            true => joined(&text, edits)?,
            false => Edit { range: 0..raw.len(), with: apply(&text, edits) },
        };
        let edit = [Edit { range: range.clone(), with: with.clone() }];
        let after = apply(raw, &edit);
        Some(Replacement {
            range: unit_at(raw, range.start)..unit_at(raw, range.end),
            with,
            caret: unit_at(&after, caret),
            text: after,
        })
    }
}

/// Where a stretch of a text in NFC is in the field that holds `raw`, in UTF-16 code
/// units.
pub fn selection(raw: &str, range: &Range<usize>, nfc: impl Fn(&str) -> String) -> Range<usize> {
    let is_nfc = raw == nfc(raw);
    let unit = |byte: usize| {
        // The shortest beginning that is as long in NFC.
        let mut places = raw.char_indices().map(|(at, _)| at);
        let is_there = |&at: &usize| nfc(raw.get(..at).unwrap_or_default()).len() >= byte;
        let place = if is_nfc { byte } else { places.find(is_there).unwrap_or(raw.len()) };
        unit_at(raw, place)
    };
    unit(range.start)..unit(range.end)
}

/// The place after so many UTF-16 code units, in bytes.
fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    for (byte, character) in text.char_indices() {
        if left < character.len_utf16() {
            return byte;
        }
        left -= character.len_utf16();
    }
    text.len()
}

/// The place after so many bytes, in UTF-16 code units.
fn unit_at(text: &str, byte: usize) -> usize {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or(text);
    before.encode_utf16().count()
}
