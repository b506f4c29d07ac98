//! Placeholders for the values of a submission.

use crate::json::Json;

/// What stands for the values: their names, in braces.
pub const PLACEHOLDERS: [&str; 5] = ["{campaign}", "{link}", "{postId}", "{postedAt}", "{key}"];

/// Returns the name of the value that a text stands for, if it is a placeholder and
/// nothing else.
pub fn value_of(text: &str) -> Option<&str> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    PLACEHOLDERS.contains(&text).then_some(name)
}

/// Splits a template at its first placeholder: what is before it, its name, and the
/// rest. A placeholder is a name of letters, digits and `_` in braces; other braces are
/// text.
fn split(template: &str) -> Option<(&str, &str, &str)> {
    template.match_indices('{').find_map(|(at, _)| {
        let (before, after) = template.split_at_checked(at)?;
        let (name, rest) = after.get(1..)?.split_once('}')?;
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let is_placeholder = !name.is_empty() && name.bytes().all(is_name);
        is_placeholder.then_some((before, name, rest))
    })
}

/// Returns the names in braces in a template, known or not.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let (_, name, behind) = split(rest)?;
        rest = behind;
        Some(name)
    })
}

/// Returns the template with each placeholder replaced by its value; one without a
/// value leaves nothing.
pub fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let (mut filled, mut rest) = (String::new(), template);
    while let Some((before, name, behind)) = split(rest) {
        filled.push_str(before);
        filled.push_str(&value(name).unwrap_or_default());
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// Does the same in every text of a JSON template. A text that is nothing but a
/// placeholder without a value is left out with its field; `None` if all of it is.
pub fn fill_json(template: &Json, value: &dyn Fn(&str) -> Option<String>) -> Option<Json> {
    Some(match template {
        Json::Text(text) => Json::Text(match value_of(text) {
            Some(name) => value(name)?,
            None => fill(text, value),
        }),
        Json::List(items) => {
            Json::List(items.iter().filter_map(|item| fill_json(item, value)).collect())
        }
        Json::Object(fields) => {
            let field = |(name, of): &(String, Json)| Some((name.clone(), fill_json(of, value)?));
            Json::Object(fields.iter().filter_map(field).collect())
        }
        other => other.clone(),
    })
}
