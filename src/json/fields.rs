//! Writes and reads stored records: flat JSON, with times in milliseconds since
//! 1970 UTC, as in JavaScript. Unknown fields are ignored, and a field that may
//! be `null` may be left out.

use chrono::{DateTime, Utc};

use super::Json;

/// The stored value was not written by this version.
#[derive(Debug)]
pub struct Unreadable;

/// The result of reading a stored value.
pub type Read<T> = Result<T, Unreadable>;

/// Builds an object with these fields.
pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Builds a text, or `null`.
pub fn text(text: Option<&str>) -> Json {
    text.map_or(Json::Null, |text| Json::Text(text.to_owned()))
}

/// Builds a whole number.
pub fn number(number: u32) -> Json {
    Json::Number(number.into())
}

/// Builds a time, or `null`. Exact: every time of chrono is below 2^53 ms.
pub fn time(time: Option<DateTime<Utc>>) -> Json {
    time.map_or(Json::Null, |time| Json::Number(time.timestamp_millis() as f64))
}

/// Returns the value of a field, `null` if it is left out.
pub fn field<'j>(json: &'j Json, name: &str) -> &'j Json {
    let Json::Object(fields) = json else { return &Json::Null };
    fields.iter().find(|(field, _)| field == name).map_or(&Json::Null, |(_, value)| value)
}

/// Returns the value unless it is `null`.
pub fn present(json: &Json) -> Option<&Json> {
    Some(json).filter(|json| **json != Json::Null)
}

/// Reads a text.
///
/// # Errors
///
/// When it is something else.
pub fn read_text(json: &Json) -> Read<&str> {
    match json {
        Json::Text(text) => Ok(text),
        _ => Err(Unreadable),
    }
}

/// Reads a whole number from 0 to `largest`.
///
/// # Errors
///
/// When it is something else.
pub fn read_number(json: &Json, largest: u32) -> Read<u32> {
    let Json::Number(number) = json else { return Err(Unreadable) };
    let whole = *number as u32;
    if f64::from(whole) == *number && whole <= largest { Ok(whole) } else { Err(Unreadable) }
}

/// Reads a time.
///
/// # Errors
///
/// When it is something else.
pub fn read_time(json: &Json) -> Read<DateTime<Utc>> {
    let Json::Number(number) = json else { return Err(Unreadable) };
    let millis = *number as i64;
    let time = DateTime::from_timestamp_millis(millis);
    time.filter(|_| millis as f64 == *number).ok_or(Unreadable)
}

/// Reads one of `all` by its name.
///
/// # Errors
///
/// When no name matches.
pub fn read_name<T: Copy>(json: &Json, all: &[T], name: fn(T) -> &'static str) -> Read<T> {
    let wanted = read_text(json)?;
    all.iter().copied().find(|&one| name(one) == wanted).ok_or(Unreadable)
}
