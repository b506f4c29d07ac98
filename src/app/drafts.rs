//! What the drafts of a card need, as the browser has it.

use chrono::{DateTime, Utc};

use super::clock::CardClock;
use crate::browser::store::Keys;
use crate::browser::{device, text};
use crate::json::{Json, Store};
use crate::{editor, notebook};

/// The drafts of one campaign in the browser's storage, and the card's clock.
pub struct StoredDrafts {
    keys: Keys,
    clock: CardClock,
}

impl StoredDrafts {
    /// Those under the storage keys that begin with `prefix`.
    pub fn new(prefix: String, clock: CardClock) -> StoredDrafts {
        StoredDrafts { keys: Keys::beginning_with(prefix), clock }
    }
}

impl Store for StoredDrafts {
    fn ids(&self) -> Vec<String> {
        self.keys.ids()
    }

    fn get(&self, id: &str) -> Option<Json> {
        self.keys.get(id)
    }

    fn put(&self, id: &str, value: &Json) {
        self.keys.put(id, value);
    }

    fn forget(&self, id: &str) {
        self.keys.forget(id);
    }
}

impl notebook::Environment for StoredDrafts {
    fn now(&self) -> DateTime<Utc> {
        self.clock.exactly()
    }

    fn new_id(&self) -> String {
        device::uuid()
    }
}

impl editor::Environment for StoredDrafts {
    fn nfc(&self, text: &str) -> String {
        text::nfc(text)
    }

    fn monotonic(&self) -> i64 {
        device::reading().monotonic
    }
}
