//! The style sheet as it travels, against the one that people read.

use campaign_widget::browser::style::SHEET;
use js_sys::{Function, JsString};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// The sheets that people read.
const SOURCE: &str =
    concat!(include_str!("../../style/tokens.css"), include_str!("../../style/widget.css"));

/// What the browser understands of a sheet, in its own words. It keeps the value
/// of a custom property and the condition of `@supports` as they are written, with
/// the space after a comma and a colon.
fn rules(sheet: &str) -> String {
    let read = Function::new_with_args(
        "text",
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync(text);
         return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(/([,:])\\s+/g, '$1')).join('\\n');",
    );
    let rules = read.call1(&JsValue::NULL, &sheet.into()).unwrap();
    JsString::from(rules).into()
}

#[wasm_bindgen_test]
fn what_is_left_out_of_the_style_sheet_means_nothing() {
    assert_eq!(rules(SHEET), rules(SOURCE));
    assert!(rules(SOURCE).lines().count() > 100);
}

#[wasm_bindgen_test]
fn nothing_that_only_people_need_travels() {
    assert!(SHEET.len() < SOURCE.len() * 9 / 10, "{} of {}", SHEET.len(), SOURCE.len());
    for left_out in ["/*", "\n", "  "] {
        assert!(!SHEET.contains(left_out), "{left_out:?}");
    }
}
