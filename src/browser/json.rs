//! JSON, by the browser's own parser and writer.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// Parses JSON text.
///
/// # Errors
/// The browser's own words about what is wrong and where.
pub fn parse(text: &str) -> Result<Json, String> {
    js_sys::JSON::parse(text).map(|value| from_js(&value)).map_err(words)
}

/// The JSON text of a value that a script of the page made; empty where it has
/// none, as a function.
///
/// # Errors
/// The words of whatever threw: the browser, for a cycle, or the value itself.
pub fn text_of(value: &JsValue) -> Result<String, String> {
    let text = js_sys::JSON::stringify(value).map_err(words)?;
    Ok(JsValue::from(text).as_string().unwrap_or_default())
}

fn words(error: JsValue) -> String {
    let error = error.dyn_into::<js_sys::Error>();
    error.map_or_else(|_| String::new(), |error| error.message().into())
}

/// How deep lists and objects may nest. No campaign file needs more, and a
/// hostile one must not exhaust the stack.
const DEEPEST: u32 = 32;

/// What was parsed. What is nested too deep becomes `null`.
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

/// JSON as a JavaScript value.
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
            // Pairs with text in front always make an object.
            Object::from_entries(&entries).unwrap_or_default().into()
        }
    }
}

/// Writes JSON text.
pub fn stringify(json: &Json) -> String {
    // Only a cycle or a BigInt has no text, and a tree holds neither.
    js_sys::JSON::stringify(&to_js(json)).map(String::from).unwrap_or_default()
}
