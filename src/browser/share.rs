//! The system's share sheet.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Whether there is a share sheet for text, which secure pages alone may open.
pub fn is_there() -> bool {
    navigator().is_some_and(|navigator| navigator.can_share_with_data(&data("text")))
}

/// Opens the share sheet with `text`; gives whether the person sent it
/// somewhere.
pub async fn share(text: &str) -> bool {
    match navigator() {
        Some(navigator) => JsFuture::from(navigator.share_with_data(&data(text))).await.is_ok(),
        None => false,
    }
}

/// The browser, if it has a share sheet at all.
fn navigator() -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let has = |name: &str| Reflect::get(&navigator, &name.into()).is_ok_and(|it| it.is_function());
    (has("share") && has("canShare")).then_some(navigator)
}

fn data(text: &str) -> ShareData {
    let data = ShareData::new();
    data.set_text(text);
    data
}
