//! Whether the page is in view, when it comes back, and when it is left.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use web_sys::Document;

/// Whether the page is out of view.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Runs `back` whenever the page comes into view: in its tab, and out of the
/// browser's cache of pages. Ends when the listeners are dropped.
pub fn on_return(back: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let back: Rc<dyn Fn()> = Rc::new(back);
    let run = || {
        let back = back.clone();
        move |_: &web_sys::Event| {
            if !is_hidden() {
                back();
            }
        }
    };
    let mut listeners = vec![EventListener::new(&window, "pageshow", run())];
    let visible = |document: Document| EventListener::new(&document, "visibilitychange", run());
    listeners.extend(window.document().map(visible));
    listeners
}

/// Has the browser ask the person before the page is left. Ends when the
/// listener is dropped.
pub fn ask_before_leaving() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let ask = |event: &web_sys::Event| {
        event.prevent_default();
        // The older way, for browsers that know that one alone.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    };
    Some(EventListener::new_with_options(&window, "beforeunload", options, ask))
}
