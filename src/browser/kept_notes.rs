//! The notes of one campaign and language, each under a key of its own in the
//! browser's storage, which every widget and tab of the site shares.

use super::{json, storage};
use crate::notebook::{Note, newest_first};

/// All notes that are kept under keys with this beginning, the newest first.
pub fn all(prefix: &str) -> Vec<Note> {
    let keys = storage::keys();
    newest_first(keys.iter().filter_map(|key| get(prefix, key.strip_prefix(prefix)?)))
}

/// A note as it is kept now.
pub fn get(prefix: &str, id: &str) -> Option<Note> {
    let text = storage::get(&[prefix, id].concat())?;
    Note::from_json(id, &json::parse(&text).ok()?)
}

/// Keeps a note, or forgets it where there is nothing to keep.
pub fn keep(prefix: &str, note: &Note) {
    let key = [prefix, &note.id].concat();
    match note.is_blank() {
        true => storage::remove(&key),
        false => storage::set(&key, &json::stringify(&note.to_json())),
    }
}

/// Forgets a note.
pub fn forget(prefix: &str, id: &str) {
    storage::remove(&[prefix, id].concat());
}
