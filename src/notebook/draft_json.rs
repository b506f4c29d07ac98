//! How a note is kept over a reload.

use super::{Draft, Post, ShareTarget, Versions};
use crate::json::Json;
use crate::json::fields::{
    Read, Unreadable, field, number, object, present, read_name, read_number, read_text, read_time,
    text, time,
};

impl Draft {
    /// The note as it is to be stored, under its id.
    pub fn to_json(&self) -> Json {
        let post = |post: &Post| {
            object([
                ("text", text(Some(&post.text))),
                ("at", time(Some(post.at))),
                ("way", text(Some(post.way.name()))),
            ])
        };
        let versions = self.versions.0.iter().map(|(name, writes)| (name.clone(), number(*writes)));
        object([
            ("text", text(Some(&self.text))),
            ("changedAt", time(Some(self.changed_at))),
            ("post", self.post.as_ref().map_or(Json::Null, post)),
            ("versions", Json::Object(versions.collect())),
        ])
    }

    /// The note as it was stored under `id`; `None` for what this version has
    /// not stored.
    pub fn from_json(id: &str, json: &Json) -> Option<Draft> {
        read(id, json).ok()
    }
}

fn read(id: &str, json: &Json) -> Read<Draft> {
    Ok(Draft {
        id: id.to_owned(),
        text: read_text(field(json, "text"))?.to_owned(),
        changed_at: read_time(field(json, "changedAt"))?,
        post: present(field(json, "post")).map(read_post).transpose()?,
        versions: present(field(json, "versions"))
            .map(read_versions)
            .transpose()?
            .unwrap_or_default(),
    })
}

fn read_post(json: &Json) -> Read<Post> {
    Ok(Post {
        text: read_text(field(json, "text"))?.to_owned(),
        at: read_time(field(json, "at"))?,
        way: read_name(field(json, "way"), &ShareTarget::ALL, ShareTarget::name)?,
    })
}

fn read_versions(json: &Json) -> Read<Versions> {
    let Json::Object(fields) = json else { return Err(Unreadable) };
    let version =
        |(name, writes): &(String, Json)| Ok((name.clone(), read_number(writes, u32::MAX)?));
    fields.iter().map(version).collect::<Read<_>>().map(Versions)
}
