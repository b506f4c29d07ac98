//! Telling other widgets, in this tab and others, that something was kept.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::BroadcastChannel;

/// A channel that every widget of one campaign listens to, whichever page of
/// the site it is on. Closes when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listeners: [EventListener; 2],
}

impl Channel {
    /// Opens the channel; `heard` runs when another widget tells.
    /// `None` where the browser refuses, as in a sandboxed frame.
    pub fn open(name: &str, heard: impl Fn() + 'static) -> Option<Channel> {
        let channel = BroadcastChannel::new(&format!("campaign-widget:{name}")).ok()?;
        let window = web_sys::window()?;
        let heard = Rc::new(heard);
        let told = heard.clone();
        // A message can be faster than what was kept, which another process
        // sees only a moment later, with this event.
        let listeners = [
            EventListener::new(&channel, "message", move |_| told()),
            EventListener::new(&window, "storage", move |_| heard()),
        ];
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
