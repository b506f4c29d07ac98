//! What a server says to the person.

use crate::campaign::Json;

/// Where backends put the words for people, the best first: `message` and
/// `error` are common, `detail` and `title` are of RFC 9457.
const PLACES: [&str; 4] = ["message", "error", "detail", "title"];

/// The server's own words in a JSON answer: a text in one of those places, or
/// in one of them in the first of its `errors`.
pub fn words(answer: &Json) -> Option<&str> {
    let Json::Object(fields) = answer else { return None };
    let value = |name| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value);
    let own = PLACES.into_iter().find_map(|place| match value(place) {
        Some(Json::Text(words)) => Some(words.as_str()),
        _ => None,
    });
    own.or_else(|| match value("errors") {
        Some(Json::List(errors)) => words(errors.first()?),
        _ => None,
    })
}
