//! How an outbox is kept over a reload: as flat JSON, with times in
//! milliseconds since 1970 UTC, as in JavaScript.

use super::{Cause, Entry, Outbox, State};
use crate::campaign::Json;
use chrono::{DateTime, Utc};

/// Reading fails for another version, so that a page left open over an
/// upgrade can put aside what it cannot read.
const VERSION: u32 = 1;

/// What is stored is no outbox of this version.
struct Unreadable;

type Read<T> = Result<T, Unreadable>;

impl Outbox {
    /// The outbox as it is to be stored.
    pub fn to_json(&self) -> Json {
        object([
            ("version", number(VERSION)),
            ("entries", Json::List(self.entries.iter().map(write_entry).collect())),
        ])
    }

    /// The outbox as it was stored; `None` for another version or for what
    /// was never stored by this one. Unknown fields are passed over, and what
    /// may be `null` may be left out.
    pub fn from_json(json: &Json) -> Option<Outbox> {
        let version = read_number(field(json, "version"), VERSION).ok();
        match field(json, "entries") {
            Json::List(items) if version == Some(VERSION) => {
                let entries: Read<Vec<Entry>> = items.iter().map(read_entry).collect();
                Some(Outbox { entries: entries.ok()? })
            }
            _ => None,
        }
    }
}

fn write_entry(entry: &Entry) -> Json {
    object([
        ("key", text(Some(&entry.key))),
        ("link", text(Some(&entry.link))),
        ("postId", text(Some(&entry.post_id))),
        ("postedAt", time(entry.posted_at)),
        ("addedAt", time(Some(entry.added_at))),
        ("state", text(Some(entry.state.name()))),
        ("attempts", number(entry.attempts)),
        ("nextAttemptAt", time(entry.next_attempt_at)),
        ("settledAt", time(entry.settled_at)),
        ("cause", text(entry.cause.map(Cause::name))),
        ("status", entry.status.map_or(Json::Null, |status| number(status.into()))),
        ("message", text(entry.message.as_deref())),
    ])
}

fn read_entry(json: &Json) -> Read<Entry> {
    let field = |name| field(json, name);
    let status = present(field("status")).map(|json| read_number(json, u16::MAX.into()));
    Ok(Entry {
        key: read_text(field("key"))?.to_owned(),
        link: read_text(field("link"))?.to_owned(),
        post_id: read_text(field("postId"))?.to_owned(),
        posted_at: present(field("postedAt")).map(read_time).transpose()?,
        added_at: read_time(field("addedAt"))?,
        state: read_state(field("state"))?,
        attempts: read_number(field("attempts"), u32::MAX)?,
        next_attempt_at: present(field("nextAttemptAt")).map(read_time).transpose()?,
        settled_at: present(field("settledAt")).map(read_time).transpose()?,
        cause: present(field("cause")).map(read_cause).transpose()?,
        status: status.transpose()?.and_then(|status| status.try_into().ok()),
        message: present(field("message")).map(read_text).transpose()?.map(str::to_owned),
    })
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn text(text: Option<&str>) -> Json {
    text.map_or(Json::Null, |text| Json::Text(text.to_owned()))
}

fn number(number: u32) -> Json {
    Json::Number(number.into())
}

/// Exact: every time that chrono knows is below 2^53 ms.
fn time(time: Option<DateTime<Utc>>) -> Json {
    time.map_or(Json::Null, |time| Json::Number(time.timestamp_millis() as f64))
}

/// The value of a field, `null` if it is left out.
fn field<'j>(json: &'j Json, name: &str) -> &'j Json {
    let Json::Object(fields) = json else { return &Json::Null };
    fields.iter().find(|(field, _)| field == name).map_or(&Json::Null, |(_, value)| value)
}

fn present(json: &Json) -> Option<&Json> {
    Some(json).filter(|json| **json != Json::Null)
}

fn read_text(json: &Json) -> Read<&str> {
    match json {
        Json::Text(text) => Ok(text),
        _ => Err(Unreadable),
    }
}

/// A whole number from 0 to `largest`.
fn read_number(json: &Json, largest: u32) -> Read<u32> {
    let Json::Number(number) = json else { return Err(Unreadable) };
    let whole = *number as u32;
    if f64::from(whole) == *number && whole <= largest { Ok(whole) } else { Err(Unreadable) }
}

fn read_time(json: &Json) -> Read<DateTime<Utc>> {
    let Json::Number(number) = json else { return Err(Unreadable) };
    let millis = *number as i64;
    let time = DateTime::from_timestamp_millis(millis);
    time.filter(|_| millis as f64 == *number).ok_or(Unreadable)
}

fn read_state(json: &Json) -> Read<State> {
    let name = read_text(json)?;
    State::ALL.into_iter().find(|state| state.name() == name).ok_or(Unreadable)
}

fn read_cause(json: &Json) -> Read<Cause> {
    let name = read_text(json)?;
    Cause::ALL.into_iter().find(|cause| cause.name() == name).ok_or(Unreadable)
}
