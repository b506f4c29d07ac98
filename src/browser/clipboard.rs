//! Copying.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, Window};

use super::device;

/// How long the clipboard may take, in ms. WebKit lets a timer copy for a second
/// after a press, the others for five.
const PATIENCE: i32 = 600;

/// Copies text; gives whether it is on the clipboard now.
///
/// The old way stands in where the clipboard is refused or missing, as on plain
/// http or in a frame without the permission; and where it does not answer, as in
/// some browsers inside of apps, or while they ask something that nobody sees.
pub async fn copy(text: &str) -> bool {
    let by_clipboard = match write_text(text) {
        Ok(written) => {
            let first = Promise::race(&Array::of2(&written, &device::deadline(PATIENCE)));
            JsFuture::from(first).await.is_ok()
        }
        Err(_) => false,
    };
    by_clipboard || copy_now(text)
}

#[wasm_bindgen]
extern "C" {
    // Throws where there is no clipboard: outside secure contexts, and wherever a
    // browser or a page took it away.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Copies text by selecting it, before anything else happens, such as the page
/// losing the focus, without which no browser lets it copy.
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
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = command(&document, "copy", "");
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// The focused element inside a shadow root.
fn active_within(host: &Element) -> Option<Element> {
    host.shadow_root()?.active_element()
}

/// Types `text` over the selection of the focused field, so that the
/// browser's own undo can take it back. Gives whether the browser did.
pub fn type_text(text: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| command(&document, "insertText", text))
}

fn command(document: &Document, name: &str, value: &str) -> bool {
    let Some(document) = document.dyn_ref::<web_sys::HtmlDocument>() else { return false };
    document.exec_command_with_show_ui_and_value(name, false, value).unwrap_or(false)
}
