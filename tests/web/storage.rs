//! What is kept, and what is when the browser keeps nothing.

use campaign_widget::browser::storage;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn refuse_storage();
    fn allow_storage();
    fn fill_storage();
    fn empty_storage();
}

#[wasm_bindgen_test]
fn without_storage_memory_stands_in() {
    storage::set("test:before", "lasting");
    assert!(storage::is_lasting());

    refuse_storage();
    storage::set("test:draft", "text");
    let (kept, lasting, keys) =
        (storage::get("test:draft"), storage::is_lasting(), storage::keys());
    storage::remove("test:draft");
    let gone = storage::get("test:draft");
    allow_storage();
    let expected = vec!["test:draft".to_owned()];
    assert_eq!((kept.as_deref(), lasting, keys), (Some("text"), false, expected));
    assert_eq!(gone, None);

    assert_eq!(storage::get("test:before").as_deref(), Some("lasting"));
    assert!(storage::keys().contains(&"test:before".to_owned()));
    storage::remove("test:before");
}

/// What is newer wins, wherever it is.
#[wasm_bindgen_test]
fn a_full_storage_hides_nothing_newer() {
    storage::set("test:full", "old");
    fill_storage();
    storage::set("test:full", "new");
    let (kept, lasting) = (storage::get("test:full"), storage::is_lasting());
    empty_storage();
    assert_eq!((kept.as_deref(), lasting), (Some("new"), false));
    storage::set("test:full", "newest");
    assert_eq!(storage::get("test:full").as_deref(), Some("newest"));
    assert!(storage::is_lasting());
    storage::remove("test:full");
}
