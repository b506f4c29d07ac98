//! The outbox of one campaign, kept in the browser's storage and shared by
//! every widget and tab of the site.

use super::channel::Channel;
use super::{json, storage};
use crate::campaign::Json;
use crate::outbox::{Kept, Outbox, Store};

/// Access to what is kept.
pub struct KeptOutbox {
    kept: Kept<Keys>,
    channel: Channel,
}

/// The storage keys that begin like this, each the key of one entry.
struct Keys {
    prefix: String,
}

impl KeptOutbox {
    /// The outbox under a storage key and those below it; `changed` runs when
    /// another widget or tab changed it.
    pub fn open(key: String, changed: impl Fn() + 'static) -> KeptOutbox {
        let channel = Channel::open(&key, changed);
        KeptOutbox { kept: Kept::in_store(Keys { prefix: key + ":" }), channel }
    }

    /// As it is now.
    pub fn load(&self) -> Outbox {
        self.kept.load()
    }

    /// Loads it, changes it and keeps it, before anything else happens.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let (result, is_written) = self.kept.change(change);
        if is_written {
            self.channel.tell();
        }
        result
    }
}

impl Keys {
    fn key(&self, id: &str) -> String {
        [&self.prefix, id].concat()
    }
}

impl Store for Keys {
    fn ids(&self) -> Vec<String> {
        let own = |key: &String| key.strip_prefix(&self.prefix).map(str::to_owned);
        storage::keys().iter().filter_map(own).collect()
    }

    fn get(&self, id: &str) -> Option<Json> {
        json::parse(&storage::get(&self.key(id))?).ok()
    }

    fn put(&self, id: &str, entry: &Json) {
        storage::set(&self.key(id), &json::stringify(entry));
    }

    fn forget(&self, id: &str) {
        storage::remove(&self.key(id));
    }
}
