//! Editing a text field as if the person had typed, so that the browser's own
//! undo takes it back and the caret stays where the person was.

use web_sys::HtmlTextAreaElement;

use crate::browser::clipboard;
use crate::draft::Edit;

/// Where the caret is, in bytes of the field's text.
pub fn caret(field: &HtmlTextAreaElement) -> usize {
    let text = field.value();
    let units = field.selection_end().ok().flatten();
    units.map_or(text.len(), |units| byte_at(&text, units as usize))
}

/// Whether the person is in the field at this moment.
pub fn is_in_use(field: &HtmlTextAreaElement) -> bool {
    let page_has_focus = field.owner_document().and_then(|page| page.has_focus().ok());
    page_has_focus == Some(true) && field.matches(":focus").unwrap_or(false)
}

/// Makes the edits, which are ordered and do not overlap, and puts the caret
/// back among the same characters.
pub fn make(field: &HtmlTextAreaElement, edits: &[Edit]) {
    let text = field.value();
    let caret = caret(field);
    let _ = field.focus();
    // From the end, so that the places of the others stay true.
    for edit in edits.iter().rev() {
        let (start, end) = (unit_at(&text, edit.range.start), unit_at(&text, edit.range.end));
        let _ = field.set_selection_range(start, end);
        let before = field.value();
        clipboard::type_text(&edit.with);
        if field.value() == before && !(edit.with.is_empty() && start == end) {
            let _ = field.set_range_text_with_start_and_end(&edit.with, start, end);
        }
    }
    let place = unit_at(&field.value(), moved(caret, edits));
    let _ = field.set_selection_range(place, place);
}

/// Where a place in the text is after the edits. A place inside an edit, or
/// at an insertion, is behind what was put there.
fn moved(place: usize, edits: &[Edit]) -> usize {
    let mut after = place;
    for edit in edits.iter().take_while(|edit| edit.range.start <= place) {
        let removed = edit.range.end.min(place) - edit.range.start;
        after = after + edit.with.len() - removed;
    }
    after
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
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}
