//! What is sent to the questionnaire.

use super::Entry;
use super::timestamp::{push_digits, timestamp};
use chrono::{DateTime, Utc};

/// The fields of one submission, in order, for a body of JSON strings or of
/// a form: `campaign`, `link`, `postId`, `postedAt` (RFC 3339 in UTC, left
/// out where unknown), `key`. `rename` gives the campaign's own name of each.
pub fn request<'n>(
    entry: &Entry,
    campaign_id: &str,
    rename: &dyn Fn(&'static str) -> &'n str,
) -> Vec<(&'n str, String)> {
    let mut fields = vec![
        (rename("campaign"), campaign_id.to_owned()),
        (rename("link"), entry.link.clone()),
        (rename("postId"), entry.post_id.clone()),
    ];
    if let Some(posted_at) = entry.posted_at {
        fields.push((rename("postedAt"), rfc3339(posted_at)));
    }
    fields.push((rename("key"), entry.key.clone()));
    fields
}

/// `2025-07-04T05:03:56.693Z`.
fn rfc3339(time: DateTime<Utc>) -> String {
    let mut text = timestamp(time.naive_utc(), "T");
    text.push('.');
    push_digits(&mut text, time.timestamp_subsec_millis(), 3);
    text.push('Z');
    text
}
