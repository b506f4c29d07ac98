//! The message of an answer.

use crate::json::Json;

/// Names of fields with a message for people, the best first, by their endings,
/// normalized by [`plain`]. `detail` and `title` are of RFC 9457.
const PLACES: [&str; 10] = [
    "message",
    "msg",
    "errordescription",
    "error",
    "detail",
    "errors",
    "messages",
    "title",
    "info",
    "data",
];

/// Returns the server's message in a JSON answer: the first of `errors` or
/// `error` before any beside them, which are general; then one of the usual
/// fields; then any in a list or an object of any name, as when each field has
/// its own.
pub fn words(answer: &Json) -> Option<&str> {
    let fields = match answer {
        Json::Object(fields) => fields,
        Json::List(items) => return items.first().and_then(words),
        _ => return None,
    };
    let is_specific = |(name, value): &&(String, Json)| match value {
        Json::List(_) => name == "errors",
        Json::Object(_) => name == "error",
        _ => false,
    };
    let specific = fields.iter().filter(is_specific).find_map(|(_, value)| spoken(value));
    let usual = || {
        PLACES.into_iter().find_map(|place| {
            let there = fields.iter().filter(|(name, _)| plain(name).ends_with(place));
            there.into_iter().find_map(|(_, value)| match place {
                // Per field, by its name.
                "errors" | "messages" => spoken(value).or_else(|| any(value)),
                _ => spoken(value),
            })
        })
    };
    let elsewhere = || {
        fields.iter().find_map(|(_, value)| match value {
            Json::Text(_) => None,
            value => spoken(value),
        })
    };
    specific.or_else(usual).or_else(elsewhere)
}

/// Returns a text, the first of several, or the message in an object.
fn spoken(value: &Json) -> Option<&str> {
    match value {
        Json::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        Json::List(items) => items.first().and_then(spoken),
        value => words(value),
    }
}

/// Returns the first text at any depth.
fn any(value: &Json) -> Option<&str> {
    match value {
        Json::Object(fields) => fields.iter().find_map(|(_, value)| any(value)),
        value => spoken(value),
    }
}

/// Returns a name or a word without case, `_` and `-`.
pub(super) fn plain(text: &str) -> String {
    let kept = text.trim().chars().filter(|sign| !matches!(sign, '_' | '-'));
    kept.map(|sign| sign.to_ascii_lowercase()).collect()
}
