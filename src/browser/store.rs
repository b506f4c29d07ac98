//! JSON in the browser's storage, which every widget and tab of the site shares.

use super::{json, storage};
use crate::json::{Json, Store};

/// What is kept under the storage keys that begin alike.
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// The keys that begin with `prefix`; what follows in each is the id.
    pub fn beginning_with(prefix: String) -> Keys {
        Keys { prefix }
    }

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

    fn put(&self, id: &str, value: &Json) {
        storage::set(&self.key(id), &json::stringify(value));
    }

    fn forget(&self, id: &str) {
        storage::remove(&self.key(id));
    }
}
