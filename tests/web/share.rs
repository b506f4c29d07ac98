//! The address that takes a post to X.

use campaign_widget::browser::share::on_x;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_text_goes_along_while_every_server_takes_the_address() {
    let begin = "https://x.com/intent/post?text=";
    assert_eq!(on_x("好 #a").as_deref(), Some(&*format!("{begin}%E5%A5%BD%20%23a")));
    // 8,000 bytes, RFC 9110 section 4.1.
    let longest = "a".repeat(8_000 - begin.len());
    assert_eq!(on_x(&longest).map(|address| address.len()), Some(8_000));
    assert_eq!(on_x(&format!("{longest}a")), None);
    assert!(on_x(&"好".repeat(885)).is_some());
    assert!(on_x(&"好".repeat(886)).is_none());
}
