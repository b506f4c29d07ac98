//! How an outbox is kept over a reload.

use super::{Cause, Entry, Outbox, State};
use crate::campaign::Json;
use crate::campaign::kept::{
    Read, field, number, object, present, read_name, read_number, read_text, read_time, text, time,
};

/// Reading fails for another version, so that a page left open over an
/// upgrade can put aside what it cannot read.
const VERSION: u32 = 1;

impl Outbox {
    /// The outbox as it is to be stored.
    pub fn to_json(&self) -> Json {
        object([
            ("version", number(VERSION)),
            ("entries", Json::List(self.entries.iter().map(write_entry).collect())),
        ])
    }

    /// The outbox as it was stored; `None` for another version or for what
    /// was never stored by this one.
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
        state: read_name(field("state"), &State::ALL, State::name)?,
        attempts: read_number(field("attempts"), u32::MAX)?,
        next_attempt_at: present(field("nextAttemptAt")).map(read_time).transpose()?,
        settled_at: present(field("settledAt")).map(read_time).transpose()?,
        cause: present(field("cause"))
            .map(|json| read_name(json, &Cause::ALL, Cause::name))
            .transpose()?,
        status: status.transpose()?.and_then(|status| status.try_into().ok()),
        message: present(field("message")).map(read_text).transpose()?.map(str::to_owned),
    })
}
