//! The clipboard.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, Window};

use super::device;

/// How long the clipboard may take, in milliseconds. WebKit lets a timer copy
/// for a second after a press, other browsers for five.
const TIMEOUT_MS: i32 = 600;

/// Copies text; returns whether it is on the clipboard now.
///
/// Falls back to `execCommand` if the clipboard is blocked or missing, as on
/// plain http or in a frame without the permission; or if it does not respond,
/// as in some in-app browsers, or behind a hidden prompt.
pub async fn copy(text: &str) -> bool {
    let by_clipboard = match write_text(text) {
        Ok(written) => {
            let first = Promise::race(&Array::of2(&written, &device::deadline(TIMEOUT_MS)));
            JsFuture::from(first).await.is_ok()
        }
        Err(_) => false,
    };
    by_clipboard || copy_now(text)
}

#[wasm_bindgen]
extern "C" {
    // Throws if there is no clipboard: outside secure contexts, or if a browser
    // or a page removed it.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Copies text synchronously by selecting it, before the page can lose the
/// focus, without which browsers do not copy.
pub fn copy_now(text: &str) -> bool {
    web_sys::window().and_then(|window| by_selection(&window, text)).unwrap_or(false)
}

fn by_selection(window: &Window, text: &str) -> Option<bool> {
    let document = window.document()?;
    let mut focused = document.active_element();
    while let Some(inner) = focused.as_ref().and_then(active_within) {
        focused = Some(inner);
    }
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    let style = area.style();
    for (property, value) in [("position", "fixed"), ("opacity", "0"), ("top", "0")] {
        style.set_property(property, value).ok()?;
    }
    // Beside what has the focus: around a modal dialog nothing can be selected.
    let place = focused.as_ref().and_then(|focused| focused.parent_element());
    place.or(document.body().map(Element::from))?.append_child(&area).ok()?;
    area.select();
    let copied = command(&document, "copy", "");
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Returns the focused element inside a shadow root.
fn active_within(host: &Element) -> Option<Element> {
    host.shadow_root()?.active_element()
}

/// Replaces the selection of the focused field with `text`, so that the
/// browser's own undo can revert it. Returns whether the browser did.
pub fn type_text(text: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| command(&document, "insertText", text))
}

fn command(document: &Document, name: &str, value: &str) -> bool {
    let Some(document) = document.dyn_ref::<web_sys::HtmlDocument>() else { return false };
    document.exec_command_with_show_ui_and_value(name, false, value).unwrap_or(false)
}
