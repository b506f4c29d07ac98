//! The style sheet as it travels, against the one that people read.

use campaign_widget::browser::style::{CARD, FORMS};
use js_sys::{Function, JsString};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// What travels, and the sheets that people read.
const SHEETS: [(&str, &str); 2] = [
    (
        CARD,
        concat!(
            include_str!("../../style/tokens.css"),
            include_str!("../../style/widget.css"),
            include_str!("../../style/countdown.css")
        ),
    ),
    (
        FORMS,
        concat!(
            include_str!("../../style/steps.css"),
            include_str!("../../style/field.css"),
            include_str!("../../style/delivery.css")
        ),
    ),
];

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
fn what_is_left_out_of_a_style_sheet_means_nothing() {
    for (sheet, source) in SHEETS {
        assert_eq!(rules(sheet), rules(source));
        assert!(rules(source).lines().count() > 40);
    }
}

#[wasm_bindgen_test]
fn nothing_that_only_people_need_travels() {
    for (sheet, source) in SHEETS {
        assert!(sheet.len() < source.len() * 9 / 10, "{} of {}", sheet.len(), source.len());
        for left_out in ["/*", "\n", "  "] {
            assert!(!sheet.contains(left_out), "{left_out:?}");
        }
    }
}
