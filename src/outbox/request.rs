//! The request to the endpoint.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Entry;
use crate::campaign::{Endpoint, fill, fill_json};
use crate::json::Json;
use crate::time::write_moment;

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What one attempt sends.
#[derive(Debug, PartialEq)]
pub struct Request {
    /// The address.
    pub address: String,
    /// The campaign file's own headers.
    pub headers: Vec<(String, String)>,
    /// The body: an object, for a form of texts alone.
    pub body: Json,
}

impl Request {
    /// Returns the fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        texts(&self.body)
    }
}

/// Returns the texts of an object, by their names.
fn texts(json: &Json) -> Vec<(String, String)> {
    let Json::Object(fields) = json else { return Vec::new() };
    let text = |(name, value): &(String, Json)| match value {
        Json::Text(text) => Some((name.clone(), text.clone())),
        _ => None,
    };
    fields.iter().filter_map(text).collect()
}

/// Returns the request for an entry, with the values of the submission: `campaign`,
/// `link`, `postId`, `postedAt` (RFC 3339 in UTC, none if unknown), `key`.
pub fn request(entry: &Entry, campaign_id: &str, endpoint: &Endpoint) -> Request {
    let value = |name: &str| match name {
        "campaign" => Some(campaign_id.to_owned()),
        "link" => Some(entry.link.clone()),
        "postId" => Some(entry.post_id.clone()),
        "postedAt" => entry.posted_at.map(write_moment),
        "key" => Some(entry.key.clone()),
        _ => None,
    };
    let encoded =
        |name: &str| value(name).map(|value| utf8_percent_encode(&value, &RESERVED).to_string());
    Request {
        address: fill(&endpoint.address, &encoded),
        headers: fill_json(&endpoint.headers, &value).iter().flat_map(texts).collect(),
        body: fill_json(&endpoint.body, &value).unwrap_or_default(),
    }
}
