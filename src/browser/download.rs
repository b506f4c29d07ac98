//! Downloads.

use js_sys::{Array, encode_uri_component};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::timers::after;

/// Saves `content` as a download of this name.
pub fn save(name: &str, media_type: &str, content: &str) {
    let _ = try_save(name, media_type, content);
}

fn try_save(name: &str, media_type: &str, content: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    click(name, &address)?;
    // Some browsers read it only after a while.
    after(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

/// Gives the system a file of this name, by an address that holds it: phones open such a
/// file, of a type that they know, in the app for it. Safari shows a file of a `blob:`
/// address as text, or does nothing.
pub fn offer(name: &str, media_type: &str, content: &str) {
    let content = String::from(encode_uri_component(content));
    let _ = click(name, &["data:", media_type, ";charset=utf-8,", &content].concat());
}

fn click(name: &str, address: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}
