//! Text functions of the browser.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::language::own_name;
use crate::unicode::is_surely_nfc;

/// Normalizes to Unicode Normalization Form C, UAX #15.
pub fn nfc(text: &str) -> String {
    match is_surely_nfc(text) {
        true => text.to_owned(),
        false => JsString::from(text).normalize("NFC").into(),
    }
}

/// Returns a language's name for itself: `简体中文` for `zh-CN`; the tag if neither the
/// card nor the browser has one.
pub fn language_name(tag: &str) -> String {
    if let Some(name) = own_name(tag) {
        return name.to_owned();
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(&Array::of1(&tag.into()), &options)
        .and_then(|names| names.of(tag))
        .ok()
        .and_then(|name| name.dyn_into::<JsString>().ok())
        .map_or_else(|| tag.to_owned(), String::from)
}

/// The plural category of a number in a language, Unicode CLDR; `other` where the browser
/// does not know.
pub fn plural_category(tag: &str, number: usize) -> String {
    PluralRules::new(tag)
        .map(|rules| rules.select(number as f64))
        .unwrap_or_else(|_| "other".to_owned())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}
