//! Telling other widgets, in this tab and others, that something was kept.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, StorageEvent};

use super::later::listen;
use super::page::on_return;

/// A channel that every widget of one campaign listens to, whichever page of
/// the site it is on. Closes when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listeners: Vec<EventListener>,
}

impl Channel {
    /// Opens the channel; `heard` runs when another widget tells.
    /// `None` where the browser refuses, as in a sandboxed frame.
    /// What is told of is kept under keys that begin with the name.
    pub fn open(name: &str, heard: impl Fn() + 'static) -> Option<Channel> {
        let name = format!("campaign-widget:{name}");
        let channel = BroadcastChannel::new(&name).ok()?;
        let window = web_sys::window()?;
        let heard = Rc::new(heard);
        let (told, stored) = (heard.clone(), heard.clone());
        // A page that comes back from the cache of pages has heard nothing.
        let mut listeners = on_return(move || heard());
        listeners.extend([
            listen(&channel, "message", move |_| told()),
            // A message can be faster than what was kept, which another process
            // sees only a moment later, with this event.
            listen(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // All of it was cleared where there is no key.
                if key.is_none_or(|key| key.starts_with(&name)) {
                    stored();
                }
            }),
        ]);
        Some(Channel { channel, _listeners: listeners })
    }

    /// Tells every other widget on the channel.
    pub fn tell(&self) {
        let _ = self.channel.post_message(&true.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
