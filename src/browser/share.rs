//! Sharing: X, and the system's share sheet.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

use super::address;

/// Where a post on X begins.
pub const X: &str = "https://x.com/intent/post";

/// The longest address that whoever receives one should take, in bytes: RFC 9110,
/// section 4.1. Room for some 880 Han characters; a post without a subscription
/// has 140.
const LONGEST: usize = 8_000;

/// The address where a post on X begins with this text, unless it is too long for
/// an address.
pub fn on_x(text: &str) -> Option<String> {
    let address = [X, "?text=", &address::encode(text)].concat();
    (address.len() <= LONGEST).then_some(address)
}

/// Whether there is a share sheet for text, which secure pages alone may open.
pub fn is_there() -> bool {
    navigator().is_some_and(|navigator| navigator.can_share_with_data(&data("text")))
}

/// What became of a text on the share sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The person sent it somewhere.
    Sent,
    /// The person closed the sheet.
    Dismissed,
    /// There was no sheet; or there is one already, maybe out of sight.
    Failed,
}

/// Opens the share sheet with `text`. That may take as long as a person does, so
/// nothing here ends it.
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
