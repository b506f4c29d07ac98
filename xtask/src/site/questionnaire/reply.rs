//! An answer that is ordered beforehand.

use std::fmt;

use axum::http::{HeaderName, HeaderValue, header};
use serde_json::json;

/// The page on which a lost session ends.
const LOGIN_PAGE: &str =
    "<!doctype html><html lang=\"en\"><title>Log in</title><h1>Log in</h1></html>";

/// An answer instead of the one that a submission would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: String,
}

impl Reply {
    /// A status, 200 to 599, without a body.
    pub fn status(status: u16) -> Reply {
        Reply { status, headers: Vec::new(), body: String::new() }
    }

    /// What a lost session makes of a submission: 200, and a page for people.
    pub fn login_page() -> Reply {
        Reply::status(200).body("text/html; charset=utf-8", LOGIN_PAGE)
    }

    /// What is answered to a post that is stored already.
    pub fn already_received() -> Reply {
        let body = json!({ "status": "already-received", "message": "already received" });
        Reply::status(409).body("application/json", &body.to_string())
    }

    /// Says words as the questionnaire does: JSON `{"message": …}`.
    #[must_use]
    pub fn message(self, words: &str) -> Reply {
        self.body("application/json", &json!({ "message": words }).to_string())
    }

    /// Has this body.
    #[must_use]
    pub fn body(self, content_type: &'static str, body: &str) -> Reply {
        let content_type = HeaderValue::from_static(content_type);
        Reply { body: body.into(), ..self.header(header::CONTENT_TYPE, content_type) }
    }

    /// Has one more header. One that says which headers a page may read,
    /// `Access-Control-Expose-Headers`, stands instead of the usual one.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Reply {
        self.headers.push((name, value));
        self
    }
}

/// For the questionnaire's page: the status and the headers.
impl fmt::Display for Reply {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "status {}", self.status)?;
        for (name, value) in &self.headers {
            write!(out, ", {name}: {}", value.to_str().unwrap_or("…"))?;
        }
        Ok(())
    }
}
