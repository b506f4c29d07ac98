//! JSON, parsed and written by the browser.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// Parses JSON text.
///
/// # Errors
/// The browser's message.
pub fn parse(text: &str) -> Result<Json, String> {
    js_sys::JSON::parse(text).map(|value| from_js(&value)).map_err(words)
}

/// Parses JSON text, if it is any.
pub fn parsed(text: &str) -> Option<Json> {
    parse(text).ok()
}

/// Returns the JSON text of a value of the page; empty if it has none, such as
/// a function.
///
/// # Errors
/// The message of the exception, thrown by the browser for a cycle, or by the
/// value itself.
pub fn text_of(value: &JsValue) -> Result<String, String> {
    let text = js_sys::JSON::stringify(value).map_err(words)?;
    Ok(JsValue::from(text).as_string().unwrap_or_default())
}

fn words(error: JsValue) -> String {
    let error = error.dyn_into::<js_sys::Error>();
    error.map_or_else(|_| String::new(), |error| error.message().into())
}

/// The maximum nesting. No campaign file needs more, and a hostile one must not
/// exhaust the stack.
const DEEPEST: u32 = 32;

/// Converts a JavaScript value. Values nested too deep become `null`.
fn from_js(value: &JsValue) -> Json {
    within(value, DEEPEST)
}

fn within(value: &JsValue, depth: u32) -> Json {
    let Some(depth) = depth.checked_sub(1) else { return Json::Null };
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(yes) = value.as_bool() {
        Json::Bool(yes)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Json::List(items.iter().map(|item| within(&item, depth)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let field = |entry: JsValue| {
            let entry = Array::from(&entry);
            Some((entry.get(0).as_string()?, within(&entry.get(1), depth)))
        };
        Json::Object(Object::entries(object).iter().filter_map(field).collect())
    } else {
        Json::Null
    }
}

/// Converts JSON to a JavaScript value.
pub fn to_js(json: &Json) -> JsValue {
    match json {
        Json::Null => JsValue::NULL,
        Json::Bool(yes) => (*yes).into(),
        Json::Number(number) => (*number).into(),
        Json::Text(text) => text.into(),
        Json::List(items) => items.iter().map(to_js).collect::<Array>().into(),
        Json::Object(fields) => {
            let entry = |(name, value): &(String, Json)| Array::of2(&name.into(), &to_js(value));
            let entries = fields.iter().map(entry).collect::<Array>();
            // Pairs with a text key always form an object.
            Object::from_entries(&entries).unwrap_or_default().into()
        }
    }
}

/// Writes JSON text.
pub fn stringify(json: &Json) -> String {
    // Only cycles and BigInts have no text, and a tree contains neither.
    js_sys::JSON::stringify(&to_js(json)).map(String::from).unwrap_or_default()
}
