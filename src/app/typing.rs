//! Keeping in view what a person needs while typing on a phone.

use web_sys::{Element, HtmlElement};

use super::editor::Editor;
use crate::browser::visible;
use crate::ui::element::El;
use crate::ui::reactive::Slot;
use crate::ui::textarea;

/// What the field and all around it may take in height.
const VIEW_HEIGHT: &str = "--view-height";

/// While a keyboard covers a part of the page, what is seen of the composer is made for the
/// rest: the time left, the field with its state, and the next action.
pub fn keep_in_view(editor: Editor, composer: El) {
    let resized = move || {
        let Some(composer) = composer.element::<HtmlElement>() else { return };
        let height = visible::height_beside_keyboard();
        let room = height.map(|height| format!("{}px", height as u32)).unwrap_or_default();
        let _ = composer.style().set_property(VIEW_HEIGHT, &room);
        if height.is_some() && editor.field().is_some_and(|area| textarea::is_in_use(&area)) {
            let write = composer.query_selector(".write").ok().flatten();
            write.iter().for_each(Element::scroll_into_view);
        }
    };
    Slot::here().keep(visible::on_resize(resized));
}
