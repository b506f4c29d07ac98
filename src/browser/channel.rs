//! Telling other widgets, in this tab and others, that something was kept.

use gloo_events::EventListener;
use web_sys::BroadcastChannel;

/// A channel that every widget of one campaign listens to, whichever page of
/// the site it is on. Closes when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens the channel; `heard` runs when another widget tells.
    /// `None` where the browser refuses, as in a sandboxed frame.
    pub fn open(name: &str, heard: impl Fn() + 'static) -> Option<Channel> {
        let channel = BroadcastChannel::new(&format!("campaign-widget:{name}")).ok()?;
        let listener = EventListener::new(&channel, "message", move |_| heard());
        Some(Channel { channel, _listener: listener })
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
