//! The text field of an editor. It is edited as if the person had typed, so that
//! the browser's own undo takes that back and the caret stays where the person was.

use std::ops::Range;

use web_sys::HtmlTextAreaElement;

use crate::browser::clipboard;
use crate::editor::{Change, Field, Replacement};

/// What the field holds.
pub fn read(area: &HtmlTextAreaElement) -> Field {
    let text = area.value();
    let caret = area.selection_end().ok().flatten();
    let caret = caret.map_or_else(|| text.encode_utf16().count(), |units| units as usize);
    Field { text, caret }
}

/// Whether the person is in the field at this moment.
pub fn is_in_use(area: &HtmlTextAreaElement) -> bool {
    let page_has_focus = area.owner_document().and_then(|page| page.has_focus().ok());
    page_has_focus == Some(true) && area.matches(":focus").unwrap_or(false)
}

/// Makes a change.
pub fn make(area: &HtmlTextAreaElement, change: &Change) {
    match change {
        Change::Replace(replacement) => replace(area, replacement),
        Change::Show(text) if area.value() != *text => area.set_value(text),
        Change::Show(_) => {}
    }
}

fn replace(area: &HtmlTextAreaElement, replacement: &Replacement) {
    let Replacement { range, with, caret, text } = replacement;
    let _ = area.focus();
    let (start, end) = (units(range.start), units(range.end));
    let _ = area.set_selection_range(start, end);
    let before = area.value();
    clipboard::type_text(with);
    // A browser that does not type for a page.
    if area.value() == before && before != *text {
        let _ = area.set_range_text_with_start_and_end(with, start, end);
    }
    let _ = area.set_selection_range(units(*caret), units(*caret));
}

/// Selects a stretch, in UTF-16 code units, and goes there.
pub fn select(area: &HtmlTextAreaElement, range: &Range<usize>) {
    // A browser goes to the selection when the field gets the focus.
    let _ = area.blur();
    let _ = area.set_selection_range(units(range.start), units(range.end));
    let _ = area.focus();
}

fn units(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
