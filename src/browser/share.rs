//! Sharing: X, and the system's share sheet.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

use super::address;

/// The address of X's composer.
pub const X: &str = "https://x.com/intent/post";

/// The maximum length of an address that recipients should support, in bytes:
/// RFC 9110, section 4.1. Room for some 880 Han characters; a post without a
/// subscription has 140.
const LONGEST: usize = 8_000;

/// Returns the address of X's composer with this text; `None` if it would be
/// too long.
pub fn on_x(text: &str) -> Option<String> {
    let address = [X, "?text=", &address::encode(text)].concat();
    (address.len() <= LONGEST).then_some(address)
}

/// Whether there is a share sheet for text, which only secure pages can open.
pub fn is_there() -> bool {
    navigator().is_some_and(|navigator| navigator.can_share_with_data(&data("text")))
}

/// The result of the share sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The person shared the text.
    Sent,
    /// The person closed the sheet.
    Dismissed,
    /// There is no sheet, or another one is open, maybe hidden.
    Failed,
}

/// Opens the share sheet with `text`. There is no timeout: the person may take
/// any time.
pub async fn share(text: &str) -> Shared {
    let Some(navigator) = navigator() else { return Shared::Failed };
    match JsFuture::from(navigator.share_with_data(&data(text))).await {
        Ok(_) => Shared::Sent,
        Err(error) => match Reflect::get(&error, &"name".into()) {
            Ok(name) if name == "AbortError" => Shared::Dismissed,
            _ => Shared::Failed,
        },
    }
}

/// Returns the navigator if it has a share sheet.
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
