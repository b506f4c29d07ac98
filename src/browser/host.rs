//! The custom element of a widget.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, Node, ShadowRoot};

/// Matches an element that contains parts of the page, or is inside another
/// card. The last element of its parent may contain scripts at the end of a
/// page; those of embeds (a post, a video) are `async`.
const MORE: &str = "campaign-widget *, :has(main, nav, footer, campaign-widget), \
    :last-child:has(script:not([async], [type$='json']))";

/// The `<campaign-widget>` element.
#[derive(Debug, Clone, PartialEq)]
pub struct Host(HtmlElement);

impl Host {
    /// Wraps an element with an open shadow root.
    pub fn new(element: HtmlElement) -> Host {
        Host(element)
    }

    /// Returns the shadow root.
    pub fn root(&self) -> Option<ShadowRoot> {
        self.0.shadow_root()
    }

    /// Returns an attribute; `None` if it is absent or blank.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name).filter(|value| !value.trim().is_empty())
    }

    /// Returns the property `campaign`, if the page set it.
    pub fn campaign(&self) -> Option<JsValue> {
        let value = Reflect::get(&self.0, &"campaign".into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    }

    /// Returns the text of the first `<script type="application/json">` inside.
    pub fn inline_file(&self) -> Option<String> {
        let script = self.0.query_selector("script[type='application/json']").ok()??;
        script.text_content()
    }

    /// Whether it contains more than its fallback content, because the end tag
    /// is missing or the tag was written as `<campaign-widget … />`, which HTML
    /// does not support: then it contains the rest of its parent.
    pub fn holds_more(&self) -> bool {
        self.0.matches(MORE).unwrap_or_default() || self.is_in_line_with_content()
    }

    /// Whether the source is indented as if the content came after: with the
    /// same indentation, and with nothing between the ends of this and of the
    /// parent.
    fn is_in_line_with_content(&self) -> bool {
        let indentation = |before: Option<Node>| {
            let text = before?.text_content()?;
            let (_, indentation) = text.rsplit_once('\n')?;
            let is_one = !indentation.is_empty() && indentation.trim_start().is_empty();
            is_one.then(|| indentation.to_owned())
        };
        let own = indentation(self.0.previous_sibling());
        own.is_some() && own == indentation(self.0.first_child()) && self.0.next_sibling().is_none()
    }

    /// Returns the text of the announcement: the content of the element, and
    /// the article around it or, without one, the whole page.
    pub fn announcement(&self) -> String {
        let around = self.0.closest("article, main, body").ok().flatten();
        let around = around.and_then(|around| around.dyn_into::<HtmlElement>().ok());
        let around = around.map(|around| around.inner_text()).unwrap_or_default();
        // The content is hidden while the card is shown.
        [self.0.text_content().unwrap_or_default(), around].join("\n")
    }

    /// Fires a bubbling, composed event with these details.
    pub fn fire(&self, name: &str, detail: &[(&str, JsValue)]) {
        let object = Object::new();
        for (key, value) in detail {
            let _ = Reflect::set(&object, &JsValue::from_str(key), value);
        }
        let options = CustomEventInit::new();
        options.set_bubbles(true);
        options.set_composed(true);
        options.set_detail(&object);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &options) {
            let _ = self.0.dispatch_event(&event);
        }
    }
}
