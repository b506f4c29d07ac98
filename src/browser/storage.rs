//! Storage across reloads.

use std::cell::RefCell;

/// The prefix of all keys.
const PREFIX: &str = "campaign-widget:";

thread_local! {
    /// Values that the browser refused to store; they last as long as the page.
    static MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Returns the browser's storage. Access to it may throw, in a sandboxed frame
/// or where the reader blocked it.
fn browser() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Whether all values are stored beyond the page.
pub fn is_lasting() -> bool {
    browser().is_some() && MEMORY.with_borrow(Vec::is_empty)
}

/// Returns the value of a key.
pub fn get(key: &str) -> Option<String> {
    let key = format!("{PREFIX}{key}");
    let in_memory = MEMORY.with_borrow(|memory| {
        memory.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone())
    });
    in_memory.or_else(|| browser()?.get_item(&key).ok()?)
}

/// Stores `value` under a key; in memory if the browser refuses.
pub fn set(key: &str, value: &str) {
    let key = format!("{PREFIX}{key}");
    let kept = browser().is_some_and(|storage| storage.set_item(&key, value).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(name, _)| *name != key);
        if !kept {
            memory.push((key, value.to_owned()));
        }
    });
}

/// Removes the value of a key.
pub fn remove(key: &str) {
    let key = format!("{PREFIX}{key}");
    MEMORY.with_borrow_mut(|memory| memory.retain(|(name, _)| *name != key));
    if let Some(storage) = browser() {
        let _ = storage.remove_item(&key);
    }
}

/// Returns every key, in the browser or in memory.
pub fn keys() -> Vec<String> {
    let storage = browser();
    let length = storage.as_ref().and_then(|storage| storage.length().ok()).unwrap_or_default();
    let key = |index| storage.as_ref()?.key(index).ok()?;
    let mut keys: Vec<String> = (0..length).filter_map(key).collect();
    MEMORY.with_borrow(|memory| {
        let new = memory.iter().map(|(key, _)| key).filter(|key| !keys.contains(key));
        let new: Vec<String> = new.cloned().collect();
        keys.extend(new);
    });
    keys.iter().filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
}
