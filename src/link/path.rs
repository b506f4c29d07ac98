//! Paths of posts on X and Gate.

use super::scan::until;
use super::{Post, Refusal};
use crate::campaign::{Platform, is_handle};

/// File extensions of media on a mirror: `/status/<id>.jpg`.
const MEDIA: [&str; 5] = ["jpg", "jpeg", "png", "mp4", "gif"];

/// Reads a path of X. Route words are case-insensitive, as on X; anything after
/// the id (a photo, the likes) is the same post.
pub(super) fn on_x(path: &str) -> Result<Post, Refusal> {
    let lower = path.to_ascii_lowercase();
    let words: Vec<&str> = segments(&lower).collect();
    Err(match words.as_slice() {
        ["i", "web", "status" | "statuses", id, ..]
        | ["i" | "web", "status" | "statuses", id, ..]
        | ["statuses", id, ..] => return post(Platform::X, None, id),
        [_, "status" | "statuses", id, ..] => {
            let handle = segments(path).next().filter(|word| is_handle(word));
            let handle = handle.ok_or(Refusal::BadHandle)?;
            return post(Platform::X, Some(handle), id);
        }
        ["i", "web", "status" | "statuses"] | [_, "status" | "statuses"] => Refusal::BadId,
        // The author is missing: X has no such page.
        ["status", _, ..] => Refusal::BadHandle,
        ["intent" | "share" | "compose", ..] => Refusal::Intent,
        ["search" | "search-advanced" | "hashtag", ..] => Refusal::Search,
        ["lists", ..] | [_, "lists", ..] => Refusal::List,
        ["i", "spaces", ..] => Refusal::Space,
        ["communities", ..] | [_, "communities", ..] => Refusal::Community,
        ["i", "user", _] => Refusal::Profile,
        [route, ..] if ROUTES.contains(route) => Refusal::OtherPage,
        [handle] | [handle, _] if is_handle(handle) => Refusal::Profile,
        _ => Refusal::OtherPage,
    })
}

/// Reads a path of Gate: `/post/status/<id>`, with an optional language before
/// it, as in `/zh-tw/post/status/<id>`.
pub(super) fn on_gate(path: &str) -> Result<Post, Refusal> {
    let words: Vec<&str> = segments(path).collect();
    match words.as_slice() {
        ["post", "status", id, ..] => post(Platform::Gate, None, id),
        [language, "post", "status", id, ..] if language.len() <= 5 => {
            post(Platform::Gate, None, id)
        }
        _ => Err(Refusal::OtherSite),
    }
}

/// Whether the path contains the route word of a post.
pub(super) fn names_a_status(path: &str) -> bool {
    segments(path).any(|word| matches!(word, "status" | "statuses"))
}

/// First segments of X's own pages, which could be read as handles.
const ROUTES: [&str; 14] = [
    "i",
    "home",
    "explore",
    "notifications",
    "messages",
    "settings",
    "account",
    "login",
    "logout",
    "signup",
    "about",
    "tos",
    "privacy",
    "jobs",
];

/// Returns the segments of a path; an encoded `?` or `#` ends it like a plain
/// one.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = until(path, |c| c == '?' || c == '#').0.trim_end();
    path.split('/').filter(|word| !word.is_empty())
}

/// Reads an id: ASCII digits without a leading zero, a signed 64-bit number.
fn post(platform: Platform, handle: Option<&str>, id: &str) -> Result<Post, Refusal> {
    let id = match id.split_once('.') {
        Some((id, media)) if MEDIA.contains(&media) => id,
        _ => id,
    };
    let written_as_ids_are = id.bytes().all(|b| b.is_ascii_digit()) && !id.starts_with('0');
    let id = id.parse().ok().filter(|&id: &u64| written_as_ids_are && id <= i64::MAX as u64);
    Ok(Post { platform, handle: handle.map(str::to_owned), id: id.ok_or(Refusal::BadId)? })
}
