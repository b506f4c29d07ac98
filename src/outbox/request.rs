//! The request to the endpoint.

use super::Entry;
use crate::time::write_moment;

/// Returns the fields of one submission, in order, for a JSON or form body:
/// `campaign`, `link`, `postId`, `postedAt` (RFC 3339 in UTC, left out if
/// unknown), `key`. `rename` has the campaign's own name of each.
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
        fields.push((rename("postedAt"), write_moment(posted_at)));
    }
    fields.push((rename("key"), entry.key.clone()));
    fields
}
