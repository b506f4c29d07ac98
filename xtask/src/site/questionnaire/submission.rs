//! Reading and checking what was submitted.

use axum::http::Uri;
use axum::http::uri::Scheme;
use serde::Deserialize;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 16 * 1024;

/// The longest key, in characters.
pub const LONGEST_KEY: usize = 255;

/// How a submission came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// The questionnaire's own page, filled in by a person.
    ByHand,
}

impl Via {
    /// As it is stored and shown.
    pub fn name(self) -> &'static str {
        match self {
            Via::Json => "json",
            Via::Form => "form",
            Via::ByHand => "by hand",
        }
    }

    /// The encoding that a `Content-Type` names.
    pub(super) fn of_content_type(value: &str) -> Option<Via> {
        let essence = value.split(';').next().unwrap_or(value).trim();
        if essence.eq_ignore_ascii_case("application/json") {
            Some(Via::Json)
        } else if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Some(Via::Form)
        } else {
            None
        }
    }
}

/// The fields as they come, under the names of the widget's contract.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Fields {
    campaign: Option<String>,
    link: Option<String>,
    post_id: Option<String>,
    posted_at: Option<String>,
    key: Option<String>,
}

/// A submission that can be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// How it came.
    pub via: Via,
    /// The campaign's id; a person who fills in the form knows none.
    pub campaign: Option<String>,
    /// The link to the post.
    pub link: String,
    /// The id of the post, read from the link.
    pub post_id: String,
    /// When the post was made, as the sender says.
    pub posted_at: Option<String>,
    /// What tells a retry from another submission; by hand there is none.
    pub key: Option<String>,
}

impl Submission {
    /// Reads a body that came with the given `Content-Type` and
    /// `Idempotency-Key`. The key may stand in the header, the body or both.
    ///
    /// # Errors
    ///
    /// The sentence for the sender.
    pub(super) fn read(
        content_type: Option<&str>,
        header_key: Option<&str>,
        body: &[u8],
    ) -> Result<Submission, String> {
        if body.len() > LARGEST_BODY {
            return Err(format!("the body is larger than {LARGEST_BODY} bytes"));
        }
        let via = content_type.and_then(Via::of_content_type).ok_or(
            "the content type must be application/json or application/x-www-form-urlencoded",
        )?;
        let fields: Fields = match via {
            Via::Json => serde_json::from_slice(body).map_err(|error| error.to_string())?,
            Via::Form | Via::ByHand => {
                serde_urlencoded::from_bytes(body).map_err(|error| error.to_string())?
            }
        };
        let key = match (header_key, fields.key.as_deref()) {
            (Some(header), Some(body)) if header != body => {
                return Err("the key in the body differs from the one in the header".into());
            }
            (header, body) => header.or(body).unwrap_or_default(),
        };
        if key.is_empty() {
            return Err("the key is missing".into());
        }
        if key.chars().count() > LONGEST_KEY {
            return Err(format!("the key is longer than {LONGEST_KEY} characters"));
        }
        let link = fields.link.unwrap_or_default();
        let post_id = post_id(&link)?;
        if fields.post_id.is_some_and(|said| said != post_id) {
            return Err("postId differs from the id in the link".into());
        }
        Ok(Submission {
            via,
            campaign: Some(fields.campaign.unwrap_or_default()),
            link,
            post_id,
            posted_at: fields.posted_at,
            key: Some(key.into()),
        })
    }

    /// A link that a person filled in.
    ///
    /// # Errors
    ///
    /// The sentence for the person.
    pub(super) fn by_hand(link: &str) -> Result<Submission, String> {
        let link = link.trim();
        Ok(Submission {
            via: Via::ByHand,
            campaign: None,
            link: link.into(),
            post_id: post_id(link)?,
            posted_at: None,
            key: None,
        })
    }
}

/// The id in an https link to a post: the digits after `status`, as X and
/// Gate Square write them.
fn post_id(link: &str) -> Result<String, String> {
    if link.is_empty() {
        return Err("the link is missing".into());
    }
    let not_a_post = || String::from("the link is not an https link to a post");
    let uri: Uri = link.parse().map_err(|_| not_a_post())?;
    if uri.scheme() != Some(&Scheme::HTTPS) || uri.host().is_none_or(str::is_empty) {
        return Err(not_a_post());
    }
    let mut segments =
        uri.path().split('/').skip_while(|segment| !matches!(*segment, "status" | "statuses"));
    segments
        .nth(1)
        .filter(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
        .map(String::from)
        .ok_or_else(not_a_post)
}
