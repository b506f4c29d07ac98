//! Editing a text field as if the person had typed, so that the browser's own
//! undo takes it back and the caret stays where the person was.
//!
//! Rules are checked on text in NFC, and so places are places in that; the
//! field may hold another form of it.

use std::ops::Range;

use web_sys::HtmlTextAreaElement;

use crate::browser::clipboard;
use crate::browser::text::nfc;
use crate::draft::{Edit, apply, joined, moved};

/// Where the caret is, in bytes of the field's text in NFC.
pub fn caret(field: &HtmlTextAreaElement) -> usize {
    let text = field.value();
    let units = field.selection_end().ok().flatten();
    let before = units.map_or(text.len(), |units| byte_at(&text, units as usize));
    nfc(text.get(..before).unwrap_or_default()).len()
}

/// Whether the person is in the field at this moment.
pub fn is_in_use(field: &HtmlTextAreaElement) -> bool {
    let page_has_focus = field.owner_document().and_then(|page| page.has_focus().ok());
    page_has_focus == Some(true) && field.matches(":focus").unwrap_or(false)
}

/// Makes the edits, which are ordered and do not overlap, and puts the caret
/// back among the same characters.
pub fn make(field: &HtmlTextAreaElement, edits: &[Edit]) {
    let raw = field.value();
    let text = nfc(&raw);
    let caret = moved(caret(field), edits);
    // One edit is one step for undo.
    let edit = match raw == text {
        true => joined(&text, edits),
        false => Some(Edit { range: 0..raw.len(), with: apply(&text, edits) }),
    };
    let Some(Edit { range, with }) = edit else { return };
    let _ = field.focus();
    let (start, end) = (unit_at(&raw, range.start), unit_at(&raw, range.end));
    let _ = field.set_selection_range(start, end);
    clipboard::type_text(&with);
    if field.value() == raw && !(with.is_empty() && start == end) {
        let _ = field.set_range_text_with_start_and_end(&with, start, end);
    }
    let place = unit_at(&field.value(), caret);
    let _ = field.set_selection_range(place, place);
}

/// Selects a stretch of the field's text and goes there.
pub fn select(field: &HtmlTextAreaElement, range: &Range<usize>) {
    let raw = field.value();
    let unit = |byte| {
        // The shortest beginning that is as long in NFC.
        let place = raw.char_indices().map(|(at, _)| at).chain([raw.len()]);
        let place = match raw == nfc(&raw) {
            true => byte,
            false => place
                .into_iter()
                .find(|&at| nfc(raw.get(..at).unwrap_or_default()).len() >= byte)
                .unwrap_or(raw.len()),
        };
        unit_at(&raw, place)
    };
    // A browser goes to the selection when the field gets the focus.
    let _ = field.blur();
    let _ = field.set_selection_range(unit(range.start), unit(range.end));
    let _ = field.focus();
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
fn unit_at(text: &str, byte: usize) -> u32 {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}
