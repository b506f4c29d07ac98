//! Telling other widgets, in this tab and others, that something was kept.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, StorageEvent};

use super::page::{self, Registration, Stage};
use super::timers::listen;

/// A channel that every widget of one campaign listens to, whichever page of
/// the site it is on. Closes when dropped.
pub struct Channel {
    /// None where the browser has none, or refuses, as in a sandboxed frame.
    channel: Option<BroadcastChannel>,
    _listeners: Vec<EventListener>,
    _returns: Registration,
}

impl Channel {
    /// Opens the channel; `heard` runs when another widget tells.
    /// What is told of is kept under keys that begin with the name.
    pub fn open(name: &str, heard: impl Fn() + 'static) -> Channel {
        let name = format!("campaign-widget:{name}");
        let channel = BroadcastChannel::new(&name).ok();
        let heard = Rc::new(heard);
        let (told, stored) = (heard.clone(), heard.clone());
        let mut listeners = Vec::new();
        if let Some(channel) = &channel {
            listeners.push(listen(channel, "message", move |_| told()));
        }
        if let Some(window) = web_sys::window() {
            // A message can be faster than what was kept, which another process
            // sees only a moment later, with this event.
            listeners.push(listen(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // All of it was cleared where there is no key.
                if key.is_none_or(|key| key.starts_with(&name)) {
                    stored();
                }
            }));
        }
        // A page that comes back from the cache of pages has heard nothing.
        let returns = page::on(Stage::Stores, move || heard());
        Channel { channel, _listeners: listeners, _returns: returns }
    }

    /// Tells every other widget on the channel.
    pub fn tell(&self) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&true.into());
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.iter().for_each(BroadcastChannel::close);
    }
}
