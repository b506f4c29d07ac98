//! The style sheet, shared by every widget on the page.

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

const TOKENS: &str = include_str!("../../style/tokens.css");
const WIDGET: &str = include_str!("../../style/widget.css");

thread_local! {
    /// A constructed style sheet is subject to no `style-src`.
    static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        sheet.inspect(|sheet| {
            let _ = sheet.replace_sync(&[TOKENS, WIDGET].concat());
        })
    };
}

/// Adds the style sheet to a shadow root that does not have it yet.
pub fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            let sheets = root.adopted_style_sheets();
            if !sheets.includes(sheet, 0) {
                root.set_adopted_style_sheets(&sheets.concat(&Array::of1(sheet)));
            }
        }
    });
}
