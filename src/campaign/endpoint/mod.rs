//! The endpoint that takes the links: where it is, what is sent to it, and what its
//! answers mean.

mod answer_rule;
mod header;
mod preset;
mod read;
mod template;

use schemars::JsonSchema;

pub use answer_rule::{AnswerRule, Meaning};
pub(super) use preset::NAMES as PRESETS;
pub use template::{PLACEHOLDERS, fill, fill_json};

use super::schema_parts;
use crate::json::Json;

/// The address to which the widget submits links, and how.
///
/// `{campaign}`, `{link}`, `{postId}`, `{postedAt}` and `{key}` stand for the
/// values of a submission: in the address, in headers and in the body.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub struct Endpoint {
    /// The address. Starts with `https://`. Values in it are percent-encoded.
    #[schemars(schema_with = "schema_parts::address")]
    pub address: String,
    /// The name of a server whose options fill in what is left out here.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::preset")]
    pub preset: Option<&'static str>,
    /// The method of the request; `POST` if left out. A `PUT` needs `{key}` or
    /// `{postId}` in the address.
    #[serde(default)]
    #[schemars(extend("default" = "POST"))]
    pub method: Method,
    /// How the body is written; `json` if left out.
    #[serde(default)]
    #[schemars(extend("default" = "json"))]
    pub encoding: Encoding,
    /// More headers of the request. Not for secrets: everybody can read a campaign
    /// file.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::headers")]
    pub headers: Json,
    /// The body, an object; all five values under their names if left out. A field
    /// that is just `{postedAt}` is left out where that is not known.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::body")]
    pub body: Json,
    /// Whether cookies are sent to the endpoint too; `omit` if left out.
    #[serde(default)]
    #[schemars(extend("default" = "omit"))]
    pub credentials: Credentials,
    /// What its answers mean, where that differs from the usual. The first that fits
    /// counts.
    #[serde(default)]
    pub answers: Vec<AnswerRule>,
}

/// The method of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(rename_all = "UPPERCASE")]
pub enum Method {
    /// Adds a submission.
    #[default]
    Post,
    /// Stores a submission under its address, so that a repetition changes nothing.
    Put,
    /// Changes what is at the address.
    Patch,
}

impl Method {
    /// The names in HTTP, in the order of the methods.
    pub const NAMES: [&str; 3] = ["POST", "PUT", "PATCH"];

    pub(super) const ALL: [Method; 3] = [Method::Post, Method::Put, Method::Patch];

    /// Returns its name in HTTP.
    pub fn name(self) -> &'static str {
        let [post, put, patch] = Method::NAMES;
        match self {
            Method::Post => post,
            Method::Put => put,
            Method::Patch => patch,
        }
    }
}

/// How the body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Encoding {
    /// As JSON (`application/json`).
    #[default]
    Json,
    /// As a web form (`application/x-www-form-urlencoded`). Without `headers`, a simple
    /// request: the browser sends no preflight.
    Form,
    /// As JSON that is labelled `text/plain`: a simple request, too.
    Text,
}

impl Encoding {
    /// Returns the media type of the body.
    pub fn media_type(self) -> &'static str {
        match self {
            Encoding::Json => "application/json",
            Encoding::Form => "application/x-www-form-urlencoded;charset=UTF-8",
            Encoding::Text => "text/plain;charset=UTF-8",
        }
    }
}

/// Whether the browser sends its cookies for the endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Credentials {
    /// Cookies are never sent.
    #[default]
    Omit,
    /// Cookies are sent; the endpoint's answers must then name the page's
    /// origin and allow credentials.
    Include,
}

impl Endpoint {
    /// Whether the browser asks the endpoint by a preflight first, and so sends
    /// nothing where the page is not allowed to. Fetch, section 4.1: a simple request
    /// has a safelisted method, header and media type.
    pub fn is_asked_first(&self) -> bool {
        self.method != Method::Post
            || self.encoding == Encoding::Json
            || matches!(&self.headers, Json::Object(headers) if !headers.is_empty())
    }
}
