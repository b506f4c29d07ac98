//! What a server says to the person.

use crate::campaign::Json;

/// Where backends put the words for people, the best first: `message` and
/// `error` are common, `detail` and `title` are of RFC 9457.
const PLACES: [&str; 4] = ["message", "error", "detail", "title"];

/// The server's own words in a JSON answer: a text in one of those places, in
/// the first of its `errors` rather than beside them, where it is general.
pub fn words(answer: &Json) -> Option<&str> {
    let own = || {
        PLACES.into_iter().find_map(|place| match field(answer, place) {
            Some(Json::Text(words)) => Some(words.as_str()),
            _ => None,
        })
    };
    match field(answer, "errors") {
        Some(Json::List(errors)) => errors.first().and_then(words).or_else(own),
        _ => own(),
    }
}

/// Whether a JSON answer says that it failed, whatever its status is: a text as
/// its `error`, a list that is not empty as its `errors`, or `ok` or `success`
/// that is `false`.
pub fn denies(answer: &Json) -> bool {
    let is_false = |name| field(answer, name) == Some(&Json::Bool(false));
    is_false("ok")
        || is_false("success")
        || matches!(field(answer, "error"), Some(Json::Text(words)) if !words.is_empty())
        || matches!(field(answer, "errors"), Some(Json::List(errors)) if !errors.is_empty())
}

fn field<'j>(answer: &'j Json, name: &str) -> Option<&'j Json> {
    let Json::Object(fields) = answer else { return None };
    fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
}
