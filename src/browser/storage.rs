//! Storage across reloads.

use std::cell::RefCell;

/// The prefix of all keys.
const PREFIX: &str = "campaign-widget:";

thread_local! {
    static MEMORY: RefCell<Vec<Refused>> = const { RefCell::new(Vec::new()) };
}

/// A value that the browser refused to store; lasts as long as the page.
struct Refused {
    key: String,
    value: String,
    /// The stored value of the key at that time.
    before: Option<String>,
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

/// Returns the value of a key: one that the browser refused, until another page
/// stores a different one.
pub fn get(key: &str) -> Option<String> {
    let key = [PREFIX, key].concat();
    let kept = browser().and_then(|browser| browser.get_item(&key).ok()?);
    MEMORY.with_borrow(|memory| {
        let refused = memory.iter().find(|refused| refused.key == key);
        match refused.filter(|refused| kept.is_none() || refused.before == kept) {
            Some(refused) => Some(refused.value.clone()),
            None => kept,
        }
    })
}

/// Stores `value` under a key; in memory if the browser refuses.
pub fn set(key: &str, value: &str) {
    let key = [PREFIX, key].concat();
    let browser = browser();
    let is_kept = browser.as_ref().is_some_and(|browser| browser.set_item(&key, value).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|refused| refused.key != key);
        if !is_kept {
            let before = browser.and_then(|browser| browser.get_item(&key).ok()?);
            memory.push(Refused { key, value: value.to_owned(), before });
        }
    });
}

/// Removes the value of a key.
pub fn remove(key: &str) {
    let key = [PREFIX, key].concat();
    MEMORY.with_borrow_mut(|memory| memory.retain(|refused| refused.key != key));
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
        let new = memory.iter().map(|refused| &refused.key).filter(|key| !keys.contains(key));
        let new: Vec<String> = new.cloned().collect();
        keys.extend(new);
    });
    keys.iter().filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
}
