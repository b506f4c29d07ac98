//! A press does what the person saw that it would do, or nothing.
//!
//! A press ends what an input method composes, and with that a browser brings
//! the caret into sight. Where it was out of sight the page jumps, and the press
//! lands on something else: in Chromium and WebKit already where it goes down, and
//! on a touchscreen where the keyboard folds away between down and up.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, UiEvent};

use super::reactive::Slot;
use super::stored_value::StoredValue;
use crate::browser::device;
use crate::browser::listener::listen_first;

/// The longest from the end of a composition to the press that ended it, in ms.
const BURST: i64 = 300;

/// What does something when it is pressed.
const PRESSED: &str = "a, button, summary, textarea";

/// What was seen last.
#[derive(Default)]
struct Seen {
    /// The field in which an input method composed last.
    field: Option<Element>,
    /// Where the person last saw it, in px below the top of the window.
    top: f64,
    /// Whether it still composes.
    composes: bool,
    /// When it was done, in monotonic ms.
    ended_at: i64,
    /// On what the last press inside the card went down.
    down: Option<Element>,
    /// Whether the page had jumped by then.
    jumped: bool,
}

/// Ignores presses inside the `root` of a card whose target moved under them. Those of
/// a keyboard, of assistive technology and of scripts always do what they say.
pub fn press_guard(root: &EventTarget) {
    let seen = StoredValue::new(Seen::default());
    let hear = move |event: &Event| {
        let is_astray = seen.try_update_value(|seen| seen.hear(event));
        if is_astray == Some(true) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    for event in [
        "compositionstart",
        "compositionupdate",
        "compositionend",
        "pointermove",
        "pointerdown",
        "click",
    ] {
        Slot::here().keep(listen_first(root, event, hear));
    }
    if let Some(window) = web_sys::window() {
        Slot::here().keep(listen_first(&window, "scroll", hear));
    }
}

impl Seen {
    /// Whether the event is a press whose target moved.
    fn hear(&mut self, event: &Event) -> bool {
        let now = device::monotonic();
        let target = || event.target()?.dyn_into::<Element>().ok();
        let pressed = || target()?.closest(PRESSED).ok()?;
        match event.type_().as_str() {
            "compositionstart" | "compositionupdate" => {
                self.composes = true;
                self.field = target();
                self.look();
            }
            "compositionend" => {
                self.composes = false;
                self.ended_at = now;
            }
            "scroll" if self.composes => self.look(),
            // A person who aims again has seen where the page jumped.
            "pointermove" if self.composes || now - self.ended_at < BURST => self.look(),
            "pointerdown" => {
                let is_burst = now - self.ended_at < BURST;
                self.jumped =
                    is_burst && self.place().is_some_and(|top| (top - self.top).abs() > 1.0);
                self.down = pressed();
            }
            "click" => {
                let (down, jumped) = (self.down.take(), std::mem::take(&mut self.jumped));
                let by_pointer = event.unchecked_ref::<UiEvent>().detail() > 0;
                let is_other = down.is_some() && down != pressed();
                return by_pointer && (jumped || is_other) && pressed().is_some();
            }
            _ => {}
        }
        false
    }

    fn look(&mut self) {
        if let Some(top) = self.place() {
            self.top = top;
        }
    }

    fn place(&self) -> Option<f64> {
        Some(self.field.as_ref()?.get_bounding_client_rect().top())
    }
}
