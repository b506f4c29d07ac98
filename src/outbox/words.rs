//! What a server says to the person.

use crate::campaign::Json;
use crate::campaign::kept::field;

/// Where backends put the words for people, the best first: `message` and
/// `error` are common, `detail` and `title` are of RFC 9457.
const PLACES: [&str; 4] = ["message", "error", "detail", "title"];

/// The server's own words in a JSON answer: a text in one of those places, in
/// the first of its `errors` or in its `error` rather than beside them, where it
/// is general.
pub fn words(answer: &Json) -> Option<&str> {
    let own = || {
        PLACES.into_iter().find_map(|place| match field(answer, place) {
            Json::Text(words) => Some(words.as_str()),
            _ => None,
        })
    };
    match (field(answer, "errors"), field(answer, "error")) {
        (Json::List(errors), _) => errors.first().and_then(words).or_else(own),
        (_, error @ Json::Object(_)) => words(error).or_else(own),
        _ => own(),
    }
}

/// Whether a JSON answer says that it failed, whatever its status is: by an
/// `error` or by `errors`, unless that is nothing (`null`, `false` or empty),
/// or by an `ok` or `success` that is `false`.
pub fn denies(answer: &Json) -> bool {
    let is_false = |name| *field(answer, name) == Json::Bool(false);
    let is_something = |name| match field(answer, name) {
        Json::Null | Json::Bool(false) => false,
        Json::Text(words) => !words.is_empty(),
        Json::List(items) => !items.is_empty(),
        Json::Object(fields) => !fields.is_empty(),
        Json::Bool(true) | Json::Number(_) => true,
    };
    is_false("ok") || is_false("success") || is_something("error") || is_something("errors")
}
