//! Messages to other widgets, in this tab and others, that a value was stored.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, StorageEvent};

use super::listener::{Listener, listen};
use super::page::{self, Registration, Stage};

/// A channel of all widgets of one campaign, on any page of the site. Closes
/// when dropped.
pub struct Channel {
    /// `None` if the browser has none, or refuses, as in a sandboxed frame.
    channel: Option<BroadcastChannel>,
    _listeners: Vec<Listener>,
    _returns: Registration,
}

impl Channel {
    /// Opens the channel; `heard` runs after another widget has stored a value.
    /// Keys of these values begin with the name.
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
            // A message can precede the stored value, which another process
            // sees only a moment later, with this event.
            listeners.push(listen(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // Without a key, the whole storage was cleared.
                if key.is_none_or(|key| key.starts_with(&name)) {
                    stored();
                }
            }));
        }
        // A page restored from the back/forward cache has missed messages.
        let returns = page::on(Stage::Stores, move || heard());
        Channel { channel, _listeners: listeners, _returns: returns }
    }

    /// Notifies every other widget on the channel.
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
