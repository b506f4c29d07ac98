//! The outbox of one campaign, kept in the browser's storage and shared by
//! every widget and tab of the site.

use super::channel::Channel;
use super::{json, storage};
use crate::outbox::Outbox;

/// Access to what is kept. Nothing is held in between, so that several tabs
/// can change the same outbox.
pub struct KeptOutbox {
    key: String,
    channel: Option<Channel>,
}

impl KeptOutbox {
    /// The outbox under a storage key; `changed` runs when another widget or
    /// tab changed it.
    pub fn open(key: String, changed: impl Fn() + 'static) -> KeptOutbox {
        let channel = Channel::open(&key, changed);
        KeptOutbox { key, channel }
    }

    /// As it is now.
    pub fn load(&self) -> Outbox {
        let Some(text) = storage::get(&self.key) else { return Outbox::default() };
        let outbox = json::parse(&text).ok().and_then(|kept| Outbox::from_json(&kept));
        outbox.unwrap_or_else(|| {
            // Of a later version, or damaged: put aside rather than lost.
            let aside = format!("{}:unread", self.key);
            if storage::get(&aside).is_none() {
                storage::set(&aside, &text);
            }
            Outbox::default()
        })
    }

    /// Loads it, changes it and keeps it, before anything else happens.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let before = self.load();
        let mut outbox = before.clone();
        let result = change(&mut outbox);
        // What other tabs wrote meanwhile is not overwritten for nothing.
        if outbox == before {
            return result;
        }
        storage::set(&self.key, &json::stringify(&outbox.to_json()));
        if let Some(channel) = &self.channel {
            channel.tell();
        }
        result
    }
}
