//! What is sent to the questionnaire.

use super::Entry;
use chrono::{DateTime, Datelike, Timelike, Utc};

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

/// `2025-07-04T05:03:56.693Z`. By hand, since chrono's formatting would add
/// a sixth to the whole widget.
fn rfc3339(time: DateTime<Utc>) -> String {
    let mut text = String::with_capacity(24);
    let parts = [
        ("", u32::try_from(time.year()).unwrap_or(0), 4),
        ("-", time.month(), 2),
        ("-", time.day(), 2),
        ("T", time.hour(), 2),
        (":", time.minute(), 2),
        (":", time.second(), 2),
        (".", time.timestamp_subsec_millis(), 3),
    ];
    for (mark, value, width) in parts {
        text.push_str(mark);
        let digits = value.to_string();
        for _ in digits.len()..width {
            text.push('0');
        }
        text.push_str(&digits);
    }
    text.push('Z');
    text
}
