//! Where JSON is kept over a reload.

use super::Json;

/// A store of JSON values under ids, which other tabs may write to as well.
pub trait Store {
    /// The ids under which there is something.
    fn ids(&self) -> Vec<String>;
    /// What is under an id.
    fn get(&self, id: &str) -> Option<Json>;
    /// Keeps a value under an id.
    fn put(&self, id: &str, value: &Json);
    /// Forgets what is under an id.
    fn forget(&self, id: &str);
}
