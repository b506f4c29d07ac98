//! Placeholders for the values of a submission.

use crate::json::Json;

/// The names of the values, in braces in a template.
pub const PLACEHOLDERS: [&str; 5] = ["campaign", "link", "postId", "postedAt", "key"];

/// A piece of a template.
enum Piece<'t> {
    Text(&'t str),
    Placeholder(&'t str),
}

/// Splits a template. A placeholder is a name of letters, digits and `_` in
/// braces; other braces are text.
fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let is_named = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = after.find(|c| !is_named(c)).unwrap_or(after.len());
        let (name, behind) = after.split_at(end);
        match behind.strip_prefix('}') {
            Some(behind) if !name.is_empty() => {
                pieces.extend([Piece::Text(before), Piece::Placeholder(name)]);
                rest = behind;
            }
            _ => {
                let (text, behind) = rest.split_at(before.len() + 1);
                pieces.push(Piece::Text(text));
                rest = behind;
            }
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Returns the names in braces in a template, known or not.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    pieces(template).into_iter().filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// Returns the template with each placeholder replaced by its value; one without a
/// value leaves nothing.
pub fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let pieces = pieces(template).into_iter().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Placeholder(name) => value(name).unwrap_or_default(),
    });
    pieces.collect::<Vec<_>>().concat()
}

/// Does the same in every text of a JSON template. A text that is nothing but a
/// placeholder without a value is left out with its field; `None` if all of it is.
pub fn fill_json(template: &Json, value: &dyn Fn(&str) -> Option<String>) -> Option<Json> {
    Some(match template {
        Json::Text(text) => {
            let name = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            match name {
                Some(name) if PLACEHOLDERS.contains(&name) => Json::Text(value(name)?),
                _ => Json::Text(fill(text, value)),
            }
        }
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
