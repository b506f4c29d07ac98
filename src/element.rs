//! What `element.js` calls.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::browser::host::Host;
use crate::browser::style;
use crate::view::inputs::Inputs;
use crate::view::widget;

/// One mounted card; freeing it takes the card down with its timers,
/// listeners and requests.
#[wasm_bindgen]
pub struct Card {
    inputs: Inputs,
    _mounted: Box<dyn Any>,
}

/// Draws a card into the element's shadow root. `server_now_at` is the
/// monotonic time, in milliseconds, at which the attribute `server-now` was
/// true.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, server_now_at: f64) -> Option<Card> {
    let host = Host::new(element);
    let root = host.root()?;
    style::adopt(&root);
    // Leptos replaces views in elements alone, which a shadow root is not.
    let parent: HtmlElement = root.owner_document()?.create_element("div").ok()?.dyn_into().ok()?;
    root.append_child(&parent).ok()?;
    let scope = Owner::new();
    let inputs = scope.with(|| Inputs::of(host, server_now_at));
    let mounted = mount_to(parent.clone(), move || widget::draw(inputs, parent));
    Some(Card { inputs, _mounted: Box::new((mounted, scope)) })
}

#[wasm_bindgen]
impl Card {
    /// Tells that an attribute of the element changed.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str, server_now_at: f64) {
        self.inputs.attribute_changed(name, server_now_at);
    }

    /// Tells that the element's property `campaign` changed.
    #[wasm_bindgen(js_name = campaignChanged)]
    pub fn campaign_changed(&self) {
        self.inputs.campaign.notify();
    }
}
