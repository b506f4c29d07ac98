//! How a note is kept over a reload.

use super::{Note, Post, Way};
use crate::campaign::Json;
use crate::campaign::kept::{
    Read, field, object, present, read_name, read_text, read_time, text, time,
};

impl Note {
    /// The note as it is to be stored, under its id.
    pub fn to_json(&self) -> Json {
        let post = |post: &Post| {
            object([
                ("text", text(Some(&post.text))),
                ("at", time(Some(post.at))),
                ("way", text(Some(post.way.name()))),
            ])
        };
        object([
            ("text", text(Some(&self.text))),
            ("changedAt", time(Some(self.changed_at))),
            ("post", self.post.as_ref().map_or(Json::Null, post)),
        ])
    }

    /// The note as it was stored under `id`; `None` for what this version has
    /// not stored.
    pub fn from_json(id: &str, json: &Json) -> Option<Note> {
        read(id, json).ok()
    }
}

fn read(id: &str, json: &Json) -> Read<Note> {
    Ok(Note {
        id: id.to_owned(),
        text: read_text(field(json, "text"))?.to_owned(),
        changed_at: read_time(field(json, "changedAt"))?,
        post: present(field(json, "post")).map(read_post).transpose()?,
    })
}

fn read_post(json: &Json) -> Read<Post> {
    Ok(Post {
        text: read_text(field(json, "text"))?.to_owned(),
        at: read_time(field(json, "at"))?,
        way: read_name(field(json, "way"), &Way::ALL, Way::name)?,
    })
}
