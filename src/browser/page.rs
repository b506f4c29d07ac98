//! Whether the page is in view, when it comes back, and when it is left.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Reflect;
use web_sys::Document;

use super::later::listen;

/// Whether the page is out of view.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Runs `back` whenever the page comes into view: in its tab, and out of the
/// browser's cache of pages. Ends when the listeners are dropped.
pub fn on_return(back: impl Fn() + 'static) -> Vec<EventListener> {
    on_change("pageshow", false, Rc::new(back))
}

/// Runs `leave` whenever the page goes out of view, for good or not, which is the
/// last that it can do for sure. Ends when the listeners are dropped.
pub fn on_leave(leave: impl Fn() + 'static) -> Vec<EventListener> {
    on_change("pagehide", true, Rc::new(leave))
}

fn on_change(event: &'static str, hides: bool, run: Rc<dyn Fn()>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let if_so = |run: Rc<dyn Fn()>| {
        move |event: &web_sys::Event| {
            if is_hidden() == hides || event.type_() == "pagehide" {
                run();
            }
        }
    };
    let mut listeners = vec![listen(&window, event, if_so(run.clone()))];
    let visible = |document: Document| listen(&document, "visibilitychange", if_so(run));
    listeners.extend(window.document().map(visible));
    listeners
}

/// Has the browser ask the person before the page is left. Ends when the
/// listener is dropped.
pub fn ask_before_leaving() -> Option<EventListener> {
    let window = web_sys::window()?;
    let ask = |event: &web_sys::Event| {
        event.prevent_default();
        // The older way, for browsers that know that one alone.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    };
    Some(listen(&window, "beforeunload", ask))
}
