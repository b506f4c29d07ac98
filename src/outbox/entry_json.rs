//! The stored form of an entry.

use super::{Cause, Entry, State};
use crate::json::Json;
use crate::json::fields::{
    Read, Unreadable, field, number, object, present, read_name, read_number, read_text, read_time,
    text, time,
};

/// The version. A page left open during an upgrade must not change what it
/// cannot read.
const VERSION: u32 = 1;

impl Entry {
    /// Returns the stored form.
    pub fn to_json(&self) -> Json {
        object([
            ("version", number(VERSION)),
            ("key", text(Some(&self.key))),
            ("link", text(Some(&self.link))),
            ("postId", text(Some(&self.post_id))),
            ("postedAt", time(self.posted_at)),
            ("addedAt", time(Some(self.added_at))),
            ("state", text(Some(self.state.name()))),
            ("attempts", number(self.attempts)),
            ("nextAttemptAt", time(self.next_attempt_at)),
            ("settledAt", time(self.settled_at)),
            ("cause", text(self.cause.map(Cause::name))),
            ("status", self.status.map_or(Json::Null, |status| number(status.into()))),
            ("message", text(self.message.as_deref())),
            ("conflictSince", time(self.conflict_since)),
            ("removedAt", time(self.removed_at)),
        ])
    }

    /// Reads the stored form; `None` for another version or invalid data.
    pub fn from_json(json: &Json) -> Option<Entry> {
        read(json).ok()
    }
}

fn read(json: &Json) -> Read<Entry> {
    let field = |name| field(json, name);
    if read_number(field("version"), VERSION)? != VERSION {
        return Err(Unreadable);
    }
    let status = present(field("status")).map(|json| read_number(json, u16::MAX.into()));
    let link = read_text(field("link"))?;
    // It is shown as a link, and other scripts can write to the store.
    if !link.starts_with("https://") {
        return Err(Unreadable);
    }
    Ok(Entry {
        key: read_text(field("key"))?.to_owned(),
        link: link.to_owned(),
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
        conflict_since: present(field("conflictSince")).map(read_time).transpose()?,
        removed_at: present(field("removedAt")).map(read_time).transpose()?,
    })
}
