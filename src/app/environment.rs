//! What the drafts of a card need, as the browser has it.

use chrono::{DateTime, Utc};

use super::card::Card;
use super::editor::terms;
use crate::browser::store::Keys;
use crate::browser::{device, text};
use crate::editor::{self, Terms};
use crate::json::{Json, Store};
use crate::notebook;

/// The drafts of one campaign in the browser's storage.
pub struct StoredDrafts {
    keys: Keys,
    card: Card,
}

impl StoredDrafts {
    /// Those under the storage keys that begin with `prefix`.
    pub fn new(prefix: String, card: Card) -> StoredDrafts {
        StoredDrafts { keys: Keys::beginning_with(prefix), card }
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
        self.card.time.exactly()
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

    fn terms(&self) -> Terms {
        terms(self.card)
    }
}
