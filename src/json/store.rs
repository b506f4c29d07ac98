//! Storage of JSON across reloads.

use super::Json;

/// A store of JSON values by id, which other tabs also write to.
pub trait Store {
    /// Returns the ids of all values.
    fn ids(&self) -> Vec<String>;
    /// Returns the value of an id.
    fn get(&self, id: &str) -> Option<Json>;
    /// Stores a value under an id.
    fn put(&self, id: &str, value: &Json);
    /// Removes the value of an id.
    fn forget(&self, id: &str);
}
